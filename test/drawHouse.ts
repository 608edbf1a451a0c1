import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawVerloop } from './drawVerloop';

const ROOT = join(__dirname, '..');
const ROOMS =
  'identity|context|convenant|decide|prune|federation|guard|register|release|http|introspection|hubgraph|inzage|regels|production|cli|demo';

/** Draws the house with the tool that checks its floors, and the state machine of a casus; with --check says whether they still stand so. */
function main(check: boolean): number {
  const house = draw('CONTRIBUTING.md', 'house', drawHouse(), check);
  const verloop = draw('schema/verloop/README.md', 'verloop', drawVerloop(), check);
  return check && (house || verloop) ? 1 : 0;
}

function drawHouse(): string {
  return execFileSync(
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
}

/** @returns whether the picture in a document was another one. */
function draw(file: string, name: string, drawn: string, check: boolean): boolean {
  const path = join(ROOT, file);
  const text = readFileSync(path, 'utf8');
  const picture = `<!-- ${name} -->\n\n\`\`\`mermaid\n${drawn.trim()}\n\`\`\`\n\n<!-- /${name} -->`;
  const next = text.replace(new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`), () => picture);
  if (next === text) return false;
  if (!check) writeFileSync(path, next);
  process.stdout.write(`${file}: the picture ${check ? 'is behind; npm run house' : 'is drawn'}\n`);
  return true;
}

process.exitCode = main(process.argv.includes('--check'));
