import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { fullQuery } from '../oracle/asks';
import { representationsIn, unannounced } from '../harness/intents';
import { readRegister, seeRegister } from '../harness/readRegister';
import type { Recorded } from '../harness/recordingProxy';
import { type House, type Question, startHouse } from '../harness/startHouse';

const EXAMPLE = join(__dirname, '../../schema/convenanten/veiligheidshuis-ijsselland.yaml');

/** What stands in the register of what was asked, and when. */
describe('in the register', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-rules-'));
  let house: House;
  let good: Question & { casus: string; doel: string };
  beforeAll(async () => {
    copyFileSync(EXAMPLE, join(dir, 'huis.yaml'));
    house = await startHouse({ env: { CONVENANTEN_DIR: dir } });
    const casus = house.world.municipality.casussen[0]!.id;
    const who = { partner: 'dimence', medewerker: 'm-dimence-1' };
    good = { ...who, casus, doel: 'ZORG_EN_HULPVERLENING', query: fullQuery(), variables: { casus } };
  });
  afterEach(() => {
    for (const proxy of Object.values(house.proxies)) proxy.behave('normal');
    house.traffic();
  });
  afterAll(async () => {
    await house.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  const since = async (question: Question) => {
    const before = readRegister(house).length;
    const answer = await house.ask(question);
    return { answer, lines: readRegister(house, before) };
  };
  const inRegister = (statement: string): void => {
    const database = new Database(join(house.dir, 'register.sqlite'), { timeout: 5_000 });
    database.exec(statement);
    database.close();
  };
  const eventually = async <T>(look: () => T | undefined): Promise<T> => {
    for (const until = Date.now() + 20_000; Date.now() < until;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('it never came');
  };

  describe('before an entity is sent to a source', () => {
    /** What each source was sent that did not stand in the register at the moment at which it came in. */
    const watch = (): { missing: string[]; sent: Recorded[] } => {
      const seen: { missing: string[]; sent: Recorded[] } = { missing: [], sent: [] };
      for (const proxy of Object.values(house.proxies)) {
        proxy.behave({
          before: async (arrived) => {
            if (arrived.path !== '/graphql' || representationsIn(arrived).length === 0) return;
            seen.sent.push(arrived);
            seen.missing.push(...unannounced(arrived, seeRegister(house), house.keys.register));
          },
        });
      }
      return seen;
    };

    test('stands, durably, to whom, of whom, and what goes along', async () => {
      const seen = watch();
      const { answer, lines } = await since(good);
      expect(answer.status).toBe(200);
      expect(new Set(seen.sent.map(({ subgraaf }) => subgraaf))).toEqual(new Set(['police', 'care']));
      expect(seen.missing).toEqual([]);
      // @requires among it: a datum of one source that goes to another.
      const moved = seen.sent.flatMap(representationsIn).flatMap((one) => Object.keys(one));
      expect(moved).toEqual(expect.arrayContaining(['veiligheidsrisico']));
      const empty = seen.sent.flatMap(representationsIn).filter((one) => one['veiligheidsrisico'] === null);
      expect(empty).not.toEqual([]);
      expect(new Set(lines.map(({ verzoek }) => verzoek)).size).toBe(1);
      expect(lines.at(-1)).toMatchObject({ soort: 'ANTWOORD', id: answer.body.extensions?.verstrekking?.id });
      const intents = lines.filter(({ soort }) => soort === 'VOORNEMEN');
      expect(intents.every((one) => one.casus === good.casus && one.partner === good.partner)).toBe(true);
      const counted = intents.flatMap(({ gegevens }) =>
        gegevens.flatMap(({ velden }) => velden['Hoofdbetrokkene.veiligheidsrisico'] ?? []),
      );
      expect(counted.filter((aantal) => aantal === 0)).toHaveLength(empty.length);
    });

    test('and when that can not be written, it is not sent, and the whole request is 503', async () => {
      inRegister(`create trigger voornemen before insert on inhoud when json_extract(new.tekst, '$.soort') = 'VOORNEMEN'
        begin select raise(abort, 'vol'); end`);
      const seen = watch();
      try {
        const { answer, lines } = await since(good);
        expect({ status: answer.status, codes: answer.body.errors?.map(({ extensions }) => extensions.code) }).toEqual({
          status: 503,
          codes: ['HUB_REGISTER_ONBESCHIKBAAR'],
        });
        expect(answer.body.data ?? null).toBeNull();
        expect(seen.sent.filter(({ subgraaf }) => subgraaf !== 'municipality')).toEqual([]);
        expect(lines.map(({ soort }) => soort)).not.toContain('ANTWOORD');
      } finally {
        inRegister('drop trigger voornemen');
      }
      expect((await house.ask(good)).status).toBe(200);
    });
  });

  describe('a refusal says', () => {
    test('who, in which seat, for what, by which facts and what he asked, once that is known', async () => {
      const facts = {
        partner: good.partner,
        casus: good.casus,
        doel: good.doel,
        rol: 'DEELNEMER',
        fase: 'CASUSOVERLEG',
      };
      // The door of the facts goes between the decision and the last look: the answer is withdrawn, and refused.
      let asked = 0;
      house.proxies.municipality.behave({
        before: async ({ path }) => {
          if (path === '/graphql') return;
          asked += 1;
          if (asked === 2) throw new Error('gone');
        },
      });
      const query = 'query ($casus: ID!) { casus(id: $casus) { kenmerk } }';
      const { answer, lines } = await since({ ...good, query });
      expect(answer.status).toBe(503);
      expect(lines.map(({ soort }) => soort)).toEqual(['ANTWOORD', 'NIET_VRIJGEGEVEN', 'GEWEIGERD']);
      for (const line of lines) expect(line).toMatchObject({ ...facts, gevraagd: ['Casus.kenmerk', 'Query.casus'] });
      const [answered, withdrawn, refused] = lines;
      expect(withdrawn!.betreft).toBe(answered!.id);
      expect(refused).toMatchObject({ code: 'HUB_CASUSFEITEN_ONBEREIKBAAR', feiten: answered!.feiten });
      expect(refused!.beslisfeiten).toMatchObject({ fase: 'CASUSOVERLEG', bevestigd: true });
      expect(refused!.beslisfeiten!.tafel).toContainEqual(['dimence', 'DEELNEMER']);
      expect(JSON.stringify(refused)).not.toContain('m-dimence-1');
    });

    test.each<[string, Partial<Question>, object]>([
      [
        'a doel that is not covered',
        { doel: 'NIEUWSGIERIGHEID' },
        { code: 'HUB_DOEL_NIET_GEDEKT', gevraagd: ['Query.casus'] },
      ],
      [
        'a casus that is not his',
        { casus: 'f'.repeat(32) },
        { code: 'HUB_CASUS_ONTOEGANKELIJK', geprobeerd: expect.stringMatching(/^[\w-]{43}$/) as string },
      ],
      ['no casus', { casus: undefined }, { code: 'HUB_VERZOEK_ONVOLLEDIG', gevraagd: ['Query.casus'] }],
      ['what can not be parsed', { query: '{ casus(' }, { code: 'GRAPHQL_PARSE_FAILED' }],
      ['no question at all', { query: '' }, { code: 'BAD_REQUEST' }],
      ['what the graph does not know', { query: '{ verzonnen }' }, { code: 'GRAPHQL_VALIDATION_FAILED' }],
      ['a variable of another type', { variables: { casus: ['x', { y: 1 }] } }, { code: 'BAD_USER_INPUT' }],
      [
        'several questions and no name',
        { query: 'query A { __typename } query B { __typename }' },
        { code: 'OPERATION_RESOLUTION_FAILURE' },
      ],
      ['a change, where there is none', { query: 'mutation { x }' }, { code: 'GRAPHQL_VALIDATION_FAILED' }],
      [
        'more than may be asked',
        {
          query: `{ ${'a: __typename '.repeat(3)} ${Array.from({ length: 300 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
        },
        { code: 'HUB_LIMIET' },
      ],
    ])('who asked, for %s', async (_name, over, expected) => {
      const { answer, lines } = await since({ ...good, ...over });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(lines).toHaveLength(1);
      const medewerker = expect.stringMatching(/^[\w-]{43}$/) as unknown;
      expect(lines[0]).toMatchObject({ soort: 'GEWEIGERD', partner: 'dimence', medewerker, ...expected });
    });

    test('and what can not be read, when that can not be written down, is refused as anything else, and the hub goes on', async () => {
      inRegister("create trigger vol before insert on regel begin select raise(abort, 'vol'); end");
      try {
        for (const query of ['{ casus(', '{ verzonnen }', '']) {
          const { status, body } = await house.ask({ ...good, query });
          expect({ status, body }).toEqual({
            status: 503,
            body: { errors: [expect.objectContaining({ extensions: { code: 'HUB_REGISTER_ONBESCHIKBAAR' } })] },
          });
        }
      } finally {
        inRegister('drop trigger vol');
      }
      expect((await house.ask(good)).status).toBe(200);
    });

    describe('a body that was not even read', () => {
      const SENT: readonly (readonly [name: string, status: number, code: string, type: string, body: string])[] = [
        ['is no JSON', 400, 'BAD_REQUEST', 'application/json', '{"query": '],
        ['is of another kind', 415, 'BAD_REQUEST', 'text/plain', 'query'],
        ['is too large', 413, 'HUB_LIMIET', 'application/json', JSON.stringify({ query: `# ${'x'.repeat(300_000)}` })],
      ];
      const send = async (type: string, body: string, authorization?: string) => {
        const before = readRegister(house).length;
        const { partner, medewerker, casus } = good;
        const token = authorization ?? `Bearer ${await house.token(partner, medewerker)}`;
        const headers = { 'content-type': type, authorization: token, 'keten-casus': casus };
        const answer = await fetch(`${house.address}/graphql`, { method: 'POST', headers, body });
        const told = (await answer.json()) as { errors: { extensions: { code: string } }[] };
        return { status: answer.status, code: told.errors[0]?.extensions.code, lines: readRegister(house, before) };
      };

      test.each(SENT)('because it %s, of who sent it', async (_name, status, code, type, body) => {
        const { lines, ...answer } = await send(type, body);
        expect(answer).toEqual({ status, code });
        const medewerker = expect.stringMatching(/^[\w-]{43}$/) as unknown;
        const geprobeerd = expect.stringMatching(/^[\w-]{43}$/) as unknown;
        expect(lines).toMatchObject([{ soort: 'GEWEIGERD', code, partner: 'dimence', medewerker, geprobeerd }]);
      });

      test.each(SENT)('because it %s, is nothing of a stranger', async (_name, status, code, type, body) => {
        expect(await send(type, body, 'Bearer abc')).toEqual({ status, code, lines: [] });
      });

      test('and that can not be written down is refused as anything else', async () => {
        inRegister("create trigger vol before insert on regel begin select raise(abort, 'vol'); end");
        try {
          for (const [, , , type, body] of SENT)
            expect(await send(type, body)).toMatchObject({ status: 503, code: 'HUB_REGISTER_ONBESCHIKBAAR' });
        } finally {
          inRegister('drop trigger vol');
        }
      });
    });

    test('nothing of a stranger: who he is nobody knows', async () => {
      const { answer, lines } = await since({ ...good, token: 'abc' });
      expect(answer.status).toBe(401);
      expect(lines).toEqual([]);
    });
  });

  test('an answer whose client went away stands as one that did not arrive', async () => {
    const before = readRegister(house).length;
    const authorization = `Bearer ${await house.token(good.partner, good.medewerker)}`;
    const headers = {
      'content-type': 'application/json',
      authorization,
      'keten-casus': good.casus,
      'keten-doel': good.doel,
    };
    const leave = new AbortController();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    house.proxies.municipality.behave({
      before: async ({ path }) => {
        if (path !== '/graphql') return;
        leave.abort();
        await held;
      },
    });
    const gone = new Promise((resolve) => {
      const body = JSON.stringify({ query: good.query, variables: good.variables });
      request(`${house.address}/graphql`, { method: 'POST', headers, signal: leave.signal })
        .on('error', resolve)
        .end(body);
    });
    await gone;
    await eventually(() => readRegister(house, before).find(({ soort }) => soort === 'NIET_AFGELEVERD'));
    release();
    const answered = await eventually(() => readRegister(house, before).find(({ soort }) => soort === 'ANTWOORD'));
    const lost = readRegister(house, before).filter(({ soort }) => soort === 'NIET_AFGELEVERD');
    expect(lost).toMatchObject([{ verzoek: answered.verzoek, partner: good.partner }]);
  });

  test('every answer stands under its receipt, and no two under one', async () => {
    const small = 'query ($casus: ID!) { casus(id: $casus) { kenmerk } }';
    const questions: Question[] = [
      good,
      { ...good, query: small },
      { ...good, query: '{ __typename }' },
      { ...good, query: '{ __schema { queryType { name } } }' },
      { ...good, query: 'query ($v: String!) { uitleg(vraag: $v) { digest } }', variables: { v: '{ __typename }' } },
      { ...good, query: 'query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { incidenten { soort } } } }' },
    ];
    const answers = await Promise.all([...questions, ...questions].map((one) => house.ask(one)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const receipts = answers.map(({ body }) => body.extensions?.verstrekking?.id);
    expect(new Set(receipts).size).toBe(answers.length);
    const held = readRegister(house).filter(({ soort }) => soort === 'ANTWOORD' || soort === 'INZAGE');
    for (const { body } of answers) {
      const { id, tijdstip } = body.extensions!.verstrekking!;
      expect(held.filter((one) => one.id === id)).toMatchObject([{ tijdstip, partner: good.partner }]);
    }
  });

  test('outside a casus an answer stands as well, though it carries no receipt', async () => {
    const { answer, lines } = await since({
      ...good,
      casus: undefined,
      doel: undefined,
      query: '{ mijnCasussen { rol } }',
      variables: {},
    });
    expect(answer.status).toBe(200);
    expect(lines).toMatchObject([{ soort: 'ANTWOORD', partner: good.partner }]);
  });

  test('of itself the hub says that it starts, by which rules, code and keys, and when other rules come or are refused', async () => {
    const bestand = join(dir, 'huis.yaml');
    const all = () => seeRegister(house).entries;
    const [start] = all();
    expect(start).toMatchObject({ nr: 0, soort: 'START', stand: { tabel: start!.tabel } });
    expect(start!.stand!.checkpointsleutel).toMatch(/^ketenhub\/register\+[0-9a-f]{8}\+/);
    expect(Object.keys(start!.stand!.convenanten)).toHaveLength(1);
    expect(start!.stand!.sleutels).toContain(house.keys.hub.kid);
    expect(
      all()
        .filter(({ soort }) => soort !== 'START' && soort !== 'ANTWOORD')
        .some(({ soort }) => soort === 'REGELS'),
    ).toBe(false);

    const text = readFileSync(bestand, 'utf8');
    writeFileSync(bestand, text.replace('regime: WGS', 'regime: WGZ'));
    const fault = await eventually(() => all().find(({ soort }) => soort === 'STORING'));
    expect(fault).toMatchObject({ code: 'REGELS_GEWEIGERD', tabel: start!.tabel });
    writeFileSync(
      bestand,
      text.replace(/(gegevens: \[casus\.kern\]\n\s+van: \[GEMEENTE\]\n)/, '$1    voorwaarden: [NIET_VASTLEGGEN]\n'),
    );
    const renewed = await eventually(() => all().find(({ soort }) => soort === 'REGELS'));
    expect(renewed.tabel).not.toBe(start!.tabel);
    expect(renewed.stand).toMatchObject({ tabel: renewed.tabel, code: start!.stand!.code });
  }, 60_000);
});
