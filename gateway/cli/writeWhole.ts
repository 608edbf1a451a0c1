import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: who reads it meanwhile sees the old text or the new. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text, { flush: true });
  renameSync(draft, file);
}
