import { z } from 'zod';
import { Hubfout } from '../../schema/domain/hubfout';
import { SUBGRAVEN, type Subgraaf } from '../../schema/domain/subgraaf';
import type { Verzoeker } from '../../schema/domain/verzoeker';
import type { Span } from '../../schema/tracing/span';
import type { GetekendBesluit } from '../../schema/verloop/besluit';
import type { Bron, Bronstand, Bronuitkomst } from '../../schema/verloop/bronbesluit';
import { type Deurtls, type Teken, openDoor } from './door';

const namen = z.array(z.string()).max(1_000);
const bronstand: z.ZodType<Bronstand> = z.strictObject({
  nr: z.int().nonnegative(),
  vrijgegevenAan: namen,
  bezwaarTegen: namen,
});
const bronuitkomst: z.ZodType<Bronuitkomst> = z.discriminatedUnion('uitkomst', [
  z.strictObject({ uitkomst: z.literal('GEZET'), handtekening: z.string() }),
  z.strictObject({ uitkomst: z.literal('ACHTERHAALD') }),
  z.strictObject({ uitkomst: z.literal('GEEN_RECORD') }),
  z.strictObject({ uitkomst: z.literal('TE_VEEL') }),
  z.strictObject({ uitkomst: z.literal('GEEN_VRIJGAVE') }),
]);

/** What bronhouders decide in a casus about what they hold, at the source that holds it. */
export interface Brondoor {
  /**
   * How it stands for the partner of who asks.
   *
   * @throws Hubfout HUB_PARTNER_ONBEREIKBAAR
   */
  read(verzoeker: Verzoeker, casus: string, bron: Bron, span: Span): Promise<Bronstand>;
  /**
   * Has a besluit kept. Without an answer it may have been or not; the same one again counts once.
   *
   * @throws Hubfout HUB_PARTNER_ONBEREIKBAAR
   */
  take(
    verzoeker: Verzoeker,
    casus: string,
    bron: Subgraaf,
    besluit: GetekendBesluit,
    span: Span,
  ): Promise<Bronuitkomst>;
  close(): Promise<void>;
}

/** @param addresses of the sources' /graphql. */
export function openBrondoor(addresses: Readonly<Record<Subgraaf, string>>, tls: Deurtls, teken: Teken): Brondoor {
  const doors = new Map(SUBGRAVEN.map((naam) => [naam, openDoor(naam, addresses[naam], tls, teken)] as const));
  const at = async (bron: Subgraaf, verzoeker: Verzoeker, casus: string, question: object, traceparent: string) =>
    doors.get(bron)?.ask('bronbesluiten', 'bronbesluit+jwt', verzoeker, casus, question, traceparent);
  return {
    read: (verzoeker, casus, bron, span) =>
      span.step('ask bronstand', async ({ traceparent }) => {
        try {
          return bronstand.parse(await at(bron.bron, verzoeker, casus, bron, traceparent));
        } catch {
          throw new Hubfout('HUB_PARTNER_ONBEREIKBAAR', 'De bron is nu niet te bereiken. Probeer het later opnieuw.');
        }
      }),
    take: (verzoeker, casus, bron, besluit, span) =>
      span.step('take bronbesluit', async ({ traceparent }) => {
        try {
          return bronuitkomst.parse(await at(bron, verzoeker, casus, besluit, traceparent));
        } catch {
          throw new Hubfout(
            'HUB_PARTNER_ONBEREIKBAAR',
            'Of het besluit geldt, staat niet vast. Stuur hetzelfde nog eens: het telt dan een keer.',
          );
        }
      }),
    close: async () => {
      await Promise.all([...doors.values()].map((door) => door.close()));
    },
  };
}
