import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import { type Brondoor, openBrondoor } from '../../../gateway/context/brondoor';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { vandaag } from '../../../schema/domain/vandaag';
import { readKetenpartners } from '../../../schema/partners';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import type { Bron, Bronbesluit } from '../../../schema/verloop/bronbesluit';
import { police } from '../../../subgraphs/police/police';
import { delegatieVan, verleend } from '../../harness/delegatieVan';
import { makeDatabase, onEveryStore } from '../../harness/postgres';
import { type SignOptions, signDelegatie } from '../../harness/signDelegatie';
import { type PartnerUnderTest, startPartner } from '../../harness/startPartner';
import { POLITIE, smallWorld } from '../police/smallWorld';

const politie = readKetenpartners().get('politie-oost-nederland')!;
const NIETS = { nr: 0, vrijgegevenAan: [], bezwaarTegen: [] };
const RECORD = 'in-persoon-002-1';
const over = (record: string): Bron => ({ bron: 'police', record, persoon: null });
const overAlles = (persoon: string): Bron => ({ bron: 'police', record: null, persoon });

onEveryStore('what a bronhouder decides in a casus', (kind) => {
  let database: { readonly url: string; drop(): Promise<void> } | null;
  /** On PostgreSQL two of them, over one database. */
  let bronnen: PartnerUnderTest[];
  let doors: Brondoor[];
  beforeEach(async () => {
    database = kind === 'SQLite' ? null : await makeDatabase(`ketenhub_bron_${randomBytes(6).toString('hex')}`);
    const env = database === null ? {} : { POLICE_DATABASE_URL: database.url };
    const options = { createWorld: () => smallWorld(4), env };
    bronnen = [await startPartner(police, options)];
    if (database !== null) bronnen.push(await startPartner(police, options));
    doors = bronnen.map(({ url, key }) =>
      openBrondoor({ police: url, care: url, municipality: url }, {}, (delegatie, body, typ) =>
        signDelegatie(key, delegatie, body, { typ }),
      ),
    );
  });
  afterEach(async () => {
    await Promise.all(doors.map((door) => door.close()));
    await Promise.all(bronnen.map((bron) => bron.close()));
    await database?.drop();
  });

  /** As the partner's own system writes into its store. */
  const write = async (sql: string): Promise<void> => {
    if (database === null) {
      const store = new Database(join(bronnen[0]!.dir, 'police.sqlite'), { timeout: 5_000 });
      store.exec(sql);
      store.close();
      return;
    }
    await ask(database.url, sql);
  };
  const count = async (sql: string): Promise<number> => {
    if (database !== null) return Number((await ask(database.url, sql))[0]?.n);
    const store = new Database(join(bronnen[0]!.dir, 'police.sqlite'), { readonly: true });
    const { n } = store.prepare(sql).get() as { n: number };
    store.close();
    return n;
  };
  const ask = async (connectionString: string, sql: string): Promise<{ n: string }[]> => {
    const client = new Client({ connectionString, options: '-c search_path=police' });
    await client.connect();
    const { rows } = await client.query<{ n: string }>(sql);
    await client.end();
    return rows;
  };
  let made = 0;
  const besluit = (bron: Bron, nr: number, lists: Partial<Bronbesluit>): Bronbesluit => ({
    ...{ partner: politie.id, medewerker: 'm-1', casus: 'casus-1', nr, ...bron },
    ...{ sleutel: `sleutel-${String((made += 1)).padStart(12, '0')}`, vrijgegevenAan: [], bezwaarTegen: [], ...lists },
  });
  const wie = (partner: Ketenpartner) => ({ medewerker: 'm-1', partner, jti: '1', exp: 0 });
  const take = (one: Bronbesluit, { at = 0, handtekening = 'h..s', door = politie } = {}) =>
    doors[at % doors.length]!.take(
      wie(door),
      one.casus,
      one.bron,
      { tekst: textOfBesluit(one), handtekening },
      quietSpan(undefined),
    );
  const stand = (bron: Bron, { door = politie, casus = 'casus-1' } = {}) =>
    doors[0]!.read(wie(door), casus, bron, quietSpan(undefined));

  const CATEGORIEEN = ['politie.bekend', 'politie.incidenten', 'politie.risico', 'politie.kringbekend'];
  /** What somebody is given of the persons of the small world, as a hub asks it. */
  const seen = async (changes: Partial<Parameters<typeof delegatieVan>[0]> = {}) => {
    const inhoud = verleend(POLITIE, 'politie.incidentinhoud').map((one) => ({ ...one, beperkingen: ['VRIJGEGEVEN' as const] })); // oxfmt-ignore
    const verleningen = [...verleend(POLITIE, ...CATEGORIEEN), ...inhoud];
    const r = ['000', '002', '003'].map((n) => ({ __typename: 'Hoofdbetrokkene', id: `persoon-${n}` }));
    const kring = { __typename: 'Kringlid', id: 'persoon-002' };
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) {
      ... on Hoofdbetrokkene { bekendBijPolitie incidenten { record omschrijving } veiligheidsrisico }
      ... on Kringlid { bekendBijPolitie } } }`;
    const { body } = await bronnen[0]!.ask(delegatieVan({ verleningen, ...changes }), query, { r: [...r, kring] });
    expect(body.errors).toBeUndefined();
    return body.data?._entities as {
      bekendBijPolitie: boolean;
      incidenten?: { record: string; omschrijving: string | null }[];
      veiligheidsrisico?: string | null;
    }[];
  };
  const records = async (changes = {}, person = 1) => (await seen(changes))[person]?.incidenten;

  test('is released to whom it names, in that casus alone, until it is taken back', async () => {
    const inhoud = async (changes = {}) => (await records(changes))?.find(({ record }) => record === RECORD)?.omschrijving; // oxfmt-ignore
    expect([await inhoud(), await stand(over(RECORD))]).toEqual([null, NIETS]);
    expect(await take(besluit(over(RECORD), 1, { vrijgegevenAan: ['dimence', 'PROCESREGISSEUR'] }))).toEqual({
      uitkomst: 'GEZET',
      handtekening: 'h..s',
    });
    expect(await inhoud()).toBe('Een ruit.');
    expect(await inhoud({ partner: 'tactus' })).toBeNull();
    expect(await inhoud({ partner: 'tactus', rol: 'PROCESREGISSEUR' })).toBe('Een ruit.');
    expect(await inhoud({ casus: 'casus-2' })).toBeNull();
    expect(await stand(over(RECORD))).toEqual({ nr: 1, vrijgegevenAan: ['PROCESREGISSEUR', 'dimence'], bezwaarTegen: [] }); // oxfmt-ignore
    expect(await stand(over(RECORD), { casus: 'casus-2' })).toEqual(NIETS);
    expect(await take(besluit(over(RECORD), 2, {}))).toMatchObject({ uitkomst: 'GEZET' });
    expect(await inhoud()).toBeNull();
    expect(await stand(over(RECORD))).toEqual({ ...NIETS, nr: 2 });
  });

  test('what its own system wrote and nobody can read is told as it is applied, and a besluit takes its place', async () => {
    await write(`insert into bezwaren values ('casus-1', '${POLITIE}', '${politie.id}', '${RECORD}', null, 'kapot')`);
    await write(`insert into vrijgaven values ('${RECORD}', 'casus-1', 'kapot', null)`);
    expect((await records())?.some((one) => one.record === RECORD)).toBe(false);
    expect(await stand(over(RECORD))).toEqual({ nr: 0, vrijgegevenAan: [], bezwaarTegen: ['IEDEREEN'] });
    await take(besluit(over(RECORD), 1, {}));
    expect((await records())?.some((one) => one.record === RECORD)).toBe(true);
  });

  test('of an id that a record of somebody else has as well nobody decides', async () => {
    await write(`update risicos set id = '${RECORD}', bronhouder = '00000099000000000404' where id = (select min(id) from risicos)`); // oxfmt-ignore
    expect(await stand(over(RECORD))).toEqual(NIETS);
    expect(await take(besluit(over(RECORD), 1, { vrijgegevenAan: ['dimence'] }))).toEqual({ uitkomst: 'GEEN_RECORD' });
  });

  test('what was released and taken back stays known as such, and releases nothing', async () => {
    await take(besluit(over(RECORD), 1, { vrijgegevenAan: ['dimence'] }));
    await take(besluit(over(RECORD), 2, { vrijgegevenAan: ['tactus'] }));
    await take(besluit(over(RECORD), 3, {}));
    const known = await count(`select count(*) as n from vrijgaven where record = '${RECORD}' and ingetrokken_op = '${vandaag()}'`); // oxfmt-ignore
    const inForce = await count(`select count(*) as n from vrijgaven where record = '${RECORD}' and ingetrokken_op is null`); // oxfmt-ignore
    expect([known, inForce]).toEqual([2, 0]);
    expect(await stand(over(RECORD))).toEqual({ ...NIETS, nr: 3 });
  });

  test('takes the place of what its own system released', async () => {
    expect(await stand(over('in-persoon-000-1'))).toEqual({ ...NIETS, vrijgegevenAan: ['dimence'] });
    expect(await stand(over('in-persoon-000-2'))).toEqual(NIETS);
    await take(besluit(over('in-persoon-000-1'), 1, { vrijgegevenAan: ['tactus'] }));
    expect(await stand(over('in-persoon-000-1'))).toEqual({ nr: 1, vrijgegevenAan: ['tactus'], bezwaarTegen: [] });
  });

  test('a record that he will not have given is as if it were not there, to whom it names and to nobody else', async () => {
    const all = await records();
    const without = all?.filter(({ record }) => record !== RECORD);
    await take(besluit(over(RECORD), 1, { bezwaarTegen: ['dimence'] }));
    expect(await records()).toEqual(without);
    expect(await records({ partner: 'tactus' })).toEqual(all);
    expect(await records({ casus: 'casus-2' })).toEqual(all);
    expect(await records({ rol: 'PROCESREGISSEUR' })).toEqual(all);
    // To be sent on to him takes nothing from who asks.
    expect(await records({ partner: 'tactus', doorgegevenAan: ['dimence'] })).toEqual(all);
    await take(besluit(over(RECORD), 2, { bezwaarTegen: ['IEDEREEN'] }));
    for (const partner of ['dimence', 'tactus', 'gemeente-zwolle']) expect(await records({ partner })).toEqual(without);
    expect(await records({ partner: politie.id })).toEqual(all);
    expect(await records({ partner: politie.id, rol: 'INFORMATIEMAKELAAR' })).toEqual(without);
    await take(besluit(over(RECORD), 3, {}));
    expect(await records()).toEqual(all);
  });

  test('a value is given to who may have it, and it is told that it may not be sent on', async () => {
    const told = async (changes: Partial<Parameters<typeof delegatieVan>[0]>) => {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { veiligheidsrisico bekendBijPolitie } } }`;
      const r = ['000', '002', '003'].map((n) => ({ __typename: 'Hoofdbetrokkene', id: `persoon-${n}` }));
      const delegatie = delegatieVan({ verleningen: verleend(POLITIE, ...CATEGORIEEN), ...changes });
      const { body, nietDoorgeven } = await bronnen[0]!.ask(delegatie, query, { r });
      const given = body.data?._entities as { veiligheidsrisico: string | null }[];
      return { given: given.map(({ veiligheidsrisico }) => veiligheidsrisico), niet: nietDoorgeven };
    };
    const door = { partner: 'tactus', doorgegevenAan: ['dimence', 'gemeente-zwolle'] };
    const { given } = await told(door);
    expect(await told(door)).toEqual({ given, niet: [] });
    await take(besluit(overAlles('persoon-002'), 1, { bezwaarTegen: ['dimence'] }));
    const stays = { id: 'persoon-002', aan: ['dimence'] };
    expect(given[1]).toEqual(expect.any(String));
    expect(await told(door)).toEqual({
      given,
      niet: [
        { coordinaat: 'Hoofdbetrokkene.bekendBijPolitie', ...stays },
        { coordinaat: 'Hoofdbetrokkene.veiligheidsrisico', ...stays },
      ],
    });
    for (const other of [
      { ...door, casus: 'casus-2' },
      { ...door, doorgegevenAan: ['gemeente-zwolle'] },
    ])
      expect(await told(other)).toEqual({ given, niet: [] });
    // To who is not given it himself nothing is told of it.
    const nothing = await told({ ...door, partner: 'dimence' });
    expect(nothing).toEqual({ given: [given[0], null, given[2]], niet: [] });
  });

  test('of whom he will have nothing given, it is as of somebody whom he does not know', async () => {
    const [zero, , nobody] = await seen();
    const changes = { bezwaarTegen: ['IEDEREEN'] };
    await take(besluit(overAlles('persoon-002'), 1, changes));
    const withheld = await seen();
    expect(withheld).toEqual([zero, nobody, nobody, { bekendBijPolitie: false }]);
    expect((await seen({ partner: politie.id }))[1]?.bekendBijPolitie).toBe(true);
    expect((await seen({ casus: 'casus-2' }))[1]?.bekendBijPolitie).toBe(true);
    expect(await stand(overAlles('persoon-002'))).toEqual({ ...NIETS, nr: 1, ...changes });
    await take(besluit(overAlles('persoon-002'), 2, {}));
    expect((await seen())[1]?.incidenten).toHaveLength(2);
  });

  test('the same once more counts once; no number is skipped, and of many at once one counts, and is whole', async () => {
    expect(await take(besluit(over(RECORD), 2, {}))).toEqual({ uitkomst: 'ACHTERHAALD' });
    const one = besluit(over(RECORD), 1, { bezwaarTegen: ['dimence'] });
    expect(await take(one)).toMatchObject({ uitkomst: 'GEZET' });
    expect(await take(one, { at: 1, handtekening: 'h..t' })).toEqual({ uitkomst: 'GEZET', handtekening: 'h..s' });
    for (const nr of [1, 3]) expect(await take(besluit(over(RECORD), nr, {}))).toEqual({ uitkomst: 'ACHTERHAALD' });
    // About one thing in one casus it is one chain; about anything else another.
    for (const other of [over('in-persoon-002-2'), overAlles('persoon-002')])
      expect(await take(besluit(other, 1, {}))).toMatchObject({ uitkomst: 'GEZET' });
    expect(await take({ ...besluit(over(RECORD), 1, {}), casus: 'casus-2' })).toMatchObject({ uitkomst: 'GEZET' });
    for (let nr = 2; nr <= 4; nr += 1) {
      const all = Array.from({ length: 10 }, (_, i) => besluit(over(RECORD), nr, i % 2 === 0 ? { bezwaarTegen: [`p${String(i)}`] } : { vrijgegevenAan: [`p${String(i)}`] })); // oxfmt-ignore
      const taken = await Promise.all(all.map((each, i) => take(each, { at: i })));
      const won = all.filter((_, i) => taken[i]?.uitkomst === 'GEZET');
      expect(won).toHaveLength(1);
      const { vrijgegevenAan, bezwaarTegen } = won[0]!;
      expect(await stand(over(RECORD))).toEqual({ nr, vrijgegevenAan, bezwaarTegen });
    }
  });

  test('the same, sent many times at once, counts once and is answered alike each time', async () => {
    for (let nr = 1; nr <= 12; nr += 1) {
      const one = besluit(over(RECORD), nr, { bezwaarTegen: [`p${String(nr)}`] });
      const taken = await Promise.all(Array.from({ length: 6 }, (_, i) => take(one, { at: i })));
      expect(taken.map(({ uitkomst }) => uitkomst)).toEqual(Array<string>(6).fill('GEZET'));
      expect(await stand(over(RECORD))).toEqual({ nr, vrijgegevenAan: [], bezwaarTegen: [`p${String(nr)}`] });
    }
  });

  test('about more persons than any casus has he decides nothing, and about those of before still', async () => {
    const about = (n: number, nr = 1) =>
      take(besluit(overAlles(`iemand-${String(n)}`), nr, { bezwaarTegen: ['tactus'] }));
    for (let n = 0; n < 200; n += 1) expect(await about(n)).toMatchObject({ uitkomst: 'GEZET' });
    expect(await about(200)).toEqual({ uitkomst: 'TE_VEEL' });
    expect(await stand(overAlles('iemand-200'))).toEqual(NIETS);
    expect(await about(0, 2)).toMatchObject({ uitkomst: 'GEZET' });
    // What he took back, or never objected to, keeps nobody out.
    for (let n = 201; n < 210; n += 1)
      expect(await take(besluit(overAlles(`iemand-${String(n)}`), 1, {}))).toMatchObject({ uitkomst: 'GEZET' });
    expect(await about(201, 2)).toEqual({ uitkomst: 'TE_VEEL' });
    expect(await take(besluit(overAlles('iemand-0'), 3, {}))).toMatchObject({ uitkomst: 'GEZET' });
    expect(await about(201, 2)).toMatchObject({ uitkomst: 'GEZET' });
    expect(await about(0, 4)).toEqual({ uitkomst: 'TE_VEEL' });
    expect(await take(besluit(over(RECORD), 1, {}))).toMatchObject({ uitkomst: 'GEZET' });
    expect(await take({ ...besluit(overAlles('iemand-200'), 1, {}), casus: 'casus-2' })).toMatchObject({
      uitkomst: 'GEZET',
    });
  });

  test('about what is not his, or not there, he decides nothing and is told one and the same', async () => {
    const om = readKetenpartners().get('om-oost-nederland')!;
    const ofOm = { ...besluit(over(RECORD), 1, { bezwaarTegen: ['IEDEREEN'] }), partner: om.id };
    expect(await take(ofOm, { door: om })).toEqual({ uitkomst: 'GEEN_RECORD' });
    expect(await take({ ...ofOm, record: 'in-niemand-1' }, { door: om })).toEqual({ uitkomst: 'GEEN_RECORD' });
    expect(await take(besluit(over('in-niemand-1'), 1, {}))).toEqual({ uitkomst: 'GEEN_RECORD' });
    await take(besluit(over(RECORD), 1, { vrijgegevenAan: ['dimence'] }));
    expect(await stand(over(RECORD), { door: om })).toEqual(NIETS);
    // Of a person everybody says it for himself, whether he knows him or not.
    expect(await take({ ...ofOm, ...overAlles('persoon-002') }, { door: om })).toMatchObject({ uitkomst: 'GEZET' });
    expect((await seen())[1]?.bekendBijPolitie).toBe(true);
    for (const record of ['av-persoon-000-1', 'me-persoon-000-1', 've-persoon-000-1', 'ri-persoon-000-1', 'ad-1'])
      expect(await take(besluit(over(record), 1, {}))).toMatchObject({ uitkomst: 'GEZET' });
  });

  test('its door opens for a statement about that casus, partner, medewerker and source only', async () => {
    const one = besluit(over(RECORD), 1, { bezwaarTegen: ['IEDEREEN'] });
    const body = { tekst: textOfBesluit(one), handtekening: 'h..s' };
    const send = async (changes: object = {}, sign: SignOptions = {}, other: object = body) => {
      const text = JSON.stringify(other);
      const delegatie = delegatieVan({ partner: politie.id, oin: politie.oin, ...changes });
      const token = await signDelegatie(bronnen[0]!.key, delegatie, text, { typ: 'bronbesluit+jwt', ...sign });
      const headers = { 'content-type': 'application/json', [DELEGATIE_HEADER]: token };
      const answer = await fetch(new URL('bronbesluiten', bronnen[0]!.url), { method: 'POST', body: text, headers });
      return { status: answer.status, text: await answer.text(), cache: answer.headers.get('cache-control') };
    };
    const written = (changes: object) => ({ ...body, tekst: textOfBesluit({ ...one, ...changes }) });
    const refused = await send({}, { typ: 'stap+jwt' });
    expect(refused.status).toBe(401);
    for (const answer of [
      await send({}, { typ: 'delegatie+jwt' }),
      await send({}, { aud: 'care' }),
      await send({}, { lichaam: 'x' }),
      await send({ partner: 'tactus' }),
      await send({ medewerker: 'm-2' }),
      await send({ casus: 'casus-2' }),
      await send({ casus: null }),
      await send({ casus: null }, {}, over(RECORD)),
      await send({}, {}, { ...over(RECORD), bron: 'care' }),
      await send({}, {}, { ...over(RECORD), persoon: 'persoon-002' }),
      await send({}, {}, { ...over(RECORD), record: null }),
      await send({}, {}, { tekst: body.tekst }),
      await send({}, {}, { ...body, extra: true }),
      await send({}, {}, { ...body, tekst: ` ${body.tekst}` }),
      await send({}, {}, written({ bron: 'care' })),
      await send({}, {}, written({ extra: 1 })),
      await send({}, {}, written({ persoon: 'persoon-002' })),
      await send({}, {}, written({ record: null })),
      await send({}, {}, written({ record: null, persoon: 'persoon-002', vrijgegevenAan: ['dimence'] })),
      await send({}, {}, written({ vrijgegevenAan: ['dimence'], bezwaarTegen: ['dimence'] })),
      await send({}, {}, written({ bezwaarTegen: ['dimence', 'dimence'] })),
      await send({}, {}, written({ bezwaarTegen: ['met spatie'] })),
      await send({}, {}, written({ nr: 0 })),
    ])
      expect({ ...answer, cache: null }).toEqual({ ...refused, cache: null });
    expect(await stand(over(RECORD))).toEqual(NIETS);
    expect(await send()).toMatchObject({ status: 200, cache: 'no-store' });
    expect(await stand(over(RECORD))).toMatchObject({ nr: 1 });
  });
});
