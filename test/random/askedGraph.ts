import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, buildSchema } from 'graphql';

/**
 * What looks into the register tells of what was asked before, so of every question that was put to either twin: it
 * changes with each. The minutes, moreover, tell a regisseur which kinds of data others got (ADR 9). What these give to
 * whom has properties of its own (test/gateway/register, test/spec).
 */
const OF_REGISTER = [
  'verslag',
  'registerstand',
  'registerconsistentie',
  'registerbesluiten',
  'dossier',
  'inzage',
  'datalek',
  'partnerverkeer',
  'ontvangers',
];

/** What the own organisation decided about what it holds: its own to know, and no part of what the worlds tell of others. */
const OF_BRONHOUDER = ['bronbesluit'];

/** The graph as far as random questions are asked of it. */
export function askedGraph(): GraphQLSchema {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema/api.graphql'), 'utf8'));
  for (const naam of [...OF_REGISTER, ...OF_BRONHOUDER])
    Reflect.deleteProperty(schema.getQueryType()?.getFields() ?? {}, naam);
  return schema;
}
