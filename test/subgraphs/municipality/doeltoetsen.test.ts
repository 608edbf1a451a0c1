import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { migrations } from '../../../subgraphs/municipality/source/migrations';
import type { MunicipalityDB } from '../../../subgraphs/municipality/source/MunicipalityDB';

/** A store from before a doeltoets had an id. */
test('a doeltoets that was there already gets an id of its own, made of nothing that it says', async () => {
  const db = new Kysely<MunicipalityDB>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
  const { '0003_doeltoets': later, ...before } = migrations;
  for (const one of Object.values(before)) await one.up(db);
  const toets = { casus: 'c1', positief: 1, criteria: '[]', toelichting: 'Ja.' };
  const without = db as unknown as Kysely<{ doeltoetsen: Omit<MunicipalityDB['doeltoetsen'], 'id'> }>;
  const rows = ['2026-01-01', '2026-02-01'].map((datum) => ({ ...toets, datum }));
  await without.insertInto('doeltoetsen').values(rows).execute();
  await later?.up(db);
  const ids = (await db.selectFrom('doeltoetsen').select('id').execute()).map(({ id }) => id);
  expect(ids.map((id) => /^[0-9a-f]{32}$/.test(id))).toEqual([true, true]);
  expect(new Set(ids).size).toBe(2);
  await db.destroy();
});
