import { FASEN } from '../../../../schema/domain/fase';
import { KADERS } from '../../../../schema/domain/kader';
import { DOELEN_WGS } from '../../../../schema/domain/doel';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';
import { groupBy } from './rowsOf';

describe('a world of any size', () => {
  const world = createWorld({ seed: 1, size: 5_000 });
  const demo = createWorld({ seed: 1, size: 'demo' });

  test('has about as many persons as asked', () => {
    expect(Math.abs(world.municipality.personen.length - 5_000)).toBeLessThanOrEqual(3);
  });

  test('is never less than the demo', () => {
    expect(createWorld({ seed: 1, size: 10 })).toEqual(demo);
  });

  test('begins with the demo, to the letter', () => {
    for (const part of ['municipality', 'police', 'care'] as const) {
      const [small, large] = [demo[part], world[part]] as unknown as Record<string, unknown[]>[];
      for (const [name, rows] of Object.entries(small ?? {})) {
        expect(large?.[name]?.slice(0, rows.length)).toEqual(rows);
      }
    }
  });

  test('has casussen of 3 to 20 persons, each with 1 to 3 hoofdbetrokkenen', () => {
    for (const rows of groupBy(world.municipality.betrokkenheden, ({ casus }) => casus).values()) {
      expect(rows.length).toBeGreaterThanOrEqual(3);
      expect(rows.length).toBeLessThanOrEqual(20);
      const hoofd = rows.filter(({ soort }) => soort === 'HOOFDBETROKKENE').length;
      expect(hoofd).toBeGreaterThanOrEqual(1);
      expect(hoofd).toBeLessThanOrEqual(3);
    }
  });

  test('has every fase with every kader, and every doel of the WGS', () => {
    const seen = new Set(world.municipality.casussen.map(({ fase, kader }) => `${fase} ${kader}`));
    expect(seen.size).toBe(FASEN.length * KADERS.length);
    const bulk = world.municipality.casussen.slice(demo.municipality.casussen.length);
    expect(new Set(bulk.map(({ doel }) => doel))).toEqual(new Set(DOELEN_WGS));
  });

  test('does not seat one medewerker at hundreds of tables', () => {
    const tables = groupBy(world.municipality.zetels, ({ medewerker }) => medewerker);
    expect(Math.max(...[...tables.values()].map((rows) => rows.length))).toBeLessThan(60);
  });

  test('grows without becoming slow: 20,000 persons within some seconds', () => {
    const start = performance.now();
    createWorld({ seed: 2, size: 20_000 });
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
