import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { Full, type Rates, type Throttle, type TooMany, openThrottle } from '../../../gateway/throttle/openThrottle';
import { REDIS, onRedis } from '../../harness/redis';
import { tcpProxy } from '../../harness/tcpProxy';

const opened: Throttle[] = [];
const open = (rates: Partial<Rates>, ...more: [url?: string, changed?: (shared: boolean) => void]): Throttle => {
  const [url = null, changed] = more;
  const throttle = openThrottle({ medewerker: 0, partner: 0, atOnce: 0, ...rates }, url, changed);
  opened.push(throttle);
  return throttle;
};
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 500 && !holds(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
};
const shared = async (rates: Partial<Rates>, url = REDIS): Promise<Throttle> => {
  const throttle = open(rates, url);
  await until(() => throttle.counting() === 'SAMEN');
  return throttle;
};
/** No run counts with another. */
const name = (): string => randomBytes(8).toString('hex');

interface Asked {
  readonly replica: number;
  readonly partner: number;
  readonly medewerker: number;
}
const traffic = fc.record({
  rates: fc.record({ medewerker: fc.integer({ min: 0, max: 4 }), partner: fc.integer({ min: 0, max: 9 }) }),
  asked: fc.array(fc.record({ replica: fc.nat(1), partner: fc.nat(1), medewerker: fc.nat(2) }), { maxLength: 40 }),
});

/** What a counter says that knows nothing of clocks: of each key how often, here and by all. */
class Naive {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly rates: Pick<Rates, 'medewerker' | 'partner'>,
    private readonly together: boolean,
  ) {}

  ask({ replica, partner, medewerker }: Asked): Omit<TooMany, 'wait'> | null {
    const own = this.over('medewerker', `${String(partner)}/${String(medewerker)}`, replica);
    return own ?? this.over('partner', String(partner), replica);
  }

  private over(limit: 'medewerker' | 'partner', key: string, replica: number): Omit<TooMany, 'wait'> | null {
    const most = this.rates[limit];
    if (most === 0) return null;
    for (const where of [String(replica), ...(this.together ? ['all'] : [])]) {
      const at = `${limit} ${key} ${where}`;
      const now = (this.counts.get(at) ?? 0) + 1;
      this.counts.set(at, now);
      if (now > most) return { limit, first: now === most + 1 };
    }
    return null;
  }
}

/** Asks one after another, and holds each outcome against the naive counter. */
async function holds(rates: Naive, throttles: readonly Throttle[], asked: readonly Asked[]): Promise<void> {
  const house = name();
  for (const one of asked) {
    const { replica, partner, medewerker } = one;
    const tooMany = await throttles[replica]!.count(`${house}-${String(partner)}`, `m-${String(medewerker)}`);
    const expected = rates.ask(one);
    expect(tooMany === null ? null : { limit: tooMany.limit, first: tooMany.first }).toEqual(expected);
    if (tooMany === null) continue;
    expect(tooMany.wait).toBeGreaterThan(0);
    expect(tooMany.wait).toBeLessThanOrEqual(60);
  }
}

describe('how many requests there may be', () => {
  test('each process counts who asks and his partner, and names the first that is too many', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async ({ rates, asked }) => {
        await holds(new Naive(rates, false), [open(rates), open(rates)], asked);
      }),
      { numRuns: 100 },
    );
  });

  test('a minute later he may ask again', async () => {
    jest.useFakeTimers();
    try {
      const throttle = open({ medewerker: 2 });
      const ask = async (): Promise<TooMany | null> => throttle.count('dimence', 'm');
      expect([await ask(), await ask()]).toEqual([null, null]);
      jest.advanceTimersByTime(20_000);
      expect(await ask()).toEqual({ limit: 'medewerker', wait: 40, first: true });
      expect(await ask()).toEqual({ limit: 'medewerker', wait: 40, first: false });
      jest.advanceTimersByTime(40_001);
      expect([await ask(), await ask()]).toEqual([null, null]);
    } finally {
      jest.useRealTimers();
    }
  });

  test('of one partner so many are answered at once, and those of others do not count', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.record({ partner: fc.nat(1), ends: fc.boolean(), fails: fc.boolean() }), { maxLength: 30 }),
        async (atOnce, steps) => {
          const throttle = open({ atOnce });
          const running: { partner: number; end: () => void; outcome: Promise<unknown> }[] = [];
          for (const { partner, ends, fails } of steps) {
            const at = running.findIndex((one) => one.partner === partner);
            if (ends && at >= 0) {
              const [one] = running.splice(at, 1);
              one!.end();
              await one!.outcome;
              continue;
            }
            const room = atOnce === 0 || running.filter((one) => one.partner === partner).length < atOnce;
            let [began, end] = [false, (): void => undefined];
            const work = async (): Promise<string> => {
              began = true;
              await new Promise<void>((resolve) => (end = resolve));
              if (fails) throw new Error('it failed');
              return 'done';
            };
            const outcome = throttle.during(String(partner), work).catch((fout: unknown) => fout);
            await new Promise(setImmediate);
            expect(began).toBe(room);
            if (began) running.push({ partner, end, outcome });
            else expect(await outcome).toBeInstanceOf(Full);
          }
          for (const { end } of running) end();
          for (const { outcome } of running) expect(['done', new Error('it failed')]).toContainEqual(await outcome);
        },
      ),
      { numRuns: 100 },
    );
  });
});

onRedis('requests counted by several processes', () => {
  const redis = new Redis(REDIS, { lazyConnect: true });
  afterAll(() => redis.quit());

  test('count as those of one, for who asks and for his partner', async () => {
    await fc.assert(
      fc.asyncProperty(traffic, async ({ rates, asked }) => {
        await holds(new Naive(rates, true), [await shared(rates), await shared(rates)], asked);
        for (const one of opened.splice(0)) one.close();
      }),
      { numRuns: 40 },
    );
  });

  test('also when all ask at the same time', async () => {
    const throttles = [await shared({ medewerker: 20 }), await shared({ medewerker: 20 })];
    const house = name();
    const all = await Promise.all(Array.from({ length: 60 }, (_, nr) => throttles[nr % 2]!.count(house, 'm')));
    expect(all.filter((one) => one === null)).toHaveLength(20);
  });

  test('are counted by each alone when Redis is cut off, and together again when it is there', async () => {
    const { hostname, port } = new URL(REDIS);
    const proxy = await tcpProxy(hostname, Number(port || 6379));
    const told: boolean[] = [];
    const throttle = open({ medewerker: 3 }, `redis://127.0.0.1:${String(proxy.port)}`, (now) => told.push(now));
    const other = await shared({ medewerker: 3 });
    await until(() => throttle.counting() === 'SAMEN');
    const house = name();
    expect([await throttle.count(house, 'a'), await other.count(house, 'a')]).toEqual([null, null]);
    proxy.cut();
    await until(() => throttle.counting() === 'REDIS_ONBEREIKBAAR');
    expect([await throttle.count(house, 'a'), await throttle.count(house, 'a')]).toEqual([null, null]);
    expect(await throttle.count(house, 'a')).toMatchObject({ limit: 'medewerker', first: true });
    proxy.mend();
    await until(() => throttle.counting() === 'SAMEN');
    for (let nr = 0; nr < 3; nr += 1) await other.count(house, 'b');
    expect(await throttle.count(house, 'b')).toMatchObject({ limit: 'medewerker', first: true });
    expect(told).toEqual([true, false, true]);
    await proxy.close();
  });

  test('wait once for a Redis that stands still, and not again until it is there', async () => {
    const { hostname, port } = new URL(REDIS);
    const proxy = await tcpProxy(hostname, Number(port || 6379));
    const throttle = await shared({ medewerker: 500 }, `redis://127.0.0.1:${String(proxy.port)}`);
    proxy.stall();
    const house = name();
    expect(await throttle.count(house, 'a')).toBeNull();
    await until(() => throttle.counting() === 'REDIS_ONBEREIKBAAR');
    // Were each to wait, these would take longer than a test may.
    for (let nr = 0; nr < 400; nr += 1) expect(await throttle.count(house, 'a')).toBeNull();
    proxy.cut();
    proxy.mend();
    await until(() => throttle.counting() === 'SAMEN');
    await proxy.close();
  });

  test('hold nobody up when Redis does not answer', async () => {
    const throttle = await shared({ medewerker: 2 });
    // Longer than a test may take.
    await redis.client('PAUSE', 90_000, 'WRITE');
    try {
      const house = name();
      const all: unknown[] = [];
      for (let nr = 0; nr < 3; nr += 1) all.push(await throttle.count(house, 'a'));
      expect(all).toEqual([null, null, expect.objectContaining({ limit: 'medewerker', first: true })]);
    } finally {
      await redis.client('UNPAUSE');
    }
  });

  test.each([
    ['a debt', '-1000000'],
    ['no number', 'veel'],
    ['nothing', ''],
  ])('are no more than one process lets through when somebody writes %s into Redis', async (_, value) => {
    const throttle = await shared({ medewerker: 3, partner: 5 });
    const house = name();
    for (const key of [`ketenhub:partner:${house}`, `ketenhub:medewerker:${house}:a`])
      await redis.set(key, value, 'EX', 60);
    const all: (TooMany | null)[] = [];
    for (let nr = 0; nr < 6; nr += 1) all.push(await throttle.count(house, 'a'));
    expect(all.map((one) => one?.limit ?? null)).toEqual([null, null, null, 'medewerker', 'medewerker', 'medewerker']);
  });

  test('leave nothing in Redis by which a medewerker is known, and nothing that stays', async () => {
    const throttle = await shared({ medewerker: 3, partner: 5 });
    const house = name();
    await throttle.count(house, 'pseudoniem');
    const keys = await redis.keys(`*${house}*`);
    expect(keys.toSorted()).toEqual([`ketenhub:medewerker:${house}:pseudoniem`, `ketenhub:partner:${house}`]);
    for (const key of keys) {
      const left = await redis.ttl(key);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(60);
    }
  });
});

test('without Redis each process says that it counts alone', () => {
  expect(open({}).counting()).toBe('PER_PROCES');
  expect(open({}, 'redis://127.0.0.1:1').counting()).toBe('REDIS_ONBEREIKBAAR');
});
