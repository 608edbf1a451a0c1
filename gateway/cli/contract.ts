import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringify from 'safe-stable-stringify';
import { readGegevenscatalogus } from '../../schema/catalogus';
import { keepInStep } from '../../schema/compose/keepInStep';
import { readLabels } from '../../schema/compose/readLabels';
import { readKetenpartners } from '../../schema/partners';
import { compileTabel } from '../convenant/compileTabel';
import { convenantJsonSchema } from '../convenant/jsonSchema';
import { readConvenanten } from '../convenant/readConvenanten';
import { toetsgevalJsonSchema } from '../inzage/toetsgevallen/jsonSchema';

const SCHEMA = join(__dirname, '../../schema');

/** `contract [--check]`: the compiled coordinate table and the JSON Schemas of convenant and toetsgeval, as committed files. */
function main(check: boolean): number {
  const catalogus = readGegevenscatalogus();
  const partners = readKetenpartners();
  const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
  const convenanten = readConvenanten(join(SCHEMA, 'convenanten'), catalogus, partners);
  const { tabel, digest } = compileTabel(labels, catalogus, partners, convenanten);
  const ids = [...new Set(convenanten.map(({ id }) => id))];
  const files = {
    'coordinates.json': `${stringify({ digest, ...tabel }, null, 1)}\n`,
    'convenanten/convenant.schema.json': convenantJsonSchema(catalogus, partners),
    '../test/cases/toetsgeval.schema.json': toetsgevalJsonSchema(catalogus, partners, ids),
  };
  return keepInStep(SCHEMA, files, check);
}

try {
  process.exitCode = main(process.argv.includes('--check'));
} catch (fout) {
  process.stderr.write(`${fout instanceof Error ? fout.message : 'could not compile'}\n`);
  process.exitCode = 1;
}
