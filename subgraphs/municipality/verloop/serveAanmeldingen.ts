import { z } from 'zod';
import { vandaag } from '../../../schema/domain/vandaag';
import { aangemeldeSchema, casusVan, readAanmelding, wieVan } from '../../../schema/verloop/aanmelding';
import type { Stapgrond } from '../../../schema/verloop/zetStap';
import type { RouteInput } from '../../kit';
import { GEEN_DELEGATIE } from '../../kit/delegation/requireDelegation';
import type { MunicipalityDB } from '../source/MunicipalityDB';
import { takeAanmelding } from './takeAanmelding';

const vraagSchema = z.strictObject({
  tekst: z.string().max(20_000),
  handtekening: z.string().max(2_000),
  wie: aangemeldeSchema,
});

/**
 * `POST /aanmeldingen`: the hub's door for a casus that a partner brings in (WGS 2.31). It opens for a signed
 * `aanmelding+jwt` of that casus, partner and medewerker, with whom it is about. That it was signed is for the hub to check.
 */
export function serveAanmeldingen({ app, db, admit }: RouteInput<MunicipalityDB>, wgsOf: Stapgrond['wgsOf']): void {
  app.post('/aanmeldingen', {
    preHandler: admit('aanmelding+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const { data } = vraagSchema.safeParse(body);
      const aanmelding = data === undefined ? null : readAanmelding(data.tekst);
      if (data === undefined || aanmelding === null || delegatie === null) return reply.code(401).send(GEEN_DELEGATIE);
      const { partner, medewerker, sleutel, wie } = aanmelding;
      const casus = casusVan(data.tekst);
      const same = delegatie.casus === casus && delegatie.partner === partner && delegatie.medewerker === medewerker;
      if (!same || wieVan(data.wie, sleutel) !== wie) return reply.code(401).send(GEEN_DELEGATIE);
      const uitkomst = await takeAanmelding(db, aanmelding, data, wgsOf, vandaag());
      return reply.header('cache-control', 'no-store').send(uitkomst);
    },
  });
}
