import type { Rol } from '../../../schema/domain/rol';
import type { Zetelplan } from './casusplan';
import type { Draft } from './draft';
import { addMedewerker, seat, type Kort } from './staff';

/** How many casussen one group of medewerkers carries: nobody sits at thousands of tables. */
export const CASUSSEN_PER_GROEP = 25;

/** Numbers of these medewerkers start here, clear of those of the demo. */
const VANAF = { partner: 10_000, PROCESREGISSEUR: 20_000, INFORMATIEMAKELAAR: 30_000 } as const;

export type Seating = (kort: Kort, rol: Rol, casusNr: number) => Zetelplan;

/** Seats people beyond the demo, taking them on the first time they are needed. */
export function createSeating(draft: Draft): Seating {
  const taken = new Set<string>();
  return (kort, rol, casusNr) => {
    const groep = Math.floor(casusNr / CASUSSEN_PER_GROEP);
    const keten = rol === 'PROCESREGISSEUR' || rol === 'INFORMATIEMAKELAAR';
    const nr = VANAF[keten ? rol : 'partner'] + groep;
    const key = `${kort}-${nr}`;
    if (!taken.has(key)) {
      taken.add(key);
      addMedewerker(draft, kort, nr, keten ? [rol] : ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR']);
    }
    return seat(kort, nr, rol);
  };
}
