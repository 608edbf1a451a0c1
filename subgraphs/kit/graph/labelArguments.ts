import {
  isObjectType,
  Kind,
  parseConstValue,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { leestLabels } from './Leest';

/** Puts `@leest` on the arguments of an object type. @throws Error for an argument that nobody classified. */
export function labelArguments(definition: DefinitionNode, schema: GraphQLSchema): DefinitionNode {
  const type = 'name' in definition ? schema.getType(definition.name.value) : undefined;
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !isObjectType(type)) return definition;
  const fields = type.getFields();
  return {
    ...definition,
    fields:
      definition.fields?.map((field) => labelled(type.name, field, fields[field.name.value]?.extensions ?? {})) ?? [],
  };
}

function labelled(
  type: string,
  field: FieldDefinitionNode,
  extensions: Readonly<Record<string, unknown>>,
): FieldDefinitionNode {
  const labels = leestLabels(extensions);
  const names = new Set(field.arguments?.map(({ name }) => name.value));
  const astray = Object.keys(labels).find((name) => !names.has(name));
  if (astray !== undefined) throw new Error(`${type}.${field.name.value}: @Leest names no argument ${astray}`);
  return {
    ...field,
    arguments:
      field.arguments?.map((argument) => {
        const gegevens = labels[argument.name.value];
        if (gegevens === undefined) {
          throw new Error(`${type}.${field.name.value}(${argument.name.value}): an argument needs @Leest`);
        }
        return { ...argument, directives: [...(argument.directives ?? []), leest(gegevens)] };
      }) ?? [],
  };
}

function leest(gegevens: readonly string[]): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'leest' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'gegevens' },
        value: parseConstValue(JSON.stringify(gegevens)),
      },
    ],
  };
}
