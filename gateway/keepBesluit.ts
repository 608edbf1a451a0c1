import { GraphQLError } from 'graphql';
import { Hubfout } from '../schema/domain/hubfout';
import type { Registerregel } from '../schema/domain/registerregel';
import { type GetekendBesluit, digestOfBesluit } from '../schema/verloop/besluit';
import { type Getekende, type Stapsleutels, isSigned } from '../schema/verloop/handtekening';
import type { Registering } from './registering';

interface Besluitgrond {
  readonly stap: NonNullable<Registerregel['verloop']>['stap'];
  readonly typ: Getekende;
  readonly nr: number;
  /** Of a casus that is none of the request's. */
  readonly casus?: string;
  /** Those of the partner whose besluit it is; null: it has none, and so decides nothing. */
  readonly sleutels: Stapsleutels | null;
  /** On which article it rests. */
  readonly artikel: string;
  readonly registering: Pick<Registering, 'inVerloop'>;
  /** Gives it to who keeps it, and returns the signature under which he does. Throws where he does not. */
  readonly hand: () => Promise<string>;
}

export interface Besluitbewijs {
  readonly nr: number;
  /** Digest of what was signed. */
  readonly digest: string;
  readonly bewijs: string;
  readonly tijdstip: string;
}

/** A besluit that a partner signed goes to who keeps it: written down before it can have been kept, and after. */
export async function keepBesluit(
  { tekst, handtekening }: GetekendBesluit,
  { stap, typ, nr, casus, sleutels, artikel, registering, hand }: Besluitgrond,
): Promise<Besluitbewijs> {
  const signs = async (one: string): Promise<boolean> => sleutels !== null && isSigned(tekst, one, sleutels, typ);
  if (!(await signs(handtekening)))
    throw refusedBesluit('de handtekening is niet die van uw ketenpartner onder precies dit besluit', artikel);
  const digest = digestOfBesluit(tekst);
  const regel = { stap, nr, akte: digest, handtekening };
  // Before it can have been done: its answer may get lost.
  await registering.inVerloop('VOORNEMEN', regel, casus);
  const kept = await hand();
  if (kept !== handtekening && !(await signs(kept))) throw new Error('a besluit is kept that nobody signed');
  const { id, tijdstip } = await registering.inVerloop('STAP', { ...regel, handtekening: kept }, casus);
  return { nr, digest, bewijs: id, tijdstip };
}

export function refusedBesluit(waarom: string, artikel: string, wat = 'Dit besluit'): Hubfout {
  return new Hubfout('HUB_STAP_GEWEIGERD', `${wat} kan niet: ${waarom} (${artikel}).`);
}

export function overtaken(waarover: string): Hubfout {
  return new Hubfout('HUB_CONFLICT', `Over ${waarover} is al een later besluit. Vraag het op en maak dit opnieuw.`);
}

export function unusable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
