import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  type SelectionSetNode,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  print,
} from 'graphql';
import type { Besluit } from '../../schema/domain/besluit';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import {
  HUB_SLEUTELS,
  HUB_VOORVOEGSEL,
  type Lid,
  type Selectie,
  type Veld,
  type Weigeringspad,
} from '../../schema/domain/selectie';
import type { Asked } from './asked';
import { type Operation, collectFields } from './collectFields';
import { decideLid } from './decideLid';
import { decideVeld } from './decideVeld';

/** Stands in a path for whatever item of a list. */
const LIST = '@';

/** What the walk looks up for each field. */
export interface Beslist {
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  coordinaat(naam: string): Besluit;
  categorie(naam: string): Besluit;
}

/** The operation with its decisions, and what the walk met on the way. */
export interface Walk {
  readonly weigeringen: Map<string, Weigeringspad>;
  readonly asked: Asked;
  /** Key of the client, with the field that stands under it, to key of the hub. */
  readonly sleutels: Map<string, string>;
}

/**
 * Works one selection out per concrete type. A denied field, or a denied member of a union, is told once, and what stands
 * below it is not entered.
 */
export function buildSelectie(
  operation: Operation,
  beslist: Beslist,
  walk: Walk,
  types: readonly GraphQLObjectType[],
  selectionSets: readonly SelectionSetNode[],
  pad: readonly string[],
  apart: (type: GraphQLObjectType) => 'LID' | 'VERWEZEN' | null = () => null,
): Selectie {
  const typen = new Map<string, readonly Veld[]>();
  const leden = new Map<string, Lid>();
  const lists = pad.filter((step) => step === LIST).length;
  for (const type of types) {
    const fields = collectFields(operation, type, selectionSets);
    const hoe = apart(type);
    const lid = hoe === null ? null : enterLid(beslist, walk, type, hoe === 'LID' && fields.size > 0, pad);
    if (lid !== null) leden.set(type.name, lid);
    if (lid !== null && lid.besluit.uitkomst !== 'ALLOW') continue;
    // Whose a member is, is asked of its own source, whatever of it is selected.
    if (lid !== null) turnTo(operation, beslist.labels.get(`${type.name}.bronhouder`), pad);
    const velden: Veld[] = [];
    for (const [sleutel, nodes] of fields) {
      operation.budget.spend(lists);
      velden.push(buildVeld(operation, beslist, walk, type, sleutel, nodes, [...pad, sleutel]));
    }
    typen.set(type.name, velden);
  }
  return { abstract: false, typen, leden: leden.size > 0 ? leden : null };
}

/** Every source that has to be asked for what stands at this place. */
function turnTo({ budget }: Operation, label: Coordinaatlabel | undefined, place: readonly string[]): void {
  for (const { aan } of label?.vraagt ?? []) budget.turn(place, aan);
}

/** A member on which nothing stands is decided too, for the list tells of it; but its refusal is then not told. */
function enterLid(
  beslist: Beslist,
  walk: Walk,
  type: GraphQLObjectType,
  gevraagd: boolean,
  pad: readonly string[],
): Lid {
  const lid = decideLid(beslist, type, gevraagd);
  if (gevraagd) {
    walk.asked.add(type.name, [], lid.besluit);
    if (lid.besluit.uitkomst === 'DENY') {
      walk.weigeringen.set(JSON.stringify([pad, type.name]), { pad, coordinaat: type.name, besluit: lid.besluit });
    }
  }
  return lid;
}

function buildVeld(
  operation: Operation,
  beslist: Beslist,
  walk: Walk,
  parent: GraphQLObjectType,
  sleutel: string,
  nodes: readonly FieldNode[],
  pad: readonly string[],
): Veld {
  const [node] = nodes;
  const definition = node === undefined ? undefined : parent.getFields()[node.name.value];
  if (node !== undefined && node.name.value === '__typename') return typename(parent, sleutel, node);
  if (node === undefined || definition === undefined) throw new Error(`no such field on ${parent.name}`);
  const naam = node.name.value;
  const coordinaat = `${parent.name}.${naam}`;
  const label = beslist.labels.get(coordinaat);
  const besluit =
    label === undefined && isKey(naam, definition.type) ? null : decideVeld(beslist, coordinaat, argumentsOf(node));
  walk.asked.add(coordinaat, argumentsOf(node), besluit);
  const base = {
    sleutel,
    vraagsleutel: vraagsleutel(walk, sleutel, node),
    naam,
    coordinaat,
    node,
    type: definition.type,
    besluit,
    subgraaf: label?.subgraaf ?? null,
  };
  if (besluit !== null && besluit.uitkomst !== 'ALLOW') {
    if (besluit.uitkomst === 'DENY') {
      walk.weigeringen.set(JSON.stringify([pad, coordinaat]), { pad, coordinaat, besluit });
    }
    return { ...base, onder: null };
  }
  checkArguments(operation, coordinaat, definition, node);
  turnTo(operation, label, pad.slice(0, -1));
  const target = getNamedType(definition.type);
  const types = isAbstractType(target)
    ? [...operation.schema.getPossibleTypes(target)]
    : isObjectType(target)
      ? [target]
      : [];
  if (types.length === 0) return { ...base, onder: null };
  const below = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  const padBelow = [...pad, ...listMarks(definition.type)];
  // What this source only refers to is a record of another, which says whose it is: decided as a member of a union is.
  const apart = ({ name }: GraphQLObjectType): 'LID' | 'VERWEZEN' | null => {
    if (isUnionType(target)) return 'LID';
    const from = beslist.labels.get(`${name}.bronhouder`)?.subgraaf;
    return from === undefined || label === undefined || from === label.subgraaf ? null : 'VERWEZEN';
  };
  const onder = buildSelectie(operation, beslist, walk, types, below, padBelow, apart);
  return { ...base, onder: { ...onder, abstract: isAbstractType(target) } };
}

/**
 * A variable with a default may stand where no null may be, and be given as null all the same (GraphQL 5.8.5): only its
 * value shows it. Nobody need be asked to tell that.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
function checkArguments(
  { variables }: Operation,
  coordinaat: string,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): void {
  try {
    getArgumentValues(definition, node, variables);
  } catch {
    const message = `Een argument van ${coordinaat} krijgt null waar geen null mag staan.`;
    throw new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
  }
}

function argumentsOf({ arguments: given = [] }: FieldNode): string[] {
  return given.map(({ name }) => name.value);
}

function typename(parent: GraphQLObjectType, sleutel: string, node: FieldNode): Veld {
  const coordinaat = `${parent.name}.__typename`;
  const rest = { coordinaat, node, type: GraphQLString, besluit: null, subgraaf: null, onder: null };
  return { sleutel, vraagsleutel: HUB_SLEUTELS.type, naam: '__typename', ...rest };
}

/** Entity keys are opaque and non-null; they are the only fields without a label. */
function isKey(naam: string, type: GraphQLOutputType): boolean {
  return naam === 'id' && isNonNullType(type);
}

function listMarks(type: GraphQLOutputType): string[] {
  if (isNonNullType(type)) return listMarks(type.ofType);
  return isListType(type) ? [LIST, ...listMarks(type.ofType)] : [];
}

/**
 * One name for each key of the client and what stands under it, so that what could be merged before can be merged still.
 * Under one key each kind may have a field of its own; to a source that knows all kinds as one (@interfaceObject) they
 * are asked together, and the one would come back in the place of the other.
 */
function vraagsleutel({ sleutels }: Walk, sleutel: string, { name, arguments: given = [] }: FieldNode): string {
  const asked = JSON.stringify([sleutel, name.value, given.map(print).sort()]);
  const known = sleutels.get(asked) ?? `${HUB_VOORVOEGSEL}${String(sleutels.size)}`;
  sleutels.set(asked, known);
  return known;
}
