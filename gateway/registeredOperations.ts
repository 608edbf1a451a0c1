import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, type DocumentNode, type GraphQLSchema, Kind, parse, print, validate } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Texts of which is remembered whether they are registered. */
const REMEMBERED = 1_000;

/** Names the registered operation that a document is; null: it is none. `hash` is that of its text. */
export type NameOperation = (document: DocumentNode, hash: string) => string | null;

/**
 * The operations that are registered: only their names are words of ours, so only those are written down, and production
 * answers no others. White space and comments make no other operation.
 *
 * @param dirs folders of files, one operation each.
 *
 * @throws Error for one that the graph can't answer, or that has no name of its own; says in which file.
 */
export function registeredOperations(dirs: readonly string[], schema: GraphQLSchema): NameOperation {
  const names = new Map<string, string>();
  for (const file of dirs.flatMap(listIn)) {
    const document = parse(readFileSync(file, 'utf8'));
    const [operation] = document.definitions;
    const naam = operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
    if (naam === undefined || document.definitions.filter(isOperation).length > 1)
      throw new Error(`${file}: expected one named operation`);
    if ([...names.values()].includes(naam)) throw new Error(`${file}: ${naam} is registered already`);
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

const isOperation = ({ kind }: DefinitionNode): boolean => kind === Kind.OPERATION_DEFINITION;

function listIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((naam) => naam.endsWith('.graphql'))
    .map((naam) => join(dir, naam));
}

function digest(document: DocumentNode): string {
  return createHash('sha256').update(print(document)).digest('hex');
}
