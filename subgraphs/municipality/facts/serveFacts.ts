import { z } from 'zod';
import type { Betrokkene } from '../../../schema/domain/betrokkene';
import type { Delegatie } from '../../../schema/domain/delegatie';
import type { Stapgrond } from '../../../schema/verloop/zetStap';
import type { RouteInput } from '../../kit';
import { GEEN_DELEGATIE } from '../../kit/delegation/requireDelegation';
import { vandaag } from '../../../schema/domain/vandaag';
import type { MunicipalityDB, Soort } from '../source/MunicipalityDB';
import { readFeiten, type Vraag } from './readFeiten';

const naam = z.string().min(1).max(200);
const vraagSchema: z.ZodType<Vraag> = z.strictObject({ casus: naam.nullable(), partner: naam, medewerker: naam });
const betrokkeneSchema = z.strictObject({ casus: naam, partner: naam, medewerker: naam, persoon: naam });

const ALS: Readonly<Record<Soort, Betrokkene>> = {
  HOOFDBETROKKENE: 'Hoofdbetrokkene',
  KRINGLID: 'Kringlid',
  PROFESSIONAL: 'Professional',
};

/**
 * `POST /toegangsfeiten`: the hub's door to the facts on which access rests (WGS 1.8(2), BGS 1.11). It opens for a
 * signed `feiten+jwt` that names the same casus, partner and medewerker as the body. `POST /betrokkenen`, alike: as what
 * somebody stands in that casus, so that the hub tells nobody of a person as what he is not.
 */
export function serveFacts({ app, db, admit }: RouteInput<MunicipalityDB>, wgsOf: Stapgrond['wgsOf']): void {
  app.post('/toegangsfeiten', {
    preHandler: admit('feiten+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const vraag = vraagSchema.safeParse(body);
      if (!vraag.success || !isDelegated(vraag.data, delegatie)) return reply.code(401).send(GEEN_DELEGATIE);
      const feiten = await readFeiten(db, vraag.data, wgsOf, vandaag());
      return reply.header('cache-control', 'no-store').send(feiten);
    },
  });
  app.post('/betrokkenen', {
    preHandler: admit('feiten+jwt'),
    handler: async ({ body, delegatie }, reply) => {
      const { data } = betrokkeneSchema.safeParse(body);
      if (data === undefined || !isDelegated(data, delegatie)) return reply.code(401).send(GEEN_DELEGATIE);
      const found = await db
        .selectFrom('betrokkenheden')
        .select('soort')
        .where('casus', '=', data.casus)
        .where('persoon', '=', data.persoon)
        .executeTakeFirst();
      return reply.header('cache-control', 'no-store').send({ soort: found === undefined ? null : ALS[found.soort] });
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
