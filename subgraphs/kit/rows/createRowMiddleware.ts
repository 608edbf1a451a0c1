import { type GraphQLResolveInfo, getNamedType, getNullableType, isLeafType, isListType, isUnionType } from 'graphql';
import type { IMiddlewareFunction } from 'graphql-middleware';
import type { Labels } from '../graph/readLabels';
import { isGegevensrij } from './Gegevensrij';
import type { SubgraphContext } from '../SubgraphContext';
import { toonLeden } from './toonLeden';

/**
 * Applies the beperkingen of the delegation to what every classified field returns. A fault in it denies: it throws,
 * and the field is null.
 *
 * @param host OIN of the partner that hosts the subgraph: the bronhouder of what it says of an entity itself
 * @param computed fields whose resolver judged each row it used: its value is of no one record, so none is judged here
 */
export function createRowMiddleware(
  labels: Labels,
  host: string,
  computed: ReadonlySet<string> = new Set(),
): IMiddlewareFunction {
  const hostRow = { bronhouder: host };
  return async (resolve, parent, args, context: SubgraphContext, info) => {
    const coordinaat = `${info.parentType.name}.${info.fieldName}`;
    const value: unknown = await (resolve as (...all: unknown[]) => unknown)(
      parent,
      args,
      labels.categorieen.has(coordinaat) ? withPen(parent, coordinaat, context, labels, info) : context,
      info,
    );
    const categorieen = computed.has(coordinaat) ? undefined : labels.categorieen.get(coordinaat);
    if (categorieen === undefined || value === null || value === undefined || value instanceof Error) return value;
    const standaard = labels.entiteiten.has(info.parentType.name) ? hostRow : null;
    const union = getNamedType(info.returnType);
    if (isUnionType(union)) {
      // That there is a list is of the record around it; what stands in it is of the records themselves.
      const seen = context.rijfilter.toontOmhullend(parent, standaard, categorieen);
      const all: readonly unknown[] = seen ? await Promise.all(Array.isArray(value) ? value : [value]) : [];
      const shown = toonLeden(all, union, labels.leden, context.zicht);
      return isListType(getNullableType(info.returnType)) ? shown : (shown[0] ?? null);
    }
    // By the type of the field, never by what is in it: an empty list must look like a list of which nothing is left.
    const rows = Array.isArray(value) && !isLeafType(getNamedType(info.returnType));
    if (!rows) {
      const shown = context.rijfilter.toon(value, parent, standaard, categorieen);
      if (shown !== null && labels.entiteiten.has(info.parentType.name)) {
        noteBetreft(parent, info.parentType.name, context);
        noteNietDoor(parent, coordinaat, host, categorieen, context);
      }
      return shown;
    }
    return context.rijfilter.toonRijen(await Promise.all(value as unknown[]), parent, standaard, categorieen);
  };
}

/** A plain value of an entity may be worked out of rows of several: its resolver looks at them under the eyes of the kit. */
function withPen(
  parent: unknown,
  coordinaat: string,
  context: SubgraphContext,
  { entiteiten }: Labels,
  { parentType, returnType }: GraphQLResolveInfo,
): SubgraphContext {
  if (!entiteiten.has(parentType.name) || !isLeafType(getNamedType(returnType))) return context;
  const id = typeof parent === 'object' && parent !== null && 'id' in parent ? parent.id : null;
  return typeof id === 'string'
    ? { ...context, zicht: context.zicht.met(context.herkomst.bij(coordinaat, id)) }
    : context;
}

/** A plain value that stands on the entity itself may be what is sent on: its own row says to whom it may not be. */
function noteNietDoor(
  parent: unknown,
  coordinaat: string,
  host: string,
  categorieen: readonly string[],
  { herkomst, zicht }: SubgraphContext,
): void {
  if (typeof parent !== 'object' || parent === null || !('id' in parent) || typeof parent.id !== 'string') return;
  const rij = isGegevensrij(parent) ? parent : { bronhouder: host, betreft: parent.id };
  herkomst.bij(coordinaat, parent.id).nietDoor(zicht.nietDoor(rij, categorieen));
}

/** Only of what is shown: whom a withheld advies is about is not told either. */
function noteBetreft(parent: unknown, type: string, { herkomst }: SubgraphContext): void {
  if (typeof parent !== 'object' || parent === null || !('id' in parent && 'betreft' in parent)) return;
  const { id, betreft } = parent;
  if (typeof id === 'string' && typeof betreft === 'string') herkomst.betreft(type, id, betreft);
}
