import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const CONTRIBUTING = join(ROOT, 'CONTRIBUTING.md');
const ROOMS =
  'identity|context|convenant|decide|prune|federation|guard|register|release|http|introspection|hubgraph|inzage|regels|production|cli|demo';

/** Draws the house with the tool that checks its floors, into CONTRIBUTING.md; with --check says whether it still stands so. */
function main(check: boolean): number {
  const drawn = execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['gateway', 'subgraphs', 'schema'],
      ...['--output-type', 'mermaid'],
      ...['--include-only', '^(gateway|subgraphs/(kit|police|care|municipality)|schema)/'],
      ...['--collapse', `^(schema|subgraphs/[^/]+|gateway/(${ROOMS}))`],
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const text = readFileSync(CONTRIBUTING, 'utf8');
  const picture = `<!-- house -->\n\n\`\`\`mermaid\n${drawn.trim()}\n\`\`\`\n\n<!-- /house -->`;
  const next = text.replace(/<!-- house -->[\s\S]*<!-- \/house -->/, () => picture);
  if (next === text) return 0;
  if (!check) writeFileSync(CONTRIBUTING, next);
  process.stdout.write(
    `CONTRIBUTING.md: the picture of the house ${check ? 'is behind; npm run house' : 'is drawn'}\n`,
  );
  return check ? 1 : 0;
}

process.exitCode = main(process.argv.includes('--check'));
