import type { Toekenning } from '../../schema/domain/besluit';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import type { Herkomstgever } from '../../schema/domain/herkomst';
import type { Veld } from '../../schema/domain/selectie';
import { type Grantgrond, ofHolder } from './grantsOf';
import type { Plaats } from './plaats';

/** What the sources told of whose rows they used. */
export interface Herkomstgrond {
  /** null as coordinate: for whatever another source was sent to work with. */
  find(subgraaf: Deelgraaf, coordinaat: string | null, id: string, categorie: string): readonly Herkomstgever[];
}

/** Under whose grant a value is written down, and which of his rows went into it. */
interface Onder {
  readonly toekenning: Toekenning;
  readonly records: readonly string[];
}

/**
 * A plain value on an entity may be worked out of rows of several institutions, and then each of them gave it (the giver is
 * whose row it was, not whose system). Who they are its source tells. This decides what is written down and nothing else:
 * the value passed already, by the grants that came in; of somebody who does not grant this category nothing is written.
 */
export function writtenUnder(
  { herkomsten, sourceOf }: Pick<Grantgrond, 'sourceOf'> & { readonly herkomsten: Herkomstgrond },
  { besluit, onder, subgraaf, coordinaat }: Pick<Veld, 'besluit' | 'onder' | 'subgraaf' | 'coordinaat'>,
  { entiteit }: Plaats,
  granted: readonly Toekenning[],
): Onder[] {
  return granted.flatMap((passed): Onder[] => {
    const source = sourceOf(passed.categorie);
    const itself = [{ toekenning: passed, records: [] }];
    if (entiteit === null || onder !== null || source === undefined || besluit?.uitkomst !== 'ALLOW') return itself;
    const given = besluit.toekenningen.filter(({ categorie }) => categorie === passed.categorie);
    const sent = source !== subgraaf;
    const told = herkomsten.find(source, sent ? null : coordinaat, entiteit.id, passed.categorie);
    const found = [...byHolder(told)].flatMap(([bronhouder, records]): Onder[] => {
      const toekenning = ofHolder(given, bronhouder);
      return toekenning === undefined ? [] : [{ toekenning, records: [...records] }];
    });
    if (found.length > 0) return found;
    // What was sent along of the entity itself is of whose that record is.
    const holder = sent && source === entiteit.subgraaf ? entiteit.bronhouder : null;
    const toekenning = holder === null ? undefined : ofHolder(given, holder);
    return toekenning === undefined ? itself : [{ toekenning, records: [] }];
  });
}

function byHolder(told: readonly Herkomstgever[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { bronhouder, records } of told) {
    const known = found.get(bronhouder) ?? new Set();
    found.set(bronhouder, known);
    for (const record of records) known.add(record);
  }
  return found;
}
