import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { verifyRegister } from '../../gateway/register/verify';
import { representationsIn } from '../harness/intents';
import { readRegister } from '../harness/readRegister';
import { type HubProcess, type Split, startSplit } from '../harness/startSplit';
import type { Question } from '../harness/askHub';

jest.setTimeout(120_000);

/** A whole hub, in a process of its own, whose disk is full or whose clock goes back. */
describe('a hub', () => {
  let split: Split;
  let question: Question;
  beforeEach(async () => {
    split = await startSplit();
    const casus = split.world.municipality.casussen[0]!.id;
    const query = 'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { incidenten { soort } } } }';
    const who = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
    question = { ...who, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query, variables: { casus } };
  });
  afterEach(() => split.stop());
  const place = (): { databaseUrl: null; file: string } => ({
    databaseUrl: null,
    file: join(split.dir, 'register.sqlite'),
  });
  const holds = async (): Promise<void> => {
    expect(await verifyRegister(place())).toMatchObject({ fout: null, regels: expect.any(Number) as number });
  };
  const end = async (hub: HubProcess): Promise<void> => {
    hub.process.kill('SIGTERM');
    await hub.ended;
  };

  test('whose disk is full moves nothing and releases nothing, and goes on by itself once there is room', async () => {
    const hub = await split.start({ blocks: 600 });
    const receipts: string[] = [];
    const ask = async (): Promise<boolean> => {
      split.proxies.police.taken();
      const { status, body, text } = await hub.ask(question);
      const { id } = body.extensions?.verstrekking ?? {};
      if (status === 200 && id !== undefined) {
        receipts.push(id);
        return true;
      }
      expect({ status, codes: body.errors?.map(({ extensions }) => extensions.code) }).toEqual({
        status: 503,
        codes: ['HUB_REGISTER_ONBESCHIKBAAR'],
      });
      expect(body.data ?? null).toBeNull();
      expect(text).not.toContain('ZVH');
      return false;
    };
    for (let round = 0; round < 3; round += 1) {
      while (await ask());
      expect(receipts.length).toBeGreaterThan(round * 3 + 2);
      // Full: of the little room that may be left the next ones take the rest, and then not one can be announced.
      for (let full = 0; full < 3;) full = (await ask()) ? 0 : full + 1;
      expect(split.proxies.police.taken().flatMap(representationsIn)).toEqual([]);
      const count = readRegister(split).length;
      expect(await ask()).toBe(false);
      expect(split.proxies.police.taken().flatMap(representationsIn)).toEqual([]);
      expect(readRegister(split)).toHaveLength(count);
      expect((await fetch(`${hub.address}/health/live`)).status).toBe(200);
      makeRoom();
      expect(await ask()).toBe(true);
    }
    await end(hub);
    const ids = readRegister(split).map(({ id }) => id);
    expect(receipts.filter((id) => !ids.includes(id))).toEqual([]);
    await holds();
  });

  /** What it wrote is moved to the file itself, by somebody who may: it writes from the beginning of its log again. */
  function makeRoom(): void {
    const database = new Database(place().file, { timeout: 5_000 });
    database.pragma('wal_checkpoint(RESTART)');
    database.close();
  }

  test('whose clock goes back adds behind what there is, in the order of the tree, and the register holds', async () => {
    const clock = join(split.dir, 'clock');
    const turn = (ms: number): void => {
      // At once: it is read at any moment.
      writeFileSync(`${clock}.new`, String(ms));
      renameSync(`${clock}.new`, clock);
    };
    turn(2_000);
    const hub = await split.start({ clock });
    const answered: string[] = [];
    const ask = async (status: number): Promise<void> => {
      const { body, ...got } = await hub.ask(question);
      expect(got.status).toBe(status);
      answered.push(body.extensions?.verstrekking?.id ?? body.errors?.[0]?.extensions.code ?? '');
    };
    await ask(200);
    turn(-8_000);
    await ask(200);
    // So far that no source believes it: it is refused, and that is written down.
    turn(-1_800_000);
    await ask(503);
    turn(0);
    await ask(200);
    await end(hub);
    const closing = readRegister(split).filter(({ soort }) => soort === 'ANTWOORD' || soort === 'GEWEIGERD');
    expect(closing.map(({ id, code }) => code ?? id)).toEqual(answered);
    const [first, second, third, fourth] = closing.map(({ tijdstip }) => Date.parse(tijdstip));
    expect(second! - first!).toBeLessThan(0);
    expect(third! - second!).toBeLessThan(-1_000_000);
    expect(fourth! - third!).toBeGreaterThan(1_000_000);
    await holds();
  });
});
