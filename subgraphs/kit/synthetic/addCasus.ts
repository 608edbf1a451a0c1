import { addZorgadvies } from './careRecords';
import { CONVENANT, ZETEL_VAN, seatsOn, type Cast, type Casusplan } from './casusplan';
import { PEILDATUM } from './days';
import { addDossier } from './dossier';
import { oinOf, type Draft } from './draft';
import { fillHoofdbetrokkene } from './fillHoofdbetrokkene';
import { GEMEENTEPARTNER } from './gemeenten';
import { addGronden } from './gronden';
import { addPolitieadvies, POLITIE } from './policeRecords';
import { addVrijgaven } from './vrijgaven';
import type { CasusRij } from './world';

/** Adds the casus itself: its row, table and persons. Returns its id. */
export function openCasus(draft: Draft, plan: Casusplan, cast: Cast): string {
  const { municipality, random } = draft;
  const casus: CasusRij = {
    id: random.id('casus'),
    bronhouder: oinOf(draft, GEMEENTEPARTNER[plan.gemeente]),
    kenmerk: `${plan.keten?.kenmerk ?? 'ZVH'}-2026-${String(municipality.casussen.length + 1).padStart(4, '0')}`,
    thema: plan.thema,
    doel: plan.doel,
    fase: plan.fase,
    kader: plan.kader,
    status: plan.status,
    escalatieniveau: plan.escalatieniveau,
    gemeente: plan.gemeente,
    convenant: plan.keten?.convenant ?? CONVENANT,
    regie: GEMEENTEPARTNER[plan.gemeente],
    bevestigdDoor: plan.bevestigdDoor,
  };
  municipality.casussen.push(casus);
  for (const { partner, medewerker, rol, van, tot, vervangt } of plan.zetels) {
    municipality.zetels.push({
      casus: casus.id,
      partner,
      medewerker,
      rol,
      van: van ?? ZETEL_VAN,
      tot: tot ?? null,
      vervangt: vervangt ?? null,
    });
  }
  const add = (soort: 'HOOFDBETROKKENE' | 'KRINGLID' | 'PROFESSIONAL', personen: readonly string[]): void => {
    for (const persoon of personen) municipality.betrokkenheden.push({ casus: casus.id, persoon, soort });
  };
  add('HOOFDBETROKKENE', cast.hoofdbetrokkenen);
  add('KRINGLID', cast.kringleden);
  add('PROFESSIONAL', cast.professionals);
  return casus.id;
}

/** Adds a casus with everything in it that chance and its thema bring. Returns its id. */
export function addCasus(draft: Draft, plan: Casusplan, cast: Cast): string {
  const casus = openCasus(draft, plan, cast);
  for (const persoon of cast.hoofdbetrokkenen) fillHoofdbetrokkene(draft, persoon, plan.thema);
  addDossier(draft, casus, plan);
  if (plan.fase === 'AANMELDING') return casus;
  addAdviezen(draft, casus, plan, cast);
  addGronden(draft, plan, cast);
  addVrijgaven(draft, casus, plan, cast);
  return casus;
}

/** Only who is at the table, or holds something, advises. */
function addAdviezen(draft: Draft, casus: string, plan: Casusplan, cast: Cast): void {
  const { random } = draft;
  const partners = new Set(seatsOn(plan, PEILDATUM).map((zetel) => zetel.partner));
  if (partners.has(POLITIE) && random.chance(0.7)) addPolitieadvies(draft, casus, plan.thema);
  for (const persoon of cast.hoofdbetrokkenen) {
    for (const partner of draft.zorgVan.get(persoon) ?? []) {
      if (partners.has(partner) && random.chance(0.5)) addZorgadvies(draft, casus, persoon, partner, plan.thema);
    }
  }
}
