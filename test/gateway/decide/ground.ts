import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import type { Convenant } from '../../../schema/domain/convenant';
import { readKetenpartners } from '../../../schema/partners';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import type { Situatie } from '../../../gateway/decide/situatie';

/** The real catalogue, partners, labels and convenant, read once for the tests of the rooms. */
const SCHEMA = join(__dirname, '../../../schema');
export const catalogus = readGegevenscatalogus();
export const partners = readKetenpartners();
export const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
export const convenant: Convenant = readConvenanten(join(SCHEMA, 'convenanten'), catalogus, partners)[0]!;

const at = (id: string) => ({ partner: id, medewerker: `m-${id}`, rol: 'DEELNEMER' as const });

/** Police at a full table in a running, confirmed casus; a test changes what it is about. */
export function situatie(
  changes: Partial<Omit<Situatie, 'casus'>> & { casus?: Partial<Situatie['casus']> } = {},
): Situatie {
  return {
    ontvanger: partners.get('politie-oost-nederland')!,
    rol: 'DEELNEMER',
    doel: 'STRAFRECHTELIJKE_HANDHAVING',
    convenant,
    aangewezen: true,
    ...changes,
    casus: {
      fase: 'CASUSOVERLEG',
      kader: 'DWANG',
      status: 'LOPEND',
      bevestigd: true,
      tafel: [at('politie-oost-nederland'), at('dimence'), at('gemeente-zwolle')],
      ...changes.casus,
    },
  };
}
