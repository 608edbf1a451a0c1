import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringify from 'safe-stable-stringify';
import { readGegevenscatalogus } from '../../schema/catalogus';
import { readLabels } from '../../schema/compose/readLabels';
import type { Convenant } from '../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { readKetenpartners } from '../../schema/partners';
import { compileTabel } from '../convenant/compileTabel';
import { readConvenanten } from '../convenant/readConvenanten';

/** What a schema folder compiles to. */
export interface Regelset {
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
  readonly convenanten: readonly Convenant[];
  /** The coordinate table, as it is committed. */
  readonly tabel: string;
}

/**
 * Compiles the rules of a schema folder, as they are written there.
 *
 * @throws Invoerfout with the place of everything that is wrong.
 */
export function compileRules({
  schema,
  convenanten: dir = join(schema, 'convenanten'),
  partners: bestand = join(schema, 'partners.yaml'),
  supergraph = readFileSync(join(schema, 'supergraph.graphql'), 'utf8'),
}: {
  readonly schema: string;
  readonly convenanten?: string;
  readonly partners?: string;
  /** SDL; else the one that is kept there. */
  readonly supergraph?: string;
}): Regelset {
  const catalogus = readGegevenscatalogus(join(schema, 'gegevens.yaml'));
  const partners = readKetenpartners(bestand);
  const labels = readLabels(supergraph);
  const convenanten = readConvenanten(dir, catalogus, partners);
  const { tabel, digest } = compileTabel(labels, catalogus, partners, convenanten);
  return { catalogus, partners, convenanten, tabel: `${stringify({ digest, ...tabel }, null, 1)}\n` };
}
