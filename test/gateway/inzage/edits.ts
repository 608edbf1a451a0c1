import fc from 'fast-check';
import { BEPERKINGEN } from '../../../schema/domain/beperking';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { VOORWAARDEN } from '../../../schema/domain/voorwaarde';
import type { Tabel, Verstrekkingtekst } from './ground';

/** One change of a table, as a person or a pull request would make it. */
export interface Edit {
  readonly naam: string;
  readonly apply: (tabel: Tabel) => void;
}

const toggle = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length]!;

/** Lists of a verstrekking, and the words that may be put in or taken out. */
const LISTS = {
  aan: ['POLITIE', 'OM', 'GGZ', 'GEMEENTE', 'MAATSCHAPPELIJK_WERK', 'tactus', 'PROCESREGISSEUR', 'AUDITOR'],
  van: ['GEMEENTE', 'gemeente-zwolle', 'POLITIE', 'GGZ', 'VEILIG_THUIS'],
  doelen: ['STRAFRECHTELIJKE_HANDHAVING', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING', 'CASUSREGIE'],
  fasen: [...FASEN],
  kaders: [...KADERS],
  beperkingen: [...BEPERKINGEN],
  voorwaarden: [...VOORWAARDEN],
} as const;

/** Any of the changes that can open or close something, each with where it is made. */
export function anyEdit(known: Tabel): fc.Arbitrary<Edit> {
  const index = fc.nat(10_000);
  const categories = Object.keys(known.gegevens);
  const fields = Object.keys(known.coordinaten);
  const parties = Object.keys(known.partners);
  const verstrekking = (tabel: Tabel, nr: number): Verstrekkingtekst =>
    at(Object.values(tabel.convenanten[0]!.gegevens).flat(), nr);
  const lists = fc.constantFrom(...(Object.keys(LISTS) as (keyof typeof LISTS)[])).chain((list) =>
    fc.tuple(index, fc.constantFrom<string>(...LISTS[list])).map(([nr, word]): Edit => ({
      naam: `${list}: ${word}`,
      apply: (tabel) => {
        const one = verstrekking(tabel, nr);
        one[list] = toggle(one[list], word);
      },
    })),
  );
  const relabel = fc
    .tuple(fc.constantFrom(...fields), fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 2 }))
    .map(([veld, categorieen]): Edit => ({
      naam: `${veld} als ${categorieen.join('+')}`,
      apply: (tabel) => {
        const one = tabel.coordinaten[veld];
        if (one !== undefined) one.categorieen = categorieen;
      },
    }));
  const category = fc.tuple(fc.constantFrom(...categories), fc.nat(4)).map(([naam, what]): Edit => ({
    naam: `${naam} anders (${String(what)})`,
    apply: (tabel) => {
      const one = tabel.gegevens[naam]!;
      if (what === 0) one.vrijgave = !one.vrijgave;
      else if (what === 1) one.grond = toggle(one.grond, 'GGZ');
      else if (what === 2) one.dossier = !one.dossier;
      else if (what === 3) one.bronnen = toggle(one.bronnen, 'GEMEENTE');
      else one.betreft = one.betreft === 'CASUS' ? 'HOOFDBETROKKENE' : 'CASUS';
    },
  }));
  const partner = fc.tuple(fc.constantFrom(...parties), fc.nat(4)).map(([id, what]): Edit => ({
    naam: `${id} anders (${String(what)})`,
    apply: (tabel) => {
      const one = tabel.partners[id]!;
      if (what === 0) one.soort = one.soort === 'GGZ' ? 'POLITIE' : 'GGZ';
      else if (what === 1) one.werkgebied = toggle(one.werkgebied, 'Zwolle');
      else if (what === 2) one.account = !one.account;
      else if (what === 3) one.oin = `${one.oin.slice(0, -1)}${one.oin.endsWith('9') ? '8' : '9'}`;
      else tabel.convenanten[0]!.partijen = toggle(tabel.convenanten[0]!.partijen, id);
    },
  }));
  const asking = fc
    .tuple(fc.constantFrom(...fields), fc.constantFrom('police', 'care'), fc.constantFrom(...categories))
    .map(([veld, aan, categorie]): Edit => ({
      naam: `${veld} vertelt ${aan} van ${categorie}`,
      apply: (tabel) => {
        const one = tabel.coordinaten[veld];
        if (one !== undefined) one.vraagt = one.vraagt.length > 0 ? one.vraagt.slice(1) : [{ aan, categorie }];
      },
    }));
  const gone = fc.constantFrom(...fields).map((veld): Edit => ({
    naam: `zonder ${veld}`,
    apply: (tabel) => {
      Reflect.deleteProperty(tabel.coordinaten, veld);
    },
  }));
  return fc.oneof(
    { weight: 6, arbitrary: lists },
    { weight: 4, arbitrary: relabel },
    { weight: 2, arbitrary: category },
    { weight: 2, arbitrary: partner },
    { weight: 2, arbitrary: asking },
    { weight: 1, arbitrary: gone },
  );
}
