import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Verifier, readVerifier } from '../../../../schema/signedNote';
import { type Checkpoint, parseCheckpoint } from '../../../register/verifier/checkpoint';
import { unusable } from '../../ended';
import { writeWhole } from '../../writeWhole';

/** What a witness keeps of one hub, in a folder. */
export interface Getuigenmap {
  /** The newest checkpoint that continued all before it. */
  readonly kept: Checkpoint | null;
  /** The key of the hub. */
  readonly hub: Verifier | null;
  /** Each returns the file. */
  keep(tekst: string): string;
  keepSleutel(vkey: string): void;
  /** Sets what does not fit aside, beside what was kept. */
  keepEvidence(tekst: string, now: Date): string;
}

/** Opens the folder, which is made when it is not there. Throws Ended when what is in it can't be used. */
export function openMap(dir: string): Getuigenmap {
  const [last, key] = [join(dir, 'laatste.checkpoint'), join(dir, 'hub.sleutel')];
  try {
    mkdirSync(dir, { recursive: true });
  } catch {
    throw unusable(`${dir} is geen map, en kan het niet worden.`);
  }
  return {
    kept: read(last, parseCheckpoint, 'geen checkpoint'),
    hub: read(key, (text) => readVerifier(text.trim()), 'geen sleutel'),
    keep: (tekst) => write(last, tekst),
    keepSleutel: (vkey) => void write(key, `${vkey}\n`),
    keepEvidence: (tekst, now) =>
      write(join(dir, `afwijkend-${now.toISOString().replaceAll(':', '')}.checkpoint`), tekst),
  };
}

function read<T>(file: string, parse: (text: string) => T | null, what: string): T | null {
  if (!existsSync(file)) return null;
  const parsed = parse(readFileSync(file, 'utf8'));
  if (parsed === null) throw unusable(`${file} is ${what}: zonder wat er eerst stond kan niets worden vergeleken.`);
  return parsed;
}

function write(file: string, tekst: string): string {
  try {
    writeWhole(file, tekst);
  } catch {
    throw unusable(`${file} kan niet worden geschreven.`);
  }
  return file;
}
