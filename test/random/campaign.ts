import fc from 'fast-check';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { noRegister } from '../harness/noRegister';
import { startTwins } from '../harness/startTwins';
import { readContract } from '../oracle/contract';
import { askedGraph } from './askedGraph';
import { playRound } from './playRound';
import { OPERATIONS_PER_ROUND, round } from './round';
import type { Stage } from './scene';
import { Tally } from './tally';
import { Verdict } from './verdict';
import { twist } from './world/grantMutations';

export interface Settings {
  readonly runs: number;
  readonly seed: number;
  /** Of one counterexample, to play that alone. */
  readonly path: string | null;
}

/** Of every run that does not ask for another: a red build is then the doing of what changed, and can be played again. */
const SEED = 20_261_122;

/**
 * How many questions, and which: KETENHUB_RUNS (2000, and always the same; else any), KETENHUB_RANDOM_SEED and, to play
 * from one counterexample on, KETENHUB_RANDOM_PATH beside the seed; a failure prints both.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const any = env.KETENHUB_RUNS === undefined ? SEED : Math.floor(Math.random() * 2 ** 31);
  const seed = Number(env.KETENHUB_RANDOM_SEED ?? any);
  const runs = Number(env.KETENHUB_RUNS ?? 2_000);
  if (!Number.isInteger(seed) || !Number.isInteger(runs))
    throw new Error('KETENHUB_RANDOM_SEED and KETENHUB_RUNS are whole numbers');
  return { runs, seed, path: env.KETENHUB_RANDOM_PATH ?? null };
}

export interface Outcome {
  /** How often each thing happened. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of the smallest round found in which a promise does not hold. */
  readonly verdict: Pick<Verdict, 'judge' | 'detail'> | null;
  /** How to play it again. */
  readonly replay: string;
}

/** Plays rounds until so many questions were asked, or a promise did not hold. */
export async function runCampaign({ runs, seed, path }: Settings): Promise<Outcome> {
  const base = createWorld({ seed: 1, size: 'demo' });
  const twins = await startTwins({ world: base, twist, openRegister: noRegister });
  const tally = new Tally();
  const stage: Stage = { twins, base, contract: readContract(), schema: askedGraph(), tally };
  // What fails is made smaller by the round itself, which knows what it is made of.
  const property = fc.asyncProperty(round, (one) => playRound(stage, one));
  try {
    for (let part = 0; tally.of('runs') < runs; part += 1) {
      const numRuns = Math.ceil((runs - tally.of('runs')) / OPERATIONS_PER_ROUND);
      const found = await fc.check(property, {
        seed: seed + part,
        numRuns,
        endOnFailure: true,
        ...(path === null ? {} : { path }),
      });
      const replay = `KETENHUB_RANDOM_SEED=${String(seed + part)} KETENHUB_RANDOM_PATH=${found.counterexamplePath ?? ''}`;
      const fault = found.errorInstance;
      if (found.failed) return { counts: tally.counts(), verdict: verdictOf(fault), replay };
      if (path !== null) break;
    }
    return { counts: tally.counts(), verdict: null, replay: '' };
  } finally {
    await twins.stop();
  }
}

function verdictOf(fault: unknown): Outcome['verdict'] {
  if (fault instanceof Verdict) return { judge: fault.judge, detail: fault.detail };
  return { judge: 'suite', detail: String(fault instanceof Error ? fault.stack : fault) };
}
