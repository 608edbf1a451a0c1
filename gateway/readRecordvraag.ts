import { GraphQLError } from 'graphql';
import { nearest } from '../schema/nearest';
import type { Recordvraag } from './register/overzicht/readOntvangers';

interface Given {
  readonly soort: string;
  readonly verwijzing: string;
  readonly persoon?: string | null;
  readonly casus?: string | null;
}

/**
 * Which record is meant. Whether it is there is for the register: only what could never be is refused, so that a typing
 * error is not taken for "nobody got it".
 *
 * @param soorten under which the register can name a record.
 * @throws GraphQLError BAD_USER_INPUT, without what was typed: that could name somebody.
 */
export function readRecordvraag(
  soorten: readonly string[],
  { soort, verwijzing, persoon = null, casus = null }: Given,
): Recordvraag {
  if (!soorten.includes(soort)) {
    const meant = nearest(soort, soorten);
    throw unaskable(
      `"soort" is geen soort gegeven${meant === null ? ', zoals "Incident"' : `; bedoelde u "${meant}"?`}`,
    );
  }
  if (verwijzing === persoon) {
    throw unaskable('wat op een persoon zelf staat, zoals zijn naam, heeft geen verwijzing');
  }
  if (persoon !== null && casus === null) return { soort, verwijzing, op: { persoon } };
  if (casus !== null && persoon === null) return { soort, verwijzing, op: { casus } };
  throw unaskable('noem "persoon" of, van een gegeven over geen persoon, "casus": een van beide');
}

function unaskable(what: string): GraphQLError {
  return new GraphQLError(`Dit valt niet te vragen: ${what}.`.replace('?.', '?'), {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
