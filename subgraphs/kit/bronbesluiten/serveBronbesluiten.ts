import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import type { GetekendBesluit } from '../../../schema/verloop/besluit';
import { type Bronuitkomst, bronSchema, readBronbesluit } from '../../../schema/verloop/bronbesluit';
import { GEEN_DELEGATIE, type RequireDelegation } from '../delegation/requireDelegation';
import type { VrijgavenDB } from '../loaders/vrijgaveLoader';
import type { BronbesluitenDB } from './BronbesluitenDB';
import { readBronstand } from './readBronstand';
import { takeBronbesluit } from './takeBronbesluit';

interface Grond {
  readonly app: FastifyInstance;
  readonly db: Kysely<BronbesluitenDB & VrijgavenDB>;
  readonly subgraaf: Subgraaf;
  readonly tabellen: readonly string[];
  readonly vrijgave: boolean;
  readonly admit: RequireDelegation;
}

const besluitSchema = z.strictObject({ tekst: z.string().max(40_000), handtekening: z.string().max(2_000) });

/**
 * `POST /bronbesluiten`: the hub's door for what a bronhouder decided in a casus about what he holds. It opens for a signed
 * `bronbesluit+jwt` of that casus: with a besluit, of the medewerker who took it, it is kept; with `{bron, record, persoon}` it tells
 * how that stands for that partner. That it was signed is for the hub to check.
 */
export function serveBronbesluiten({ app, db, subgraaf, tabellen, vrijgave, admit }: Grond): void {
  app.post('/bronbesluiten', {
    preHandler: admit,
    handler: async ({ body, delegatie }, reply) => {
      const refuse = () => reply.code(401).send(GEEN_DELEGATIE);
      reply.header('cache-control', 'no-store');
      if (delegatie === null || delegatie.casus === null) return refuse();
      const { casus, partner, medewerker, oin } = delegatie;
      const vraag = bronSchema.safeParse(body).data;
      if (vraag !== undefined) {
        if (vraag.bron !== subgraaf) return refuse();
        const mine = vraag.record === null || (await houderVan(db, tabellen, vraag.record)) === oin;
        return reply.send(await readBronstand(db, { casus, partner }, mine ? vraag : null, vrijgave));
      }
      const getekend: GetekendBesluit | undefined = besluitSchema.safeParse(body).data;
      const besluit = getekend === undefined ? null : readBronbesluit(getekend.tekst);
      if (getekend === undefined || besluit === null || besluit.bron !== subgraaf) return refuse();
      const same = besluit.casus === casus && besluit.partner === partner && besluit.medewerker === medewerker;
      if (!same) return refuse();
      const { record, vrijgegevenAan } = besluit;
      const no = (uitkomst: Bronuitkomst) => reply.send(uitkomst);
      // Of a record that is not his he is told what he is told of one that is not there.
      if (record !== null && (await houderVan(db, tabellen, record)) !== oin) return no({ uitkomst: 'GEEN_RECORD' });
      if (!vrijgave && vrijgegevenAan.length > 0) return no({ uitkomst: 'GEEN_VRIJGAVE' });
      return reply.send(await takeBronbesluit(db, besluit, getekend, oin, vrijgave));
    },
  });
}

/**
 * OIN of whose a record is, found in the tables in which this source keeps records; null: it is in none, or one of another
 * has the same id, so that who decides about his own would decide about that.
 */
async function houderVan(db: Grond['db'], tabellen: readonly string[], record: string): Promise<string | null> {
  // Kysely can't follow a table name that is a variable; every one of these tables has both columns.
  const rijen = db as unknown as Kysely<Record<string, { id: string; bronhouder: string }>>;
  const houders = new Set<string>();
  for (const tabel of tabellen) {
    const found = await rijen.selectFrom(tabel).select('bronhouder').where('id', '=', record).execute();
    for (const { bronhouder } of found) houders.add(bronhouder);
  }
  const [houder] = houders;
  return houder === undefined || houders.size > 1 ? null : houder;
}
