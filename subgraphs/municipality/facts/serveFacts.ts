import { z } from 'zod';
import { readKetenpartners } from '../../../schema/partners';
import type { Delegatie } from '../../../schema/domain/delegatie';
import type { RouteInput } from '../../kit';
import { graphqlError } from '../../kit/server/graphqlError';
import { vandaag } from '../../../schema/domain/vandaag';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { readFeiten, type Vraag } from './readFeiten';

const naam = z.string().min(1).max(200);
const vraagSchema: z.ZodType<Vraag> = z.strictObject({ casus: naam.nullable(), partner: naam, medewerker: naam });

/** The kit's own refusal, to the byte: who may not ask is not told why. */
const GEEN_DELEGATIE = graphqlError(
  'KETEN_GEEN_DELEGATIE',
  'Deze bron antwoordt alleen op een geldig ondertekend verzoek van de hub.',
);

/**
 * `POST /toegangsfeiten`: the hub's door to the facts on which access rests (WGS 1.8(2), BGS 1.11). It opens for a
 * signed `feiten+jwt` that names the same casus, partner and medewerker as the body.
 */
export function serveFacts({ app, db, admit }: RouteInput<MunicipalityDB>): void {
  const publiek = new Set([...readKetenpartners().values()].filter(({ wgs }) => wgs === 'PUBLIEK').map(({ id }) => id));
  app.post('/toegangsfeiten', {
    preHandler: admit('feiten+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const vraag = vraagSchema.safeParse(body);
      if (!vraag.success || !isDelegated(vraag.data, delegatie)) return reply.code(401).send(GEEN_DELEGATIE);
      const feiten = await readFeiten(db, vraag.data, publiek, vandaag());
      return reply.header('cache-control', 'no-store').send(feiten);
    },
  });
}

function isDelegated({ casus, partner, medewerker }: Vraag, delegatie: Delegatie | null): boolean {
  return (
    delegatie !== null &&
    delegatie.casus === casus &&
    delegatie.partner === partner &&
    delegatie.medewerker === medewerker
  );
}
