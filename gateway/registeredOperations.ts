import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type GraphQLSchema, Kind, parse, print, validate } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Texts of which is remembered whether they are registered. */
const REMEMBERED = 1_000;

/** Names the registered operation that a document is; null: it is none. `hash` is that of its text. */
export type NameOperation = (document: DocumentNode, hash: string) => string | null;

/**
 * The operations that frontends registered (schema/operations): only their names are words of ours, so only those are
 * written down. White space and comments make no other operation.
 *
 * @throws Error for one that the graph can't answer, or that has no name of its own.
 */
export function registeredOperations(dir: string, schema: GraphQLSchema): NameOperation {
  const names = new Map<string, string>();
  for (const file of readdirSync(dir).filter((naam) => naam.endsWith('.graphql'))) {
    const document = parse(readFileSync(join(dir, file), 'utf8'));
    const [operation] = document.definitions;
    const naam = operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
    if (naam === undefined || [...names.values()].includes(naam))
      throw new Error(`${file}: expected one named operation`);
    const [fout] = validate(schema, document);
    if (fout !== undefined) throw new Error(`${file}: ${fout.message}`);
    names.set(digest(document), naam);
  }
  const known = new LRUCache<string, { readonly naam: string | null }>({ max: REMEMBERED });
  return (document, hash) => {
    const found = known.get(hash) ?? { naam: names.get(digest(document)) ?? null };
    known.set(hash, found);
    return found.naam;
  };
}

function digest(document: DocumentNode): string {
  return createHash('sha256').update(print(document)).digest('hex');
}
