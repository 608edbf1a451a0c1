import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import { police } from '../../../subgraphs/police/police';
import { delegatieVan, verleend } from '../../harness/delegatieVan';
import { createTestKey, signDelegatie, writeJwks, type SignOptions } from '../../harness/signDelegatie';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { POLITIE, smallWorld } from '../police/smallWorld';

const VRAAG = JSON.stringify({
  query:
    '{ _entities(representations: [{__typename: "Kringlid", id: "persoon-000"}]) { ... on Kringlid { bekendBijPolitie } } }',
});
const delegatie = delegatieVan({ verleningen: verleend(POLITIE, 'politie.kringbekend') });
const nu = (): number => Math.floor(Date.now() / 1000);

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(police, { createWorld: () => smallWorld(3) });
});
afterAll(() => bron.close());
beforeEach(() => bron.statements());

const send = async (sign: SignOptions = {}, body = VRAAG) =>
  bron.post(body, { [DELEGATIE_HEADER]: await signDelegatie(bron.key, delegatie, VRAAG, sign) });

/** Everyone who is refused gets the same bytes, and the source is not touched. */
const REFUSED =
  '{"errors":[{"message":"Deze bron antwoordt alleen op een geldig ondertekend verzoek van de hub.","extensions":{"code":"KETEN_GEEN_DELEGATIE"}}]}';
function expectRefused(answer: { status: number; text: string }): void {
  expect({ status: answer.status, text: answer.text }).toEqual({ status: 401, text: REFUSED });
  expect(bron.statements()).toEqual([]);
}

test('answers a delegation that holds', async () => {
  const { status, body } = await send();
  expect(status).toBe(200);
  expect(body).toEqual({ data: { _entities: [{ bekendBijPolitie: true }] } });
});

describe('refuses', () => {
  test.each<[string, SignOptions]>([
    ['another issuer', { iss: 'iemand' }],
    ['another audience', { aud: 'care' }],
    ['the type of the facts door', { typ: 'feiten+jwt' }],
    ['a plain JWT', { typ: 'JWT' }],
    ['an expired one', { iat: nu() - 100, exp: nu() - 70 }],
    ['one without exp', { exp: null }],
    ['one that lives longer than 30 s', { exp: nu() + 31 + 60 }],
    ['one issued in the future', { iat: nu() + 20, exp: nu() + 30 }],
    ['one issued too long ago that has not expired', { iat: nu() - 50, exp: nu() + 10 }],
    ['the digest of another body', { lichaam: createHash('sha256').update('{}').digest('base64url') }],
    ['no digest', { lichaam: '' }],
    ['a jti that is no random id', { jti: '1' }],
    ['a delegation for another subgraph', { delegatie: { ...delegatie, subgraaf: 'care' } }],
    ['no delegation in it', { delegatie: undefined }],
    ['an unknown claim in the delegation', { delegatie: { ...delegatie, beheerder: true } }],
    [
      'an unknown beperking',
      { delegatie: { ...delegatie, verleningen: [{ ...delegatie.verleningen[0], beperkingen: ['GEEN'] }] } },
    ],
    ['an unknown rol', { delegatie: { ...delegatie, rol: 'BEHEERDER' } }],
  ])('%s', async (_naam, sign) => {
    expectRefused(await send(sign));
  });

  test('no header', async () => {
    expectRefused(await bron.post(VRAAG, {}));
  });

  test('a body changed by one space', async () => {
    expectRefused(await send({}, `${VRAAG} `));
  });

  test('a body that is no JSON, before it reads it', async () => {
    expectRefused(await send({}, '{"query":'));
  });

  test('what asks only __typename or _service', async () => {
    for (const query of ['{ __typename }', '{ _service { sdl } }']) {
      expectRefused(await bron.post(JSON.stringify({ query }), {}));
    }
  });

  test('the same one twice', async () => {
    const token = await signDelegatie(bron.key, delegatie, VRAAG);
    expect((await bron.post(VRAAG, { [DELEGATIE_HEADER]: token })).status).toBe(200);
    bron.statements();
    expectRefused(await bron.post(VRAAG, { [DELEGATIE_HEADER]: token }));
  });

  test('an unsigned one', async () => {
    const [, claims] = (await signDelegatie(bron.key, delegatie, VRAAG)).split('.');
    const header = { alg: 'none', typ: 'delegatie+jwt', kid: bron.key.kid };
    const token = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${String(claims)}.`;
    expectRefused(await bron.post(VRAAG, { [DELEGATIE_HEADER]: token }));
  });

  test('another key under the name of the hub', async () => {
    const token = await signDelegatie(createTestKey(bron.key.kid), delegatie, VRAAG);
    expectRefused(await bron.post(VRAAG, { [DELEGATIE_HEADER]: token }));
  });

  test('a key that the hub does not publish', async () => {
    const token = await signDelegatie(createTestKey('vreemd'), delegatie, VRAAG);
    expectRefused(await bron.post(VRAAG, { [DELEGATIE_HEADER]: token }));
  });
});

test('says that a body is no JSON object only to who holds a delegation', async () => {
  for (const body of ['{"query":', '[]', '"x"', '', '{"__proto__":{}}']) {
    const token = await signDelegatie(bron.key, delegatie, body);
    const { status, body: answer } = await bron.post(body, { [DELEGATIE_HEADER]: token });
    expect(status).toBe(400);
    expect(answer.errors?.[0]?.extensions.code).toBe('KETEN_ONLEESBAAR');
  }
});

test('another content type, GET and other paths are no way in', async () => {
  const token = await signDelegatie(bron.key, delegatie, VRAAG);
  const odd = await bron.post(VRAAG, { [DELEGATIE_HEADER]: token, 'content-type': 'text/plain' });
  expect(odd.status).toBeGreaterThanOrEqual(400);
  expect(odd.body.data).toBeUndefined();
  const get = await fetch(`${bron.url}?query=%7B__typename%7D`);
  expect(get.status).toBe(404);
});

test('a key withdrawn from the file stops working, a new one starts to', async () => {
  const fresh = createTestKey('test-2');
  await new Promise((done) => setTimeout(done, 1100));
  writeJwks(join(bron.dir, 'sleutels', 'hub.jwks.json'), fresh);
  expectRefused(await send());
  const token = await signDelegatie(fresh, delegatie, VRAAG);
  expect((await bron.post(VRAAG, { [DELEGATIE_HEADER]: token })).status).toBe(200);
});
