import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';
import type { Stap } from '../cellen/graaf';

/** A way through the graph: each field, and of which kind what it returns is taken. */
export type Gang = readonly { readonly stap: Stap; readonly als: string | null }[];

/**
 * Writes a way as an operation. `$casus` stands for the casus in which it is asked; other arguments that must be given get
 * a value that is only of the right type.
 */
export function writeGetuige(schema: GraphQLSchema, gang: Gang, argument: string | null): string {
  const last = gang.at(-1);
  const text = gang.reduceRight((below, { stap, als }) => {
    const given = stap.verplicht.map(({ name, type }) => `${name}: ${writeValue(stap, name, type)}`);
    if (stap === last?.stap && argument !== null && !stap.verplicht.some(({ name }) => name === argument)) {
      const type = argumentType(schema, stap, argument);
      if (type !== undefined) given.push(`${argument}: ${writeValue(stap, argument, type)}`);
    }
    const asked = `${stap.naam}${given.length === 0 ? '' : `(${given.join(', ')})`}`;
    if (stap.naar.length === 0) return asked;
    const inner = below === '' ? '__typename' : below;
    return `${asked} { ${als === null || below === '' ? inner : `... on ${als} { ${inner} }`} }`;
  }, '');
  const wat = gang[0]?.stap.type === 'Mutation' ? 'mutation' : 'query';
  return `${wat} Getuige${text.includes('$casus') ? '($casus: ID!)' : ''} { ${text} }`;
}

function argumentType(schema: GraphQLSchema, { type, naam }: Stap, argument: string): GraphQLInputType | undefined {
  const object = schema.getType(type);
  const field = isObjectType(object) ? object.getFields()[naam] : undefined;
  return field?.args.find(({ name }) => name === argument)?.type;
}

function writeValue({ coordinaat }: Stap, name: string, type: GraphQLInputType): string {
  return coordinaat === 'Query.casus' && name === 'id' ? '$casus' : exampleOf(type);
}

/** Plain values by the name of their type; a scalar of our own is a text. */
const EXAMPLES: Readonly<Record<string, string>> = { Int: '1', Float: '1', Boolean: 'true', Datum: '"2026-01-01"' };

function exampleOf(given: GraphQLInputType): string {
  const type = getNullableType(given);
  if (isListType(type)) return `[${exampleOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${exampleOf(field.type)}`).join(', ')} }`;
  }
  return EXAMPLES[type.name] ?? '"x"';
}
