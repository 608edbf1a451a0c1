import type { Casusplan } from './casusplan';
import { seat } from './staff';

/** A running casus before its table: the four differ in what they are about and who is there. */
const OVERLEG = { fase: 'CASUSOVERLEG', kader: 'DWANG', status: 'LOPEND', gemeente: 'Zwolle' } as const;

export const HUISELIJK_GEWELD_PLAN: Casusplan = {
  ...OVERLEG,
  thema: 'HUISELIJK_GEWELD',
  doel: 'ZORG_EN_HULPVERLENING',
  escalatieniveau: 'OPERATIONEEL',
  bevestigdDoor: ['politie-oost-nederland', 'gemeente-zwolle'],
  keten: { convenant: 'huiselijk-geweld-ijsselland', kenmerk: 'HG' },
  zetels: [
    seat('veiligthuis', 3, 'CASUSREGISSEUR'),
    seat('politie', 6, 'DEELNEMER'),
    seat('zwolle', 7, 'DEELNEMER'),
    seat('dimence', 3, 'DEELNEMER'),
    seat('rvdk', 3, 'DEELNEMER'),
    seat('jeugdbescherming', 2, 'DEELNEMER'),
    seat('dekern', 1, 'DEELNEMER'),
    seat('zwolle', 8, 'PROCESREGISSEUR'),
  ],
  hoofdbetrokkenen: 2,
  kringleden: 2,
  professionals: 1,
};

export const LOVERBOYS_PLAN: Casusplan = {
  ...OVERLEG,
  thema: 'MENSENHANDEL',
  doel: 'BEGELEIDING',
  escalatieniveau: 'TACTISCH',
  bevestigdDoor: ['politie-oost-nederland', 'om-oost-nederland'],
  keten: { convenant: 'aanpak-loverboys-ijsselland', kenmerk: 'LB' },
  zetels: [
    seat('politie', 7, 'CASUSREGISSEUR'),
    seat('om', 3, 'DEELNEMER'),
    seat('zwolle', 7, 'DEELNEMER'),
    seat('jeugdbescherming', 2, 'DEELNEMER'),
    seat('veiligthuis', 3, 'DEELNEMER'),
    seat('dimence', 3, 'DEELNEMER'),
    seat('zwolle', 8, 'PROCESREGISSEUR'),
    seat('zwolle', 9, 'INFORMATIEMAKELAAR'),
  ],
  hoofdbetrokkenen: 2,
  kringleden: 2,
  professionals: 1,
};

export const CRISIS_PLAN: Casusplan = {
  ...OVERLEG,
  thema: 'ONBEGREPEN_GEDRAG',
  doel: 'CRISISHULP',
  escalatieniveau: 'OPERATIONEEL',
  bevestigdDoor: ['gemeente-zwolle', 'politie-oost-nederland'],
  keten: { convenant: 'crisisketen-ijsselland', kenmerk: 'CRISIS' },
  zetels: [
    seat('dimence', 3, 'CASUSREGISSEUR'),
    seat('politie', 6, 'DEELNEMER'),
    seat('zwolle', 7, 'DEELNEMER'),
    seat('ggd', 2, 'DEELNEMER'),
    seat('tactus', 1, 'DEELNEMER'),
    seat('zwolle', 8, 'PROCESREGISSEUR'),
  ],
  hoofdbetrokkenen: 1,
  kringleden: 2,
  professionals: 1,
};

/** Neither police nor care has a seat, or is even party: what they hold of these people stays where it is. */
export const FRAUDE_PLAN: Casusplan = {
  ...OVERLEG,
  thema: 'FRAUDE',
  doel: 'FRAUDEBESTRIJDING',
  escalatieniveau: 'OPERATIONEEL',
  bevestigdDoor: ['gemeente-zwolle', 'gemeente-deventer'],
  keten: { convenant: 'fraudeteam-ijsselland', kenmerk: 'FRAUDE' },
  zetels: [
    seat('zwolle', 7, 'CASUSREGISSEUR'),
    seat('deventer', 4, 'DEELNEMER'),
    seat('uwv', 1, 'DEELNEMER'),
    seat('svb', 1, 'DEELNEMER'),
    seat('belastingdienst', 1, 'DEELNEMER'),
    seat('zwolle', 8, 'PROCESREGISSEUR'),
  ],
  hoofdbetrokkenen: 2,
  kringleden: 2,
  professionals: 1,
};
