import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { HUB_VOORVOEGSEL } from '../domain/selectie';
import type { Labelfout } from './checkLabels';
import { named, namedType, stringList, valueOf } from './graaf';

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Links of which the hub knows what they ask of it; of any other, what it protects would be unprotected here. */
const KNOWN_LINKS = [
  'https://specs.apollo.dev/link/v1.0',
  'https://specs.apollo.dev/join/v0.5',
  'https://specs.apollo.dev/policy/v0.1',
  'https://specs.apollo.dev/tag/v0.3',
  'https://ketenhub.invalid/leest/v1.0',
];

/**
 * Refuses what federation can do and this hub can not do exactly: what the gateway's execution is known to get wrong, and
 * what would be asked or told outside the labels. A hub of citizens' data may not return wrong data.
 */
export function checkFeatures(supergraph: DocumentNode): Labelfout[] {
  return supergraph.definitions.flatMap((definition): Labelfout[] => {
    if (definition.kind === Kind.SCHEMA_DEFINITION) return checkLinks(definition.directives ?? []);
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      return [...checkType(definition), ...checkKeys(definition), ...checkFields(definition, supergraph)];
    }
    const labelled = definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.SCALAR_TYPE_DEFINITION;
    return labelled ? checkType(definition) : [];
  });
}

function checkLinks(directives: readonly ConstDirectiveNode[]): Labelfout[] {
  return named(directives, 'link').flatMap((link) => {
    const url = String(valueOf(link, 'url'));
    if (KNOWN_LINKS.includes(url)) return [];
    const melding = /\/context\/v/.test(url)
      ? '@context/@fromContext: the gateway would pass the argument as undefined, so it is refused'
      : `@link of ${url}: the hub does not know what it means, so nothing may rest on it`;
    return [{ coordinaat: 'schema', melding }];
  });
}

/** On a type it would be read by nobody here: only fields are decided on. */
function checkType({
  name,
  directives,
}: {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}): Labelfout[] {
  const melding = 'has @policy on the type itself: put it on each of its fields';
  return named(directives, 'policy').map(() => ({ coordinaat: name.value, melding }));
}

/**
 * One key for all sources: where an entity has several, or composite ones, the gateway is known to give null for fields of
 * them that are there; and any but an opaque one would be a datum that goes to every source.
 */
function checkKeys(type: Composite): Labelfout[] {
  const keys = named(type.directives, 'join__type').flatMap((directive) => stringList(valueOf(directive, 'key')));
  const id = type.fields?.find(({ name }) => name.value === 'id');
  const fouten = [...new Set(keys)]
    .filter((key) => key !== 'id')
    .map((key) => `its key is "${key}": a key goes unclassified to every source, so it can only be the opaque "id"`);
  if (keys.length > 0 && id !== undefined && !isRequiredId(id.type)) fouten.push('its key "id" must be of type ID!');
  return fouten.map((melding) => ({ coordinaat: type.name.value, melding }));
}

function isRequiredId(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE && type.type.name.value === 'ID';
}

function checkFields(type: Composite, supergraph: DocumentNode): Labelfout[] {
  return (type.fields ?? []).flatMap((field) => {
    const meldingen = [...checkJoins(type, field), ...checkArguments(field, supergraph)];
    if (field.name.value.startsWith(HUB_VOORVOEGSEL)) {
      meldingen.push(`"${HUB_VOORVOEGSEL}" is how the hub names what it asks for itself: give it another name`);
    }
    return meldingen.map((melding) => ({ coordinaat: `${type.name.value}.${field.name.value}`, melding }));
  });
}

function checkJoins(type: Composite, field: FieldDefinitionNode): string[] {
  return named(field.directives, 'join__field').flatMap((join) => {
    const meldingen: string[] = [];
    if (valueOf(join, 'provides') !== undefined) {
      meldingen.push('has @provides: another source than its own would be asked, outside the labels');
    }
    if (valueOf(join, 'overrideLabel') !== undefined) {
      meldingen.push('has @override with a label: which source is asked would hang on chance');
    }
    const graph = valueOf(join, 'graph');
    if (type.name.value === 'Query' && (graph === 'POLICE' || graph === 'CARE')) {
      meldingen.push('starts at a source that would hear of the casus by it: start from the municipality');
    }
    if (type.name.value === 'Mutation' && graph !== 'HUB') {
      meldingen.push('changes data of a partner: a partner does that at his own source');
    }
    return meldingen;
  });
}

/** What an argument reads is decided when it is given. */
function checkArguments(field: FieldDefinitionNode, supergraph: DocumentNode): string[] {
  const inputs = supergraph.definitions.flatMap((one) =>
    one.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [one.name.value] : [],
  );
  const categorieen = stringLists(field.directives, 'policy', 'policies');
  return (field.arguments ?? []).flatMap((argument) => {
    const naam = argument.name.value;
    const read = stringLists(argument.directives, 'leest', 'gegevens');
    if (inputs.includes(namedType(argument.type))) {
      return [`argument "${naam}" is an input object, whose fields would be read undecided: use plain arguments`];
    }
    if (argument.defaultValue !== undefined && !read.every((categorie) => categorieen.includes(categorie))) {
      return [`argument "${naam}" has a default, so it is always read: give the field its categories too`];
    }
    return [];
  });
}

function stringLists(directives: readonly ConstDirectiveNode[] | undefined, name: string, argument: string): string[] {
  return named(directives, name).flatMap((directive) => {
    const value = valueOf(directive, argument);
    return Array.isArray(value) ? value.flatMap(stringList) : [];
  });
}
