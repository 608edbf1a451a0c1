import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPrivateKey } from 'node:crypto';
import type { Hubstand, Ontvangstbewijs, Registerregel } from '../schema/domain/registerregel';
import { writeVerifier } from '../schema/signedNote';
import type { Regels } from './regels/readRegels';
import { openRegister } from './register/openRegister';
import type { Register } from './register/register';
import type { RegisterOptions } from './register/writer/openWriter';
import { emptyRegel } from './registering';
import type { Settings } from './settings';

/** Keys of the register: given, never found. */
export interface Registersleutels {
  /** Of pseudonyms and of the keys of persons, 32 bytes. */
  readonly register: Uint8Array;
  /** Signs the checkpoints: private Ed25519 key, PEM. */
  readonly checkpoint: string;
  /** The one before it, to vouch for it. */
  readonly vorigeCheckpoint: string | null;
}

/** How long until what could not be told is tried again, in ms. */
const AGAIN = 1_000;

/** The register as the hub keeps it: with who asks, also what the hub does of itself is in it. */
export interface KeptRegister {
  /** Verifier key of the checkpoints that this hub signs: `name+hash+key`. */
  readonly checkpointsleutel: string;
  append(regel: Registerregel): Promise<Ontvangstbewijs>;
  /** Does work that may add lines: the more of it is under way, the more of them share a durable write. */
  during<T>(work: () => Promise<T>): Promise<T>;
  ready(): Promise<boolean>;
  /** Other rules are in force. Told until it is written. */
  renewed(regels: Regels): void;
  /** Something went wrong that is no answer to a request. */
  fault(code: string, regels: Regels): void;
  close(): Promise<void>;
}

/**
 * Opens the register and writes down that this hub starts, by which rules, code and keys.
 *
 * @throws RegisterFout
 */
export async function keepRegister(
  settings: Settings,
  sleutels: Registersleutels,
  regels: Regels,
  open: (options: RegisterOptions) => Promise<Register> = openRegister,
): Promise<KeptRegister> {
  const register = await open(optionsOf(settings, sleutels));
  const checkpointsleutel = writeVerifier(settings.registerName, createPrivateKey(sleutels.checkpoint));
  const { logboekUrl } = settings;
  const teruggezet = [...settings.teruggezet].map(([casus, nr]) => `${casus}:${String(nr)}`);
  const stand = {
    ...{ ...standOf(regels), checkpointsleutel },
    ...(logboekUrl === null ? {} : { logboek: logboekUrl }),
    ...(teruggezet.length === 0 ? {} : { teruggezet }),
  };
  await register.append({ ...emptyRegel(regels), soort: 'START', stand });
  let underWay = 0;
  const ending = new AbortController();
  const tell = async (regel: Registerregel): Promise<void> => {
    while (!ending.signal.aborted && !(await written(register, regel))) {
      await sleep(AGAIN, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  return {
    checkpointsleutel,
    append: (regel) => register.append(regel, underWay),
    during: async (work) => {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    ready: () => register.ready(),
    renewed: (next) => void tell({ ...emptyRegel(next), soort: 'REGELS', stand: standOf(next) }),
    fault: (code, current) => void tell({ ...emptyRegel(current), soort: 'STORING', code }),
    close: () => {
      ending.abort();
      return register.close();
    },
  };
}

async function written(register: Register, regel: Registerregel): Promise<boolean> {
  return register.append(regel).then(
    () => true,
    () => false,
  );
}

/** Where the register is, and its keys. */
export function optionsOf(settings: Settings, sleutels: Registersleutels): RegisterOptions {
  const { register: key, checkpoint, vorigeCheckpoint } = sleutels;
  const named = (pem: string): RegisterOptions['checkpoint'] => ({ naam: settings.registerName, pem });
  return {
    databaseUrl: settings.registerUrl,
    adminDatabaseUrl: settings.registerAdminUrl,
    file: join(settings.dir, 'register.sqlite'),
    key,
    checkpoint: named(checkpoint),
    formerCheckpoint: vorigeCheckpoint === null ? null : named(vorigeCheckpoint),
  };
}

function standOf({ digest: tabel, labels, code, sleutels, handtekeningen }: Regels): Hubstand {
  return { tabel, labels, code, sleutels, convenanten: Object.fromEntries(handtekeningen) };
}
