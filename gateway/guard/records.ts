import { hash } from 'node:crypto';
import { type GraphQLSchema, getNullableType, isLeafType, isObjectType } from 'graphql';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import type { Recordinhoud } from '../../schema/domain/registerregel';
import { HUB_SLEUTELS, type Veld } from '../../schema/domain/selectie';
import { PERSOONSOORTEN, SLEUTELCATEGORIEEN } from '../../schema/domain/sleutel';

type Json = Record<string, unknown>;

/** One record that is being written. What it says is worked out once, and only if some line of the register names it. */
export class Gegevensrecord {
  private regel: Recordinhoud | null = null;
  private inhoud: () => Json = () => ({});

  constructor(
    private readonly type: string,
    private readonly verwijzing: string,
  ) {}

  written(inhoud: () => Json): void {
    this.inhoud = inhoud;
  }

  /** As the register gets it: no values, but a digest of them. */
  toRegel(): Recordinhoud {
    const { type, verwijzing } = this;
    if (this.regel !== null) return this.regel;
    const inhoud = hash('sha256', JSON.stringify([type, verwijzing, this.inhoud()])).slice(0, 32);
    return (this.regel = { type, verwijzing, inhoud });
  }
}

/** A row that is nowhere in the answer itself: what was given of it is what was made of it. */
export function workedOut(coordinaat: string, row: string, value: unknown): Gegevensrecord {
  const record = new Gegevensrecord(coordinaat, row);
  record.written(() => ({ [coordinaat.slice(coordinaat.indexOf('.') + 1)]: value }));
  return record;
}

/** Names an entity, or whose it is: no datum of it. */
const BESIDE: ReadonlySet<string> = new Set(['id', 'bronhouder']);

/**
 * Under which types the register can name a record: those with a name of their own, and plain values of an entity, which may be
 * worked out of rows.
 */
export function recordtypen(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => {
      const fields = Object.values(type.getFields());
      if (soortOf(schema, type.name).sleutel !== null) return [type.name];
      if (!Object.hasOwn(SLEUTELCATEGORIEEN, type.name)) return [];
      return fields.flatMap(({ name, type: value }) =>
        isLeafType(getNullableType(value)) && !BESIDE.has(name) ? [`${type.name}.${name}`] : [],
      );
    });
}

/** Coordinates of what stands on a person himself: each is named by him, and needs no reference. */
export function persoonsvelden(schema: GraphQLSchema): string[] {
  return [...PERSOONSOORTEN].flatMap((naam) => {
    const type = schema.getType(naam);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    return fields.filter((veld) => !BESIDE.has(veld)).map((veld) => `${naam}.${veld}`);
  });
}

interface Soort {
  /** An object of this type has a bronhouder of its own: then nothing of it belongs to what is around it. */
  readonly record: boolean;
  /** Key under which its source says by what name it finds it again. */
  readonly sleutel: string | null;
}

/** Which objects of an answer are records, and what of an answer belongs to which of them. */
export class Records {
  private readonly soorten = new Map<string, Soort>();
  /** Of what was selected of a type: the fields that can be content, by name. */
  private readonly inhouden = new WeakMap<readonly Veld[], readonly Veld[]>();
  /** Fields of the value objects: parts of the record around them. */
  private readonly delen = new WeakMap<object, readonly Veld[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  isRecord(type: string): boolean {
    return this.soort(type).record;
  }

  /** What the field holds are records. */
  areIn({ onder }: Veld): boolean {
    return [...(onder?.typen.keys() ?? []), ...(onder?.leden?.keys() ?? [])].some((type) => this.isRecord(type));
  }

  /** The record that this is, by the name under which its source finds it again; null when it can't be named so. */
  open(type: string, read: (sleutel: string) => unknown): Gegevensrecord | null {
    const { sleutel } = this.soort(type);
    const verwijzing = sleutel === null ? null : read(sleutel);
    return typeof verwijzing === 'string' && verwijzing !== '' ? new Gegevensrecord(type, verwijzing) : null;
  }

  part(written: object, velden: readonly Veld[]): void {
    this.delen.set(written, velden);
  }

  /**
   * What is in the answer of a record: by the names of its fields, in order, whatever the client called them. A value of
   * another source on the same object is not of the record.
   */
  contentOf(written: Json, velden: readonly Veld[], subgraaf: Deelgraaf | null): Json {
    const content: Json = {};
    for (const veld of this.contentFields(velden)) {
      if (veld.subgraaf !== subgraaf) continue;
      const value = this.partOf(written[veld.sleutel], subgraaf);
      if (value === null || content[veld.naam] === value) continue;
      // The same field under two names: what it was asked for differs, so both count.
      content[veld.naam] = veld.naam in content ? [content[veld.naam], value] : value;
    }
    return content;
  }

  private partOf(value: unknown, subgraaf: Deelgraaf | null): unknown {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return value.map((one) => this.partOf(one, subgraaf));
    if (typeof value !== 'object') return value;
    return this.contentOf(value as Json, this.delen.get(value) ?? [], subgraaf);
  }

  /** Not what names the record: whether that was asked says nothing of what was given. */
  private contentFields(velden: readonly Veld[]): readonly Veld[] {
    const known = this.inhouden.get(velden);
    if (known !== undefined) return known;
    const found = velden
      .filter((veld) => veld.besluit !== null && veld.naam !== 'record' && !this.areIn(veld))
      .sort((a, b) => (a.naam < b.naam ? -1 : a.naam > b.naam ? 1 : 0));
    this.inhouden.set(velden, found);
    return found;
  }

  private soort(naam: string): Soort {
    const known = this.soorten.get(naam);
    if (known !== undefined) return known;
    const soort = soortOf(this.schema, naam);
    this.soorten.set(naam, soort);
    return soort;
  }
}

function soortOf(schema: GraphQLSchema, naam: string): Soort {
  const type = schema.getType(naam);
  const fields = isObjectType(type) ? type.getFields() : {};
  const record = 'bronhouder' in fields;
  // A person is named in each line already, and his id is no name of one row.
  const entity = record && 'id' in fields && !PERSOONSOORTEN.has(naam);
  return { record, sleutel: 'record' in fields ? HUB_SLEUTELS.record : entity ? HUB_SLEUTELS.id : null };
}
