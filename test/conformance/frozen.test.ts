import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPromises } from './authz';

/** How many promises there are, and the digest of their ids and sentences. A new one changes both lines; none is taken out. */
const COUNT = 94;
const DIGEST = '00c3927c4e813337f09afbcba6e3c8e5f8b2f21858e6a734af66ec78cfb01d21';

const promises = readPromises();

test('the ids run from 1 without a gap', () => {
  const ids = promises.map((_, index) => `AUTHZ-${String(index + 1).padStart(3, '0')}`);
  expect(promises.map(({ id }) => id)).toEqual(ids);
  expect(promises).toHaveLength(COUNT);
});

test('no promise changed or disappeared', () => {
  const text = promises.map(({ id, sentence }) => `${id} ${sentence}\n`).join('');
  expect(createHash('sha256').update(text).digest('hex')).toBe(DIGEST);
});

test('each promise has one test', () => {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  );
  const tested = files.flatMap((name) => {
    const text = readFileSync(join(__dirname, name), 'utf8');
    return [...text.matchAll(/^\s*authz\(\s*'(AUTHZ-\d{3})'/gm)].map(([, id]) => id);
  });
  expect(tested.sort()).toEqual(promises.map(({ id }) => id));
});
