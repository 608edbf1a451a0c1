import { GraphQLError } from 'graphql';
import { nearest } from '../schema/nearest';
import type { Recordvraag } from './register/overzicht/readOntvangers';

/** What the register can name. */
export interface Recordsoorten {
  /** Kinds of record, each by a reference of its source. */
  readonly records: readonly string[];
  /** Coordinates of what stands on a person himself. */
  readonly persoonsvelden: readonly string[];
}

interface Given {
  readonly soort: string;
  readonly verwijzing?: string | null;
  readonly persoon?: string | null;
  readonly casus?: string | null;
}

/**
 * Which record is meant. Whether it is there is for the register: only what could never be is refused, so that a typing
 * error is not taken for "nobody got it".
 *
 * @throws GraphQLError BAD_USER_INPUT, without what was typed: that could name somebody.
 */
export function readRecordvraag(
  { records, persoonsvelden }: Recordsoorten,
  { soort, verwijzing = null, persoon = null, casus = null }: Given,
): Recordvraag {
  const known = verwijzing === null ? persoonsvelden : records;
  if (!known.includes(soort)) {
    if (verwijzing === null && records.includes(soort))
      throw unaskable('noem "verwijzing", wat de bron in `record` gaf');
    const meant = nearest(soort, known);
    const example = verwijzing === null ? 'Hoofdbetrokkene.geboortedatum' : 'Incident';
    throw unaskable(
      `"soort" is geen soort gegeven${meant === null ? `, zoals "${example}"` : `; bedoelde u "${meant}"?`}`,
    );
  }
  if (verwijzing !== null && verwijzing === persoon) {
    throw unaskable('wat op een persoon zelf staat, zoals zijn naam, heeft geen verwijzing: laat die dan weg');
  }
  if (persoon !== null && casus === null) return { soort, verwijzing, op: { persoon } };
  if (verwijzing === null) throw unaskable('noem "persoon": dit staat op een persoon');
  if (casus !== null && persoon === null) return { soort, verwijzing, op: { casus } };
  throw unaskable('noem "persoon" of, van een gegeven over geen persoon, "casus": een van beide');
}

function unaskable(what: string): GraphQLError {
  return new GraphQLError(`Dit valt niet te vragen: ${what}.`.replace('?.', '?'), {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
