import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { ROLLEN } from '../../../schema/domain/rol';
import { readKetenpartners } from '../../../schema/partners';
import { asSigned } from '../../../gateway/convenant/asSigned';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import { createDecider } from '../../../gateway/decide/createDecider';
import type { Situatie } from '../../../gateway/decide/situatie';
import { readRegelboek } from '../../../gateway/register/toets/regelboek';
import { weegVeld } from '../../../gateway/register/toets/weegVeld';
import { counted } from '../../harness/runs';

const SCHEMA = join(__dirname, '../../../schema');
const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
const [catalogus, partners] = [readGegevenscatalogus(), readKetenpartners()];
const convenanten = readConvenanten(join(SCHEMA, 'convenanten'), catalogus, partners).map(asSigned);
const decider = createDecider({ catalogus, partners, labels, digest: 'toets' });
const boek = readRegelboek({
  schema: SCHEMA,
  convenanten: join(SCHEMA, 'convenanten'),
  partners: join(SCHEMA, 'partners.yaml'),
});

const pick = <T>(list: readonly T[]) => fc.constantFrom(...list);
const some = (list: readonly string[]) => fc.subarray([...list]);
const scene = pick(convenanten).chain((convenant) =>
  fc.record({
    convenant: fc.constant(convenant),
    getekend: fc.oneof({ weight: 3, arbitrary: fc.constant(convenant.partijen) }, { weight: 1, arbitrary: some(convenant.partijen) }), // oxfmt-ignore
    partner: fc.oneof({ weight: 8, arbitrary: pick(convenant.partijen) }, { weight: 1, arbitrary: pick([...partners.keys()]) }), // oxfmt-ignore
    rol: fc.oneof({ weight: 4, arbitrary: pick(['DEELNEMER', 'CASUSREGISSEUR', 'MELDER'] as const) }, { weight: 2, arbitrary: pick(ROLLEN) }), // oxfmt-ignore
    doel: fc.oneof({ weight: 4, arbitrary: pick(convenant.doelen) }, { weight: 1, arbitrary: pick(DOELEN) }, { weight: 3, arbitrary: fc.constant('CASUSREGIE' as const) }), // oxfmt-ignore
    fase: pick(['DOELTOETS' as const, ...FASEN]),
    kader: pick(KADERS),
    status: fc.oneof({ weight: 9, arbitrary: fc.constant('LOPEND' as const) }, { weight: 1, arbitrary: pick(['AFGESCHERMD', 'AFGEWEZEN'] as const) }), // oxfmt-ignore
    bevestigd: fc.boolean(),
    aangewezen: fc.boolean(),
    zit: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    tafel: fc.subarray([...partners.keys()], { minLength: 6 }),
    melders: fc.subarray([...partners.keys()], { maxLength: 3 }),
  }),
);

/** The code that decides and the code that tests it were written apart: where they differ, one of them is wrong. */
test('what is weighed from the files is what the hub decides, for every field in any situation', async () => {
  const reasons = new Set<string | null>();
  await fc.assert(
    fc.asyncProperty(
      scene,
      async ({ convenant, getekend, partner, rol, doel, aangewezen, zit, tafel, melders, ...casus }) => {
        const ontvanger = partners.get(partner)!;
        const reported = melders.map((one) => [one, 'MELDER'] as const);
        const seats = [
          ...tafel.map((one) => [one, 'DEELNEMER'] as const),
          ...reported,
          ...(zit ? [[partner, rol] as const] : []),
        ];
        const situatie: Situatie = {
          ontvanger,
          rol,
          doel,
          convenant: { ...convenant, getekend },
          aangewezen,
          casus: { ...casus, tafel: seats.map(([one, as]) => ({ partner: one, medewerker: '', rol: as })) },
        };
        const besluiten = await decider.decide(situatie);
        const tekst = boek.convenanten.find(
          (one) => one.convenant === convenant.id && one.versie === convenant.versie,
        )!;
        const who = boek.partners.find((one) => one.id === partner)!;
        const geval = { boek, convenant: tekst, getekend, partner: who, rol, doel, aangewezen, feiten: { ...casus, tafel: seats } }; // oxfmt-ignore
        for (const { coordinaat } of labels.values()) {
          const besluit = besluiten.coordinaat(coordinaat);
          const expected = besluit.uitkomst === 'DENY' ? besluit.reden : null;
          reasons.add(expected);
          expect([coordinaat, weegVeld(geval, coordinaat, [])?.reden]).toEqual([coordinaat, expected]);
        }
      },
    ),
    { ...counted(40), endOnFailure: true },
  );
  expect(reasons.size).toBeGreaterThan(8);
  expect([...reasons]).toContain('BRON_NIET_MELDER');
}, 240_000);

test.each([
  [true, null],
  [true, 'DEELNEMER'],
  [true, 'AUDITOR'],
  [true, 'PRIVACY_OFFICER'],
  [true, 'CASUSREGISSEUR'],
  [false, 'AUDITOR'],
] as const)('outside a casus, designated %p and as %p, too, of whatever partner', (aangewezen, rol) => {
  for (const id of ['gemeente-zwolle', 'dimence']) {
    const besluiten = decider.outsideCasus(aangewezen, rol, partners.get(id));
    for (const { coordinaat } of labels.values()) {
      const besluit = besluiten.coordinaat(coordinaat);
      const expected = besluit.uitkomst === 'DENY' ? besluit.reden : null;
      const geval = { boek, aangewezen, rol, partner: id };
      expect([id, coordinaat, weegVeld(geval, coordinaat, [])?.reden]).toEqual([id, coordinaat, expected]);
    }
  }
});
