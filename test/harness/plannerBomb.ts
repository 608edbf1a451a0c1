import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const URL = 'http://127.0.0.1:1/graphql';

/** A graph in which each step down can be made in five sources, so that the ways to plan multiply with the depth. */
export function plannerBomb(): {
  readonly supergraphSdl: string;
  readonly api: string;
  readonly query: (depth: number) => string;
} {
  const shared = 'type T @key(fields: "id") { id: ID! t: T @shareable a: Int @shareable b: Int @shareable }';
  const services = Array.from({ length: 5 }, (_, i) => ({
    name: `bron${String(i)}`,
    url: URL,
    typeDefs: parse(`${LINK} ${shared}`),
  }));
  const root = {
    name: 'wortel',
    url: URL,
    typeDefs: parse(`${LINK} type Query { t: T } type T @key(fields: "id") { id: ID! }`),
  };
  const { supergraphSdl } = composeServices([root, ...services]);
  if (supergraphSdl === undefined) throw new Error('the bomb does not compose');
  return {
    supergraphSdl,
    api: 'type Query { t: T } type T { id: ID! t: T a: Int b: Int }',
    query: (depth) => `{ ${'t { '.repeat(depth)} a b ${'} '.repeat(depth)} }`,
  };
}
