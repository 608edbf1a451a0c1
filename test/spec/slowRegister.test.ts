import Database from 'libsql';
import { join } from 'node:path';
import { readRegister } from '../harness/readRegister';
import { type House, type Question, startHouse } from '../harness/startHouse';

/** A register that can be written only after a while, or not in time. */
describe('while the register is slow', () => {
  let house: House;
  let question: Question;
  beforeAll(async () => {
    house = await startHouse();
    const casus = house.world.municipality.casussen[0]!.id;
    const query = 'query ($casus: ID!) { casus(id: $casus) { kenmerk } }';
    const who = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
    question = { ...who, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query, variables: { casus } };
  });
  afterAll(() => house.stop());

  /** Another writer, who holds the lock. */
  const hold = (): (() => void) => {
    const database = new Database(join(house.dir, 'register.sqlite'));
    database.exec('begin immediate');
    return () => {
      database.exec('rollback');
      database.close();
    };
  };

  test('an answer waits, and comes when it stands in the register', async () => {
    const before = readRegister(house).length;
    const release = hold();
    let answered = false;
    const asked = house.ask(question).finally(() => (answered = true));
    // The sources have answered; only the register is waited for.
    while (house.traffic().length === 0) await new Promise(setImmediate);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(answered).toBe(false);
    expect(readRegister(house, before)).toEqual([]);
    release();
    const { status, body } = await asked;
    expect(status).toBe(200);
    expect(readRegister(house, before).map(({ id }) => id)).toContain(body.extensions?.verstrekking?.id);
  }, 30_000);

  test('or is refused, and the hub lives, tells it is not ready, and answers again after', async () => {
    const release = hold();
    const answers = await Promise.all(Array.from({ length: 3 }, () => house.ask(question)));
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(answers.every(({ text }) => text.includes('HUB_REGISTER_ONBESCHIKBAAR') && !text.includes('ZVH'))).toBe(
      true,
    );
    expect((await fetch(`${house.address}/health/live`)).status).toBe(200);
    release();
    expect((await house.ask(question)).status).toBe(200);
    expect((await fetch(`${house.address}/health/ready`)).status).toBe(200);
  }, 60_000);
});
