import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../catalogus';
import { DEELGRAVEN } from '../domain/deelgraaf';
import { type Composition, type Deelsdl, compose } from './compose';

/**
 * Composes the SDL of a schema folder, as it is written there; null when it has none.
 *
 * @throws Compositiefout
 */
export function composeFolder(schema: string): Composition | null {
  const files = DEELGRAVEN.map((name) => [name, join(schema, 'subgraphs', `${name}.graphql`)] as const);
  if (!files.every(([, file]) => existsSync(file))) return null;
  const sdl = Object.fromEntries(files.map(([name, file]) => [name, readFileSync(file, 'utf8')]));
  return compose(sdl as unknown as Deelsdl, readGegevenscatalogus(join(schema, 'gegevens.yaml')));
}
