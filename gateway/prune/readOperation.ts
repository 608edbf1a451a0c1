import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  getVariableValues,
  valueFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { createHash } from 'node:crypto';
import { type QuestionLimits, USUAL_LIMITS } from '../../schema/domain/questionLimits';
import { Budget } from './budget';
import { collectFields } from './collectFields';

/** What the client asked, with its variables filled in. */
export interface Gevraagd {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced, with defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Name of the root type. */
  readonly root: string;
  /** Names of the root fields that stand. */
  readonly wortels: readonly string[];
  /** Asks of the types of the graph, and of no data. */
  readonly overTypen: boolean;
  /** Response keys of the root fields that stand, with their names. */
  readonly sleutels: ReadonlyMap<string, string>;
  /** Values of every `id` argument at the root: the casussen that the operation itself names. */
  readonly genoemd: readonly unknown[];
  readonly hash: string;
  readonly limits: Worklimits;
}

/** How much an operation may come to. */
type Worklimits = Pick<QuestionLimits, 'fields' | 'places'>;

const OVER_TYPEN: readonly string[] = ['__schema', '__type'];

/**
 * @param limits of what it may come to.
 * @throws GraphQLError BAD_USER_INPUT when a variable does not fit its type, or data and types are asked together.
 */
export function readOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  limits: Worklimits = USUAL_LIMITS,
): Gevraagd {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 10 });
  if (errors !== undefined) throw badInput(errors);
  const root = schema.getRootType(operation.operation);
  if (root === null || root === undefined) {
    const message = `Deze graaf kent geen ${operation.operation}: er kan alleen worden gevraagd.`;
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
  const walked = { schema, fragments, variables: coerced, budget: new Budget(limits) };
  const fields = collectFields(walked, root, [operation.selectionSet]);
  const nodes = [...fields.values()].flat();
  const wortels = [...new Set(nodes.map(({ name }) => name.value))];
  const overTypen = wortels.some((naam) => OVER_TYPEN.includes(naam));
  if (overTypen && wortels.some((naam) => naam !== '__typename' && !OVER_TYPEN.includes(naam))) throw mixed();
  const genoemd = nodes.flatMap((node) => {
    const definition = root.getFields()[node.name.value]?.args.find(({ name }) => name === 'id');
    const value = node.arguments?.find(({ name }) => name.value === 'id')?.value;
    if (definition === undefined || value === undefined) return [];
    return [valueFromAST(value, definition.type, coerced) ?? valueFromASTUntyped(value, coerced)];
  });
  return {
    document,
    operation,
    fragments,
    variables: coerced,
    root: root.name,
    wortels,
    overTypen,
    sleutels: new Map(
      [...fields].flatMap(([sleutel, [first]]) => (first === undefined ? [] : [[sleutel, first.name.value]])),
    ),
    genoemd,
    hash: createHash('sha256')
      .update(document.loc?.source.body ?? '')
      .digest('hex'),
    limits,
  };
}

/** What is told of types rests on no casus, and no receipt of data should stand under it: so each is a question of its own. */
function mixed(): GraphQLError {
  const message = 'Vraag naar typen (__schema, __type) en naar gegevens in aparte vragen.';
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Types and positions only: a message that repeats a value could repeat a person's data. */
function badInput(errors: readonly GraphQLError[]): GraphQLError {
  const [first] = errors;
  const [, naam, lacks] =
    /^Variable "(\$\w+)"( of required type "[^"]+" was not provided)?/.exec(first?.message ?? '') ?? [];
  const subject = naam === undefined ? 'Een variabele' : `De variabele ${naam}`;
  return new GraphQLError(`${subject} ${lacks !== undefined ? 'ontbreekt' : 'past niet bij het type in de vraag'}.`, {
    ...(first?.nodes === undefined ? {} : { nodes: first.nodes }),
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
