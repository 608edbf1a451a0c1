import { type SignedNote, formatNote, parseNote } from '../../../schema/signedNote';

/** What a C2SP tlog-checkpoint says, and who signed it. */
export interface Checkpoint {
  readonly origin: string;
  readonly grootte: number;
  readonly root: Buffer;
  readonly note: SignedNote;
}

const SIZE = /^(0|[1-9][0-9]{0,15})$/;

/**
 * Reads a checkpoint, in the one way of writing that there is: other base64 of the same bytes is another text, so it
 * would be a change that nobody finds. null when it is none.
 */
export function parseCheckpoint(tekst: string): Checkpoint | null {
  const note = parseNote(tekst);
  if (note === null || formatNote(note) !== tekst) return null;
  const [origin = '', size = '', encoded = '', ...rest] = note.text.split('\n');
  const grootte = Number(size);
  const root = Buffer.from(encoded, 'base64');
  // Lines of extension are not in the format: nothing would say what they mean.
  if (rest.length !== 1 || origin === '' || !SIZE.test(size) || !Number.isSafeInteger(grootte)) return null;
  return root.length === 32 && root.toString('base64') === encoded ? { origin, grootte, root, note } : null;
}
