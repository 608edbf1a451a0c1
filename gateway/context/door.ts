import { Pool } from 'undici';
import { DELEGATIE_HEADER, type Delegatie, type Delegatietype } from '../../schema/domain/delegatie';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import type { Verzoeker } from '../../schema/domain/verzoeker';

/** How long a source may take at one of its doors, in ms. */
export const DEURTIJD = 3_000;
/** More than what is told at a door, in bytes. */
export const DEURBYTES = 1024 * 1024;

/** What the hub states with a question at a door. */
type Deurtype = Exclude<Delegatietype, 'delegatie+jwt'>;

/** With which certificates a source is asked (PEM). */
export interface Deurtls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Signs what the hub states with one body. */
export type Teken = (delegatie: Delegatie, body: string, typ: Deurtype) => Promise<string>;

/** The doors of one source beside its /graphql, each for one thing that the hub asks or has changed. */
export interface Door {
  /** Throws whatever is wrong with the answer: that it is late, too long, refused, or no JSON. */
  ask(
    pad: string,
    typ: Deurtype,
    verzoeker: Verzoeker,
    casus: string | null,
    question: object,
    traceparent: string,
  ): Promise<unknown>;
  close(): Promise<void>;
}

/** @param address of the source's /graphql; its doors are beside it. */
export function openDoor(subgraaf: Subgraaf, address: string, tls: Deurtls, teken: Teken): Door {
  const pool = new Pool(new URL(address).origin, { connections: 32, maxResponseSize: DEURBYTES, connect: tls });
  return {
    ask: async (pad, typ, { medewerker, partner }, casus, question, traceparent) => {
      const body = JSON.stringify(question);
      const delegatie: Delegatie = {
        ...{ subgraaf, partner: partner.id, oin: partner.oin, medewerker, werkgebied: partner.werkgebied },
        ...{ rol: null, doel: null, casus, doorgegevenAan: [], verleningen: [] },
      };
      const statement = await teken(delegatie, body, typ);
      const answer = await pool.request({
        method: 'POST',
        path: new URL(pad, address).pathname,
        headers: { 'content-type': 'application/json', traceparent, [DELEGATIE_HEADER]: statement },
        body,
        signal: AbortSignal.timeout(DEURTIJD),
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200) throw new Error(`the door answered ${String(answer.statusCode)}`);
      return JSON.parse(text) as unknown;
    },
    close: () => pool.close(),
  };
}
