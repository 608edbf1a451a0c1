import { isObject } from '../bron/Bron';
import type { Gezien } from './vraagAlles';

/** Codes of errors, as far as they are codes: what stands there may be anything. */
export function codesIn(all: readonly Gezien[]): string[] {
  const codes = all.flatMap(({ antwoord: { status, fouten } }) => [
    ...(status === 200 ? [] : [`status ${String(status)}`]),
    ...fouten.map((fout) => {
      const extensions = isObject(fout) ? fout['extensions'] : undefined;
      const code = isObject(extensions) ? extensions['code'] : undefined;
      return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : 'fout zonder code';
    }),
  ]);
  return codes.length > 0 ? codes : ['geen data'];
}
