import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

/** A plain value as its type writes it, or null; undefined: it is no such value, and may not pass. */
export function writeLeaf(type: GraphQLLeafType, value: unknown): unknown {
  if (!isSpecifiedScalarType(type) && !isEnumType(type)) {
    return ['string', 'number', 'boolean'].includes(typeof value) ? value : undefined;
  }
  try {
    return type.serialize(value) ?? null;
  } catch {
    return undefined;
  }
}
