import type { Casusstand } from '../../../schema/verloop/casusstand';
import type { Stap } from '../../../schema/verloop/stap';

/** Who is who, for a naive reader of the law. */
export interface Wereld {
  /** PUBLIEK or PRIVAAT; not there: takes no part. */
  readonly wgs: Readonly<Record<string, string>>;
  /** `partner medewerker rol` of each designation. */
  readonly aangewezen: readonly string[];
}

const ORDE = [
  'AANMELDING',
  'DOELTOETS',
  'VERZAMELEN',
  'DEELNEMERSBEPALING',
  'CASUSOVERLEG',
  'UITVOERING',
  'AFSLUITING',
];
/** From, to, who may, and whether only a public partner. */
const WEGEN = [
  'AANMELDING DOELTOETS PROCESREGISSEUR publiek',
  'VERZAMELEN DEELNEMERSBEPALING PROCESREGISSEUR',
  'DEELNEMERSBEPALING CASUSOVERLEG PROCESREGISSEUR publiek',
  'CASUSOVERLEG UITVOERING PROCESREGISSEUR,CASUSREGISSEUR',
  'UITVOERING CASUSOVERLEG PROCESREGISSEUR,CASUSREGISSEUR',
  'CASUSOVERLEG AFSLUITING PROCESREGISSEUR',
  'UITVOERING AFSLUITING PROCESREGISSEUR',
].map((weg) => weg.split(' '));

/**
 * Whether a stap may be taken, and what the casus is after it; null: it may not. Written from schema/verloop/README.md and
 * the act, and sharing nothing with the machine that it judges.
 */
export function naiveStap(was: Casusstand, wie: string, stap: Stap, { wgs, aangewezen }: Wereld): Casusstand | null {
  const stand = structuredClone(was) as { -readonly [Key in keyof Casusstand]: Casusstand[Key] };
  const mine = was.tafel.find(({ partner, medewerker }) => `${partner} ${medewerker}` === wie);
  if (mine === undefined) return null;
  const designated = (partner: string, medewerker: string, rol: string): boolean =>
    aangewezen.includes(`${partner} ${medewerker} ${rol}`);
  if (!designated(mine.partner, mine.medewerker, mine.rol) || ['PRIVACY_OFFICER', 'AUDITOR'].includes(mine.rol))
    return null;
  if (was.status !== 'LOPEND') return null;
  const chair = mine.rol === 'PROCESREGISSEUR';
  const fase = ORDE.indexOf(was.fase);
  const publiek = wgs[mine.partner] === 'PUBLIEK';
  const confirmers = [...new Set(was.bevestigdDoor)].filter((one) => wgs[one] === 'PUBLIEK');

  if (stap.stap === 'BEVESTIGEN') {
    if (!publiek || fase > 2 || was.bevestigdDoor.includes(mine.partner)) return null;
    stand.bevestigdDoor = [...was.bevestigdDoor, mine.partner];
    return stand;
  }
  if (stap.stap === 'DOELTOETSEN') {
    if (!chair || !publiek || fase !== 1) return null;
    if (!stap.positief) return { ...stand, status: 'AFGEWEZEN' };
    return confirmers.length < 2 || stap.criteria.length === 0 ? null : { ...stand, fase: 'VERZAMELEN' };
  }
  if (stap.stap === 'NAAR_FASE') {
    const weg = WEGEN.find(([van, naar]) => van === was.fase && naar === stap.fase);
    if (weg?.[2]?.split(',').includes(mine.rol) !== true) return null;
    if (weg[3] === 'publiek' && !publiek) return null;
    return fase > 0 && confirmers.length < 2 ? null : { ...stand, fase: stap.fase };
  }
  if (stap.stap === 'WIJZIG_KADER') {
    return chair && publiek && fase >= 2 && fase <= 5 && was.kader !== stap.kader
      ? { ...stand, kader: stap.kader }
      : null;
  }
  if (stap.stap === 'AFSCHERMEN') return chair && fase === 6 ? { ...stand, status: 'AFGESCHERMD' } : null;

  const { zetelPartner: partner, zetelMedewerker: medewerker } = stap;
  if (stap.stap === 'PLAATS_GEVEN') {
    const allowed = fase < 2 ? ['PUBLIEK'] : ['PUBLIEK', 'PRIVAAT', 'BUITEN'];
    const fits = allowed.includes(wgs[partner] ?? '') && !['PRIVACY_OFFICER', 'AUDITOR', 'MELDER'].includes(stap.rol);
    if (!chair || !publiek || fase === 6 || !fits || was.tafel.some((one) => one.medewerker === medewerker))
      return null;
    if (!designated(partner, medewerker, stap.rol)) return null;
    return { ...stand, tafel: [...was.tafel, { partner, medewerker, rol: stap.rol }] };
  }
  const at = was.tafel.findIndex((one) => one.partner === partner && one.medewerker === medewerker);
  const seat = was.tafel[at];
  if (seat === undefined || (!(chair && publiek) && mine.partner !== partner)) return null;
  const others = was.tafel.filter((_one, index) => index !== at);
  if (stap.stap === 'VERLATEN') {
    const chairs = others.filter(
      (one) => one.rol === 'PROCESREGISSEUR' && designated(one.partner, one.medewerker, one.rol),
    ).length;
    return seat.rol === 'PROCESREGISSEUR' && chairs === 0 ? null : { ...stand, tafel: others };
  }
  if (was.tafel.some((one) => one.medewerker === stap.door) || !designated(partner, stap.door, seat.rol)) return null;
  return { ...stand, tafel: was.tafel.map((one, index) => (index === at ? { ...seat, medewerker: stap.door } : one)) };
}
