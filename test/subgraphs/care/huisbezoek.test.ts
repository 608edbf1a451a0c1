import type { Bezoekwijze } from '../../../schema/domain/bezoekwijze';
import type { Verlening } from '../../../schema/domain/delegatie';
import { care } from '../../../subgraphs/care/care';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { asGemeente, GEHEIMHOUDING, POLITIERISICO, volgensCatalogus } from './asGemeente';
import { refill } from './refill';
import { careWorld, DIMENCE, grondVoor, TACTUS } from './smallWorld';
import { hoofdbetrokkene, vraagPersoon } from './vragen';

/** Tactus has no ground: what it agreed counts for nobody but Tactus. */
function worldOf(dimence: Bezoekwijze | null, tactus: Bezoekwijze | null) {
  const afspraak = (bronhouder: string, wijze: Bezoekwijze | null) =>
    wijze === null ? [] : [{ id: bronhouder, bronhouder, persoon: 'p', wijze }];
  return careWorld({
    huisbezoekafspraken: [...afspraak(DIMENCE, dimence), ...afspraak(TACTUS, tactus)],
    gronden: [grondVoor('p', DIMENCE), grondVoor('p', TACTUS, { ontvangers: ['dimence'] })],
  });
}

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(care, { createWorld: () => careWorld({}) });
});
afterAll(() => bron.close());

const ZORG = [DIMENCE, TACTUS].flatMap((oin) => volgensCatalogus(oin, 'zorg.huisbezoek'));
const ALLES: readonly Verlening[] = [...ZORG, POLITIERISICO, GEHEIMHOUDING];

async function ask(bezoekadvies: unknown, verleningen = ALLES) {
  const { body } = await bron.ask(asGemeente(verleningen), vraagPersoon('huisbezoek'), {
    r: [{ ...hoofdbetrokkene('p'), bezoekadvies }],
  });
  return body;
}

const bezoek = (wijze: Bezoekwijze | null) => ({ data: { _entities: [{ huisbezoek: wijze }] } });

test.each<[Bezoekwijze | null, Bezoekwijze | null, Bezoekwijze | null, Bezoekwijze | null]>([
  // police, Dimence (may be seen), Tactus (may not), outcome
  ['ALLEEN', null, null, 'ALLEEN'],
  ['MET_POLITIE', 'MET_TWEE', null, 'MET_POLITIE'],
  ['MET_TWEE', 'NIET_THUIS', null, 'NIET_THUIS'],
  [null, 'MET_TWEE', null, 'MET_TWEE'],
  ['ALLEEN', 'ALLEEN', 'NIET_THUIS', 'ALLEEN'],
  [null, null, 'NIET_THUIS', null],
  [null, null, null, null],
])('police %s, care %s, withheld %s: %s', async (politie, dimence, tactus, expected) => {
  await refill(bron, worldOf(dimence, tactus));
  expect(await ask(politie)).toEqual(bezoek(expected));
});

test('is refused unless all three categories are granted', async () => {
  await refill(bron, worldOf('MET_TWEE', null));
  for (const lacking of ['zorg.huisbezoek', 'politie.risico', 'persoon.geheimhouding']) {
    const body = await ask(
      'MET_POLITIE',
      ALLES.filter(({ categorie }) => categorie !== lacking),
    );
    expect(body.data).toEqual(bezoek(null).data);
    expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_NIET_VERLEEND']);
  }
});

test('is a fault, not too low, when what the police advise was not sent or is nothing they can', async () => {
  await refill(bron, worldOf('ALLEEN', null));
  for (const gestuurd of [undefined, 'MET_DE_BUREN', 3]) {
    const body = await ask(gestuurd);
    expect(body.data).toEqual(bezoek(null).data);
    expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_STORING']);
  }
});
