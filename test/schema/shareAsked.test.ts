import { shareAsked } from '../../schema/shareAsked';

test('who asks while it is being asked gets the same answer; who asks later, one of his own; a failure is no answer for later', async () => {
  let asked = 0;
  const ends: ((value: number) => void)[] = [];
  const ask = shareAsked(() => {
    asked += 1;
    if (asked === 2) return Promise.reject(new Error('weg'));
    return new Promise<number>((resolve) => ends.push(resolve));
  });
  const first = Array.from({ length: 50 }, () => ask());
  expect(asked).toBe(1);
  ends[0]!(7);
  expect(new Set(await Promise.all(first))).toEqual(new Set([7]));
  const failing = [ask(), ask()];
  for (const one of failing) await expect(one).rejects.toThrow('weg');
  expect(asked).toBe(2);
  const third = ask();
  expect(asked).toBe(3);
  ends[1]!(8);
  expect(await third).toBe(8);
});
