import { weegAanwijzing } from './weegAanwijzing';
import type { Categorietekst, Convenanttekst, Partnertekst, Regelboek, Verstrekkingtekst } from './regelboek';

/** Facts of a casus, as an entry keeps them. */
export interface Casusfeiten {
  readonly fase: string;
  readonly kader: string;
  readonly status: string;
  readonly bevestigd: boolean;
  readonly tafel: readonly (readonly [partner: string, rol: string])[];
}

/** Who asked what for, by which facts. */
export interface Geval {
  readonly boek: Regelboek;
  readonly convenant: Convenanttekst;
  /** Partijen whose signature counts. */
  readonly getekend: readonly string[];
  readonly partner: Partnertekst;
  readonly rol: string;
  readonly doel: string;
  readonly feiten: Casusfeiten;
  readonly aangewezen: boolean;
}

/** By whom something is given, and whether without condition: null when it is refused, and then why. */
export type Weging = { readonly reden: string } | { readonly reden: null; readonly vrijVan: readonly string[] };

const VOOR_PARTNER = ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR'];

/**
 * Whether a category may come, read from the files step by step: sieve the verstrekkingen until none is left, and say at
 * which step that was; then look who can supply by what is left.
 */
export function weegCategorie(geval: Geval, naam: string): Weging {
  const { boek, convenant, partner, rol, feiten } = geval;
  const categorie = boek.categorieen.find((one) => one.naam === naam);
  if (categorie === undefined) return { reden: 'NIET_GECLASSIFICEERD' };
  const own = weegAanwijzing(categorie, {
    ...geval,
    partner: partner.id,
    casus: { feiten, partijen: convenant.partijen, getekend: geval.getekend },
  });
  if (own !== undefined) return own;
  if (!feiten.tafel.some(([who, as]) => who === partner.id && as === rol)) return { reden: 'NIET_AAN_TAFEL' };
  if (feiten.status !== 'LOPEND' || feiten.fase === 'AFSLUITING') return { reden: 'CASUS_AFGESCHERMD' };
  if (!convenant.partijen.includes(partner.id)) return { reden: 'GEEN_PARTIJ' };
  if (!geval.getekend.includes(partner.id)) return { reden: 'NIET_ONDERTEKEND' };
  const { left, reden } = sieve(geval, naam);
  return supply(geval, categorie, left, reden);
}

/** What is left of the verstrekkingen, and at which step nothing was, if so. */
function sieve(geval: Geval, naam: string): { readonly left: Verstrekkingtekst[]; readonly reden: string } {
  const { convenant, partner, rol, doel, feiten } = geval;
  const forPartner = VOOR_PARTNER.includes(rol);
  const within = (list: readonly string[] | 'alle', all: readonly string[] | null, word: string): boolean =>
    list === 'alle' ? all === null || all.includes(word) : list.includes(word);
  const steps: readonly (readonly [string, (one: Verstrekkingtekst) => boolean])[] = [
    ['GEEN_VERSTREKKING', ({ gegevens }) => gegevens.includes(naam)],
    ['PARTNER_NIET_GEDEKT', ({ aan }) => aan.some((to) => (forPartner ? to === partner.soort || to === partner.id : to === rol))], // oxfmt-ignore
    ['ROL_NIET_GEDEKT', ({ rollen }) => !forPartner || rollen === undefined || rollen.includes(rol)],
    ['DOEL_NIET_GEDEKT', ({ doelen }) => within(doelen, convenant.doelen, doel)],
    ['FASE_NIET_GEDEKT', ({ fasen }) => within(fasen, null, feiten.fase)],
    ['KADER_NIET_GEDEKT', ({ kaders }) => within(kaders, null, feiten.kader)],
  ];
  let left = [...convenant.verstrekkingen];
  for (const [reden, holds] of steps) {
    left = left.filter(holds);
    if (left.length === 0) return { left, reden };
  }
  return { left, reden: 'BRON_GEEN_PARTIJ' };
}

function supply(geval: Geval, categorie: Categorietekst, left: Verstrekkingtekst[], otherwise: string): Weging {
  const { boek, convenant, partner, rol, feiten, getekend } = geval;
  const { bronnen = [], dossier = false, betreft, vrijgave = false, grond = [] } = categorie;
  const givers = new Set<string>();
  const free = new Set<string>();
  const reasons = new Set<string>();
  for (const id of convenant.partijen) {
    const giver = boek.partners.find((one) => one.id === id);
    if (giver === undefined || !bronnen.includes(giver.soort)) continue;
    if (id === partner.id && !dossier && VOOR_PARTNER.includes(rol)) {
      givers.add(id);
      free.add(id);
      continue;
    }
    for (const { van, beperkingen = [], voorwaarden = [] } of left) {
      if (!van.includes(giver.soort) && !van.includes(id)) continue;
      if (!getekend.includes(id)) {
        reasons.add('BRON_NIET_ONDERTEKEND');
      } else if (!dossier && betreft !== 'CASUS' && !feiten.bevestigd) {
        reasons.add('CASUS_NIET_BEVESTIGD');
      } else if (!dossier && betreft !== 'CASUS' && !magVroeg(geval, id)) {
        reasons.add('BRON_NIET_MELDER');
      } else {
        givers.add(id);
        const bound = beperkingen.length > 0 || vrijgave || grond.includes(giver.soort);
        if (!bound && !voorwaarden.includes('NIET_DOORVERSTREKKEN')) free.add(id);
      }
    }
  }
  if (givers.size > 0) return { reden: null, vrijVan: [...free] };
  const nearest = ['BRON_NIET_MELDER', 'CASUS_NIET_BEVESTIGD', 'BRON_NIET_ONDERTEKEND'].find((reden) =>
    reasons.has(reden),
  );
  return { reden: nearest ?? otherwise };
}

/** Until the doeltoets the act lets only the melder share what he has himself (WGS 2.31); under another law it says nothing. */
function magVroeg({ convenant, feiten }: Geval, giver: string): boolean {
  const early = feiten.fase === 'AANMELDING' || feiten.fase === 'DOELTOETS';
  return !early || convenant.regime !== 'WGS' || feiten.tafel.some(([who, as]) => who === giver && as === 'MELDER');
}

/** Whether the host of a source may be told of a category: in full, of every partij that could supply it. */
export function magWeten(geval: Geval, subgraaf: string, naam: string): boolean {
  const { boek, convenant, feiten } = geval;
  const host = boek.partners.find((one) => one.subgraaf === subgraaf);
  if (host === undefined) return false;
  if (!feiten.tafel.some(([who, as]) => who === host.id && VOOR_PARTNER.includes(as))) return false;
  const tafel = [[host.id, 'DEELNEMER'] as const, ...feiten.tafel.filter(([, as]) => as === 'MELDER')];
  const asHost = { ...geval, partner: host, rol: 'DEELNEMER', aangewezen: false, feiten: { ...feiten, tafel } };
  const told = weegCategorie(asHost, naam);
  if (told.reden !== null) return false;
  const kinds = boek.categorieen.find((one) => one.naam === naam)?.bronnen ?? [];
  return convenant.partijen
    .filter((id) => kinds.includes(boek.partners.find((one) => one.id === id)?.soort ?? ''))
    .every((id) => told.vrijVan.includes(id));
}
