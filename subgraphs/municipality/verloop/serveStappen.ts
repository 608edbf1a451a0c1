import { z } from 'zod';
import { vandaag } from '../../../schema/domain/vandaag';
import { akteSchema } from '../../../schema/verloop/akteSchema';
import type { Stapgrond } from '../../../schema/verloop/zetStap';
import type { RouteInput } from '../../kit';
import { GEEN_DELEGATIE } from '../../kit/delegation/requireDelegation';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { takeStap } from './takeStap';

const stapSchema = z.strictObject({ akte: akteSchema, handtekening: z.string().max(2_000) });

/**
 * `POST /stappen`: the hub's door for a stap of a casus (WGS 2.31). It opens for a signed `stap+jwt` of the same casus,
 * partner and medewerker as the akte. That its partner signed it is for the hub to check, which serves nobody else's.
 */
export function serveStappen({ app, db, admit }: RouteInput<MunicipalityDB>, wgsOf: Stapgrond['wgsOf']): void {
  app.post('/stappen', {
    preHandler: admit('stap+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const stap = stapSchema.safeParse(body);
      if (!stap.success || delegatie === null) return reply.code(401).send(GEEN_DELEGATIE);
      const { akte, handtekening } = stap.data;
      const { casus, partner, medewerker } = akte;
      const same = delegatie.casus === casus && delegatie.partner === partner && delegatie.medewerker === medewerker;
      if (!same) return reply.code(401).send(GEEN_DELEGATIE);
      const uitkomst = await takeStap(db, akte, handtekening, wgsOf, vandaag());
      return reply.header('cache-control', 'no-store').send(uitkomst);
    },
  });
}
