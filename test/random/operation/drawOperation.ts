import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import { Drawing } from './Drawing';
import type { Material } from './drawValue';
import { resolveConflicts } from './resolveConflicts';
import type { DocumentSketch } from './sketch';
import { Variables } from './variables';

const ASKED = 'Vraag0';

/** A question as a client would send it. */
export interface Operation {
  readonly text: string;
  /** Which of several operations is asked; null: there is one. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The operation that is asked, with its fragments and nothing else. */
  readonly alone: string;
  /** A variable is null where none may be: the request may be refused for it. */
  readonly broken: boolean;
}

/**
 * Makes a sketch real for a schema: any schema-valid document can come of it.
 *
 * @throws Error when it is not valid after all: then this generator is wrong.
 */
export function drawOperation(schema: GraphQLSchema, sketch: DocumentSketch, material: Material): Operation {
  const query = schema.getQueryType();
  if (query === null || query === undefined) throw new Error('a schema without queries');
  const single = sketch.beside.length === 0;
  const variables = new Variables(single && sketch.name % 9 === 1 ? [] : sketch.variables);
  const drawing = new Drawing(schema, variables, material);
  const bodies = [sketch.asked, ...sketch.beside].map((roots) => drawing.selections(query, roots));
  const operations = bodies.map((body, index) => `query Vraag${index} { ${body} }`);
  // A shorthand says neither `query` nor a name; it may stand alone only.
  if (sketch.name % 8 > 4) operations.reverse();
  const fragments = drawing.fragments.map(({ name, type, text }) => `fragment ${name} on ${type.name} { ${text} }`);
  const document = parse([...operations, ...fragments].join('\n'), { noLocation: true });
  resolveConflicts(schema, document);
  const finished = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return print(definition);
    const name = single && sketch.name % 3 === 1 ? '' : ` ${definition.name?.value ?? ''}`;
    const declared = variables.declared(variablesIn(document, definition));
    const head = name === '' && declared === '' ? '' : `query${name}${declared} `;
    return `${head}${print(definition.selectionSet)}`;
  });
  const text = finished.join('\n');
  const wrong = validate(schema, parse(text));
  if (wrong.length > 0) throw new Error(`a drawn document is not valid: ${wrong.join('\n')}\n${text}`);
  return readOperationText(text, {
    operationName: single ? null : ASKED,
    variables: variables.given(),
    broken: variables.broken,
  });
}

/** The operation that is asked, among its neighbours. */
export function readOperationText(
  text: string,
  question: Pick<Operation, 'operationName' | 'variables' | 'broken'>,
): Operation {
  const { operationName, variables, broken } = question;
  const { definitions } = parse(text, { noLocation: true });
  const operation = definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION && (operationName === null || one.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the operation that is asked is not there');
  const spread = fragmentsOf({ kind: Kind.DOCUMENT, definitions }, operation);
  const alone = [operation, ...spread];
  return { text, operationName, variables, broken, alone: print({ kind: Kind.DOCUMENT, definitions: alone }) };
}

/** The fragments that an operation comes to, each once. */
function fragmentsOf(document: DocumentNode, operation: OperationDefinitionNode): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const enter = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node.selectionSet, {
      FragmentSpread: ({ name }) => {
        if (found.has(name.value)) return;
        for (const one of document.definitions) {
          if (one.kind !== Kind.FRAGMENT_DEFINITION || one.name.value !== name.value) continue;
          found.set(name.value, one);
          enter(one);
        }
      },
    });
  };
  enter(operation);
  return [...found.values()];
}

/** Names of the variables that an operation uses, also in its fragments. */
export function variablesIn(document: DocumentNode, operation: OperationDefinitionNode): Set<string> {
  const used = new Set<string>();
  for (const { selectionSet } of [operation, ...fragmentsOf(document, operation)]) {
    visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  }
  return used;
}
