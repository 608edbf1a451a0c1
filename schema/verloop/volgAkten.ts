import type { Zetel } from '../domain/casusfeiten';
import type { Akte } from './akte';
import type { Beginstand, Zetelduur } from './beginstand';
import type { Casusstand } from './casusstand';
import { type Stapgrond, zetStap } from './zetStap';

/** Where a casus stands after some of its akten, as everybody can work it out who has them. */
export interface Gevolgd extends Beginstand {
  /** Digest of the last akte, or `BEGIN`. */
  readonly vorige: string;
}

/** The seats that hold on a day. */
export function tafelOp(zetels: readonly Zetelduur[], dag: string): Zetel[] {
  return zetels
    .filter(({ van, tot }) => van <= dag && (tot === null || dag < tot))
    .map(({ partner, medewerker, rol }) => ({ partner, medewerker, rol }));
}

/**
 * Where the casus stands after one akte more, or null when it can't follow. Who was designated on that day nobody can tell
 * from akten, so of that it believes them: the municipality has looked. A day goes by once: who left could otherwise sign for
 * one on which he still sat there.
 */
export function volgAkte(was: Gevolgd, akte: Akte, digest: string, wgsOf: Stapgrond['wgsOf']): Gevolgd | null {
  if (akte.casus !== was.casus || akte.nr !== was.nr + 1 || akte.vorige !== was.vorige) return null;
  const { dag, partner, medewerker } = akte;
  if (dag < was.dag) return null;
  const stand: Casusstand = { ...was, tafel: tafelOp(was.zetels, dag) };
  const next = zetStap(stand, { partner, medewerker }, akte, { wgsOf, isAangewezen: () => true });
  if (typeof next === 'string') return null;
  const { fase, kader, status, bevestigdDoor, tafel } = next;
  const zetels = zetelsNa(was.zetels, stand.tafel, tafel, dag);
  return { ...was, fase, kader, status, bevestigdDoor, zetels, nr: akte.nr, vorige: digest, dag };
}

/** A seat that was left holds no longer from that day on, nor a later one of the same person; one that is taken holds from it. */
function zetelsNa(
  zetels: readonly Zetelduur[],
  was: readonly Zetel[],
  wordt: readonly Zetel[],
  dag: string,
): Zetelduur[] {
  const left = was.filter((zetel) => !wordt.includes(zetel));
  const taken = wordt.filter((zetel) => !was.includes(zetel));
  const kept = zetels.map((zetel) => {
    const gone = left.find((one) => one.partner === zetel.partner && one.medewerker === zetel.medewerker);
    if (gone === undefined || (zetel.tot !== null && zetel.tot <= dag)) return zetel;
    if (zetel.van > dag) return { ...zetel, tot: zetel.van };
    return zetel.rol === gone.rol ? { ...zetel, tot: dag } : zetel;
  });
  return [...kept, ...taken.map((zetel) => ({ ...zetel, van: dag, tot: null }))];
}
