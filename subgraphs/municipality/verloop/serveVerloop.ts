import { z } from 'zod';
import type { GetekendBegin } from '../../../schema/verloop/beginstand';
import type { Verloopdeel } from '../../../schema/verloop/verloopdeel';
import type { RouteInput } from '../../kit';
import { GEEN_DELEGATIE } from '../../kit/delegation/requireDelegation';
import type { MunicipalityDB } from '../source/MunicipalityDB';

const naam = z.string().min(1).max(200);
const vraagSchema = z.strictObject({ casus: naam, vanaf: z.int().nonnegative().nullable() });

/** Of what is not small no more at once. */
const AKTEN = 20;

/**
 * `POST /verloop`: the hub's door to what was signed of a casus, by which it tells for itself where that stands. It opens
 * for a signed `verloop+jwt` of that casus. `vanaf` is the last akte that the hub knows; null: it knows nothing yet.
 */
export function serveVerloop({ app, db, admit }: RouteInput<MunicipalityDB>): void {
  app.post('/verloop', {
    preHandler: admit('verloop+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const vraag = vraagSchema.safeParse(body);
      if (!vraag.success || delegatie?.casus !== vraag.data.casus) return reply.code(401).send(GEEN_DELEGATIE);
      const { casus, vanaf } = vraag.data;
      const begin =
        vanaf === null
          ? await db.selectFrom('beginstanden').selectAll().where('casus', '=', casus).executeTakeFirst()
          : undefined;
      const akten = await db
        .selectFrom('akten')
        .select(['tekst', 'handtekening'])
        .where('casus', '=', casus)
        .where('nr', '>', vanaf ?? -1)
        .orderBy('nr')
        .limit(AKTEN)
        .execute();
      const deel: Verloopdeel = { begin: begin === undefined ? null : read(begin), akten };
      return reply.header('cache-control', 'no-store').send(deel);
    },
  });
}

function read({ tekst, handtekeningen }: MunicipalityDB['beginstanden']): GetekendBegin {
  return { tekst, handtekeningen: JSON.parse(handtekeningen) as GetekendBegin['handtekeningen'] };
}
