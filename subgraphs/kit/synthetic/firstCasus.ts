import type { Cast, Casusplan } from './casusplan';
import { createProfessional, createRelative } from './createCast';
import { createPerson } from './createPerson';
import { addBekendheid } from './careRecords';
import { addDossier } from './dossier';
import type { Draft } from './draft';
import { fillFirstCare } from './firstCasusCare';
import { fillFirstPolice } from './firstCasusPolice';
import { addInkomen, addSchoolgang, addSchuld, addVoorziening, addWoonsituatie } from './municipalityRecords';
import { openCasus } from './addCasus';
import { addMelding, registerWithPolice } from './policeRecords';
import { relate } from './relate';
import { seat } from './staff';

/** Everyone in the first casus by what he is in it. The outsider is in no casus at all. */
export interface FirstFamily {
  readonly pleger: string;
  readonly slachtoffer: string;
  readonly tiener: string;
  readonly kind: string;
  readonly peuter: string;
  readonly oma: string;
  readonly zus: string;
  readonly vriend: string;
}

const FIRST_CASUS: Casusplan = {
  thema: 'HUISELIJK_GEWELD',
  doel: 'ZORG_EN_HULPVERLENING',
  fase: 'CASUSOVERLEG',
  kader: 'DWANG',
  status: 'LOPEND',
  escalatieniveau: 'TACTISCH',
  gemeente: 'Zwolle',
  bevestigdDoor: ['politie-oost-nederland', 'gemeente-zwolle'],
  zetels: [
    seat('politie', 1, 'DEELNEMER', { van: '2026-06-01', vervangt: 'm-politie-3' }),
    seat('dimence', 1, 'DEELNEMER'),
    seat('zwolle', 1, 'CASUSREGISSEUR'),
    seat('om', 1, 'DEELNEMER'),
    seat('veiligthuis', 1, 'DEELNEMER'),
    seat('tactus', 1, 'DEELNEMER', { van: '2026-05-01', vervangt: 'm-tactus-2' }),
    seat('reclassering', 1, 'DEELNEMER'),
    seat('zwolle', 2, 'PROCESREGISSEUR'),
    seat('zwolle', 3, 'INFORMATIEMAKELAAR'),
    seat('politie', 3, 'DEELNEMER', { tot: '2026-06-01' }),
    seat('tactus', 2, 'DEELNEMER', { tot: '2026-05-01' }),
    seat('rvdk', 1, 'DEELNEMER', { van: '2029-01-01' }),
  ],
  hoofdbetrokkenen: 3,
  kringleden: 5,
  professionals: 2,
};

/**
 * The casus that the README, the demo and most tests look at: written out, so that for every seed it has each kind of
 * record, ground and release in it, both given and withheld. Returns its id and family, whom later casussen share.
 */
export function addFirstCasus(draft: Draft): { casus: string; family: FirstFamily } {
  const family = createFamily(draft);
  const cast: Cast = {
    hoofdbetrokkenen: [family.pleger, family.slachtoffer, family.tiener],
    kringleden: [family.kind, family.peuter, family.oma, family.zus, family.vriend],
    professionals: [0, 1].map((index) => createProfessional(draft, 'Zwolle', family.pleger, index)),
  };
  const casus = openCasus(draft, FIRST_CASUS, cast);
  for (const persoon of cast.hoofdbetrokkenen) draft.gevuld.add(persoon);
  fillMunicipality(draft, family);
  addDossier(draft, casus, FIRST_CASUS, 3);
  fillFirstPolice(draft, casus, family);
  fillFirstCare(draft, casus, family);
  return { casus, family };
}

function createFamily(draft: Draft): FirstFamily {
  const pleger = createPerson(draft, { gemeente: 'Zwolle', leeftijd: 41, geheimhouding: false });
  // She left him; where she lives now, he must not learn.
  const slachtoffer = createPerson(draft, { gemeente: 'Zwolle', leeftijd: 38, geheimhouding: true });
  relate(draft, pleger.id, slachtoffer.id, 'EX_PARTNER');
  const [tiener, kind, peuter] = [15, 12, 3].map((leeftijd) => {
    const child = createPerson(draft, { gemeente: 'Zwolle', leeftijd, adresVan: slachtoffer, naamVan: pleger });
    relate(draft, pleger.id, child.id, 'KIND');
    relate(draft, slachtoffer.id, child.id, 'KIND');
    return child.id;
  }) as [string, string, string];
  relate(draft, tiener, kind, 'BROER_OF_ZUS');
  relate(draft, tiener, peuter, 'BROER_OF_ZUS');
  relate(draft, kind, peuter, 'BROER_OF_ZUS');
  const oma = createRelative(draft, pleger, 'OUDER', 'Zwolle').id;
  // Lives elsewhere, so another municipality is the bronhouder.
  const zus = createRelative(draft, slachtoffer, 'BROER_OF_ZUS', 'Deventer').id;
  const vriend = createRelative(draft, pleger, 'VRIEND', 'Zwolle').id;
  // In no casus: a relation that nobody at the table may ever follow.
  const outsider = createRelative(draft, pleger, 'EX_PARTNER', 'Zwolle').id;
  addMelding(draft, outsider, 'HUISELIJK_GEWELD', 'Zwolle');
  addBekendheid(draft, outsider, 'dimence');
  registerWithPolice(draft, oma);
  registerWithPolice(draft, vriend);
  return { pleger: pleger.id, slachtoffer: slachtoffer.id, tiener, kind, peuter, oma, zus, vriend };
}

function fillMunicipality(draft: Draft, { pleger, slachtoffer, tiener }: FirstFamily): void {
  addInkomen(draft, pleger);
  addInkomen(draft, pleger);
  addInkomen(draft, slachtoffer);
  // Debts of one and not of the other: the indication must differ.
  for (let nr = 0; nr < 3; nr += 1) addSchuld(draft, pleger);
  for (const persoon of [pleger, slachtoffer, tiener]) addWoonsituatie(draft, persoon);
  addVoorziening(draft, pleger);
  addVoorziening(draft, slachtoffer);
  addVoorziening(draft, tiener);
  addSchoolgang(draft, tiener);
}
