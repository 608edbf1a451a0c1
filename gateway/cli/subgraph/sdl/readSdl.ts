import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Subgraaf } from '../../../../schema/domain/subgraaf';
import { type Bronschema, readBronschema } from './readBronschema';

/** The contract of a source: its SDL, as it is committed here. */
export function readSdl(subgraaf: Subgraaf): Bronschema {
  return readBronschema(readFileSync(join(__dirname, '../../../../schema/subgraphs', `${subgraaf}.graphql`), 'utf8'));
}
