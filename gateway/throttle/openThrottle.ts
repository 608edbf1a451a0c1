import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** How many requests there may be, each 0: any number. */
export interface Rates {
  /** Of one medewerker in a minute. */
  readonly medewerker: number;
  /** Of one partner in a minute. */
  readonly partner: number;
  /** Of one partner that are answered at the same time, by this process. */
  readonly atOnce: number;
}

/** A request that is one too many. */
export interface TooMany {
  readonly limit: keyof Rates;
  /** Seconds until it is worth to ask again. */
  readonly wait: number;
  /** The first one past this limit since it began to count: what follows is the same news. */
  readonly first: boolean;
}

/** With other processes, by this one alone, or so for now. */
export type Counting = 'SAMEN' | 'PER_PROCES' | 'REDIS_ONBEREIKBAAR';

export interface Throttle {
  /**
   * Counts a request.
   *
   * @param medewerker pseudonym: it may be a key in Redis.
   */
  count(partner: string, medewerker: string): Promise<TooMany | null>;
  /** Does work while the partner has room for it; else what is one too many, and nothing is done. */
  during<T>(partner: string, work: () => Promise<T>): Promise<T | Full>;
  counting(): Counting;
  close(): void;
}

/** The partner has no room for it now. */
export class Full {
  readonly tooMany: TooMany = { limit: 'atOnce', wait: 1, first: true };
}

const MINUTE = 60;
/** How long Redis may take, in ms: without it each process counts by itself. */
const TIMEOUT = 250;

/** Counts one kind of caller, here and, if it can be, with all processes together. */
type Count = (key: string) => Promise<RateLimiterRes | null>;

/**
 * Bounds how much one medewerker and one partner can ask. Each process counts by itself; with Redis they also count
 * together, so that what somebody writes into Redis can refuse, and never let more through than one process would.
 *
 * @param changed is told when Redis comes and goes.
 */
export function openThrottle(
  rates: Rates,
  redisUrl: string | null,
  changed: (shared: boolean) => void = () => undefined,
): Throttle {
  const redis = redisUrl === null ? null : connect(redisUrl, changed);
  const ofMedewerker = countBy('medewerker', rates.medewerker, redis);
  const ofPartner = countBy('partner', rates.partner, redis);
  const open = new Map<string, number>();
  return {
    count: async (partner, medewerker) => {
      // Who is over his own limit takes nothing of his partner's.
      const own = await ofMedewerker(`${partner}:${medewerker}`);
      if (own !== null) return tooMany('medewerker', own, rates);
      const all = await ofPartner(partner);
      return all === null ? null : tooMany('partner', all, rates);
    },
    during: async (partner, work) => {
      const now = open.get(partner) ?? 0;
      if (rates.atOnce > 0 && now >= rates.atOnce) return new Full();
      open.set(partner, now + 1);
      try {
        return await work();
      } finally {
        const left = (open.get(partner) ?? 1) - 1;
        if (left === 0) open.delete(partner);
        else open.set(partner, left);
      }
    },
    counting: () => {
      if (redis === null) return 'PER_PROCES';
      return redis.status === 'ready' ? 'SAMEN' : 'REDIS_ONBEREIKBAAR';
    },
    close: () => redis?.disconnect(),
  };
}

function tooMany(
  limit: 'medewerker' | 'partner',
  { msBeforeNext, consumedPoints }: RateLimiterRes,
  rates: Rates,
): TooMany {
  return { limit, wait: Math.max(1, Math.ceil(msBeforeNext / 1_000)), first: consumedPoints === rates[limit] + 1 };
}

function countBy(kind: 'medewerker' | 'partner', points: number, redis: Redis | null): Count {
  if (points === 0) return async () => null;
  const options = { points, duration: MINUTE, keyPrefix: `ketenhub:${kind}` };
  const here = new RateLimiterMemory(options);
  const everywhere =
    redis === null ? null : new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true });
  return async (key) => {
    const over = await consume(here, key);
    if (over !== null || everywhere === null) return over;
    // Redis gone, slow or spoiled: what this process counted holds.
    return consume(everywhere, key).catch((fout: unknown) => {
      // Until it says again that it is there, nobody waits for it.
      if (isTimeout(fout)) redis?.disconnect(true);
      return null;
    });
  };
}

/** @returns null while there is room. */
async function consume(limiter: RateLimiterMemory | RateLimiterRedis, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (over) {
    if (over instanceof RateLimiterRes) return over;
    throw over;
  }
}

function isTimeout(fout: unknown): boolean {
  return fout instanceof Error && fout.message === 'Command timed out';
}

function connect(url: string, changed: (shared: boolean) => void): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: TIMEOUT,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  // What it says of itself may hold its address and account; `counting` tells that it is gone.
  redis.on('error', () => undefined);
  let known: boolean | null = null;
  const tell = (shared: boolean) => (): void => {
    if (known === shared) return;
    known = shared;
    changed(shared);
  };
  redis.on('ready', tell(true)).on('close', tell(false));
  return redis;
}
