import { type Outcome, readSettings } from './campaign';
import { startCampaign } from './startCampaign';
import type { Judge } from './verdict';
import { MUTATION_KINDS } from './world/secretTwin';
import { WHYS } from './world/showings';

const settings = readSettings(process.env);
const { runs, seed, path } = settings;

/**
 * Random people at random tables ask random questions, over two worlds that differ only in what they may not see. Each
 * answer is judged three times. How many, and how to play one again: see `readSettings`.
 */
describe(`${runs} random questions (KETENHUB_RANDOM_SEED=${seed})`, () => {
  let outcome: Outcome;
  beforeAll(
    async () => {
      outcome = await startCampaign(settings);
    },
    60_000 + runs * 1_000,
  );
  const expectHeld = (...judges: Judge[]): void => {
    const { verdict, replay } = outcome;
    if (verdict !== null && judges.includes(verdict.judge)) throw new Error(`${replay}\n${verdict.detail}`);
  };

  test('what he may not see changes nothing that he gets: not a byte, status or header', () => expectHeld('leak'));

  test('what he gets is what a naive reading of rules and data gives', () => expectHeld('reader'));

  test('no source is asked a denied field, and no host gets a datum or person it may not have', () =>
    expectHeld('traffic'));

  test('a whole question is refused for known reasons only', () => expectHeld('status'));

  test('what he may see does change what he gets', () => expectHeld('control'));

  test('everything was tried often enough to mean something', () => {
    expectHeld('suite');
    if (outcome.verdict !== null || path !== null) return;
    const of = (name: string): number => outcome.counts[name] ?? 0;
    const least = (share: number, ...names: readonly string[]): void => {
      for (const name of names) {
        const times = of(name);
        expect({ name, times, enough: times >= Math.floor(runs * share) }).toEqual({ name, times, enough: true });
      }
    };
    least(1, 'runs');
    least(0.75, 'read');
    least(0.25, 'answers with something in them', 'refusals');
    least(0.1, 'fetch: police', 'fetch: care');
    least(0.06, 'rounds that differ');
    least(0.015, 'controls that differ', 'failing: a source he may not ask', 'asked by another');
    least(0.005, 'failing: a source he may ask', 'variables in denied fields only', 'asked for types');
    least(0.05, ...MUTATION_KINDS.map((kind) => `change: ${kind}`));
    least(0.004, ...WHYS.map((why) => `why: ${why}`));
    expect(of('late')).toBeLessThan(Math.max(2, runs / 500));
    expect(of('rounds that do not differ')).toBeLessThan(of('rounds that differ') / 10);
  });
});
