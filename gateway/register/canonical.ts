import { configure } from 'safe-stable-stringify';

const stringify = configure({ deterministic: true, strict: true });

/** JSON with sorted keys and no spaces. Throws on what JSON cannot hold, rather than drop it. */
export function canonical(value: object): string {
  return stringify(value);
}
