import { openCasus } from './addCasus';
import {
  addCrisiscontact,
  addRisicotaxatie,
  addTraject,
  addVeiligThuisMelding,
  addZorgadvies,
  VEILIG_THUIS_PARTNER,
} from './careRecords';
import type { Casusplan } from './casusplan';
import { createCast } from './createCast';
import { addDossier } from './dossier';
import type { Draft } from './draft';
import { fillHoofdbetrokkene } from './fillHoofdbetrokkene';
import { addGrond } from './gronden';
import { CRISIS_PLAN, FRAUDE_PLAN, HUISELIJK_GEWELD_PLAN, LOVERBOYS_PLAN } from './ketenCasusplannen';
import { addInkomen, addInkomenVan, addSchuld, addSchuldVan, addVoorziening } from './municipalityRecords';
import {
  addAandachtsvestiging,
  addIncident,
  addMelding,
  addPolitieadvies,
  addRisico,
  addVerdenking,
} from './policeRecords';
import { addKetenStaff } from './staff';
import { addVrijgave } from './vrijgaven';

/**
 * One casus under each convenant of another chain. They come after all that the demo had before, and what each convenant
 * is about is written, not drawn: for every seed it has something to give, and something to keep.
 */
export function addKetens(draft: Draft): void {
  addKetenStaff(draft);
  addHuiselijkGeweld(draft);
  addLoverboys(draft);
  addCrisis(draft);
  addFraude(draft);
}

/** Opens the casus, with the dossier and what chance brings of its people. Of whom it is, the first is written about. */
function open(draft: Draft, plan: Casusplan): { readonly casus: string; readonly persoon: string } {
  const cast = createCast(draft, plan);
  const casus = openCasus(draft, plan, cast);
  for (const persoon of cast.hoofdbetrokkenen) fillHoofdbetrokkene(draft, persoon, plan.thema);
  addDossier(draft, casus, plan, 2);
  return { casus, persoon: cast.hoofdbetrokkenen[0] as string };
}

function addHuiselijkGeweld(draft: Draft): void {
  const { thema } = HUISELIJK_GEWELD_PLAN;
  const { casus, persoon } = open(draft, HUISELIJK_GEWELD_PLAN);
  const melding = addMelding(draft, persoon, thema, 'Zwolle');
  addVrijgave(draft, casus, { record: melding, houder: 'police' }, [VEILIG_THUIS_PARTNER]);
  addIncident(draft, persoon, thema, 'Zwolle', 'VERDACHTE');
  addRisico(draft, persoon, 'HOOG', '2026-08-20');
  addPolitieadvies(draft, casus, thema);
  const gemeld = addVeiligThuisMelding(draft, persoon);
  addVrijgave(draft, casus, { record: gemeld, houder: 'care' }, ['rvdk', 'jeugdbescherming-overijssel']);
  addRisicotaxatie(draft, persoon, VEILIG_THUIS_PARTNER, 'HOOG');
  addZorgadvies(draft, casus, persoon, VEILIG_THUIS_PARTNER, thema);
  addCrisiscontact(draft, persoon, 'dimence', thema);
  addGrond(draft, {
    persoon,
    partner: 'dimence',
    soort: 'TOESTEMMING',
    ontvangers: [VEILIG_THUIS_PARTNER],
    categorieen: ['zorg.bekend', 'zorg.crisis'],
    doelen: ['ZORG_EN_HULPVERLENING'],
  });
  addSchuld(draft, persoon);
}

function addLoverboys(draft: Draft): void {
  const { thema } = LOVERBOYS_PLAN;
  const { casus, persoon } = open(draft, LOVERBOYS_PLAN);
  addMelding(draft, persoon, thema, 'Zwolle');
  const incident = addIncident(draft, persoon, thema, 'Zwolle', 'SLACHTOFFER');
  addVrijgave(draft, casus, { record: incident, houder: 'police' }, ['om-oost-nederland']);
  addVerdenking(draft, persoon, thema);
  addRisico(draft, persoon, 'MIDDEN', '2026-07-02');
  addPolitieadvies(draft, casus, thema);
  addVeiligThuisMelding(draft, persoon);
  addTraject(draft, persoon, 'dimence');
  addGrond(draft, {
    persoon,
    partner: 'dimence',
    soort: 'TOESTEMMING',
    ontvangers: ['jeugdbescherming-overijssel'],
    categorieen: ['zorg.trajecten', 'zorg.advies'],
    doelen: ['BEGELEIDING', 'ZORG_EN_HULPVERLENING'],
  });
  addZorgadvies(draft, casus, persoon, 'dimence', thema);
  addSchuld(draft, persoon);
}

function addCrisis(draft: Draft): void {
  const { thema } = CRISIS_PLAN;
  const { casus, persoon } = open(draft, CRISIS_PLAN);
  const melding = addMelding(draft, persoon, thema, 'Zwolle');
  addVrijgave(draft, casus, { record: melding, houder: 'police' }, ['dimence']);
  addIncident(draft, persoon, thema, 'Zwolle', 'VERDACHTE');
  const aandacht = addAandachtsvestiging(draft, persoon, thema);
  addVrijgave(draft, casus, { record: aandacht, houder: 'police' }, ['dimence']);
  addRisico(draft, persoon, 'HOOG', '2026-09-05');
  addPolitieadvies(draft, casus, thema);
  for (const partner of ['dimence', 'tactus'] as const) {
    const contact = addCrisiscontact(draft, persoon, partner, thema);
    addVrijgave(draft, casus, { record: contact, houder: 'care' }, ['dimence', 'tactus']);
    addTraject(draft, persoon, partner);
    addZorgadvies(draft, casus, persoon, partner, thema);
  }
  addRisicotaxatie(draft, persoon, 'dimence', 'HOOG');
  // The crisis itself is a ground, for who must act in it; of Tactus nothing is recorded, so nothing flows to the police.
  addGrond(draft, {
    persoon,
    partner: 'dimence',
    soort: 'WETTELIJKE_PLICHT',
    ontvangers: ['politie-oost-nederland', 'gemeente-zwolle', 'ggd-ijsselland', 'tactus'],
    categorieen: ['zorg.bekend', 'zorg.crisis', 'zorg.crisisinhoud', 'zorg.risico', 'zorg.trajecten', 'zorg.advies'],
    doelen: ['CRISISHULP'],
  });
  addGrond(draft, {
    persoon,
    partner: 'tactus',
    soort: 'GOED_HULPVERLENERSCHAP',
    ontvangers: ['dimence'],
    categorieen: ['zorg.bekend', 'zorg.crisis', 'zorg.trajecten'],
    doelen: ['CRISISHULP'],
  });
  addVoorziening(draft, persoon);
}

function addFraude(draft: Draft): void {
  const { persoon } = open(draft, FRAUDE_PLAN);
  addInkomen(draft, persoon);
  for (const partner of ['uwv', 'svb', 'belastingdienst'] as const) addInkomenVan(draft, persoon, partner);
  for (const partner of ['uwv', 'belastingdienst'] as const) addSchuldVan(draft, persoon, partner);
  addVoorziening(draft, persoon);
  // The police hold something too: never for this table.
  addMelding(draft, persoon, FRAUDE_PLAN.thema, 'Zwolle');
}
