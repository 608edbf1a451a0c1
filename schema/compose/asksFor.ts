import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import type { Deelgraaf } from '../domain/deelgraaf';
import type { Mededeling } from '../domain/labels';
import { SLEUTELCATEGORIEEN } from '../domain/sleutel';
import { type Graaf, asOneObject, keyFields, kindsOf, namedType, policies } from './graaf';
import { servedBy } from './servedBy';

/**
 * The casus and its persons live in the municipality; any other source is sent the key of the entity it extends. What
 * @requires brings along is sent too, and had to be asked of its own source before, with all that that asks.
 */
export function asksFor(
  graaf: Graaf,
  object: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
  entered: ReadonlySet<string> = new Set(),
): Mededeling[] {
  const coordinaat = `${object.name.value}.${field.name.value}`;
  if (entered.has(coordinaat)) return [];
  const { subgraaf: aan, kinds, requires } = servedBy(graaf, object, field);
  const told = (kind: ObjectTypeDefinitionNode): Mededeling[] =>
    keyFields(kind).size > 0 && aan !== 'municipality'
      ? [{ aan, categorie: SLEUTELCATEGORIEEN[kind.name.value] ?? `sleutel.${kind.name.value}` }]
      : [];
  const asked: Mededeling[] = backTo(graaf, field, aan).flatMap(told);
  for (const kind of kinds) {
    asked.push(...told(kind));
    for (const required of requires) {
      for (const needed of fieldsIn(graaf, required, kind)) {
        asked.push(...policies(needed).map((categorie) => ({ aan, categorie })));
        asked.push(...asksFor(graaf, kind, needed, new Set([...entered, coordinaat])));
      }
    }
  }
  const distinct = new Map(asked.map((one) => [`${one.aan} ${one.categorie}`, one]));
  return [...distinct.values()];
}

/**
 * The kinds whose keys go back to the source that named them: one that knows a person as one object can't say which kind
 * it is, so that what comes with the kind is asked of it afterwards.
 */
function backTo(graaf: Graaf, field: FieldDefinitionNode, aan: Deelgraaf): ObjectTypeDefinitionNode[] {
  const whole = graaf.interfaces.get(namedType(field.type));
  return whole !== undefined && asOneObject(whole).includes(aan.toUpperCase()) ? kindsOf(graaf, whole.name.value) : [];
}

/**
 * The fields of the object that a @requires names. One with an argument is refused: the gateway gives the wrong rows to
 * who asks the same field with another.
 */
function fieldsIn({ objects }: Graaf, required: string, object: ObjectTypeDefinitionNode): FieldDefinitionNode[] {
  const operation = parse(`{ ${required} }`, { noLocation: true }).definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.map((selection): FieldDefinitionNode => {
    const field =
      selection.kind === Kind.FIELD && selection.selectionSet === undefined
        ? object.fields?.find((candidate) => candidate.name.value === selection.name.value)
        : undefined;
    if (field === undefined || objects.has(namedType(field.type)) || (field.arguments ?? []).length > 0) {
      throw new Error(
        `@requires(fields: ${JSON.stringify(required)}) on ${object.name.value}: only plain fields without arguments can be checked`,
      );
    }
    return field;
  });
}
