import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { hub } from '../gateway/cli/onTerminal';
import { readRegister } from '../harness/readRegister';
import { type House, type Question, startHouse } from '../harness/startHouse';

jest.setTimeout(120_000);

/** A privacy officer of Dimence, and one of the gemeente who is an auditor too. */
function withOfficers(world: World): World {
  const { municipality } = world;
  const since = { van: '2025-01-01', tot: null };
  return {
    ...world,
    municipality: {
      ...municipality,
      medewerkers: [...municipality.medewerkers, { id: 'm-dimence-9', naam: 'Puck Pieters' }],
      aanwijzingen: [
        ...municipality.aanwijzingen,
        { partner: 'dimence', medewerker: 'm-dimence-9', rol: 'PRIVACY_OFFICER', ...since },
      ],
    },
  };
}

const huis = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-4' };
const auditor = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-5' };
const politie = { partner: 'politie-oost-nederland', medewerker: 'm-politie-4' };
const ggz = { partner: 'dimence', medewerker: 'm-dimence-9' };
const agent = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
const regisseur = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' };

describe('what the register tells, and to whom', () => {
  let house: House;
  let casus: string;
  let personen: string[];
  beforeAll(async () => {
    house = await startHouse({ world: withOfficers(createWorld({ seed: 1, size: 'demo' })) });
    casus = house.world.municipality.casussen[0]!.id;
    const query = `query ($casus: ID!) { casus(id: $casus) { kenmerk zorgadviezen { advies }
      hoofdbetrokkenen { id naam { geslachtsnaam } bekendBijZorg { bronhouder } bekendBijPolitie } } }`;
    const inside = { casus, doel: 'ZORG_EN_HULPVERLENING', query, variables: { casus } };
    const { body } = await house.ask({ ...agent, ...inside });
    const found = body.data as { casus: { hoofdbetrokkenen: { id: string }[] } };
    personen = found.casus.hoofdbetrokkenen.map(({ id }) => id);
    await house.ask({ partner: 'dimence', medewerker: 'm-dimence-1', ...inside });
  });
  afterAll(() => house.stop());

  const ask = async (question: Question) => {
    const before = readRegister(house).length;
    const { status, body } = await house.ask(question);
    return { status, body, lines: readRegister(house, before) };
  };
  const OPEN = 'mutation ($p: ID) { openDossier(soort: INZAGE, persoon: $p) { dossier bewijs tijdstip } }';
  const open = async (persoon: string): Promise<string> => {
    const { body } = await house.ask({ ...huis, query: OPEN, variables: { p: persoon } });
    return (body.data as { openDossier: { dossier: string } }).openDossier.dossier;
  };
  const STANDPUNT =
    'mutation ($d: ID!, $b: Standpuntbesluit!) { bepaalStandpunt(dossier: $d, besluit: $b) { dossier bewijs } }';
  const says = (who: typeof huis, d: string, b: string) => house.ask({ ...who, query: STANDPUNT, variables: { d, b } });
  const cli = (who: typeof huis, ...args: string[]) =>
    hub([...args, '--partner', who.partner, '--medewerker', who.medewerker], {
      env: { PUBLIC_URL: house.address, KETENHUB_DIR: house.dir },
    });
  const denied = (body: Awaited<ReturnType<typeof ask>>['body'], ...coordinaten: string[]) =>
    expect(body.errors?.map(({ extensions: { code, coordinaat } }) => [code, coordinaat])).toEqual(
      coordinaten.map((coordinaat) => ['HUB_GEGEVEN_GEWEIGERD', coordinaat]),
    );

  describe('a mutation', () => {
    test('writes what it is about to do, what it did, and that it was asked, in that order; it answers with its receipt', async () => {
      const { body, lines } = await ask({ ...huis, query: OPEN, variables: { p: personen[0] } });
      const { openDossier } = body.data as { openDossier: { dossier: string; bewijs: string; tijdstip: string } };
      expect(openDossier.dossier).toMatch(/^D(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      expect(lines).toMatchObject([
        {
          soort: 'VOORNEMEN',
          rol: 'PRIVACY_OFFICER',
          gevraagd: expect.arrayContaining(['Mutation.openDossier']) as unknown,
        },
        { soort: 'DOSSIER', dossier: { nummer: openDossier.dossier, soort: 'INZAGE' }, id: openDossier.bewijs },
        { soort: 'INZAGE', dossier: { nummer: openDossier.dossier } },
      ]);
      expect(lines[0]).not.toHaveProperty('naar');
      expect(lines[1]?.tijdstip).toBe(openDossier.tijdstip);
      // Of whom it is stands under a key, and nowhere else.
      expect(lines[1]?.personen).toHaveLength(1);
      expect(JSON.stringify(lines)).not.toContain(personen[0]);
    });

    test.each([
      ['an auditor', auditor],
      ['the officer of another than the house', politie],
      ['who sits at a table', agent],
      ['a regisseur', regisseur],
      ['nobody known', { partner: 'dimence', medewerker: 'm-dimence-onbekend' }],
    ])('opens no inzageverzoek for %s, and then changes and intends nothing', async (_who, who) => {
      const { body, lines } = await ask({ ...who, query: OPEN, variables: { p: personen[0] } });
      expect(body.data).toEqual({ openDossier: null });
      denied(body, 'Mutation.openDossier');
      expect(lines.map(({ soort }) => soort)).toEqual(['INZAGE']);
      expect(lines[0]?.weigeringen).toMatchObject([{ coordinaat: 'Mutation.openDossier' }]);
      expect(lines[0]).not.toHaveProperty('dossier');
    });

    test('inside a casus nobody changes anything', async () => {
      for (const who of [agent, { ...regisseur }]) {
        const inside = { ...who, casus, doel: 'CASUSREGIE' };
        const { body } = await ask({ ...inside, query: OPEN, variables: { p: personen[0] } });
        expect(body.data?.['openDossier'] ?? null).toBeNull();
      }
    });

    test('is one at a time, and is nothing that could be explained, or asked by GET or a form', async () => {
      const two = `mutation ($p: ID) { a: openDossier(soort: INZAGE, persoon: $p) { dossier } b: openDossier(soort: INZAGE, persoon: $p) { dossier } }`;
      const both = await ask({ ...huis, query: two, variables: { p: personen[0] } });
      expect([both.status, both.body.errors?.[0]?.extensions.code]).toEqual([400, 'HUB_LIMIET']);
      expect(both.lines).toMatchObject([{ soort: 'GEWEIGERD', code: 'HUB_LIMIET' }]);
      const uitleg = 'query ($v: String!) { uitleg(vraag: $v) { digest } }';
      const explained = await ask({ ...huis, query: uitleg, variables: { v: OPEN } });
      expect([explained.status, explained.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
      const before = readRegister(house).length;
      const authorization = `Bearer ${await house.token(huis.partner, huis.medewerker)}`;
      const url = `${house.address}/graphql?query=${encodeURIComponent('mutation { openDossier(soort: DATALEK, medewerker: "m-zwolle-1") { dossier } }')}`;
      expect((await fetch(url, { headers: { authorization } })).status).toBe(404);
      const form = await fetch(`${house.address}/graphql`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'text/plain' },
        body: JSON.stringify({ query: OPEN, variables: { p: personen[0] } }),
      });
      expect(form.status).toBeGreaterThanOrEqual(400);
      expect(readRegister(house, before).filter(({ soort }) => soort === 'DOSSIER')).toEqual([]);
    });

    test.each([
      ['of INZAGE without a person', 'mutation { openDossier(soort: INZAGE) { dossier } }'],
      ['of INZAGE about what is no id', 'mutation { openDossier(soort: INZAGE, persoon: "Jan Jansen") { dossier } }'],
      ['of DATALEK without an account', 'mutation { openDossier(soort: DATALEK) { dossier } }'],
      ['of both', 'mutation { openDossier(soort: INZAGE, persoon: "p", medewerker: "m") { dossier } }'],
      [
        'a position in a dossier that is not there',
        'mutation { bepaalStandpunt(dossier: "D-0000-0000-0000", besluit: WEIGEREN) { dossier } }',
      ],
    ])('%s is refused, and nothing is kept of it', async (_what, query) => {
      const { status, body, lines } = await ask({ ...huis, query });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(lines.map(({ soort }) => soort)).toEqual(['VOORNEMEN', 'GEWEIGERD']);
      expect(body.errors?.[0]?.message).not.toContain('Jan');
    });

    test('a ground is an article and nothing else', async () => {
      const nummer = await open(personen[0]!);
      const query = `mutation ($d: ID!, $g: String) { bepaalStandpunt(dossier: $d, besluit: WEIGEREN, grond: $g) { dossier } }`;
      const wrong = await ask({ ...ggz, query, variables: { d: nummer, g: 'Jan is gevaarlijk' } });
      expect(wrong.body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(JSON.stringify(wrong.lines)).not.toContain('gevaarlijk');
      const right = await ask({ ...ggz, query, variables: { d: nummer, g: 'AVG 23 lid 1 onder d' } });
      expect(right.body.errors).toBeUndefined();
      expect(right.lines[1]).toMatchObject({
        soort: 'STANDPUNT',
        partner: 'dimence',
        dossier: { nummer, standpunt: { bronhouder: house.partners.get('dimence')?.oin, besluit: 'WEIGEREN', grond: 'AVG 23 lid 1 onder d' } }, // oxfmt-ignore
      });
    });
  });

  describe('a dossier of an inzageverzoek', () => {
    const GEVERS =
      'query ($d: ID!) { dossier(nummer: $d) { nummer standpunten { partner besluit } gevers { partner besluit } } }';
    test('tells who handles it who gave something and what each says; another officer his own position only', async () => {
      const nummer = await open(personen[0]!);
      await says(ggz, nummer, 'VERSTREKKEN');
      await says(politie, nummer, 'WEIGEREN');
      await says(ggz, nummer, 'WEIGEREN');
      const his = await ask({ ...huis, query: GEVERS, variables: { d: nummer } });
      const dossier = his.body.data?.['dossier'] as { gevers: { partner: string; besluit: string | null }[] };
      expect(dossier).toMatchObject({
        standpunten: [
          { partner: 'dimence', besluit: 'WEIGEREN' },
          { partner: 'politie-oost-nederland', besluit: 'WEIGEREN' },
        ],
      });
      expect(dossier.gevers).toContainEqual({ partner: 'gemeente-zwolle', besluit: null });
      expect(his.lines).toMatchObject([{ soort: 'INZAGE', dossier: { nummer } }]);
      const other = await ask({ ...ggz, query: GEVERS, variables: { d: nummer } });
      expect(other.body.data?.['dossier']).toEqual({ nummer, standpunten: [{ partner: 'dimence', besluit: 'WEIGEREN' }], gevers: null }); // oxfmt-ignore
      denied(other.body, 'Dossier.gevers');
      for (const who of [auditor, agent]) {
        const { body } = await ask({ ...who, query: 'query ($d: ID!) { dossier(nummer: $d) { nummer } }', variables: { d: nummer } }); // oxfmt-ignore
        expect(body.data).toEqual({ dossier: null });
        denied(body, 'Query.dossier');
      }
    });

    test('is asked after one at a time, so that each look can be traced to it', async () => {
      const [one, two] = [await open(personen[0]!), await open(personen[1]!)];
      const query = `{ a: dossier(nummer: "${one}") { nummer } b: dossier(nummer: "${two}") { nummer } }`;
      const { status, body, lines } = await ask({ ...huis, query });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'HUB_LIMIET']);
      expect(lines).toMatchObject([{ soort: 'GEWEIGERD', dossier: { nummer: one } }]);
    });

    test('its answer shows what who lets know gave, and nobody but him who handles it may ask', async () => {
      const nummer = await open(personen[0]!);
      const subject = (who: typeof huis, ...more: string[]) =>
        cli(who, 'register', 'subject', nummer, '--json', ...more);
      const none = await subject(huis);
      expect(none.code).toBe(1);
      expect(none.err).toContain('Gemeente Zwolle');
      expect(JSON.parse(none.out)).toMatchObject({ dossier: nummer, verstrekkingen: [] });
      await says(huis, nummer, 'VERSTREKKEN');
      const some = JSON.parse((await subject(huis)).out) as { verstrekkingen: { van: string; aan: string }[] };
      expect(new Set(some.verstrekkingen.map(({ van }) => van))).toEqual(new Set(['Gemeente Zwolle']));
      expect(some.verstrekkingen.map(({ aan }) => aan)).toEqual(
        expect.arrayContaining(['Dimence', 'Politie Oost-Nederland, district IJsselland']),
      );
      for (const who of [politie, ggz, auditor, agent]) {
        const { code, out } = await subject(who);
        expect([code, out]).toEqual([1, '']);
        const query = 'query ($d: ID!) { inzage(dossier: $d) { digest } }';
        const { body } = await ask({ ...who, query, variables: { d: nummer } });
        expect(body.data).toEqual({ inzage: null });
        denied(body, 'Query.inzage');
      }
      for (const id of personen) expect(JSON.stringify(some)).not.toContain(id);
      expect(JSON.stringify(some)).not.toMatch(/m-politie|m-dimence|zorg\./);
    });

    test('is text, a page for A4, and complete once everybody answered: whatever he answered', async () => {
      const nummer = await open(personen[0]!);
      for (const { partner } of (await gevers(nummer)).filter(({ partner }) => partner !== 'gemeente-zwolle')) {
        if (partner === 'dimence') await says(ggz, nummer, 'WEIGEREN');
      }
      await says(huis, nummer, 'VERSTREKKEN');
      const text = await cli(huis, 'register', 'subject', nummer.toLowerCase().replaceAll('-', ' '));
      expect(text.out).toContain('Gemeente Zwolle gaf aan Politie Oost-Nederland, district IJsselland');
      expect(text.out).not.toMatch(/zorg bekend|Veilig Thuis/i);
      const file = join(house.dir, 'inzage.html');
      const page = await cli(huis, 'register', 'subject', nummer, '--html', file);
      expect([page.out, page.err.split('\n')[0]]).toEqual(['', `Geschreven: ${file}`]);
      const html = readFileSync(file, 'utf8');
      expect(html).toContain('size: A4 portrait');
      expect(html).toContain('Gemeente Zwolle gaf aan Dimence');
      expect(html).not.toMatch(/<script|http:|https:/);
    });
    const gevers = async (d: string) => {
      const { body } = await house.ask({ ...huis, query: GEVERS, variables: { d } });
      return (body.data?.['dossier'] as { gevers: { partner: string }[] }).gevers;
    };
  });

  describe('a data leak', () => {
    test("is of an account of one's own organisation: what it saw, how many persons, and who they are to nobody", async () => {
      const opened = await cli(politie, 'register', 'dossier', 'open', '--soort', 'DATALEK', '--account', 'politie-oost-nederland/m-politie-1', '--json'); // oxfmt-ignore
      expect(opened.code).toBe(0);
      const { dossier } = JSON.parse(opened.out) as { dossier: string };
      const seen = await cli(politie, 'register', 'medewerker', dossier, '--json');
      const { personen: count, regels } = JSON.parse(seen.out) as {
        personen: number;
        regels: Record<string, unknown>[];
      };
      expect([seen.code, count]).toEqual([0, personen.length]);
      expect(regels).toMatchObject([{ casus, personen: personen.length, antwoorden: 1 }]);
      expect(regels[0]?.['categorieen']).toEqual(
        expect.arrayContaining(['persoon.naam', 'politie.bekend', 'casus.kern']),
      );
      for (const id of personen) expect(seen.out).not.toContain(id);
      expect((await cli(politie, 'register', 'medewerker', dossier)).out).toContain(casus);
      for (const who of [huis, ggz, auditor]) {
        expect((await cli(who, 'register', 'medewerker', dossier)).code).toBe(1);
        expect((await cli(who, 'register', 'dossier', 'show', dossier)).code).toBe(1);
      }
      const own = readRegister(house).filter((line) => line.soort === 'DOSSIER' && line.dossier?.soort === 'DATALEK');
      expect(JSON.stringify(own)).not.toContain('m-politie-1');
    });

    test('of a medewerker of another there is none', async () => {
      const other = await cli(
        politie,
        'register',
        'dossier',
        'open',
        '--soort',
        'DATALEK',
        '--account',
        'dimence/m-dimence-1',
      );
      expect(other.code).toBe(1);
      // Of the same name, but of his own organisation: nobody.
      const query = 'mutation { openDossier(soort: DATALEK, medewerker: "m-dimence-1") { dossier } }';
      const { body } = await house.ask({ ...politie, query });
      const { dossier } = (body.data as { openDossier: { dossier: string } }).openDossier;
      const seen = await cli(politie, 'register', 'medewerker', dossier, '--json');
      expect(JSON.parse(seen.out)).toMatchObject({ personen: 0, regels: [] });
    });
  });

  test('a partner sees what it gave and got, and nothing of what others gave each other', async () => {
    const period = ['--van', '2020-01-01', '--tot', '2099-01-01'];
    const told = await cli(politie, 'register', 'partner', ...period, '--json');
    const { regels } = JSON.parse(told.out) as { regels: { richting: string; partner: string; categorie: string }[] };
    expect(told.code).toBe(0);
    expect(regels).toContainEqual(
      expect.objectContaining({
        richting: 'GEKREGEN',
        partner: 'Gemeente Zwolle',
        categorie: 'persoon.naam',
        aantal: 1,
      }),
    );
    expect(regels.every(({ partner }) => !partner.startsWith('Politie'))).toBe(true);
    expect(told.out).not.toMatch(/m-[a-z]+-\d/);
    const before = await cli(politie, 'register', 'partner', '--van', '2020-01-01', '--tot', '2021-01-01');
    expect(before.out).toContain('Niets.');
    for (const who of [auditor, agent]) expect((await cli(who, 'register', 'partner', ...period)).code).toBe(1);
  });

  test('the regisseur of a casus gets its minutes, inside it: no persons, no medewerkers; nobody else at the table does', async () => {
    const minutes = (who: typeof huis, ...more: string[]) =>
      cli(who, 'register', 'case', casus, '--doel', 'CASUSREGIE', ...more);
    const told = await minutes(regisseur, '--json');
    expect([told.code, told.err]).toEqual([0, '']);
    const { tafel, regels } = JSON.parse(told.out) as { tafel: { naam: string; rol: string }[]; regels: object[] };
    expect(regels).toContainEqual(
      expect.objectContaining({ van: 'Gemeente Zwolle', aan: 'Dimence', categorie: 'persoon.naam', doel: 'ZORG_EN_HULPVERLENING' }), // oxfmt-ignore
    );
    expect(tafel).toContainEqual(expect.objectContaining({ naam: 'Gemeente Zwolle', rol: 'PROCESREGISSEUR' }));
    for (const id of personen) expect(told.out).not.toContain(id);
    expect(told.out).not.toMatch(/m-[a-z]+-\d/);
    const casusregisseur = await minutes({ partner: 'gemeente-zwolle', medewerker: 'm-zwolle-1' });
    expect(casusregisseur.out).toContain('AAN TAFEL');
    const line = readRegister(house).at(-1);
    expect(line).toMatchObject({ soort: 'INZAGE', casus, rol: 'CASUSREGISSEUR' });
    for (const who of [agent, { partner: 'dimence', medewerker: 'm-dimence-1' }]) {
      const query = '{ verslag { digest } }';
      const { body } = await ask({ ...who, casus, doel: 'ZORG_EN_HULPVERLENING', query });
      expect(body.data).toEqual({ verslag: null });
      denied(body, 'Query.verslag');
    }
    for (const who of [huis, auditor]) expect((await minutes(who)).code).toBe(1);
    const outside = await ask({ ...regisseur, query: '{ verslag { digest } }' });
    expect([outside.status, outside.body.errors?.[0]?.extensions.code]).toEqual([400, 'HUB_VERZOEK_ONVOLLEDIG']);
  });

  test('the register still verifies, with all of this in it', async () => {
    const { code, out } = await hub(['register', 'verify', '--json'], { env: { KETENHUB_DIR: house.dir } });
    expect([code, JSON.parse(out)]).toMatchObject([0, { klopt: true }]);
  });
});
