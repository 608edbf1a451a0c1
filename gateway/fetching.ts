import { type GraphQLSchema, isInterfaceType } from 'graphql';
import type { Delegatie } from '../schema/domain/delegatie';
import type { Gegevenscatalogus } from '../schema/domain/gegevenscategorie';
import type { Coordinaatlabel } from '../schema/domain/labels';
import type { Verteld } from '../schema/domain/herkomst';
import type { Subgraaf } from '../schema/domain/subgraaf';
import { SLEUTELCATEGORIEEN } from '../schema/domain/sleutel';
import type { Deelgraaf } from '../schema/domain/deelgraaf';
import type { Span } from '../schema/tracing/span';
import type { Registering } from './registering';
import { CASUS_ID, type Verzoekcontext } from './context/openContext';
import type { Regels } from './regels/readRegels';
import type { Besluiten } from './decide/besluiten';
import type { HostBesluiten } from './decide/createDecider';
import { type PlanGrants, checkFetch } from './federation/checkPlan';
import type { OutgoingFetch, PlannedFetch } from './federation/hooks';
import { Doorgifte } from './doorgifte';
import { Herkomsten } from './herkomsten';
import { listMoved } from './listMoved';

export interface Fetchgrond {
  /** OIN of the host of each subgraph; the hub has none, and supplies under its own name. */
  readonly hosts: ReadonlyMap<Deelgraaf, string>;
  /** Partner id of the host of each source. */
  readonly hostIds: ReadonlyMap<string, string>;
  readonly schema: GraphQLSchema;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  /** By coordinate, the fields of the same entity that are sent along to work it out. */
  readonly vereisten: ReadonlyMap<string, readonly string[]>;
  readonly catalogus: Gegevenscatalogus;
}

/** A key under which something is told of an entity. */
interface Entiteit {
  readonly __typename: keyof typeof SLEUTELCATEGORIEEN;
  readonly id: string;
}

/** That something was changed: of which casus (null: of none), and the revision of the facts since. */
export interface Gezet {
  readonly casus: string | null;
  readonly revisie: string;
}

/**
 * What one request carries through planning and execution: what its fetches may ask, what each may tell its host, what
 * is stated to each source, and which sources failed. A fetch that the plan check has not seen gets no delegation.
 */
export class Fetching implements PlanGrants {
  readonly uitval = new Set<string>();
  readonly herkomsten = new Herkomsten();
  /** What of it may not be sent on, as its source said. */
  readonly doorgifte: Doorgifte;
  /** Why the hub could not answer about itself, if it was asked and could not. */
  eigenFout: Error | null = null;
  /** What this request changed, if it did. */
  gezet: Gezet | null = null;
  private readonly checked = new Map<string, ReadonlySet<string>>();
  /** By source, the hosts to whom something that it gives is sent on. */
  private readonly doorgegeven = new Map<string, Set<string>>();

  constructor(
    private readonly grond: Fetchgrond,
    readonly context: Verzoekcontext,
    readonly besluiten: Besluiten,
    /** What the host of each source may be told. */
    readonly told: ReadonlyMap<Subgraaf, HostBesluiten>,
    /** Below what its fetches are traced. */
    public span: Span,
    /** The one revision of the rules by which this request is decided. */
    readonly regels: Regels,
    readonly registering: Pick<Registering, 'intended' | 'about' | 'inDossier' | 'inVerloop'>,
  ) {
    this.doorgifte = new Doorgifte(grond);
  }

  /** The same, its fetches below this step. */
  below(span: Span): this {
    this.span = span;
    return this;
  }

  get labels(): ReadonlyMap<string, Coordinaatlabel> {
    return this.grond.labels;
  }

  mayRead(coordinaat: string): boolean {
    return this.besluiten.coordinaat(coordinaat).uitkomst === 'ALLOW';
  }

  /** Whether who asks may have a category. */
  mayKnow(categorie: string): boolean {
    return this.besluiten.categorie(categorie).uitkomst === 'ALLOW';
  }

  mayReceive(subgraph: string, categorie: string): boolean {
    return this.told.get(subgraph as Subgraaf)?.categorie(categorie).uitkomst === 'ALLOW';
  }

  sourceOf(categorie: string): string | undefined {
    return this.grond.catalogus.get(categorie)?.subgraaf;
  }

  /** @throws Planfout when any fetch would ask or tell more than was granted. */
  checkPlan(fetches: readonly PlannedFetch[]): void {
    for (const fetch of fetches) {
      const known = this.checked.get(fetch.operation) ?? [];
      const { asked, sent } = checkFetch(this.grond.schema, fetch, this);
      this.checked.set(fetch.operation, new Set([...known, ...asked]));
      for (const categorie of sent) this.sendOn(categorie, fetch.subgraph);
    }
  }

  /** What a source told beside its answer. */
  heard(subgraph: string, verteld: Verteld): void {
    this.herkomsten.add(subgraph, verteld);
    this.doorgifte.add(subgraph, verteld.nietDoorgeven);
  }

  /** The entities of a fetch as they are sent: without what may not go there. */
  sends(subgraph: string, representations: readonly unknown[]): unknown[] {
    return representations.map((one) => (isObject(one) ? this.doorgifte.sent(one, subgraph) : one));
  }

  /** What the hub states with one fetch: no more than the categories that this fetch asks. */
  delegatie({ subgraph, operation, representations }: OutgoingFetch): Delegatie {
    const asked = this.checked.get(operation);
    if (asked === undefined) throw new Error('a fetch that was not checked is not made');
    this.checkPlain(representations);
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
      doorgegevenAan: [...(this.doorgegeven.get(subgraph) ?? [])].sort(),
      verleningen: this.besluiten
        .toekenningen(asked)
        .map(({ categorie, bronhouder, eigen, beperkingen }) => ({ categorie, bronhouder, eigen, beperkingen })),
    };
  }

  /**
   * Writes down what a fetch tells its host, before it leaves: the keys of whom and what it asks, and what of others goes
   * along (@requires). A null goes along too, and tells that there is none: what may be sent is under no condition, so
   * nothing is withheld in it. Who hosts the source of a datum is told nothing new by getting it back.
   */
  async intend({ subgraph, representations }: Pick<OutgoingFetch, 'subgraph' | 'representations'>): Promise<void> {
    const host = this.grond.hosts.get(subgraph as Subgraaf);
    if (host === undefined) throw new Error('a fetch to nobody');
    this.checkPlain(representations);
    const told = this.told.get(subgraph as Subgraaf) ?? null;
    const blijft = (coordinaat: string, id: string): boolean => this.doorgifte.blijft(coordinaat, id, subgraph);
    const ground = { ...this.grond, herkomsten: this.herkomsten, blijft };
    const moved = representations.flatMap((one) => listMoved(ground, one as Record<string, unknown>, host, told));
    if (moved.length > 0) await this.registering.intended(host, moved);
  }

  /**
   * At a door beside its graph a source is brought something about these entities: written down before, as with a fetch. To
   * bring one's own store something tells nobody anything.
   *
   * @returns false when its host may not be told of one of them: then it may not be brought.
   */
  async tellHost(subgraph: Subgraaf, entiteiten: readonly Entiteit[]): Promise<boolean> {
    const host = this.grond.hosts.get(subgraph);
    if (host === this.context.verzoeker.partner.oin) return true;
    const told = entiteiten.every(({ __typename: type }) => this.mayReceive(subgraph, SLEUTELCATEGORIEEN[type] ?? ''));
    if (told) await this.intend({ subgraph, representations: entiteiten });
    return told;
  }

  private sendOn(categorie: string, to: string): void {
    const [source, host] = [this.sourceOf(categorie), this.grond.hostIds.get(to)];
    if (source === undefined || host === undefined) throw new Error('a datum of nobody, or to nobody');
    if (source === to) return;
    const hosts = this.doorgegeven.get(source) ?? new Set();
    this.doorgegeven.set(source, hosts.add(host));
  }

  private checkPlain(representations: readonly unknown[]): void {
    if (!representations.every((one) => this.isPlain(one)))
      throw new Error('an entity is sent with more than its key and plain values');
  }

  /** What the executor sends on must be what the plan said: a type, a key and plain values, never a record. */
  private isPlain(representation: unknown): boolean {
    if (!isObject(representation)) return false;
    const { __typename: type, id, ...required } = representation;
    const known = this.isEntity(type) && typeof id === 'string' && CASUS_ID.test(id);
    return known && Object.values(required).every((value) => value === null || typeof value !== 'object');
  }

  /** A source may know all kinds of person as one (@interfaceObject): then an entity is sent under that name. */
  private isEntity(type: unknown): boolean {
    if (typeof type !== 'string') return false;
    const whole = Object.hasOwn(this.grond.schema.getTypeMap(), type) ? this.grond.schema.getType(type) : undefined;
    const kinds = isInterfaceType(whole) ? this.grond.schema.getPossibleTypes(whole).map(({ name }) => name) : [type];
    return kinds.length > 0 && kinds.every((kind) => Object.hasOwn(SLEUTELCATEGORIEEN, kind));
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
