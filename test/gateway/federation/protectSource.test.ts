import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Pool } from 'undici';
import type { FederationHooks } from '../../../gateway/federation/hooks';
import { Bronfout, type Protection, protectSource } from '../../../gateway/federation/protectSource';
import { SubgraphSource } from '../../../gateway/federation/subgraphSource';

const QUICK: Protection = { timeout: 400, atOnce: 2, failures: 3, pause: 300 };
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const outcome = (promise: Promise<unknown>): Promise<unknown> => promise.catch((fout: unknown) => fout);

describe('what keeps the failure of a source its own', () => {
  const fails = async (): Promise<never> => {
    throw new Bronfout(new Error('x'), false);
  };

  test('a source that fails again and again is left alone, then tried by one question, and asked again when that is answered', async () => {
    const told: boolean[] = [];
    const protect = protectSource(QUICK, (alone) => told.push(alone));
    let asked = 0;
    const counted = (work: () => Promise<string>) => async (): Promise<string> => {
      asked += 1;
      return work();
    };
    for (let i = 0; i < 3; i += 1) await outcome(protect(counted(fails), true));
    expect({ asked, told }).toEqual({ asked: 3, told: [true] });
    expect(await outcome(protect(counted(fails), true))).toBeInstanceOf(Error);
    expect(asked).toBe(3);
    await sleep(QUICK.pause + 50);
    await outcome(protect(counted(fails), true));
    expect(asked).toBe(4);
    await sleep(QUICK.pause + 50);
    expect(
      await protect(
        counted(async () => 'back'),
        true,
      ),
    ).toBe('back');
    expect(
      await protect(
        counted(async () => 'still'),
        true,
      ),
    ).toBe('still');
    expect(told.at(-1)).toBe(false);
  });

  test('what goes wrong here, and not at the source, is no failure of the source', async () => {
    const protect = protectSource(QUICK, () => {
      throw new Error('left alone');
    });
    for (let i = 0; i < 10; i += 1) {
      await outcome(
        protect(async () => {
          throw new Error('the register is away');
        }, true),
      );
    }
    expect(await protect(async () => 'asked', true)).toBe('asked');
  });

  test('never: not when failures do not count', async () => {
    const protect = protectSource({ ...QUICK, failures: 0 }, () => undefined);
    for (let i = 0; i < 20; i += 1) await outcome(protect(fails, true));
    expect(await protect(async () => 'asked', true)).toBe('asked');
  });

  test('what is written down before a question leaves takes none of the time of its source, and is done once', async () => {
    const source = await startBad(
      (request, response, time) => (time === 1 ? cut(request) : json(response, 200, GOOD)),
      {
        leaving: () => sleep(QUICK.timeout + 200),
      },
    );
    expect(await source.ask()).toEqual({ data: { a: 1 } });
    expect(source.seen()).toEqual({ asked: 2, stated: 2, failed: 0 });
    const never = await startBad((_, response) => json(response, 200, GOOD), {
      leaving: () => Promise.reject(new Error('the register is away')),
    });
    expect(await never.ask()).toBeInstanceOf(Error);
    expect(never.seen()).toEqual({ asked: 0, stated: 0, failed: 1 });
  });

  test('only so many questions run at once, as many wait, and of the rest each is refused at once', async () => {
    const protect = protectSource(QUICK, () => undefined);
    let [running, most] = [0, 0];
    const slow = async (): Promise<string> => {
      running += 1;
      most = Math.max(most, running);
      await sleep(50);
      running -= 1;
      return 'done';
    };
    const all = await Promise.all(Array.from({ length: 7 }, () => outcome(protect(slow, true))));
    expect(most).toBe(QUICK.atOnce);
    expect(all.filter((one) => one === 'done')).toHaveLength(2 * QUICK.atOnce);
    expect(all.filter((one) => one instanceof Error)).toHaveLength(7 - 2 * QUICK.atOnce);
  });

  test('the time is that of the whole question, second try and waiting included', async () => {
    const protect = protectSource({ ...QUICK, failures: 0 }, () => undefined);
    const aborted: boolean[] = [];
    const never = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted.push(true);
          reject(new Bronfout(signal.reason, true));
        });
      });
    const start = performance.now();
    const all = await Promise.all(Array.from({ length: 4 }, () => outcome(protect(never, true))));
    expect(all.every((one) => one instanceof Error)).toBe(true);
    expect(performance.now() - start).toBeLessThan(2 * QUICK.timeout);
    await sleep(20);
    expect(aborted.length).toBeGreaterThanOrEqual(2);
  });
});

type Answering = (request: IncomingMessage, response: ServerResponse, time: number) => void;

const opened: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(opened.splice(0).map((close) => close())));

/** A source that answers as the test will, and the hub's own asking of it. */
async function startBad(answering: Answering, more: Pick<FederationHooks, 'leaving'> = {}) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      answering(request, response, bodies.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pool = new Pool(`http://127.0.0.1:${String(port)}`, { connections: 4, maxResponseSize: 64 * 1024 });
  let [stated, failed] = [0, 0];
  const hooks = {
    ...more,
    protection: { ...QUICK, failures: 0 },
    headers: async () => ({ 'x-stated': String((stated += 1)) }),
    failed: () => void (failed += 1),
  };
  const source = new SubgraphSource('police', pool, '/graphql', hooks, false);
  const ask = (query = 'query { a }'): Promise<unknown> =>
    outcome(source.process({ request: { query }, context: {}, kind: 'incoming operation' } as never));
  opened.push(async () => {
    await pool.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { ask, seen: () => ({ asked: bodies.length, stated, failed }) };
}

const json = (response: ServerResponse, status: number, body: string, headers = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
const GOOD = JSON.stringify({ data: { a: 1 } });
const cut = (request: IncomingMessage): void => void request.socket.destroy();

describe('a source that is hard to ask', () => {
  const passing: [string, Answering][] = [
    ['a connection that is cut', (request) => cut(request)],
    ['502', (_, response) => json(response, 502, 'bad gateway')],
    ['503', (_, response) => json(response, 503, '')],
    ['504', (_, response) => json(response, 504, '{}')],
  ];

  test.each(passing)('is asked once more, with a statement of its own, after what passes: %s', async (_, bad) => {
    const source = await startBad((request, response, time) =>
      time === 1 ? bad(request, response, time) : json(response, 200, GOOD),
    );
    expect(await source.ask()).toEqual({ data: { a: 1 } });
    expect(source.seen()).toEqual({ asked: 2, stated: 2, failed: 0 });
  });

  test.each(passing)('is asked no third time: %s', async (_, bad) => {
    const source = await startBad(bad);
    expect(await source.ask()).toBeInstanceOf(Error);
    expect(source.seen()).toEqual({ asked: 2, stated: 2, failed: 1 });
  });

  test.each(passing)('is not told twice to change something: %s', async (_, bad) => {
    const source = await startBad(bad);
    expect(await source.ask('mutation { a }')).toBeInstanceOf(Error);
    expect(source.seen()).toEqual({ asked: 1, stated: 1, failed: 1 });
  });

  const bomb = gzipSync(Buffer.alloc(4 * 1024 * 1024, ' '));
  const lasting: [string, Answering][] = [
    ['500', (_, response) => json(response, 500, GOOD)],
    ['a redirect', (_, response) => json(response, 302, GOOD, { location: 'http://127.0.0.1:1/' })],
    ['no JSON', (_, response) => json(response, 200, 'Jan Jansen')],
    ['a list', (_, response) => json(response, 200, `[${GOOD}]`)],
    ['no data', (_, response) => json(response, 200, '{"data":null,"errors":[{"message":"Jan Jansen"}]}')],
    ['a gzip bomb', (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)],
    ['a body without end', (_, response) => flood(response)],
    ['a body that comes in drops', (_, response) => drip(response)],
    ['silence', () => undefined],
    ['headers and then silence', (_, response) => response.writeHead(200).flushHeaders()],
  ];

  test.each(lasting)('is asked once, answers nothing and tells nothing, in time: %s', async (_, bad) => {
    const source = await startBad(bad);
    const start = performance.now();
    const answer = await source.ask();
    expect(performance.now() - start).toBeLessThan(5 * QUICK.timeout);
    expect(answer).toBeInstanceOf(Error);
    expect((answer as Error).message).toBe('subgraph police could not be asked');
    expect(source.seen()).toEqual({ asked: 1, stated: 1, failed: 1 });
  });
});

/** 64 kB at a time, until nobody listens. */
function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => {
    if (response.destroyed) clearInterval(timer);
    else response.write(' ');
  }, 20);
}
