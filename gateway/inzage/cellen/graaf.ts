import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** One field of one concrete type, and where it leads. */
export interface Stap {
  readonly type: string;
  readonly naam: string;
  readonly coordinaat: string;
  /** Arguments without which it can't be asked. */
  readonly verplicht: readonly GraphQLArgument[];
  /** Concrete types of what it returns; none when that is a plain value. */
  readonly naar: readonly string[];
  /** What it returns is of a type that can be several. */
  readonly abstract: boolean;
  /** It leads to a union: to each of these types only for who may ask its `bronhouder`. */
  readonly unie: boolean;
}

/** The fields of every concrete type, as ways through the graph. Keys and interfaces are no stap: the concrete type decides. */
export type Graaf = ReadonlyMap<string, readonly Stap[]>;

export function readGraaf(schema: GraphQLSchema): Graaf {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return new Map(
    types.map((type) => [
      type.name,
      isObjectType(type) ? Object.values(type.getFields()).map((field) => readStap(schema, type.name, field)) : [],
    ]),
  );
}

/** Names of the types where every operation begins. */
export const WORTELS: readonly string[] = ['Query', 'Mutation'];

function readStap(schema: GraphQLSchema, type: string, field: GraphQLField<unknown, unknown>): Stap {
  const target = getNamedType(field.type);
  const kinds = isAbstractType(target) ? schema.getPossibleTypes(target) : isObjectType(target) ? [target] : [];
  return {
    type,
    naam: field.name,
    coordinaat: `${type}.${field.name}`,
    verplicht: field.args.filter(isRequiredArgument),
    naar: kinds.map(({ name }) => name),
    abstract: isAbstractType(target),
    unie: isUnionType(target),
  };
}

/** What must be open, beside the stap itself, to enter this type by it; null: nothing more; undefined: it can't be. */
export function lidstap(graaf: Graaf, { unie }: Stap, naar: string): Stap | null | undefined {
  return unie ? graaf.get(naar)?.find(({ naam }) => naam === 'bronhouder') : null;
}
