import type { Ontvangstbewijs, Registerregel } from '../../schema/domain/registerregel';
import { appendEntry } from './appendEntry';
import { openPostgres } from './openPostgres';
import { openSqlite } from './openSqlite';
import type { Register } from './register';
import { RegisterFout } from './registerFout';
import type { Store } from './store';
import { toEntry } from './toEntry';

export interface RegisterOptions {
  /** PostgreSQL; null for the SQLite file. */
  readonly databaseUrl: string | null;
  /** Its folder is made when it is not there. */
  readonly file: string;
  /** Key of the pseudonyms, 32 bytes or more. Lose it and no inzage can be answered; leak it and ids can be guessed. */
  readonly key: Uint8Array;
  /** PostgreSQL role that may change tables. Without it `databaseUrl` migrates. */
  readonly adminDatabaseUrl?: string | null;
}

/** Opens the register and brings its tables up to date. Throws `RegisterFout`. */
export async function openRegister(options: RegisterOptions): Promise<Register> {
  if (options.key.byteLength < 32) {
    throw new RegisterFout('openen', new RangeError(`key: expected 32 bytes or more, got ${options.key.byteLength}`));
  }
  return new ChainedRegister(await inStep('openen', () => openStore(options)), options.key);
}

function openStore({ databaseUrl, file, adminDatabaseUrl }: RegisterOptions): Promise<Store> {
  return databaseUrl === null ? openSqlite(file) : openPostgres(databaseUrl, adminDatabaseUrl ?? databaseUrl);
}

class ChainedRegister implements Register {
  readonly #store: Store;
  readonly #key: Uint8Array;
  /** Settles when the last append so far has ended, well or badly. */
  #last: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | null = null;

  constructor(store: Store, key: Uint8Array) {
    this.#store = store;
    this.#key = key;
  }

  append(regel: Registerregel): Promise<Ontvangstbewijs> {
    if (this.#closed !== null) return Promise.reject(new RegisterFout('toevoegen', new Error('register is closed')));
    const appended = this.#last.then(() =>
      inStep('toevoegen', async () => {
        const entry = toEntry(regel, this.#key);
        return this.#store.write((tx) => appendEntry(tx, entry));
      }),
    );
    this.#last = appended.catch(() => undefined);
    return appended;
  }

  async ready(): Promise<boolean> {
    if (this.#closed !== null) return false;
    return this.#store.ready().catch(() => false);
  }

  close(): Promise<void> {
    this.#closed ??= this.#last.then(() => inStep('sluiten', () => this.#store.close()));
    return this.#closed;
  }
}

async function inStep<T>(step: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new RegisterFout(step, cause);
  }
}
