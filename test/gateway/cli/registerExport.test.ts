import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openReader } from '../../../gateway/register/reader/openReader';
import { readRegister } from '../../harness/readRegister';
import { type OtlpReceiver, otlpReceiver } from '../../harness/otlpReceiver';
import { type House, startHouse } from '../../harness/startHouse';
import { copyRegister } from './copyRegister';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';

const dir = scratch();
const doel = 'STRAFRECHTELIJKE_HANDHAVING';
const police = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
const ACTIVITY = `urn:ketenhub:verwerkingsactiviteit:veiligheidshuis-ijsselland/${doel}`;
const QUERY =
  'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { weergavenaam incidenten { soort } diagnosen { bronhouder } } } }';

let receiver: OtlpReceiver;
/** A hub that sends, and one that does not. */
let house: House;
let silent: House;
let casus: string;

const ask = async (where: House, times: number): Promise<void> => {
  for (let nr = 0; nr < times; nr += 1) {
    const { status } = await where.ask({ ...police, casus, doel, query: QUERY, variables: { casus } });
    expect(status).toBe(200);
  }
};
const exported = (KETENHUB_DIR: string, argv: readonly string[], env: object = {}): Promise<Outcome> =>
  hub(['register', 'export', ...argv], { env: { KETENHUB_DIR, ...env } });
const lines = (out: string): Record<string, unknown>[] =>
  out.split('\n').filter((one) => one !== '').map((one) => JSON.parse(one) as Record<string, unknown>); // oxfmt-ignore
/** Activity and key of each person of whom an answer told, or a question the host of a source. */
const told = (where: House): string[] =>
  readRegister(where)
    .filter(({ soort, naar }) => soort === 'ANTWOORD' || (soort === 'VOORNEMEN' && naar !== undefined))
    .flatMap(({ soort, naar, personen = [] }) =>
      personen.map(({ sleutel }) => `${ACTIVITY}${soort === 'ANTWOORD' ? '' : `/BRON/${String(naar)}`} ${sleutel}`),
    );
const until = async (holds: () => boolean): Promise<void> => {
  for (let wait = 0; wait < 400 && !holds(); wait += 1) await sleep(50);
  expect(holds()).toBe(true);
};
type Attributes = Readonly<Record<string, string | undefined>>;
/** As `told`. */
const nameOf = (attributes: Attributes): string =>
  `${String(attributes['dpl.core.processing_activity_id'])} ${String(attributes['dpl.core.data_subject_id'])}`;
const sent = (): string[] =>
  receiver.spans.map(({ attributes }) =>
    nameOf(Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]))),
  );

jest.setTimeout(120_000);
beforeAll(async () => {
  receiver = await otlpReceiver();
  house = await startHouse({ env: { LOGBOEK_OTLP_URL: receiver.url } });
  silent = await startHouse();
  casus = house.world.municipality.casussen[0]!.id;
  await ask(silent, 3);
  await silent.ask({ ...police, casus, doel: 'VERZONNEN', query: QUERY, variables: { casus } });
});
afterAll(async () => {
  await Promise.all([house.stop(), silent.stop()]);
  await receiver.close();
});

describe('the running hub', () => {
  test('sends a line for each person of each answer and of each question to a source, and says at its start where to', async () => {
    await ask(house, 4);
    await until(() => receiver.spans.length >= told(house).length);
    expect(receiver.faults).toEqual([]);
    for (const weg of [`${ACTIVITY} `, `${ACTIVITY}/BRON/`]) {
      expect(told(house).filter((one) => one.startsWith(weg)).length).toBeGreaterThanOrEqual(4);
    }
    expect(sent().sort()).toEqual(told(house).sort());
    const reader = openReader({ databaseUrl: null, file: join(house.dir, 'register.sqlite') }, new Uint8Array());
    const standen = await reader.standen();
    await reader.close();
    expect(standen.map(({ stand }) => stand?.logboek)).toEqual([receiver.url]);
  });

  test('goes on where it stopped when the collector was away, and loses nothing', async () => {
    const before = receiver.spans.length;
    receiver.refuseNext({ status: 503 }, { status: 503 });
    await ask(house, 2);
    await until(() => receiver.spans.length >= told(house).length);
    expect(receiver.spans.length).toBeGreaterThan(before);
    expect(new Set(sent())).toEqual(new Set(told(house)));
    expect(new Set(receiver.spans.map(({ spanId }) => spanId)).size).toBe(told(house).length);
    await until(() => readRegister(house).some(({ soort, code }) => soort === 'STORING' && code === 'LOGBOEK_WACHT'));
  });

  test('without an address sends nothing, and keeps no cursor', () => {
    expect(existsSync(join(house.dir, 'logboek.cursor.json'))).toBe(true);
    expect(existsSync(join(silent.dir, 'logboek.cursor.json'))).toBe(false);
  });

  test('no byte that it sends names who asked, in which casus, or what is sealed', () => {
    const all = receiver.bodies.join('\n');
    expect(all).toContain('dpl.core.data_subject_id');
    const { municipality } = house.world;
    const ids = [
      ...municipality.personen.flatMap(({ id, bsn }) => [id, bsn]),
      ...municipality.casussen.flatMap(({ id, kenmerk }) => [id, kenmerk]),
      ...municipality.zetels.map(({ medewerker }) => medewerker),
      ...readRegister(house).flatMap(({ medewerker, personen = [] }) => [medewerker, ...personen.map(({ inhoud }) => inhoud)]), // oxfmt-ignore
    ].filter((id): id is string => id !== undefined && id !== '');
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id) => all.includes(id))).toEqual([]);
    expect(all).not.toMatch(/medewerker|DEELNEMER|m-politie/);
  });
});

describe('hub register export --logboek', () => {
  test('writes the same lines where no address is configured', async () => {
    const { code, out } = await exported(silent.dir, ['--logboek']);
    expect(code).toBe(0);
    const written = lines(out);
    expect(written.map((one) => nameOf(one['attributes'] as Attributes)).sort()).toEqual(told(silent).sort());
    for (const one of written) {
      expect(Object.keys(one).filter((naam) => naam !== 'parent_span_id')).toEqual(['trace_id', 'span_id', 'status', 'name', 'start_time', 'end_time', 'attributes']); // oxfmt-ignore
    }
    const { nr } = readRegister(silent).find(({ soort }) => soort === 'ANTWOORD')!;
    expect(lines((await exported(silent.dir, ['--logboek', '--vanaf', String(nr + 1)])).out).length).toBeLessThan(written.length); // oxfmt-ignore
    expect(lines((await exported(silent.dir, ['--logboek'], { VERWERKINGEN_URL: 'https://rvva.example/' })).out).at(-1)).toMatchObject({ attributes: { 'dpl.core.processing_activity_id': `https://rvva.example/veiligheidshuis-ijsselland/${doel}` } }); // oxfmt-ignore
  });

  test('sends what stayed behind, once, and tells when the collector does not take it', async () => {
    const folder = join(dir, 'achter');
    copyRegister(silent.dir, folder, () => null);
    const other = await otlpReceiver();
    try {
      const env = { LOGBOEK_OTLP_URL: other.url };
      other.refuseNext({ status: 400 });
      const failed = await exported(folder, ['--logboek'], env);
      expect([failed.code, failed.out]).toEqual([1, '']);
      expect(failed.err).toMatch(ONE_LINE);
      expect(existsSync(join(folder, 'logboek.cursor.json'))).toBe(false);
      const count = told(silent).length;
      expect((await exported(folder, ['--logboek'], env)).out).toBe(`${String(count)} regels verzonden.\n`);
      expect((await exported(folder, ['--logboek'], env)).out).toBe('0 regels verzonden.\n');
      const again = await exported(folder, ['--logboek', '--vanaf', '0'], env);
      expect(again.out).toBe(`${String(count)} regels verzonden.\n`);
      expect(new Set(other.spans.map(({ spanId }) => spanId)).size).toBe(count);
      expect(other.faults).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('hub register export --besluiten', () => {
  test('writes one decision for each request, without a person or an id that is not a pseudonym', async () => {
    const { code, out } = await exported(silent.dir, ['--besluiten']);
    expect(code).toBe(0);
    const written = lines(out);
    const kept = readRegister(silent).filter(({ soort }) => ['ANTWOORD', 'INZAGE', 'GEWEIGERD'].includes(soort));
    expect(written.map((one) => (one['context'] as { bewijs: string }).bewijs)).toEqual(kept.map(({ id }) => id));
    expect(written.map((one) => one['decision'])).toEqual([true, true, true, false]);
    const [{ subject, resource }] = written as [{ subject: { id: string }; resource: { type: string; id: string } }];
    expect(subject.id).toBe(kept[0]?.medewerker);
    expect(resource).toMatchObject({ type: 'casus', id: expect.stringMatching(/^[\w-]{43}$/) as string });
    const { municipality } = silent.world;
    const ids = [...municipality.personen, ...municipality.casussen].map(({ id }) => id);
    const workers = municipality.zetels.map(({ medewerker }) => medewerker);
    const keys = kept.flatMap(({ personen = [] }) => personen.flatMap(({ sleutel, inhoud }) => [sleutel, inhoud]));
    expect([...ids, ...workers, ...keys].filter((id) => out.includes(id))).toEqual([]);
  });
});

describe('hub register export', () => {
  test.each([
    [[]],
    [['--logboek', '--besluiten']],
    [['--logboek', '--vanaf', '-1']],
    [['--besluiten', '--vanaf', 'x']],
  ])('ends with 2 over %p', async (argv) => {
    const { code, out, err } = await exported(silent.dir, argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
  });

  test.each([
    [{ LOGBOEK_OTLP_URL: 'http://elders.example/v1/traces' }],
    [{ LOGBOEK_OTLP_URL: 'https://wie:wat@elders.example/v1/traces' }],
    [{ LOGBOEK_OTLP_URL: 'ftp://127.0.0.1/' }],
    [{ VERWERKINGEN_URL: 'zomaar' }],
  ])('ends with 2 over %p: not in the clear to elsewhere, no account in an address', async (env) => {
    const { code, err } = await exported(silent.dir, ['--logboek'], env);
    expect(code).toBe(2);
    expect(err).toMatch(ONE_LINE);
    expect(err).not.toContain('wat@');
  });
});
