import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test file, gone when its tests are. */
export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-cli-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
