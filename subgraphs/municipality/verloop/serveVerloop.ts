import type { Kysely } from 'kysely';
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
 * for a signed `verloop+jwt` of that casus. `vanaf` is the nr of the last akte that the hub knows, and what comes after it is
 * told; null: it knows nothing yet, and is told the beginstand.
 */
export function serveVerloop({ app, db, admit }: RouteInput<MunicipalityDB>): void {
  app.post('/verloop', {
    preHandler: admit('verloop+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const vraag = vraagSchema.safeParse(body);
      if (!vraag.success || delegatie?.casus !== vraag.data.casus) return reply.code(401).send(GEEN_DELEGATIE);
      const { casus, vanaf } = vraag.data;
      const deel: Verloopdeel =
        vanaf === null ? { begin: await readBegin(db, casus), akten: [] } : { begin: null, akten: await readAkten(db, casus, vanaf) }; // oxfmt-ignore
      return reply.header('cache-control', 'no-store').send(deel);
    },
  });
}

async function readBegin(db: Kysely<MunicipalityDB>, casus: string): Promise<GetekendBegin | null> {
  const begin = await db.selectFrom('beginstanden').selectAll().where('casus', '=', casus).executeTakeFirst();
  if (begin === undefined) return null;
  const { tekst, handtekeningen } = begin;
  return { tekst, handtekeningen: JSON.parse(handtekeningen) as GetekendBegin['handtekeningen'] };
}

function readAkten(db: Kysely<MunicipalityDB>, casus: string, vanaf: number): Promise<Verloopdeel['akten'][number][]> {
  return db
    .selectFrom('akten')
    .select(['tekst', 'handtekening'])
    .where('casus', '=', casus)
    .where('nr', '>', vanaf)
    .orderBy('nr')
    .limit(AKTEN)
    .execute();
}
