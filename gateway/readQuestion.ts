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
import { parse as parseJson } from 'secure-json-parse';
import type { QuestionLimits } from '../schema/domain/questionLimits';
import { createLimits } from './http/limits';
import { type Gevraagd, readOperation } from './prune/readOperation';

/**
 * The operation of a question to explain, held to the same limits as one to answer.
 *
 * @param variabelen its variables as a JSON object, or null.
 * @throws GraphQLError BAD_USER_INPUT
 */
export function readQuestion(
  { schema, limits }: { readonly schema: GraphQLSchema; readonly limits: QuestionLimits },
  vraag: string,
  variabelen: string | null,
): Gevraagd {
  const variables = readObject(variabelen);
  try {
    const document = parse(vraag, { maxLexicalTokens: limits.tokens });
    const operation = getOperationAST(document);
    const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule, createLimits(limits)];
    if (operation?.operation === OperationTypeNode.QUERY && validate(schema, document, rules).length === 0) {
      return readOperation(schema, document, operation, variables, limits);
    }
  } catch (fout) {
    if (!(fout instanceof GraphQLError)) throw fout;
  }
  throw unreadable('"vraag" is geen geldige query naar gegevens, of te groot');
}

function readObject(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const read: unknown = parseJson(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read };
  } catch {
    // Said below.
  }
  throw unreadable('"variabelen" is geen JSON-object');
}

function unreadable(what: string): GraphQLError {
  return new GraphQLError(`Er valt niets uit te leggen: ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
