/** Ids of the keys that the demo makes begin so. Production takes none of them, however it is written. */
export const DEMO_VOORVOEGSEL = 'demo-';

export function isDemosleutel(kid: unknown): boolean {
  return String(kid).toLowerCase().startsWith(DEMO_VOORVOEGSEL.slice(0, -1));
}
