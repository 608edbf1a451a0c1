import { Pool } from 'undici';
import { z } from 'zod';
import { CASUSSTATUSSEN } from '../../schema/domain/casusstatus';
import type { Toegangsfeiten } from '../../schema/domain/casusfeiten';
import { DELEGATIE_HEADER, type Delegatie } from '../../schema/domain/delegatie';
import { DOELEN } from '../../schema/domain/doel';
import { FASEN } from '../../schema/domain/fase';
import { Hubfout } from '../../schema/domain/hubfout';
import { KADERS } from '../../schema/domain/kader';
import { ROLLEN } from '../../schema/domain/rol';
import type { Verzoeker } from '../../schema/domain/verzoeker';

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
  aanwijzingen: z.array(z.strictObject({ partner: z.string(), rol })),
});

/** How long the municipality may take to tell the facts, in ms; without them nobody has access. */
const TIMEOUT = 3_000;

/** The facts on which access rests, as the municipality tells them now. */
export interface FactsDoor {
  /**
   * @param casus id, or null for what concerns the medewerker alone.
   * @throws Hubfout HUB_CASUSFEITEN_ONBEREIKBAAR
   */
  read(verzoeker: Verzoeker, casus: string | null): Promise<Toegangsfeiten>;
  /** Whether the municipality says that it can answer. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * @param address of the municipality's subgraph; the door is beside its /graphql.
 * @param sign signs what the hub states with one body.
 */
export function openFactsDoor(
  address: string,
  sign: (delegatie: Delegatie, body: string) => Promise<string>,
): FactsDoor {
  const url = new URL('toegangsfeiten', address);
  const pool = new Pool(url.origin, { connections: 32 });
  const ask = async (verzoeker: Verzoeker, casus: string | null): Promise<Toegangsfeiten> => {
    const { medewerker, partner } = verzoeker;
    const body = JSON.stringify({ casus, partner: partner.id, medewerker });
    const delegatie: Delegatie = {
      subgraaf: 'municipality',
      partner: partner.id,
      oin: partner.oin,
      medewerker,
      werkgebied: partner.werkgebied,
      rol: null,
      doel: null,
      casus,
      verleningen: [],
    };
    const answer = await pool.request({
      method: 'POST',
      path: url.pathname,
      headers: { 'content-type': 'application/json', [DELEGATIE_HEADER]: await sign(delegatie, body) },
      body,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`the door answered ${String(answer.statusCode)}`);
    return toegangsfeiten.parse(JSON.parse(text));
  };
  return {
    read: async (verzoeker, casus) => {
      try {
        return await ask(verzoeker, casus);
      } catch {
        throw new Hubfout(
          'HUB_CASUSFEITEN_ONBEREIKBAAR',
          'De feiten van de casus zijn nu niet op te vragen; zonder die feiten wordt niets verstrekt. Probeer het later opnieuw.',
        );
      }
    },
    ready: async () => {
      const signal = AbortSignal.timeout(TIMEOUT);
      const answer = await pool.request({ method: 'GET', path: '/health/ready', signal }).catch(() => null);
      await answer?.body.dump();
      return answer?.statusCode === 200;
    },
    close: () => pool.close(),
  };
}
