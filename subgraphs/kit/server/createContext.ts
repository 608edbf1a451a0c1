import { quietSpan } from '../../../schema/tracing/quietSpan';
import { Bezwaren } from '../bronbesluiten/Bezwaren';
import { Herkomstboek } from '../rows/Herkomstboek';
import { Rijfilter } from '../rows/Rijfilter';
import { Zicht } from '../rows/Zicht';
import type { SubgraphContext } from '../SubgraphContext';
import type { LoaderInput, SubgraphDefinition } from '../SubgraphDefinition';
import { vandaag as todayInNl } from '../../../schema/domain/vandaag';

/** A context for one request: nothing in it is shared with another. */
export function createContext<DB, Loaders>(
  definition: Pick<SubgraphDefinition<DB, Loaders>, 'createLoaders'>,
  input: LoaderInput<DB>,
  bezwaren = new Bezwaren([]),
  span = quietSpan(undefined),
  vandaag = todayInNl(),
): SubgraphContext<Loaders> {
  const { delegatie } = input;
  const zicht = new Zicht(delegatie, vandaag, bezwaren);
  return {
    delegatie,
    zicht,
    vandaag,
    loaders: definition.createLoaders(input),
    herkomst: new Herkomstboek(),
    rijfilter: new Rijfilter(zicht),
    span,
  };
}
