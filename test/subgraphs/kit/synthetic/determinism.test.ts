import { createHash } from 'node:crypto';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the synthetic world is a function of its seed', () => {
  test('the same seed and size give the same world', () => {
    expect(createWorld({ seed: 7, size: 'demo' })).toEqual(createWorld({ seed: 7, size: 'demo' }));
    expect(digest(createWorld({ seed: 7, size: 800 }))).toBe(digest(createWorld({ seed: 7, size: 800 })));
  });

  test('another world made in between changes nothing', () => {
    const before = digest(createWorld({ seed: 3, size: 'demo' }));
    createWorld({ seed: 4, size: 300 });
    expect(digest(createWorld({ seed: 3, size: 'demo' }))).toBe(before);
  });

  test('neither clock nor Math.random has a part in it', () => {
    const before = digest(createWorld({ seed: 5, size: 'demo' }));
    const random = jest.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('Math.random was asked');
    });
    jest.useFakeTimers({ now: new Date('2041-05-05T05:05:05Z') });
    try {
      expect(digest(createWorld({ seed: 5, size: 'demo' }))).toBe(before);
    } finally {
      jest.useRealTimers();
      random.mockRestore();
    }
  });

  test('another seed gives other persons and other ids', () => {
    const [one, two] = [1, 2].map((seed) => createWorld({ seed, size: 'demo' }));
    const ids = new Set(one?.municipality.personen.map(({ id }) => id));
    expect(two?.municipality.personen.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(one?.municipality.personen.map((p) => p.bsn)).not.toEqual(two?.municipality.personen.map((p) => p.bsn));
  });
});
