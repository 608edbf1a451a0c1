import fc from 'fast-check';
import type { Convenant, Verstrekking } from '../../../schema/domain/convenant';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { PARTNERSOORTEN } from '../../../schema/domain/partnersoort';
import type { Regime } from '../../../schema/domain/regime';
import { GEEN_GROND } from './geenGrond';
import { catalogus, partners } from './voorbeeld';

/** Categories of which the law asks something special; the rest comes by as well. */
const BIJZONDER = [
  ...['casus.kern', 'persoon.naam', 'persoon.bsn', 'politie.bekend', 'politie.geleend', 'zorg.bekend', 'zetel.eigen'],
  ...['justitie.vonnissen', 'kring.naam', 'kring.inkomen', 'kring.toezicht', 'professional.gezondheid', 'hub.regels'],
  ...['zorg.huisbezoek', 'zorg.diagnosen'],
];

/** What a grondslag can be made of: right words, words of the other regime, words that only look right. */
const GRONDEN = [
  ...['WGS 2.29 lid 1', 'WGS 2.29 lid 2', 'WGS 2.28', 'WGS 2.32', 'BGS 2.19'],
  ...['Wpg 8', 'Wpg 13', 'Wpg 16', 'Wpg 18', 'Wpg 19', 'Wpg 20'],
  ...['Wvggz 7:1', 'Wmo 2015 4.1.1', 'Jeugdwet 7.3.11', 'Jeugdwet 7.2.1', 'BW 7:457'],
  ...['Wet SUWI 64', 'Participatiewet 64', 'AWR 67', 'Wjsg 39f', 'Wabb 10', 'Wabvpz 4'],
  ...['AVG 6 lid 1 onder e'],
  ...GEEN_GROND,
];
const SAMEN = [
  ['WGS 2.29 lid 1', 'WGS 2.29 lid 2'],
  ['WGS 2.29 lid 1', 'Wpg 8'],
  ['Wpg 8', 'Wpg 19'],
  ['BW 7:457', 'Wvggz 7:1'],
  ['Wmo 2015 4.1.1'],
  ['Wabb 10', 'Wet SUWI 64'],
];
const ARTIKELEN = [
  ...GRONDEN,
  ...Array.from({ length: 12 }, (_, index) => `WGS 2.30 lid 1 onder ${index + 1}`),
  'WGS 2.30 lid 1 onder 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en 12; WGS 2.32',
  'WGS 2.30 lid 1 onder 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 en 13; WGS 2.32',
  'WGS 2.30 lid 1 onder 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en 12; WGS 2.32; Wpg 9',
];

/** A verstrekking that the floor lets stand, of a category of which nothing special is asked. */
const RECHT: Readonly<Record<Regime, Verstrekking>> = {
  WGS: recht({ doelen: ['BEGELEIDING'], grondslag: 'WGS 2.29 lid 1', artikel: 'WGS 2.30 lid 1 onder 3' }),
  EIGEN_WET: recht({ doelen: ['CRISISHULP'], grondslag: 'Wvggz 7:1', artikel: 'Wvggz 7:1' }),
};
/** One more, that covers every doel there can be. */
const ERNAAST: Readonly<Record<Regime, Verstrekking>> = {
  WGS: { ...RECHT.WGS, nr: 2 },
  EIGEN_WET: recht({
    ...{ nr: 2, doelen: DOELEN, grondslag: 'Wmo 2015 4.1.1; Wet SUWI 64; Wpg 20; Wjsg 39f', artikel: 'Wet SUWI 64' },
  }),
};

function recht(anders: Partial<Verstrekking>): Verstrekking {
  return {
    ...{ nr: 1, gegevens: ['gemeente.wonen'], van: ['GEMEENTE'], aan: ['POLITIE'], rollen: null, doelen: [] },
    ...{ fasen: ['CASUSOVERLEG'], kaders: ['DWANG'], beperkingen: [], voorwaarden: [], grondslag: '', artikel: '' },
    ...anders,
  };
}

const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });
/** Sometimes something, mostly null: what is right stays. So each key is seen wrong with the others right. */
const soms = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 2, arbitrary });
const kant = fc.oneof(
  fc.constantFrom('POLITIE', 'GEMEENTE', 'OM', 'GGZ', 'UWV', 'dimence'),
  fc.constantFrom(...PARTNERSOORTEN, ...partners.keys()),
);
const ontvanger = fc.oneof(kant, kant, fc.constantFrom('PROCESREGISSEUR', 'INFORMATIEMAKELAAR'));

const verstrekking = (regime: Regime): fc.Arbitrary<Verstrekking> =>
  fc
    .record({
      gegeven: fc.oneof(fc.constantFrom(...BIJZONDER), fc.constantFrom(...catalogus.keys())),
      meer: soms(fc.constantFrom(...catalogus.keys())),
      van: soms(kant),
      aan: soms(fc.uniqueArray(ontvanger, { minLength: 1, maxLength: 2 })),
      doelen: soms(some(DOELEN)),
      fasen: soms(some(FASEN)),
      gronden: soms(fc.oneof(fc.constantFrom(...SAMEN), some(GRONDEN))),
      artikel: soms(fc.constantFrom(...ARTIKELEN)),
    })
    .map(({ gegeven, meer, van, aan, doelen, fasen, gronden, artikel }) => {
      const goed = RECHT[regime];
      const categorie = catalogus.get(gegeven);
      const wgs = categorie?.wgs ?? null;
      const past = wgs === null ? 'WGS 2.32' : `WGS 2.30 lid 1 onder ${wgs}`;
      return {
        ...goed,
        gegevens: [...new Set([gegeven, meer ?? gegeven])],
        van: [van ?? categorie?.bronnen[0] ?? 'GEMEENTE'],
        aan: aan ?? goed.aan,
        doelen: doelen ?? goed.doelen,
        fasen: fasen ?? goed.fasen,
        grondslag: gronden?.join('; ') ?? goed.grondslag,
        artikel: artikel ?? (regime === 'WGS' ? past : (gronden?.at(-1) ?? goed.artikel)),
      };
    });

/** A convenant of one verstrekking, right or wrong, and perhaps a right one beside it. */
export const anyConvenantUnder = (regime: Regime): fc.Arbitrary<Convenant> =>
  fc
    .record({
      een: verstrekking(regime),
      ernaast: fc.boolean(),
      partij: soms(fc.constantFrom(...partners.keys())),
      doel: soms(fc.constantFrom(...DOELEN)),
    })
    .map(({ een, ernaast, partij, doel }) => ({
      ...{ id: 'proef', versie: '1', titel: 'Proef', voorbeeld: true, regime, van: '2026-01-01', tot: '2027-01-01' },
      doelen: [...new Set([...een.doelen, ...(doel === null ? [] : [doel])])],
      partijen: [...new Set(['gemeente-zwolle', 'politie-oost-nederland', partij ?? 'gemeente-zwolle'])],
      getekend: [],
      verstrekkingen: ernaast ? [een, ERNAAST[regime]] : [een],
    }));
