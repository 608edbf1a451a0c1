import { HUB_SLEUTELS, type Lid, lidsleutel } from '../../schema/domain/selectie';

/** Only what the object itself holds: never what it inherits. */
export function own(source: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

/** Under what key an object says whose it is; a member of a union says so by its own source. */
export function bronhouderKey(lid: Lid | null): string {
  return lid === null || lid.subgraaf === null ? HUB_SLEUTELS.bronhouder : lidsleutel(lid.subgraaf);
}
