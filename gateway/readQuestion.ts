import {
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { z } from 'zod';
import { Hubfout } from '../schema/domain/hubfout';
import { MOST_TOKENS, limits } from './http/limits';
import { type Gevraagd, readOperation } from './prune/readOperation';

const questionBody = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** The operation of a question to explain, held to the same limits as one to answer. */
export function readQuestion(schema: GraphQLSchema, body: unknown): Gevraagd {
  const unreadable = new Hubfout('HUB_LIMIET', 'Verwacht wordt JSON met een geldige "query" en eventueel "variables".');
  const asked = questionBody.safeParse(body);
  if (!asked.success) throw unreadable;
  const { query, variables, operationName } = asked.data;
  try {
    const document = parse(query, { maxLexicalTokens: MOST_TOKENS });
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) throw unreadable;
    const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule, limits];
    if (validate(schema, document, rules).length > 0) throw unreadable;
    return readOperation(schema, document, operation, variables ?? {});
  } catch (fout) {
    throw fout instanceof GraphQLError ? unreadable : fout;
  }
}
