import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  isEnumType,
} from 'graphql';
import type { Toekenning } from '../../schema/domain/besluit';
import type { Verstrekkingsregel } from '../../schema/domain/registerregel';
import { HUB_SLEUTELS, type Selectie, type Veld } from '../../schema/domain/selectie';
import { SLEUTELCATEGORIEEN } from '../../schema/domain/sleutel';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { Verstrekkingen } from './verstrekkingen';

/** Why a field is missing through no rule: with its path in the answer. */
interface Fout {
  readonly code: 'HUB_ONBESLIST' | 'HUB_PARTNER_ONBEREIKBAAR';
  readonly pad: readonly (string | number)[];
  readonly subgraaf: Subgraaf | null;
}

export interface Bewaakt {
  /** The answer: nothing is in it that was not granted. */
  readonly data: Record<string, unknown> | null;
  readonly fouten: readonly Fout[];
  /** What was really disclosed, about whom, from whom. No values. */
  readonly verstrekkingen: readonly Verstrekkingsregel[];
  /** Coordinates at which something ungranted came back and was held: a fault of a source or of the hub. */
  readonly tegengehouden: readonly string[];
}

export interface GuardGround {
  readonly schema: GraphQLSchema;
  /** OIN of the host of each subgraph: the bronhouder of what stands in no record of its own. */
  readonly hosts: ReadonlyMap<Subgraaf, string>;
  /** The subgraph from which data of a category comes. */
  sourceOf(categorie: string): Subgraaf | undefined;
  /** Subgraphs that failed to answer, in whole or in part. */
  readonly uitval: ReadonlySet<string>;
}

/** Whose data the walk is in. */
interface Plaats {
  readonly pad: readonly (string | number)[];
  readonly bronhouder: string | null;
  /** The subgraph whose record this is; what another source adds to the same object has another bronhouder. */
  readonly subgraaf: Subgraaf | null;
  readonly persoon: string | null;
}

type Json = Record<string, unknown>;

/** A non-null position without a value: the object or list around it becomes null (GraphQL 6.4.4). */
const BUBBLE = Symbol('bubble');
/** A record that may not be here: it leaves its list without a trace. */
const WITHHELD = Symbol('withheld');

/**
 * Writes the answer along the client's own operation. The third check, and the only code that puts a value into an
 * answer: it takes what is granted from the result and leaves the rest, whatever came back.
 */
export function guard(ground: GuardGround, selectie: Selectie, rootType: string, result: Json | null): Bewaakt {
  const writer = new Writer(ground);
  const start: Plaats = { pad: [], bronhouder: null, subgraaf: null, persoon: null };
  const data = writer.object(selectie.typen.get(rootType) ?? [], rootType, result ?? {}, start);
  const { fouten, verstrekkingen, tegengehouden } = writer;
  return {
    data: data === BUBBLE ? null : (data as Json),
    fouten,
    verstrekkingen: data === BUBBLE ? [] : verstrekkingen.regels(),
    tegengehouden: [...tegengehouden],
  };
}

class Writer {
  readonly fouten: Fout[] = [];
  readonly verstrekkingen = new Verstrekkingen();
  readonly tegengehouden = new Set<string>();

  constructor(private readonly ground: GuardGround) {}

  object(velden: readonly Veld[], type: string, source: Json, plaats: Plaats): unknown {
    const written = Object.create(null) as Json;
    for (const veld of velden) {
      const value = this.field(veld, type, source, { ...plaats, pad: [...plaats.pad, veld.sleutel] });
      if (value === BUBBLE) return BUBBLE;
      written[veld.sleutel] = value;
    }
    return written;
  }

  private field(veld: Veld, type: string, source: Json, plaats: Plaats): unknown {
    const { besluit } = veld;
    if (veld.naam === '__typename') return type;
    if (besluit === null) return this.complete(veld, veld.type, own(source, veld.vraagsleutel), plaats);
    if (besluit.uitkomst === 'DENY') return null;
    if (besluit.uitkomst === 'UNDECIDED') {
      this.fouten.push({ code: 'HUB_ONBESLIST', pad: plaats.pad, subgraaf: null });
      return null;
    }
    const { uitval } = this.ground;
    const from = besluit.categorieen.map((categorie) => this.ground.sourceOf(categorie));
    const lacking = from.find((source) => source !== undefined && source !== veld.subgraaf && uitval.has(source));
    if (lacking !== undefined) {
      // Worked out from what a failed source did not send: wrong in silence, so not at all.
      this.fouten.push({ code: 'HUB_PARTNER_ONBEREIKBAAR', pad: plaats.pad, subgraaf: lacking });
      return null;
    }
    const value = own(source, veld.vraagsleutel);
    if ((value === null || value === undefined) && veld.subgraaf !== null && uitval.has(veld.subgraaf)) {
      this.fouten.push({ code: 'HUB_PARTNER_ONBEREIKBAAR', pad: plaats.pad, subgraaf: veld.subgraaf });
    }
    const other = veld.subgraaf !== plaats.subgraaf && veld.subgraaf !== null;
    const holder = other ? (this.ground.hosts.get(veld.subgraaf) ?? null) : plaats.bronhouder;
    const written = this.complete(veld, veld.type, value, { ...plaats, bronhouder: holder, subgraaf: veld.subgraaf });
    return written === WITHHELD ? null : written;
  }

  private complete(veld: Veld, type: GraphQLOutputType, value: unknown, plaats: Plaats): unknown {
    if (isNonNullType(type)) {
      const written = this.complete(veld, type.ofType, value, plaats);
      if (written !== null) return written;
      this.lacks(plaats);
      return BUBBLE;
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) return this.list(veld, type.ofType, value, plaats);
    if (isLeafType(type)) {
      const allowed = this.leaf(veld, type, value);
      if (allowed === null) return null;
      return this.disclose(veld, plaats) ? allowed : WITHHELD;
    }
    return this.composite(veld, value, plaats);
  }

  private list(veld: Veld, itemType: GraphQLOutputType, value: unknown, plaats: Plaats): unknown {
    if (!Array.isArray(value)) return this.hold(veld);
    if (value.length === 0) this.discloseNone(veld, plaats);
    const mark = this.verstrekkingen.mark();
    const written: unknown[] = [];
    for (const item of value) {
      const one = this.complete(veld, itemType, item, { ...plaats, pad: [...plaats.pad, written.length] });
      if (one === BUBBLE) return this.bubbled(mark);
      if (one !== WITHHELD) written.push(one);
    }
    return written;
  }

  private composite(veld: Veld, value: unknown, plaats: Plaats): unknown {
    if (typeof value !== 'object' || value === null || veld.onder === null) return this.hold(veld);
    const source = value as Json;
    const type = this.concreteType(veld.onder, source);
    const velden = type === null ? undefined : veld.onder.typen.get(type);
    if (type === null || velden === undefined) return this.hold(veld);
    const bronhouder = own(source, HUB_SLEUTELS.bronhouder);
    const id = own(source, HUB_SLEUTELS.id);
    const inside: Plaats = {
      ...plaats,
      bronhouder: typeof bronhouder === 'string' ? bronhouder : plaats.bronhouder,
      persoon: type !== 'Casus' && type in SLEUTELCATEGORIEEN && typeof id === 'string' ? id : plaats.persoon,
    };
    const mark = this.verstrekkingen.mark();
    if (!this.disclose(veld, inside)) return WITHHELD;
    const written = this.object(velden, type, source, inside);
    return written === BUBBLE ? this.bubbled(mark) : written;
  }

  private concreteType({ abstract, typen }: Selectie, source: Json): string | null {
    const named = abstract ? own(source, HUB_SLEUTELS.type) : [...typen.keys()][0];
    return typeof named === 'string' && typen.has(named) ? named : null;
  }

  private leaf(veld: Veld, type: GraphQLLeafType, value: unknown): unknown {
    if (!isSpecifiedScalarType(type) && !isEnumType(type)) {
      return ['string', 'number', 'boolean'].includes(typeof value) ? value : this.hold(veld);
    }
    try {
      return type.serialize(value) ?? null;
    } catch {
      return this.hold(veld);
    }
  }

  /** Only what is granted from this very bronhouder passes; what passes is written down. */
  private disclose(veld: Veld, plaats: Plaats): boolean {
    if (veld.besluit === null) return true;
    const granted = this.grantsOf(veld, plaats);
    if (granted === null) {
      this.hold(veld);
      return false;
    }
    this.note(veld, plaats, granted, 1);
    return true;
  }

  /** An empty list tells that there is nothing, or nothing to be seen: only the first is a disclosure. */
  private discloseNone(veld: Veld, plaats: Plaats): void {
    this.note(veld, plaats, this.grantsOf(veld, plaats) ?? [], 0);
  }

  private note({ coordinaat }: Veld, { persoon }: Plaats, granted: readonly Toekenning[], aantal: number): void {
    for (const { bronhouder, categorie, artikel, eigen } of granted) {
      this.verstrekkingen.add({ bronhouder, categorie, coordinaat, persoon, artikel, eigen, aantal });
    }
  }

  /** The grant of each category of the field from this bronhouder; null when one of them lacks. */
  private grantsOf({ besluit, subgraaf }: Veld, { bronhouder }: Plaats): Toekenning[] | null {
    if (besluit?.uitkomst !== 'ALLOW') return null;
    const { categorieen, toekenningen } = besluit;
    const found = categorieen.map((categorie) => this.grantOf(toekenningen, categorie, subgraaf, bronhouder));
    const granted = found.filter((gegeven) => gegeven !== undefined);
    return granted.length === categorieen.length ? granted : null;
  }

  /**
   * The grant under which a category passes. What a source worked out from what another sent along (@requires) has no
   * one bronhouder: there any grant of the category does, that of its own source's host first.
   */
  private grantOf(
    toekenningen: readonly Toekenning[],
    categorie: string,
    subgraaf: Subgraaf | null,
    bronhouder: string | null,
  ): Toekenning | undefined {
    const given = toekenningen.filter((gegeven) => gegeven.categorie === categorie);
    const source = this.ground.sourceOf(categorie);
    const computed = source !== undefined && source !== subgraaf;
    const holder = computed ? (this.ground.hosts.get(source) ?? null) : bronhouder;
    const fitting = given.filter((gegeven) => gegeven.bronhouder === holder);
    const [first] = fitting.length > 0 || !computed ? fitting : given;
    if (first === undefined) return undefined;
    // Which of several alternatives a source went by only it knows: the record names them all.
    const artikelen = given.filter((t) => t.bronhouder === first.bronhouder).map(({ artikel }) => artikel);
    return { ...first, artikel: [...new Set(artikelen)].join('; ') };
  }

  /** What stood in it is not in the answer after all. */
  private bubbled(mark: number): null {
    this.verstrekkingen.backTo(mark);
    return null;
  }

  /** Null where none may be is a fault of the source, told once: where it arose, not again at what it bubbled to. */
  private lacks({ pad, subgraaf }: Plaats): void {
    const within = ({ code, pad: at }: Fout): boolean =>
      code === 'HUB_PARTNER_ONBEREIKBAAR' && pad.every((key, index) => key === at[index]);
    if (!this.fouten.some(within)) this.fouten.push({ code: 'HUB_PARTNER_ONBEREIKBAAR', pad, subgraaf });
  }

  private hold(veld: Veld): null {
    this.tegengehouden.add(veld.coordinaat);
    return null;
  }
}

/** Only what the object itself holds: never what it inherits. */
function own(source: Json, key: string): unknown {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}
