import { DOELEN_WGS } from '../../../schema/domain/doel';
import { ESCALATIENIVEAUS } from '../../../schema/domain/escalatieniveau';
import { FASEN, type Fase, VOOR_DE_DOELTOETS } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { THEMAS, type Thema } from '../../../schema/domain/thema';
import type { Casusstatus } from '../../../schema/domain/casusstatus';
import { CASUSSEN_PER_GROEP, type Seating } from './bulkStaff';
import type { Casusplan, Zetelplan } from './casusplan';
import { GEMEENTEN, type Gemeente } from './gemeenten';
import type { Random } from './random';
import { partnerOf, type Kort } from './staff';

/** What a Zorg- en Veiligheidshuis deals with: beyond the demo all casussen are its own. */
type Huisthema = Exclude<Thema, 'FRAUDE'>;
const HUISTHEMAS = THEMAS.filter((thema): thema is Huisthema => thema !== 'FRAUDE');

/** Public partners that a casus of this thema starts with, and others that may join. */
const TAFELS: Readonly<Record<Huisthema, { readonly publiek: readonly Kort[]; readonly overig: readonly Kort[] }>> = {
  HUISELIJK_GEWELD: {
    publiek: ['politie', 'om'],
    overig: ['veiligthuis', 'dimence', 'tactus', 'reclassering', 'rvdk'],
  },
  VEELPLEGER: { publiek: ['politie', 'om', 'dji'], overig: ['reclassering', 'tactus', 'dimence'] },
  ONBEGREPEN_GEDRAG: { publiek: ['politie', 'ggd'], overig: ['dimence', 'tactus', 'om'] },
  JEUGD_EN_VEILIGHEID: { publiek: ['politie', 'rvdk'], overig: ['jeugdbescherming', 'reclassering', 'dimence', 'om'] },
  MENSENHANDEL: { publiek: ['politie', 'om', 'ggd'], overig: ['veiligthuis', 'dimence', 'jeugdbescherming'] },
  NAZORG_DETENTIE: { publiek: ['dji', 'politie'], overig: ['reclassering', 'tactus', 'dimence', 'om'] },
};

const KORT_VAN: Readonly<Record<Gemeente, Kort>> = { Zwolle: 'zwolle', Deventer: 'deventer', Hardenberg: 'hardenberg' };

/** A casus beyond the demo, of so many persons, with the same variety. */
export function createBulkCasusplan(random: Random, seating: Seating, nr: number, persons: number): Casusplan {
  const thema = random.pick(HUISTHEMAS);
  const gemeente = random.pick(GEMEENTEN);
  const fase = random.pick(FASEN);
  const hoofdbetrokkenen = random.int(1, Math.min(3, persons - 2));
  const professionals = random.int(1, Math.max(1, Math.floor((persons - hoofdbetrokkenen) / 4)));
  const publiek = [KORT_VAN[gemeente], ...random.some(TAFELS[thema].publiek, random.int(1, 3))];
  const confirmed = fase === 'AANMELDING' && random.chance(0.6) ? publiek.slice(-1) : publiek;
  return {
    thema,
    doel: random.pick(DOELEN_WGS),
    fase,
    kader: random.pick(KADERS),
    status: statusOf(random, fase),
    escalatieniveau: random.pick(ESCALATIENIVEAUS),
    gemeente,
    bevestigdDoor: confirmed.map(partnerOf),
    zetels: createZetels(random, seating, nr, fase, publiek, random.some(TAFELS[thema].overig, random.int(1, 5))),
    hoofdbetrokkenen,
    kringleden: persons - hoofdbetrokkenen - professionals,
    professionals,
  };
}

function statusOf(random: Random, fase: Fase): Casusstatus {
  if (fase === 'AFSLUITING') return 'AFGESCHERMD';
  return fase === 'DOELTOETS' && random.chance(0.3) ? 'AFGEWEZEN' : 'LOPEND';
}

function createZetels(
  random: Random,
  seating: Seating,
  nr: number,
  fase: Fase,
  [gemeente, ...publiek]: readonly Kort[],
  overig: readonly Kort[],
): Zetelplan[] {
  if (gemeente === undefined) return [];
  const early = VOOR_DE_DOELTOETS.includes(fase);
  const melder = fase === 'DOELTOETS' && nr % 2 === 0 ? gemeente : publiek.at(-1);
  const first = early ? (melder === gemeente ? 'MELDER' : 'DEELNEMER') : 'CASUSREGISSEUR';
  // Private partners are drawn in later (WGS 2.31(3)).
  const others = early ? publiek : [...new Set([...publiek, ...overig])];
  return [
    seating(gemeente, first, nr),
    ...others.map((kort) => seating(kort, early && kort === melder ? 'MELDER' : 'DEELNEMER', nr)),
    seating(gemeente, 'PROCESREGISSEUR', nr),
    ...(random.chance(0.3) ? [seating(gemeente, 'INFORMATIEMAKELAAR', nr)] : []),
    // Someone of the next group sat here before.
    ...(random.chance(0.1) ? [{ ...seating(gemeente, 'DEELNEMER', nr + CASUSSEN_PER_GROEP), tot: '2026-06-01' }] : []),
  ];
}
