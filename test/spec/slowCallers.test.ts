import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { readSettings } from '../../gateway/settings';
import { readRegister } from '../harness/readRegister';
import { freePort } from '../harness/startSplit';
import { type House, startHouse } from '../harness/startHouse';

jest.setTimeout(60_000);

/** Dribbles bytes over a connection until it is closed. */
async function dribble(
  port: number,
  first: string,
  rest: string,
): Promise<{ readonly got: string; readonly ms: number }> {
  const socket: Socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const started = performance.now();
  let got = '';
  socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(first);
  let sent = 0;
  const timer = setInterval(() => {
    if (!socket.destroyed && rest !== '') socket.write(rest[sent++ % rest.length]!);
  }, 50);
  await once(socket, 'close');
  clearInterval(timer);
  return { got, ms: performance.now() - started };
}

describe('who keeps a connection busy on purpose', () => {
  let house: House;
  let port: number;
  let metricsPort: number;
  beforeAll(async () => {
    metricsPort = await freePort();
    const small = { LIMIT_SECONDS: '1', LIMIT_BYTES: '4096', LIMIT_FIELDS: '40', LIMIT_PLACES: '1' };
    house = await startHouse({ env: { ...small, METRICS_PORT: String(metricsPort) } });
    port = Number(new URL(house.address).port);
  });
  afterAll(() => house.stop());

  const zetel = () => {
    const { casussen, zetels } = house.world.municipality;
    const casus = casussen[0]!.id;
    const { partner, medewerker } = zetels.find((one) => one.casus === casus && one.partner === 'politie-oost-nederland')!; // oxfmt-ignore
    return { partner, medewerker, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING' };
  };
  const ask = (query: string) => house.ask({ ...zetel(), query, variables: { casus: zetel().casus } });
  const SMALL = 'query ($casus: ID!) { casus(id: $casus) { kenmerk } }';

  test('is cut off in time, told so once, and keeps nobody else from being answered', async () => {
    const before = readRegister(house).length;
    const head = 'POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n';
    const slow = Promise.all([
      ...Array.from({ length: 60 }, () => dribble(port, head, 'x')),
      ...Array.from({ length: 60 }, () => dribble(port, `${head}Content-Length: 2000\r\n\r\n{`, ' ')),
      ...Array.from({ length: 60 }, () => dribble(port, '', '')),
    ]);
    const started = performance.now();
    for (let times = 0; times < 5; times += 1) expect((await ask(SMALL)).status).toBe(200);
    const answered = performance.now() - started;
    const closed = await slow;
    const [asked] = closed;
    expect(asked?.got).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    for (const { got } of closed) {
      expect(got.split('\r\n\r\n')[1] ?? '').toBe(
        '{"errors":[{"message":"Het verzoek kwam niet binnen de tijd.","extensions":{"code":"HUB_LIMIET"}}]}',
      );
      expect(got).not.toMatch(/at .*:\d+|Error/);
    }
    // One second for what comes in, and a second between two looks; the rest is the machine's.
    expect(Math.max(...closed.map(({ ms }) => ms))).toBeLessThan(15_000);
    expect(answered).toBeLessThan(15_000);
    // Nobody knows who it was, so there is nothing to write down.
    expect(readRegister(house, before).filter(({ soort }) => soort === 'GEWEIGERD')).toEqual([]);
  });

  test('with headers that have no end is cut off as well, and told why', async () => {
    const { got } = await dribble(port, `POST /graphql HTTP/1.1\r\nX-Groot: ${'a'.repeat(64 * 1024)}`, '');
    expect(got).toMatch(/^HTTP\/1\.1 431 /);
    expect(got).toContain('"code":"HUB_LIMIET"');
  });

  test('limits can be set no wider than the hub can bear: the deepest document of most words is refused as any other', async () => {
    const at = (over: Record<string, string>) => () => readSettings({ ...over }, 'demo').limits;
    expect(at({ LIMIT_TOKENS: '3000', LIMIT_DEPTH: '100' })()).toMatchObject({ tokens: 3_000, depth: 100 });
    expect(at({ LIMIT_TOKENS: '3001' })).toThrow('LIMIT_TOKENS');
    expect(at({ LIMIT_DEPTH: '101' })).toThrow('LIMIT_DEPTH');
    const wide = await startHouse({ env: { LIMIT_TOKENS: '3000', LIMIT_DEPTH: '100' } });
    try {
      for (const nest of ['casus{', '...{', '...on Casus{']) {
        const times = Math.floor(2_990 / (nest.split(/(?=[{ ])| on /).length + 2));
        const query = `{ ${nest.repeat(times)} id ${'}'.repeat(times)} }`;
        const { status, body } = await wide.ask({ ...zetel(), query });
        expect({ nest, status, code: body.errors?.[0]?.extensions.code }).toMatchObject({ nest, status: 400 });
        expect(['HUB_LIMIET', 'GRAPHQL_VALIDATION_FAILED']).toContain(body.errors?.[0]?.extensions.code);
      }
    } finally {
      await wide.stop();
    }
  });

  test('limits of what a request is and comes to are settings, and are counted where they are exceeded', async () => {
    const large = await ask(`${SMALL} #${'x'.repeat(5_000)}`);
    expect([large.status, large.body.errors?.[0]]).toMatchObject([413, { message: 'Het verzoek is groter dan 4 kB.', extensions: { code: 'HUB_LIMIET' } }]); // oxfmt-ignore
    const fields = `query ($casus: ID!) { casus(id: $casus) { ${Array.from({ length: 45 }, (_, i) => `a${String(i)}: kenmerk`).join(' ')} } }`;
    const many = await ask(fields);
    expect([many.status, many.body.errors?.[0]?.message]).toEqual([400, expect.stringContaining('meer dan 40 velden') as unknown]); // oxfmt-ignore
    const places = 'query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { bekendBijPolitie } zorgadviezen { datum } directeKring { bekendBijPolitie } politieadviezen { advies } } }'; // oxfmt-ignore
    const wide = await ask(places);
    expect([wide.status, wide.body.errors?.[0]?.message]).toEqual([400, expect.stringContaining('op meer dan 1 plaatsen') as unknown]); // oxfmt-ignore
    const counts = await (await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`)).text();
    expect(
      counts
        .split('\n')
        .filter((line) => line.startsWith('ketenhub_limits_exceeded_total'))
        .sort(),
    ).toEqual(['ketenhub_limits_exceeded_total{limit="fields"} 1', 'ketenhub_limits_exceeded_total{limit="places"} 1']);
  });
});
