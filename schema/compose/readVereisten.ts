import { parse } from 'graphql';
import { keyFields, readGraaf } from './graaf';
import { servedBy } from './servedBy';

/**
 * By coordinate, the fields of the same entity that its source is sent to work it out (@requires), of others and plain
 * (`asksFor`). A coordinate that needs none is not there.
 */
export function readVereisten(supergraphSdl: string): ReadonlyMap<string, readonly string[]> {
  const graaf = readGraaf(parse(supergraphSdl, { noLocation: true }));
  const vereisten = new Map<string, readonly string[]>();
  for (const object of graaf.objects.values()) {
    const keys = keyFields(object);
    for (const field of object.fields ?? []) {
      if (keys.has(field.name.value)) continue;
      const names = servedBy(graaf, object, field).requires.flatMap((required) => required.match(/\w+/g) ?? []);
      if (names.length > 0) vereisten.set(`${object.name.value}.${field.name.value}`, names);
    }
  }
  return vereisten;
}
