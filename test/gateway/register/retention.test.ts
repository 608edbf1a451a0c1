import { createPrivateKey } from 'node:crypto';
import { type Opdracht, planCode } from '../../../gateway/register/retention/planVernietiging';
import { Planfout, lookAhead, vernietig } from '../../../gateway/register/retention/vernietig';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { verifyRegister } from '../../../gateway/register/verify';
import { emptyRegel } from '../../../gateway/registering';
import { writeVerifier } from '../../../schema/signedNote';
import { CHECKPOINT, type Rows, type Scratch } from './backend';
import { exampleRegel, exampleVerstrekking } from './exampleRegel';
import { onEachBackend } from './onEachBackend';

const DAY = 86_400_000;
const FIRST = Date.parse('2021-01-01T12:00:00Z');
const checkpointsleutel = writeVerifier(CHECKPOINT.naam, createPrivateKey(CHECKPOINT.pem));
const STAND = { tabel: '', labels: '', code: '', sleutels: [], convenanten: {} };
const regel = emptyRegel({ digest: 'a'.repeat(64), attest: 'b'.repeat(64) });

/** One answer a day from the first on: about whom, in which casus. Told by the clock of the hub that wrote it. */
async function fill({ options }: Scratch, days: readonly (readonly [persoon: string, casus: string])[]): Promise<void> {
  const timers = ['setImmediate', 'setTimeout', 'clearTimeout', 'nextTick', 'performance', 'hrtime'] as const;
  jest.useFakeTimers({ now: FIRST, doNotFake: [...timers, 'setInterval', 'clearInterval', 'queueMicrotask'] });
  const writer = await openWriter(options);
  try {
    await writer.append({ ...regel, soort: 'START', stand: { ...STAND, checkpointsleutel } });
    for (const [nr, [persoon, casus]] of days.entries()) {
      jest.setSystemTime(FIRST + nr * DAY);
      await writer.append(exampleRegel({ casus, verstrekkingen: [exampleVerstrekking({ persoon })] }));
    }
  } finally {
    await writer.close();
    jest.useRealTimers();
  }
}

const before = (days: number): Opdracht => ({
  grond: 'BEWAARTERMIJN',
  voor: new Date(FIRST + days * DAY - 1).toISOString(),
});

async function carryOut({ options }: Scratch, opdracht: Opdracht): ReturnType<typeof vernietig> {
  return vernietig(options, opdracht, planCode(await lookAhead(options, opdracht)), regel);
}

const left = ({ inhoud }: Rows): number[] => inhoud.map(({ nr }) => Number(nr));
const keysOf = ({ persoonsleutel }: Rows): string[] => persoonsleutel.map(({ id }) => String(id)).sort();

onEachBackend('retention', (create) => {
  it('shows what would go, and changes nothing by that', async () => {
    const scratch = await create();
    await fill(scratch, [
      ['jan', 'casus-een'],
      ['piet', 'casus-twee'],
    ]);
    const was = await scratch.rows();
    const plan = await lookAhead(scratch.options, before(1));
    expect(plan).toMatchObject({ grond: 'BEWAARTERMIJN', regels: [[1, 2]], blijven: [] });
    expect(plan.sleutels).toHaveLength(1);
    expect(await scratch.rows()).toEqual(was);
  });

  it('carries out only what was shown: when more would go by now, nothing goes', async () => {
    const scratch = await create();
    await fill(scratch, [['jan', 'casus-een']]);
    const opdracht: Opdracht = { grond: 'CASUS', casus: 'casus-een' };
    const shown = planCode(await lookAhead(scratch.options, opdracht));
    const writer = await openWriter(scratch.options);
    await writer.append(exampleRegel({ casus: 'casus-een' }));
    await writer.close();
    const was = await scratch.rows();
    await expect(vernietig(scratch.options, opdracht, shown, regel)).rejects.toThrow(Planfout);
    expect(await scratch.rows()).toEqual(was);
  });

  it('takes away what is past its term, and a key of which nothing is left; the rest is right, and says what went', async () => {
    const scratch = await create();
    await fill(scratch, [
      ['jan', 'casus-een'],
      ['piet', 'casus-een'],
      ['jan', 'casus-twee'],
      ['piet', 'casus-drie'],
    ]);
    const was = await scratch.rows();
    const { vernietigd } = await carryOut(scratch, before(3));
    const now = await scratch.rows();

    expect(left(now)).toEqual([0, 4, 5]);
    expect(now.regel.slice(0, 5)).toEqual(was.regel);
    expect(new Set(now.wijzer.map(({ nr }) => Number(nr)))).toEqual(new Set([4]));
    // Of piet something is left; his key was announced by what went, so it is announced again.
    const [piet] = keysOf(now);
    expect(keysOf(now)).toHaveLength(1);
    expect(vernietigd).toMatchObject({ regels: [[1, 4]], sleutels: keysOf(was).filter((id) => id !== piet) });
    expect(vernietigd.blijven.map(({ id }) => id)).toEqual([piet]);
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: 6, fout: null });

    // And once more: what was announced again, and then went as well.
    const again = await carryOut(scratch, before(10));
    expect(again.vernietigd).toMatchObject({ regels: [[4, 5]], sleutels: [piet], blijven: [] });
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: 7, fout: null });
    expect(await lookAhead(scratch.options, before(10))).toMatchObject({ regels: [], sleutels: [] });
  });

  it('leaves no byte of it where it lay', async () => {
    const scratch = await create();
    await fill(scratch, [
      ['jan', 'casus-die-weg-moet'],
      ['piet', 'casus-die-blijft'],
    ]);
    expect((await scratch.bytes()).includes('casus-die-weg-moet')).toBe(true);
    await carryOut(scratch, { grond: 'CASUS', casus: 'casus-die-weg-moet' });
    const kept = await scratch.bytes();
    expect(kept.includes('casus-die-weg-moet')).toBe(false);
    expect(kept.includes('casus-die-blijft')).toBe(true);
    expect(left(await scratch.rows())).toEqual([0, 2, 3]);
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: 4, fout: null });
  });

  it('erases a person by one key, and knows him anew afterwards', async () => {
    const scratch = await create();
    await fill(scratch, [
      ['jan', 'casus-een'],
      ['piet', 'casus-een'],
    ]);
    const was = await scratch.rows();
    const { vernietigd } = await carryOut(scratch, { grond: 'PERSOON', persoon: 'jan' });
    expect(vernietigd.sleutels).toHaveLength(1);
    expect(keysOf(await scratch.rows())).toEqual(keysOf(was).filter((id) => id !== vernietigd.sleutels[0]));
    expect(left(await scratch.rows())).toEqual([0, 1, 2, 3]);

    const writer = await openWriter(scratch.options);
    await writer.append(exampleRegel({ verstrekkingen: [exampleVerstrekking({ persoon: 'jan' })] }));
    await writer.close();
    const now = keysOf(await scratch.rows());
    expect(now).toHaveLength(2);
    expect(now).not.toContain(vernietigd.sleutels[0]);
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: 5, fout: null });
    expect(await lookAhead(scratch.options, { grond: 'PERSOON', persoon: 'niemand' })).toMatchObject({ sleutels: [] });
  });

  it('goes on beside a hub that writes', async () => {
    const scratch = await create();
    await fill(scratch, [['jan', 'casus-een']]);
    const writer = await openWriter(scratch.options);
    await writer.append(exampleRegel());
    await carryOut(scratch, { grond: 'CASUS', casus: 'casus-een' });
    await writer.append(exampleRegel({ verstrekkingen: [exampleVerstrekking({ persoon: 'jan' })] }));
    await writer.close();
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: 5, fout: null });
  });
});
