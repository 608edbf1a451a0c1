import { z } from 'zod';
import { readBesluit } from '../../../schema/verloop/aanwijzingsbesluit';
import type { RouteInput } from '../../kit';
import { GEEN_DELEGATIE } from '../../kit/delegation/requireDelegation';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { takeBesluit } from './takeBesluit';

const besluitSchema = z.strictObject({ tekst: z.string().max(20_000), handtekening: z.string().max(2_000) });

/**
 * `POST /aanwijzingen`: the hub's door for what a partner has designated one of its medewerkers (BGS 1.11). It opens for a
 * signed `aanwijzing+jwt` of somebody of that partner. That it was signed is for the hub to check, which believes nothing else.
 */
export function serveAanwijzingen({ app, db, admit }: RouteInput<MunicipalityDB>): void {
  app.post('/aanwijzingen', {
    preHandler: admit('aanwijzing+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const { data } = besluitSchema.safeParse(body);
      const besluit = data === undefined ? null : readBesluit(data.tekst);
      if (data === undefined || besluit === null || delegatie?.partner !== besluit.partner)
        return reply.code(401).send(GEEN_DELEGATIE);
      const uitkomst = await takeBesluit(db, besluit, data);
      return reply.header('cache-control', 'no-store').send(uitkomst);
    },
  });
}
