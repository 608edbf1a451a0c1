import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ValueNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { Coordinaatlabel, Mededeling } from '../domain/labels';
import { SLEUTELCATEGORIEEN } from '../domain/sleutel';
import { SUBGRAVEN, type Subgraaf } from '../domain/subgraaf';

/**
 * Reads the classification of every field of every object type out of a supergraph: categories (@policy), who serves
 * it, what its source must be sent from elsewhere (@join__field(requires:), the key of its entity), and what its
 * arguments read (@leest). Interfaces carry no label: the concrete type decides.
 *
 * @throws Error when the supergraph renames @policy or @leest, or uses a subgraph that the house does not have.
 */
export function readLabels(supergraphSdl: string): Map<string, Coordinaatlabel> {
  const document = parse(supergraphSdl, { noLocation: true });
  refuseRenames(supergraphSdl);
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.set(definition.name.value, definition);
  }
  const labels = new Map<string, Coordinaatlabel>();
  for (const object of objects.values()) {
    const keys = keyFields(object);
    for (const field of object.fields ?? []) {
      const coordinaat = `${object.name.value}.${field.name.value}`;
      if (keys.has(field.name.value)) continue;
      const subgraaf = servedBy(object, field);
      labels.set(coordinaat, {
        coordinaat,
        categorieen: policies(field),
        subgraaf,
        vraagt: asksFor(object, field, objects),
        argumenten: Object.fromEntries(
          (field.arguments ?? []).map((argument) => [
            argument.name.value,
            stringList(argumentOf(argument.directives, 'leest', 'gegevens')),
          ]),
        ),
      });
    }
  }
  return labels;
}

/** Names of the key fields of an entity: they are never classified, since they are opaque. */
export function keyFields(object: ObjectTypeDefinitionNode): Set<string> {
  const keys = (object.directives ?? [])
    .filter((directive) => directive.name.value === 'join__type')
    .flatMap((directive) => stringList(valueOf(directive, 'key')));
  return new Set(keys.flatMap((key) => key.split(/\s+/)));
}

function servedBy(object: ObjectTypeDefinitionNode, field: FieldDefinitionNode): Subgraaf {
  const serving = (field.directives ?? [])
    .filter((directive) => directive.name.value === 'join__field' && valueOf(directive, 'external') !== true)
    .map((directive) => valueOf(directive, 'graph'))
    .filter((graph) => graph !== undefined);
  const declaring = (object.directives ?? [])
    .filter((directive) => directive.name.value === 'join__type')
    .map((directive) => valueOf(directive, 'graph'));
  const graphs = serving.length > 0 ? serving : declaring;
  const subgraaf = SUBGRAVEN.find((name) => name.toUpperCase() === graphs[0]);
  if (graphs.length !== 1 || subgraaf === undefined) {
    throw new Error(
      `${object.name.value}.${field.name.value}: expected exactly one of ${SUBGRAVEN.join(', ')} to serve it, got ${graphs.join(', ') || 'none'}`,
    );
  }
  return subgraaf;
}

/**
 * The casus and its persons live in the municipality; any other source is sent the key of the entity it extends. What
 * @requires brings along is sent too, and had to be asked of its own source before, with all that that asks.
 */
function asksFor(
  object: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
  objects: ReadonlyMap<string, ObjectTypeDefinitionNode>,
  entered: ReadonlySet<string> = new Set(),
): Mededeling[] {
  const coordinaat = `${object.name.value}.${field.name.value}`;
  if (entered.has(coordinaat)) return [];
  const aan = servedBy(object, field);
  const asked: Mededeling[] = [];
  if (keyFields(object).size > 0 && aan !== 'municipality') {
    asked.push({ aan, categorie: SLEUTELCATEGORIEEN[object.name.value] ?? `sleutel.${object.name.value}` });
  }
  for (const directive of field.directives ?? []) {
    if (directive.name.value !== 'join__field') continue;
    for (const required of stringList(valueOf(directive, 'requires'))) {
      for (const [owner, needed] of fieldsIn(required, object, objects)) {
        asked.push(...policies(needed).map((categorie) => ({ aan, categorie })));
        asked.push(...asksFor(owner, needed, objects, new Set([...entered, coordinaat])));
      }
    }
  }
  const distinct = new Map(asked.map((one) => [`${one.aan} ${one.categorie}`, one]));
  return [...distinct.values()];
}

type OwnedField = readonly [owner: ObjectTypeDefinitionNode, field: FieldDefinitionNode];

function fieldsIn(
  required: string,
  object: ObjectTypeDefinitionNode,
  objects: ReadonlyMap<string, ObjectTypeDefinitionNode>,
): OwnedField[] {
  const operation = parse(`{ ${required} }`, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.map((selection): OwnedField => {
    const field =
      selection.kind === Kind.FIELD && selection.selectionSet === undefined
        ? object.fields?.find((candidate) => candidate.name.value === selection.name.value)
        : undefined;
    if (field === undefined || objects.has(namedType(field))) {
      throw new Error(`@requires(fields: "${required}") on ${object.name.value}: only plain fields can be checked`);
    }
    return [object, field];
  });
}

function namedType(field: FieldDefinitionNode): string {
  let type = field.type;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type.name.value;
}

/** The one inner list of @policy (an AND); more than one (an OR) is refused by checkLabels. */
function policies(field: FieldDefinitionNode): string[] {
  const value = argumentOf(field.directives, 'policy', 'policies');
  return Array.isArray(value) ? [...new Set(value.flatMap(stringList))] : [];
}

function argumentOf(directives: readonly ConstDirectiveNode[] | undefined, name: string, argument: string): unknown {
  const directive = directives?.find((candidate) => candidate.name.value === name);
  return directive === undefined ? undefined : valueOf(directive, argument);
}

function valueOf(directive: DirectiveNode, name: string): unknown {
  const argument: ArgumentNode | undefined = directive.arguments?.find((candidate) => candidate.name.value === name);
  const value: ValueNode | undefined = argument?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value);
}

function stringList(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** `@link(import: [{name: "@policy", as: "@x"}])` would hide the labels from every reader: refused. */
function refuseRenames(supergraphSdl: string): void {
  const schema = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.SCHEMA_DEFINITION,
  );
  for (const directive of schema?.directives ?? []) {
    if (directive.name.value !== 'link') continue;
    const url = valueOf(directive, 'url');
    const renamed =
      valueOf(directive, 'as') !== undefined || JSON.stringify(valueOf(directive, 'import') ?? []).includes('"as"');
    if (renamed && typeof url === 'string')
      throw new Error(`@link of ${url}: directives may not be renamed in this graph`);
    if (typeof url === 'string' && /\/context\/v/.test(url)) {
      throw new Error('@context/@fromContext: the gateway would pass the argument as undefined, so it is refused');
    }
  }
}
