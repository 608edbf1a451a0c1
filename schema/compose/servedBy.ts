import type { FieldDefinitionNode, InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { DEELGRAVEN, type Deelgraaf } from '../domain/deelgraaf';
import { type Graaf, asOneObject, kindsOf, named, stringList, valueOf } from './graaf';

/** How a field is served: by whom, as what, and with which other fields sent along. */
interface Bediening {
  readonly subgraaf: Deelgraaf;
  /** What the source that serves it can take the entity for: its own type, or every kind of an interface object. */
  readonly kinds: readonly ObjectTypeDefinitionNode[];
  readonly requires: readonly string[];
}

/**
 * Exactly one source serves a field. To a source that knows an interface as one object (@interfaceObject) all kinds of it
 * are one: its fields stand on each kind without a graph, and what it is told, it is told of any of them.
 */
export function servedBy(graaf: Graaf, object: ObjectTypeDefinitionNode, field: FieldDefinitionNode): Bediening {
  const naam = field.name.value;
  const found: Omit<Bediening, 'subgraaf'>[] = [];
  const graphs: unknown[] = [];
  const add = (graph: unknown, kinds: readonly ObjectTypeDefinitionNode[], at: FieldDefinitionNode): void => {
    graphs.push(graph);
    found.push({ kinds, requires: requiredBy(at) });
  };
  for (const graph of graphsOf(object, field)) add(graph, [object], field);
  for (const { name } of object.interfaces ?? []) {
    const whole = graaf.interfaces.get(name.value);
    const at = whole?.fields?.find((candidate) => candidate.name.value === naam);
    if (whole === undefined || at === undefined) continue;
    const known = asOneObject(whole);
    const kinds = kindsOf(graaf, name.value);
    for (const graph of graphsOf(whole, at)) if (known.includes(graph)) add(graph, kinds, at);
  }
  const [one] = found;
  const subgraaf = DEELGRAVEN.find((name) => name.toUpperCase() === graphs[0]);
  if (one === undefined || graphs.length !== 1 || subgraaf === undefined) {
    throw new Error(
      `${object.name.value}.${naam}: expected exactly one of ${DEELGRAVEN.join(', ')} to serve it, got ${graphs.join(', ') || 'none'}`,
    );
  }
  return { ...one, subgraaf };
}

/** Without any @join__field it is of every graph that has its type; with one that names no graph, of none of them. */
function graphsOf(
  type: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  field: FieldDefinitionNode,
): readonly unknown[] {
  const joined = named(field.directives, 'join__field');
  const serving = joined.length > 0 ? joined : named(type.directives, 'join__type');
  const graphs = serving.filter((one) => valueOf(one, 'external') !== true).map((one) => valueOf(one, 'graph'));
  return [...new Set(graphs.filter((graph) => graph !== undefined))];
}

function requiredBy(field: FieldDefinitionNode): string[] {
  return named(field.directives, 'join__field').flatMap((directive) => stringList(valueOf(directive, 'requires')));
}
