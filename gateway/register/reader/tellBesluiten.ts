import { GraphQLError } from 'graphql';
import { type Besluitgrond, groundsOf, isAnswered } from './besluitgrond';
import { drawSample } from './drawSample';
import type { Entry } from './entry';
import { findPeriod, isWithin } from './findPeriod';
import type { RegisterReader } from './openReader';

/** What a page holds, and what a sample can hold at most. */
const PAGE = 50;
const MOST_DRAWN = 200;
/** Entries that one question looks at: past it a page ends early, and a sample stays smaller. */
const MOST_LOOKED_AT = 5_000;

interface Vraag {
  readonly van?: string | null;
  readonly tot?: string | null;
  readonly na?: number | null;
  readonly steekproef?: number | null;
}

/** With seats as objects: the graph has no pairs. */
interface Besluit extends Omit<Besluitgrond, 'feiten'> {
  readonly feiten:
    | (Omit<NonNullable<Besluitgrond['feiten']>, 'tafel'> & {
        readonly tafel: readonly { readonly partner: string; readonly rol: string }[];
      })
    | null;
}

interface Bladzijde {
  readonly regels: readonly Besluit[];
  /** To go on after; null: nothing follows. */
  readonly volgende: number | null;
}

/**
 * The grounds of decisions that the register keeps: a page, or a sample of a period.
 *
 * @throws GraphQLError BAD_USER_INPUT for what can't be asked.
 */
export async function tellBesluiten(reader: RegisterReader, vraag: Vraag): Promise<Bladzijde> {
  const { van = null, tot = null, na = null, steekproef = null } = vraag;
  if (na !== null && (na < 0 || steekproef !== null)) throw unaskable('"na" is het nummer van een regel; een steekproef heeft er geen'); // oxfmt-ignore
  if (steekproef !== null && (steekproef < 1 || steekproef > MOST_DRAWN)) throw unaskable(`een steekproef is van 1 tot ${String(MOST_DRAWN)} regels`); // oxfmt-ignore
  const stretch = await findPeriod(reader, { van, tot });
  const wanted = (entry: Entry): boolean => isAnswered(entry) && isWithin({ van, tot }, entry);
  if (steekproef !== null) {
    const drawn = await drawSample(reader, stretch, steekproef, wanted, MOST_LOOKED_AT);
    return { regels: drawn.map(toBesluit), volgende: null };
  }
  return readPage(reader, Math.max(stretch.from, na === null ? 0 : na + 1), stretch.to, wanted);
}

async function readPage(
  reader: RegisterReader,
  from: number,
  to: number,
  wanted: (entry: Entry) => boolean,
): Promise<Bladzijde> {
  const regels: Besluit[] = [];
  let looked = 0;
  for await (const entry of reader.from(from)) {
    if (entry.nr >= to) break;
    looked += 1;
    if (wanted(entry)) regels.push(toBesluit(entry));
    if (regels.length === PAGE || looked === MOST_LOOKED_AT) {
      return { regels, volgende: entry.nr + 1 < to ? entry.nr : null };
    }
  }
  return { regels, volgende: null };
}

function toBesluit(entry: Entry): Besluit {
  const { feiten, ...rest } = groundsOf(entry);
  if (feiten === null) return { ...rest, feiten };
  return { ...rest, feiten: { ...feiten, tafel: feiten.tafel.map(([partner, rol]) => ({ partner, rol })) } };
}

function unaskable(what: string): GraphQLError {
  return new GraphQLError(`Dit valt niet te vragen: ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
