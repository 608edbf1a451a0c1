import { Pool } from 'undici';
import { z } from 'zod';
import { BETROKKENEN, type Betrokkene } from '../../schema/domain/betrokkene';
import { CASUSSTATUSSEN } from '../../schema/domain/casusstatus';
import type { Toegangsfeiten } from '../../schema/domain/casusfeiten';
import { DOELEN } from '../../schema/domain/doel';
import { FASEN } from '../../schema/domain/fase';
import { Hubfout } from '../../schema/domain/hubfout';
import { KADERS } from '../../schema/domain/kader';
import { ROLLEN } from '../../schema/domain/rol';
import type { Verzoeker } from '../../schema/domain/verzoeker';
import type { Span } from '../../schema/tracing/span';
import type { Akte } from '../../schema/verloop/akte';
import type { Aangemelde, Aanmelduitkomst } from '../../schema/verloop/aanmelding';
import type { Besluituitkomst } from '../../schema/verloop/aanwijzingsbesluit';
import type { GetekendBesluit } from '../../schema/verloop/besluit';
import { STAPREDENEN, type Stapreden } from '../../schema/verloop/stapreden';
import type { Stapuitkomst } from '../../schema/verloop/stapuitkomst';
import type { Verloopdeel } from '../../schema/verloop/verloopdeel';
import { DEURBYTES, DEURTIJD, type Deurtls, type Teken, openDoor } from './door';

const rol = z.enum(ROLLEN);
const toegangsfeiten = z.strictObject({
  revisie: z.string().min(1),
  casus: z
    .strictObject({
      casus: z.string(),
      doel: z.enum(DOELEN),
      fase: z.enum(FASEN),
      kader: z.enum(KADERS),
      status: z.enum(CASUSSTATUSSEN),
      gemeente: z.string(),
      convenant: z.string(),
      regie: z.string(),
      bevestigd: z.boolean(),
      tafel: z.array(z.strictObject({ partner: z.string(), medewerker: z.string(), rol })),
    })
    .nullable(),
  verloop: z
    .strictObject({
      nr: z.int().nonnegative(),
      vorige: z.string(),
      begin: z.string().nullable(),
      bevestigdDoor: z.array(z.string()),
    })
    .nullable(),
  aanwijzingen: z.array(z.strictObject({ partner: z.string(), rol })),
  besluiten: z.array(z.strictObject({ tekst: z.string(), handtekening: z.string() })),
});
const betrokkene = z.strictObject({ soort: z.enum(BETROKKENEN).nullable() });

const stapuitkomst = z.discriminatedUnion('uitkomst', [
  z.strictObject({
    ...{ uitkomst: z.literal('GEZET'), nr: z.int(), digest: z.string(), handtekening: z.string() },
    revisie: z.string().min(1),
  }),
  z.strictObject({ uitkomst: z.literal('ACHTERHAALD') }),
  z.strictObject({ uitkomst: z.literal('SLEUTEL_GEBRUIKT') }),
  z.strictObject({ uitkomst: z.literal('GEWEIGERD'), reden: z.enum(Object.keys(STAPREDENEN) as [Stapreden]) }),
]);

const besluituitkomst: z.ZodType<Besluituitkomst> = z.discriminatedUnion('uitkomst', [
  z.strictObject({ uitkomst: z.literal('GEZET'), handtekening: z.string() }),
  z.strictObject({ uitkomst: z.literal('ACHTERHAALD') }),
]);

const aanmelduitkomst: z.ZodType<Aanmelduitkomst> = z.discriminatedUnion('uitkomst', [
  z.strictObject({ uitkomst: z.literal('GEZET'), handtekening: z.string(), revisie: z.string().min(1) }),
  z.strictObject({ uitkomst: z.literal('ACHTERHAALD') }),
  z.strictObject({ uitkomst: z.literal('NIET_AANGEWEZEN') }),
  z.strictObject({ uitkomst: z.literal('GEEN_DEELNEMER') }),
]);

const verloopdeel: z.ZodType<Verloopdeel> = z.strictObject({
  begin: z.strictObject({ tekst: z.string(), handtekeningen: z.record(z.string(), z.string()) }).nullable(),
  akten: z.array(z.strictObject({ tekst: z.string(), handtekening: z.string() })).max(100),
});

/** The facts on which access rests, as the municipality tells them now, and changes them. */
export interface FactsDoor {
  /**
   * @param casus id, or null for what concerns the medewerker alone.
   * @param span below what this is traced.
   * @throws Hubfout HUB_CASUSFEITEN_ONBEREIKBAAR
   */
  read(verzoeker: Verzoeker, casus: string | null, span: Span): Promise<Toegangsfeiten>;
  /**
   * As what somebody stands in a casus; null: not at all.
   *
   * @throws Hubfout HUB_CASUSFEITEN_ONBEREIKBAAR
   */
  betrokkene(verzoeker: Verzoeker, casus: string, persoon: string, span: Span): Promise<Betrokkene | null>;
  /**
   * Has a stap taken. Without an answer it may have been taken or not; the same one again can't be taken twice.
   *
   * @throws Hubfout HUB_CASUSFEITEN_ONBEREIKBAAR
   */
  take(verzoeker: Verzoeker, akte: Akte, handtekening: string, span: Span): Promise<Stapuitkomst>;
  /**
   * Has the municipality keep for what a medewerker is designated. The same one again counts once.
   *
   * @throws Hubfout HUB_CASUSFEITEN_ONBEREIKBAAR
   */
  designate(verzoeker: Verzoeker, besluit: GetekendBesluit, span: Span): Promise<Besluituitkomst>;
  /**
   * Has a casus made of an aanmelding. The same one again counts once.
   *
   * @throws Hubfout HUB_CASUSFEITEN_ONBEREIKBAAR
   */
  report(
    verzoeker: Verzoeker,
    casus: string,
    getekend: GetekendBesluit & { readonly wie: Aangemelde },
    span: Span,
  ): Promise<Aanmelduitkomst>;
  /**
   * What was signed of a casus.
   *
   * @param vanaf the nr after which akten are told, some at a time; null: the beginstand is.
   * @throws Hubfout HUB_CASUSFEITEN_ONBEREIKBAAR
   */
  verloop(verzoeker: Verzoeker, casus: string, vanaf: number | null, span: Span): Promise<Verloopdeel>;
  /** Whether the municipality says that it can answer. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * @param address of the municipality's subgraph; the doors are beside its /graphql.
 * @param tls with which certificates it is asked (PEM).
 * @param teken signs what the hub states with one body.
 */
export function openFactsDoor(address: string, tls: Deurtls, teken: Teken): FactsDoor {
  const door = openDoor('municipality', address, tls, teken);
  // Whoever asks whether we are there takes no way of those who ask for something.
  const side = new Pool(new URL(address).origin, { connections: 1, maxResponseSize: DEURBYTES, connect: tls });
  return {
    read: (verzoeker, casus, span) =>
      span.step('ask facts', async ({ traceparent }) => {
        const { medewerker, partner } = verzoeker;
        try {
          const question = { casus, partner: partner.id, medewerker };
          return toegangsfeiten.parse(
            await door.ask('toegangsfeiten', 'feiten+jwt', verzoeker, casus, question, traceparent),
          );
        } catch {
          throw unreachable();
        }
      }),
    betrokkene: (verzoeker, casus, persoon, span) =>
      span.step('ask betrokkene', async ({ traceparent }) => {
        const { medewerker, partner } = verzoeker;
        try {
          const question = { casus, partner: partner.id, medewerker, persoon };
          const told = await door.ask('betrokkenen', 'feiten+jwt', verzoeker, casus, question, traceparent);
          return betrokkene.parse(told).soort;
        } catch {
          throw unreachable();
        }
      }),
    verloop: (verzoeker, casus, vanaf, span) =>
      span.step('ask verloop', async ({ traceparent }) => {
        try {
          const question = { casus, vanaf };
          return verloopdeel.parse(await door.ask('verloop', 'verloop+jwt', verzoeker, casus, question, traceparent));
        } catch {
          throw unreachable();
        }
      }),
    take: (verzoeker, akte, handtekening, span) =>
      span.step('take stap', async ({ traceparent }) => {
        try {
          const question = { akte, handtekening };
          return stapuitkomst.parse(
            await door.ask('stappen', 'stap+jwt', verzoeker, akte.casus, question, traceparent),
          );
        } catch {
          throw new Hubfout(
            'HUB_CASUSFEITEN_ONBEREIKBAAR',
            'Of de stap is gezet, staat niet vast. Stuur dezelfde stap nog eens: hij telt dan een keer.',
          );
        }
      }),
    designate: (verzoeker, besluit, span) =>
      span.step('designate', async ({ traceparent }) => {
        try {
          return besluituitkomst.parse(
            await door.ask('aanwijzingen', 'aanwijzing+jwt', verzoeker, null, besluit, traceparent),
          );
        } catch {
          throw new Hubfout(
            'HUB_CASUSFEITEN_ONBEREIKBAAR',
            'Of het besluit geldt, staat niet vast. Stuur hetzelfde nog eens: het telt dan een keer.',
          );
        }
      }),
    report: (verzoeker, casus, getekend, span) =>
      span.step('take aanmelding', async ({ traceparent }) => {
        try {
          return aanmelduitkomst.parse(
            await door.ask('aanmeldingen', 'aanmelding+jwt', verzoeker, casus, getekend, traceparent),
          );
        } catch {
          throw new Hubfout(
            'HUB_CASUSFEITEN_ONBEREIKBAAR',
            'Of de casus is aangemeld, staat niet vast. Stuur dezelfde aanmelding nog eens: zij telt dan een keer.',
          );
        }
      }),
    ready: async () => {
      const signal = AbortSignal.timeout(DEURTIJD);
      const answer = await side.request({ method: 'GET', path: '/health/ready', signal }).catch(() => null);
      await answer?.body.dump();
      return answer?.statusCode === 200;
    },
    close: async () => {
      await Promise.all([door.close(), side.close()]);
    },
  };
}

function unreachable(): Hubfout {
  return new Hubfout(
    'HUB_CASUSFEITEN_ONBEREIKBAAR',
    'De feiten van de casus zijn nu niet op te vragen; zonder die feiten wordt niets verstrekt. Probeer het later opnieuw.',
  );
}
