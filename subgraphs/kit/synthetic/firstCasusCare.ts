import {
  addBekendheid,
  addCrisiscontact,
  addDiagnose,
  addRisicotaxatie,
  addTraject,
  addVeiligThuisMelding,
  addZorgadvies,
  VEILIG_THUIS_PARTNER,
} from './careRecords';
import type { Draft } from './draft';
import type { FirstFamily } from './firstCasus';
import { addGrond, GROND_HOOFDBETROKKENE, GROND_KRINGLID } from './gronden';
import { addVrijgave } from './vrijgaven';

const THEMA = 'HUISELIJK_GEWELD';
const TAFEL = [
  'politie-oost-nederland',
  'dimence',
  'gemeente-zwolle',
  'om-oost-nederland',
  'veilig-thuis-ijsselland',
  'tactus',
  'reclassering-nederland',
];

/** Care records of the first casus. A record can be released without a ground and the other way round: neither shows. */
export function fillFirstCare(draft: Draft, casus: string, family: FirstFamily): void {
  const { pleger, slachtoffer, tiener, kind, vriend } = family;
  const release = (record: string, ontvangers: readonly string[], ingetrokkenOp: string | null = null): void =>
    addVrijgave(draft, casus, { record, houder: 'care' }, ontvangers, ingetrokkenOp);

  addTraject(draft, pleger, 'dimence');
  release(addDiagnose(draft, pleger, 'dimence'), TAFEL);
  addDiagnose(draft, pleger, 'dimence');
  release(addCrisiscontact(draft, pleger, 'dimence', THEMA), TAFEL);
  release(addCrisiscontact(draft, pleger, 'dimence', THEMA), TAFEL, '2026-06-15');
  addRisicotaxatie(draft, pleger, 'dimence', 'HOOG');
  addTraject(draft, pleger, 'tactus');
  release(addDiagnose(draft, pleger, 'tactus'), TAFEL);
  addRisicotaxatie(draft, pleger, 'tactus', 'MIDDEN');
  addBekendheid(draft, pleger, 'ggd-ijsselland');
  release(addVeiligThuisMelding(draft, pleger), TAFEL);
  addVeiligThuisMelding(draft, pleger);
  addRisicotaxatie(draft, pleger, VEILIG_THUIS_PARTNER, 'HOOG');

  addTraject(draft, slachtoffer, 'dimence');
  release(addDiagnose(draft, slachtoffer, 'dimence'), ['gemeente-zwolle', 'veilig-thuis-ijsselland']);
  release(addVeiligThuisMelding(draft, slachtoffer), ['gemeente-zwolle', 'dimence']);
  addVeiligThuisMelding(draft, tiener);
  addBekendheid(draft, kind, VEILIG_THUIS_PARTNER);
  addBekendheid(draft, vriend, 'tactus');
  addBekendheid(draft, vriend, 'dimence');

  addZorgadvies(draft, casus, pleger, 'dimence', THEMA);
  addZorgadvies(draft, casus, pleger, 'tactus', THEMA);
  addZorgadvies(draft, casus, slachtoffer, VEILIG_THUIS_PARTNER, THEMA);

  addFirstGronden(draft, family);
}

function addFirstGronden(draft: Draft, { pleger, slachtoffer, vriend }: FirstFamily): void {
  // Valid: all of Dimence's about the pleger, for help and coordination.
  addGrond(draft, {
    persoon: pleger,
    partner: 'dimence',
    soort: 'TOESTEMMING',
    ontvangers: ['gemeente-zwolle', 'tactus', 'reclassering-nederland', 'veilig-thuis-ijsselland'],
    categorieen: GROND_HOOFDBETROKKENE,
    doelen: ['CASUSREGIE', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING'],
  });
  // Valid but narrow: what the safety of others asks for.
  addGrond(draft, {
    persoon: pleger,
    partner: 'dimence',
    soort: 'GOED_HULPVERLENERSCHAP',
    ontvangers: ['politie-oost-nederland', 'om-oost-nederland'],
    categorieen: ['zorg.bekend', 'zorg.crisis', 'zorg.crisisinhoud', 'zorg.risico', 'zorg.advies'],
    doelen: ['ZORG_EN_HULPVERLENING', 'STRAFRECHTELIJKE_HANDHAVING'],
  });
  addGrond(draft, {
    persoon: pleger,
    partner: 'tactus',
    soort: 'TOESTEMMING',
    ontvangers: ['dimence', 'gemeente-zwolle'],
    categorieen: ['zorg.bekend', 'zorg.trajecten', 'zorg.behandelstatus', 'zorg.diagnosen', 'zorg.advies'],
  });
  // Withdrawn, not yet begun, expired: each as good as none.
  addGrond(draft, {
    persoon: pleger,
    partner: 'tactus',
    soort: 'TOESTEMMING',
    ontvangers: ['reclassering-nederland', 'politie-oost-nederland'],
    categorieen: GROND_HOOFDBETROKKENE,
    ingetrokkenOp: '2026-05-10',
  });
  addGrond(draft, {
    persoon: pleger,
    partner: 'ggd-ijsselland',
    soort: 'TOESTEMMING',
    ontvangers: ['gemeente-zwolle'],
    categorieen: GROND_HOOFDBETROKKENE,
    van: '2029-01-01',
  });
  addGrond(draft, {
    persoon: slachtoffer,
    partner: 'dimence',
    soort: 'TOESTEMMING',
    ontvangers: ['gemeente-zwolle', 'politie-oost-nederland'],
    categorieen: GROND_HOOFDBETROKKENE,
    van: '2025-03-01',
    tot: '2026-03-01',
  });
  addGrond(draft, {
    persoon: slachtoffer,
    partner: 'dimence',
    soort: 'GOED_HULPVERLENERSCHAP',
    ontvangers: ['veilig-thuis-ijsselland'],
    categorieen: GROND_HOOFDBETROKKENE,
  });
  addGrond(draft, {
    persoon: vriend,
    partner: 'tactus',
    soort: 'TOESTEMMING',
    ontvangers: ['gemeente-zwolle', 'dimence'],
    categorieen: GROND_KRINGLID,
  });
}
