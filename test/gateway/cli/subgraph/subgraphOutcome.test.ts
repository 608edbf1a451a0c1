import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Bronproef } from '../../../../gateway/cli/subgraph/check';
import { REGELS } from '../../../../gateway/cli/subgraph/regels/regels';
import { createVoortgang } from '../../../../gateway/cli/subgraph/voortgang';
import { WEIGERINGEN } from '../../../../gateway/cli/subgraph/regels/weigeringen';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';
import { police } from '../../../../subgraphs/police/police';
import { delegatieVan } from '../../../harness/delegatieVan';
import { createTestKey } from '../../../harness/signDelegatie';
import { type PartnerUnderTest, startPartner } from '../../../harness/startPartner';
import { naiveCheck } from '../../../subgraphs/kit/vectors/naiveCheck';
import { ONE_LINE, hub } from '../onTerminal';
import { scratch } from '../scratch';
import { CASUS } from './breuken';
import { brokenSource } from './brokenSource';

const dir = scratch();
const PEM = join(dir, 'proef.pem');
const JWKS = join(dir, 'proef.jwks.json');
const world = createWorld({ seed: 1, size: 'demo' });

/** A source that was given the public part of a key made for the occasion. */
let bron: PartnerUnderTest;
beforeAll(async () => {
  const { code, out } = await hub(['subgraph', 'keygen', '--out', PEM]);
  expect(code).toBe(0);
  writeFileSync(JWKS, out);
  bron = await startPartner(police, { createWorld: () => world, env: { HUB_JWKS_FILE: JWKS } });
});
afterAll(() => bron.close());

const check = (url: string, ...argv: readonly string[]) =>
  hub(['subgraph', 'check', url, ...argv], { env: { KETENHUB_DIR: dir } });

/** Listens for one test, and answers so. */
async function listening<Value>(answer: RequestListener, use: (url: string) => Promise<Value>): Promise<Value> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('where there is no source to try', () => {
  const says = (status: number, body: string, headers: Record<string, string> = {}): RequestListener => {
    return (_request, response) => void response.writeHead(status, headers).end(body);
  };

  test.each<[string, RequestListener, string]>([
    ['a page', says(200, '<html>Welkom</html>'), 'niets dat GraphQL is (200)'],
    ['another service', says(200, '{"status":"ok"}'), 'niets dat GraphQL is (200)'],
    ['an address that sends on', says(302, '', { location: 'http://127.0.0.1:1/' }), 'niets dat GraphQL is (302)'],
    ['a source of another hub', says(401, '{"errors":[]}'), 'weigert een geldige verklaring (401)'],
    ['a source whose clock is off', (_, response) => void response.writeHead(401, { date: new Date(Date.now() - 60_000).toUTCString() }).end('{"errors":[]}'), '(nu -6x s verschil)'], // oxfmt-ignore
    ['one that breaks off', (request) => void request.socket.destroy(), 'antwoordt niemand'],
    ['one that is silent', () => undefined, 'antwoordt niemand'],
  ])('%s ends with 2 and one line', async (_name, answer, line) => {
    const { code, out, err } = await listening(answer, (url) => check(url, '--sleutel', PEM, '--wachttijd', '200'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err.replace(/-6[01] s/, '-6x s')).toContain(line);
  });

  test('nobody at all ends with 2', async () => {
    const { code, out, err } = await check('http://127.0.0.1:1/graphql', '--sleutel', PEM);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'Op http://127.0.0.1:1/graphql antwoordt niemand; loopt de bron?\n',
    });
  });

  test('a key that the source does not know, and a source that is another than was said', async () => {
    const other = join(dir, 'andere.pem');
    writeFileSync(other, createTestKey().privateKey.export({ format: 'pem', type: 'pkcs8' }));
    for (const argv of [
      ['--sleutel', other],
      ['--sleutel', PEM, '--kid', 'anders'],
      ['--sleutel', PEM, '--subgraaf', 'care'],
      [],
    ]) {
      // oxfmt-ignore
      const { code, err } = await check(bron.url, ...argv);
      expect([code, err]).toEqual([2, expect.stringContaining('weigert een geldige verklaring (401)')]);
    }
  });
});

describe('what can not be worked with is met before anything is asked', () => {
  const file = join(dir, 'geen.pem');
  writeFileSync(file, 'geheim');
  test.each<[readonly string[], string]>([
    [['nergens'], '"nergens" is geen adres'],
    [['ftp://127.0.0.1/graphql'], 'is geen adres'],
    [['http://jan:geheim@127.0.0.1/graphql'], '"http://127.0.0.1/graphql" is geen adres'],
    [['http://127.0.0.1:1/graphql', '--subgraaf', 'polis'], 'bedoelde u "police"?'],
    [['http://127.0.0.1:1/graphql', '--sleutel', file], 'is geen geheime sleutel (PEM, EC over P-256)'],
    [['http://127.0.0.1:1/graphql', '--entiteit', 'Jan'], '"Jan" is geen entiteit: Type:id.'],
    [['http://127.0.0.1:1/graphql', '--wachttijd', 'lang'], '--wachttijd is een aantal milliseconden'],
    [['http://127.0.0.1:1/graphql', '--regel', 'verlopn'], 'bedoelde u "verlopen"?'],
    [[], 'De opdracht mist "url".'],
  ])('%j', async (argv, line) => {
    const { code, out, err } = await hub(['subgraph', 'check', ...argv], { env: { KETENHUB_DIR: dir } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(line);
    expect(err).not.toContain('geheim@');
  });

  test('in production the key is named, never that of the demo', async () => {
    const env = { KETENHUB_DIR: dir, KETENHUB_MODE: 'production' };
    const { code, err } = await hub(['subgraph', 'check', bron.url], { env });
    expect([code, err]).toEqual([2, 'Noem met --sleutel de proefsleutel; zie "subgraph keygen".\n']);
  });

  test('a type that the source has not is told with those that it has', async () => {
    const { code, err } = await check(bron.url, '--sleutel', PEM, '--entiteit', 'Professional:x');
    expect([code, err]).toEqual([2, 'Deze bron heeft geen "Professional"; wel Casus, Hoofdbetrokkene, Kringlid, Politieadvies.\n']); // oxfmt-ignore
  });
});

describe('what is told of a source', () => {
  test('as JSON: each rule in order, with where it is written', async () => {
    const { code, out } = await check(bron.url, '--sleutel', PEM, '--casus', CASUS, '--json');
    const proef = JSON.parse(out) as Bronproef;
    expect(Object.keys(proef)).toEqual(['url', 'subgraaf', 'voldoet', 'regels', 'vragen', 'traagste']);
    expect(proef).toMatchObject({ url: bron.url, subgraaf: 'police', vragen: expect.any(Number) });
    expect(proef.vragen).toBeGreaterThan(100);
    expect(proef.regels.map(({ regel }) => regel)).toEqual(REGELS.map(({ naam }) => naam));
    for (const one of proef.regels)
      expect(Object.keys(one)).toEqual(['regel', 'omschrijving', 'staatIn', 'uitslag', 'waarom']);
    // Of the casus alone there are only adviezen: of all else nothing was seen that could be withheld.
    const grond = proef.regels.find(({ regel }) => regel === 'met-grond');
    expect(grond).toMatchObject({ uitslag: 'NIET_TE_PROEVEN', waarom: expect.stringMatching(/^niet in de proefgegevens: persoon\.geheimhouding, .* en nog 3$/) }); // oxfmt-ignore
    expect(grond?.waarom).not.toContain('politie.advies');
    expect({ code, voldoet: proef.voldoet }).toEqual({ code: 1, voldoet: false });
  });

  test('with nothing known to be there, whether anything is withheld was not tried: that falls short as well', async () => {
    const { code, out, err } = await check(bron.url, '--sleutel', PEM, '--json');
    const { voldoet, regels } = JSON.parse(out) as Bronproef;
    const open = ['niet-verleend', 'bekend-en-onbekend', 'andere-bronhouder', 'eigen-en-relevant', 'vrijgegeven', 'met-grond', 'werkgebied', 'nooit-ruimer']; // oxfmt-ignore
    expect(regels.filter(({ uitslag }) => uitslag !== 'VOLDOET').map(({ regel, uitslag }) => [regel, uitslag])).toEqual(
      open.map((regel) => [regel, 'NIET_TE_PROEVEN']),
    );
    expect({ code, voldoet, err }).toEqual({ code: 1, voldoet: false, err: `Niet alles was te proeven: ${open.join(', ')}.\n` }); // oxfmt-ignore
  });

  test('for people: what falls short with why, and where it is written', async () => {
    const url = await brokenSource(bron.url, { ...createTestKey(), kid: 'x' }, () => ({
      antwoord: (uit, { parts }) => (parts.length === 2 ? { ...uit, status: 400 } : uit),
    }));
    const argv = ['--sleutel', PEM, '--casus', CASUS, '--regel', 'misvormd', '--regel', 'weigert-gelijk'];
    const { code, out, err } = await check(url, ...argv);
    expect([code, err]).toEqual([1, 'De bron schiet tekort: weigert-gelijk.\n']);
    expect(out).toContain(`police op ${url}\n`);
    expect(out).toMatch(/^misvormd +VOLDOET +Weigert wat geen verklaring/m);
    expect(out).toMatch(/^weigert-gelijk +TEKORT +Weigert altijd met 401/m);
    expect(out).toMatch(/^ +anders geweigerd: twee delen \(400\)$/m);
    expect(out).toMatch(/^weigert-gelijk +subgraphs\/kit\/delegation\/README.md#when-it-holds$/m);
    expect(out).toMatch(/\n1 VOLDOET, 1 TEKORT, 0 NIET TE PROEVEN; \d+ vragen, de traagste \d+ ms\.\n$/);
  });

  test('a source that no longer answers was not tried; that it is too slow, it was', async () => {
    const url = await brokenSource(bron.url, createTestKey(), () => ({
      wacht: ({ body }) => (body.includes('mutation') ? 5_000 : 0),
    }));
    const argv = ['--sleutel', PEM, '--regel', 'fouten-lekken-niet', '--regel', 'op-tijd', '--wachttijd', '1000'];
    const { code, out } = await check(url, ...argv, '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as Bronproef).regels.map(({ uitslag }) => uitslag)).toEqual(['NIET_TE_PROEVEN', 'TEKORT']);
  });

  test('no datum: nothing that the source said, and no id but what was typed', async () => {
    const said = new Set<string>();
    const words = (value: unknown): void => {
      if (typeof value === 'string' && value.length > 3) said.add(value);
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(words);
    };
    // Of each answer something is wrong, so that there is much to tell.
    const jan = [{ message: 'Jan de Vries', path: ['_entities', 0], extensions: { code: 'Jan de Vries' } }];
    const url = await brokenSource(bron.url, { ...createTestKey(), kid: 'x' }, () => ({
      antwoord: (uit) => {
        const answer = JSON.parse(uit.text) as { data?: unknown };
        words(answer.data);
        return { ...uit, text: JSON.stringify({ ...answer, errors: jan }) };
      },
    }));
    for (const argv of [[], ['--json']]) {
      const { code, out, err } = await check(url, '--sleutel', PEM, '--casus', CASUS, ...argv);
      expect(code).toBe(1);
      const types = new Set(['Casus', 'Hoofdbetrokkene', 'Kringlid', 'Politieadvies', 'Query']);
      const told = [...said, 'Jan de Vries'].filter((word) => !types.has(word) && (out + err).includes(word));
      expect(told).toEqual([]);
      expect(out).toContain('fout zonder code');
    }
    expect(said.size).toBeGreaterThan(10);
  });
});

test('on a terminal it tells how far it is, on one line that is gone at the end; elsewhere nothing', () => {
  const told = (errIsTty: boolean): string => {
    let text = '';
    const voortgang = createVoortgang({ errIsTty, err: (written) => void (text += written) });
    voortgang.seen(1, 2);
    voortgang.seen(2, 2);
    voortgang.end();
    return text;
  };
  expect(told(true)).toBe('\r1 van 2 regels beproefd\r2 van 2 regels beproefd\r\u001b[K');
  expect(told(false)).toBe('');
});

describe('a key to try with', () => {
  test('is for its maker alone, has one name, and is never overwritten', async () => {
    const before = readFileSync(PEM, 'utf8');
    expect(statSync(PEM).mode & 0o777).toBe(0o600);
    const { code, out, err } = await hub(['subgraph', 'keygen', '--out', PEM]);
    expect([code, out, readFileSync(PEM, 'utf8')]).toEqual([2, '', before]);
    expect(err).toMatch(ONE_LINE);
    const { keys } = JSON.parse(readFileSync(JWKS, 'utf8')) as { keys: Record<string, string>[] };
    expect(keys).toEqual([{ kty: 'EC', crv: 'P-256', x: expect.any(String), y: expect.any(String), kid: expect.stringMatching(/^proef-[\w-]{16}$/), alg: 'ES256', use: 'sig' }]); // oxfmt-ignore
  });
});

/** Held against a reader that was written from the README alone. */
describe('each statement that must be refused breaks the rule that it says, and no rule is left out', () => {
  const key = createTestKey('test-1');
  const goed = {
    sleutel: { kid: 'test-1', key: key.privateKey },
    delegatie: delegatieVan({ casus: 'c-1' }),
    lichaam: '{"query":"{ __typename }"}',
  };
  const jwk = key.publicKey.export({ format: 'jwk' }) as Record<string, string>;
  const set = { about: '', subgraaf: 'police', typ: 'delegatie+jwt', jwks: { keys: [{ ...jwk, kid: 'test-1' }] }, vectors: [] }; // oxfmt-ignore

  test.each(WEIGERINGEN.map((one) => [one.naam, one] as const))('%s', (naam, { regel, maak }) => {
    const now = Math.floor(Date.now() / 1000);
    const broken = maak(goed).map(({ naam: wat, verklaring, lichaam = goed.lichaam }) => {
      const one = { name: wat, rule: regel, now, token: verklaring ?? '', body: lichaam };
      return [wat, outcome(() => naiveCheck(set, one, new Set()))];
    });
    expect({ naam, broken }).toEqual({ naam, broken: broken.map(([wat]) => [wat, regel]) });
  });

  /** What is no JSON it can't read: rule 1. */
  function outcome(judge: () => number | null): number | null {
    try {
      return judge();
    } catch {
      return 1;
    }
  }

  test('all rules of the README', () => {
    const readme = readFileSync(join(__dirname, '../../../../subgraphs/kit/delegation/README.md'), 'utf8');
    const rules = [...readme.matchAll(/^\| (\d+) +\|/gm)].map(([, rule]) => Number(rule));
    const tried = REGELS.flatMap(({ staatIn }) => /, regel (\d+)$/.exec(staatIn)?.slice(1).map(Number) ?? []);
    expect([...new Set(tried)]).toEqual(rules);
  });
});
