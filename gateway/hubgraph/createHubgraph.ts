import { type ExecutionResult, GraphQLError, Kind, buildASTSchema, execute, parse } from 'graphql';
import { Hubfout } from '../../schema/domain/hubfout';
import type { Hubvelden } from './hubvelden';

/** Root fields of the hub that one operation may ask: each can be the work of a whole question. */
const MOST_FIELDS = 5;

interface Fetch {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What the hub tells of itself, as an executable part of the graph: the committed SDL is the code, so that they can't
 * differ. Who may ask what is decided before, as of any other field.
 *
 * @returns answers one fetch. Throws Hubfout HUB_LIMIET, or whatever a field throws, whole.
 */
export function createHubgraph<Context>(
  sdl: string,
  velden: Hubvelden<Context>,
): (fetch: Fetch, context: Context) => Promise<Record<string, unknown>> {
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  return async ({ operation, variables }, context) => {
    const document = parse(operation, { noLocation: true });
    for (const definition of document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections.length > MOST_FIELDS) {
        throw new Hubfout(
          'HUB_LIMIET',
          `De vraag is te groot: meer dan ${String(MOST_FIELDS)} vragen aan de hub zelf.`,
        );
      }
    }
    const rootValue: Hubvelden<Context> = { ...velden };
    const result = await execute({ schema, document, rootValue, contextValue: context, variableValues: variables });
    return dataOf(result);
  };
}

/** Half an answer of the hub about itself would be a wrong one. */
function dataOf({ data, errors }: ExecutionResult): Record<string, unknown> {
  const [first] = errors ?? [];
  if (first !== undefined) throw first.originalError ?? new GraphQLError('the hub could not answer about itself');
  return data ?? {};
}
