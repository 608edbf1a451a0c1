import { once } from 'node:events';
import { connect } from 'node:net';
import { Agent, type IncomingMessage, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { type HubProcess, type Split, startSplit } from '../harness/startSplit';
import { type Request, request } from './drawRequest';
import { type Answer, judge } from './judgeAnswer';

/** How many requests: some in `npm test`, `KETENHUB_FUZZ` in `npm run test:deep`. */
const REQUESTS = Number(process.env['KETENHUB_FUZZ'] ?? 400);
const AT_ONCE = 8;
const TIME = 60_000 + REQUESTS * 100;
/** Longer than this nothing may take, in ms. */
const HANG = 20_000;
/** Of fewer the heap tells nothing: what is cached is not all there yet. */
const MANY = REQUESTS >= 10_000;
/**
 * Bytes that the heap may grow by between the first quarter and the end: of 100,000, less than a kilobyte for each that came
 * after. What is cached is not full by then: Apollo keeps documents of 30 MiB, by its own count.
 */
const GROWTH = 64 * 2 ** 20;

describe(`whatever is sent (${String(REQUESTS)} requests)`, () => {
  let split: Split;
  let hub: HubProcess;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const who = { partner: 'dimence', medewerker: 'm-dimence-1', doel: 'ZORG_EN_HULPVERLENING' };
  let casus: string;
  let tokens: string[];
  beforeAll(async () => {
    split = await startSplit({ RATE_MEDEWERKER: '0', RATE_PARTNER: '0' });
    hub = await split.start();
    casus = split.world.municipality.casussen[0]!.id;
    tokens = [
      await split.token(who.partner, who.medewerker),
      await split.token('politie-oost-nederland', 'm-politie-1'),
      await split.token('dimence', 'nobody-we-know'),
    ];
  });
  afterAll(async () => {
    agent.destroy();
    await split.stop();
  });

  /** What a connection said when its answer was there already. */
  const afterwards: string[] = [];
  const post = async ({ method, path, headers, body }: Request): Promise<Answer> => {
    let answered = false;
    const outgoing = send(hub.address, {
      ...{ method, path, agent, timeout: HANG },
      headers: { ...headers, 'content-length': String(body.length) },
    });
    outgoing.on('error', (fout) => answered && afterwards.push(String(fout)));
    outgoing.on('timeout', () => outgoing.destroy(new Error('it hangs')));
    outgoing.end(body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    answered = true;
    return { status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text: await text(answer) };
  };
  /** A question that is right, to see that all is as it was. */
  const canary = async (): Promise<unknown> => {
    const query = 'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { id } } }';
    const { status, body } = await hub.ask({ ...who, casus, query, variables: { casus } });
    return { status, data: body.data };
  };
  const heap = async (): Promise<number> => {
    const metrics = await (await fetch(`http://127.0.0.1:${String(split.metricsPort)}/metrics`)).text();
    return Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1]);
  };

  test(
    'gets a declared answer, shows nothing of the inside, and leaves the hub as it was',
    async () => {
      const before = await canary();
      expect(before).toMatchObject({ status: 200, data: { casus: { kenmerk: 'ZVH-2026-0001' } } });
      const statuses = new Map<number, number>();
      const one = async (given: Request): Promise<string | null> => {
        try {
          const answer = await post(given);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          return judge(given.path, given.method, answer);
        } catch (fout) {
          // The hub may close a connection on what is too long, or no HTTP; never while it is gone itself.
          const { code } = fout as { code?: string };
          return code === 'ECONNRESET' || code === 'EPIPE' ? null : String(fout);
        }
      };
      const lists = fc.array(request({ tokens, casus }), { minLength: AT_ONCE, maxLength: AT_ONCE });
      const sendSome = (times: number): Promise<void> =>
        fc.assert(
          fc.asyncProperty(lists, async (list) => {
            const wrong = await Promise.all(list.map(one));
            expect(hub.process.exitCode).toBeNull();
            expect(wrong.filter((found) => found !== null)).toEqual([]);
          }),
          { numRuns: Math.ceil(times / AT_ONCE) },
        );
      await sendSome(REQUESTS / 4);
      const early = MANY ? await settled() : 0;
      await sendSome((REQUESTS / 4) * 3);
      const late = MANY ? await settled() : 0;
      expect(late - early).toBeLessThan(GROWTH);
      expect(await canary()).toEqual(before);
      expect(afterwards.filter((fout) => !/ECONNRESET|EPIPE/.test(fout))).toEqual([]);
      // Nothing is judged where everything is refused for one reason.
      for (const status of [200, 400, 401]) expect(statuses.get(status) ?? 0).toBeGreaterThan(REQUESTS / 200);
      expect(statuses.size).toBeGreaterThan(5);
    },
    TIME,
  );

  /** The heap once nothing is asked any more. */
  const settled = async (): Promise<number> => {
    let least = Number.POSITIVE_INFINITY;
    for (let look = 0; look < 20; look += 1) {
      least = Math.min(least, await heap());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return least;
  };

  test.each(['HEAD', 'GET'])(
    'headers that are too large get their refusal, and %s no more than it may have',
    async (method) => {
      const { port } = new URL(hub.address);
      const socket = connect(Number(port), '127.0.0.1');
      const said = text(socket);
      socket.write(`${method} /graphql HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
      const [head, body] = (await said).split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 431 /);
      expect(body).toMatch(method === 'HEAD' ? /^$/ : /^\{"errors":\[.*"code":"HUB_LIMIET"/);
    },
  );

  test(
    'bytes that are no HTTP end in a refusal or a closed door',
    async () => {
      const { port } = new URL(hub.address);
      const chunk = fc.oneof(
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
        fc
          .constantFrom(
            ...[
              'POST /graphql HTTP/1.1\r\n',
              'GET / HTTP/9.9\r\n',
              'Host: x\r\n',
              'Content-Length: 5\r\n',
              '\r\n',
              '\n',
              '{}',
            ],
            ...[
              'Content-Length: -1\r\n',
              'Content-Length: 99999999999\r\n',
              'Transfer-Encoding: chunked\r\n',
              'ZZ\r\n',
              '0\r\n\r\n',
            ],
            ...[
              'Transfer-Encoding: chunked\r\nContent-Length: 3\r\n',
              `X: ${'y'.repeat(20_000)}\r\n`,
              'Upgrade: h2c\r\nConnection: Upgrade\r\n',
            ],
          )
          .map((line) => Buffer.from(line)),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(chunk, { minLength: 1, maxLength: 8 }), async (chunks) => {
          const socket = connect(Number(port), '127.0.0.1');
          socket.on('error', () => undefined);
          let said = '';
          socket.on('data', (bytes) => (said += bytes.toString('latin1')));
          for (const one of chunks) socket.write(one);
          socket.end();
          if (!socket.closed) await once(socket, 'close');
          expect(hub.process.exitCode).toBeNull();
          expect(said).not.toMatch(/^HTTP\/1\.1 (2|5)/);
          expect(said).not.toMatch(/node_modules|\.ts:\d|TypeError/);
        }),
        { numRuns: Math.ceil(REQUESTS / 8) },
      );
      expect(await canary()).toMatchObject({ status: 200 });
    },
    TIME,
  );
});
