import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, OperationTypeNode, buildSchema, getOperationAST, parse } from 'graphql';
import type { Besluit } from '../../../schema/domain/besluit';
import { readLabels } from '../../../schema/compose/readLabels';
import { readVereisten } from '../../../schema/compose/readVereisten';
import { type Gesnoeid, prune } from '../../../gateway/prune/prune';
import { readOperation } from '../../../gateway/prune/readOperation';

const SCHEMA = join(__dirname, '../../../schema');
export const schema = buildSchema(readFileSync(join(SCHEMA, 'api.graphql'), 'utf8'));
const supergraph = readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8');
export const labels = readLabels(supergraph);
export const vereisten = readVereisten(supergraph);

export type Outcome = Besluit['uitkomst'];
/** What is decided of each coordinate and category, for a test. */
export type Decisions = (name: string) => Outcome;

function besluit(outcome: Outcome, categorieen: readonly string[], bronhouders: readonly string[] = []): Besluit {
  if (outcome === 'UNDECIDED') return { uitkomst: outcome, categorieen };
  if (outcome === 'DENY') return { uitkomst: outcome, reden: 'ROL_NIET_GEDEKT', artikel: null, categorieen };
  const toekenningen = categorieen.flatMap((categorie) =>
    bronhouders.map((bronhouder) => ({
      categorie,
      bronhouder,
      eigen: false,
      beperkingen: [],
      artikel: 'WGS 1',
      voorwaarden: [],
    })),
  );
  return { uitkomst: outcome, artikel: 'WGS 1', toekenningen, categorieen };
}

/** What the walk of prune looks up, by these decisions. */
export function beslist(decisions: Decisions, bronhouders: readonly string[] = []): Parameters<typeof prune>[2] {
  return {
    labels,
    coordinaat: (naam) => besluit(decisions(naam), labels.get(naam)?.categorieen ?? [], bronhouders),
    categorie: (naam) => besluit(decisions(naam), [naam], bronhouders),
  };
}

export function pruned(
  source: string | DocumentNode,
  decisions: Decisions,
  variables: Record<string, unknown> = {},
  bronhouders: readonly string[] = [],
): Gesnoeid & { root: string } {
  const document = typeof source === 'string' ? parse(source) : source;
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.QUERY) throw new Error('expected one query');
  const gevraagd = readOperation(schema, document, operation, variables);
  return { ...prune(schema, gevraagd, beslist(decisions, bronhouders)), root: gevraagd.root };
}

/** Key of the hub to key of the client, everywhere in an operation. */
export function keysOf({ typen }: Gesnoeid['selectie'], known = new Map<string, string>()): Map<string, string> {
  for (const veld of [...typen.values()].flat()) {
    if (veld.naam !== '__typename') known.set(veld.vraagsleutel, veld.sleutel);
    if (veld.onder !== null) keysOf(veld.onder, known);
  }
  return known;
}

/** A result by the keys of the client, as a source that was asked by the hub would give it. */
export function toHub<T>(selectie: Gesnoeid['selectie'], result: T): T {
  const keys = keysOf(selectie);
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    const renamed: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(value)) {
      const hub = [...keys].filter(([, client]) => client === key).map(([name]) => name);
      for (const name of hub.length > 0 ? hub : [key]) {
        Object.defineProperty(renamed, name, { value: rename(one), enumerable: true });
      }
    }
    return renamed;
  };
  return rename(result) as T;
}
