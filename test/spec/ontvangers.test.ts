import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { hub } from '../gateway/cli/onTerminal';
import { readRegister } from '../harness/readRegister';
import { type House, type Question, startHouse } from '../harness/startHouse';

jest.setTimeout(120_000);

/** A privacy officer of Dimence beside those of the demo. */
function withOfficer(world: World): World {
  const { municipality } = world;
  const officer = { partner: 'dimence', medewerker: 'm-dimence-9', rol: 'PRIVACY_OFFICER' } as const;
  return {
    ...world,
    municipality: {
      ...municipality,
      medewerkers: [...municipality.medewerkers, { id: 'm-dimence-9', naam: 'Puck Pieters' }],
      aanwijzingen: [...municipality.aanwijzingen, { ...officer, van: '2025-01-01', tot: null }],
    },
  };
}

const politie = { partner: 'politie-oost-nederland', medewerker: 'm-politie-4' };
const ggz = { partner: 'dimence', medewerker: 'm-dimence-9' };
const gemeente = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-4' };
const agent = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
const casusregisseur = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-1' };
const officier = { partner: 'om-oost-nederland', medewerker: 'm-om-1' };
const behandelaar = { partner: 'dimence', medewerker: 'm-dimence-1' };

const ONTVANGERS = `query ($soort: String!, $verwijzing: ID, $persoon: ID, $casus: ID) {
  ontvangers(soort: $soort, verwijzing: $verwijzing, persoon: $persoon, casus: $casus) {
    digest volgende regels { dag partner naam categorie label weg berekend versie aangekomen } } }`;
const INCIDENTEN = `query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { id incidenten { record soort } } } }`;

interface Ontvanger {
  readonly partner: string;
  readonly categorie: string;
  readonly weg: string;
  readonly berekend: string | null;
  readonly versie: string | null;
  readonly aangekomen: boolean;
}
interface Vraag {
  readonly soort: string;
  readonly verwijzing: string | null;
  readonly persoon?: string;
  readonly casus?: string;
}

describe('a datum that was found wrong: who must be told (AVG 19)', () => {
  let house: House;
  let casus: string;
  let vraag: Vraag & { readonly verwijzing: string; readonly persoon: string };
  /** An incident of the same person that the gemeente was not given. */
  let withheld: string;
  beforeAll(async () => {
    house = await startHouse({ world: withOfficer(createWorld({ seed: 1, size: 'demo' })) });
    casus = house.world.municipality.casussen[0]!.id;
    const { body } = await inCasus(casusregisseur, 'BESTUURLIJKE_HANDHAVING', INCIDENTEN);
    const { hoofdbetrokkenen } = (body.data as { casus: { hoofdbetrokkenen: Persoon[] } }).casus;
    const seen = hoofdbetrokkenen.flatMap(({ incidenten }) => incidenten.map(({ record }) => record));
    const hidden = house.world.police.incidenten.find((one) =>
      hoofdbetrokkenen.some(
        ({ id, incidenten }) => id === one.persoon && incidenten.length > 0 && !seen.includes(one.id),
      ),
    )!;
    const { incidenten } = hoofdbetrokkenen.find(({ id }) => id === hidden.persoon)!;
    vraag = { soort: 'Incident', verwijzing: incidenten[0]!.record, persoon: hidden.persoon };
    withheld = hidden.id;
  });
  afterAll(() => house.stop());

  const inCasus = (who: typeof agent, doel: string, query: string) =>
    house.ask({ ...who, casus, doel, query, variables: { casus } });
  const ask = async (who: Partial<Question> & typeof agent, over: Partial<Vraag> = {}) => {
    const before = readRegister(house).length;
    const { status, body, text } = await house.ask({ ...who, query: ONTVANGERS, variables: { ...vraag, ...over } });
    return { status, body, text, lines: readRegister(house, before) };
  };
  const told = async (who: typeof agent, over: Partial<Vraag> = {}): Promise<Ontvanger[]> => {
    const { body } = await ask(who, over);
    expect(body.errors).toBeUndefined();
    return (body.data as { ontvangers: { regels: Ontvanger[] } }).ontvangers.regels;
  };
  const whoGot = async (over: Partial<Vraag> = {}) => (await told(politie, over)).map(({ partner }) => partner);

  test('the officer of who gave it is told who got it, on which day, in which version; and the look is in the register', async () => {
    const { body, text, lines } = await ask(politie);
    const incident = house.world.police.incidenten.find(({ id }) => id === vraag.verwijzing)!;
    const regels = (body.data as { ontvangers: { regels: unknown[] } }).ontvangers.regels;
    expect(regels).toEqual([
      {
        dag: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as unknown,
        partner: 'gemeente-zwolle',
        naam: 'Gemeente Zwolle',
        categorie: 'politie.incidenten',
        label: expect.any(String) as unknown,
        weg: 'ANTWOORD',
        berekend: null,
        versie: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown,
        aangekomen: true,
      },
    ]);
    for (const value of [incident.soort, vraag.persoon, vraag.verwijzing, casus]) expect(text).not.toContain(value);
    expect(text).not.toMatch(/m-[a-z]+-\d/);
    expect(lines).toMatchObject([
      { soort: 'INZAGE', rol: 'PRIVACY_OFFICER', partner: politie.partner, argumenten: ['Query.ontvangers(casus,persoon,soort,verwijzing)'] }, // oxfmt-ignore
    ]);
    for (const id of [vraag.persoon, vraag.verwijzing]) expect(JSON.stringify(lines)).not.toContain(id);
  });

  test('another officer gets an empty list, and so does he who asks after what is not there or was given to nobody', async () => {
    const empty = (await ask(ggz)).text;
    expect(JSON.parse(empty)).toMatchObject({ data: { ontvangers: { regels: [], volgende: null } } });
    for (const [who, over] of [
      [gemeente, {}],
      [politie, { verwijzing: withheld }],
      [politie, { verwijzing: 'er-is-er-geen' }],
      [politie, { persoon: 'f'.repeat(32) }],
      [politie, { soort: 'Verdenking' }],
    ] as const) {
      expect((await ask(who, over)).text).toBe(empty);
    }
  });

  test.each([
    ['who sits at a table', agent],
    ['a regisseur', { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' }],
    ['an auditor', { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-5' }],
    ['nobody known', { partner: 'politie-oost-nederland', medewerker: 'm-politie-onbekend' }],
  ])('%s is refused, and that is in the register', async (_who, who) => {
    const { body, lines } = await ask(who);
    expect(body.data).toEqual({ ontvangers: null });
    expect(body.errors?.map(({ extensions: { code, coordinaat } }) => [code, coordinaat])).toEqual([
      ['HUB_GEGEVEN_GEWEIGERD', 'Query.ontvangers'],
    ]);
    expect(lines).toMatchObject([{ soort: 'INZAGE', weigeringen: [{ artikel: 'AVG 19' }] }]);
  });

  test('nobody asks it inside a casus', async () => {
    for (const who of [agent, casusregisseur]) {
      const { body } = await ask({ ...who, casus, doel: 'ZORG_EN_HULPVERLENING' });
      expect(body.data?.['ontvangers'] ?? null).toBeNull();
      expect(body.errors).not.toEqual([]);
    }
  });

  test.each<[string, Partial<Vraag>, string]>([
    ['both a person and a casus', { casus: 'c' }, 'een van beide'],
    ['a kind that there is not', { soort: 'Incidnet' }, 'bedoelde u "Incident"?'],
    ['a kind that is a name', { soort: 'Jan Jansen' }, 'zoals "Incident"'],
    ['a person, who is no record', { soort: 'Hoofdbetrokkene' }, 'geen soort gegeven'],
    ['what stands on a person himself by a reference', { verwijzing: 'p', persoon: 'p' }, 'heeft geen verwijzing'],
    ['a record without its reference', { verwijzing: null }, 'noem "verwijzing"'],
    ['a field that no person has', { soort: 'Hoofdbetrokkene.schoenmaat', verwijzing: null }, 'geen soort gegeven'],
    ['the key of a person', { soort: 'Hoofdbetrokkene.id', verwijzing: null }, 'geen soort gegeven'],
    ['a field, and no person', { soort: 'Kringlid.weergavenaam', verwijzing: null, casus: 'c', persoon: null as never }, 'noem "persoon"'], // oxfmt-ignore
  ])('%s is no question', async (_what, over, message) => {
    const { status, body, text } = await ask(politie, over);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(body.errors?.[0]?.message).toContain(message);
    expect(text).not.toMatch(/Jansen|Incidnet/);
  });

  test('not who has it of himself, and not who was made ready an answer that never left', async () => {
    const own = await inCasus(agent, 'STRAFRECHTELIJKE_HANDHAVING', INCIDENTEN);
    expect(own.text).toContain(vraag.verwijzing);
    let asked = 0;
    // The door of the facts goes before the last look: the answer stands in the register, and is withdrawn.
    house.proxies.municipality.behave({
      before: async ({ path }) => {
        if (path !== '/graphql' && (asked += 1) === 2) throw new Error('gone');
      },
    });
    const before = readRegister(house).length;
    expect((await inCasus(officier, 'STRAFRECHTELIJKE_HANDHAVING', INCIDENTEN)).status).toBe(503);
    house.proxies.municipality.behave('normal');
    const lines = readRegister(house, before).filter(({ naar }) => naar === undefined);
    expect(lines.map(({ soort }) => soort)).toEqual(['ANTWOORD', 'NIET_VRIJGEGEVEN', 'GEWEIGERD']);
    expect(lines[0]?.gegevens.some(({ categorie }) => categorie === 'politie.incidenten')).toBe(true);
    expect(await whoGot()).toEqual(['gemeente-zwolle']);
    expect((await inCasus(officier, 'STRAFRECHTELIJKE_HANDHAVING', INCIDENTEN)).text).toContain(vraag.verwijzing);
    expect(new Set(await whoGot())).toEqual(new Set(['gemeente-zwolle', 'om-oost-nederland']));
    // Both asked the same of it, and were given the same.
    expect(new Set((await told(politie)).map(({ versie }) => versie)).size).toBe(1);
  });

  test('what was worked out of it counts: for who got that, and for who was sent it to work with', async () => {
    const query = `query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { id veiligheidsbeeld } } }`;
    const { body } = await inCasus(casusregisseur, 'ZORG_EN_HULPVERLENING', query);
    const { hoofdbetrokkenen } = (body.data as { casus: { hoofdbetrokkenen: Persoon[] } }).casus;
    const latest = house.world.police.risicos.toSorted((a, b) => (a.peildatum < b.peildatum ? 1 : -1));
    const isSeen = ({ persoon: of }: { persoon: string }) =>
      hoofdbetrokkenen.some(({ id: known, veiligheidsbeeld }) => known === of && veiligheidsbeeld !== null);
    const { persoon, id } = latest.find(isSeen)!;
    const over = { soort: 'Hoofdbetrokkene.veiligheidsrisico', verwijzing: id, persoon };
    const what = { categorie: 'politie.risico', versie: null, aangekomen: true };
    expect(await told(politie, over)).toMatchObject([
      { partner: 'dimence', weg: 'BRON', berekend: 'Hoofdbetrokkene.veiligheidsrisico', ...what },
      { partner: 'gemeente-zwolle', weg: 'ANTWOORD', berekend: 'Hoofdbetrokkene.veiligheidsbeeld', ...what },
    ]);
    // An earlier one does not count: it was given to nobody by that.
    const earlier = latest.filter((one) => one.persoon === persoon && one.id !== id);
    expect(earlier).not.toEqual([]);
    for (const one of earlier) expect(await told(politie, { ...over, verwijzing: one.id })).toEqual([]);
    // Who hosts the source to which it went gave nothing of it himself.
    expect(await told(ggz, over)).toEqual([]);
  });

  test('what stands on a person himself is asked by its field, and told to who gave it alone', async () => {
    const query = `query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { id geboortedatum } } }`;
    const { body } = await inCasus(behandelaar, 'ZORG_EN_HULPVERLENING', query);
    const { hoofdbetrokkenen } = (body.data as { casus: { hoofdbetrokkenen: Persoon[] } }).casus;
    const persoon = hoofdbetrokkenen[0]!.id;
    const got = async (who: typeof agent, soort: string): Promise<string[]> =>
      (await told(who, { soort, verwijzing: null, persoon })).map(
        ({ partner, categorie }) => `${partner} ${categorie}`,
      );
    expect(await got(gemeente, 'Hoofdbetrokkene.geboortedatum')).toEqual(['dimence persoon.geboortedatum']);
    expect(await got(gemeente, 'Hoofdbetrokkene.bsn')).toEqual([]);
    expect(await got(politie, 'Hoofdbetrokkene.geboortedatum')).toEqual([]);
  });

  test('what stands on the casus is asked by the casus', async () => {
    const query = `query ($casus: ID!) { casus(id: $casus) { politieadviezen { id advies } } }`;
    const { body } = await inCasus(behandelaar, 'ZORG_EN_HULPVERLENING', query);
    const [advies] = (body.data as { casus: { politieadviezen: { id: string }[] } }).casus.politieadviezen;
    const soort = 'Politieadvies';
    const variables = { soort, verwijzing: advies!.id, casus };
    const asked = await house.ask({ ...politie, query: ONTVANGERS, variables });
    const { regels } = (asked.body.data as { ontvangers: { regels: Ontvanger[] } }).ontvangers;
    expect(new Set(regels.map(({ partner }) => partner))).toEqual(new Set(['dimence']));
    expect(await told(politie, { soort, verwijzing: advies!.id })).toEqual([]);
  });

  test('the command prints it, as text and as JSON, and ends with 1 for who may not', async () => {
    const cli = (who: typeof agent, ...more: string[]) =>
      hub(['register', 'record', vraag.soort, vraag.verwijzing, '--persoon', vraag.persoon, '--partner', who.partner, '--medewerker', who.medewerker, ...more], { env: { PUBLIC_URL: house.address, KETENHUB_DIR: house.dir } }); // oxfmt-ignore
    const json = await cli(politie, '--json');
    expect([json.code, json.err]).toEqual([0, '']);
    const { regels } = JSON.parse(json.out) as { regels: Ontvanger[] };
    expect(regels).toEqual(await told(politie));
    expect((await cli(politie)).out).toContain('Gemeente Zwolle');
    expect((await cli(ggz)).out).toBe('Niemand, voor zover dit gegeven er is en van de eigen organisatie is.\n');
    const refused = await cli(agent);
    expect([refused.code, refused.out]).toEqual([1, '']);
  });
});

interface Persoon {
  readonly id: string;
  readonly incidenten: readonly { readonly record: string }[];
  readonly veiligheidsbeeld: unknown;
}
