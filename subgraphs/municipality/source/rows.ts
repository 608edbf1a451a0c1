import { vandaag } from '../../../schema/domain/vandaag';
import { BEGIN } from '../../../schema/verloop/akte';
import { bezwaarrijen, type Rows, type Tekenaar } from '../../kit';
import { groupBy } from '../../kit/synthetic/groupBy';
import type { World } from '../../kit/synthetic/world';
import { maakBesluiten } from '../verloop/maakBesluiten';
import { maakBeginstand } from '../verloop/maakBeginstand';
import type { MunicipalityDB } from './MunicipalityDB';

const bit = (value: boolean): number => (value ? 1 : 0);

/** The municipality's part of the synthetic world as rows of its tables. */
export function rows({ municipality }: World, teken: Tekenaar): Rows<MunicipalityDB> {
  return {
    medewerkers: municipality.medewerkers,
    aanwijzingen: municipality.aanwijzingen,
    bronbesluiten: [],
    bezwaren: bezwaarrijen(municipality.bezwaren),
    aanwijzingsbesluiten: maakBesluiten(municipality.aanwijzingen, teken),
    casussen: municipality.casussen.map(({ bevestigdDoor, ...casus }) => ({
      ...casus,
      bevestigd_door: JSON.stringify(bevestigdDoor),
      nr: 0,
      vorige: BEGIN,
    })),
    beginstanden: beginstanden(municipality, teken),
    akten: [],
    zetels: municipality.zetels,
    ...dossier(municipality),
    ...personen(municipality),
  };
}

function beginstanden({ casussen, zetels }: World['municipality'], teken: Tekenaar): MunicipalityDB['beginstanden'][] {
  const dag = vandaag();
  const ofCasus = groupBy(zetels, ({ casus }) => casus);
  return casussen.map((casus) => maakBeginstand({ ...casus, nr: 0 }, ofCasus.get(casus.id) ?? [], dag, teken));
}

type Dossiertabel =
  | 'doeltoetsen'
  | 'overleggen'
  | 'aanwezigen'
  | 'plannen'
  | 'leefgebiedplannen'
  | 'acties'
  | 'ingebrachte_adviezen'
  | 'overlegbesluiten'
  | 'opschalingen'
  | 'overlegacties';

function dossier(municipality: World['municipality']): Pick<Rows<MunicipalityDB>, Dossiertabel> {
  const { doeltoetsen, overleggen, plannen, acties } = municipality;
  return {
    doeltoetsen: doeltoetsen.map(({ positief, criteria, ...toets }) => ({
      ...toets,
      positief: bit(positief),
      criteria: JSON.stringify(criteria),
    })),
    overleggen: overleggen.map(({ id, casus, datum, besluit }) => ({ id, casus, datum, besluit })),
    aanwezigen: overleggen.flatMap(({ id, aanwezigen }) =>
      aanwezigen.map(({ partner, medewerker }) => ({ overleg: id, partner, medewerker })),
    ),
    plannen: plannen.map(({ casus, doelstelling, vastgesteldOp, bijNietNakomen }) => ({
      casus,
      doelstelling,
      vastgesteld_op: vastgesteldOp,
      bij_niet_nakomen: bijNietNakomen,
    })),
    leefgebiedplannen: plannen.flatMap(({ casus, leefgebieden }) =>
      leefgebieden.map(({ leefgebied, situatie, doel }, volgorde) => ({ casus, volgorde, leefgebied, situatie, doel })),
    ),
    acties: acties.map(({ relevantVoor, bijNietNakomen, ...actie }) => ({
      ...actie,
      relevant_voor: JSON.stringify(relevantVoor),
      bij_niet_nakomen: bijNietNakomen,
    })),
    ingebrachte_adviezen: municipality.ingebrachteAdviezen,
    overlegbesluiten: municipality.overlegbesluiten,
    opschalingen: municipality.opschalingen,
    overlegacties: municipality.overlegacties,
  };
}

type Persoonstabel =
  | 'personen'
  | 'betrokkenheden'
  | 'relaties'
  | 'inkomens'
  | 'schulden'
  | 'woonsituaties'
  | 'voorzieningen'
  | 'schoolgangen';

function personen(municipality: World['municipality']): Pick<Rows<MunicipalityDB>, Persoonstabel> {
  return {
    personen: municipality.personen.map((persoon) => ({ ...persoon, geheimhouding: bit(persoon.geheimhouding) })),
    betrokkenheden: municipality.betrokkenheden,
    relaties: municipality.relaties,
    inkomens: municipality.inkomens,
    schulden: municipality.schulden,
    woonsituaties: municipality.woonsituaties.map((rij) => ({
      ...rij,
      ontruimingsdreiging: bit(rij.ontruimingsdreiging),
    })),
    voorzieningen: municipality.voorzieningen,
    schoolgangen: municipality.schoolgangen.map(({ laatsteMelding, leerplichtambtenaarBetrokken, ...rij }) => ({
      ...rij,
      laatste_melding: laatsteMelding,
      leerplichtambtenaar_betrokken: bit(leerplichtambtenaarBetrokken),
    })),
  };
}
