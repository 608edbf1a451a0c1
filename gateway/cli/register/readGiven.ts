import { readFileSync } from 'node:fs';
import { type Verifier, readVerifier } from '../../../schema/signedNote';
import { type Checkpoint, parseCheckpoint } from '../../register/verifier/checkpoint';
import { unusable } from '../ended';

/** The checkpoint in a file. Throws Ended when there is none. */
export function readCheckpointFile(file: string): Checkpoint {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw unusable(`${file} kan niet worden gelezen.`);
  }
  const checkpoint = parseCheckpoint(text);
  if (checkpoint === null) throw unusable(`${file} is geen checkpoint (C2SP tlog-checkpoint).`);
  return checkpoint;
}

/** Throws Ended when an option is no verifier key. */
export function readSleutel(option: string, vkey: string): Verifier {
  const verifier = readVerifier(vkey);
  if (verifier === null) throw unusable(`${option} is geen sleutel: naam+hash+sleutel, zoals de hub haar noemt.`);
  return verifier;
}
