import { setTimeout as sleep } from 'node:timers/promises';
import { keepRegister } from '../../gateway/keepRegister';
import type { Regels } from '../../gateway/regels/readRegels';
import { emptyRegel } from '../../gateway/registering';
import { readSettings } from '../../gateway/settings';
import { newKey } from './register/realRegister';

const REGELS = { digest: 't', attest: 'a', labels: 'l', code: 'c', sleutels: [], handtekeningen: new Map() };
const LINE = { ...emptyRegel(REGELS), soort: 'ANTWOORD' } as const;

/** A register that notes of how many requests under way it was told with each line. */
async function keep() {
  const told: (number | undefined)[] = [];
  const kept = await keepRegister(
    readSettings({}, 'demo'),
    { register: new Uint8Array(32), checkpoint: newKey(), vorigeCheckpoint: null },
    REGELS as unknown as Regels,
    async () => ({
      append: async (_, underWay) => {
        told.push(underWay);
        return { id: 'b', tijdstip: '' };
      },
      ready: async () => true,
      close: async () => undefined,
    }),
  );
  expect(told.splice(0)).toEqual([undefined]);
  return { kept, told };
}

describe('how many requests are under way', () => {
  it('is told with each line, and goes down when one ends, well or not', async () => {
    const { kept, told } = await keep();
    const one = async (ms: number): Promise<void> => {
      await kept.append(LINE);
      await sleep(ms);
      if (ms === 0) throw new Error('it failed');
    };
    const all = [0, 50, 50].map((ms) => kept.during(() => one(ms)));
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(told.splice(0)).toEqual([1, 2, 3]);
    expect(await kept.during(async () => kept.append(LINE))).toEqual({ id: 'b', tijdstip: '' });
    expect(told).toEqual([1]);
  });
});
