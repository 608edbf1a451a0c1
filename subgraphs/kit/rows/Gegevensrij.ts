import type { Grond, Vrijgave } from '../synthetic/world';

/**
 * The facts on a record from which the beperkingen are decided. The source puts them on the row; the graph has no
 * field for them, unless the partner gives it one. A fact that is absent makes every beperking that needs it fail.
 */
export interface Gegevensrij {
  /** OIN of the supplier. */
  readonly bronhouder: string;
  readonly persoon?: string;
  /**
   * Id in the graph of the person whom it is about, for an entity that stands on no person (an advies in a casus): the hub
   * writes down that it was given about him. In `persoon` may be the source's own number, for its gronden.
   */
  readonly betreft?: string;
  /**
   * The same, of a source that knows the person by more than one id in the graph, or by none: every id that may be his. A
   * bezwaar about any of them counts; where there is none, one about whomever.
   */
  readonly betrokkenen?: readonly string[];
  readonly vrijgaven?: readonly Pick<Vrijgave, 'casus' | 'ontvangers' | 'ingetrokkenOp'>[];
  readonly gronden?: readonly Omit<Grond, 'id' | 'soort'>[];
  /** Partner id of who does it. */
  readonly uitvoerder?: string;
  readonly relevantVoor?: readonly string[];
  readonly gemeente?: string;
}

/** A record is an object with a bronhouder; everything else belongs to the record around it. */
export function isGegevensrij(value: object): value is Gegevensrij {
  return 'bronhouder' in value && typeof value.bronhouder === 'string';
}

/** No beperking can tell them apart. */
export function isSameForRules(a: Gegevensrij, b: Gegevensrij): boolean {
  return (
    a.bronhouder === b.bronhouder &&
    a.persoon === b.persoon &&
    a.vrijgaven === b.vrijgaven &&
    a.gronden === b.gronden &&
    a.uitvoerder === b.uitvoerder &&
    a.relevantVoor === b.relevantVoor &&
    a.gemeente === b.gemeente
  );
}
