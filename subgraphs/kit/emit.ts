import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBGRAVEN, type Subgraaf } from '../../schema/domain/subgraaf';
import { emitSubgraphSdl } from './emitSubgraphSdl';

/** Writes schema/subgraphs/<name>.graphql from the partners' code, or with --check says which files are behind. */
function main(args: readonly string[]): number {
  const check = args.includes('--check');
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !SUBGRAVEN.includes(name as Subgraaf));
  if (unknown.length > 0) {
    process.stderr.write(`expected one of ${SUBGRAVEN.join(', ')}, got ${unknown.join(', ')}\n`);
    return 2;
  }
  const behind = SUBGRAVEN.filter((name) => names.length === 0 || names.includes(name)).filter((name) => {
    const file = join(__dirname, '../../schema/subgraphs', `${name}.graphql`);
    const sdl = emitSubgraphSdl(name);
    if (existsSync(file) && readFileSync(file, 'utf8') === sdl) return false;
    if (!check) writeFileSync(file, sdl);
    return true;
  });
  for (const name of behind) process.stdout.write(`${name}.graphql ${check ? 'is behind the code' : 'written'}\n`);
  return check && behind.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (fout) {
  // What is wrong with SDL or YAML says where; the way through our code to it helps nobody.
  process.stderr.write(`${fout instanceof Error ? fout.message : 'could not emit'}\n`);
  process.exitCode = 1;
}
