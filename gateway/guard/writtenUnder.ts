import type { Toekenning } from '../../schema/domain/besluit';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import { type Herkomstgever, oncePerGever } from '../../schema/domain/herkomst';
import type { Veld } from '../../schema/domain/selectie';
import { type Grantgrond, ofHolder } from './grantsOf';
import type { Plaats } from './plaats';

/** What the sources told of whose rows they used. */
export interface Herkomstgrond {
  /** null as coordinate: for whatever another source was sent to work with. */
  find(subgraaf: Deelgraaf, coordinaat: string | null, id: string, categorie: string): readonly Herkomstgever[];
  /** About whom a record is that stands on no person. */
  betreft(subgraaf: Deelgraaf, type: string, id: string): string | null;
}

type Ground = Pick<Grantgrond, 'sourceOf'> & { readonly herkomsten: Herkomstgrond };

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
  ground: Ground,
  veld: Pick<Veld, 'besluit' | 'onder' | 'subgraaf' | 'coordinaat'>,
  plaats: Plaats,
  granted: readonly Toekenning[],
): Onder[] {
  return granted.flatMap((passed): Onder[] => {
    const found = toldBy(ground, veld, plaats, passed.categorie);
    if (found.length > 0) return found;
    // What was sent along of the entity itself is of whose that record is.
    const { entiteit } = plaats;
    const own = entiteit !== null && ground.sourceOf(passed.categorie) === entiteit.subgraaf;
    const toekenning = own ? ofHolder(givenOf(veld, passed.categorie), entiteit.bronhouder ?? '') : undefined;
    return [{ toekenning: toekenning ?? passed, records: [] }];
  });
}

/** By whom a source says that this value is given, as far as they grant this category of it. */
export function toldBy(
  { herkomsten, sourceOf }: Ground,
  veld: Pick<Veld, 'besluit' | 'onder' | 'subgraaf' | 'coordinaat'>,
  { entiteit }: Plaats,
  categorie: string,
): Onder[] {
  const source = sourceOf(categorie);
  if (entiteit === null || veld.onder !== null || source === undefined) return [];
  const told = herkomsten.find(source, source === veld.subgraaf ? veld.coordinaat : null, entiteit.id, categorie);
  return oncePerGever(told).flatMap(({ bronhouder, records }): Onder[] => {
    const toekenning = ofHolder(givenOf(veld, categorie), bronhouder);
    return toekenning === undefined ? [] : [{ toekenning, records }];
  });
}

function givenOf({ besluit }: Pick<Veld, 'besluit'>, categorie: string): Toekenning[] {
  return besluit?.uitkomst === 'ALLOW' ? besluit.toekenningen.filter((one) => one.categorie === categorie) : [];
}
