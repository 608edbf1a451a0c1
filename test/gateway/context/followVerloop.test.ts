import fc from 'fast-check';
import { type CryptoKey, type JWK, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import type { Casusfeiten } from '../../../schema/domain/casusfeiten';
import { vandaag } from '../../../schema/domain/vandaag';
import { type Aanmelding, casusVan } from '../../../schema/verloop/aanmelding';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import { type Akte, BEGIN as VOORAF, digestOf, textOf } from '../../../schema/verloop/akte';
import { type Beginstand, digestOfBegin, textOfBegin } from '../../../schema/verloop/beginstand';
import type { Casusstand, Verloop } from '../../../schema/verloop/casusstand';
import { signAkte } from '../../../schema/verloop/handtekening';
import type { Stap } from '../../../schema/verloop/stap';
import type { Verloopdeel } from '../../../schema/verloop/verloopdeel';
import { createFollower } from '../../../gateway/context/followVerloop';
import { akteOf } from '../../harness/akteOf';
import { runs } from '../../harness/runs';
import { naiveStap } from '../../schema/verloop/naiveMachine';

/** Whether a municipality that lies about a casus is found out, each partner with a key of its own. */
const WGS: Readonly<Record<string, 'PUBLIEK' | 'PRIVAAT'>> = { a: 'PUBLIEK', b: 'PUBLIEK', c: 'PRIVAAT' };
const wgsOf = (partner: string) => WGS[partner] ?? null;
const keys = new Map<string, { key: CryptoKey; jwks: ReturnType<typeof createLocalJWKSet> }>();
beforeAll(async () => {
  for (const partner of Object.keys(WGS)) {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwk: JWK = { ...(await exportJWK(publicKey)), kid: partner, alg: 'ES256' };
    keys.set(partner, { key: privateKey, jwks: createLocalJWKSet({ keys: [jwk] }) });
  }
});
const signed = (partner: string, tekst: string, typ: 'akte+jws' | 'beginstand+jws' | 'aanmelding+jws') =>
  signAkte(tekst, partner, keys.get(partner)!.key, typ);

const CHAIR = { partner: 'a', medewerker: 'm1' };
const MELDER = { partner: 'b', medewerker: 'm1' };
const zetel = (zetelPartner: string, zetelMedewerker: string) => ({ zetelPartner, zetelMedewerker });
/** From a casus that was taken over to its end: every stap there is. */
const WAY: readonly (readonly [typeof CHAIR, Stap])[] = [
  [MELDER, { stap: 'BEVESTIGEN' }],
  [CHAIR, { stap: 'NAAR_FASE', fase: 'DOELTOETS' }],
  [CHAIR, { stap: 'DOELTOETSEN', positief: true, criteria: ['een'], toelichting: 'x' }],
  [CHAIR, { stap: 'PLAATS_GEVEN', ...zetel('c', 'n1'), rol: 'DEELNEMER' }],
  [CHAIR, { stap: 'WIJZIG_KADER', kader: 'DWANG' }],
  [CHAIR, { stap: 'NAAR_FASE', fase: 'DEELNEMERSBEPALING' }],
  [
    { partner: 'c', medewerker: 'n1' },
    { stap: 'VERVANGEN', ...zetel('c', 'n1'), door: 'n2' },
  ],
  [CHAIR, { stap: 'NAAR_FASE', fase: 'CASUSOVERLEG' }],
  [
    { partner: 'c', medewerker: 'n2' },
    { stap: 'VERLATEN', ...zetel('c', 'n2') },
  ],
  [CHAIR, { stap: 'NAAR_FASE', fase: 'AFSLUITING' }],
  [CHAIR, { stap: 'AFSCHERMEN' }],
];

const BEGIN: Beginstand = {
  ...{
    casus: 'casus-1',
    nr: 4,
    dag: vandaag(),
    doel: 'CASUSREGIE',
    fase: 'AANMELDING',
    kader: 'DRANG',
    status: 'LOPEND',
  },
  ...{ gemeente: 'Zwolle', convenant: 'voorbeeld', regie: 'a', bevestigdDoor: ['a'] },
  zetels: [
    { ...CHAIR, rol: 'PROCESREGISSEUR', van: '2026-01-01', tot: null },
    { ...MELDER, rol: 'MELDER', van: '2026-01-01', tot: null },
    { partner: 'b', medewerker: 'm9', rol: 'DEELNEMER', van: '2026-01-01', tot: '2026-02-01' },
  ],
};

/** What a municipality has, and what it says. */
interface Gemeente {
  readonly begin: { tekst: string; handtekeningen: Record<string, string> } | null;
  readonly akten: { tekst: string; handtekening: string }[];
  readonly feiten: Casusfeiten;
  readonly verloop: Verloop;
}

/** An honest one, after so many stappen. What a casus came to is worked out by the naive machine. */
async function honest(taken: number): Promise<Gemeente> {
  const tekst = textOfBegin(BEGIN);
  const { casus, doel, gemeente, convenant, regie } = BEGIN;
  let stand: Casusstand = { ...BEGIN, tafel: BEGIN.zetels.filter(({ tot }) => tot === null) };
  let vorige = VOORAF;
  const akten: Gemeente['akten'] = [];
  for (const [index, [wie, stap]] of WAY.slice(0, taken).entries()) {
    const akte = akteOf(stap, { casus, ...wie, nr: BEGIN.nr + index + 1, vorige });
    akten.push({ tekst: textOf(akte), handtekening: await signed(wie.partner, textOf(akte), 'akte+jws') });
    vorige = digestOf(akte);
    const seats = [...stand.tafel, { partner: 'c', medewerker: 'n1', rol: 'DEELNEMER' as const }, { partner: 'c', medewerker: 'n2', rol: 'DEELNEMER' as const }]; // oxfmt-ignore
    const aangewezen = seats.map(({ partner, medewerker, rol }) => `${partner} ${medewerker} ${rol}`);
    const next = naiveStap(stand, `${wie.partner} ${wie.medewerker}`, stap, { wgs: WGS, aangewezen });
    if (next === null) throw new Error(`${stap.stap} can't be taken here`);
    stand = next;
  }
  const { fase, kader, status, bevestigdDoor, tafel } = stand;
  const seats = tafel.map(({ partner, medewerker, rol }) => ({ partner, medewerker, rol }));
  return {
    begin: { tekst, handtekeningen: { a: await signed('a', tekst, 'beginstand+jws') } },
    akten,
    feiten: { casus, doel, gemeente, convenant, regie, fase, kader, status, bevestigd: bevestigdDoor.length > 1, tafel: seats }, // oxfmt-ignore
    verloop: { nr: BEGIN.nr + taken, vorige, begin: digestOfBegin(tekst), bevestigdDoor },
  };
}

/** Some at a time, as the door gives them. */
const door =
  ({ begin, akten }: Pick<Gemeente, 'begin' | 'akten'>) =>
  async (vanaf: number | null): Promise<Verloopdeel> => ({
    begin: vanaf === null ? begin : null,
    akten: vanaf === null ? [] : akten.slice(Math.max(0, vanaf - BEGIN.nr)).slice(0, 3),
  });

const faults: string[] = [];
const follower = (lastStap: Parameters<typeof createFollower>[0]['lastStap'] = async () => null) =>
  createFollower({
    sleutelsVan: (partner) => keys.get(partner)?.jwks ?? null,
    wgsOf,
    lastStap,
    fault: (what) => void faults.push(what),
  });
async function said(at: ReturnType<typeof follower>, told: Gemeente, height = at.height('casus-1')): Promise<string> {
  faults.length = 0;
  try {
    await at.check(told.feiten, told.verloop, height, door(told));
    expect(faults).toEqual([]);
    return 'believed';
  } catch (fout) {
    expect(faults).toEqual(['the municipality tells of a casus what its partners did not sign']);
    return (fout as { code: string }).code;
  }
}
const NEE = 'HUB_CASUSFEITEN_ONGETEKEND';
const DAY = 86_400_000;
const dayFrom = (days: number) => vandaag(new Date(Date.now() + days * DAY));

describe('a casus that was brought in', () => {
  const AANMELDING: Aanmelding = {
    ...{ ...MELDER, regie: 'a', procesregisseur: 'm7', convenant: 'voorbeeld' },
    ...{ doel: 'CASUSREGIE', kader: 'DRANG', thema: 'VEELPLEGER', gemeente: 'Zwolle', dag: vandaag() },
    ...{ sleutel: 's'.repeat(16), wie: '0'.repeat(64) },
  };
  /** As a municipality tells it right after; a test changes what was signed, by whom, or what is told. */
  const reported = async (
    aanmelding: object = AANMELDING,
    by = 'b',
    typ: 'aanmelding+jws' | 'beginstand+jws' = 'aanmelding+jws',
    more: Partial<Casusfeiten> = {},
  ): Promise<Gemeente> => {
    const tekst = textOfBesluit(aanmelding);
    const { doel, kader, gemeente, convenant, regie } = AANMELDING;
    const casus = casusVan(tekst);
    const tafel = [
      { partner: 'b', medewerker: 'm1', rol: 'MELDER' as const },
      { partner: 'a', medewerker: 'm7', rol: 'PROCESREGISSEUR' as const },
    ];
    const stand = { fase: 'AANMELDING' as const, status: 'LOPEND' as const, bevestigd: false };
    return {
      begin: { tekst, handtekeningen: { [by]: await signed(by, tekst, typ) } },
      akten: [],
      feiten: { casus, doel, kader, gemeente, convenant, regie, ...stand, tafel, ...more },
      verloop: { nr: 0, vorige: VOORAF, begin: digestOfBegin(tekst), bevestigdDoor: ['b'] },
    };
  };
  const told = async (gemeente: Promise<Gemeente>) => said(follower(), await gemeente, 0);

  test('begins as its melder signed it, confirmed by him if he is public, and goes on from there', async () => {
    expect(await told(reported())).toBe('believed');
    const first = await reported();
    const akte = akteOf({ stap: 'BEVESTIGEN' }, { casus: first.feiten.casus, partner: 'a', medewerker: 'm7', nr: 1, vorige: VOORAF }); // oxfmt-ignore
    const akten = [{ tekst: textOf(akte), handtekening: await signed('a', textOf(akte), 'akte+jws') }];
    const verloop = { ...first.verloop, nr: 1, vorige: digestOf(akte), bevestigdDoor: ['b', 'a'] };
    const next = { ...first, akten, verloop, feiten: { ...first.feiten, bevestigd: true } };
    const at = follower();
    const check = async ({ feiten, verloop: now }: Gemeente) =>
      at.check(feiten, now, 0, async (vanaf) => ({ begin: vanaf === null ? next.begin : null, akten: vanaf === null ? [] : akten })).then(() => 'believed', () => NEE); // oxfmt-ignore
    expect(await check(next)).toBe('believed');
    expect(await check({ ...next, verloop: { ...verloop, nr: 0 } })).toBe(NEE);
    const ofC = { ...AANMELDING, partner: 'c' };
    const byPrivate = await reported(ofC, 'c');
    const tafel = [{ partner: 'c', medewerker: 'm1', rol: 'MELDER' as const }];
    const alone = { ...byPrivate, feiten: { ...byPrivate.feiten, tafel } };
    expect(await said(follower(), { ...alone, verloop: { ...alone.verloop, bevestigdDoor: [] } }, 0)).toBe('believed');
    expect(await said(follower(), alone, 0)).toBe(NEE);
  });

  test.each<[string, () => Promise<Gemeente>]>([
    ['signed by another', () => reported(AANMELDING, 'a')],
    ['signed as a beginstand', () => reported(AANMELDING, 'b', 'beginstand+jws')],
    ['of another casus', () => reported(AANMELDING, 'b', 'aanmelding+jws', { casus: 'c'.repeat(32) })],
    ['under a private regie', () => reported({ ...AANMELDING, regie: 'c' })],
    ['of a partner without an account', () => reported({ ...AANMELDING, partner: 'd' })],
    ['with one who is both', () => reported({ ...AANMELDING, procesregisseur: 'm1' })],
    ['with more in it', () => reported({ ...AANMELDING, fase: 'CASUSOVERLEG' })],
    ['and told further', () => reported(AANMELDING, 'b', 'aanmelding+jws', { fase: 'CASUSOVERLEG' })],
    ['and told confirmed', () => reported(AANMELDING, 'b', 'aanmelding+jws', { bevestigd: true })],
    ['and told under another convenant', () => reported(AANMELDING, 'b', 'aanmelding+jws', { convenant: 'ruimer' })],
    ['and told for another doel', () => reported(AANMELDING, 'b', 'aanmelding+jws', { doel: 'BEGELEIDING' })],
    ['and told in another kader', () => reported(AANMELDING, 'b', 'aanmelding+jws', { kader: 'DWANG' })],
    ['with somebody else at the table', () => reported(AANMELDING, 'b', 'aanmelding+jws', { tafel: [{ partner: 'c', medewerker: 'm1', rol: 'DEELNEMER' }] })], // oxfmt-ignore
    ['that begins tomorrow', () => reported({ ...AANMELDING, dag: dayFrom(3) })],
  ])('%s is not believed', async (_name, gemeente) => {
    expect(await told(gemeente())).toBe(NEE);
  });
});

describe('a municipality that tells what was signed', () => {
  test('is believed at every stap, by who follows along and by who comes in anywhere', async () => {
    const along = follower();
    for (let taken = 0; taken <= WAY.length; taken += 1) {
      const told = await honest(taken);
      expect([taken, await said(follower(), told)]).toEqual([taken, 'believed']);
      // The signatures of another run are others, the akten as well: so each along its own.
      if (taken === WAY.length) {
        for (let upTo = 0; upTo <= taken; upTo += 1) {
          const less = await withStand(told, upTo);
          expect([upTo, await said(along, less)]).toEqual([upTo, 'believed']);
          expect(along.height('casus-1')).toBe(BEGIN.nr + upTo);
        }
      }
    }
  });

  test('may tell of fewer seats, for who is no longer designated has none', async () => {
    const told = await honest(5);
    const tafel = told.feiten.tafel.slice(1);
    expect(await said(follower(), { ...told, feiten: { ...told.feiten, tafel } })).toBe('believed');
  });

  test('asks for what is new only, and for nothing when nothing is', async () => {
    const all = await honest(4);
    const at = follower();
    const asked: (number | null)[] = [];
    const ask = (told: Gemeente) => async (vanaf: number | null) => {
      asked.push(vanaf);
      return door(told)(vanaf);
    };
    for (const upTo of [2, 2, 4, 4]) {
      const told = await withStand(all, upTo);
      await at.check(told.feiten, told.verloop, at.height('casus-1'), ask(told));
    }
    expect(asked).toEqual([null, BEGIN.nr, BEGIN.nr + 2]);
  });

  test('may be a moment behind for who asked before the last stap was known', async () => {
    const all = await honest(3);
    const at = follower();
    const before = at.height('casus-1');
    expect(await said(at, all)).toBe('believed');
    const late = await withStand(all, 2);
    expect(await said(at, late, before)).toBe('believed');
    // Who asks after it is told of a casus that went back.
    expect(await said(at, late)).toBe(NEE);
  });
});

/** The same municipality, earlier: its own akten and what they came to. */
async function withStand(all: Gemeente, taken: number): Promise<Gemeente> {
  const { feiten, verloop } = await honest(taken);
  const akten = all.akten.slice(0, taken);
  const last = akten.at(-1);
  const vorige = last === undefined ? VOORAF : digestOf(JSON.parse(last.tekst) as Akte);
  return { begin: all.begin, akten, feiten, verloop: { ...verloop, vorige } };
}

type Lie = (told: Gemeente, upTo: number) => Gemeente | Promise<Gemeente>;
const tells =
  (over: Partial<Casusfeiten>): Lie =>
  (told) => ({ ...told, feiten: { ...told.feiten, ...over } });
const ofBegin =
  (change: (begin: Beginstand) => Partial<Beginstand>, signers: readonly string[]): Lie =>
  async (told) => {
    const read = { ...BEGIN, ...change(BEGIN) };
    const tekst = textOfBegin(read);
    const handtekeningen: Record<string, string> = {};
    for (const one of signers) handtekeningen[one] = await signed(one, tekst, 'beginstand+jws');
    const tafel = [...told.feiten.tafel, { partner: 'c', medewerker: 'm3', rol: 'DEELNEMER' as const }];
    return {
      begin: { tekst, handtekeningen },
      akten: [],
      feiten: { ...told.feiten, fase: read.fase, kader: read.kader, status: read.status, bevestigd: read.bevestigdDoor.length > 1, tafel }, // oxfmt-ignore
      verloop: { nr: read.nr, vorige: VOORAF, begin: digestOfBegin(tekst), bevestigdDoor: read.bevestigdDoor },
    };
  };
const more = (begin: Beginstand): Pick<Beginstand, 'zetels'> => ({
  zetels: [...begin.zetels, { partner: 'c', medewerker: 'm3', rol: 'DEELNEMER', van: '2026-01-01', tot: null }],
});
/** Another last akte, signed by whom it says. */
const last =
  (change: (akte: Akte) => Akte, signer: string, typ: 'akte+jws' | 'beginstand+jws' = 'akte+jws'): Lie =>
  async (told) => {
    const akte = change(JSON.parse(told.akten.at(-1)!.tekst) as Akte);
    const own = { tekst: textOf(akte), handtekening: await signed(signer, textOf(akte), typ) };
    return {
      ...told,
      akten: [...told.akten.slice(0, -1), own],
      verloop: { ...told.verloop, nr: akte.nr, vorige: digestOf(akte) },
    };
  };

const LIES: readonly (readonly [string, Lie])[] = [
  ['another fase', (told) => tells({ fase: told.feiten.fase === 'UITVOERING' ? 'VERZAMELEN' : 'UITVOERING' })(told, 0)],
  ['another kader', (told) => tells({ kader: told.feiten.kader === 'DWANG' ? 'DRANG' : 'DWANG' })(told, 0)],
  ['another status', (told) => tells({ status: told.feiten.status === 'LOPEND' ? 'AFGEWEZEN' : 'LOPEND' })(told, 0)],
  ['another confirmation', (told) => tells({ bevestigd: !told.feiten.bevestigd })(told, 0)],
  ['another doel', tells({ doel: 'BEGELEIDING' })],
  ['another gemeente', tells({ gemeente: 'Deventer' })],
  ['another convenant', tells({ convenant: 'ander' })],
  ['another regie', tells({ regie: 'b' })],
  ['a seat that nobody gave', (told) => tells({ tafel: [...told.feiten.tafel, { partner: 'a', medewerker: 'm3', rol: 'DEELNEMER' }] })(told, 0)], // oxfmt-ignore
  ['a seat that ended', (told) => tells({ tafel: [...told.feiten.tafel, { partner: 'b', medewerker: 'm9', rol: 'DEELNEMER' }] })(told, 0)], // oxfmt-ignore
  ['a seat in another rol', (told) => tells({ tafel: told.feiten.tafel.map((one) => ({ ...one, rol: 'CASUSREGISSEUR' as const })) })(told, 0)], // oxfmt-ignore
  ['other confirmers', (told) => ({ ...told, verloop: { ...told.verloop, bevestigdDoor: ['c'] } })],
  ['a digest of nothing', (told) => ({ ...told, verloop: { ...told.verloop, vorige: 'f'.repeat(64) } })],
  ['more stappen than there are', (told) => ({ ...told, verloop: { ...told.verloop, nr: told.verloop.nr + 1 } })],
  ['no beginstand at all', (told) => ({ ...told, verloop: { ...told.verloop, begin: null } })],
  ['another beginstand than it gives', (told) => ({ ...told, verloop: { ...told.verloop, begin: 'f'.repeat(64) } })],
  ['no beginstand', (told) => ({ ...told, begin: null })],
  ['a beginstand that nobody signed', ofBegin(more, [])],
  ['a beginstand that another signed', ofBegin(more, ['b', 'c'])],
  ['a beginstand of who is not there', ofBegin((begin) => ({ ...more(begin), regie: 'z' }), ['a', 'b', 'c'])],
  ['a confirmation that its partner did not sign', ofBegin((begin) => ({ ...more(begin), bevestigdDoor: ['a', 'b'] }), ['a'])], // oxfmt-ignore
  ['a beginstand of another casus', ofBegin((begin) => ({ ...more(begin), casus: 'casus-2' }), ['a'])],
  ['a signature under the text before', (told) => ({ ...told, begin: { ...told.begin!, tekst: textOfBegin({ ...BEGIN, kader: 'DWANG' }) } })], // oxfmt-ignore
  ['a beginstand signed as an akte', async (told) => ({ ...told, begin: { ...told.begin!, handtekeningen: { a: await signed('a', told.begin!.tekst, 'akte+jws') } } })], // oxfmt-ignore
]; // oxfmt-ignore

/** Of who follows from an earlier stand on, as well. */
const ABOUT_AKTEN: readonly (readonly [string, Lie])[] = [
  ['an akte less', (told) => ({ ...told, akten: told.akten.slice(1) })],
  ['the last akte not there', (told) => ({ ...told, akten: told.akten.slice(0, -1) })],
  [
    'an akte under the signature of another',
    async (told, upTo) => last((akte) => akte, WAY[upTo - 1]![0].partner === 'c' ? 'a' : 'c')(told, upTo),
  ],
  ['an akte signed as a beginstand', async (told, upTo) => last((akte) => akte, WAY[upTo - 1]![0].partner, 'beginstand+jws')(told, upTo)], // oxfmt-ignore
  ['an akte that says something else', (told) => ({ ...told, akten: told.akten.map(({ tekst, handtekening }) => ({ tekst: tekst.replace('"medewerker":"', '"medewerker":"x'), handtekening })) })], // oxfmt-ignore
  ['an akte of a partner that has no seat', last((akte) => ({ ...akte, partner: 'c', medewerker: 'm7' }), 'c')],
  ['an akte of another casus', async (told, upTo) => last((akte) => ({ ...akte, casus: 'casus-2' }), WAY[upTo - 1]![0].partner)(told, upTo)], // oxfmt-ignore
  ['an akte after another than the one before it', async (told, upTo) => last((akte) => ({ ...akte, vorige: 'e'.repeat(64) }), WAY[upTo - 1]![0].partner)(told, upTo)], // oxfmt-ignore
  ['an akte under a number of its own', async (told, upTo) => last((akte) => ({ ...akte, nr: akte.nr + 1 }), WAY[upTo - 1]![0].partner)(told, upTo)], // oxfmt-ignore
  ['a stap that the machine does not know there', async (told, upTo) => last((akte) => ({ ...kopOf(akte), stap: 'NAAR_FASE', fase: 'UITVOERING' }), WAY[upTo - 1]![0].partner)(told, upTo)], // oxfmt-ignore
  ['what is no akte', (told) => ({ ...told, akten: [...told.akten.slice(0, -1), { tekst: '{', handtekening: 'x' }] })],
];
const kopOf = ({ casus, partner, medewerker, nr, vorige, sleutel, dag }: Akte) => ({ casus, partner, medewerker, nr, vorige, sleutel, dag }); // oxfmt-ignore

describe('a municipality that lies is found out, and it is told', () => {
  test.each([...LIES, ...ABOUT_AKTEN])('%s', async (_name, lie) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: WAY.length - 2 }), fc.nat(WAY.length), async (upTo, seen) => {
        const told = await honest(upTo);
        const at = follower();
        // Having seen some of it before, or nothing.
        if (seen < upTo) expect(await said(at, await withStand(told, seen))).toBe('believed');
        const lied = await lie(told, upTo);
        // What is known already is not asked for again: of an earlier akte, or the begin, nothing can be told any more.
        const earlier = seen < upTo && (lied.begin !== told.begin || lied.akten.length < told.akten.length) && lied.verloop === told.verloop && lied.feiten === told.feiten; // oxfmt-ignore
        if (!earlier) expect([upTo, seen, await said(at, lied)]).toEqual([upTo, seen, NEE]);
        expect(await said(follower(), lied)).toBe(NEE);
      }),
      { numRuns: runs(6) },
    );
  });

  test('another stap than the one that was taken, signed by whom it says', async () => {
    const told = await honest(6);
    const fork = last((akte) => ({ ...kopOf(akte), stap: 'WIJZIG_KADER', kader: 'VRIJWILLIG' }), 'a');
    const other = await fork(told, 6);
    const lied = { ...other, feiten: { ...(await honest(5)).feiten, kader: 'VRIJWILLIG' as const } };
    // By itself it could have been.
    expect(await said(follower(), lied)).toBe('believed');
    const seen = follower();
    expect(await said(seen, told)).toBe('believed');
    expect(await said(seen, lied)).toBe(NEE);
    expect(await said(seen, { ...told, verloop: { ...told.verloop, vorige: 'f'.repeat(64) } })).toBe(NEE);
    const taken = follower();
    taken.taken('casus-1', told.verloop.nr, told.verloop.vorige);
    expect(await said(taken, lied)).toBe(NEE);
    expect(await said(taken, await withStand(told, 5))).toBe(NEE);
    expect(await said(taken, told)).toBe('believed');
  });

  test('a casus that goes back to before a stap of which this hub knows', async () => {
    const all = await honest(WAY.length);
    await fc.assert(
      fc.asyncProperty(fc.nat(WAY.length), fc.nat(WAY.length), async (high, low) => {
        const at = follower();
        expect(await said(at, await withStand(all, high))).toBe('believed');
        expect(await said(at, await withStand(all, low))).toBe(low < high ? NEE : 'believed');
      }),
      { numRuns: runs(10) },
    );
  });

  test('a casus that goes back to before a stap that was taken before this hub started', async () => {
    const all = await honest(WAY.length);
    await fc.assert(
      fc.asyncProperty(fc.nat(WAY.length), fc.nat(WAY.length), fc.boolean(), async (high, low, whichever) => {
        const { nr, vorige } = (await withStand(all, high)).verloop;
        const at = follower(async () => ({ nr, vorige: whichever ? null : vorige }));
        expect(at.knows('casus-1')).toBe(false);
        await at.recall('casus-1');
        expect([at.knows('casus-1'), at.height('casus-1')]).toEqual([true, nr]);
        expect(await said(at, await withStand(all, low))).toBe(low < high ? NEE : 'believed');
      }),
      { numRuns: runs(10) },
    );
  });

  test('another stap than the one that was written down under its nr', async () => {
    const told = await honest(2);
    const { nr } = told.verloop;
    const of = async (vorige: string | null) => {
      const at = follower(async () => ({ nr, vorige }));
      await at.recall('casus-1');
      return said(at, told);
    };
    expect(await of('f'.repeat(64))).toBe(NEE);
    expect(await of(told.verloop.vorige)).toBe('believed');
    // Put back by who runs the hub: whichever stands there.
    expect(await of(null)).toBe('believed');
  });

  test('what is known by now is not forgotten for what was written down', async () => {
    const told = await honest(2);
    const at = follower(async () => ({ nr: told.verloop.nr - 1, vorige: 'f'.repeat(64) }));
    expect(await said(at, told)).toBe('believed');
    await at.recall('casus-1');
    expect(at.height('casus-1')).toBe(told.verloop.nr);
    expect(await said(at, told)).toBe('believed');
    const empty = follower();
    await empty.recall('casus-1');
    expect([empty.knows('casus-1'), empty.height('casus-1')]).toEqual([true, 0]);
  });

  test('a beginstand in other words than it has', async () => {
    const told = await honest(0);
    const inWords = async (tekst: string) => {
      const begin = { tekst, handtekeningen: { a: await signed('a', tekst, 'beginstand+jws') } };
      return said(follower(), { ...told, begin, verloop: { ...told.verloop, begin: digestOfBegin(tekst) } });
    };
    const { tekst } = told.begin!;
    expect(await inWords(tekst)).toBe('believed');
    for (const other of [` ${tekst}`, tekst.replace('{', '{"casus":"casus-2",'), tekst.replace('{', '{"extra":1,')])
      expect([other, await inWords(other)]).toEqual([other, NEE]);
  });

  test('a seat that somebody left, also one that he had for a later day', async () => {
    const later = { partner: 'c', medewerker: 'n2', rol: 'DEELNEMER' as const, van: dayFrom(1), tot: null };
    const own = { partner: 'c', medewerker: 'n2', rol: 'DEELNEMER' as const, van: '2026-01-01', tot: null };
    const begin: Beginstand = { ...BEGIN, fase: 'CASUSOVERLEG', bevestigdDoor: ['a', 'b'], zetels: [...BEGIN.zetels, own, later] }; // oxfmt-ignore
    const tekst = textOfBegin(begin);
    const handtekeningen = { a: await signed('a', tekst, 'beginstand+jws'), b: await signed('b', tekst, 'beginstand+jws') }; // oxfmt-ignore
    const akte = akteOf({ stap: 'VERLATEN', ...zetel('c', 'n2') }, { casus: 'casus-1', ...CHAIR, nr: BEGIN.nr + 1 });
    const akten = [{ tekst: textOf(akte), handtekening: await signed('a', textOf(akte), 'akte+jws') }];
    const { feiten } = await honest(0);
    const tafel = [...feiten.tafel, { partner: 'c', medewerker: 'n2', rol: 'DEELNEMER' as const }];
    const before = { nr: BEGIN.nr, vorige: VOORAF, begin: digestOfBegin(tekst), bevestigdDoor: ['a', 'b'] };
    const after = { ...before, nr: BEGIN.nr + 1, vorige: digestOf(akte) };
    const there = { ...feiten, fase: 'CASUSOVERLEG' as const, bevestigd: true };
    const tell = (verloop: Verloop, seats: Casusfeiten['tafel']): Gemeente => ({ begin: { tekst, handtekeningen }, akten, feiten: { ...there, tafel: seats }, verloop }); // oxfmt-ignore
    expect(await said(follower(), tell(before, tafel))).toBe('believed');
    expect(await said(follower(), tell(after, feiten.tafel))).toBe('believed');
    expect(await said(follower(), tell(after, tafel))).toBe(NEE);
    // Nor on that later day.
    const at = follower();
    jest.useFakeTimers({ now: Date.now() + 2 * DAY, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      expect(await said(at, tell(after, tafel))).toBe(NEE);
      expect(await said(at, tell(after, feiten.tafel))).toBe('believed');
    } finally {
      jest.useRealTimers();
    }
  });

  test('an akte for a day on which its signer still sat there, or will: days go by once', async () => {
    const was = {
      partner: 'b',
      medewerker: 'n8',
      rol: 'PROCESREGISSEUR' as const,
      van: '2026-01-01',
      tot: '2026-06-01',
    };
    const wordt = { ...was, medewerker: 'n9', van: dayFrom(3), tot: null };
    const is = { ...was, medewerker: 'n7', tot: null };
    const begin: Beginstand = { ...BEGIN, dag: dayFrom(-2), zetels: [...BEGIN.zetels, was, wordt, is] };
    const tekst = textOfBegin(begin);
    const handtekeningen = { a: await signed('a', tekst, 'beginstand+jws') };
    const { feiten } = await honest(0);
    const signedOn = async (partner: string, medewerker: string, ...days: string[]): Promise<string> => {
      const akten: Gemeente['akten'] = [];
      let vorige = VOORAF;
      for (const [index, dag] of days.entries()) {
        const stap: Stap = { stap: 'NAAR_FASE', fase: 'DOELTOETS' };
        const last = index === days.length - 1;
        const wie = last ? { partner, medewerker } : CHAIR;
        const akte = akteOf(last ? { stap: 'VERLATEN', ...zetel('b', 'm1') } : stap, { casus: 'casus-1', ...wie, nr: BEGIN.nr + index + 1, vorige, dag }); // oxfmt-ignore
        akten.push({ tekst: textOf(akte), handtekening: await signed(wie.partner, textOf(akte), 'akte+jws') });
        vorige = digestOf(akte);
      }
      const tafel = feiten.tafel.filter((one) => one.partner === 'a');
      return said(follower(), {
        begin: { tekst, handtekeningen },
        akten,
        feiten: { ...feiten, fase: days.length > 1 ? 'DOELTOETS' : 'AANMELDING', tafel },
        verloop: { nr: BEGIN.nr + days.length, vorige, begin: digestOfBegin(tekst), bevestigdDoor: ['a'] },
      });
    };
    expect(await signedOn('b', 'm1', dayFrom(0))).toBe('believed');
    expect(await signedOn('b', 'm1', dayFrom(-2))).toBe('believed');
    expect(await signedOn('b', 'm1', dayFrom(-2), dayFrom(-1))).toBe('believed');
    // Before the beginstand, before the last akte, and tomorrow.
    expect(await signedOn('b', 'm1', dayFrom(-3))).toBe(NEE);
    expect(await signedOn('b', 'm1', dayFrom(0), dayFrom(-1))).toBe(NEE);
    expect(await signedOn('b', 'm1', dayFrom(2))).toBe(NEE);
    // Which is what it is for.
    expect(await signedOn('b', 'n7', dayFrom(0))).toBe('believed');
    expect(await signedOn('b', 'n8', '2026-03-01')).toBe(NEE);
    expect(await signedOn('b', 'n9', dayFrom(4))).toBe(NEE);
    expect(await signedOn('b', 'n8', dayFrom(0))).toBe(NEE);
  });

  test('a seat of tomorrow, or one of before today', async () => {
    const seat = { partner: 'c', medewerker: 'm3', rol: 'DEELNEMER' as const };
    const with_ = async (van: string, tot: string | null): Promise<string> => {
      const begin: Beginstand = { ...BEGIN, zetels: [...BEGIN.zetels, { ...seat, van, tot }] };
      const tekst = textOfBegin(begin);
      const told = await honest(0);
      return said(follower(), {
        begin: { tekst, handtekeningen: { a: await signed('a', tekst, 'beginstand+jws') } },
        akten: [],
        feiten: { ...told.feiten, tafel: [...told.feiten.tafel, seat] },
        verloop: { ...told.verloop, begin: digestOfBegin(tekst) },
      });
    };
    expect(await with_(dayFrom(0), null)).toBe('believed');
    expect(await with_(dayFrom(-9), dayFrom(2))).toBe('believed');
    expect(await with_(dayFrom(2), null)).toBe(NEE);
    expect(await with_(dayFrom(-9), dayFrom(-1))).toBe(NEE);
  });
});
