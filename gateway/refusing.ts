import { GraphQLError } from 'graphql';
import { Hubfout } from '../schema/domain/hubfout';
import { CASUS_ID } from './context/openContext';
import { Planfout } from './federation/checkPlan';
import { Registering } from './registering';
import type { Rooms, Verzoek } from './request';

/** Turns whatever went wrong into the refusal that the caller gets, after it is in the register. */
export async function refuse(rooms: Rooms, verzoek: Verzoek, registering: Registering, fout: unknown): Promise<Error> {
  const refusal = fout instanceof Hubfout || fout instanceof GraphQLError ? fout : undecided(rooms, verzoek, fout);
  if (refusal instanceof Hubfout && refusal.limit !== null) rooms.exceeded(refusal.limit);
  const code = refusal instanceof Hubfout ? refusal.code : codeOf(refusal);
  verzoek.span.failed(code);
  if (code === 'HUB_REGISTER_ONBESCHIKBAAR') return refusal;
  try {
    await registering.refused(code, triedCasus(verzoek));
    return refusal;
  } catch (unregistered) {
    return unregistered instanceof Error ? unregistered : refusal;
  }
}

/** As the caller gets it. */
function codeOf({ extensions: { code } }: GraphQLError): string {
  return typeof code === 'string' ? code : 'BAD_USER_INPUT';
}

function triedCasus({ kop: { casus } }: Verzoek): string | null {
  return casus !== undefined && CASUS_ID.test(casus) ? casus : null;
}

/** Any fault in deciding, planning or writing denies the whole request. What it was stays in the log, by name only. */
function undecided(rooms: Rooms, { span }: Verzoek, fout: unknown): Hubfout {
  rooms.fault('request undecided', [nameOf(fout)], span.traceId);
  return new Hubfout('HUB_ONBESLIST', 'Over deze vraag kon nu niet worden beslist; er is niets verstrekt.');
}

/** A message may repeat a datum, so only a plan fault, which names coordinates, is told with its message. */
function nameOf(fout: unknown): string {
  if (fout instanceof Planfout) return fout.message;
  if (!(fout instanceof Error)) return 'unknown';
  return `${fout.name} ${/\n\s+(at [^\n]+)/.exec(fout.stack ?? '')?.[1] ?? ''}`.trim();
}

/**
 * A request that could not even be read as a question: who sent it is known, so it is written down.
 *
 * @param code that the caller gets.
 */
export async function refuseUnread(
  rooms: Pick<Rooms, 'register' | 'regels'>,
  verzoek: Verzoek,
  code: string,
): Promise<void> {
  verzoek.span.failed(code);
  await new Registering(rooms.register, verzoek, rooms.regels()).refused(code, triedCasus(verzoek));
}

/** An answer that was written down, and did not arrive. */
export async function undelivered(rooms: Rooms, verzoek: Verzoek): Promise<void> {
  await new Registering(rooms.register, verzoek, rooms.regels()).lost();
}
