import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringify from 'safe-stable-stringify';
import { readGegevenscatalogus } from '../../schema/catalogus';
import { readLabels } from '../../schema/compose/readLabels';
import { readKetenpartners } from '../../schema/partners';
import { compileTabel } from '../convenant/compileTabel';
import { convenantJsonSchema } from '../convenant/jsonSchema';
import { readConvenanten } from '../convenant/readConvenanten';

const SCHEMA = join(__dirname, '../../schema');

/** `contract [--check]`: the compiled coordinate table and the JSON Schema of a convenant, as committed files. */
function main(check: boolean): number {
  const catalogus = readGegevenscatalogus();
  const partners = readKetenpartners();
  const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
  const { tabel, digest } = compileTabel(
    labels,
    catalogus,
    partners,
    readConvenanten(join(SCHEMA, 'convenanten'), catalogus, partners),
  );
  const files = [
    ['coordinates.json', `${stringify({ digest, ...tabel }, null, 1)}\n`],
    ['convenanten/convenant.schema.json', convenantJsonSchema(catalogus, partners)],
  ] as const;
  const drifted = files.filter(([file, text]) => {
    const path = join(SCHEMA, file);
    const same = existsSync(path) && readFileSync(path, 'utf8') === text;
    if (!same && !check) writeFileSync(path, text);
    return !same;
  });
  for (const [file] of drifted)
    process.stdout.write(`schema/${file}: ${check ? 'drifted; run npm run contract' : 'written'}\n`);
  return check && drifted.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.includes('--check'));
