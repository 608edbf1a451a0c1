import fc from 'fast-check';
import { BEPERKINGEN } from '../../../schema/domain/beperking';
import type { Convenant, Verstrekking } from '../../../schema/domain/convenant';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { PARTNERSOORTEN } from '../../../schema/domain/partnersoort';
import { REGIMES } from '../../../schema/domain/regime';
import { ROLLEN } from '../../../schema/domain/rol';
import type { Situatie } from '../../../gateway/decide/situatie';
import { catalogus, convenant, partners } from './ground';

/** Mostly everything, sometimes a part: so that a grant and each reason for a refusal all come by. */
function most<T>(all: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(all) }, { weight: 1, arbitrary: fc.subarray([...all]) });
}

const hosts = [...partners.values()].filter(({ subgraaf }) => subgraaf !== null);
const ontvanger: fc.Arbitrary<Ketenpartner> = fc.constantFrom(...hosts, ...hosts, ...partners.values());
const names = [...PARTNERSOORTEN, ...partners.keys()];

const casusfeiten: fc.Arbitrary<Situatie['casus']> = fc.record({
  fase: fc.constantFrom('DOELTOETS', ...FASEN),
  kader: fc.constantFrom(...KADERS),
  status: fc.constantFrom('LOPEND', 'LOPEND', 'LOPEND', 'LOPEND', 'AFGESCHERMD', 'AFGEWEZEN'),
  bevestigd: fc.constantFrom(true, true, false),
  tafel: fc
    .tuple(most(hosts), fc.subarray([...partners.keys()], { maxLength: 6 }))
    .map(([present, melders]) => [
      ...present.map(({ id }) => ({ partner: id, medewerker: `m-${id}`, rol: 'DEELNEMER' as const })),
      ...melders.map((partner) => ({ partner, medewerker: `n-${partner}`, rol: 'MELDER' as const })),
    ]),
});

/** Somebody, in some rol, for some doel, in some casus, under this convenant. */
export function situatieUnder(under: fc.Arbitrary<Convenant>): fc.Arbitrary<Situatie> {
  return fc
    .record({
      ontvanger,
      rol: fc.constantFrom('DEELNEMER', 'DEELNEMER', 'DEELNEMER', ...ROLLEN),
      doel: fc.constantFrom('CASUSREGIE', ...DOELEN),
      casus: casusfeiten,
      convenant: under,
      aangewezen: fc.boolean(),
      zit: fc.constantFrom(true, true, true, true, false),
    })
    .map(({ zit, ...situatie }) => (zit ? seated(situatie) : situatie));
}

function seated(situatie: Situatie): Situatie {
  const { ontvanger, rol, casus } = situatie;
  const tafel = [...casus.tafel, { partner: ontvanger.id, medewerker: 'm', rol }];
  return { ...situatie, casus: { ...casus, tafel } };
}

const verstrekking: fc.Arbitrary<Verstrekking> = fc.record({
  nr: fc.integer({ min: 1, max: 99 }),
  gegevens: fc.uniqueArray(fc.constantFrom(...catalogus.keys()), { minLength: 1, maxLength: 25 }),
  van: fc.uniqueArray(fc.constantFrom('POLITIE', 'GEMEENTE', 'GGZ', 'VERSLAVINGSZORG', ...names), {
    minLength: 1,
    maxLength: 4,
  }),
  aan: fc.uniqueArray(fc.constantFrom('PROCESREGISSEUR', 'INFORMATIEMAKELAAR', ...names), {
    minLength: 1,
    maxLength: 12,
  }),
  rollen: fc.option(fc.subarray([...ROLLEN])),
  doelen: most(DOELEN),
  fasen: most(FASEN),
  kaders: most(KADERS),
  voorwaarden: fc.constantFrom([], [], ['NIET_DOORVERSTREKKEN' as const], ['EERST_OVERLEGGEN' as const]),
  beperkingen: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...BEPERKINGEN])),
  grondslag: fc.constant('WGS 2.29'),
  artikel: fc.constantFrom('WGS 2.30 lid 1 onder 7', 'WGS 2.30 lid 1 onder 9', 'WGS 2.32'),
});

/** Any convenant at all, also one that the floor would refuse: what decides may not rest on what validates. */
export const anyConvenant: fc.Arbitrary<Convenant> = fc
  .record({
    regime: fc.constantFrom(...REGIMES),
    partijen: most([...partners.keys()]),
    getekend: most([...partners.keys()]),
    verstrekkingen: fc.array(verstrekking, { maxLength: 12 }),
  })
  .map((parts) => ({ ...convenant, ...parts, id: 'willekeurig' }));
