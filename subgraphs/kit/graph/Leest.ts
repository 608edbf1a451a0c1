import 'reflect-metadata';
import { Extensions } from 'type-graphql';

type MethodDecorator = (target: object, key: string | symbol, descriptor?: unknown) => void;

/** Name of an argument to the categories it reads, as a field's extensions hold it. */
export type LeestLabels = Readonly<Record<string, readonly string[]>>;

/**
 * Classifies an argument of the field: filtering on data is reading it. Becomes `@leest(gegevens: [...])` in the SDL.
 * On the method and by name, since type-graphql loses directives on parameters of field resolvers.
 */
export function Leest(argument: string, ...categorieen: readonly [string, ...string[]]): MethodDecorator {
  return Extensions({ [`leest:${argument}`]: categorieen });
}

/** What `Leest` said of a field's arguments. */
export function leestLabels(extensions: Readonly<Record<string, unknown>>): LeestLabels {
  const labels = Object.entries(extensions).filter(([key]) => key.startsWith('leest:'));
  return Object.fromEntries(labels.map(([key, value]) => [key.slice('leest:'.length), value as readonly string[]]));
}
