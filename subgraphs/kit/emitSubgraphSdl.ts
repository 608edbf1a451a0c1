import { join } from 'node:path';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { buildClassSchema, printSubgraphSdl, type GraphClasses } from './graph/printSubgraphSdl';

/** The SDL of a partner from its code: `subgraphs/<name>/<name>.ts` exports its definition under its name. */
export function emitSubgraphSdl(subgraaf: Subgraaf): string {
  // By path, since the kit may not know the partners.
  // oxlint-disable-next-line typescript/no-require-imports -- the path is made here
  const found = require(join(__dirname, '..', subgraaf, subgraaf)) as Record<string, GraphClasses | undefined>;
  const definition = found[subgraaf];
  if (definition === undefined) throw new Error(`subgraphs/${subgraaf}/${subgraaf}.ts must export ${subgraaf}`);
  return printSubgraphSdl(buildClassSchema(definition));
}
