import type { Verlening } from '../../../schema/domain/delegatie';
import type { Risiconiveau } from '../../../schema/domain/risiconiveau';
import { care } from '../../../subgraphs/care/care';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { asGemeente, POLITIERISICO, volgensCatalogus } from './asGemeente';
import { refill } from './refill';
import { careWorld, DIMENCE, grondVoor, POLITIE, TACTUS, VEILIG_THUIS } from './smallWorld';
import { hoofdbetrokkene, vraagPersoon } from './vragen';

/** Tactus has no ground: what it thinks counts for nobody but Tactus. */
function worldOf(dimence: Risiconiveau | null, tactus: Risiconiveau | null) {
  const taxatie = (bronhouder: string, niveau: Risiconiveau | null) =>
    niveau === null
      ? []
      : [{ id: bronhouder, bronhouder, persoon: 'p', datum: '2026-01-01', instrument: 'HKT-R', niveau }];
  return careWorld({
    risicotaxaties: [...taxatie(DIMENCE, dimence), ...taxatie(TACTUS, tactus)],
    gronden: [grondVoor('p', DIMENCE), grondVoor('p', TACTUS, { ontvangers: ['dimence'] })],
  });
}

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(care, { createWorld: () => careWorld({}) });
});
afterAll(() => bron.close());

const ZORG = [...volgensCatalogus(DIMENCE, 'zorg.risico'), ...volgensCatalogus(TACTUS, 'zorg.risico')];

async function ask(veiligheidsrisico: unknown, verleningen: readonly Verlening[] = [...ZORG, POLITIERISICO]) {
  const { body } = await bron.ask(asGemeente(verleningen), vraagPersoon('veiligheidsbeeld'), {
    r: [{ ...hoofdbetrokkene('p'), veiligheidsrisico }],
  });
  return body;
}

const beeld = (niveau: Risiconiveau | null) => ({ data: { _entities: [{ veiligheidsbeeld: niveau }] } });

test.each<[Risiconiveau | null, Risiconiveau | null, Risiconiveau | null, Risiconiveau | null]>([
  // police, Dimence (may be seen), Tactus (may not), outcome
  ['LAAG', null, null, 'LAAG'],
  ['HOOG', 'LAAG', null, 'HOOG'],
  ['LAAG', 'MIDDEN', null, 'MIDDEN'],
  ['MIDDEN', 'HOOG', null, 'HOOG'],
  [null, 'LAAG', null, 'LAAG'],
  ['LAAG', 'MIDDEN', 'HOOG', 'MIDDEN'],
  [null, null, 'HOOG', null],
  [null, null, null, null],
])('police %s, care %s, withheld %s: %s', async (politie, dimence, tactus, expected) => {
  await refill(bron, worldOf(dimence, tactus));
  expect(await ask(politie)).toEqual(beeld(expected));
});

test('counts Veilig Thuis without a ground', async () => {
  await refill(
    bron,
    careWorld({
      risicotaxaties: [
        { id: 'ri', bronhouder: VEILIG_THUIS, persoon: 'p', datum: '2026-01-01', instrument: 'x', niveau: 'MIDDEN' },
      ],
    }),
  );
  expect(await ask(null, [...volgensCatalogus(VEILIG_THUIS, 'zorg.risico'), POLITIERISICO])).toEqual(beeld('MIDDEN'));
});

test('is refused unless both categories are granted', async () => {
  await refill(bron, worldOf('HOOG', null));
  for (const verleningen of [ZORG, [POLITIERISICO], []]) {
    const body = await ask('HOOG', verleningen);
    expect(body.data).toEqual(beeld(null).data);
    expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_NIET_VERLEEND']);
  }
});

test('does not count what the hub sent when the verlening of the police does not hold', async () => {
  await refill(bron, worldOf('LAAG', null));
  expect(await ask('HOOG', [...ZORG, { ...POLITIERISICO, beperkingen: ['VRIJGEGEVEN'] }])).toEqual(beeld('LAAG'));
  expect(await ask('HOOG', [...ZORG, { ...POLITIERISICO, bronhouder: DIMENCE }])).toEqual(beeld('LAAG'));
  expect(POLITIERISICO.bronhouder).toBe(POLITIE);
});

test('is a fault, not too low, when the level of the police was not sent or is none', async () => {
  await refill(bron, worldOf('LAAG', null));
  for (const gestuurd of [undefined, 'ZEER_HOOG', 3]) {
    const body = await ask(gestuurd);
    expect(body.data).toEqual(beeld(null).data);
    expect(body.errors?.map((error) => error.extensions.code)).toEqual(['KETEN_STORING']);
  }
});
