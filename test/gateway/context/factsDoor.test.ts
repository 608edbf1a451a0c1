import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Delegatie } from '../../../schema/domain/delegatie';
import type { Verzoeker } from '../../../schema/domain/verzoeker';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import { type FactsDoor, openFactsDoor } from '../../../gateway/context/factsDoor';
import { akteOf } from '../../harness/akteOf';
import { partners } from '../decide/ground';

const verzoeker: Verzoeker = { medewerker: 'm-1', partner: partners.get('dimence')!, jti: 'j', exp: 0 };
const casus = {
  casus: 'c1',
  doel: 'CASUSREGIE',
  fase: 'CASUSOVERLEG',
  kader: 'DWANG',
  status: 'LOPEND',
  gemeente: 'Zwolle',
  convenant: 'x',
  regie: 'gemeente-zwolle',
  bevestigd: true,
  tafel: [{ partner: 'dimence', medewerker: 'm-1', rol: 'DEELNEMER' }],
};
const verloop = { nr: 1, vorige: 'a'.repeat(64), begin: null, bevestigdDoor: ['gemeente-zwolle'] };
const aanwijzingen = [{ partner: 'dimence', rol: 'DEELNEMER' }];
const good = { revisie: 'r', casus, verloop, aanwijzingen, besluiten: [{ tekst: '{}', handtekening: 'a..b' }] };

let answer: { status?: number; text: string } | null;
let asked: { path: string | undefined; body: string; delegatie: unknown }[];
const signed: { delegatie: Delegatie; body: string }[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    asked.push({ path: request.url, body, delegatie: request.headers['keten-delegatie'] });
    if (answer !== null) response.writeHead(answer.status ?? 200).end(answer.text);
  });
});
let door: FactsDoor;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  door = openFactsDoor(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    {},
    async (delegatie, body) => {
      signed.push({ delegatie, body });
      return 'ondertekend';
    },
  );
});
beforeEach(() => {
  asked = [];
  answer = { text: JSON.stringify(good) };
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await door.close();
});

test('it asks beside /graphql, under a statement without verleningen over the very body', async () => {
  expect(await door.read(verzoeker, 'c1', quietSpan(undefined))).toEqual(good);
  expect(asked).toEqual([
    {
      path: '/toegangsfeiten',
      body: '{"casus":"c1","partner":"dimence","medewerker":"m-1"}',
      delegatie: 'ondertekend',
    },
  ]);
  expect(signed.at(-1)).toMatchObject({
    body: asked[0]?.body,
    delegatie: { subgraaf: 'municipality', casus: 'c1', verleningen: [] },
  });
});

describe('facts that are not exactly facts are none', () => {
  const changed = (changes: object) => JSON.stringify({ ...good, ...changes });
  const inCasus = (changes: object) => changed({ casus: { ...casus, ...changes } });
  test.each<[string, string]>([
    ['a key too many', changed({ extra: 1 })],
    ['a key too many in the casus', inCasus({ extra: 1 })],
    ['a key too many in a seat', inCasus({ tafel: [{ ...casus.tafel[0], extra: 1 }] })],
    ['a key too few', changed({ aanwijzingen: undefined })],
    ['no besluiten', changed({ besluiten: undefined })],
    [
      'a besluit that is more than text and signature',
      changed({ besluiten: [{ tekst: '', handtekening: '', geldt: true }] }),
    ],
    ['no verloop, not even null', changed({ verloop: undefined })],
    ['a verloop with a key too many', changed({ verloop: { ...verloop, extra: 1 } })],
    ['a number of stappen that is none', changed({ verloop: { ...verloop, nr: -1 } })],
    ['no casus, not even null', changed({ casus: undefined })],
    ['no revision', changed({ revisie: '' })],
    ['a revision that is a number', changed({ revisie: 5 })],
    ['text for a boolean', inCasus({ bevestigd: 'true' })],
    ['an unknown fase', inCasus({ fase: 'ALTIJD' })],
    ['an unknown rol', inCasus({ tafel: [{ ...casus.tafel[0], rol: 'BAAS' }] })],
    ['an unknown status', inCasus({ status: 'lopend' })],
    ['a tafel that is no list', inCasus({ tafel: { 0: casus.tafel[0], length: 1 } })],
    ['a prototype', `{"__proto__":{"a":1},${JSON.stringify(good).slice(1)}`],
    ['a list', '[]'],
    ['null', 'null'],
    ['no JSON', 'Jan Jansen'],
    ['nothing', ''],
  ])('%s', async (_name, text) => {
    answer = { text };
    await expect(door.read(verzoeker, 'c1', quietSpan(undefined))).rejects.toMatchObject({
      code: 'HUB_CASUSFEITEN_ONBEREIKBAAR',
      message: expect.not.stringContaining('Jansen') as string,
    });
  });

  test.each([500, 401, 404, 204, 302])('status %i, though the body is good', async (status) => {
    answer = { status, text: status === 204 ? '' : JSON.stringify(good) };
    await expect(door.read(verzoeker, 'c1', quietSpan(undefined))).rejects.toMatchObject({
      code: 'HUB_CASUSFEITEN_ONBEREIKBAAR',
    });
  });

  test('an answer without end is not read to it', async () => {
    answer = { text: `${JSON.stringify(good)}${' '.repeat(3 * 1024 * 1024)}` };
    await expect(door.read(verzoeker, 'c1', quietSpan(undefined))).rejects.toMatchObject({
      code: 'HUB_CASUSFEITEN_ONBEREIKBAAR',
    });
  });

  test('a municipality that is slow is given up in time', async () => {
    answer = null;
    const started = performance.now();
    await expect(door.read(verzoeker, 'c1', quietSpan(undefined))).rejects.toMatchObject({
      code: 'HUB_CASUSFEITEN_ONBEREIKBAAR',
    });
    expect(performance.now() - started).toBeLessThan(4_500);
  }, 8_000);

  test('each read asks again: nothing is remembered', async () => {
    await door.read(verzoeker, 'c1', quietSpan(undefined));
    await door.read(verzoeker, 'c1', quietSpan(undefined));
    expect(asked).toHaveLength(2);
  });
});

describe('a stap', () => {
  const akte = akteOf({ stap: 'BEVESTIGEN' }, { casus: 'c1', partner: 'dimence', medewerker: 'm-1' });
  const take = () => door.take(verzoeker, akte, 'h..s', quietSpan(undefined));
  const gezet = { uitkomst: 'GEZET', nr: 1, digest: 'd', handtekening: 'h..s', revisie: 'r' };

  test('is asked at its own door, in the casus that it is of, with the signature under it', async () => {
    for (const uitkomst of [gezet, { uitkomst: 'ACHTERHAALD' }, { uitkomst: 'GEWEIGERD', reden: 'FASE' }]) {
      answer = { text: JSON.stringify(uitkomst) };
      expect(await take()).toEqual(uitkomst);
    }
    expect(asked[0]).toEqual({
      path: '/stappen',
      body: JSON.stringify({ akte, handtekening: 'h..s' }),
      delegatie: 'ondertekend',
    });
    expect(signed.at(-1)).toMatchObject({
      body: asked[0]?.body,
      delegatie: { subgraaf: 'municipality', casus: 'c1', partner: 'dimence', medewerker: 'm-1', verleningen: [] },
    });
  });

  test.each<[string, object | string]>([
    ['of another outcome', { uitkomst: 'MISSCHIEN' }],
    ['for a reason that there is not', { uitkomst: 'GEWEIGERD', reden: 'Jan Jansen' }],
    ['with a key too many', { ...gezet, extra: 1 }],
    ['with a key too few', { uitkomst: 'GEZET', nr: 1 }],
    ['that is nothing', ''],
  ])('answered by something %s may have been taken or not: that is what is told', async (_name, text) => {
    answer = { text: typeof text === 'string' ? text : JSON.stringify(text) };
    const code = 'HUB_CASUSFEITEN_ONBEREIKBAAR';
    await expect(take()).rejects.toMatchObject({ code, message: expect.stringContaining('staat niet vast') as string });
  });
});
