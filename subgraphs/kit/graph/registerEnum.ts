import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** Makes a graph enum of a closed list of schema/domain. */
export function registerEnum<const T extends string>(
  name: string,
  waarden: readonly T[],
  description: string,
): Readonly<Record<T, T>> {
  const kind = Object.fromEntries(waarden.map((waarde) => [waarde, waarde])) as Record<T, T>;
  registerEnumType(kind, { name, description });
  return kind;
}
