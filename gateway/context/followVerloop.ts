import { LRUCache } from 'lru-cache';
import type { Casusfeiten } from '../../schema/domain/casusfeiten';
import { beginVan, casusVan, readAanmelding } from '../../schema/verloop/aanmelding';
import { BEGIN, digestOf, textOf } from '../../schema/verloop/akte';
import { akteSchema } from '../../schema/verloop/akteSchema';
import { type Beginstand, digestOfBegin, ondertekenaars, textOfBegin } from '../../schema/verloop/beginstand';
import { beginstandSchema } from '../../schema/verloop/beginstandSchema';
import type { Verloop } from '../../schema/verloop/casusstand';
import { type Stapsleutels, isSigned } from '../../schema/verloop/handtekening';
import { type Gevolgd, tafelOp, volgAkte } from '../../schema/verloop/volgAkten';
import type { Verloopdeel } from '../../schema/verloop/verloopdeel';
import { type Stapgrond, isBevestigd } from '../../schema/verloop/zetStap';
import { dagenNu, ongetekend, parsed } from './ondertekend';

/** What was signed after this nr, some at a time; null: the beginstand. */
type Ask = (vanaf: number | null) => Promise<Verloopdeel>;

/** Holds what the municipality tells of a casus against what its partners signed. */
export interface Follower {
  /** Whether anything is remembered of this casus since this hub started. */
  knows(casus: string): boolean;
  /**
   * Looks up what was taken of it before this hub started.
   *
   * @throws Hubfout HUB_REGISTER_ONBESCHIKBAAR
   */
  recall(casus: string): Promise<void>;
  /** How many stappen of a casus are known to have been taken: it can't have been fewer from now on. */
  height(casus: string): number;
  /**
   * @param height what it was before these facts were asked for.
   * @param ask for what was signed after the nr that is named.
   * @throws Hubfout HUB_CASUSFEITEN_ONGETEKEND when the facts are not what was signed, and whatever `ask` throws.
   */
  check(feiten: Casusfeiten, verloop: Verloop, height: number, ask: Ask): Promise<void>;
  /** The municipality said that it took this one. */
  taken(casus: string, nr: number, digest: string): void;
}

interface Grond {
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
  readonly wgsOf: Stapgrond['wgsOf'];
  /** The stap of a casus that was written down last, or null; also by another hub, or by this one in an earlier life. */
  readonly lastStap: (casus: string) => Promise<Hoogste | null>;
  /** Told of each time that the municipality tells what nobody signed. */
  readonly fault: (what: string) => void;
}

/** The furthest stap that is known, with the digest of its akte; null: whichever stands there. */
export interface Hoogste {
  readonly nr: number;
  readonly vorige: string | null;
}

/** Where a chain of akten has come to, and where it began: at which nr, and the digest of that beginstand. */
interface Keten extends Gevolgd {
  readonly begonnen: number;
  readonly begin: string;
}

export function createFollower({ sleutelsVan, wgsOf, lastStap, fault }: Grond): Follower {
  /** Of a casus under a beginstand, the furthest that was worked out. */
  const standen = new LRUCache<string, Keten>({ max: 10_000 });
  const hoogste = new LRUCache<string, Hoogste>({ max: 100_000 });

  const signs = async (
    partner: string,
    tekst: string,
    handtekening: string | undefined,
    typ: 'akte+jws' | 'beginstand+jws' | 'aanmelding+jws',
  ) => {
    const sleutels = sleutelsVan(partner);
    return sleutels !== null && handtekening !== undefined && isSigned(tekst, handtekening, sleutels, typ);
  };

  const first = async (casus: string, ask: Ask): Promise<Keten | null> => {
    const { begin } = await ask(null);
    if (begin === null) return null;
    const { tekst, handtekeningen } = begin;
    const by = (partner: string) => (Object.hasOwn(handtekeningen, partner) ? handtekeningen[partner] : undefined);
    const stand = await beginOf(tekst, by);
    if (stand?.casus !== casus) return null;
    return { ...stand, vorige: BEGIN, begonnen: stand.nr, begin: digestOfBegin(tekst) };
  };

  /** How it stood when it came here, or as who brought it in signed it; null: nobody signed that. */
  const beginOf = async (tekst: string, by: (partner: string) => string | undefined): Promise<Beginstand | null> => {
    const aanmelding = readAanmelding(tekst);
    if (aanmelding !== null) {
      const { partner } = aanmelding;
      return (await signs(partner, tekst, by(partner), 'aanmelding+jws'))
        ? beginVan(aanmelding, casusVan(tekst), wgsOf)
        : null;
    }
    const read = beginstandSchema.safeParse(parsed(tekst));
    if (!read.success || textOfBegin(read.data) !== tekst) return null;
    for (const partner of ondertekenaars(read.data)) {
      if (!(await signs(partner, tekst, by(partner), 'beginstand+jws'))) return null;
    }
    return read.data;
  };

  const next = async (was: Keten, { tekst, handtekening }: Verloopdeel['akten'][number]): Promise<Keten | null> => {
    const read = akteSchema.safeParse(parsed(tekst));
    if (!read.success || textOf(read.data) !== tekst) return null;
    if (!(await signs(read.data.partner, tekst, handtekening, 'akte+jws'))) return null;
    // Nor for a day on which somebody will sit there.
    if (read.data.dag > dagenNu()[1]) return null;
    const stand = volgAkte(was, read.data, digestOf(read.data), wgsOf);
    return stand === null ? null : { ...stand, begonnen: was.begonnen, begin: was.begin };
  };

  /** Another akte under a nr than the one that is known to stand there: one of the two was never taken. */
  const forks = ({ casus, nr, vorige, begonnen }: Keten): boolean => {
    const known = hoogste.get(casus);
    return nr > begonnen && known?.nr === nr && known.vorige !== null && known.vorige !== vorige;
  };

  /** On from a stand that is known, or from the begin, until this nr: null when what was signed does not lead there. */
  const walk = async (from: Keten | null, casus: string, nr: number, ask: Ask) => {
    let stand = from ?? (await first(casus, ask));
    while (stand !== null && stand.nr < nr) {
      const { akten } = await ask(stand.nr);
      if (akten.length === 0) return null;
      for (const akte of akten) {
        if (stand === null || stand.nr >= nr) break;
        stand = await next(stand, akte);
        if (stand !== null && forks(stand)) stand = null;
      }
    }
    return stand;
  };

  const standAt = async (casus: string, { nr, vorige, begin: from }: Verloop, ask: Ask) => {
    if (from === null) return null;
    const key = `${casus} ${from}`;
    const kept = standen.get(key);
    if (kept?.nr === nr && kept.vorige === vorige) return kept;
    const stand = await walk(kept !== undefined && kept.nr < nr ? kept : null, casus, nr, ask);
    if (stand?.nr !== nr || stand.vorige !== vorige || stand.begin !== from) return null;
    if (nr > (standen.get(key)?.nr ?? -1)) standen.set(key, stand);
    if (nr >= (hoogste.get(casus)?.nr ?? 0)) hoogste.set(casus, { nr, vorige });
    return stand;
  };

  return {
    knows: (casus) => hoogste.has(casus),
    recall: async (casus) => {
      const last = (await lastStap(casus)) ?? { nr: 0, vorige: null };
      const known = hoogste.get(casus);
      if (known === undefined || last.nr > known.nr) hoogste.set(casus, last);
    },
    height: (casus) => hoogste.get(casus)?.nr ?? 0,
    check: async (feiten, verloop, height, ask) => {
      const stand = verloop.nr < height ? null : await standAt(feiten.casus, verloop, ask);
      if (stand !== null && !forks(stand) && isTold(feiten, verloop, stand, wgsOf)) return;
      fault('the municipality tells of a casus what its partners did not sign');
      throw ongetekend();
    },
    taken: (casus, nr, vorige) => {
      if (nr > (hoogste.get(casus)?.nr ?? 0)) hoogste.set(casus, { nr, vorige });
    },
  };
}

/** Whether these are the facts of that stand. Fewer seats may be told: who is no longer designated has none. */
function isTold(feiten: Casusfeiten, verloop: Verloop, stand: Gevolgd, wgsOf: Stapgrond['wgsOf']): boolean {
  const { doel, gemeente, convenant, regie, fase, kader, status, bevestigdDoor } = stand;
  const said = {
    ...{ doel, gemeente, convenant, regie, fase, kader, status },
    bevestigd: isBevestigd(stand, { wgsOf }),
  };
  const same = Object.entries(said).every(([naam, waarde]) => feiten[naam as keyof typeof said] === waarde);
  const seats = dagenNu().flatMap((dag) => tafelOp(stand.zetels, dag));
  const seated = feiten.tafel.every((zetel) =>
    seats.some(
      ({ partner, medewerker, rol }) =>
        partner === zetel.partner && medewerker === zetel.medewerker && rol === zetel.rol,
    ),
  );
  return same && seated && JSON.stringify(verloop.bevestigdDoor) === JSON.stringify(bevestigdDoor);
}
