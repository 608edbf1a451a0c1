import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../gateway/libraries';
import { demoGround } from '../../gateway/demo/demoGround';
import { issueToken } from '../../gateway/demo/demoIssuer';
import { type DemoKeys, demoKeys } from '../../gateway/demo/demoKeys';
import { startHub } from '../../gateway/hub';
import { readSettings } from '../../gateway/settings';
import { SUBGRAVEN, type Subgraaf } from '../../schema/domain/subgraaf';
import { readKetenpartners } from '../../schema/partners';
import { care } from '../../subgraphs/care/care';
import { type RunningSubgraph, startSubgraph } from '../../subgraphs/kit/server/startSubgraph';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { municipality } from '../../subgraphs/municipality/municipality';
import { police } from '../../subgraphs/police/police';
import { hub } from '../gateway/cli/onTerminal';
import { askHub } from '../harness/askHub';
import { type Authority, type Papers, makeAuthority } from '../harness/certificates';

jest.setTimeout(120_000);

const DEFINITIONS = { police, care, municipality };
const QUERY = `query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { incidenten { soort } crisiscontacten { datum } } } }`;

describe('hub and sources know each other by certificates', () => {
  const world = createWorld({ seed: 1, size: 'demo' });
  const casus = world.municipality.casussen[0]!.id;
  let dir: string;
  let keys: DemoKeys;
  let keten: Authority;
  let vreemd: Authority;
  let own: Papers;
  let hubPapers: Papers;
  const running: { close(): Promise<unknown> }[] = [];
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'ketenhub-tls-'));
    keys = await demoKeys(dir);
    [keten, vreemd] = [await makeAuthority(dir, 'keten'), await makeAuthority(dir, 'vreemd')];
    own = await keten.issue('bron', ['127.0.0.1', 'localhost']);
    hubPapers = await keten.issue('hub');
  });
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const one of running.splice(0).reverse()) await one.close();
  });

  const base = () => ({ KETENHUB_MODE: 'demo', KETENHUB_DIR: dir, LOG_LEVEL: 'silent', METRICS_PORT: '0', PORT: '0' });
  const start = async (name: Subgraaf, shows: Papers = own, trusts: Authority = keten): Promise<RunningSubgraph> => {
    const tls = { TLS_CERT_FILE: shows.certFile, TLS_KEY_FILE: shows.keyFile, TLS_CLIENT_CA_FILE: trusts.file };
    const env = { ...base(), ...tls, [`${name.toUpperCase()}_PORT`]: '0' };
    const one = await startSubgraph(DEFINITIONS[name] as typeof police, { env, createWorld: () => world });
    running.push(one);
    return one;
  };
  const startAll = async (shows: Partial<Record<Subgraaf, Papers>> = {}): Promise<Record<string, string>> => {
    const urls: Record<string, string> = {};
    for (const name of SUBGRAVEN) urls[`${name.toUpperCase()}_URL`] = (await start(name, shows[name] ?? own)).url;
    return urls;
  };
  /** What a hub that shows this gets of a casus. */
  const asHub = async (urls: Record<string, string>, shows: Papers | null = hubPapers, trusts: Authority = keten) => {
    const papers = shows === null ? {} : { SOURCE_CERT_FILE: shows.certFile, SOURCE_KEY_FILE: shows.keyFile };
    const settings = readSettings({ ...base(), ...urls, ...papers, SOURCE_CA_FILE: trusts.file }, 'demo');
    const hubUnderTest = await startHub(demoGround(settings, keys));
    running.push({ close: () => hubUnderTest.stop() });
    const partner = readKetenpartners().get('politie-oost-nederland')!;
    const medewerker = 'm-politie-1';
    const token = await issueToken(keys.uitgever, partner, medewerker, 60);
    const question = { partner: partner.id, medewerker, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: QUERY, variables: { casus } }; // oxfmt-ignore
    const { status, body } = await askHub(`http://127.0.0.1:${String(hubUnderTest.port)}`, question, token);
    // What the convenant refuses has nothing to do with it.
    const faults = (body.errors ?? []).filter(({ extensions }) => extensions.code !== 'HUB_GEGEVEN_GEWEIGERD');
    const codes = [...new Set(faults.map(({ extensions: { code, subgraaf } }) => `${code} ${subgraaf ?? ''}`.trim()))];
    return {
      status,
      codes,
      data: body.data as { casus: { hoofdbetrokkenen: { incidenten: unknown[] | null }[] } } | null,
    };
  };

  test('an answer comes from all of them, facts included', async () => {
    const urls = await startAll();
    expect(Object.values(urls).every((url) => url.startsWith('https://127.0.0.1'))).toBe(true);
    const { status, codes, data } = await asHub(urls);
    expect([status, codes]).toEqual([200, []]);
    expect(data!.casus.hoofdbetrokkenen.flatMap(({ incidenten }) => incidenten ?? []).length).toBeGreaterThan(0);
  });

  test('who shows no certificate, one that somebody else signed, or one that is over, gets nothing of a source', async () => {
    const urls = await startAll();
    const over = await keten.issue('oud', [], new Date(Date.now() - 24 * 3_600_000));
    for (const shows of [null, await vreemd.issue('hub'), over]) {
      expect(await asHub(urls, shows)).toMatchObject({ status: 503, codes: ['HUB_CASUSFEITEN_ONBEREIKBAAR'] });
    }
    await expect(fetch(new URL('/health/live', urls['POLICE_URL']))).rejects.toThrow();
    await expect(fetch(new URL('/health/live', urls['POLICE_URL']!.replace('https', 'http')))).rejects.toThrow();
  });

  test.each<[string, () => Promise<Papers>]>([
    ['that somebody else signed', () => vreemd.issue('bron', ['127.0.0.1'])],
    ['of another place', () => keten.issue('elders', ['politie.example'])],
    ['that is over', () => keten.issue('voorbij', ['127.0.0.1'], new Date(Date.now() - 24 * 3_600_000))],
  ])('a source that shows one %s is not asked; the rest of the answer comes', async (_name, shows) => {
    const { status, codes, data } = await asHub(await startAll({ police: await shows() }));
    expect([status, codes]).toEqual([200, ['HUB_PARTNER_ONBEREIKBAAR police']]);
    expect(data!.casus.hoofdbetrokkenen.every(({ incidenten }) => incidenten === null)).toBe(true);
  });

  test('whatever the environment says, a certificate that does not hold is not believed', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const urls = await startAll({ police: await vreemd.issue('bron', ['127.0.0.1']) });
      expect(await asHub(urls)).toMatchObject({ status: 200, codes: ['HUB_PARTNER_ONBEREIKBAAR police'] });
      const facts = { ...urls, MUNICIPALITY_URL: (await start('municipality', await vreemd.issue('ander', ['127.0.0.1']))).url }; // oxfmt-ignore
      expect(await asHub(facts)).toMatchObject({ status: 503, codes: ['HUB_CASUSFEITEN_ONBEREIKBAAR'] });
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  test('the facts are not believed of a municipality that shows one that somebody else signed: nothing is given', async () => {
    const urls = await startAll({ municipality: await vreemd.issue('bron', ['127.0.0.1']) });
    expect(await asHub(urls)).toMatchObject({ status: 503, codes: ['HUB_CASUSFEITEN_ONBEREIKBAAR'] });
  });

  test('a partner tries such a source with certificates as the hub has them', async () => {
    const { url } = await start('police');
    const check = (env: Record<string, string>) =>
      hub(['subgraph', 'check', url, '--subgraaf', 'police', '--regel', 'geldig'], { env: { ...base(), ...env } });
    const papers = { SOURCE_CERT_FILE: hubPapers.certFile, SOURCE_KEY_FILE: hubPapers.keyFile };
    expect(await check({ ...papers, SOURCE_CA_FILE: keten.file })).toMatchObject({ code: 0 });
    for (const env of [{ SOURCE_CA_FILE: keten.file }, papers, { ...papers, SOURCE_CA_FILE: vreemd.file }])
      expect(await check(env)).toMatchObject({ code: 2, err: expect.stringContaining('antwoordt niemand') as unknown });
    const { code, err } = await check({ SOURCE_CERT_FILE: hubPapers.certFile });
    expect([code, err]).toEqual([2, 'De instelling SOURCE_CERT_FILE, SOURCE_KEY_FILE kan niet worden gelezen.\n']);
  });

  describe('plain HTTP', () => {
    const address = (url: string, over: Record<string, string> = {}) => readSettings({ ...base(), POLICE_URL: url, ...over }, 'demo').adressen.police; // oxfmt-ignore

    test('goes to this machine only, or where it was allowed', () => {
      for (const url of [
        'http://127.0.0.1:1/graphql',
        'http://127.9.9.9/graphql',
        'http://localhost/g',
        'http://[::1]:1/g',
        'https://politie.example/g',
      ])
        expect(address(url)).toBe(url);
      for (const url of [
        'http://politie.example/graphql',
        'http://10.0.0.1/g',
        'http://0.0.0.0/g',
        'http://127.0.0.1.example/g',
        'http://localhost.example/g',
        'http://[::2]/g',
      ]) {
        expect(() => address(url)).toThrow(
          'POLICE_URL: expected https, or this machine; PLAIN_HTTP=1 allows what is neither',
        );
        expect(address(url, { PLAIN_HTTP: '1' })).toBe(url);
      }
      expect(() => address('http://politie.example/g', { PLAIN_HTTP: 'ja' })).toThrow('PLAIN_HTTP');
    });

    test('is not what a source listens by where others can hear it, unless that was allowed', async () => {
      const env = { ...base(), HOST: '0.0.0.0', POLICE_PORT: '0' };
      const options = { createWorld: () => world };
      await expect(startSubgraph(police, { ...options, env })).rejects.toThrow('HOST: on 0.0.0.0 others can listen in');
      const allowed = await startSubgraph(police, { ...options, env: { ...env, PLAIN_HTTP: '1' } });
      running.push(allowed);
      expect(allowed.url).toMatch(/^http:/);
      const tls = { TLS_CERT_FILE: own.certFile, TLS_KEY_FILE: own.keyFile, TLS_CLIENT_CA_FILE: keten.file };
      const encrypted = await startSubgraph(police, { ...options, env: { ...env, ...tls } });
      running.push(encrypted);
      expect(encrypted.url).toMatch(/^https:/);
    });
  });

  describe('files that can not be used stop the start, and are named', () => {
    const other = async () => (await keten.issue('ander')).keyFile;
    const nonsense = () => {
      const file = join(dir, 'onzin.pem');
      writeFileSync(file, 'geheim');
      return file;
    };

    test('of a source', async () => {
      const tls = { TLS_CERT_FILE: own.certFile, TLS_KEY_FILE: own.keyFile, TLS_CLIENT_CA_FILE: keten.file };
      const begin = (over: Record<string, string>) =>
        startSubgraph(police, { env: { ...base(), POLICE_PORT: '0', ...tls, ...over } });
      for (const name of Object.keys(tls)) {
        await expect(begin({ [name]: '' })).rejects.toThrow(`${name}: expected with`);
        await expect(begin({ [name]: join(dir, 'nergens') })).rejects.toThrow(
          `${name}: ${join(dir, 'nergens')} can not be read`,
        );
      }
      await expect(begin({ TLS_KEY_FILE: await other() })).rejects.toThrow('a key that fits its certificate');
      await expect(begin({ TLS_CERT_FILE: nonsense() })).rejects.toThrow(/^(?!.*geheim).*expected PEM/);
    });

    test('of the hub', async () => {
      const urls = {
        POLICE_URL: 'https://127.0.0.1:1/g',
        CARE_URL: 'https://127.0.0.1:1/g',
        MUNICIPALITY_URL: 'https://127.0.0.1:1/g',
      };
      await expect(asHub(urls, { ...hubPapers, keyFile: await other() })).rejects.toThrow(
        'a key that fits its certificate',
      );
      await expect(asHub(urls, { ...hubPapers, keyFile: '' })).rejects.toThrow('expected both, or none');
      await expect(asHub(urls, { ...hubPapers, certFile: join(dir, 'nergens') })).rejects.toThrow('SOURCE_CERT_FILE: ');
      await expect(asHub(urls, { ...hubPapers, certFile: nonsense() })).rejects.toThrow(/^(?!.*geheim).*expected PEM/);
    });
  });
});
