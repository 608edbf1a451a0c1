import { join } from 'node:path';
import { Compositiefout } from './compose';
import { composeFolder } from './composeFolder';
import { keepInStep } from './keepInStep';

const SCHEMA = join(__dirname, '..');

/** `compose [--check]`: committed SDL to supergraph.graphql and api.graphql; with --check only compares. */
function main(check: boolean): number {
  const composed = composeFolder(SCHEMA);
  if (composed === null) throw new Error('schema/subgraphs: expected the SDL of every source');
  const { supergraph, api } = composed;
  return keepInStep(SCHEMA, { 'supergraph.graphql': supergraph, 'api.graphql': api }, check);
}

try {
  process.exitCode = main(process.argv.includes('--check'));
} catch (fout) {
  const lines = fout instanceof Compositiefout ? fout.meldingen : [fout instanceof Error ? fout.message : 'failed'];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
