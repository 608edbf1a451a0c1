import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import type { Delegatietype } from '../../../schema/domain/delegatie';
import { DelegationCheck } from '../../../subgraphs/kit/delegation/DelegationCheck';
import { HubKeys } from '../../../subgraphs/kit/delegation/HubKeys';
import { type Vector, type Vectors, buildVectors } from './vectors/buildVectors';
import { naiveCheck } from './vectors/naiveCheck';

const FOLDER = join(__dirname, '../../../subgraphs/kit/delegation');
const COMMITTED = JSON.parse(readFileSync(join(FOLDER, 'vectors.json'), 'utf8')) as Vectors;
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');

const dir = mkdtempSync(join(tmpdir(), 'ketenhub-vectors-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});
afterEach(() => jest.useRealTimers());

/** What came right before a vector, and the vector itself. */
const inTurn = ({ vectors }: Vectors, one: Vector): Vector[] =>
  one.after === undefined ? [one] : [vectors.find(({ name }) => name === one.after)!, one];

/** Whether the kit takes it for a statement of the hub. */
async function holds(set: Vectors, one: Vector): Promise<boolean> {
  const file = join(dir, 'jwks.json');
  writeFileSync(file, JSON.stringify(set.jwks));
  const check = new DelegationCheck(set.subgraaf as Subgraaf, new HubKeys(file, true));
  let held = false;
  for (const { token, body, now } of inTurn(set, one)) {
    jest.useFakeTimers({ now: now * 1_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
    held = await check.verify(token, Buffer.from(body), set.typ as Delegatietype).then(
      () => true,
      () => false,
    );
    jest.useRealTimers();
  }
  return held;
}

describe.each([
  ['as committed', COMMITTED],
  ['made anew', buildVectors()],
])('statements of the hub, %s', (_, set) => {
  test.each(set.vectors.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    expect(await holds(set, one)).toBe(one.rule === null);
    const seen = new Set<string>();
    expect(
      inTurn(set, one)
        .map((each) => naiveCheck(set, each, seen))
        .at(-1),
    ).toBe(one.rule);
  });
});

test('the committed ones are those that are made, but for their signatures', () => {
  const unsigned = ({ vectors, ...rest }: Vectors): unknown => ({
    ...rest,
    vectors: vectors.map(({ token, ...one }) => ({ ...one, token: token.split('.').slice(0, 2) })),
  });
  expect(unsigned(COMMITTED)).toEqual(unsigned(buildVectors()));
});

test('each rule of the README has vectors that break it, and none is broken that does not stand there', () => {
  const rules = [...README.matchAll(/^\| (\d+) +\|/gm)].map(([, rule]) => Number(rule));
  expect(rules).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const broken = COMMITTED.vectors.flatMap(({ rule }) => (rule === null ? [] : [rule]));
  expect([...new Set(broken)].toSorted((a, b) => a - b)).toEqual(rules);
  expect(new Set(COMMITTED.vectors.map(({ name }) => name)).size).toBe(COMMITTED.vectors.length);
});
