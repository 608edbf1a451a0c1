import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLUnionType,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import { MOST_FETCH_TOKENS } from '../../schema/domain/fetchgrens';
import { Hubfout } from '../../schema/domain/hubfout';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import { SLEUTELCATEGORIEEN } from '../../schema/domain/sleutel';
import type { PlannedFetch } from './hooks';

/** What the plan is held against: who may see a field, and what the host of a subgraph may be sent. */
export interface PlanGrants {
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  mayRead(coordinaat: string): boolean;
  /** A datum or key of this category may be sent to the host of this subgraph. */
  mayReceive(subgraph: string, categorie: string): boolean;
  /** The subgraph from which data of this category comes. */
  sourceOf(categorie: string): string | undefined;
}

/** A plan that would ask or tell more than was granted. Names coordinates only. */
export class Planfout extends Error {
  override readonly name = 'Planfout';
}

/**
 * Checks one fetch of a plan: every field and every member of a union that it asks is granted to the requester, and
 * everything that it sends along (keys, @requires) may be had by the host that receives it. The second of the three checks: pruning should have left
 * nothing to find, so what is found here is a fault.
 *
 * @returns the categories that the fetch asks, and those of what others gave that it sends along.
 * @throws Planfout, or Hubfout HUB_LIMIET for a fetch that is longer than a source takes.
 */
export function checkFetch(
  schema: GraphQLSchema,
  fetch: PlannedFetch,
  grants: PlanGrants,
): { readonly asked: Set<string>; readonly sent: Set<string> } {
  const categories = new Set<string>();
  const sent = new Set<string>();
  const document = parseFetch(fetch.operation);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) throw new Planfout('a fetch may hold one operation only');
    const root = schema.getRootType(definition.operation);
    checkSelections(schema, root ?? undefined, definition.selectionSet, grants, categories);
  }
  for (const selection of fetch.requires) checkSent(schema, selection, undefined, fetch.subgraph, grants, sent);
  return { asked: categories, sent };
}

/** A source would refuse a longer text, and seem to have failed. */
function parseFetch(operation: string): DocumentNode {
  try {
    return parse(operation, { noLocation: true, maxLexicalTokens: MOST_FETCH_TOKENS });
  } catch (fout) {
    if (!(fout instanceof GraphQLError) || !fout.message.includes('tokens')) throw fout;
    throw new Hubfout('HUB_LIMIET', 'De vraag is te groot: uitgewerkt is zij langer dan een bron aanneemt.');
  }
}

function checkSelections(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
  selectionSet: SelectionSetNode,
  grants: PlanGrants,
  categories: Set<string>,
): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Planfout('a fetch may not hold named fragments');
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : schema.getType(condition);
      if (isUnionType(type) && narrowed !== type) {
        for (const { name } of membersOf(schema, type, narrowed)) {
          // Whose a record is, is asked of its own source; here, already, that there is one.
          checkField(`${name}.bronhouder`, 'bronhouder', grants, categories);
        }
      }
      checkSelections(schema, narrowed, selection.selectionSet, grants, categories);
      continue;
    }
    const name = selection.name.value;
    if (name === '__typename') continue;
    if (name === '_entities' && type === schema.getQueryType()) {
      if (selection.selectionSet !== undefined) {
        checkSelections(schema, undefined, selection.selectionSet, grants, categories);
      }
      continue;
    }
    for (const concrete of concreteTypes(schema, type)) {
      checkField(`${concrete.name}.${name}`, name, grants, categories);
      const definition = concrete.getFields()[name];
      if (definition === undefined) throw new Planfout(`${concrete.name}.${name} is not a field of the graph`);
      if (selection.selectionSet !== undefined) {
        checkSelections(schema, getNamedType(definition.type), selection.selectionSet, grants, categories);
      }
    }
  }
}

/** The members of a union that a fragment in it asks for: what is left of it, whichever way it is narrowed. */
function membersOf(
  schema: GraphQLSchema,
  union: GraphQLUnionType,
  narrowed: GraphQLNamedType | undefined,
): readonly GraphQLObjectType[] {
  const asked = new Set(concreteTypes(schema, narrowed).map(({ name }) => name));
  return union.getTypes().filter(({ name }) => asked.has(name));
}

/** A field asked on an interface is asked of every type that it can turn out to be. */
function concreteTypes(schema: GraphQLSchema, type: GraphQLNamedType | undefined): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  throw new Planfout('a fetch asks fields of no known type');
}

function checkField(coordinaat: string, name: string, grants: PlanGrants, categories: Set<string>): void {
  const label = grants.labels.get(coordinaat);
  if (label === undefined && name === 'id') return;
  if (label === undefined || !grants.mayRead(coordinaat)) throw new Planfout(`${coordinaat} would be asked, ungranted`);
  for (const categorie of label.categorieen) categories.add(categorie);
}

function checkSent(
  schema: GraphQLSchema,
  selection: QueryPlanSelectionNode,
  type: string | undefined,
  subgraph: string,
  grants: PlanGrants,
  sent: Set<string>,
): void {
  if (selection.kind === 'InlineFragment') {
    const within = selection.typeCondition ?? type;
    for (const below of selection.selections) checkSent(schema, below, within, subgraph, grants, sent);
    return;
  }
  if (selection.name === '__typename') return;
  if (type === undefined) throw new Planfout(`${selection.name} would be sent to ${subgraph} from no known type`);
  // Under the name of an interface (@interfaceObject) any kind of it can be sent.
  const named = schema.getType(type);
  const kinds = isAbstractType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : [type];
  if (kinds.length === 0) throw new Planfout(`${type}.${selection.name} would be sent to ${subgraph} of no kind`);
  for (const kind of kinds) checkDatum(kind, selection.name, subgraph, grants, sent);
  if (selection.selections !== undefined)
    throw new Planfout(`${type}.${selection.name}: nested @requires is not checked`);
}

function checkDatum(type: string, name: string, subgraph: string, grants: PlanGrants, along: Set<string>): void {
  const label = grants.labels.get(`${type}.${name}`);
  const key = SLEUTELCATEGORIEEN[type];
  const sent = label?.categorieen ?? (name === 'id' && key !== undefined ? [key] : []);
  if (sent.length === 0) throw new Planfout(`${type}.${name} would be sent to ${subgraph}, unclassified`);
  for (const categorie of sent) {
    if (label !== undefined) along.add(categorie);
    if (grants.sourceOf(categorie) === subgraph || grants.mayReceive(subgraph, categorie)) continue;
    throw new Planfout(`${type}.${name} would be sent to ${subgraph}, whose host may not have ${categorie}`);
  }
}
