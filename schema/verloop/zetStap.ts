import type { Zetel } from '../domain/casusfeiten';
import { FASEN, type Fase, VOOR_DE_DOELTOETS } from '../domain/fase';
import type { Ketenpartners } from '../domain/ketenpartner';
import type { Rol } from '../domain/rol';
import { TAFELROLLEN } from '../domain/tafelrol';
import type { WgsStatus } from '../domain/wgsStatus';
import type { Casusstand } from './casusstand';
import type { Stap, Stapnaam } from './stap';
import type { Stapreden } from './stapreden';

/** Who takes a stap. */
type Zetter = Pick<Zetel, 'partner' | 'medewerker'>;

/** What the machine has to know besides the casus. */
export interface Stapgrond {
  /** null: such a partner has no account here, so it takes no part. */
  wgsOf(partner: string): WgsStatus | null;
  /** Whether the partner has designated this medewerker in this rol today (BGS 1.11). */
  isAangewezen(partner: string, medewerker: string, rol: Rol): boolean;
}

/** A stap that is taken: from what to what, or why not. */
type Uitkomst = Partial<Casusstand> | Stapreden;

interface Regel<Naam extends Stapnaam> {
  readonly fasen: readonly Fase[];
  readonly rollen: readonly Rol[];
  /** Only a partner of WGS 2.27(1). */
  readonly publiek?: true;
  readonly zet: (stand: Casusstand, stap: Extract<Stap, { stap: Naam }>, zetel: Zetel, grond: Stapgrond) => Uitkomst;
}

const REGIE: readonly Rol[] = ['PROCESREGISSEUR', 'CASUSREGISSEUR'];
const LOPENDE_FASEN = FASEN.filter((fase) => fase !== 'AFSLUITING');

/** From which fase to which, and who may: DOELTOETS is left by the doeltoets alone. */
const OVERGANGEN: readonly {
  readonly van: Fase;
  readonly naar: Fase;
  readonly rollen: readonly Rol[];
  readonly publiek?: true;
}[] = [
  // oxfmt-ignore
  { van: 'AANMELDING', naar: 'DOELTOETS', rollen: ['PROCESREGISSEUR'], publiek: true },
  { van: 'VERZAMELEN', naar: 'DEELNEMERSBEPALING', rollen: ['PROCESREGISSEUR'] },
  { van: 'DEELNEMERSBEPALING', naar: 'CASUSOVERLEG', rollen: ['PROCESREGISSEUR'], publiek: true },
  { van: 'CASUSOVERLEG', naar: 'UITVOERING', rollen: REGIE },
  { van: 'UITVOERING', naar: 'CASUSOVERLEG', rollen: REGIE },
  { van: 'CASUSOVERLEG', naar: 'AFSLUITING', rollen: ['PROCESREGISSEUR'] },
  { van: 'UITVOERING', naar: 'AFSLUITING', rollen: ['PROCESREGISSEUR'] },
];

/** The state machine of a casus: what is not in it can't happen. */
const REGELS: { readonly [Naam in Stapnaam]: Regel<Naam> } = {
  BEVESTIGEN: {
    fasen: ['AANMELDING', 'DOELTOETS', 'VERZAMELEN'],
    rollen: TAFELROLLEN,
    publiek: true,
    zet: ({ bevestigdDoor }, _stap, { partner }) =>
      bevestigdDoor.includes(partner) ? 'AL_ZO' : { bevestigdDoor: [...bevestigdDoor, partner] },
  },
  DOELTOETSEN: {
    fasen: ['DOELTOETS'],
    rollen: ['PROCESREGISSEUR'],
    publiek: true,
    zet: (stand, { positief, criteria }, _zetel, grond) => {
      if (!positief) return { status: 'AFGEWEZEN' };
      if (!isBevestigd(stand, grond)) return 'ONBEVESTIGD';
      return criteria.length === 0 ? 'GEEN_CRITERIA' : { fase: 'VERZAMELEN' };
    },
  },
  NAAR_FASE: {
    fasen: LOPENDE_FASEN,
    rollen: REGIE,
    zet: (stand, { fase }, { rol, partner }, grond) => {
      const overgang = OVERGANGEN.find(({ van, naar }) => van === stand.fase && naar === fase);
      if (overgang === undefined) return 'FASE';
      if (!overgang.rollen.includes(rol)) return 'ROL';
      if (overgang.publiek === true && grond.wgsOf(partner) !== 'PUBLIEK') return 'NIET_PUBLIEK';
      return overgang.van === 'AANMELDING' || isBevestigd(stand, grond) ? { fase } : 'ONBEVESTIGD';
    },
  },
  WIJZIG_KADER: {
    fasen: LOPENDE_FASEN.filter((fase) => !VOOR_DE_DOELTOETS.includes(fase)),
    // What a partner may receive hangs on it, so it is not for who leads the plan for one of them.
    rollen: ['PROCESREGISSEUR'],
    publiek: true,
    zet: (stand, { kader }) => (stand.kader === kader ? 'AL_ZO' : { kader }),
  },
  PLAATS_GEVEN: {
    fasen: LOPENDE_FASEN,
    rollen: ['PROCESREGISSEUR'],
    // Who takes part is for the public partners to decide (WGS 2.31(4)).
    publiek: true,
    zet: ({ fase, tafel }, { zetelPartner: partner, zetelMedewerker: medewerker, rol }, _zetel, grond) => {
      const wgs = grond.wgsOf(partner);
      if (wgs === null) return 'GEEN_DEELNEMER';
      if (wgs !== 'PUBLIEK' && VOOR_DE_DOELTOETS.includes(fase)) return 'NOG_ALLEEN_PUBLIEK';
      if (!TAFELROLLEN.includes(rol)) return 'GEEN_TAFELROL';
      // Until the doeltoets it is the melder's data that are shared: who that is nobody else decides.
      if (rol === 'MELDER') return 'MELDER';
      if (tafel.some((one) => one.medewerker === medewerker)) return 'ZIT_AL';
      if (!grond.isAangewezen(partner, medewerker, rol)) return 'NIET_AANGEWEZEN';
      return { tafel: [...tafel, { partner, medewerker, rol }] };
    },
  },
  VERLATEN: {
    fasen: FASEN,
    rollen: TAFELROLLEN,
    zet: ({ tafel }, { zetelPartner, zetelMedewerker }, zetter, grond) => {
      const weg = findZetel(tafel, zetelPartner, zetelMedewerker);
      if (weg === undefined) return 'NIET_AAN_TAFEL';
      if (!beslistOver(zetter, weg, grond)) return 'ANDERE_PARTNER';
      const tafelZonder = tafel.filter((one) => one !== weg);
      const bleef = tafelZonder.some((one) => one.rol === 'PROCESREGISSEUR' && isBezet(one, grond));
      return weg.rol === 'PROCESREGISSEUR' && !bleef ? 'LAATSTE_REGISSEUR' : { tafel: tafelZonder };
    },
  },
  VERVANGEN: {
    fasen: FASEN,
    rollen: TAFELROLLEN,
    zet: ({ tafel }, { zetelPartner, zetelMedewerker, door }, zetter, grond) => {
      const weg = findZetel(tafel, zetelPartner, zetelMedewerker);
      if (weg === undefined) return 'NIET_AAN_TAFEL';
      if (!beslistOver(zetter, weg, grond)) return 'ANDERE_PARTNER';
      if (tafel.some(({ medewerker }) => medewerker === door)) return 'ZIT_AL';
      if (!grond.isAangewezen(weg.partner, door, weg.rol)) return 'NIET_AANGEWEZEN';
      return { tafel: tafel.map((one) => (one === weg ? { ...weg, medewerker: door } : one)) };
    },
  },
  AFSCHERMEN: {
    fasen: ['AFSLUITING'],
    rollen: ['PROCESREGISSEUR'],
    zet: () => ({ status: 'AFGESCHERMD' }),
  },
};

/**
 * Takes a stap: the stand after it, or why it can't be taken. Who takes it has a seat at the table, and is designated in
 * the rol of it; a partner alone can't bring a casus to where it gives him anything of others (WGS 2.31).
 */
export function zetStap(stand: Casusstand, zetter: Zetter, stap: Stap, grond: Stapgrond): Casusstand | Stapreden {
  const zetel = findZetel(stand.tafel, zetter.partner, zetter.medewerker);
  const waarom = whyNotNow(stand, zetel, stap.stap, grond);
  if (waarom !== null || zetel === undefined) return waarom ?? 'GEEN_ZETEL';
  // Each rule takes the stap of its own name; TypeScript can't follow a name that is a variable.
  const uitkomst = (REGELS[stap.stap] as Regel<Stapnaam>).zet(stand, stap, zetel, grond);
  return typeof uitkomst === 'string' ? uitkomst : { ...stand, ...uitkomst };
}

/** Which stappen this seat can take now, as far as that does not hang on what the stap says. */
export function stappenVoor(stand: Casusstand, zetter: Zetter, grond: Stapgrond): readonly Stapnaam[] {
  const zetel = findZetel(stand.tafel, zetter.partner, zetter.medewerker);
  return (Object.keys(REGELS) as Stapnaam[]).filter((naam) => whyNotNow(stand, zetel, naam, grond) === null);
}

/** The standing under the act (WGS 2.27) of who takes part here. */
export function wgsVan(partners: Ketenpartners): Stapgrond['wgsOf'] {
  return (partner) => {
    const found = partners.get(partner);
    return found?.account === true ? found.wgs : null;
  };
}

/** Casus and persons were confirmed by two public partners: nobody reports his neighbour to read his hits. */
export function isBevestigd(
  { bevestigdDoor }: Pick<Casusstand, 'bevestigdDoor'>,
  { wgsOf }: Pick<Stapgrond, 'wgsOf'>,
): boolean {
  // oxfmt-ignore
  return new Set(bevestigdDoor.filter((partner) => wgsOf(partner) === 'PUBLIEK')).size >= 2;
}

function whyNotNow(stand: Casusstand, zetel: Zetel | undefined, naam: Stapnaam, grond: Stapgrond): Stapreden | null {
  const { fasen, rollen, publiek } = REGELS[naam];
  if (zetel === undefined || !isBezet(zetel, grond)) return 'GEEN_ZETEL';
  if (stand.status !== 'LOPEND') return 'AFGESLOTEN';
  if (!fasen.includes(stand.fase)) return 'FASE';
  if (!rollen.includes(zetel.rol)) return 'ROL';
  return publiek === true && grond.wgsOf(zetel.partner) !== 'PUBLIEK' ? 'NIET_PUBLIEK' : null;
}

function findZetel(tafel: readonly Zetel[], partner: string, medewerker: string): Zetel | undefined {
  return tafel.find((one) => one.partner === partner && one.medewerker === medewerker);
}

/** Over a seat decides the partner whose it is, and a public procesregisseur over each. */
function beslistOver(zetter: Zetel, zetel: Zetel, grond: Stapgrond): boolean {
  if (zetter.partner === zetel.partner) return true;
  return zetter.rol === 'PROCESREGISSEUR' && grond.wgsOf(zetter.partner) === 'PUBLIEK';
}

/** A seat counts while its holder is designated for it. */
function isBezet({ partner, medewerker, rol }: Zetel, grond: Stapgrond): boolean {
  return grond.isAangewezen(partner, medewerker, rol);
}
