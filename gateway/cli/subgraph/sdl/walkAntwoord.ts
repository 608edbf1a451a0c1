import { isObject } from '../bron/Bron';
import type { Bronschema, Bronveld } from './readBronschema';

/** A value in an answer, at the field that gave it. */
export interface Plek {
  readonly veld: Bronveld;
  readonly waarde: unknown;
  /** It is of the shape that the SDL says: a list, an object or a plain value, or null. */
  readonly past: boolean;
}

/** An entity that stands in an answer by its key. */
export interface Verwijzing {
  readonly type: string;
  readonly id: string;
}

/** Every field of an object in an answer, and of what is in it. */
export function* walkObject(schema: Bronschema, type: string, object: unknown): Generator<Plek> {
  const known = schema.objecten.get(type);
  if (known === undefined || !isObject(object)) return;
  yield* walkVelden(schema, known.velden, object);
}

/** The same for fields asked of one object, such as the root. */
export function* walkVelden(
  schema: Bronschema,
  velden: readonly Bronveld[],
  object: Readonly<Record<string, unknown>>,
): Generator<Plek> {
  for (const veld of velden) {
    const waarde = object[veld.antwoordnaam];
    const items = veld.lijst && Array.isArray(waarde) ? (waarde as unknown[]) : [waarde];
    const composite = schema.objecten.has(veld.soort) || schema.leden.has(veld.soort);
    const fits = (item: unknown): boolean => (composite ? isObject(item) : isPlain(item));
    yield { veld, waarde, past: waarde === null || (veld.lijst === Array.isArray(waarde) && items.every(fits)) };
    for (const item of items) {
      const type = typeOf(schema, veld.soort, item);
      if (type !== null && schema.objecten.get(type)?.sleutel === null) yield* walkObject(schema, type, item);
    }
  }
}

/** The entities that stand in an answer by their key, at any depth. */
export function verwijzingenIn(value: unknown, schema: Bronschema): Verwijzing[] {
  if (Array.isArray(value)) return value.flatMap((one) => verwijzingenIn(one, schema));
  if (!isObject(value)) return [];
  const { __typename: type } = value;
  const object = typeof type === 'string' ? schema.objecten.get(type) : undefined;
  const id = value[object?.sleutel ?? ''];
  const here = object?.vindbaar === true && typeof id === 'string' ? [{ type: object.naam, id }] : [];
  return [...here, ...Object.values(value).flatMap((one) => verwijzingenIn(one, schema))];
}

function typeOf({ objecten, leden }: Bronschema, soort: string, item: unknown): string | null {
  if (objecten.has(soort)) return soort;
  const kind = leden.has(soort) && isObject(item) ? item['__typename'] : undefined;
  return typeof kind === 'string' && leden.get(soort)?.includes(kind) === true ? kind : null;
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
