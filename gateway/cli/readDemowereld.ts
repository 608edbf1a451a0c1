import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { unusable } from './ended';
import type { Terminal } from './terminal';

/** The synthetic world of the demo, as its sources are filled with it. Throws Ended for a setting that can't be read. */
export function readDemowereld({ env }: Pick<Terminal, 'env'>): World {
  const seed = readCount('KETENHUB_SEED', env['KETENHUB_SEED'], 1);
  const size = readCount('KETENHUB_SIZE', env['KETENHUB_SIZE'], 'demo');
  return createWorld({ seed, size });
}

function readCount<Unset>(name: string, given: string | undefined, unset: Unset): number | Unset {
  if (given === undefined || given === '' || given === unset) return unset;
  if (!/^\d{1,9}$/.test(given) || (unset === 'demo' && Number(given) === 0)) {
    throw unusable(`De instelling ${name} is een getal${unset === 'demo' ? ' boven 0, of het woord demo' : ''}.`);
  }
  return Number(given);
}
