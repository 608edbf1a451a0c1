import type { Casusfeiten, Weging } from './weeg';
import type { Categorietekst, Regelboek } from './regelboek';

/** Who asked, as far as a designation goes. */
interface Aangewezene {
  readonly boek: Regelboek;
  readonly aangewezen: boolean;
  readonly partner: string | null;
  readonly rol: string | null;
  /** null: outside any casus. */
  readonly casus: {
    readonly feiten: Pick<Casusfeiten, 'status' | 'fase' | 'bevestigd'>;
    readonly partijen: readonly string[];
    readonly getekend: readonly string[];
  } | null;
}

/** BGS 1.18: they look into the rules and into decisions. */
const KIJKERS = ['PRIVACY_OFFICER', 'AUDITOR'];

/** Who looks into the register for what: outside any casus, of the partner of the house only, or at the table of a casus. */
const KIJKRECHTEN: readonly (readonly [
  categorie: string,
  rollen: readonly string[],
  waar: 'BUITEN' | 'HUIS' | 'TAFEL',
])[] = [
  ['hub.dossier', ['PRIVACY_OFFICER'], 'BUITEN'],
  ['hub.aanwijzing', ['PRIVACY_OFFICER'], 'BUITEN'],
  ['hub.aanmelding', ['MELDER'], 'BUITEN'],
  ['hub.inzageverzoek', ['PRIVACY_OFFICER'], 'HUIS'],
  ['hub.datalek', ['PRIVACY_OFFICER'], 'BUITEN'],
  ['hub.partnerverkeer', ['PRIVACY_OFFICER'], 'BUITEN'],
  ['hub.ontvangers', ['PRIVACY_OFFICER'], 'BUITEN'],
  ['hub.verslag', ['PROCESREGISSEUR', 'CASUSREGISSEUR'], 'TAFEL'],
];

const ROL: Weging = { reden: 'ROL_NIET_GEDEKT' };
const MAG: Weging = { reden: null, vrijVan: [] };

/** What rests on a designation and on no convenant; undefined: it rests on a convenant. */
export function weegAanwijzing({ naam, betreft }: Categorietekst, wie: Aangewezene): Weging | undefined {
  if (!['ZELF', 'REGELS', 'REGISTER', 'VERLOOP'].includes(betreft)) return undefined;
  if (!wie.aangewezen) return ROL;
  if (betreft === 'ZELF') return MAG;
  if (betreft === 'REGELS') return wie.rol !== null && KIJKERS.includes(wie.rol) ? MAG : ROL;
  if (betreft === 'VERLOOP') {
    if (wie.rol === null || KIJKERS.includes(wie.rol) || wie.casus === null) return ROL;
    return weegAanTafel(wie.casus, wie.partner ?? '', true);
  }
  const [, rollen = [], waar] = KIJKRECHTEN.find(([one]) => one === naam) ?? [];
  if (wie.rol === null || !rollen.includes(wie.rol)) return ROL;
  if ((waar === 'TAFEL') !== (wie.casus !== null)) return ROL;
  if (wie.casus !== null) return weegAanTafel(wie.casus, wie.partner ?? '', false);
  const huis = wie.boek.partners.find(({ subgraaf }) => subgraaf === 'municipality')?.id;
  return waar === 'HUIS' && (huis === undefined || wie.partner !== huis) ? { reden: 'PARTNER_NIET_GEDEKT' } : MAG;
}

/** WGS 2.31, 2.25: for who takes part and signed, of a running casus; what was shared in it only of a confirmed one. */
function weegAanTafel(
  { feiten, partijen, getekend }: NonNullable<Aangewezene['casus']>,
  partner: string,
  verloop: boolean,
): Weging {
  if (feiten.status !== 'LOPEND') return { reden: 'CASUS_AFGESCHERMD' };
  if (!verloop && feiten.fase === 'AFSLUITING') return { reden: 'CASUS_AFGESCHERMD' };
  if (!partijen.includes(partner)) return { reden: 'GEEN_PARTIJ' };
  if (!getekend.includes(partner)) return { reden: 'NIET_ONDERTEKEND' };
  return verloop || feiten.bevestigd ? MAG : { reden: 'CASUS_NIET_BEVESTIGD' };
}
