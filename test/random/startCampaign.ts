import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Outcome, Settings } from './campaign';
import { COMPILING } from '../harness/compiling';

/** A process of its own: what jest wraps around everything would take a third of the time. */
export async function startCampaign({ runs, seed, path }: Settings): Promise<Outcome> {
  const node = [...COMPILING, join(__dirname, 'campaignInChild.ts')];
  const env = {
    ...process.env,
    KETENHUB_RUNS: String(runs),
    KETENHUB_RANDOM_SEED: String(seed),
    ...(path === null ? {} : { KETENHUB_RANDOM_PATH: path }),
  };
  const child = spawn(process.execPath, node, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  try {
    const [told, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const line = told.trimEnd().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Error(`the campaign ended without an outcome\n${wrong}`);
    return JSON.parse(line) as Outcome;
  } finally {
    process.off('exit', stop);
  }
}
