import type { Backend, Scratch } from './backend';
import { postgresBackend } from './postgresBackend';
import { sqliteBackend } from './sqliteBackend';

/** Describes the same promise on SQLite and on PostgreSQL, and says so when one of them was not tried. */
export function onEachBackend(promise: string, tests: (create: () => Promise<Scratch>) => void): void {
  for (const backend of [sqliteBackend, postgresBackend]) onBackend(backend, promise, tests);
}

export function onBackend(backend: Backend, promise: string, tests: (create: () => Promise<Scratch>) => void): void {
  if (backend.unavailable !== null) {
    console.warn(`NOT TESTED on ${backend.name}: ${promise}: ${backend.unavailable}`);
    describe.skip(`${promise} (${backend.name}: NOT TESTED, ${backend.unavailable})`, () => {
      tests(() => backend.create());
    });
    return;
  }
  describe(`${promise} (${backend.name})`, () => {
    const made: Scratch[] = [];
    afterEach(async () => {
      for (const scratch of made.splice(0)) await scratch.drop();
    });
    tests(async () => {
      const scratch = await backend.create();
      made.push(scratch);
      return scratch;
    });
  });
}
