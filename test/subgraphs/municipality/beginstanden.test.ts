import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import { openDemosleutel } from '../../../schema/demosleutel';
import { BEGIN } from '../../../schema/verloop/akte';
import type { Aanwijzingsbesluit } from '../../../schema/verloop/aanwijzingsbesluit';
import { type Beginstand, digestOfBegin, ondertekenaars } from '../../../schema/verloop/beginstand';
import { isSigned } from '../../../schema/verloop/handtekening';
import { openSource } from '../../../subgraphs/kit/source/openSource';
import { createWorld } from '../../../subgraphs/kit/synthetic/createWorld';
import type { MunicipalityDB } from '../../../subgraphs/municipality/source/MunicipalityDB';
import { source } from '../../../subgraphs/municipality/source/source';
import type { Kysely } from 'kysely';

/** A store of the demo that is opened again: signed as it stands, under the keys that the demo has then. */
const dir = mkdtempSync(join(tmpdir(), 'ketenhub-begin-'));
const world = createWorld({ seed: 1, size: 'demo' });
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function opened<T>(work: (db: Kysely<MunicipalityDB>) => Promise<T>): Promise<T> {
  const demo = { seed: 1, size: 'demo' as const, createWorld: () => world };
  const store = await openSource(source, { subgraaf: 'municipality', databaseUrl: null, dir, demo });
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}
const besluiten = () =>
  opened((db) => db.selectFrom('aanwijzingsbesluiten').selectAll().orderBy('partner').orderBy('medewerker').execute());
const begins = () => opened((db) => db.selectFrom('beginstanden').selectAll().orderBy('casus').execute());

/** Every casus has one beginstand, of how it stands, that each who must has signed under the key of now. */
async function expectSigned(): Promise<void> {
  const { d: _private, ...jwk } = openDemosleutel(dir, 'partner');
  const sleutels = createLocalJWKSet({ keys: [jwk] });
  const casussen = await opened((db) => db.selectFrom('casussen').selectAll().orderBy('id').execute());
  const all = await begins();
  expect(all.map(({ casus }) => casus)).toEqual(casussen.map(({ id }) => id));
  for (const [index, { tekst, digest, handtekeningen }] of all.entries()) {
    const { id, fase, kader, status, doel, regie, nr, bevestigd_door } = casussen[index]!;
    const begin = JSON.parse(tekst) as Beginstand;
    const bevestigdDoor = JSON.parse(bevestigd_door) as string[];
    expect(begin).toMatchObject({ casus: id, nr, fase, kader, status, doel, regie, bevestigdDoor });
    expect(digest).toBe(digestOfBegin(tekst));
    const signed = JSON.parse(handtekeningen) as Record<string, string>;
    expect(Object.keys(signed).sort()).toEqual(ondertekenaars(begin).sort());
    for (const one of Object.values(signed)) expect(await isSigned(tekst, one, sleutels, 'beginstand+jws')).toBe(true);
  }
}

/** Of everybody who is designated there is one besluit, of exactly that, that his partner signed under the key of now. */
async function expectDesignated(): Promise<void> {
  const { d: _private, ...jwk } = openDemosleutel(dir, 'partner');
  const sleutels = createLocalJWKSet({ keys: [jwk] });
  const rows = await opened((db) => db.selectFrom('aanwijzingen').selectAll().execute());
  const signed = await besluiten();
  const said = signed.flatMap(({ tekst }) => {
    const { partner, medewerker, rollen } = JSON.parse(tekst) as Aanwijzingsbesluit;
    return rollen.map((one) => ({ medewerker, partner, ...one }));
  });
  const text = (all: readonly object[]) => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
  expect(text(said)).toEqual(text(rows));
  for (const { tekst, handtekening, partner, medewerker, nr } of signed) {
    expect(JSON.parse(tekst)).toMatchObject({ partner, medewerker, nr });
    expect(await isSigned(tekst, handtekening, sleutels, 'aanwijzing+jws')).toBe(true);
  }
}

test('who is designated is so by a signed besluit, also in a store of an earlier version, or when the keys are gone', async () => {
  await expectDesignated();
  const first = await besluiten();
  expect(first.length).toBeGreaterThan(20);
  expect(await besluiten()).toEqual(first);
  await opened((db) => db.deleteFrom('aanwijzingsbesluiten').where('partner', '=', first[0]!.partner).execute());
  await expectDesignated();
  const kept = (all: typeof first) => all.filter(({ partner }) => partner !== first[0]!.partner);
  expect(kept(await besluiten())).toEqual(kept(first));
  rmSync(join(dir, 'sleutels'), { recursive: true });
  await expectDesignated();
});

test('a store that is filled is signed, and stays so', async () => {
  await expectSigned();
  const first = await begins();
  expect(first.length).toBeGreaterThan(5);
  expect(await begins()).toEqual(first);
});

test('where the keys are gone, or an earlier version signed nothing, each casus is signed as it stands by now', async () => {
  const [moved = '', plain = ''] = (await begins()).map(({ casus }) => casus);
  const before = await begins();
  await opened(async (db) => {
    await db.updateTable('casussen').set({ nr: 3, vorige: 'a'.repeat(64), kader: 'DWANG' }).where('id', '=', moved).execute(); // oxfmt-ignore
    await db.deleteFrom('beginstanden').where('casus', 'in', [moved, plain]).execute();
  });
  // Of an earlier version: those without one are signed, the others stay as they were.
  await expectSigned();
  expect((await begins()).slice(2)).toEqual(before.slice(2));
  const chain = await opened((db) => db.selectFrom('casussen').select(['nr', 'vorige', 'kader']).where('id', '=', moved).execute()); // oxfmt-ignore
  expect(chain).toEqual([{ nr: 3, vorige: BEGIN, kader: 'DWANG' }]);
  rmSync(join(dir, 'sleutels'), { recursive: true });
  await expectSigned();
  expect((await begins()).map(({ digest }) => digest).slice(2)).toEqual(before.slice(2).map(({ digest }) => digest));
});
