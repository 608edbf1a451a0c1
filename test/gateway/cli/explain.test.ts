import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoIssuer, issueToken } from '../../../gateway/demo/demoIssuer';
import { demoKeys } from '../../../gateway/demo/demoKeys';
import { createIdentifier } from '../../../gateway/identity/createIdentifier';
import { readKetenpartners } from '../../../schema/partners';
import { fakeHub } from './fakeHub';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';
import { spawnCli } from './spawnCli';

const KETENHUB_DIR = scratch();
const QUERY = 'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { incidenten { soort } } } }';
const file = join(KETENHUB_DIR, 'vraag.graphql');
writeFileSync(file, QUERY);

const WHO = ['--partner', 'dimence', '--medewerker', 'm-dimence-1'];
const WHERE = ['--doel', 'ZORG_EN_HULPVERLENING', '--casus', 'c1'];
const veld = {
  voorwaarden: [],
  keten: [],
  convenant: 'veiligheidshuis-ijsselland',
  versie: '2026.1',
  reden: null,
  artikel: 'WGS 2.32',
};
const uitleg = {
  velden: [
    {
      ...veld,
      coordinaat: 'Casus.kenmerk',
      pad: ['casus', 'kenmerk'],
      categorieen: ['casus.kern'],
      besluit: 'ALLOW',
      beperkingen: ['WERKGEBIED'],
    },
    {
      ...veld,
      coordinaat: 'Hoofdbetrokkene.incidenten',
      pad: ['casus', 'hoofdbetrokkenen', '@', 'incidenten'],
      categorieen: ['politie.incidenten'],
      besluit: 'DENY',
      reden: 'PARTNER_NIET_GEDEKT',
      beperkingen: [],
      artikel: null,
    },
  ],
  digest: 'd'.repeat(64),
};
const UITLEG = JSON.stringify({ data: { uitleg } });
const refusal = (code: string): string =>
  JSON.stringify({ errors: [{ message: 'Dit mag niet.', extensions: { code } }] });

const explain = (
  PUBLIC_URL: string,
  argv: readonly string[],
  more: { input?: string; env?: object } = {},
): Promise<Outcome> => hub(['explain', ...argv], { ...more, env: { KETENHUB_DIR, PUBLIC_URL, ...more.env } });

async function tokenFor(partner: string, medewerker: string): Promise<string> {
  const { uitgever } = await demoKeys(KETENHUB_DIR);
  return issueToken(uitgever, readKetenpartners().get(partner)!, medewerker, 60);
}

describe('hub explain', () => {
  test('asks the hub as the person named, as a field of the graph, and prints what it says', async () => {
    const { url, asked } = await fakeHub(200, UITLEG);
    const argv = ['explain', ...WHO, ...WHERE, '--query', '-', '--json'];
    const { code, out, err } = await spawnCli('main', argv, { KETENHUB_DIR, PUBLIC_URL: url }, QUERY);
    expect({ code, out: JSON.parse(out) as unknown, err }).toEqual({ code: 0, out: uitleg, err: '' });
    const [question] = asked;
    expect(asked).toHaveLength(1);
    expect(question).toMatchObject({
      path: 'POST /graphql',
      headers: { 'keten-casus': 'c1', 'keten-doel': 'ZORG_EN_HULPVERLENING' },
      body: { variables: { vraag: QUERY, variabelen: '{"casus":"c1"}' } },
    });
    const { uitgever } = await demoKeys(KETENHUB_DIR);
    const identify = createIdentifier([demoIssuer(uitgever)], readKetenpartners());
    expect(await identify(String(question?.headers['authorization']))).toMatchObject({
      medewerker: 'm-dimence-1',
      partner: { id: 'dimence' },
    });
  }, 30_000);

  test('shows for people what is allowed and what is refused, and why', async () => {
    const { url } = await fakeHub(200, UITLEG);
    const { code, out } = await explain(url, [...WHO, ...WHERE, '--query', file]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /TOEGESTAAN \(1\)\n.*\n-.*\ncasus\.kenmerk +Casus\.kenmerk +casus\.kern +WERKGEBIED +WGS 2\.32\n/,
    );
    expect(out).toMatch(/GEWEIGERD \(1\)\n.*\n-.*\ncasus\.hoofdbetrokkenen\.@\.incidenten .* PARTNER_NIET_GEDEKT +-\n/);
    expect(out).toContain('veiligheidshuis-ijsselland, versie 2026.1');
    expect(out).toContain('d'.repeat(64));
  });

  test('shows under which conditions, and whom the question tells what', async () => {
    const stap = { aan: 'police', partner: 'politie-oost-nederland', categorie: 'casus.betrokkenheid', wat: 'SLEUTEL' };
    const told = { ...stap, besluit: 'ALLOW', reden: null, artikel: 'WGS 2.32' };
    const kept = { ...stap, aan: 'care', partner: null, besluit: 'DENY', reden: 'NIET_AAN_TAFEL', artikel: null };
    const [first, ...rest] = uitleg.velden;
    const velden = [{ ...first, voorwaarden: ['NIET_VASTLEGGEN'], keten: [told, told, kept] }, ...rest];
    const { url } = await fakeHub(200, JSON.stringify({ data: { uitleg: { ...uitleg, velden } } }));
    const { out } = await explain(url, [...WHO, ...WHERE, '--query', file]);
    expect(out).toMatch(/casus\.kenmerk .* WERKGEBIED, NIET_VASTLEGGEN +WGS 2\.32\n/);
    const [, keten = ''] = out.split('KETEN: wie door de vraag iets hoort\n');
    expect(keten.split('\n\n')[0]?.split('\n').slice(2)).toEqual([
      expect.stringMatching(/^Casus\.kenmerk +politie-oost-nederland +casus\.betrokkenheid +mag$/),
      expect.stringMatching(/^Casus\.kenmerk +care +casus\.betrokkenheid +mag niet: NIET_AAN_TAFEL$/),
    ]);
  });

  test('sends other variables along, and a rol when one is named', async () => {
    const { url, asked } = await fakeHub(200, UITLEG);
    await explain(`${url}/hub`, [...WHO, ...WHERE, '--query', file, '--variables', '{"x": [1]}', '--rol', 'DEELNEMER']);
    expect(asked[0]).toMatchObject({
      path: 'POST /hub/graphql',
      headers: { 'keten-rol': 'DEELNEMER' },
      body: { variables: { variabelen: '{"casus":"c1","x":[1]}' } },
    });
  });

  test('asks without casus and doel what needs neither', async () => {
    const { url, asked } = await fakeHub(200, UITLEG);
    const { code } = await explain(url, [...WHO, '--query', '-'], { input: '{ mijnCasussen { fase } }' });
    expect(code).toBe(0);
    expect(asked[0]?.headers).not.toHaveProperty('keten-casus');
    expect(asked[0]?.headers).not.toHaveProperty('keten-doel');
  });

  test('asks with KETENHUB_TOKEN when it is of the person named, and never with that of another', async () => {
    const { url, asked } = await fakeHub(200, UITLEG);
    const own = await tokenFor('dimence', 'm-dimence-1');
    const argv = [...WHO, ...WHERE, '--query', file];
    const production = { KETENHUB_MODE: 'production', KETENHUB_TOKEN: own };
    expect((await explain(url, argv, { env: production })).code).toBe(0);
    expect(asked[0]?.headers['authorization']).toBe(`Bearer ${own}`);
    const colleague = await tokenFor('dimence', 'm-dimence-2');
    const namesake = await tokenFor('tactus', 'm-dimence-1');
    for (const KETENHUB_TOKEN of [colleague, namesake, 'geen-token', 'a.b\r\nx: y.c']) {
      const { code, err } = await explain(url, argv, { env: { KETENHUB_TOKEN } });
      expect(code).toBe(2);
      expect(err).toMatch(ONE_LINE);
    }
    expect(asked).toHaveLength(1);
  });

  test.each([
    [401, 'HUB_NIET_AANGEMELD'],
    [403, 'HUB_CASUS_ONTOEGANKELIJK'],
    [400, 'HUB_LIMIET'],
    [200, 'HUB_GEGEVEN_GEWEIGERD'],
  ])('ends with 1 when the hub refuses: %i %s', async (status, code) => {
    const { url } = await fakeHub(status, refusal(code));
    const ended = await explain(url, [...WHO, ...WHERE, '--query', file, '--json']);
    expect(ended).toEqual({ code: 1, out: '', err: `${code}: Dit mag niet.\n` });
  });

  test.each([
    ['cannot decide now', 503, refusal('HUB_CASUSFEITEN_ONBEREIKBAAR'), 'HUB_CASUSFEITEN_ONBEREIKBAAR: Dit mag niet.'],
    ['is no hub', 404, '<html>', 'iets dat geen hub is (404)'],
    ['speaks of something else', 200, '{"data": {"uitleg": {"velden": []}}}', 'iets dat geen hub is (200)'],
  ])('ends with 2 when what answers %s', async (_what, status, answer, text) => {
    const { url } = await fakeHub(status, answer);
    const { code, out, err } = await explain(url, [...WHO, ...WHERE, '--query', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(text);
  });

  test('ends with 2 when no hub is there', async () => {
    const { code, err } = await explain('http://127.0.0.1:9', [...WHO, ...WHERE, '--query', file]);
    expect(code).toBe(2);
    expect(err).toBe('De hub is niet bereikbaar op http://127.0.0.1:9; loopt hij? (npm start)\n');
  });

  test.each([
    ['a query that does not parse', [...WHERE, '--query', '-'], '{ casus(', 'De vraag klopt niet (regel 1, kolom 9)'],
    [
      'an unknown field',
      [...WHERE, '--query', '-'],
      '{ mijnCasusen { fase } }',
      'De vraag klopt niet (regel 1, kolom 3)',
    ],
    ['no query', [...WHERE, '--query', '-'], 'fragment F on Casus { kenmerk }', 'precies een query'],
    ['a missing file', [...WHERE, '--query', '/nergens/vraag.graphql'], '', 'kan niet worden gelezen'],
    ['a casus without doel', ['--casus', 'c1', '--query', file], '', '--casus en --doel horen bij elkaar.'],
    ['a query that needs a casus', ['--query', file], '', 'noem --casus en --doel'],
    ['a casus that is no word', ['--casus', 'c 1', '--doel', 'X', '--query', file], '', 'zonder spaties'],
    ['variables that are no object', [...WHERE, '--query', file, '--variables', '[1]'], '', 'is een JSON-object'],
    ['variables that do not parse', [...WHERE, '--query', file, '--variables', '{'], '', 'is een JSON-object'],
    ['an unknown rol', [...WHERE, '--query', file, '--rol', 'DEELNEMR'], '', 'bedoelde u "DEELNEMER"?'],
  ])('refuses %s, without asking the hub', async (_what, argv, input, text) => {
    const { url, asked } = await fakeHub(200, UITLEG);
    const { code, out, err } = await explain(url, [...WHO, ...argv], { input });
    expect({ code, out, asked }).toEqual({ code: 2, out: '', asked: [] });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(text);
  });

  test('refuses an unknown partner, one without account, and a caller without token in production', async () => {
    const rest = [...WHERE, '--query', file];
    const ends = await Promise.all([
      explain('http://127.0.0.1:9', ['--partner', 'dimense', '--medewerker', 'm', ...rest]),
      explain('http://127.0.0.1:9', ['--partner', 'slachtofferhulp', '--medewerker', 'm', ...rest]),
      explain('http://127.0.0.1:9', [...WHO, ...rest], { env: { KETENHUB_MODE: 'production' } }),
    ]);
    expect(ends.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(ends.map(({ err }) => err).join('')).toMatch(/dimence.*\n.*geen account.*\n.*KETENHUB_TOKEN.*\n$/);
  });
});
