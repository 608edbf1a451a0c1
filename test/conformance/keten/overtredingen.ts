import {
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isObjectType,
  parse,
} from 'graphql';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { type Verlof, bronVan, isGranted, TABEL, woorden } from './tabel';
import type { Wereld } from './wereld';

type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly id: string };

/** One question as a source received it. */
export interface Gevraagd {
  readonly subgraaf: Subgraaf;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const SLEUTELS: Readonly<Record<string, string>> = {
  Casus: 'casus.kern',
  Hoofdbetrokkene: 'casus.betrokkenheid',
  Kringlid: 'casus.kring',
  Professional: 'casus.professionals',
};

/**
 * What is wrong with one question: each field that is asked of an object of which it is not granted (by what the world
 * says that the object is, whatever it is called on the way), and each datum or key that its host may not be told.
 */
export function overtredingen(
  schema: GraphQLSchema,
  wereld: Wereld,
  verlof: Verlof,
  { subgraaf, query, variables }: Gevraagd,
): string[] {
  const found = new Set<string>();
  const told = (categorie: string): boolean =>
    bronVan(categorie) === subgraaf || verlof.verteld.has(`${subgraaf}:${categorie}`);
  const sent = (variables['representations'] ?? []) as readonly Representation[];
  const types = sent.map(({ id }) =>
    id === wereld.casus['id'] ? 'Casus' : (wereld.personen.get(id)?.__typename ?? '?'),
  );
  sent.forEach(({ __typename: named, id, ...rest }, index) => {
    const type = types[index] ?? '?';
    if (named !== type && named !== 'Persoon') found.add(`${type} is sent as ${named}`);
    if (!told(SLEUTELS[type] ?? '?')) found.add(`${subgraaf} is told of a ${type}`);
    for (const naam of Object.keys(rest)) {
      const categorieen = woorden(TABEL[`${type}.${naam}`]?.eigen);
      if (categorieen.length === 0 || !categorieen.every(told)) found.add(`${subgraaf} is sent ${type}.${naam}`);
    }
  });

  const visit = (set: SelectionSetNode, possible: readonly string[]): void => {
    for (const one of set.selections) {
      if (one.kind === Kind.FRAGMENT_SPREAD) found.add('a named fragment');
      else if (one.kind === Kind.INLINE_FRAGMENT) {
        const condition = one.typeCondition?.name.value;
        const within = condition === undefined ? null : concrete(schema, schema.getType(condition));
        visit(one.selectionSet, within === null ? possible : possible.filter((type) => within.includes(type)));
      } else if (one.name.value === '_entities') {
        if (one.selectionSet !== undefined) visit(one.selectionSet, types);
      } else if (one.name.value !== '__typename') {
        const given = (one.arguments ?? []).map(({ name }) => name.value);
        for (const type of new Set(possible)) {
          const coordinaat = `${type}.${one.name.value}`;
          if (!isGranted(verlof, coordinaat, given)) found.add(`${coordinaat} is asked of ${subgraaf}`);
          const definition = schema.getType(type);
          const below = isObjectType(definition) ? definition.getFields()[one.name.value]?.type : undefined;
          if (one.selectionSet !== undefined && below !== undefined) {
            visit(one.selectionSet, concrete(schema, getNamedType(below)));
          }
        }
      }
    }
  };
  for (const definition of parse(query).definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) visit(definition.selectionSet, ['Query']);
    else found.add('a definition that is no operation');
  }
  return [...found];
}

function concrete(schema: GraphQLSchema, type: GraphQLNamedType | undefined): string[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type).map(({ name }) => name);
  return type === undefined ? [] : [type.name];
}
