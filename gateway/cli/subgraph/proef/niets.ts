import { isObject } from '../bron/Bron';
import type { Bronschema } from '../sdl/readBronschema';

/** How a field looks of what is not there: null, no rows, or no to a question that is answered with yes or no. */
export function isNiets(waarde: unknown): boolean {
  return waarde === null || waarde === undefined || waarde === false || (Array.isArray(waarde) && waarde.length === 0);
}

type Gegeven = Readonly<Record<string, unknown>> | null;

/**
 * Coordinates at which something known can be told from something unknown of the same type. A casus, and who is in it,
 * may be there with nothing in them where the unknown is not: the hub names them itself.
 */
export function teOnderscheiden(schema: Bronschema, type: string, bekend: Gegeven, onbekend: Gegeven): string[] {
  const velden = schema.objecten.get(type)?.velden ?? [];
  if (bekend === null) return onbekend === null ? [] : [type];
  return velden
    .filter(({ antwoordnaam }) => {
      const value = bekend[antwoordnaam] ?? null;
      if (onbekend !== null) return JSON.stringify(value) !== JSON.stringify(onbekend[antwoordnaam] ?? null);
      return value !== null && !(Array.isArray(value) && value.length === 0);
    })
    .map(({ coordinaat }) => coordinaat);
}

/** Whether nothing stands in the one that does not stand in the other: rows may be gone, and values in them. */
export function pastIn(klein: unknown, groot: unknown): boolean {
  if (klein === null || klein === undefined) return true;
  if (Array.isArray(klein))
    return Array.isArray(groot) && klein.every((one) => (groot as unknown[]).some((other) => pastIn(one, other)));
  if (isObject(klein))
    return isObject(groot) && Object.entries(klein).every(([name, value]) => pastIn(value, groot[name]));
  return klein === groot;
}
