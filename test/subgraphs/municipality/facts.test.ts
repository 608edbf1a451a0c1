import { join } from 'node:path';
import Database from 'libsql';
import { openFactsDoor, type FactsDoor } from '../../../gateway/context/factsDoor';
import type { Toegangsfeiten } from '../../../schema/domain/casusfeiten';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import { readKetenpartners } from '../../../schema/partners';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import type { World } from '../../../subgraphs/kit/synthetic/world';
import { municipality } from '../../../subgraphs/municipality/municipality';
import { createTestKey, signDelegatie, type SignOptions } from '../../harness/signDelegatie';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { gemeenteDelegatie } from './ask';
import { smallWorld } from './smallWorld';
import { realToday, setToday } from './today';

/** Everybody with a seat is designated for it. */
function designated(): World {
  const { municipality: own, ...rest } = smallWorld();
  const since = { van: '2026-01-01', tot: null };
  const aanwijzingen = [
    ...own.aanwijzingen,
    { partner: 'gemeente-zwolle', medewerker: 'm-2', rol: 'CASUSREGISSEUR' as const, ...since },
    { partner: 'gemeente-zwolle', medewerker: 'm-2', rol: 'AUDITOR' as const, ...since },
    { partner: 'tactus', medewerker: 'm-8', rol: 'DEELNEMER' as const, ...since },
  ];
  return { ...rest, municipality: { ...own, aanwijzingen } };
}

let bron: PartnerUnderTest;
let door: FactsDoor;
let store: InstanceType<typeof Database>;
beforeAll(async () => {
  bron = await startPartner(municipality, { createWorld: designated });
  // The hub's own reader of the door, with its strict parser.
  door = openFactsDoor(bron.url, {}, (delegatie, body) =>
    signDelegatie(bron.key, delegatie, body, { typ: 'feiten+jwt' }),
  );
  store = new Database(join(bron.dir, 'municipality.sqlite'));
});
afterAll(async () => {
  store.close();
  await door.close();
  await bron.close();
});
beforeEach(() => {
  setToday('2026-11-22');
  bron.statements();
});
afterEach(realToday);

const partners = readKetenpartners();
const read = (casus: string | null, medewerker = 'm-1', id = 'dimence') => {
  const partner = partners.get(id);
  if (partner === undefined) throw new Error('no such partner');
  return door.read({ medewerker, partner, jti: '1', exp: 0 }, casus, quietSpan(undefined));
};

/** Of whom these besluiten are, as they are told. */
const told = (besluiten: Toegangsfeiten['besluiten']): string[] =>
  besluiten.map(({ tekst }) => {
    const { partner, medewerker } = JSON.parse(tekst) as { partner: string; medewerker: string };
    return `${partner} ${medewerker}`;
  });

test('tells who sits at the table now, and what the requester is designated as now', async () => {
  const { revisie, besluiten, ...feiten } = await read('casus-1');
  expect(revisie).toMatch(/^[0-9a-f]{64}$/);
  expect(told(besluiten)).toEqual(['dimence m-1', 'gemeente-zwolle m-2']);
  expect(feiten).toEqual({
    casus: {
      casus: 'casus-1',
      doel: 'CASUSREGIE',
      fase: 'CASUSOVERLEG',
      kader: 'DWANG',
      status: 'LOPEND',
      gemeente: 'Zwolle',
      convenant: 'voorbeeld',
      regie: 'gemeente-zwolle',
      bevestigd: true,
      tafel: [
        { partner: 'dimence', medewerker: 'm-1', rol: 'DEELNEMER' },
        { partner: 'gemeente-zwolle', medewerker: 'm-2', rol: 'CASUSREGISSEUR' },
      ],
    },
    verloop: {
      nr: 0,
      vorige: '0'.repeat(64),
      begin: expect.stringMatching(/^[0-9a-f]{64}$/),
      bevestigdDoor: ['politie-oost-nederland', 'gemeente-zwolle'],
    },
    aanwijzingen: [{ partner: 'dimence', rol: 'DEELNEMER' }],
  });
});

test('who is not designated for his seat by the partner he sits for has none: neither he nor that partner is told anything by it', async () => {
  const seats = async () => (await read('casus-1')).casus!.tafel.map(({ medewerker }) => medewerker);
  expect(await seats()).toEqual(['m-1', 'm-2']);
  for (const over of ["tot = '2026-11-22'", "van = '2026-11-23'", "partner = 'tactus'", "rol = 'DEELNEMER'"]) {
    store.exec(`update aanwijzingen set ${over} where medewerker = 'm-2' and rol = 'CASUSREGISSEUR'`);
    expect({ over, seats: await seats() }).toEqual({ over, seats: ['m-1'] });
    store.exec("delete from aanwijzingen where medewerker = 'm-2' and rol <> 'AUDITOR' and rol <> 'PRIVACY_OFFICER'");
    store.exec("insert into aanwijzingen values ('m-2', 'gemeente-zwolle', 'CASUSREGISSEUR', '2026-01-01', null)");
  }
  expect(await seats()).toEqual(['m-1', 'm-2']);
});

test('what his partner signed of somebody with a seat is told also when it takes everything from him; what nobody signed is not', async () => {
  const one = "where partner = 'gemeente-zwolle' and medewerker = 'm-2'";
  store.exec(`create table kept as select * from aanwijzingen ${one}; delete from aanwijzingen ${one}`);
  expect(told((await read('casus-1')).besluiten)).toEqual(['dimence m-1', 'gemeente-zwolle m-2']);
  store.exec('insert into aanwijzingen select * from kept; drop table kept');
  store.exec(`create table kept as select * from aanwijzingsbesluiten ${one}; delete from aanwijzingsbesluiten ${one}`);
  const { besluiten, casus } = await read('casus-1');
  expect(told(besluiten)).toEqual(['dimence m-1']);
  expect(casus?.tafel).toHaveLength(2);
  store.exec('insert into aanwijzingsbesluiten select * from kept; drop table kept');
});

test('confirmed is by two different public partners: a private one and the same one twice do not count', async () => {
  expect((await read('casus-2')).casus?.bevestigd).toBe(false);
});

test('a casus that nobody may open is told as it is: the hub decides', async () => {
  expect((await read('casus-3')).casus).toMatchObject({ status: 'AFGESCHERMD', fase: 'AFSLUITING' });
});

test('an unknown casus takes the same statements, and looks like none; none takes one more, for where he sits', async () => {
  const statementsOf = async (casus: string | null) => {
    bron.statements();
    const feiten = await read(casus);
    return { feiten, statements: bron.statements() };
  };
  const known = await statementsOf('casus-1');
  const unknown = await statementsOf('0'.repeat(32));
  const none = await statementsOf(null);
  expect(known.statements).toHaveLength(2);
  expect(unknown.statements).toEqual(known.statements);
  expect(none.statements.slice(0, 2)).toEqual(known.statements);
  expect(none.statements.slice(2)).toEqual([expect.stringContaining('where "zetels"."medewerker"')]);
  expect(unknown.feiten).toEqual({
    revisie: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    casus: null,
    verloop: null,
    aanwijzingen: known.feiten.aanwijzingen,
    besluiten: known.feiten.besluiten.slice(0, 1),
  });
  expect(told(unknown.feiten.besluiten)).toEqual(['dimence m-1']);
  expect(none.feiten).toEqual({ ...unknown.feiten, revisie: none.feiten.revisie });
});

describe('the revisie', () => {
  /** Changes the store, and sets it back. */
  async function changed(
    sql: string,
    back: string,
    ...ask: Parameters<typeof read>
  ): Promise<[string, string, string]> {
    const before = (await read(...ask)).revisie;
    store.exec(sql);
    const during = (await read(...ask)).revisie;
    store.exec(back);
    return [before, during, (await read(...ask)).revisie];
  }
  const WHERE = "where id = 'casus-1'";
  const zet = (kolom: string, waarde: string, oud: string) =>
    [
      `update casussen set ${kolom} = '${waarde}' ${WHERE}`,
      `update casussen set ${kolom} = '${oud}' ${WHERE}`,
    ] as const;

  test.each<[string, readonly [string, string]]>([
    ['doel', zet('doel', 'BEGELEIDING', 'CASUSREGIE')],
    ['fase', zet('fase', 'UITVOERING', 'CASUSOVERLEG')],
    ['kader', zet('kader', 'DRANG', 'DWANG')],
    ['status', zet('status', 'AFGESCHERMD', 'LOPEND')],
    ['gemeente', zet('gemeente', 'Deventer', 'Zwolle')],
    ['convenant', zet('convenant', 'ander', 'voorbeeld')],
    ['regie', zet('regie', 'dimence', 'gemeente-zwolle')],
    ['bevestigd', zet('bevestigd_door', '["gemeente-zwolle"]', '["politie-oost-nederland","gemeente-zwolle"]')],
    [
      'a seat that is taken',
      [
        "insert into zetels values ('casus-1', 'tactus', 'm-8', 'DEELNEMER', '2026-11-22', null, null)",
        "delete from zetels where medewerker = 'm-8'",
      ],
    ],
    [
      'a seat that is given up',
      [
        "update zetels set tot = '2026-11-22' where medewerker = 'm-2'",
        "update zetels set tot = null where medewerker = 'm-2'",
      ],
    ],
    [
      'a seat in another rol',
      [
        "update zetels set rol = 'AUDITOR' where medewerker = 'm-2'",
        "update zetels set rol = 'CASUSREGISSEUR' where medewerker = 'm-2'",
      ],
    ],
    [
      'a designation of another at the table that ends',
      [
        "update aanwijzingen set tot = '2026-11-01' where medewerker = 'm-2' and rol = 'CASUSREGISSEUR'",
        "update aanwijzingen set tot = null where medewerker = 'm-2' and rol = 'CASUSREGISSEUR'",
      ],
    ],
    [
      'a designation that ends',
      [
        "update aanwijzingen set tot = '2026-11-01' where medewerker = 'm-1' and partner = 'dimence' and tot is null",
        "update aanwijzingen set tot = null where medewerker = 'm-1' and partner = 'dimence' and tot = '2026-11-01'",
      ],
    ],
  ])('changes with %s', async (_naam, [sql, back]) => {
    const [before, during, after] = await changed(sql, back, 'casus-1');
    expect(during).not.toBe(before);
    expect(after).toBe(before);
  });

  test.each([null, 'casus-1'])(
    'changes with a designation by which nobody sits anywhere (casus: %s)',
    async (casus) => {
      const [before, during, after] = await changed(
        "update aanwijzingen set tot = '2026-11-01' where medewerker = 'm-2' and rol = 'AUDITOR'",
        "update aanwijzingen set tot = null where medewerker = 'm-2' and rol = 'AUDITOR'",
        ...([casus, 'm-2', 'gemeente-zwolle'] as const),
      );
      expect(during).not.toBe(before);
      expect(after).toBe(before);
    },
  );

  test('changes with the mere passing of a day: on that day the seat is gone', async () => {
    setToday('2026-12-31');
    const last = await read('casus-1');
    setToday('2027-01-01');
    const first = await read('casus-1');
    expect(last.casus?.tafel).toHaveLength(2);
    expect(first.casus?.tafel.map(({ medewerker }) => medewerker)).toEqual(['m-2']);
    expect(first.revisie).not.toBe(last.revisie);
  });

  test('stays the same for what is no fact of this access', async () => {
    const elders = "update casussen set fase = 'AFSLUITING' where id = 'casus-2'";
    const [before, during] = await changed(
      elders,
      "update casussen set fase = 'CASUSOVERLEG' where id = 'casus-2'",
      'casus-1',
    );
    expect(during).toBe(before);
    setToday('2026-11-23');
    expect((await read('casus-1')).revisie).toBe(before);
  });

  test('of an unknown casus changes when it comes to be', async () => {
    const [before, during, after] = await changed(
      `insert into casussen select 'casus-nieuw', bronhouder, 'ZVH-9', thema, doel, fase, kader, status, escalatieniveau,
       gemeente, convenant, regie, bevestigd_door, nr, vorige from casussen ${WHERE}`,
      "delete from casussen where id = 'casus-nieuw'",
      'casus-nieuw',
    );
    expect(during).not.toBe(before);
    expect(after).toBe(before);
  });
});

test('tells as what somebody stands in a casus, and of who is not in it nothing more than that', async () => {
  const als = (persoon: string, casus = 'casus-1') =>
    door.betrokkene(
      { medewerker: 'm-1', partner: partners.get('dimence')!, jti: '1', exp: 0 },
      casus,
      persoon,
      quietSpan(undefined),
    );
  const { betrokkenheden } = designated().municipality;
  const NAMES = { HOOFDBETROKKENE: 'Hoofdbetrokkene', KRINGLID: 'Kringlid', PROFESSIONAL: 'Professional' };
  expect(new Set(betrokkenheden.map(({ soort }) => soort)).size).toBe(3);
  for (const { casus, persoon, soort } of betrokkenheden) expect(await als(persoon, casus)).toBe(NAMES[soort]);
  for (const one of ['persoon-99', 'niemand', '__proto__']) expect(await als(one)).toBeNull();
});

describe('refuses', () => {
  const REFUSED =
    '{"errors":[{"message":"Deze bron antwoordt alleen op een geldig ondertekend verzoek van de hub.","extensions":{"code":"KETEN_GEEN_DELEGATIE"}}]}';
  const vraag = { casus: 'casus-1', partner: 'dimence', medewerker: 'm-1' };
  const delegatie = gemeenteDelegatie({ casus: 'casus-1', partner: 'dimence', medewerker: 'm-1', verleningen: [] });

  async function send(
    body: string,
    headers: Record<string, string>,
    path = 'toegangsfeiten',
  ): Promise<{ status: number; text: string }> {
    const url = new URL(path, bron.url);
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: response.status, text: await response.text() };
  }
  const signed = async (body: string, sign: SignOptions = {}, over = body, path = 'toegangsfeiten') => {
    const token = await signDelegatie(bron.key, delegatie, over, { typ: 'feiten+jwt', ...sign });
    return send(body, { [DELEGATIE_HEADER]: token }, path);
  };
  function expectRefused(answer: { status: number; text: string }): void {
    expect(answer).toEqual({ status: 401, text: REFUSED });
    expect(bron.statements()).toEqual([]);
  }

  test('(the good one passes)', async () => {
    expect((await signed(JSON.stringify(vraag))).status).toBe(200);
    const body = JSON.stringify({ ...vraag, persoon: 'persoon-00' });
    expect((await signed(body, {}, body, 'betrokkenen')).status).toBe(200);
  });

  test.each<[string, SignOptions]>([
    ['the type of a fetch', { typ: 'delegatie+jwt' }],
    ['another audience', { aud: 'police' }],
    ['another issuer', { iss: 'iemand' }],
    ['an expired one', { iat: 1, exp: 20 }],
    ['the digest of another body', { lichaam: 'x' }],
  ])('%s', async (_naam, sign) => expectRefused(await signed(JSON.stringify(vraag), sign)));

  test('no delegation, and a foreign key', async () => {
    const body = JSON.stringify(vraag);
    expectRefused(await send(body, {}));
    const token = await signDelegatie(createTestKey(bron.key.kid), delegatie, body, { typ: 'feiten+jwt' });
    expectRefused(await send(body, { [DELEGATIE_HEADER]: token }));
  });

  test('the same one twice', async () => {
    const body = JSON.stringify(vraag);
    const token = await signDelegatie(bron.key, delegatie, body, { typ: 'feiten+jwt' });
    expect((await send(body, { [DELEGATIE_HEADER]: token })).status).toBe(200);
    bron.statements();
    expectRefused(await send(body, { [DELEGATIE_HEADER]: token }));
  });

  test('a body changed by one space', async () => {
    expectRefused(await signed(`${JSON.stringify(vraag)} `, {}, JSON.stringify(vraag)));
  });

  test.each<[string, object]>([
    ['another casus', { ...vraag, casus: 'casus-2' }],
    ['no casus', { ...vraag, casus: null }],
    ['another partner', { ...vraag, partner: 'tactus' }],
    ['another medewerker', { ...vraag, medewerker: 'm-2' }],
    ['a missing key', { casus: 'casus-1', partner: 'dimence' }],
    ['an extra key', { ...vraag, alles: true }],
    ['a casus that is no text', { ...vraag, casus: { id: 'casus-1' } }],
  ])('a signed body that asks for %s than the delegation says', async (_naam, body) =>
    expectRefused(await signed(JSON.stringify(body))),
  );

  test.each<[string, object]>([
    ['another casus', { casus: 'casus-2' }],
    ['another partner', { partner: 'tactus' }],
    ['another medewerker', { medewerker: 'm-2' }],
    ['no casus', { casus: null }],
    ['nobody', { persoon: '' }],
    ['more', { alles: true }],
  ])('at the door to who is in it, a signed body about %s than the delegation says', async (_naam, change) => {
    const body = JSON.stringify({ ...vraag, persoon: 'persoon-00', ...change });
    expectRefused(await signed(body, {}, body, 'betrokkenen'));
  });

  test('a facts token opens no graph', async () => {
    const body = JSON.stringify({ query: '{ mijnCasussen { kenmerk } }' });
    const token = await signDelegatie(bron.key, gemeenteDelegatie(), body, { typ: 'feiten+jwt' });
    expect((await bron.post(body, { [DELEGATIE_HEADER]: token })).status).toBe(401);
  });
});
