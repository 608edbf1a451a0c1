import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isObjectType,
  parse,
} from 'graphql';
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
 * Checks one fetch of a plan: every field that it asks is granted to the requester, and everything that it sends along
 * (keys, @requires) may be had by the host that receives it. The second of the three checks: pruning should have left
 * nothing to find, so what is found here is a fault.
 *
 * @returns the categories that the fetch asks.
 * @throws Planfout
 */
export function checkFetch(schema: GraphQLSchema, fetch: PlannedFetch, grants: PlanGrants): Set<string> {
  const categories = new Set<string>();
  const document = parse(fetch.operation, { noLocation: true });
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) throw new Planfout('a fetch may hold one operation only');
    const root = definition.operation === OperationTypeNode.QUERY ? schema.getQueryType() : schema.getMutationType();
    checkSelections(schema, root ?? undefined, definition.selectionSet, grants, categories);
  }
  for (const selection of fetch.requires) checkSent(selection, undefined, fetch.subgraph, grants);
  return categories;
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
  selection: QueryPlanSelectionNode,
  type: string | undefined,
  subgraph: string,
  grants: PlanGrants,
): void {
  if (selection.kind === 'InlineFragment') {
    for (const below of selection.selections) checkSent(below, selection.typeCondition ?? type, subgraph, grants);
    return;
  }
  if (selection.name === '__typename') return;
  if (type === undefined) throw new Planfout(`${selection.name} would be sent to ${subgraph} from no known type`);
  const label = grants.labels.get(`${type}.${selection.name}`);
  const key = SLEUTELCATEGORIEEN[type];
  const sent = label?.categorieen ?? (selection.name === 'id' && key !== undefined ? [key] : []);
  if (sent.length === 0) throw new Planfout(`${type}.${selection.name} would be sent to ${subgraph}, unclassified`);
  for (const categorie of sent) {
    if (grants.sourceOf(categorie) === subgraph || grants.mayReceive(subgraph, categorie)) continue;
    throw new Planfout(`${type}.${selection.name} would be sent to ${subgraph}, whose host may not have ${categorie}`);
  }
  if (selection.selections !== undefined)
    throw new Planfout(`${type}.${selection.name}: nested @requires is not checked`);
}
