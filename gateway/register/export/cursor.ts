import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { RegisterReader } from '../reader/openReader';
import { Logboekfout } from './postOtlp';

/** Up to where the register was exported: the entry to go on with, and which the one before it was. */
export interface Cursor {
  readonly volgende: number;
  /** Id of the entry before it: in another register it is another. */
  readonly vorige: string | null;
}

const cursorSchema = z.object({ volgende: z.int().min(0), vorige: z.string().nullable() });

/**
 * Reads where to go on; at the beginning when nothing was exported yet.
 *
 * @throws Logboekfout when the file can't be read, or is of another register: to begin anew is for somebody to decide.
 */
export async function readCursor(file: string, reader: Pick<RegisterReader, 'numbered'>): Promise<Cursor> {
  const cursor = parse(file);
  const [before] = cursor.volgende === 0 ? [] : await reader.numbered([cursor.volgende - 1]);
  // Its text may have been destroyed since.
  if (before === undefined || before.id === cursor.vorige) return cursor;
  throw new Logboekfout('the cursor of the export is of another register', false);
}

function parse(file: string): Cursor {
  if (!existsSync(file)) return { volgende: 0, vorige: null };
  try {
    return cursorSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Logboekfout('the cursor of the export can not be read', false);
  }
}

/** Writes it, whole or not at all, and durably. */
export function writeCursor(file: string, cursor: Cursor): void {
  const draft = `${file}.${String(process.pid)}`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(cursor));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
