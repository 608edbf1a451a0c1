import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLError, Kind, OperationTypeNode, buildSchema, getOperationAST, parse, validate } from 'graphql';
import { ZONDER_CASUS } from '../../../schema/domain/zonderCasus';
import { unusable } from '../ended';
import type { Terminal } from '../terminal';

const SCHEMA = join(__dirname, '../../../schema/api.graphql');

/** A query that can be put to the hub. */
export interface Vraag {
  readonly query: string;
  /** It selects something that needs Keten-Casus and Keten-Doel. */
  readonly needsCasus: boolean;
}

/** Reads a query from a file, or from stdin for "-", and holds it to the schema, so that a slip is told with its place. */
export async function readVraag(file: string, terminal: Terminal): Promise<Vraag> {
  const query = file === '-' ? await terminal.readInput() : readFile(file);
  try {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (operation?.operation !== OperationTypeNode.QUERY) {
      throw unusable('De vraag moet uit precies een query bestaan.');
    }
    const [first] = validate(buildSchema(readFileSync(SCHEMA, 'utf8')), document);
    if (first !== undefined) throw first;
    const { selections } = operation.selectionSet;
    const own = selections.every((node) => node.kind === Kind.FIELD && ZONDER_CASUS.includes(node.name.value));
    return { query, needsCasus: !own };
  } catch (fout) {
    if (!(fout instanceof GraphQLError)) throw fout;
    const at = fout.locations?.[0];
    const place = at === undefined ? '' : ` (regel ${String(at.line)}, kolom ${String(at.column)})`;
    throw unusable(`De vraag klopt niet${place}: ${fout.message}`);
  }
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw unusable(`Het bestand ${file} kan niet worden gelezen.`);
  }
}
