import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Delegatie, Delegatietype } from '../../schema/domain/delegatie';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import type { RequireDelegation } from './delegation/requireDelegation';
import type { References } from './graph/buildSubgraph';
import type { GraphClasses } from './graph/printSubgraphSdl';
import type { PartnerLock } from './lock/createLock';
import type { SourceDefinition } from './source/SourceDefinition';
import type { SubgraphContext } from './SubgraphContext';

/** What the loaders of one request are made from. */
export interface LoaderInput<DB> {
  readonly db: Kysely<DB>;
  readonly delegatie: Delegatie;
  /** Of whom the host will not have it told in this casus that he knows him. The kit withholds the rows by itself. */
  readonly verborgen: (persoon: string) => boolean;
}

/** What a route of the partner's own gets; `admit(typ)` is the preHandler that lets only the hub in. */
export interface RouteInput<DB> {
  readonly app: FastifyInstance;
  readonly db: Kysely<DB>;
  readonly admit: (typ: Delegatietype) => RequireDelegation;
}

/** All that a partner says of itself. The kit does the rest. */
export interface SubgraphDefinition<DB, Loaders> extends GraphClasses {
  readonly subgraaf: Subgraaf;
  /** One for each entity type. */
  readonly references: References<SubgraphContext<Loaders>>;
  readonly source: SourceDefinition<DB>;
  readonly createLoaders: (input: LoaderInput<DB>) => Loaders;
  /** Rules on top of the labels: stricter, never wider. */
  readonly lock?: PartnerLock;
  /**
   * Fields (`Type.field`) of one plain value, computed from rows of several bronhouders that the resolver judged one by
   * one with `zicht`. The lock holds for them as for any; the row filter has no one record to judge.
   */
  readonly computedFromRows?: readonly string[];
  /**
   * For a source whose bronhouders decide through the hub about what they hold (`createBronbesluiten`): its tables of records,
   * each with `id` and `bronhouder`, and whether any of it needs to be released.
   */
  readonly bronbesluiten?: { readonly tabellen: readonly (keyof DB & string)[]; readonly vrijgave: boolean };
  /** Doors other than /graphql. */
  readonly routes?: (input: RouteInput<DB>) => void;
}
