import { drawSample } from '../../../../gateway/register/reader/drawSample';
import { entry, paperReader } from './paperReader';

const all = (count: number, wanted: (nr: number) => boolean) =>
  Array.from({ length: count }, (_, nr) => entry(nr, { soort: wanted(nr) ? 'ANTWOORD' : 'VOORNEMEN' }));
const isAnswer = ({ soort }: { soort: string }): boolean => soort === 'ANTWOORD';

describe('a sample', () => {
  test('has what was asked for, each once, in the order of the register, of what is wanted and nothing else', async () => {
    const reader = paperReader(all(500, (nr) => nr % 3 === 0));
    const drawn = await drawSample(reader, { from: 100, to: 400 }, 40, isAnswer);
    const nrs = drawn.map(({ nr }) => nr);
    expect(new Set(nrs).size).toBe(40);
    expect([...nrs].sort((a, b) => a - b)).toEqual(nrs);
    for (const nr of nrs) expect([nr % 3, nr >= 100, nr < 400]).toEqual([0, true, true]);
  });

  test('is all there is where there is less, and leaves out what was destroyed', async () => {
    const reader = paperReader(all(120, (nr) => nr < 4).filter(({ nr }) => nr !== 2));
    const drawn = await drawSample(reader, { from: 0, to: 120 }, 10, isAnswer);
    expect(drawn.map(({ nr }) => nr)).toEqual([0, 1, 3]);
    expect(await drawSample(reader, { from: 7, to: 7 }, 10, isAnswer)).toEqual([]);
  });

  test('looks no further than it may', async () => {
    const reader = paperReader(all(1_000, () => false));
    expect(await drawSample(reader, { from: 0, to: 1_000 }, 10, isAnswer, 200)).toEqual([]);
    expect(reader.asked.numbered).toBe(4);
  });

  test('is as likely to hold the one as the other, also the last ones of a batch', async () => {
    const reader = paperReader(all(60, (nr) => nr % 2 === 1));
    const counts = new Map<number, number>();
    const runs = 4_000;
    for (let run = 0; run < runs; run += 1) {
      const [one] = await drawSample(reader, { from: 0, to: 60 }, 1, isAnswer);
      counts.set(one!.nr, (counts.get(one!.nr) ?? 0) + 1);
    }
    // Chi-square over 30 numbers: 29 degrees of freedom; past 70 once in 30,000 times.
    const expected = runs / 30;
    const chi = Array.from({ length: 30 }, (_, i) => counts.get(2 * i + 1) ?? 0).reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );
    expect(chi).toBeLessThan(70);
  });
});
