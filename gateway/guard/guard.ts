import { type GraphQLOutputType, type GraphQLSchema, isLeafType, isListType, isNonNullType } from 'graphql';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import type { Verstrekkingsregel } from '../../schema/domain/registerregel';
import { HUB_SLEUTELS, type Lid, type Selectie, type Veld } from '../../schema/domain/selectie';
import { PERSOONSOORTEN } from '../../schema/domain/sleutel';
import { type Fout, Fouten } from './fouten';
import { type Grantgrond, grantsOf } from './grantsOf';
import { bronhouderKey, own } from './own';
import { type Plaats, fieldOf } from './plaats';
import { Records } from './records';
import { Verstrekkingen } from './verstrekkingen';
import { writeLeaf } from './writeLeaf';
import type { Herkomstgrond } from './writtenUnder';

export interface Bewaakt {
  /** The answer: nothing is in it that was not granted. */
  readonly data: Record<string, unknown> | null;
  readonly fouten: readonly Fout[];
  /** What was really disclosed, about whom, from whom. No values. */
  readonly verstrekkingen: readonly Verstrekkingsregel[];
  /** Coordinates at which something ungranted came back and was held: a fault of a source or of the hub. */
  readonly tegengehouden: readonly string[];
}

export interface GuardGround extends Grantgrond {
  readonly schema: GraphQLSchema;
  readonly herkomsten: Herkomstgrond;
  /** Subgraphs that failed to answer, in whole or in part. */
  readonly uitval: ReadonlySet<string>;
  /** Whether a value of this entity could not be worked out, since what it needs was not sent on. */
  readonly ontbreekt: (coordinaat: string, id: string) => boolean;
}

type Json = Record<string, unknown>;

/** A non-null position without a value: the object or list around it becomes null (GraphQL 6.4.4). */
const BUBBLE: unique symbol = Symbol('bubble');
/** A record that may not be here: it leaves its list without a trace. */
const WITHHELD = Symbol('withheld');

/**
 * Writes the answer along the client's own operation. The third check, and the only code that puts a value into an
 * answer: it takes what is granted from the result and leaves the rest, whatever came back.
 */
export function guard(ground: GuardGround, selectie: Selectie, rootType: string, result: Json | null): Bewaakt {
  const writer = new Writer(ground);
  const start: Plaats = {
    pad: [],
    bronhouder: null,
    subgraaf: null,
    samen: false,
    persoon: null,
    entiteit: null,
    record: null,
  };
  const data = writer.object(selectie.typen.get(rootType) ?? [], rootType, result ?? {}, start);
  const { fouten, verstrekkingen, tegengehouden } = writer;
  return {
    data: data === BUBBLE ? null : data,
    fouten: fouten.alle,
    verstrekkingen: data === BUBBLE ? [] : verstrekkingen.regels(),
    tegengehouden: [...tegengehouden],
  };
}

class Writer {
  readonly fouten = new Fouten();
  readonly verstrekkingen: Verstrekkingen;
  readonly tegengehouden = new Set<string>();

  private readonly records: Records;

  constructor(private readonly ground: GuardGround) {
    this.records = new Records(ground.schema);
    this.verstrekkingen = new Verstrekkingen(ground, this.records);
  }

  object(velden: readonly Veld[], type: string, source: Json, plaats: Plaats): Json | typeof BUBBLE {
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
      this.fouten.undecided(plaats.pad);
      return null;
    }
    const { uitval } = this.ground;
    const from = besluit.categorieen.map((categorie) => this.ground.sourceOf(categorie));
    const lacking = from.find((source) => source !== undefined && source !== veld.subgraaf && uitval.has(source));
    if (lacking !== undefined) {
      // Worked out from what a failed source did not send: wrong in silence, so not at all.
      this.fouten.unreachable(plaats.pad, lacking);
      return null;
    }
    if (plaats.entiteit !== null && this.ground.ontbreekt(veld.coordinaat, plaats.entiteit.id)) {
      this.fouten.notSentOn(plaats.pad);
      return null;
    }
    for (const { besluit: lid } of veld.onder?.leden?.values() ?? []) {
      // The list is without these, whatever of them was asked.
      if (lid.uitkomst === 'UNDECIDED') this.fouten.incomplete(plaats.pad, null);
    }
    const value = own(source, veld.vraagsleutel);
    if ((value === null || value === undefined) && veld.subgraaf !== null && uitval.has(veld.subgraaf)) {
      this.fouten.unreachable(plaats.pad, veld.subgraaf);
    }
    const other = veld.subgraaf !== plaats.subgraaf && veld.subgraaf !== null;
    const holder = other ? (this.ground.hosts.get(veld.subgraaf) ?? null) : plaats.bronhouder;
    // Worked out from what others sent along, and in no record: its own source went by records of whom it will.
    const samen = other && veld.onder === null && from.some((one) => one !== undefined && one !== veld.subgraaf);
    const record = other ? null : plaats.record;
    const inField = { ...plaats, bronhouder: holder, subgraaf: veld.subgraaf, samen, record };
    // Not of a source that failed: its null tells nothing.
    if (value === null && veld.subgraaf !== null && !uitval.has(veld.subgraaf))
      this.verstrekkingen.nothing(veld, inField);
    const written = this.complete(veld, veld.type, value, inField);
    return written === WITHHELD ? null : written;
  }

  private complete(veld: Veld, type: GraphQLOutputType, value: unknown, plaats: Plaats): unknown {
    if (isNonNullType(type)) {
      const written = this.complete(veld, type.ofType, value, plaats);
      if (written !== null) return written;
      this.fouten.lacks(plaats.pad, plaats.subgraaf);
      return BUBBLE;
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) return this.list(veld, type.ofType, value, plaats);
    if (isLeafType(type)) {
      const allowed = writeLeaf(type, value);
      if (allowed === undefined) return this.hold(veld);
      if (allowed === null) return null;
      return this.disclose(veld, plaats, allowed) ? allowed : WITHHELD;
    }
    return this.composite(veld, value, plaats);
  }

  private list(veld: Veld, itemType: GraphQLOutputType, value: unknown, plaats: Plaats): unknown {
    if (!Array.isArray(value)) return this.hold(veld);
    const mark = this.verstrekkingen.mark();
    const written: unknown[] = [];
    for (const item of value) {
      const one = this.complete(veld, itemType, item, { ...plaats, pad: [...plaats.pad, written.length] });
      if (one === BUBBLE) return this.bubbled(mark);
      if (one !== WITHHELD) written.push(one);
    }
    const empty = written.length === 0 && (value.length === 0 || (veld.onder?.leden ?? null) !== null);
    if (empty) this.verstrekkingen.none(veld, plaats);
    return written;
  }

  private composite(veld: Veld, value: unknown, plaats: Plaats): unknown {
    if (typeof value !== 'object' || value === null || veld.onder === null) return this.hold(veld);
    const source = value as Json;
    const type = this.concreteType(veld.onder, source);
    if (type === null) return this.hold(veld);
    const lid = veld.onder.leden?.get(type) ?? null;
    const bronhouder = own(source, bronhouderKey(lid));
    const id = own(source, HUB_SLEUTELS.id);
    const isRecord = this.records.isRecord(type);
    const record = isRecord ? this.records.open(type, (sleutel) => own(source, sleutel)) : plaats.record;
    const holder = typeof bronhouder === 'string' ? bronhouder : lid === null ? plaats.bronhouder : null;
    const subgraaf = lid === null ? plaats.subgraaf : lid.subgraaf;
    const inside: Plaats = {
      ...plaats,
      bronhouder: holder,
      subgraaf,
      entiteit: typeof id === 'string' ? { id, bronhouder: holder, subgraaf } : null,
      persoon: typeof id === 'string' ? this.about(type, id, subgraaf, plaats.persoon) : plaats.persoon,
      record,
    };
    const mark = this.verstrekkingen.mark();
    const shown = lid === null ? this.disclose(veld, inside) : this.discloseLid(veld, type, lid, plaats, inside);
    if (!shown) return WITHHELD;
    const velden = veld.onder.typen.get(type) ?? [];
    const written = this.object(velden, type, source, inside);
    if (written === BUBBLE) return this.bubbled(mark);
    if (!isRecord) this.records.part(written, velden);
    else record?.written(() => this.records.contentOf(written, velden, inside.subgraaf));
    return written;
  }

  /**
   * A member of a union stands in a list of one and is a record of another, so it passes by the grants of both. One of
   * which its own source did not say whose it is, is not there: that is how a source withholds. If that source failed,
   * it is told of the list, which may then lack what is there.
   */
  private discloseLid(veld: Veld, type: string, lid: Lid, list: Plaats, record: Plaats): boolean {
    const { besluit, subgraaf } = lid;
    if (record.bronhouder === null && besluit.uitkomst === 'ALLOW') {
      const failed = subgraaf !== null && this.ground.uitval.has(subgraaf);
      if (failed) this.fouten.incomplete(fieldOf(list.pad), subgraaf);
      return false;
    }
    const ofList = grantsOf(this.ground, veld, list);
    const ofRecord = grantsOf(this.ground, lid, record);
    if (ofList === null || ofRecord === null) {
      this.hold(veld);
      return false;
    }
    this.verstrekkingen.note(veld.coordinaat, list, ofList, 1);
    this.verstrekkingen.note(type, record, ofRecord, 1);
    return true;
  }

  /** An entity on a casus may be about one person of it, as its own source says; it decides nothing but what is written down. */
  private about(type: string, id: string, subgraaf: Deelgraaf | null, around: string | null): string | null {
    if (PERSOONSOORTEN.has(type)) return id;
    return (subgraaf === null ? null : this.ground.herkomsten.betreft(subgraaf, type, id)) ?? around;
  }

  private concreteType({ abstract, typen, leden }: Selectie, source: Json): string | null {
    const named = abstract ? own(source, HUB_SLEUTELS.type) : [...typen.keys()][0];
    return typeof named === 'string' && (typen.has(named) || leden?.has(named) === true) ? named : null;
  }

  /** Only what is granted from this very bronhouder passes; what passes is written down. */
  private disclose(veld: Veld, plaats: Plaats, leaf: unknown = null): boolean {
    if (veld.besluit === null) return true;
    const granted = grantsOf(this.ground, veld, plaats);
    if (granted === null) {
      this.hold(veld);
      return false;
    }
    this.verstrekkingen.given(veld, plaats, granted, leaf);
    return true;
  }

  /** What stood in it is not in the answer after all. */
  private bubbled(mark: number): null {
    this.verstrekkingen.backTo(mark);
    return null;
  }

  private hold(veld: Veld): null {
    this.tegengehouden.add(veld.coordinaat);
    return null;
  }
}
