import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../catalogus';
import { SUBGRAVEN, type Subgraaf } from '../domain/subgraaf';
import { Compositiefout, compose } from './compose';

const SCHEMA = join(__dirname, '..');

/** `compose [--check]`: committed SDL to supergraph.graphql and api.graphql; with --check only compares. */
function main(check: boolean): number {
  const sdl = Object.fromEntries(
    SUBGRAVEN.map((name) => [name, readFileSync(join(SCHEMA, 'subgraphs', `${name}.graphql`), 'utf8')]),
  ) as Record<Subgraaf, string>;
  const { supergraph, api } = compose(sdl, readGegevenscatalogus());
  const drifted = [['supergraph.graphql', supergraph] as const, ['api.graphql', api] as const].filter(
    ([file, text]) => {
      const path = join(SCHEMA, file);
      const same = existsSync(path) && readFileSync(path, 'utf8') === text;
      if (!same && !check) writeFileSync(path, text);
      return !same;
    },
  );
  for (const [file] of drifted)
    process.stdout.write(`schema/${file}: ${check ? 'drifted; run npm run contract' : 'written'}\n`);
  return check && drifted.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.includes('--check'));
} catch (fout) {
  const lines = fout instanceof Compositiefout ? fout.meldingen : [fout instanceof Error ? fout.message : 'failed'];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
