import type { Kysely } from 'kysely';
import type { Delegatie } from '../../../schema/domain/delegatie';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import { Herkomstboek } from '../rows/Herkomstboek';
import { Rijfilter } from '../rows/Rijfilter';
import { Zicht } from '../rows/Zicht';
import type { SubgraphContext } from '../SubgraphContext';
import type { SubgraphDefinition } from '../SubgraphDefinition';
import { vandaag as todayInNl } from '../../../schema/domain/vandaag';

/** A context for one request: nothing in it is shared with another. */
export function createContext<DB, Loaders>(
  definition: SubgraphDefinition<DB, Loaders>,
  db: Kysely<DB>,
  delegatie: Delegatie,
  span = quietSpan(undefined),
  vandaag = todayInNl(),
): SubgraphContext<Loaders> {
  const zicht = new Zicht(delegatie, vandaag);
  return {
    delegatie,
    zicht,
    vandaag,
    loaders: definition.createLoaders({ db, delegatie }),
    herkomst: new Herkomstboek(),
    rijfilter: new Rijfilter(zicht),
    span,
  };
}
