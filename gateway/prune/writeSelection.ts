import { createHash } from 'node:crypto';
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { HUB_SLEUTELS, HUB_VOORVOEGSEL, type Selectie, type Veld, lidsleutel } from '../../schema/domain/selectie';
import type { Beslist } from './buildSelectie';

/**
 * Writes what is granted back as a selection set: each concrete type apart, and with what the hub itself must know of
 * every object (its type, its id, its bronhouder, which record it is), as far as that is granted. Denied fields and denied members of a union
 * are not in it, nor is any name that the client chose.
 */
export function writeSelection(
  schema: GraphQLSchema,
  beslist: Beslist,
  selectie: Selectie,
  root: boolean,
): SelectionSetNode {
  const perType = [...selectie.typen].map(([naam, velden]): [string, SelectionNode[]] => {
    const type = schema.getType(naam) as GraphQLObjectType;
    const source = selectie.leden?.get(naam)?.subgraaf ?? null;
    const bronhouder = source === null ? HUB_SLEUTELS.bronhouder : lidsleutel(source);
    const hidden = root ? [] : hiddenFields(beslist, type, bronhouder);
    return [naam, [...hidden, ...velden.filter(granted).map((veld) => writeField(schema, beslist, veld))]];
  });
  const typename = field('__typename', HUB_SLEUTELS.type);
  const [only] = perType;
  if (!selectie.abstract && only !== undefined) {
    const [, selections] = only;
    return set(selections.length > 0 ? selections : [typename]);
  }
  const fragments = perType
    .filter(([, selections]) => selections.length > 0)
    .map(([naam, selections]): SelectionNode => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: naam } },
      selectionSet: set(selections),
    }));
  return set([typename, ...fragments]);
}

/** A field that is fetched: granted, or a key. `__typename` of a concrete type the hub knows by itself. */
export function granted({ besluit, naam }: Veld): boolean {
  return naam !== '__typename' && (besluit === null || besluit.uitkomst === 'ALLOW');
}

function writeField(schema: GraphQLSchema, beslist: Beslist, veld: Veld): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: veld.naam },
    alias: { kind: Kind.NAME, value: veld.vraagsleutel },
    ...(veld.node.arguments === undefined ? {} : { arguments: veld.node.arguments.map(renameVariables) }),
    ...(veld.onder === null ? {} : { selectionSet: writeSelection(schema, beslist, veld.onder, false) }),
  };
}

function renameVariables(argument: ArgumentNode): ArgumentNode {
  return visit(argument, {
    Variable: ({ name }) => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: vraagvariabele(name.value) } }),
  });
}

/** Names of variables are the client's too: none of them may be one that the executor uses, or tell a source anything. */
export function vraagvariabele(naam: string): string {
  return `${HUB_VOORVOEGSEL}${createHash('sha256').update(naam).digest('hex').slice(0, 16)}`;
}

function hiddenFields(beslist: Beslist, type: GraphQLObjectType, sleutel: string): FieldNode[] {
  const { id, bronhouder, record } = type.getFields();
  const may = (naam: string): boolean => beslist.coordinaat(`${type.name}.${naam}`).uitkomst === 'ALLOW';
  return [
    ...(id !== undefined && !beslist.labels.has(`${type.name}.id`) ? [field('id', HUB_SLEUTELS.id)] : []),
    ...(bronhouder !== undefined && may('bronhouder') ? [field('bronhouder', sleutel)] : []),
    ...(record !== undefined && may('record') ? [field('record', HUB_SLEUTELS.record)] : []),
  ];
}

function field(naam: string, alias: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: naam }, alias: { kind: Kind.NAME, value: alias } };
}

function set(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
