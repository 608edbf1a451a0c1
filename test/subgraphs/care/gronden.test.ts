import { sql } from 'kysely';
import { care } from '../../../subgraphs/care/care';
import type { Grond, Vrijgave } from '../../../subgraphs/kit/synthetic/world';
import { vandaag } from '../../../schema/domain/vandaag';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { asGemeente, volgensCatalogus } from './asGemeente';
import { refill, withStore } from './refill';
import { CASUS, careWorld, DIMENCE, grondVoor, TACTUS, VEILIG_THUIS } from './smallWorld';
import { casus, hoofdbetrokkene, kringlid, vraagPersoon } from './vragen';

/** One person with one record of every kind at one institution, and the gronden of a case. */
function worldWith(gronden: readonly Grond[], vrijgaven: readonly Vrijgave[] = [], bronhouder = DIMENCE) {
  const van = (id: string) => ({ id, bronhouder, persoon: 'p' });
  return careWorld({
    bekendheden: [{ ...van('be'), sinds: '2026-01-01' }],
    trajecten: [
      { ...van('tr'), soort: 'Kliniek', ingangsdatum: '2026-01-01', einddatum: null, behandelstatus: 'Loopt' },
    ],
    diagnosen: [{ ...van('di'), classificatie: 'Stoornis', omschrijving: 'Tekst', gesteldOp: '2026-01-01' }],
    adviezen: [{ ...van('ad'), casus: CASUS, datum: '2026-01-01', strekking: 'Opschalen', advies: 'Tekst' }],
    gronden,
    vrijgaven,
  });
}

const DOEL = 'ZORG_EN_HULPVERLENING' as const;
const VANDAAG = vandaag();
const anderDag = (dagen: number) => vandaag(new Date(Date.now() + dagen * 86_400_000));

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(care, { createWorld: () => worldWith([]) });
});
afterAll(() => bron.close());

const VERLENINGEN = [DIMENCE, TACTUS].flatMap((oin) =>
  volgensCatalogus(
    oin,
    'zorg.bekend',
    'zorg.trajecten',
    'zorg.behandelstatus',
    'zorg.diagnosen',
    'zorg.advies',
    'zorg.kringbekend',
  ),
);
const VRAAG = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on Hoofdbetrokkene { bekendBijZorg { sinds } trajecten { soort behandelstatus } diagnosen { omschrijving } }
  ... on Kringlid { bekendBijZorg { sinds } }
  ... on Casus { zorgadviezen { advies } } } }`;
const R = [hoofdbetrokkene('p'), kringlid('p'), casus(CASUS)];

async function ask(delegatie = asGemeente(VERLENINGEN)) {
  const { text, body } = await bron.ask(delegatie, VRAAG, { r: R });
  expect(body.errors).toBeUndefined();
  const [persoon, kring, zaak] = body.data?._entities as [
    { bekendBijZorg: unknown[]; trajecten: { behandelstatus: string | null }[]; diagnosen: unknown[] },
    { bekendBijZorg: unknown[] },
    { zorgadviezen: unknown[] },
  ];
  return {
    text,
    bekend: persoon.bekendBijZorg.length,
    trajecten: persoon.trajecten.map(({ behandelstatus }) => behandelstatus),
    diagnosen: persoon.diagnosen.length,
    kring: kring.bekendBijZorg.length,
    adviezen: zaak.zorgadviezen.length,
  };
}

const NIETS = { bekend: 0, trajecten: [], diagnosen: 0, kring: 0, adviezen: 0 };
const ALLES_ZONDER_VRIJGAVE = { ...NIETS, bekend: 1, trajecten: ['Loopt'], kring: 1, adviezen: 1 };

describe('a ground opens what it names', () => {
  test.each<[string, readonly Grond[]]>([
    ['a valid one', [grondVoor('p', DIMENCE)]],
    ['one that begins today', [grondVoor('p', DIMENCE, { van: VANDAAG })]],
    ['one whose last day is today', [grondVoor('p', DIMENCE, { tot: anderDag(1) })]],
    [
      'one beside one that was withdrawn',
      [grondVoor('p', DIMENCE, { ingetrokkenOp: '2026-01-02' }), grondVoor('p', DIMENCE)],
    ],
    ['one that names this doel only', [grondVoor('p', DIMENCE, { doelen: [DOEL] })]],
  ])('%s', async (_title, gronden) => {
    await refill(bron, worldWith(gronden));
    expect(await ask()).toMatchObject(ALLES_ZONDER_VRIJGAVE);
  });

  test('category by category', async () => {
    await refill(bron, worldWith([grondVoor('p', DIMENCE, { categorieen: ['zorg.trajecten', 'zorg.advies'] })]));
    expect(await ask()).toMatchObject({ ...NIETS, trajecten: [null], adviezen: 1 });
    await refill(bron, worldWith([grondVoor('p', DIMENCE, { categorieen: ['zorg.behandelstatus', 'zorg.bekend'] })]));
    expect(await ask()).toMatchObject({ ...NIETS, bekend: 1 });
  });
});

describe('withholds to the byte as if there were nothing', () => {
  let leeg: string;
  beforeAll(async () => {
    await refill(bron, careWorld({}));
    leeg = (await ask()).text;
  });

  test.each<[string, readonly Grond[]]>([
    ['without a ground', []],
    ['expired', [grondVoor('p', DIMENCE, { van: '2025-01-01', tot: '2025-06-01' })]],
    ['expired today', [grondVoor('p', DIMENCE, { tot: VANDAAG })]],
    ['begins tomorrow', [grondVoor('p', DIMENCE, { van: anderDag(1) })]],
    ['withdrawn', [grondVoor('p', DIMENCE, { ingetrokkenOp: '2026-01-02' })]],
    ['withdrawn from a day to come', [grondVoor('p', DIMENCE, { ingetrokkenOp: '2999-01-01' })]],
    ['for other receivers', [grondVoor('p', DIMENCE, { ontvangers: ['gemeente-deventer', 'politie-oost-nederland'] })]],
    ['for a receiver whose name begins alike', [grondVoor('p', DIMENCE, { ontvangers: ['gemeente-zwolle-zuid'] })]],
    ['for another doel', [grondVoor('p', DIMENCE, { doelen: ['STRAFRECHTELIJKE_HANDHAVING'] })]],
    ['for another category', [grondVoor('p', DIMENCE, { categorieen: ['zorg.crisis'] })]],
    ['of another bronhouder', [grondVoor('p', TACTUS)]],
    ['about another person', [grondVoor('q', DIMENCE)]],
  ])('%s', async (_title, gronden) => {
    await refill(bron, worldWith(gronden));
    expect((await ask()).text).toBe(leeg);
  });

  test('a ground that can not be read, which is no fault of the request', async () => {
    await refill(bron, worldWith([grondVoor('p', DIMENCE)]));
    await withStore(bron, async (db) => {
      await sql`update gronden set ontvangers = '"gemeente-zwolle'`.execute(db);
    });
    expect((await ask()).text).toBe(leeg);
  });
});

describe('content needs a release beside the ground', () => {
  const grond = [grondVoor('p', DIMENCE)];
  const vrijgave: Vrijgave = { record: 'di', casus: CASUS, ontvangers: ['gemeente-zwolle'], ingetrokkenOp: null };

  test('both give', async () => {
    await refill(bron, worldWith(grond, [vrijgave]));
    expect(await ask()).toMatchObject({ ...ALLES_ZONDER_VRIJGAVE, diagnosen: 1 });
  });

  test.each<[string, readonly Grond[], readonly Vrijgave[]]>([
    ['a release without a ground', [], [vrijgave]],
    ['a ground without a release', grond, []],
    ['a release in another casus', grond, [{ ...vrijgave, casus: 'casus-2' }]],
    ['a release to others', grond, [{ ...vrijgave, ontvangers: ['tactus'] }]],
    ['a release taken back', grond, [{ ...vrijgave, ingetrokkenOp: '2026-02-01' }]],
    ['a release of another record', grond, [{ ...vrijgave, record: 'tr' }]],
  ])('%s does not', async (_title, gronden, vrijgaven) => {
    await refill(bron, worldWith(gronden, vrijgaven));
    expect(await ask()).toMatchObject({ diagnosen: 0 });
  });
});

test('Veilig Thuis, with a statutory task of its own, needs no ground', async () => {
  await refill(bron, worldWith([], [], VEILIG_THUIS));
  const delegatie = asGemeente(volgensCatalogus(VEILIG_THUIS, 'zorg.bekend'));
  const { body } = await bron.ask(delegatie, vraagPersoon('bekendBijZorg { bronhouder }'), { r: [R[0]] });
  expect(body).toEqual({ data: { _entities: [{ bekendBijZorg: [{ bronhouder: VEILIG_THUIS }] }] } });
});
