import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { Compositiefout, compose } from '../../../schema/compose/compose';
import { SUBGRAVEN, type Subgraaf } from '../../../schema/domain/subgraaf';

export const catalogus = readGegevenscatalogus();
const SCHEMA = join(__dirname, '../../../schema');
export const real = Object.fromEntries(
  SUBGRAVEN.map((name) => [name, readFileSync(join(SCHEMA, 'subgraphs', `${name}.graphql`), 'utf8')]),
) as Record<Subgraaf, string>;
/** In the SDL of one source: what is replaced, and by what. */
export type Change = readonly [Subgraaf, string | RegExp, string];

/** The real graph with some of its text replaced. */
export function changed(...changes: readonly Change[]): Record<Subgraaf, string> {
  const sdl = { ...real };
  for (const [name, from, to] of changes) {
    const text = sdl[name].replace(from, to);
    if (text === sdl[name]) throw new Error(`nothing to replace in ${name}: ${String(from)}`);
    sdl[name] = text;
  }
  return sdl;
}

/** What composition says of it: lines, or '' when it is accepted. */
export function said(...changes: readonly Change[]): string {
  try {
    compose(changed(...changes), catalogus);
    return '';
  } catch (fout) {
    return fout instanceof Compositiefout ? fout.meldingen.join('\n') : (fout as Error).message;
  }
}
