import Database from 'libsql';
import { join } from 'node:path';
import { vandaag } from '../../../schema/domain/vandaag';
import { type OpenedEntry, readRegister } from '../../harness/readRegister';
import { signBegin } from '../../harness/signBegin';
import { type House, type Question, startHouse } from '../../harness/startHouse';

/** What happens between deciding and releasing, with the whole house running. */
let house: House;
let question: Question & { casus: string };
const query =
  'query Q($casus: ID!) { casus(id: $casus) { id kenmerk tafel { naam rol } hoofdbetrokkenen { weergavenaam } } }';
beforeAll(async () => {
  house = await startHouse();
  const seat = house.world.municipality.zetels.find(
    (z) =>
      z.casus === house.world.municipality.casussen[0]!.id && z.partner === 'politie-oost-nederland' && z.tot === null,
  )!;
  const { casus, partner, medewerker } = seat;
  question = { partner, medewerker, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query, variables: { casus } };
});
afterEach(() => {
  for (const proxy of Object.values(house.proxies)) proxy.behave('normal');
  house.traffic();
});
afterAll(() => house.stop());

const inFile = <T>(name: string, work: (database: Database.Database) => T): T => {
  const database = new Database(join(house.dir, `${name}.sqlite`), { timeout: 5_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
};
const change = (statement: string, ...values: (string | null)[]) =>
  inFile('municipality', (database) => void database.prepare(statement).run(...values));
const lines = (): OpenedEntry[] => readRegister(house);
const since = (before: number) => lines().slice(before);

/** Does something once, at the moment that the municipality is asked for data: after the decision, before the release. */
function during(times: number, work: () => void): void {
  let left = times;
  let facts = true;
  house.proxies.municipality.behave({
    before: async ({ path }) => {
      if (path === '/verloop') return;
      // The door of the facts is asked first; what comes after it is the fetch.
      facts = !facts;
      if (!facts || left === 0) return;
      left -= 1;
      work();
    },
  });
}

describe('facts that change while a request runs', () => {
  const escalate = (level: string): void => {
    change('update casussen set fase = ? where id = ?', level, question.casus);
    // What nobody signed would not be believed.
    signBegin(house.dir, question.casus);
  };
  let fase: string;
  beforeAll(() => {
    fase = house.world.municipality.casussen.find(({ id }) => id === question.casus)!.fase;
  });
  afterEach(() => escalate(fase));

  test('once: the request is taken again from the start, and the first answer is written down as not released', async () => {
    const before = lines().length;
    let asks = 0;
    house.proxies.municipality.behave({
      before: async ({ path }) => {
        if (path === '/verloop') return;
        asks += 1;
        if (asks === 2) escalate(fase === 'CASUSOVERLEG' ? 'UITVOERING' : 'CASUSOVERLEG');
      },
    });
    const { status, body } = await house.ask(question);
    expect(status).toBe(200);
    const written = since(before);
    expect(written.map(({ soort }) => soort)).toEqual(['ANTWOORD', 'NIET_VRIJGEGEVEN', 'ANTWOORD']);
    expect(written[1]?.betreft).toBe(written[0]?.id);
    expect(body.extensions?.verstrekking?.id).toBe(written[2]?.id);
  });

  test('again: HUB_CONFLICT 409, and nothing is released', async () => {
    const before = lines().length;
    let asks = 0;
    house.proxies.municipality.behave({
      before: async ({ path }) => {
        if (path === '/verloop') return;
        asks += 1;
        // Facts, fetch, facts of the release, and so again.
        if (asks % 3 === 2) escalate(asks < 4 ? 'UITVOERING' : 'VERZAMELEN');
      },
    });
    escalate('CASUSOVERLEG');
    const { status, body } = await house.ask(question);
    expect({ status, codes: body.errors?.map(({ extensions }) => extensions.code) }).toEqual({
      status: 409,
      codes: ['HUB_CONFLICT'],
    });
    expect(body.data ?? null).toBeNull();
    expect(body.extensions).toBeUndefined();
    expect(since(before).map(({ soort, code }) => code ?? soort)).toEqual([
      'ANTWOORD',
      'NIET_VRIJGEGEVEN',
      'ANTWOORD',
      'NIET_VRIJGEGEVEN',
      'HUB_CONFLICT',
    ]);
  });

  test('who leaves a table while he asks where he sits is not told of it any more', async () => {
    const { partner, medewerker, casus } = question;
    const own = () => house.ask({ partner, medewerker, query: '{ mijnCasussen { casusId kenmerk } }' });
    expect((await own()).text).toContain(casus);
    const before = lines().length;
    let asked = 0;
    // The facts, the source itself, and the facts again: before those he leaves.
    house.proxies.municipality.behave({
      before: async () => {
        asked += 1;
        if (asked === 3) change('update zetels set tot = ? where casus = ? and medewerker = ?', vandaag(), casus, medewerker); // oxfmt-ignore
      },
    });
    try {
      const { status, text } = await own();
      expect(status).toBe(200);
      expect(text).not.toContain(casus);
      expect(since(before).map(({ soort }) => soort)).toEqual(['ANTWOORD', 'NIET_VRIJGEGEVEN', 'ANTWOORD']);
    } finally {
      change('update zetels set tot = null where casus = ? and medewerker = ?', casus, medewerker);
    }
  });

  test.each([
    ['status', 'AFGESCHERMD'],
    ['fase', 'AFSLUITING'],
  ])('a casus that is closed (%s) while he asks where he sits is not told of any more', async (kolom, waarde) => {
    const { partner, medewerker, casus } = question;
    const own = () => house.ask({ partner, medewerker, query: '{ mijnCasussen { casusId kenmerk } }' });
    const rij = house.world.municipality.casussen.find(({ id }) => id === casus)!;
    expect((await own()).text).toContain(casus);
    let asked = 0;
    house.proxies.municipality.behave({
      before: async () => {
        asked += 1;
        if (asked === 3) change(`update casussen set ${kolom} = ? where id = ?`, waarde, casus);
      },
    });
    try {
      expect((await own()).text).not.toContain(casus);
    } finally {
      change('update casussen set status = ?, fase = ? where id = ?', rij.status, rij.fase, casus);
    }
  });

  test('who leaves the table meanwhile gets nothing, and the register says that the answer did not leave', async () => {
    const before = lines().length;
    during(1, () =>
      change(
        'update zetels set tot = ? where casus = ? and medewerker = ?',
        vandaag(),
        question.casus,
        question.medewerker,
      ),
    );
    try {
      const { status, text } = await house.ask(question);
      expect(status).toBe(403);
      expect(text).toContain('HUB_CASUS_ONTOEGANKELIJK');
      expect(text).not.toMatch(/ZVH|weergavenaam|kenmerk/);
      const written = since(before);
      expect(written.map(({ soort, code }) => code ?? soort)).toEqual([
        'ANTWOORD',
        'NIET_VRIJGEGEVEN',
        'HUB_CASUS_ONTOEGANKELIJK',
      ]);
      expect(written[1]?.betreft).toBe(written[0]?.id);
    } finally {
      change('update zetels set tot = null where casus = ? and medewerker = ?', question.casus, question.medewerker);
    }
    house.proxies.municipality.behave('normal');
    expect((await house.ask(question)).status).toBe(200);
  });

  test('when the last look can not be taken, the answer stays, and the register says so', async () => {
    const before = lines().length;
    let asks = 0;
    house.proxies.municipality.behave({
      before: () => {
        asks += 1;
        return asks === 3 ? Promise.reject(new Error('gone')) : Promise.resolve();
      },
    });
    const { status, body } = await house.ask(question);
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({
      status: 503,
      code: 'HUB_CASUSFEITEN_ONBEREIKBAAR',
    });
    expect(body.data ?? null).toBeNull();
    expect(since(before).map(({ soort, code }) => code ?? soort)).toEqual([
      'ANTWOORD',
      'NIET_VRIJGEGEVEN',
      'HUB_CASUSFEITEN_ONBEREIKBAAR',
    ]);
  });
});

describe('without a register nothing is released', () => {
  afterEach(() => inFile('register', (database) => database.exec('drop trigger if exists weigert')));
  const refuse = () =>
    inFile('register', (database) =>
      database.exec("create trigger weigert before insert on regel begin select raise(abort, 'vol'); end"),
    );
  const refusedWhole = async (asked: Question) => {
    const { status, body, text } = await house.ask(asked);
    expect({ status, codes: body.errors?.map(({ extensions }) => extensions.code) }).toEqual({
      status: 503,
      codes: ['HUB_REGISTER_ONBESCHIKBAAR'],
    });
    expect(body.data ?? null).toBeNull();
    expect(body.extensions).toBeUndefined();
    expect(text).not.toMatch(/ZVH|vol|sqlite/i);
  };

  test('a register that refuses to be written: 503', async () => {
    refuse();
    await refusedWhole(question);
  });

  test('a register that fails midway, after the sources answered: 503', async () => {
    house.proxies.police.taken();
    during(1, refuse);
    await refusedWhole(question);
  });

  test('also outside a casus, and for a refusal: what can not be written down is not told', async () => {
    refuse();
    await refusedWhole({
      ...question,
      casus: undefined,
      doel: undefined,
      query: '{ mijnCasussen { kenmerk } }',
      variables: {},
    });
    await refusedWhole({ ...question, casus: 'f'.repeat(32), variables: { casus: 'f'.repeat(32) } });
  });

  test('when it is well again, so is the hub', async () => {
    expect((await house.ask(question)).status).toBe(200);
  });
});
