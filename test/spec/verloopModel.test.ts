import { join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { FASEN } from '../../schema/domain/fase';
import { KADERS } from '../../schema/domain/kader';
import { vandaag } from '../../schema/domain/vandaag';
import { BEGIN, digestOf } from '../../schema/verloop/akte';
import type { Casusstand } from '../../schema/verloop/casusstand';
import { STAPPEN, type Stap } from '../../schema/verloop/stap';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { hub } from '../gateway/cli/onTerminal';
import { akteOf } from '../harness/akteOf';
import { counted } from '../harness/runs';
import { type OpenedEntry, readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
import { stapVraag } from '../harness/stapVraag';
import { naiveStap, type Wereld } from '../schema/verloop/naiveMachine';
import { MELDER, REGISSEUR, withFreshCasussen } from './freshCasussen';

jest.setTimeout(process.env['KETENHUB_DEEP'] === undefined ? 240_000 : 3_600_000);

const DEEP = process.env['KETENHUB_DEEP'] !== undefined;
const SETTINGS = counted(DEEP ? 400 : 14);
const LENGTH = 24;

/** `partner medewerker`: those who act, some of them at the table from the start. */
const GEMEENTE = ['gemeente-zwolle m-zwolle-2', 'gemeente-zwolle m-zwolle-6', 'gemeente-zwolle m-zwolle-8'];
const OTHERS = [
  'politie-oost-nederland m-politie-3',
  'politie-oost-nederland m-politie-1',
  'om-oost-nederland m-om-1',
  'dimence m-dimence-1',
];
const QUERY = `query ($casus: ID!) { casus(id: $casus) { kenmerk zorgadviezen { advies } politieadviezen { advies }
  hoofdbetrokkenen { id incidenten { soort } bekendBijPolitie crisiscontacten { datum } schulden { bedrag } } } }`;

/** What somebody does: he asks what there is, or takes a stap, now and then for a stand that he saw long ago. */
type Daad =
  | { readonly wie: string; readonly doet: 'VRAAGT'; readonly doel: string }
  | { readonly wie: string; readonly doet: 'ZET'; readonly stap: Stap; readonly achter: number };

const draw = (actors: readonly string[]): fc.Arbitrary<Daad[]> => {
  const wie = fc.constantFrom(...actors);
  const often = fc.oneof({ arbitrary: fc.constant(actors[0]!), weight: 5 }, { arbitrary: wie, weight: 4 });
  const all = fc.constantFrom(...GEMEENTE, ...OTHERS);
  const zetel = all.map((one) => {
    const [zetelPartner = '', zetelMedewerker = ''] = one.split(' ');
    return { zetelPartner, zetelMedewerker };
  });
  const stap: fc.Arbitrary<Stap> = fc.oneof(
    fc.constant({ stap: 'BEVESTIGEN' as const }),
    fc
      .boolean()
      .map((positief) => ({ stap: 'DOELTOETSEN' as const, positief: positief, criteria: ['een'], toelichting: 'x' })),
    { arbitrary: fc.constantFrom(...FASEN).map((fase) => ({ stap: 'NAAR_FASE' as const, fase })), weight: 4 },
    fc.constantFrom(...KADERS).map((kader) => ({ stap: 'WIJZIG_KADER' as const, kader })),
    {
      arbitrary: zetel.map((one) => ({ stap: 'PLAATS_GEVEN' as const, ...one, rol: 'DEELNEMER' as const })),
      weight: 3,
    },
    zetel.map((one) => ({ stap: 'VERLATEN' as const, ...one })),
    fc.tuple(zetel, all).map(([one, door]) => ({ stap: 'VERVANGEN' as const, ...one, door: door.split(' ')[1]! })),
    // A colleague who can take that very seat.
    fc
      .constantFrom(['m-zwolle-2', 'm-zwolle-8'], ['m-zwolle-8', 'm-zwolle-2'])
      .map(([zetelMedewerker = '', door = '']) => {
        return { stap: 'VERVANGEN' as const, zetelPartner: 'gemeente-zwolle', zetelMedewerker, door };
      }),
    fc.constant({ stap: 'AFSCHERMEN' as const }),
  );
  const doel = fc.constantFrom('STRAFRECHTELIJKE_HANDHAVING', 'ZORG_EN_HULPVERLENING', 'CASUSREGIE');
  const vraagt = fc.record({ wie, doet: fc.constant('VRAAGT' as const), doel });
  const achter = fc.oneof({ arbitrary: fc.constant(0), weight: 8 }, { arbitrary: fc.nat(3), weight: 1 });
  const zet = fc.record({ wie: often, doet: fc.constant('ZET' as const), stap, achter });
  // Those who want to get on, and those who do as they please.
  const on = (given: Stap, actor = actors[0]!): Daad => ({ wie: actor, doet: 'ZET', stap: given, achter: 0 });
  const started: Daad[] = [
    on({ stap: 'BEVESTIGEN' }),
    on({ stap: 'BEVESTIGEN' }, actors[1]),
    on({ stap: 'NAAR_FASE', fase: 'DOELTOETS' }),
    on({ stap: 'DOELTOETSEN', positief: true, criteria: ['een'], toelichting: 'x' }),
    on({ stap: 'NAAR_FASE', fase: 'DEELNEMERSBEPALING' }),
    on({ stap: 'NAAR_FASE', fase: 'CASUSOVERLEG' }),
  ];
  const free = fc.array(fc.oneof({ arbitrary: zet, weight: 3 }, { arbitrary: vraagt, weight: 2 }), {
    minLength: 6,
    maxLength: LENGTH,
  });
  const upTo = fc.oneof(fc.nat(started.length), fc.constant(started.length));
  return fc.tuple(upTo, free).map(([far, rest]) => [...started.slice(0, far), ...rest]);
};

describe('several partners, each doing what it can', () => {
  let house: House;
  let wereld: Wereld;
  let used = 0;
  const seen = { taken: {} as Record<string, number>, read: 0, foreign: 0, shut: 0, stale: 0, refused: 0 };
  beforeAll(async () => {
    house = await startHouse({
      world: withFreshCasussen(createWorld({ seed: 1, size: 'demo' }), SETTINGS.numRuns * 2),
    });
    const { aanwijzingen } = house.world.municipality;
    const today = vandaag();
    wereld = {
      wgs: Object.fromEntries(
        [...house.partners.values()].filter(({ account }) => account).map(({ id, wgs }) => [id, wgs]),
      ),
      aangewezen: aanwijzingen
        .filter(({ van, tot }) => van <= today && (tot === null || today < tot))
        .map(({ partner, medewerker, rol }) => `${partner} ${medewerker} ${rol}`),
    };
  });
  afterAll(() => house.stop());

  const foreignIn = ({ gegevens }: OpenedEntry) =>
    gegevens.filter(({ eigen, categorie }) => eigen !== true && !categorie.startsWith('casus.'));
  const inStore = (casus: string) => {
    const store = new Database(join(house.dir, 'municipality.sqlite'), { readonly: true });
    const today = vandaag();
    const [row] = store.prepare('select fase, kader, status, bevestigd_door, nr, vorige from casussen where id = ?').all(casus) as Record<string, string>[]; // oxfmt-ignore
    const zetels = store.prepare('select partner, medewerker, rol, van, tot from zetels where casus = ?').all(casus) as { partner: string; medewerker: string; rol: string; van: string; tot: string | null }[]; // oxfmt-ignore
    store.close();
    const tafel = zetels.filter(({ van, tot }) => van <= today && (tot === null || today < tot)).map(({ partner, medewerker, rol }) => `${partner} ${medewerker} ${rol}`); // oxfmt-ignore
    const { bevestigd_door: door = '', ...rest } = row!;
    return { ...rest, bevestigdDoor: JSON.parse(door) as unknown, tafel: tafel.sort() };
  };

  /** Plays what they do in a casus of its own, beside a model that knows only the naive machine. */
  async function play(daden: readonly Daad[]): Promise<{ foreign: number; bevestigd: boolean }> {
    const casus = `vers-${String(used++).padStart(4, '0')}`;
    let stand: Casusstand = {
      ...{ fase: 'AANMELDING', kader: 'DRANG', status: 'LOPEND', bevestigdDoor: [] },
      tafel: [
        { ...REGISSEUR, rol: 'PROCESREGISSEUR' },
        { ...MELDER, rol: 'MELDER' },
      ],
    };
    const chain: { stap: string; akte: string }[] = [];
    const heads = [BEGIN];
    const start = readRegister(house).length;
    let foreign = 0;
    const bevestigd = () => new Set(stand.bevestigdDoor.filter((one) => wereld.wgs[one] === 'PUBLIEK')).size >= 2;
    const seated = (wie: string) => stand.tafel.some(({ partner, medewerker }) => `${partner} ${medewerker}` === wie);

    for (const daad of daden) {
      const [partner = '', medewerker = ''] = daad.wie.split(' ');
      const before = readRegister(house).length;
      if (daad.doet === 'VRAAGT') {
        const { status, body } = await house.ask({
          partner,
          medewerker,
          casus,
          doel: daad.doel,
          query: QUERY,
          variables: { casus },
        });
        const lines = readRegister(house, before);
        const given = lines.filter(({ soort }) => soort === 'ANTWOORD').flatMap(foreignIn);
        foreign += given.length;
        if (!seated(daad.wie)) {
          seen.shut += 1;
          expect({ daad, status }).toEqual({ daad, status: 403 });
          continue;
        }
        if (status === 200) seen.read += 1;
        if (given.length > 0) seen.foreign += 1;
        // Nothing of another before it is confirmed, and nothing at all once it is closed.
        if (!bevestigd() || stand.fase === 'AFSLUITING' || stand.status !== 'LOPEND')
          expect({ daad, given }).toEqual({ daad, given: [] });
        if (stand.status !== 'LOPEND' && status === 200) expect(body.data).toEqual({ casus: null });
        // What was decided was decided on the stand as it is.
        for (const { beslisfeiten } of lines.filter(({ soort }) => soort === 'ANTWOORD')) {
          expect(beslisfeiten).toMatchObject({
            fase: stand.fase,
            kader: stand.kader,
            status: stand.status,
            bevestigd: bevestigd(),
          });
          const told = beslisfeiten!.tafel.map((one) => one.join(' ')).sort();
          expect(told).toEqual(stand.tafel.map(({ partner: of, rol }) => `${of} ${rol}`).sort());
        }
        continue;
      }
      const behind = Math.min(daad.achter, chain.length);
      const kop = { nr: chain.length - behind + 1, vorige: heads[chain.length - behind]! };
      const akte = akteOf(daad.stap, { casus, partner, medewerker, ...kop });
      const { status, body } = await house.ask(await stapVraag(akte, house.keys.partner));
      const next = behind === 0 ? naiveStap(stand, daad.wie, daad.stap, wereld) : null;
      const gezet = status === 200 && (body.data?.['gezet'] ?? null) !== null;
      expect({ daad, stand, gezet }).toEqual({ daad, stand, gezet: next !== null });
      if (next !== null) {
        stand = next;
        chain.push({ stap: daad.stap.stap, akte: digestOf(akte) });
        heads.push(digestOf(akte));
        seen.taken[daad.stap.stap] = (seen.taken[daad.stap.stap] ?? 0) + 1;
      } else if (status === 409) seen.stale += 1;
      else seen.refused += 1;
      expect(inStore(casus)).toEqual({
        ...{ fase: stand.fase, kader: stand.kader, status: stand.status, bevestigdDoor: stand.bevestigdDoor },
        ...{ nr: chain.length, vorige: heads.at(-1) },
        tafel: stand.tafel.map(({ partner: of, medewerker: who, rol }) => `${of} ${who} ${rol}`).sort(),
      });
    }

    // The register tells the same story, and of each stap that it was about to be taken.
    const lines = readRegister(house, start).filter((line) => line.casus === casus);
    const told = lines.filter(({ soort }) => soort === 'STAP');
    expect(told.map(({ verloop }) => verloop)).toMatchObject(chain.map((one, i) => ({ ...one, nr: i + 1 })));
    for (const { verzoek, nr } of told) {
      expect(lines.some((line) => line.soort === 'VOORNEMEN' && line.verzoek === verzoek && line.nr < nr)).toBe(true);
    }
    return { foreign, bevestigd: bevestigd() };
  }

  test('never leave the state machine, never lose a stap, never read what is not theirs to read', async () => {
    await fc.assert(
      fc.asyncProperty(draw([GEMEENTE[0]!, OTHERS[0]!, ...GEMEENTE.slice(1), ...OTHERS.slice(1)]), async (daden) => {
        await play(daden);
      }),
      SETTINGS,
    );
    // It was tried indeed.
    for (const stap of STAPPEN.filter((one) => one !== 'AFSCHERMEN'))
      expect({ stap, taken: (seen.taken[stap] ?? 0) > 0 }).toEqual({ stap, taken: true });
    for (const often of [seen.read, seen.foreign, seen.shut, seen.stale, seen.refused])
      expect(often).toBeGreaterThan(0);
  });

  test('one partner alone, whatever it does, reads nothing of another', async () => {
    await fc.assert(
      fc.asyncProperty(draw(GEMEENTE), async (daden) => {
        expect(await play(daden)).toEqual({ foreign: 0, bevestigd: false });
      }),
      SETTINGS,
    );
  });

  test('and an independent reader of the register finds every decision as the rules have it', async () => {
    const drawn = await hub(['register', 'sample', '--n', '200', '--json'], { env: { KETENHUB_DIR: house.dir } });
    expect(drawn.code).toBe(0);
    expect(JSON.parse(drawn.out)).toMatchObject({ verschillen: [], nietBeoordeeld: [] });
  });
});
