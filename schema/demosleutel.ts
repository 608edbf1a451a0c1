/** Ids of the keys that the demo makes begin so. */
export const DEMO_VOORVOEGSEL = 'demo-';

/** Production takes no key whose id begins like one of the demo, however it is written. */
export function isDemosleutel(kid: unknown): boolean {
  return /^demo/i.test(String(kid));
}
