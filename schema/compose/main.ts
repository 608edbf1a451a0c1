import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../catalogus';
import { DEELGRAVEN } from '../domain/deelgraaf';
import { Compositiefout, type Deelsdl, compose } from './compose';
import { keepInStep } from './keepInStep';

const SCHEMA = join(__dirname, '..');

/** `compose [--check]`: committed SDL to supergraph.graphql and api.graphql; with --check only compares. */
function main(check: boolean): number {
  const sdl = Object.fromEntries(
    DEELGRAVEN.map((name) => [name, readFileSync(join(SCHEMA, 'subgraphs', `${name}.graphql`), 'utf8')]),
  ) as unknown as Deelsdl;
  const { supergraph, api } = compose(sdl, readGegevenscatalogus());
  return keepInStep(SCHEMA, { 'supergraph.graphql': supergraph, 'api.graphql': api }, check);
}

try {
  process.exitCode = main(process.argv.includes('--check'));
} catch (fout) {
  const lines = fout instanceof Compositiefout ? fout.meldingen : [fout instanceof Error ? fout.message : 'failed'];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
