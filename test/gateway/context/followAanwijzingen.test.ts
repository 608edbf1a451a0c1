import fc from 'fast-check';
import { type CryptoKey, type JWK, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import type { Zetel } from '../../../schema/domain/casusfeiten';
import type { Rol } from '../../../schema/domain/rol';
import { vandaag } from '../../../schema/domain/vandaag';
import { type Aanwijzingsbesluit, type Rolduur } from '../../../schema/verloop/aanwijzingsbesluit';
import { type GetekendBesluit, textOfBesluit } from '../../../schema/verloop/besluit';
import { signAkte } from '../../../schema/verloop/handtekening';
import { createAanwijzer } from '../../../gateway/context/followAanwijzingen';
import { counted } from '../../harness/runs';

/** Whether a municipality that makes up for what somebody is designated is found out, each partner with a key of its own. */
const PARTNERS = ['a', 'b'];
const keys = new Map<string, { key: CryptoKey; jwks: ReturnType<typeof createLocalJWKSet> }>();
beforeAll(async () => {
  for (const partner of PARTNERS) {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwk: JWK = { ...(await exportJWK(publicKey)), kid: partner, alg: 'ES256' };
    keys.set(partner, { key: privateKey, jwks: createLocalJWKSet({ keys: [jwk] }) });
  }
});

const dag = (over: number): string => vandaag(new Date(Date.now() + over * 86_400_000));
const rolduur = (rol: Rol, van = dag(-9), tot: string | null = null): Rolduur => ({ rol, van, tot });
const zetel = (partner: string, medewerker: string, rol: Rol): Zetel => ({ partner, medewerker, rol });
async function signed(
  besluit: Aanwijzingsbesluit,
  by = besluit.partner,
  typ: 'aanwijzing+jws' | 'akte+jws' = 'aanwijzing+jws',
) {
  const tekst = textOfBesluit(besluit);
  return { tekst, handtekening: await signAkte(tekst, by, keys.get(by)!.key, typ) };
}

const faults: string[] = [];
const aanwijzer = () =>
  createAanwijzer({ sleutelsVan: (one) => keys.get(one)?.jwks ?? null, fault: (what) => void faults.push(what) });
async function said(
  at: ReturnType<typeof aanwijzer>,
  told: readonly Zetel[],
  besluiten: readonly GetekendBesluit[],
  asked = performance.now(),
): Promise<string> {
  faults.length = 0;
  try {
    await at.check(told, besluiten, asked);
    expect(faults).toEqual([]);
    return 'believed';
  } catch (fout) {
    expect(faults).toEqual(['the municipality tells of a designation that its partner did not sign']);
    return (fout as { code: string }).code;
  }
}
const REFUSED = 'HUB_CASUSFEITEN_ONGETEKEND';
const M = { partner: 'a', medewerker: 'm', sleutel: 's'.repeat(16) };

describe('a designation counts as far as its partner signed it', () => {
  const held = zetel('a', 'm', 'DEELNEMER');
  const besluit: Aanwijzingsbesluit = { ...M, nr: 1, rollen: [rolduur('DEELNEMER')] };

  test('what it signed is believed, and of nothing nothing need be signed', async () => {
    const at = aanwijzer();
    expect(await said(at, [held], [await signed(besluit)])).toBe('believed');
    expect(await said(at, [], [])).toBe('believed');
    expect(await said(at, [held], [])).toBe(REFUSED);
  });

  test.each<[string, (one: Aanwijzingsbesluit) => Promise<GetekendBesluit> | GetekendBesluit]>([
    ['another partner signed', (one) => signed(one, 'b')],
    ['it signed as something else', (one) => signed(one, 'a', 'akte+jws')],
    ['a partner without keys would have signed', (one) => signed({ ...one, partner: 'c' }, 'b')],
    ['it signed for another', (one) => signed({ ...one, medewerker: 'n' })],
    ['it signed for another rol', (one) => signed({ ...one, rollen: [rolduur('PROCESREGISSEUR')] })],
    ['it signed until today', (one) => signed({ ...one, rollen: [rolduur('DEELNEMER', dag(-9), dag(-1))] })],
    ['it signed from a later day', (one) => signed({ ...one, rollen: [rolduur('DEELNEMER', dag(2))] })],
    ['it took back', (one) => signed({ ...one, rollen: [] })],
    [
      'is said with more than was signed',
      async (one) => {
        const { tekst, handtekening } = await signed(one);
        return { tekst: tekst.replace('"nr":1', '"nr":2'), handtekening };
      },
    ],
    [
      'is signed as another text of the same',
      async (one) => {
        const tekst = JSON.stringify(one);
        expect(tekst).not.toBe(textOfBesluit(one));
        return { tekst, handtekening: await signAkte(tekst, 'a', keys.get('a')!.key, 'aanwijzing+jws') };
      },
    ],
    [
      'is no JSON',
      async () => ({ tekst: '{', handtekening: await signAkte('{', 'a', keys.get('a')!.key, 'aanwijzing+jws') }),
    ],
  ])('what %s is not', async (_name, make) => {
    expect(await said(aanwijzer(), [held], [await make(besluit)])).toBe(REFUSED);
  });

  test('a later besluit takes the place of an earlier: also when the municipality goes back to that', async () => {
    const at = aanwijzer();
    const [first, last] = [await signed(besluit), await signed({ ...besluit, nr: 2, rollen: [] })];
    const before = performance.now();
    expect(await said(at, [held], [first])).toBe('believed');
    expect(await said(at, [held], [first, last])).toBe(REFUSED);
    expect(await said(at, [held], [last, first])).toBe(REFUSED);
    expect(await said(at, [held], [first])).toBe(REFUSED);
    // What was asked before the later one was heard of may be answered with the earlier: the last look decides.
    expect(await said(at, [held], [first], before)).toBe('believed');
    const again = await signed({ ...besluit, nr: 3 });
    expect(await said(at, [held], [again])).toBe('believed');
  });

  test('any telling is believed when each of it stands in the last besluit of its own partner, and only then', async () => {
    const rol = fc.constantFrom<Rol>('DEELNEMER', 'CASUSREGISSEUR', 'MELDER');
    const mens = { partner: fc.constantFrom(...PARTNERS), medewerker: fc.constantFrom('m', 'n') };
    const drawn = fc.record({
      ...mens,
      nr: fc.integer({ min: 1, max: 3 }),
      rollen: fc.array(
        fc
          .tuple(rol, fc.integer({ min: -5, max: 3 }), fc.option(fc.integer({ min: -4, max: 4 })))
          .map(([one, van, tot]) => rolduur(one, dag(van), tot === null ? null : dag(tot))),
        { maxLength: 3 },
      ),
    });
    const unique = fc.uniqueArray(drawn, { selector: (one) => `${one.partner} ${one.medewerker} ${String(one.nr)}`, maxLength: 6 }); // oxfmt-ignore
    const counts = { believed: 0, refused: 0 };
    const today = dag(0);
    await fc.assert(
      fc.asyncProperty(
        unique,
        fc.array(fc.record({ ...mens, rol }), { minLength: 4, maxLength: 8 }),
        fc.option(fc.nat()),
        fc.boolean(),
        async (besluiten, drawnTold, spoiled, lies) => {
          const texts = await Promise.all(besluiten.map((one) => signed({ ...one, sleutel: 's'.repeat(16) })));
          const bad = spoiled === null || texts.length === 0 ? -1 : spoiled % texts.length;
          const sent = texts.map((one, at) => (at === bad ? { ...one, handtekening: texts[(at + 1) % texts.length]!.handtekening.slice(0, -4) + 'AAAA' } : one)); // oxfmt-ignore
          const good = besluiten.filter((_, at) => at !== bad);
          const holds = (one: Zetel): boolean => {
            const own = good.filter((each) => each.partner === one.partner && each.medewerker === one.medewerker);
            const [last] = own.toSorted((x, y) => y.nr - x.nr);
            return (last?.rollen ?? []).some((each) => each.rol === one.rol && each.van <= today && !(each.tot !== null && each.tot <= today)); // oxfmt-ignore
          };
          const told = drawnTold.filter((one) => holds(one) || lies);
          const expected = told.every(holds) ? 'believed' : REFUSED;
          counts[expected === 'believed' ? 'believed' : 'refused'] += told.length > 0 ? 1 : 0;
          expect(await said(aanwijzer(), told, sent)).toBe(expected);
        },
      ),
      counted(300),
    );
    expect(Math.min(counts.believed, counts.refused)).toBeGreaterThan(30);
  });
});
