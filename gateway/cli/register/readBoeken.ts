import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringify from 'safe-stable-stringify';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import { partnersFile, readKetenpartners } from '../../../schema/partners';
import { compileTabel } from '../../convenant/compileTabel';
import { readConvenanten } from '../../convenant/readConvenanten';
import { type Regelboek, readRegelboek } from '../../register/toets/regelboek';
import { unusable } from '../ended';

const SCHEMA = join(__dirname, '../../../schema');

/** A folder with convenanten, and the table that it compiles to with the graph and the catalogue that lie here. */
export interface Boek {
  readonly map: string;
  readonly digest: string;
  readonly boek: Regelboek;
}

/**
 * Reads folders with convenanten twice over: compiled, only to know which table each is, and as the bare files that the
 * test of operation decides by.
 *
 * @throws Invoerfout when they are wrong; Ended 2 when the committed table is not of the graph that lies here.
 */
export function readBoeken(mappen: readonly string[]): Boek[] {
  const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
  const [catalogus, partners] = [readGegevenscatalogus(), readKetenpartners()];
  return mappen.map((map) => {
    const { tabel, digest } = compileTabel(labels, catalogus, partners, readConvenanten(map, catalogus, partners));
    const boek = readRegelboek({ schema: SCHEMA, convenanten: map, partners: partnersFile() });
    if (stringify(boek.velden) !== stringify(tabel.coordinaten)) {
      throw unusable('schema/coordinates.json is niet van de graaf die hier ligt; draai "npm run contract".');
    }
    return { map, digest, boek };
  });
}
