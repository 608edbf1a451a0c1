import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One promise of the conformance suite: `AUTHZ-001`, `MUST ...`. */
export interface Promised {
  readonly id: string;
  readonly sentence: string;
}

const LINE = /^\| (AUTHZ-\d{3}) \| (MUST (?:NOT )?.+?)\s*\|$/;

/** The table of README.md, in its order. */
export function readPromises(): Promised[] {
  const lines = readFileSync(join(__dirname, 'README.md'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, id, sentence] = LINE.exec(line) ?? [];
    return id === undefined || sentence === undefined ? [] : [{ id, sentence }];
  });
}

const PROMISES = new Map(readPromises().map(({ id, sentence }) => [id, sentence]));

/** Long enough for a house on a busy machine: nothing is timed by it. */
const TIMEOUT = 60_000;

/** The test of one promise, by its id. */
export function authz(id: string, check: () => unknown, timeout = TIMEOUT): void {
  const sentence = PROMISES.get(id);
  if (sentence === undefined) throw new Error(`${id} is not in test/conformance/README.md`);
  test(
    `${id} ${sentence}`,
    async () => {
      await check();
    },
    timeout,
  );
}
