import { join } from 'node:path';
import { keepInStep } from '../../schema/compose/keepInStep';
import { convenantJsonSchema } from '../convenant/jsonSchema';
import { toetsgevalJsonSchema } from '../inzage/toetsgevallen/jsonSchema';
import { compileRules } from './compileRules';

const SCHEMA = join(__dirname, '../../schema');

/** `contract [--check]`: the compiled coordinate table and the JSON Schemas of convenant and toetsgeval, as committed files. */
function main(check: boolean): number {
  const { catalogus, partners, convenanten, tabel } = compileRules({ schema: SCHEMA });
  const ids = [...new Set(convenanten.map(({ id }) => id))];
  const files = {
    'coordinates.json': tabel,
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
