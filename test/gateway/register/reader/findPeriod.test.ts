import { findPeriod, isWithin } from '../../../../gateway/register/reader/findPeriod';
import { entry, paperReader } from './paperReader';

/** An entry an hour, from the first of June on; every tenth is destroyed. */
const hourly = Array.from({ length: 24 * 30 }, (_, nr) =>
  entry(nr, { tijdstip: new Date(Date.UTC(2026, 5, 1, nr)).toISOString() }),
).filter(({ nr }) => nr % 10 !== 0);

const within = async (van: string | null, tot: string | null) => {
  const reader = paperReader(hourly, 24 * 30);
  const { from, to } = await findPeriod(reader, { van, tot });
  const found = hourly.filter((one) => one.nr >= from && one.nr < to && isWithin({ van, tot }, one));
  return { found, looked: reader.asked.next, width: to - from };
};

describe('a period', () => {
  test.each([
    [null, null],
    ['2026-06-10', null],
    [null, '2026-06-10'],
    ['2026-06-10', '2026-06-11'],
    ['2026-05-01', '2026-05-02'],
    ['2026-12-01', null],
    ['2026-06-11', '2026-06-10'],
  ])('from %p to %p holds exactly its entries, by the calendar of the Netherlands', async (van, tot) => {
    const { found, looked } = await within(van, tot);
    const day = (text: string): string => new Date(Date.parse(text) + 2 * 3_600_000).toISOString().slice(0, 10);
    const expected = hourly.filter(
      ({ tijdstip }) => (van === null || day(tijdstip) >= van) && (tot === null || day(tijdstip) < tot),
    );
    expect(found.map(({ nr }) => nr)).toEqual(expected.map(({ nr }) => nr));
    expect(looked).toBeLessThan(30);
  });

  test('is not a search through the whole register', async () => {
    expect((await within('2026-06-10', '2026-06-11')).width).toBeLessThan(30);
  });

  test('loses nothing where the clocks of two hubs differ by some minutes', async () => {
    const [low, high] = [entry(0, { tijdstip: '2026-06-01T22:05:00.000Z' }), entry(1, { tijdstip: '2026-06-01T21:58:00.000Z' })]; // oxfmt-ignore
    const reader = paperReader([low, high]);
    const period = { van: '2026-06-02', tot: null };
    const { from, to } = await findPeriod(reader, period);
    expect([low, high].filter((one) => one.nr >= from && one.nr < to && isWithin(period, one))).toEqual([low]);
  });
});
