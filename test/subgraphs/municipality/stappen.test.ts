import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import { openFactsDoor, type FactsDoor } from '../../../gateway/context/factsDoor';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import { readKetenpartners } from '../../../schema/partners';
import { type Akte, BEGIN, type Stapkop, digestOf, textOf } from '../../../schema/verloop/akte';
import { type Beginstand, digestOfBegin } from '../../../schema/verloop/beginstand';
import type { Stap } from '../../../schema/verloop/stap';
import type { World } from '../../../subgraphs/kit/synthetic/world';
import { municipality } from '../../../subgraphs/municipality/municipality';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import { akteOf } from '../../harness/akteOf';
import { makeDatabase, onEveryStore } from '../../harness/postgres';
import { signDelegatie, type SignOptions } from '../../harness/signDelegatie';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { gemeenteDelegatie } from './ask';
import { smallWorld } from './smallWorld';

const partners = readKetenpartners();
const regie = { partner: 'gemeente-zwolle', medewerker: 'm-regie' };
const ggz = { partner: 'dimence', medewerker: 'm-1' };
const ZETEL_GGZ = { zetelPartner: ggz.partner, zetelMedewerker: ggz.medewerker };

/** casus-1 with a procesregisseur at the table, and colleagues of who sits there. */
function world(): World {
  const small = smallWorld();
  const { zetels, aanwijzingen } = small.municipality;
  const since = { van: '2026-01-01', tot: null };
  const chair = { ...regie, rol: 'PROCESREGISSEUR' as const, ...since };
  return {
    ...small,
    municipality: {
      ...small.municipality,
      zetels: [...zetels, { casus: 'casus-1', ...chair, vervangt: null }],
      aanwijzingen: [
        ...aanwijzingen,
        chair,
        { partner: 'gemeente-zwolle', medewerker: 'm-2', rol: 'CASUSREGISSEUR', ...since },
        { partner: 'dimence', medewerker: 'm-7', rol: 'DEELNEMER', ...since },
        { partner: 'politie-oost-nederland', medewerker: 'm-8', rol: 'DEELNEMER', ...since },
        { partner: 'dimence', medewerker: 'm-was', rol: 'DEELNEMER', van: '2025-01-01', tot: '2026-01-01' },
        { partner: 'dimence', medewerker: 'm-wordt', rol: 'DEELNEMER', van: '2099-01-01', tot: null },
        { partner: 'tactus', medewerker: 'm-elders', rol: 'DEELNEMER', ...since },
      ],
    },
  };
}

onEveryStore('a stap of a casus', (kind) => {
  let database: { readonly url: string; drop(): Promise<void> } | null;
  /** On PostgreSQL two of them, over one database. */
  let bronnen: PartnerUnderTest[];
  let doors: FactsDoor[];
  let store: Achterdeur;
  beforeEach(async () => {
    database = kind === 'SQLite' ? null : await makeDatabase(`ketenhub_stappen_${randomBytes(6).toString('hex')}`);
    const env = database === null ? {} : { MUNICIPALITY_DATABASE_URL: database.url };
    const options = { createWorld: world, env };
    bronnen = [await startPartner(municipality, options)];
    if (database !== null) bronnen.push(await startPartner(municipality, options));
    store = database === null ? sqliteDoor(bronnen[0]!.dir) : postgresDoor(database.url);
    doors = bronnen.map(({ url, key }) =>
      openFactsDoor(url, {}, (delegatie, body, typ) => signDelegatie(key, delegatie, body, { typ })),
    );
  });
  afterEach(async () => {
    await Promise.all(doors.map((door) => door.close()));
    await Promise.all(bronnen.map((bron) => bron.close()));
    await database?.drop();
  });

  const who = ({ partner, medewerker }: typeof regie) => ({
    medewerker,
    partner: partners.get(partner)!,
    jti: '1',
    exp: 0,
  });
  const facts = (of = regie, casus = 'casus-1') => doors[0]!.read(who(of), casus, quietSpan(undefined));
  const at = (stap: Stap, kop: Partial<Stapkop> = {}): Akte => akteOf(stap, { casus: 'casus-1', ...regie, ...kop });
  const take = (akte: Akte, door = 0) =>
    doors[door % doors.length]!.take(who(akte), akte, 'h..s', quietSpan(undefined));
  const next = async (stap: Stap, kop: Partial<Stapkop> = {}) => {
    const { verloop } = await facts();
    return take(at(stap, { nr: verloop!.nr + 1, vorige: verloop!.vorige, ...kop }));
  };

  test('changes what it says and nothing else, and is told with the facts that hold since', async () => {
    const before = await facts();
    expect(before.verloop).toMatchObject({ nr: 0, vorige: BEGIN });
    const akte = at({ stap: 'WIJZIG_KADER', kader: 'DRANG' });
    const taken = await take(akte);
    const after = await facts();
    expect(taken).toEqual({ uitkomst: 'GEZET', nr: 1, digest: digestOf(akte), handtekening: 'h..s', revisie: after.revisie }); // oxfmt-ignore
    expect(after).toEqual({
      ...before,
      revisie: after.revisie,
      casus: { ...before.casus, kader: 'DRANG' },
      verloop: { ...before.verloop, nr: 1, vorige: digestOf(akte) },
    });
    expect(after.revisie).not.toBe(before.revisie);
    expect((await facts(ggz, 'casus-2')).verloop).toMatchObject({ nr: 0, vorige: BEGIN });
  });

  test('seats, replaces and unseats; who left is gone the same moment, and can come back the same day', async () => {
    const seats = async () => (await facts()).casus!.tafel.map(({ medewerker, rol }) => `${medewerker} ${rol}`);
    const politie = { zetelPartner: 'politie-oost-nederland', zetelMedewerker: 'm-8' };
    const before = await seats();
    expect(await next({ stap: 'PLAATS_GEVEN', ...politie, rol: 'DEELNEMER' })).toMatchObject({ uitkomst: 'GEZET' });
    expect((await seats()).sort()).toEqual([...before, 'm-8 DEELNEMER'].sort());
    expect(await next({ stap: 'VERVANGEN', ...ZETEL_GGZ, door: 'm-7' })).toMatchObject({ uitkomst: 'GEZET', nr: 2 });
    expect((await seats()).sort()).toEqual([...before.filter((one) => !one.startsWith('m-1 ')), 'm-7 DEELNEMER', 'm-8 DEELNEMER'].sort()); // oxfmt-ignore
    expect(await next({ stap: 'VERLATEN', ...politie })).toMatchObject({ uitkomst: 'GEZET', nr: 3 });
    expect(await seats()).not.toContain('m-8 DEELNEMER');
    expect(await next({ stap: 'PLAATS_GEVEN', ...politie, rol: 'DEELNEMER' })).toMatchObject({
      uitkomst: 'GEZET',
      nr: 4,
    });
    expect(await seats()).toContain('m-8 DEELNEMER');
    expect(await next({ stap: 'PLAATS_GEVEN', ...politie, rol: 'DEELNEMER' })).toEqual({
      uitkomst: 'GEWEIGERD',
      reden: 'ZIT_AL',
    });
  });

  test('that can not be taken changes nothing, and says why', async () => {
    const seat = (zetelMedewerker: string) => ({ stap: 'PLAATS_GEVEN', zetelPartner: 'dimence', zetelMedewerker, rol: 'DEELNEMER' }) as const; // oxfmt-ignore
    const before = await facts();
    const stranger = { partner: 'tactus', medewerker: 'm-1' };
    for (const [stap, kop, reden] of [
      [{ stap: 'WIJZIG_KADER', kader: 'DWANG' }, {}, 'AL_ZO'],
      [{ stap: 'WIJZIG_KADER', kader: 'DRANG' }, ggz, 'ROL'],
      [{ stap: 'WIJZIG_KADER', kader: 'DRANG' }, stranger, 'GEEN_ZETEL'],
      [{ stap: 'WIJZIG_KADER', kader: 'DRANG' }, { casus: 'casus-404' }, 'GEEN_ZETEL'],
      [
        { stap: 'PLAATS_GEVEN', zetelPartner: 'dimence', zetelMedewerker: 'm-9', rol: 'DEELNEMER' },
        {},
        'NIET_AANGEWEZEN',
      ],
      [
        { stap: 'PLAATS_GEVEN', zetelPartner: 'slachtofferhulp', zetelMedewerker: 'm-9', rol: 'DEELNEMER' },
        {},
        'GEEN_DEELNEMER',
      ],
      [{ stap: 'VERLATEN', zetelPartner: regie.partner, zetelMedewerker: regie.medewerker }, {}, 'LAATSTE_REGISSEUR'],
      // Designated by somebody else, no longer, and not yet.
      [seat('m-elders'), {}, 'NIET_AANGEWEZEN'],
      [seat('m-was'), {}, 'NIET_AANGEWEZEN'],
      [seat('m-wordt'), {}, 'NIET_AANGEWEZEN'],
      [{ stap: 'AFSCHERMEN' }, {}, 'FASE'],
    ] as const)
      expect({ reden, taken: await take(at(stap, kop)) }).toEqual({ reden, taken: { uitkomst: 'GEWEIGERD', reden } });
    expect(await facts()).toEqual(before);
  });

  test('for an earlier stand, under another akte, or of another day, is overtaken', async () => {
    const first = at({ stap: 'WIJZIG_KADER', kader: 'DRANG' });
    await take(first);
    const vorige = digestOf(first);
    const back = { stap: 'WIJZIG_KADER', kader: 'DWANG' } as const;
    for (const kop of [{}, { nr: 2 }, { nr: 1, vorige }, { nr: 3, vorige }, { nr: 2, vorige, dag: '2026-01-01' }])
      expect({ kop, taken: await take(at(back, kop)) }).toEqual({ kop, taken: { uitkomst: 'ACHTERHAALD' } });
    expect(await take(at(back, { nr: 2, vorige }))).toMatchObject({ uitkomst: 'GEZET', nr: 2 });
  });

  test('sent again is answered as before and counts once; its sleutel for another stap is refused', async () => {
    const akte = at({ stap: 'WIJZIG_KADER', kader: 'DRANG' });
    const taken = await take(akte);
    expect(await take(akte, 1)).toEqual(taken);
    // Signed once more: it was taken under the first.
    expect(await doors[0]!.take(who(akte), akte, 'h..anders', quietSpan(undefined))).toEqual(taken);
    expect((await facts()).verloop!.nr).toBe(1);
    const { sleutel } = akte;
    const other = { nr: 2, vorige: digestOf(akte), sleutel };
    expect(await take(at({ stap: 'WIJZIG_KADER', kader: 'DWANG' }, other))).toEqual({ uitkomst: 'SLEUTEL_GEBRUIKT' });
    // Of another medewerker it is another sleutel.
    const mine = { ...other, ...ggz };
    const left = at({ stap: 'VERLATEN', ...ZETEL_GGZ }, mine);
    expect(await take(left)).toMatchObject({ uitkomst: 'GEZET', nr: 2 });
    const colleague = { ...other, medewerker: 'm-2', nr: 3, vorige: digestOf(left) };
    const weg = { stap: 'VERLATEN', zetelPartner: 'gemeente-zwolle', zetelMedewerker: 'm-2' } as const;
    expect(await take(at(weg, colleague))).toMatchObject({ uitkomst: 'GEZET', nr: 3 });
  });

  test('of many at the same moment one is taken, the others are overtaken, and none is lost or done by half', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { verloop, casus } = await facts();
      const kader = casus!.kader === 'DRANG' ? 'DWANG' : 'DRANG';
      const kop = { nr: verloop!.nr + 1, vorige: verloop!.vorige };
      const akten = Array.from({ length: 12 }, () => at({ stap: 'WIJZIG_KADER', kader }, kop));
      const taken = await Promise.all(akten.map((akte, i) => take(akte, i)));
      const winners = taken.filter(({ uitkomst }) => uitkomst === 'GEZET');
      expect(winners).toHaveLength(1);
      expect(taken.filter(({ uitkomst }) => uitkomst === 'ACHTERHAALD')).toHaveLength(11);
      const [winner] = winners;
      expect((await facts()).verloop).toMatchObject({
        nr: kop.nr,
        vorige: winner?.uitkomst === 'GEZET' ? winner.digest : '',
      });
    }
    const { verloop } = await facts();
    const akte = at({ stap: 'VERLATEN', ...ZETEL_GGZ }, { nr: verloop!.nr + 1, vorige: verloop!.vorige });
    const same = await Promise.all(Array.from({ length: 12 }, (_, i) => take(akte, i)));
    expect(new Set(same.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(same[0]).toMatchObject({ uitkomst: 'GEZET', nr: verloop!.nr + 1 });
  });

  describe('its door', () => {
    const post = async (path: string, akte: Akte, over: object, sign: SignOptions, body: object) => {
      const { casus, partner, medewerker } = akte;
      const delegatie = gemeenteDelegatie({ casus, partner, medewerker, verleningen: [], ...over });
      const text = JSON.stringify(body);
      const token = await signDelegatie(bronnen[0]!.key, delegatie, text, { typ: 'stap+jwt', ...sign });
      const response = await fetch(new URL(path, bronnen[0]!.url), {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json', [DELEGATIE_HEADER]: token },
      });
      return { status: response.status, text: await response.text() };
    };

    test('opens for a statement of that very stap only', async () => {
      const akte = at({ stap: 'WIJZIG_KADER', kader: 'DRANG' });
      const body = { akte, handtekening: 'h..s' };
      const send = (over: object = {}, sign: SignOptions = {}, other: object = body) =>
        post('stappen', akte, over, sign, other);
      const refused = await post('stappen', akte, {}, { typ: 'feiten+jwt' }, body);
      expect(refused.status).toBe(401);
      for (const answer of [
        await send({}, { typ: 'delegatie+jwt' }),
        await send({}, { aud: 'police' }),
        await send({}, { lichaam: 'x' }),
        await send({ casus: 'casus-2' }),
        await send({ partner: 'tactus' }),
        await send({ medewerker: 'm-2' }),
        await send({}, {}, { akte }),
        await send({}, {}, { ...body, extra: true }),
        await send({}, {}, { ...body, akte: { ...akte, nr: 'een' } }),
        await send({}, {}, { ...body, akte: { ...akte, rol: 'AUDITOR' } }),
        // And what is stated for a stap opens no other door.
        await post(
          'toegangsfeiten',
          akte,
          {},
          {},
          { casus: akte.casus, partner: akte.partner, medewerker: akte.medewerker },
        ),
      ])
        expect(answer).toEqual(refused);
      expect((await facts()).verloop!.nr).toBe(0);
      expect((await send()).status).toBe(200);
      expect((await facts()).verloop!.nr).toBe(1);
    });

    test('to what was signed opens for a statement of that casus only', async () => {
      const akte = at({ stap: 'AFSCHERMEN' });
      const body = { casus: akte.casus, vanaf: null };
      const send = (over: object = {}, sign: SignOptions = {}, other: object = body) =>
        post('verloop', akte, over, { typ: 'verloop+jwt', ...sign }, other);
      const refused = await send({}, { typ: 'stap+jwt' });
      expect(refused.status).toBe(401);
      for (const answer of [
        await send({}, { typ: 'feiten+jwt' }),
        await send({}, { typ: 'delegatie+jwt' }),
        await send({}, { aud: 'care' }),
        await send({}, { lichaam: 'x' }),
        await send({ casus: 'casus-2' }),
        await send({ casus: null }),
        await send({}, {}, { casus: 'casus-2', vanaf: null }),
        await send({}, {}, { ...body, extra: true }),
        await send({}, {}, { casus: akte.casus }),
        await send({}, {}, { ...body, vanaf: -1 }),
        await send({}, {}, { ...body, vanaf: '0' }),
      ])
        expect(answer).toEqual(refused);
      expect((await send()).status).toBe(200);
    });
  });

  test('tells the hub what was signed: the beginstand, and all akten in order, some at a time', async () => {
    const asked = (vanaf: number | null, casus = 'casus-1') => doors[0]!.verloop(who(regie), casus, vanaf, quietSpan(undefined)); // oxfmt-ignore
    const before = await facts();
    const { begin, akten } = await asked(null);
    expect([digestOfBegin(begin!.tekst), akten]).toEqual([before.verloop!.begin, []]);
    const { casus, bevestigd: _b, tafel, ...rest } = before.casus!;
    const told = JSON.parse(begin!.tekst) as Beginstand;
    expect(told).toMatchObject({ casus, ...rest, nr: 0, bevestigdDoor: before.verloop!.bevestigdDoor });
    for (const zetel of tafel) expect(told.zetels).toContainEqual(expect.objectContaining(zetel));
    expect(Object.keys(begin!.handtekeningen).sort()).toEqual([...new Set([rest.regie, ...told.bevestigdDoor])].sort());
    const taken: string[] = [];
    for (let nr = 1; nr <= 23; nr += 1) {
      const { verloop } = await facts();
      const akte = at(
        { stap: 'WIJZIG_KADER', kader: nr % 2 === 0 ? 'DWANG' : 'DRANG' },
        { nr, vorige: verloop!.vorige },
      );
      await take(akte, nr);
      taken.push(textOf(akte));
    }
    const texts = async (vanaf: number | null) => (await asked(vanaf)).akten.map(({ tekst }) => tekst);
    expect(await texts(0)).toEqual(taken.slice(0, 20));
    expect(await asked(null)).toEqual({ begin, akten: [] });
    expect(await texts(20)).toEqual(taken.slice(20));
    expect(await asked(22)).toEqual({ begin: null, akten: [{ tekst: taken[22], handtekening: 'h..s' }] });
    expect(await asked(23)).toEqual({ begin: null, akten: [] });
    expect((await asked(0, 'casus-2')).akten).toEqual([]);
    expect(await asked(null, 'geen')).toEqual({ begin: null, akten: [] });
  });

  test('keeps the akte as it was signed, with the signature under it', async () => {
    const akte = at({ stap: 'WIJZIG_KADER', kader: 'DRANG' });
    await take(akte);
    const { partner, medewerker, sleutel } = akte;
    const row = { casus: 'casus-1', nr: 1, partner, medewerker, sleutel };
    expect(await store.all('select * from akten')).toEqual([
      { ...row, digest: digestOf(akte), tekst: textOf(akte), handtekening: 'h..s' },
    ]);
  });

  test('ends a seat of that very holder, also one of a day to come, and lets alone what was before', async () => {
    const seats = () =>
      store.all(
        "select partner, medewerker, van, tot from zetels where casus = 'casus-1' order by partner, medewerker, van",
      );
    await store.all(
      "insert into zetels values ('casus-1', 'dimence', 'm-1', 'DEELNEMER', '2025-01-01', '2025-02-01', null)",
    );
    for (const held of ["'tactus', 'm-1', 'DEELNEMER', '2026-01-01'", "'tactus', 'm-1', 'DEELNEMER', '2099-01-01'", "'dimence', 'm-1', 'MELDER', '2099-01-01'", "'dimence', 'm-7', 'DEELNEMER', '2099-01-01'"]) await store.all(`insert into zetels values ('casus-1', ${held}, null, null)`); // oxfmt-ignore
    const before = (await seats()) as { partner: string; medewerker: string; van: string; tot: string | null }[];
    const akte = at({ stap: 'VERLATEN', ...ZETEL_GGZ });
    expect(await take(akte)).toMatchObject({ uitkomst: 'GEZET' });
    const ended = (one: (typeof before)[number]) => one.partner === 'dimence' && one.medewerker === 'm-1' && (one.tot === null || one.tot > akte.dag); // oxfmt-ignore
    const later = ({ van }: (typeof before)[number]) => van > akte.dag;
    expect(await seats()).toEqual(
      before.map((one) => (ended(one) ? { ...one, tot: later(one) ? one.van : akte.dag } : one)),
    );
    expect(before.filter(ended).map(later).sort()).toEqual([false, true]);
  });

  test('is taken whole or not at all: what fails on the way leaves nothing, and can be sent again', async () => {
    const before = await facts();
    const akte = at({ stap: 'VERVANGEN', ...ZETEL_GGZ, door: 'm-7' });
    await store.failOnNewZetels();
    await expect(take(akte)).rejects.toMatchObject({ code: 'HUB_CASUSFEITEN_ONBEREIKBAAR' });
    expect(await facts()).toEqual(before);
    expect(await store.all('select nr from akten')).toEqual([]);
    await store.mend();
    expect(await take(akte)).toMatchObject({ uitkomst: 'GEZET', nr: 1 });
  });
});

/** The store itself, behind the back of its subgraph. */
interface Achterdeur {
  all(sql: string): Promise<unknown[]>;
  failOnNewZetels(): Promise<void>;
  mend(): Promise<void>;
}

function sqliteDoor(dir: string): Achterdeur {
  const run = <Result>(work: (database: InstanceType<typeof Database>) => Result): Promise<Result> => {
    const database = new Database(join(dir, 'municipality.sqlite'));
    try {
      return Promise.resolve(work(database));
    } finally {
      database.close();
    }
  };
  const fail = "create trigger stuk before insert on zetels begin select raise(abort, 'stuk'); end";
  return {
    all: (sql) =>
      run((database) => (sql.startsWith('select') ? database.prepare(sql).all() : (database.exec(sql), []))),
    failOnNewZetels: () => run((database) => void database.exec(fail)),
    mend: () => run((database) => void database.exec('drop trigger stuk')),
  };
}

function postgresDoor(url: string): Achterdeur {
  const run = async (sql: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: url, options: '-c search_path=municipality' });
    await client.connect();
    try {
      return (await client.query<object>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    all: run,
    failOnNewZetels: async () => {
      await run("alter table zetels add constraint stuk check (van < '2026-06-01') not valid");
    },
    mend: async () => {
      await run('alter table zetels drop constraint stuk');
    },
  };
}
