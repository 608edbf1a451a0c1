import { createPrivateKey } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ontvangstbewijs, Registerregel } from '../../../schema/domain/registerregel';
import { Checkpointer, type Checkpointsleutel } from './Checkpointer';
import { type RegisterPlace, openStore } from './openStore';
import { Writer } from './Writer';

/** Key with which checkpoints are signed, as text: it crosses to the thread that writes. */
export interface CheckpointKey {
  /** Name of the register: origin of its checkpoints. */
  readonly naam: string;
  /** Private Ed25519 key, PEM. */
  readonly pem: string;
}

export interface RegisterOptions extends RegisterPlace {
  /** Key of pseudonyms and keys of persons, 32 bytes or more. Lose it and no inzage can be answered; leak it and ids can be guessed. */
  readonly key: Uint8Array;
  readonly checkpoint: CheckpointKey;
  /** The key before it, as long as no checkpoint of the new one vouches for that. */
  readonly formerCheckpoint?: CheckpointKey | null;
}

/** The writer of a register, in whatever thread it is opened. */
export interface OpenWriter {
  /**
   * Resolves once the line is durable. What waits at the same time shares one durable write.
   *
   * @param underWay requests that are being answered: when they are many, a line waits a moment for those of others.
   */
  append(regel: Registerregel, underWay?: number): Promise<Ontvangstbewijs>;
  ready(): Promise<boolean>;
  /** Signs what is not signed yet. */
  sign(): Promise<void>;
  close(): Promise<void>;
}

/**
 * One durable write is for the lines of this part of the requests under way: they come in about an eighth of what a request
 * takes. With as few as this nobody waits for another.
 */
const QUARTER = 4;
/** How long it is worth to wait for those, in ms: for each request that may add a line, and at most. */
const PER_REQUEST = 2;
const MOST_MS = 60;

/** More than this in one transaction would make the first of them wait too long. */
const MOST_AT_ONCE = 200;

export async function openWriter(options: RegisterOptions): Promise<OpenWriter> {
  if (options.key.byteLength < 32) {
    throw new RangeError(`key: expected 32 bytes or more, got ${String(options.key.byteLength)}`);
  }
  const store = await openStore(options);
  const checkpointer = new Checkpointer(store, readKey(options.checkpoint));
  try {
    await checkpointer.open(options.formerCheckpoint ? readKey(options.formerCheckpoint) : null);
  } catch (fout) {
    await store.close();
    throw fout;
  }
  const writer = new Writer(store, options.key, checkpointer);
  const waiting: {
    regel: Registerregel;
    resolve: (bewijs: Ontvangstbewijs) => void;
    reject: (fout: unknown) => void;
  }[] = [];
  let writing: Promise<void> | null = null;
  let others = 0;
  let came = (): void => undefined;
  const enough = (): boolean => waiting.length * QUARTER >= others;
  /** A durable write costs about the same for one line as for ten: worth a moment, unless nobody else can come. */
  const gather = async (): Promise<void> => {
    const together = new AbortController();
    came = () => {
      if (enough()) together.abort();
    };
    const longest = Math.min(others * PER_REQUEST, MOST_MS);
    await sleep(longest, undefined, { signal: together.signal }).catch(() => undefined);
    came = () => undefined;
  };
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      if (!enough()) await gather();
      const batch = waiting.splice(0, MOST_AT_ONCE);
      const outcomes = await writer.append(batch.map(({ regel }) => regel));
      batch.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i];
        if (outcome !== undefined && 'bewijs' in outcome) resolve(outcome.bewijs);
        else reject(outcome?.fout);
      });
      // What came in meanwhile is let in first.
      await new Promise(setImmediate);
    }
    writing = null;
  };
  return {
    append: (regel, underWay = 0) =>
      new Promise((resolve, reject) => {
        others = underWay;
        waiting.push({ regel, resolve, reject });
        came();
        writing ??= new Promise(setImmediate).then(writeAll);
      }),
    ready: async () => {
      await store.read((db) => checkpointer.inForce(db));
      return store.ready();
    },
    sign: () => checkpointer.sign(),
    close: async () => {
      await writing;
      // A checkpoint that can't be written keeps nothing that was registered from being so.
      await checkpointer.close().catch(() => undefined);
      await store.close();
    },
  };
}

function readKey({ naam, pem }: CheckpointKey): Checkpointsleutel {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('checkpoint key: expected a private Ed25519 key');
  return { naam, key };
}
