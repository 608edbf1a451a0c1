import type { Partnersoort } from '../../schema/domain/partnersoort';
import type { Reden } from '../../schema/domain/reden';
import type { Rol } from '../../schema/domain/rol';
import type { CasusRij, World } from '../../subgraphs/kit/synthetic/world';
import { findPartner } from './contract';
import type { Contract, RawConvenant, RawPartner, RawVerstrekking } from './contract';
import { findField, isKey } from './sdl';

/** Who asks, in which casus, for what: all that a decision depends on. */
export interface Situatie {
  readonly contract: Contract;
  readonly convenant: RawConvenant;
  readonly world: World;
  readonly casus: CasusRij;
  readonly partner: RawPartner;
  readonly medewerker: string;
  readonly rol: Rol;
  readonly doel: string;
  readonly today: string;
  /** Ids of the partijen that signed; left out: all. */
  readonly getekend?: readonly string[];
  /** Judged as the host of a source, whose seat was looked at already. */
  readonly host?: boolean;
}

interface Grant {
  readonly bronhouder: string;
  readonly eigen: boolean;
  readonly beperkingen: readonly string[];
  /** May be passed on. */
  readonly door: boolean;
}

export type Uitkomst = { readonly allow: true; readonly grants: readonly Grant[] } | { allow: false; reden: Reden };

const KETENROLLEN = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'];
const PARTNERROLLEN = ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR'];

const deny = (reden: Reden): Uitkomst => ({ allow: false, reden });

export const holdsNow = (row: { van: string; tot: string | null }, today: string): boolean =>
  row.van <= today && (row.tot === null || today < row.tot);

/** A seat gets what its chain rol is given by name, or what its partner is given; rights and audit rollen get nothing. */
export function reaches(v: RawVerstrekking, partner: RawPartner, rol: Rol): boolean {
  if (KETENROLLEN.includes(rol)) return v.aan.includes(rol);
  return PARTNERROLLEN.includes(rol) && (v.aan.includes(partner.soort) || v.aan.includes(partner.id));
}

export const coversRol = (v: RawVerstrekking, rol: Rol): boolean =>
  KETENROLLEN.includes(rol) || v.rollen === undefined || v.rollen.includes(rol);

export const coversDoel = (v: RawVerstrekking, convenant: RawConvenant, doel: string): boolean =>
  v.doelen === 'alle' ? convenant.doelen.includes(doel) : v.doelen.includes(doel);

const coversFase = (v: RawVerstrekking, fase: string): boolean =>
  v.fasen === 'alle' ? fase !== 'AFSLUITING' : v.fasen.includes(fase);

const coversKader = (v: RawVerstrekking, kader: string): boolean => v.kaders === 'alle' || v.kaders.includes(kader);

/** WGS 2.31: a second public partner confirmed casus and persons. */
function isBevestigd(s: Situatie): boolean {
  const publiek = s.casus.bevestigdDoor.filter((id) => findPartner(s.contract, id).wgs === 'PUBLIEK');
  return new Set(publiek).size >= 2;
}

/** WGS 2.31: before the doeltoets the act allows no more than what the melder himself has. */
const isVroeg = (s: Situatie): boolean =>
  s.convenant.regime === 'WGS' && (s.casus.fase === 'AANMELDING' || s.casus.fase === 'DOELTOETS');

const isMelder = (s: Situatie, id: string): boolean =>
  s.world.municipality.zetels.some(
    (zetel) =>
      zetel.casus === s.casus.id && zetel.partner === id && zetel.rol === 'MELDER' && isHeld(s.world, zetel, s.today),
  );

const hasSigned = (s: Situatie, partner: string): boolean => s.getekend === undefined || s.getekend.includes(partner);

type Zetel = World['municipality']['zetels'][number];

/** A seat is held only while its holder's own partner has him designated for it. */
export const isHeld = ({ municipality }: World, zetel: Zetel, today: string): boolean =>
  holdsNow(zetel, today) &&
  municipality.aanwijzingen.some(
    (one) =>
      one.medewerker === zetel.medewerker &&
      one.partner === zetel.partner &&
      one.rol === zetel.rol &&
      holdsNow(one, today),
  );

/** Only while seated in that rol. */
function isSeated(s: Situatie): boolean {
  if (s.host === true) return true;
  return s.world.municipality.zetels.some(
    (one) =>
      one.casus === s.casus.id && one.partner === s.partner.id && one.rol === s.rol && isHeld(s.world, one, s.today),
  );
}

/** What was judged of a situation, which never changes: the same question is asked for each value of an answer. */
function once<Judged>(judge: (s: Situatie, ...about: string[]) => Judged): typeof judge {
  const known = new WeakMap<Situatie, Map<string, Judged>>();
  return (s, ...about) => {
    let ofSituatie = known.get(s);
    if (ofSituatie === undefined) known.set(s, (ofSituatie = new Map<string, Judged>()));
    const key = about.join(' ');
    const judged = ofSituatie.get(key) ?? judge(s, ...about);
    ofSituatie.set(key, judged);
    return judged;
  };
}

/** May this seat have this category, and from whom under which beperkingen? */
export const decideCategorie = once((s, naam: string): Uitkomst => {
  const categorie = s.contract.categorieen.find((one) => one.naam === naam);
  if (categorie === undefined) return deny('NIET_GECLASSIFICEERD');
  if (categorie.betreft === 'ZELF') {
    const designated = s.world.municipality.aanwijzingen.some(
      (one) => one.medewerker === s.medewerker && one.partner === s.partner.id && holdsNow(one, s.today),
    );
    return designated ? { allow: true, grants: [] } : deny('ROL_NIET_GEDEKT');
  }
  if (!isSeated(s)) return deny('NIET_AAN_TAFEL');
  if (s.casus.status !== 'LOPEND' || s.casus.fase === 'AFSLUITING') return deny('CASUS_AFGESCHERMD');
  if (!s.convenant.partijen.includes(s.partner.id)) return deny('GEEN_PARTIJ');
  if (!hasSigned(s, s.partner.id)) return deny('NIET_ONDERTEKEND');

  let left = s.convenant.verstrekkingen.filter((v) => v.gegevens.includes(naam));
  const steps: [Reden, (v: RawVerstrekking) => boolean][] = [
    ['GEEN_VERSTREKKING', () => true],
    ['PARTNER_NIET_GEDEKT', (v) => reaches(v, s.partner, s.rol)],
    ['ROL_NIET_GEDEKT', (v) => coversRol(v, s.rol)],
    ['DOEL_NIET_GEDEKT', (v) => coversDoel(v, s.convenant, s.doel)],
    ['FASE_NIET_GEDEKT', (v) => coversFase(v, s.casus.fase)],
    ['KADER_NIET_GEDEKT', (v) => coversKader(v, s.casus.kader)],
  ];
  let reden: Reden = 'BRON_GEEN_PARTIJ';
  for (const [waarom, test] of steps) {
    left = left.filter(test);
    if (left.length === 0 && reden === 'BRON_GEEN_PARTIJ') reden = waarom;
  }

  const grants: Grant[] = [];
  let unsigned = false;
  let unconfirmed = false;
  let unreported = false;
  for (const id of s.convenant.partijen) {
    const bron = findPartner(s.contract, id);
    if (!categorie.bronnen.includes(bron.soort)) continue;
    const dossier = categorie.dossier ?? false;
    if (bron.id === s.partner.id && !dossier && PARTNERROLLEN.includes(s.rol)) {
      grants.push({ bronhouder: bron.oin, eigen: true, beperkingen: [], door: true });
      continue;
    }
    for (const v of left) {
      if (!v.van.includes(bron.soort) && !v.van.includes(bron.id)) continue;
      if (!hasSigned(s, bron.id)) {
        unsigned = true;
        continue;
      }
      if (!dossier && !isBevestigd(s)) {
        unconfirmed = true;
        continue;
      }
      if (!dossier && isVroeg(s) && !isMelder(s, bron.id)) {
        unreported = true;
        continue;
      }
      const beperkingen = [...(v.beperkingen ?? [])];
      if (categorie.vrijgave ?? false) beperkingen.push('VRIJGEGEVEN');
      if ((categorie.grond ?? ([] as Partnersoort[])).includes(bron.soort)) beperkingen.push('MET_GROND');
      grants.push({
        bronhouder: bron.oin,
        eigen: false,
        beperkingen,
        door: !v.voorwaarden?.includes('NIET_DOORVERSTREKKEN'),
      });
    }
  }
  if (grants.length > 0) return { allow: true, grants };
  if (unreported) return deny('BRON_NIET_MELDER');
  if (unconfirmed) return deny('CASUS_NIET_BEVESTIGD');
  return deny(unsigned ? 'BRON_NIET_ONDERTEKEND' : reden);
});

/** The host may have this without any beperking, of every party that could be its supplier: it is told before anyone can filter. */
export function hostMayHave(host: Situatie, naam: string): boolean {
  const uitkomst = decideCategorie(host, naam);
  const categorie = host.contract.categorieen.find((one) => one.naam === naam);
  if (!uitkomst.allow || categorie === undefined) return false;
  return host.convenant.partijen
    .map((id) => findPartner(host.contract, id))
    .filter(({ soort }) => categorie.bronnen.includes(soort))
    .every(({ oin }) =>
      uitkomst.grants.some((one) => one.bronhouder === oin && one.beperkingen.length === 0 && one.door),
    );
}

const SLEUTELS = [
  ['Casus', 'casus.kern'],
  ['Hoofdbetrokkene', 'casus.betrokkenheid'],
  ['Kringlid', 'casus.kring'],
  ['Professional', 'casus.professionals'],
  ['Politieadvies', 'casus.kern'],
  ['Zorgadvies', 'casus.kern'],
] as const;

/** Asking is disclosing: may the host of the source that serves this field be sent what it must be sent? */
function mayBeAsked(s: Situatie, type: string, name: string): boolean {
  const field = findField(s.contract.sdl, type, name);
  const sleutel = SLEUTELS.find(([entity]) => entity === type)?.[1];
  if (field.subgraaf === 'municipality' || sleutel === undefined) return true;
  const partner = s.contract.partners.find((one) => one.subgraaf === field.subgraaf);
  if (partner === undefined) return false;
  const seated = s.world.municipality.zetels.some(
    (zetel) =>
      zetel.casus === s.casus.id &&
      zetel.partner === partner.id &&
      PARTNERROLLEN.includes(zetel.rol) &&
      isHeld(s.world, zetel, s.today),
  );
  const host: Situatie = { ...s, partner, rol: 'DEELNEMER', host: true };
  if (!seated || !hostMayHave(host, sleutel)) return false;
  for (const required of field.requires) {
    const elsewhere = findField(s.contract.sdl, type, required);
    if (elsewhere.subgraaf === field.subgraaf) continue;
    if (!elsewhere.categorieen.every((categorie) => hostMayHave(host, categorie))) return false;
    // What must be fetched elsewhere first is asked of another host, who then learns the same key.
    if (!mayBeAsked(s, type, required)) return false;
  }
  return true;
}

export interface Coordinaatbesluit {
  /** null: allowed. */
  readonly reden: Reden | null;
  readonly categorieen: readonly string[];
}

/** May this field be asked, with these arguments given? */
export function decideField(s: Situatie, type: string, name: string, args: readonly string[]): Coordinaatbesluit {
  return judgeField(s, type, name, ...args);
}

const judgeField = once((s, type: string, name: string, ...args: string[]): Coordinaatbesluit => {
  const field = findField(s.contract.sdl, type, name);
  const read = args.flatMap((arg) => field.leest[arg] ?? []);
  const categorieen = [...new Set([...field.categorieen, ...read])];
  if (isKey(s.contract.sdl, type, name)) return { reden: null, categorieen };
  if (field.categorieen.length === 0 || args.some((arg) => (field.leest[arg] ?? []).length === 0)) {
    return { reden: 'NIET_GECLASSIFICEERD', categorieen };
  }
  for (const categorie of categorieen) {
    const uitkomst = decideCategorie(s, categorie);
    if (!uitkomst.allow) return { reden: uitkomst.reden, categorieen };
  }
  return { reden: mayBeAsked(s, type, name) ? null : 'BRON_NIET_AAN_TAFEL', categorieen };
});
