import type { Delegatie } from '../../schema/domain/delegatie';
import type { Span } from '../../schema/tracing/span';
import type { Herkomstboek } from './rows/Herkomstboek';
import type { Rijfilter } from './rows/Rijfilter';
import type { Zicht } from './rows/Zicht';

/** What a resolver gets, for one request. */
export interface SubgraphContext<Loaders = unknown> {
  /** Who asks and for what, as the hub signed it. */
  readonly delegatie: Delegatie;
  /** Which rows the requester may see; the kit filters by itself, a resolver that computes from rows asks here. */
  readonly zicht: Zicht;
  readonly loaders: Loaders;
  /** Today in the Netherlands, ISO. */
  readonly vandaag: string;
  /** Of the kit, as is what follows. */
  readonly herkomst: Herkomstboek;
  readonly rijfilter: Rijfilter;
  readonly span: Span;
}
