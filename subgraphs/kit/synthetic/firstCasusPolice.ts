import type { Draft } from './draft';
import type { FirstFamily } from './firstCasus';
import {
  addAandachtsvestiging,
  addIncident,
  addMelding,
  addPolitieadvies,
  addRisico,
  addVerdenking,
} from './policeRecords';
import { addVrijgave } from './vrijgaven';

const THEMA = 'HUISELIJK_GEWELD';
const TAFEL = [
  'dimence',
  'gemeente-zwolle',
  'om-oost-nederland',
  'veilig-thuis-ijsselland',
  'tactus',
  'reclassering-nederland',
];

/** Police records of the first casus: released to all, to some, to nobody any more, and never. */
export function fillFirstPolice(draft: Draft, casus: string, { pleger, slachtoffer, tiener }: FirstFamily): void {
  const release = (record: string, ontvangers: readonly string[], ingetrokkenOp: string | null = null): void =>
    addVrijgave(draft, casus, { record, houder: 'police' }, ontvangers, ingetrokkenOp);

  release(addMelding(draft, pleger, THEMA, 'Zwolle'), TAFEL);
  release(addMelding(draft, pleger, THEMA, 'Zwolle'), TAFEL, '2026-07-01');
  addMelding(draft, pleger, THEMA, 'Deventer');
  release(addIncident(draft, pleger, THEMA, 'Zwolle', 'VERDACHTE'), TAFEL);
  release(addIncident(draft, pleger, THEMA, 'Zwolle', 'VERDACHTE'), ['om-oost-nederland', 'reclassering-nederland']);
  release(addIncident(draft, pleger, THEMA, 'Deventer', 'VERDACHTE'), ['gemeente-zwolle']);
  addIncident(draft, pleger, THEMA, 'Kampen', 'VERDACHTE');
  release(addAandachtsvestiging(draft, pleger, THEMA), ['dimence', 'gemeente-zwolle', 'veilig-thuis-ijsselland']);
  addAandachtsvestiging(draft, pleger, THEMA, true);
  addVerdenking(draft, pleger, THEMA);
  addVerdenking(draft, pleger, THEMA);
  addRisico(draft, pleger, 'MIDDEN', '2026-02-10');
  addRisico(draft, pleger, 'HOOG', '2026-08-17');

  release(addMelding(draft, slachtoffer, THEMA, 'Zwolle'), ['gemeente-zwolle', 'veilig-thuis-ijsselland']);
  addMelding(draft, slachtoffer, THEMA, 'Zwolle');
  release(addIncident(draft, slachtoffer, THEMA, 'Zwolle', 'SLACHTOFFER'), TAFEL);
  addIncident(draft, slachtoffer, THEMA, 'Zwolle', 'SLACHTOFFER');
  addAandachtsvestiging(draft, slachtoffer, THEMA);

  addMelding(draft, tiener, THEMA, 'Zwolle');

  addPolitieadvies(draft, casus, THEMA);
  addPolitieadvies(draft, casus, THEMA);
}
