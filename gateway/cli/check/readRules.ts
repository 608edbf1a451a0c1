import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { checkLabels } from '../../../schema/compose/checkLabels';
import { readLabels } from '../../../schema/compose/readLabels';
import type { Convenant } from '../../../schema/domain/convenant';
import { Invoerfout, type Invoermelding } from '../../../schema/invoerfout';
import { readKetenpartners } from '../../../schema/partners';
import { compileTabel } from '../../convenant/compileTabel';
import { readConvenanten } from '../../convenant/readConvenanten';
import { readGraaf } from '../../inzage/cellen/graaf';
import type { Toetsgrond } from '../../inzage/toetsgevallen/runToetsgeval';

const SCHEMA = join(__dirname, '../../../schema');
const TABEL = join(SCHEMA, 'coordinates.json');
const SUPERGRAPH = join(SCHEMA, 'supergraph.graphql');

/** The rules as they lie here, and all that is wrong with them. Without a ground nothing could be decided. */
interface Lezing {
  readonly grond: Toetsgrond | null;
  readonly convenanten: readonly Convenant[];
  readonly meldingen: readonly Invoermelding[];
}

/**
 * Reads and validates everything that decides: catalogue, partners, labels of the graph, convenanten, and whether the
 * committed table is what they compile to. What can't be read keeps only what rests on it from being looked at.
 */
export function readRules(convenantenDir: string): Lezing {
  const meldingen: Invoermelding[] = [];
  const attempt = <Value>(read: () => Value): Value | null => {
    try {
      return read();
    } catch (fout) {
      if (!(fout instanceof Invoerfout)) throw fout;
      meldingen.push(...fout.meldingen);
      return null;
    }
  };
  const catalogus = attempt(() => readGegevenscatalogus());
  const partners = attempt(() => readKetenpartners());
  if (catalogus === null || partners === null) return { grond: null, convenanten: [], meldingen };
  const supergraph = readFileSync(SUPERGRAPH, 'utf8');
  const labels = readLabels(supergraph);
  for (const { coordinaat, melding } of checkLabels(supergraph, labels, catalogus)) {
    meldingen.push({
      bestand: SUPERGRAPH,
      regel: lineOf(supergraph, coordinaat),
      kolom: 1,
      melding: `${coordinaat} ${melding}`,
    });
  }
  const convenanten = attempt(() => readConvenanten(convenantenDir, catalogus, partners));
  if (convenanten !== null && convenantenDir === join(SCHEMA, 'convenanten')) {
    const { digest } = compileTabel(labels, catalogus, partners, convenanten);
    const committed = /"digest": "([0-9a-f]{64})"/.exec(readFileSync(TABEL, 'utf8'))?.[1];
    const melding = `de tabel is ${committed ?? 'zonder digest'}, de regels geven ${digest}; draai "npm run contract"`;
    if (committed !== digest) meldingen.push({ bestand: TABEL, regel: 1, kolom: 1, melding });
  }
  const graaf = readGraaf(buildSchema(readFileSync(join(SCHEMA, 'api.graphql'), 'utf8')));
  return { grond: { catalogus, partners, labels, graaf }, convenanten: convenanten ?? [], meldingen };
}

/** Where a field is written in a graph, to point at: its type, and then its name. */
function lineOf(sdl: string, coordinaat: string): number {
  const [type = '', veld = ''] = coordinaat.split('.');
  const lines = sdl.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^type ${type}\\b`).test(line));
  const at = lines.findIndex((line, index) => index > start && line.trim().startsWith(veld));
  return Math.max(start, at, 0) + 1;
}
