import { join } from 'node:path';
import Database from 'libsql';
import type { Entry } from '../../gateway/register/reader/entry';
import { akteOf } from '../harness/akteOf';
import { readRegister } from '../harness/readRegister';
import { signBegin } from '../harness/signBegin';
import { signBesluit } from '../harness/signBesluit';
import { type House, startHouse } from '../harness/startHouse';
import { stapVraag } from '../harness/stapVraag';

/** The municipality keeps where a casus stands and who sits there. What it makes up of that opens nothing. */
const AGENT = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
const REGISSEUR = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' };
const EIGEN = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-77' };
const DOEL = 'STRAFRECHTELIJKE_HANDHAVING';
const QUERY = 'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { incidenten { soort } } } }';

let house: House;
let casus: string;
beforeAll(async () => {
  house = await startHouse();
  casus = house.world.municipality.casussen[0]!.id;
}, 60_000);
afterAll(() => house.stop());

const inStore = <T>(work: (store: Database.Database) => T): T => {
  const store = new Database(join(house.dir, 'municipality.sqlite'), { timeout: 5_000 });
  try {
    return work(store);
  } finally {
    store.close();
  }
};
const change = (text: string, ...values: (string | number | null)[]) =>
  inStore((store) => void store.prepare(text).run(...values));

/** All that stands in some tables, and putting it back there. */
const keep = (tables: readonly string[]) =>
  inStore((store) =>
    tables.map((table) => [table, store.prepare(`select * from ${table}`).all() as Record<string, string>[]] as const),
  );
const put = (kept: ReturnType<typeof keep>) =>
  inStore((store) => {
    for (const [table, rows] of kept) {
      store.exec(`delete from ${table}`);
      for (const row of rows) {
        const cells = Object.keys(row);
        store
          .prepare(`insert into ${table} (${cells.join(', ')}) values (${cells.map(() => '?').join(', ')})`)
          .run(...Object.values(row));
      }
    }
  });

/** Asks, and tells what came of it: for him, in the register, and at the sources. */
async function ask(wie: typeof AGENT, doel = DOEL) {
  const before = readRegister(house).length;
  house.traffic();
  const { status, body, text } = await house.ask({ ...wie, casus, doel, query: QUERY, variables: { casus } });
  const [line] = readRegister(house).slice(before);
  return {
    status,
    code: body.errors?.[0]?.extensions.code ?? null,
    asked: house.traffic().length > 0,
    line: [line?.soort, line?.code],
    text,
  };
}
async function expectRefused(wie: typeof AGENT, doel = DOEL): Promise<void> {
  const { status, code, asked, line, text } = await ask(wie, doel);
  expect({ status, code, asked, line }).toEqual({
    ...{ status: 503, code: 'HUB_CASUSFEITEN_ONGETEKEND', asked: false },
    line: ['GEWEIGERD', 'HUB_CASUSFEITEN_ONGETEKEND'],
  });
  expect(text).not.toMatch(/m-zwolle|m-politie|ZVH-/);
}

describe('a municipality that makes up on what access rests', () => {
  test('is believed as long as it tells what was signed (control)', async () => {
    expect(await ask(AGENT)).toMatchObject({ status: 200, code: null, asked: true });
  });

  test('seats somebody of its own: he gets nothing, nor does anybody else there, until that is undone', async () => {
    change('insert into medewerkers values (?, ?)', EIGEN.medewerker, 'Niemand');
    change("insert into aanwijzingen values (?, ?, 'CASUSREGISSEUR', '2026-01-01', null)", EIGEN.medewerker, EIGEN.partner); // oxfmt-ignore
    const seat = "insert into zetels values (?, ?, ?, 'CASUSREGISSEUR', '2026-01-01', null, null)";
    change(seat, casus, EIGEN.partner, EIGEN.medewerker);
    await expectRefused(EIGEN, 'CASUSREGIE');
    await expectRefused(AGENT);
    change('delete from zetels where medewerker = ?', EIGEN.medewerker);
    expect(await ask(EIGEN, 'CASUSREGIE')).toMatchObject({ status: 403, code: 'HUB_CASUS_ONTOEGANKELIJK' });
    expect(await ask(AGENT)).toMatchObject({ status: 200 });
  });

  test.each([
    ['fase', 'UITVOERING'],
    ['kader', 'VRIJWILLIG'],
    ['doel', 'BEGELEIDING'],
    ['convenant', 'huiselijk-geweld-ijsselland'],
    ['gemeente', 'Deventer'],
    ['regie', 'gemeente-deventer'],
    ['bevestigd_door', '["gemeente-zwolle","politie-oost-nederland","rvdk"]'],
    ['nr', '1'],
    ['vorige', 'f'.repeat(64)],
  ])('says another %s', async (kolom, waarde) => {
    const was = inStore((store) => store.prepare(`select ${kolom} as was from casussen where id = ?`).get(casus)) as { was: string | number }; // oxfmt-ignore
    expect(String(was.was)).not.toBe(waarde);
    change(`update casussen set ${kolom} = ? where id = ?`, waarde, casus);
    await expectRefused(AGENT);
    change(`update casussen set ${kolom} = ? where id = ?`, was.was, casus);
    expect(await ask(AGENT)).toMatchObject({ status: 200 });
  });

  test('opens a casus that was closed off', async () => {
    const closed = house.world.municipality.casussen.find(({ status }) => status === 'AFGESCHERMD')!;
    const seat = house.world.municipality.zetels.find(
      (one) => one.casus === closed.id && one.partner === AGENT.partner,
    )!;
    change("update casussen set status = 'LOPEND', fase = 'CASUSOVERLEG' where id = ?", closed.id);
    const question = { partner: seat.partner, medewerker: seat.medewerker, casus: closed.id, doel: DOEL };
    const { status, body } = await house.ask({ ...question, query: QUERY, variables: { casus: closed.id } });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'HUB_CASUSFEITEN_ONGETEKEND']);
  });

  test('goes back to before a stap that this hub knows of: who left the table stays out', async () => {
    const kept = keep(['casussen', 'zetels', 'akten']);
    const zetel = { zetelPartner: AGENT.partner, zetelMedewerker: AGENT.medewerker };
    const akte = akteOf({ stap: 'VERLATEN', ...zetel }, { casus, ...REGISSEUR });
    expect(await house.ask(await stapVraag(akte, house.keys.partner))).toMatchObject({ status: 200 });
    expect(await ask(AGENT)).toMatchObject({ status: 403, code: 'HUB_CASUS_ONTOEGANKELIJK' });
    put(kept);
    await expectRefused(AGENT);
    // Nor with a beginstand that its partners would sign once more, of before it.
    signBegin(house.dir, casus);
    await expectRefused(AGENT);
    put(kept);
  });

  test('goes back while the hub is away: the next one reads in the register how far the casus had come', async () => {
    const before = keep(['casussen', 'zetels', 'akten', 'beginstanden']);
    await house.restart();
    await expectRefused(AGENT);
    await expectRefused(REGISSEUR, 'CASUSREGIE');
    expect(keep(['casussen', 'zetels', 'akten', 'beginstanden'])).toEqual(before);
    // Who runs the hub says that the casus was put back: that stands in the register.
    await house.restart({ CASUSSEN_TERUGGEZET: `${casus}:0` });
    expect(await ask(AGENT)).toMatchObject({ status: 200 });
    const register = new Database(join(house.dir, 'register.sqlite'), { timeout: 5_000 });
    const texts = register.prepare('select tekst from inhoud order by nr').all() as { tekst: string }[];
    register.close();
    const starts = texts.map(({ tekst }) => JSON.parse(tekst) as Entry).filter(({ soort }) => soort === 'START');
    expect(starts.map(({ stand }) => stand?.teruggezet)).toEqual([undefined, undefined, [`${casus}:0`]]);
    // What is taken from there on counts again, for every hub after it.
    const akte = akteOf({ stap: 'WIJZIG_KADER', kader: 'DRANG' }, { casus, ...REGISSEUR });
    expect(await house.ask(await stapVraag(akte, house.keys.partner))).toMatchObject({ status: 200 });
    await house.restart();
    expect(await ask(AGENT)).toMatchObject({ status: 200 });
    put(before);
    await house.restart();
    await expectRefused(AGENT);
  });

  test('nothing is told of a casus while the register can not say how far it had come', async () => {
    await house.restart();
    const register = new Database(join(house.dir, 'register.sqlite'));
    register.exec('alter table wijzer rename to weg');
    expect(await ask(AGENT)).toMatchObject({ status: 503, code: 'HUB_REGISTER_ONBESCHIKBAAR', asked: false });
    register.exec('alter table weg rename to wijzer');
    register.close();
    await expectRefused(AGENT);
  });
});

describe('a municipality that makes up who is designated', () => {
  beforeAll(async () => {
    await house.stop();
    house = await startHouse();
  }, 60_000);

  test('designates somebody of another partner, and seats him by a stap that it may sign: nobody there gets anything', async () => {
    const vreemde = { zetelPartner: AGENT.partner, zetelMedewerker: 'm-politie-77' };
    change('insert into medewerkers values (?, ?)', vreemde.zetelMedewerker, 'Niemand');
    change("insert into aanwijzingen values (?, ?, 'DEELNEMER', '2026-01-01', null)", vreemde.zetelMedewerker, AGENT.partner); // oxfmt-ignore
    const akte = akteOf({ stap: 'PLAATS_GEVEN', ...vreemde, rol: 'DEELNEMER' }, { casus, ...REGISSEUR });
    expect(await house.ask(await stapVraag(akte, house.keys.partner))).toMatchObject({ status: 200 });
    await expectRefused({ partner: AGENT.partner, medewerker: vreemde.zetelMedewerker });
    await expectRefused(AGENT);
    // A besluit that another partner signed is none.
    const besluit = { partner: AGENT.partner, medewerker: vreemde.zetelMedewerker, nr: 1, rollen: [] };
    change('insert into aanwijzingsbesluiten values (?, ?, 1, ?, ?)', besluit.partner, besluit.medewerker, JSON.stringify(besluit), 'a..b'); // oxfmt-ignore
    await expectRefused(AGENT);
    change('delete from aanwijzingen where medewerker = ?', vreemde.zetelMedewerker);
    expect(await ask(AGENT)).toMatchObject({ status: 200 });
    signBesluit(house.dir, { ...besluit, rollen: [{ rol: 'DEELNEMER', van: '2026-01-01', tot: null }] });
    change("insert into aanwijzingen values (?, ?, 'DEELNEMER', '2026-01-01', null)", vreemde.zetelMedewerker, AGENT.partner); // oxfmt-ignore
    expect(await ask({ partner: AGENT.partner, medewerker: vreemde.zetelMedewerker })).toMatchObject({ status: 200 });
    change('delete from aanwijzingen where medewerker = ?', vreemde.zetelMedewerker);
  });

  test('keeps somebody designated whom his partner took back, once this hub knows of that', async () => {
    const wie = { partner: AGENT.partner, medewerker: AGENT.medewerker };
    const [was] = keep(['aanwijzingsbesluiten']);
    signBesluit(house.dir, { ...wie, nr: 2, rollen: [] });
    await expectRefused(AGENT);
    put([was!]);
    await expectRefused(AGENT);
    signBesluit(house.dir, { ...wie, nr: 3, rollen: [{ rol: 'DEELNEMER', van: '2026-01-01', tot: null }] });
    expect(await ask(AGENT)).toMatchObject({ status: 200 });
  });

  test('designates somebody in a rol outside any casus', async () => {
    const question = { ...AGENT, query: '{ mijnCasussen { rol } }' };
    expect(await house.ask(question)).toMatchObject({ status: 200 });
    change("insert into aanwijzingen values (?, ?, 'AUDITOR', '2026-01-01', null)", AGENT.medewerker, AGENT.partner);
    const { status, body } = await house.ask(question);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'HUB_CASUSFEITEN_ONGETEKEND']);
    change("delete from aanwijzingen where rol = 'AUDITOR' and medewerker = ?", AGENT.medewerker);
    expect(await house.ask(question)).toMatchObject({ status: 200 });
  });
});
