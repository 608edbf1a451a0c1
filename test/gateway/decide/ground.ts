import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import type { Convenant } from '../../../schema/domain/convenant';
import { readKetenpartners } from '../../../schema/partners';
import { asSigned } from '../../../gateway/convenant/asSigned';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import type { Situatie } from '../../../gateway/decide/situatie';

/** The real catalogue, partners, labels and convenant, read once for the tests of the rooms. */
const SCHEMA = join(__dirname, '../../../schema');
export const catalogus = readGegevenscatalogus();
export const partners = readKetenpartners();
export const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
export const convenant: Convenant = asSigned(
  readConvenanten(join(SCHEMA, 'convenanten'), catalogus, partners).find(({ id }) => id.startsWith('veiligheidshuis'))!,
);

const at = (id: string) => ({ partner: id, medewerker: `m-${id}`, rol: 'DEELNEMER' as const });

/** Police at a full table in a running, confirmed casus; a test changes what it is about. */
export function situatie(
  changes: Partial<Omit<Situatie, 'casus'>> & { casus?: Partial<Situatie['casus']> } = {},
): Situatie {
  const { ontvanger = partners.get('politie-oost-nederland')!, rol = 'DEELNEMER' } = changes;
  return {
    ontvanger,
    rol,
    doel: 'STRAFRECHTELIJKE_HANDHAVING',
    convenant,
    aangewezen: true,
    ...changes,
    casus: {
      fase: 'CASUSOVERLEG',
      kader: 'DWANG',
      status: 'LOPEND',
      bevestigd: true,
      tafel: [at('politie-oost-nederland'), at('dimence'), at('gemeente-zwolle'), { ...at(ontvanger.id), rol }],
      ...changes.casus,
    },
  };
}
