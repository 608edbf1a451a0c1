import type { GraphQLSchema } from 'graphql';
import type { Delegatie } from '../schema/domain/delegatie';
import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import type { Coordinaatlabel } from '../schema/domain/labels';
import type { Subgraaf } from '../schema/domain/subgraaf';
import { SLEUTELCATEGORIEEN } from '../schema/domain/sleutel';
import { CASUS_ID, type Verzoekcontext } from './context/openContext';
import type { Besluiten } from './decide/besluiten';
import type { HostBesluiten } from './decide/createDecider';
import { type PlanGrants, checkFetch } from './federation/checkPlan';
import type { OutgoingFetch, PlannedFetch } from './federation/hooks';

export interface Fetchgrond {
  readonly schema: GraphQLSchema;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  readonly catalogus: Gegevenscatalogus;
}

/**
 * What one request carries through planning and execution: what its fetches may ask, what each may tell its host, what
 * is stated to each source, and which sources failed. A fetch that the plan check has not seen gets no delegation.
 */
export class Fetching implements PlanGrants {
  readonly uitval = new Set<string>();
  private readonly checked = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly grond: Fetchgrond,
    private readonly context: Verzoekcontext,
    private readonly besluiten: Besluiten,
    private readonly hosts: ReadonlyMap<string, HostBesluiten>,
    readonly traceparent: string,
  ) {}

  get labels(): ReadonlyMap<string, Coordinaatlabel> {
    return this.grond.labels;
  }

  mayRead(coordinaat: string): boolean {
    return this.besluiten.coordinaat(coordinaat).uitkomst === 'ALLOW';
  }

  mayReceive(subgraph: string, categorie: string): boolean {
    return this.hosts.get(subgraph)?.categorie(categorie).uitkomst === 'ALLOW';
  }

  sourceOf(categorie: string): string | undefined {
    return this.grond.catalogus.get(categorie)?.subgraaf;
  }

  /** @throws Planfout when any fetch would ask or tell more than was granted. */
  checkPlan(fetches: readonly PlannedFetch[]): void {
    for (const fetch of fetches) {
      const known = this.checked.get(fetch.operation) ?? [];
      this.checked.set(fetch.operation, new Set([...known, ...checkFetch(this.grond.schema, fetch, this)]));
    }
  }

  /** What the hub states with one fetch: no more than the categories that this fetch asks. */
  delegatie({ subgraph, operation, representations }: OutgoingFetch): Delegatie {
    const asked = this.checked.get(operation);
    if (asked === undefined) throw new Error('a fetch that was not checked is not made');
    if (!representations.every(isPlain)) throw new Error('an entity is sent with more than its key and plain values');
    const { verzoeker } = this.context;
    const inCasus = this.context.soort === 'CASUS' ? this.context : null;
    return {
      subgraaf: subgraph as Subgraaf,
      partner: verzoeker.partner.id,
      oin: verzoeker.partner.oin,
      medewerker: verzoeker.medewerker,
      werkgebied: verzoeker.partner.werkgebied,
      rol: inCasus?.zetel.rol ?? null,
      doel: inCasus?.doel ?? null,
      casus: inCasus?.feiten.casus ?? null,
      verleningen: this.besluiten
        .toekenningen(asked)
        .map(({ categorie, bronhouder, eigen, beperkingen }) => ({ categorie, bronhouder, eigen, beperkingen })),
    };
  }
}

/** What the executor sends on must be what the plan said: a type, a key and plain values, never a record. */
function isPlain(representation: unknown): boolean {
  if (typeof representation !== 'object' || representation === null) return false;
  const { __typename: type, id, ...required } = representation as Record<string, unknown>;
  const known =
    typeof type === 'string' && Object.hasOwn(SLEUTELCATEGORIEEN, type) && typeof id === 'string' && CASUS_ID.test(id);
  return known && Object.values(required).every((value) => value === null || typeof value !== 'object');
}
