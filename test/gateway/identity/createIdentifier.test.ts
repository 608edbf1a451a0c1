import { SignJWT, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { type Uitgever, createIdentifier } from '../../../gateway/identity/createIdentifier';
import { partners } from '../decide/ground';

type Claims = Record<string, unknown>;
const dimence = partners.get('dimence')!;
const seconds = () => Math.floor(Date.now() / 1000);

async function issuer(name: string, alg = 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: name, alg }] });
  const sign = (changes: Claims = {}, header: Claims = {}) => {
    const claims: Claims = {
      iss: name,
      aud: 'ketenhub',
      sub: 'm-1',
      azp: 'app',
      jti: 'j-1',
      oin: dimence.oin,
      exp: seconds() + 60,
      ...changes,
    };
    const kept = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    return new SignJWT(kept).setProtectedHeader({ alg, kid: name, ...header }).sign(privateKey);
  };
  const uitgever: Uitgever = { issuer: name, keys, maySpeakFor: () => true };
  return { uitgever, sign };
}

const refusal = { code: 'HUB_NIET_AANGEMELD', status: 401 };

describe('who asks is who his token proves, and nothing more', () => {
  let a: Awaited<ReturnType<typeof issuer>>;
  let b: Awaited<ReturnType<typeof issuer>>;
  beforeAll(async () => {
    a = await issuer('a');
    b = await issuer('b');
  });
  const identify = (authorization: string | undefined, ...uitgevers: Uitgever[]) =>
    createIdentifier(uitgevers.length > 0 ? uitgevers : [a.uitgever, b.uitgever], partners)(authorization);

  test('a good token says medewerker and partner; a rol in it counts for nothing', async () => {
    const who = await identify(`Bearer ${await a.sign({ rol: 'PROCESREGISSEUR', rollen: ['AUDITOR'] })}`);
    expect(Object.keys(who).sort()).toEqual(['exp', 'jti', 'medewerker', 'partner']);
    expect(who).toMatchObject({ medewerker: 'm-1', partner: { id: 'dimence' }, jti: 'j-1' });
  });

  test('any of the issuers may have signed', async () => {
    expect(await identify(`bearer ${await b.sign()}`)).toMatchObject({ medewerker: 'm-1' });
  });

  test.each<[string, Claims, Claims?]>([
    ['another audience', { aud: 'elders' }],
    ['no audience', { aud: undefined }],
    ['the name of another issuer', { iss: 'b' }],
    ['no expiry', { exp: undefined }],
    ['an expiry that passed', { exp: seconds() - 10 }],
    ['a beginning that is to come', { nbf: seconds() + 600 }],
    ['no jti', { jti: undefined }],
    ['an empty jti', { jti: '' }],
    ['a jti that is a number', { jti: 5 }],
    ['no azp', { azp: undefined }],
    ['no sub', { sub: undefined }],
    ['an empty sub', { sub: '' }],
    ['a sub without end', { sub: 'm'.repeat(201) }],
    ['no OIN', { oin: undefined }],
    ['an OIN that takes no part', { oin: '0'.repeat(20) }],
    ['an OIN with something behind it', { oin: `${dimence.oin}1` }],
    ['two OINs', { oin: [dimence.oin] }],
    ['the OIN of a party without an account', { oin: [...partners.values()].find(({ account }) => !account)!.oin }],
    ['a header that says another key', {}, { kid: 'b' }],
  ])('%s', async (_name, claims, header = {}) => {
    await expect(identify(`Bearer ${await a.sign(claims, header)}`)).rejects.toMatchObject(refusal);
  });

  test('an issuer speaks only for the partners it may speak for', async () => {
    const other: Uitgever = { ...a.uitgever, maySpeakFor: ({ id }) => id === 'tactus' };
    await expect(identify(`Bearer ${await a.sign()}`, other)).rejects.toMatchObject(refusal);
    const tactus = await a.sign({ oin: partners.get('tactus')!.oin });
    expect(await identify(`Bearer ${tactus}`, other)).toMatchObject({ partner: { id: 'tactus' } });
  });

  test('an algorithm that is not on the list is no signature', async () => {
    const c = await issuer('c', 'RS256');
    await expect(identify(`Bearer ${await c.sign()}`, c.uitgever)).rejects.toMatchObject(refusal);
  });

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic abc',
    'Bearer a b',
    'Bearer a.b',
    'Bearer a.b.c',
    'xBearer a.b.c',
  ])('%p', async (header) => {
    await expect(identify(header)).rejects.toMatchObject(refusal);
  });

  test('a token signed by nobody, a changed one, and every refusal in the same words', async () => {
    const [head, body, signature] = (await a.sign()).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const other = Buffer.from(JSON.stringify({ iss: 'a', sub: 'm-2' })).toString('base64url');
    const tokens = [
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      `${head}.${other}.${signature}`,
      `${head}.${body}.${signature?.slice(2)}`,
    ];
    const messages = await Promise.all(
      tokens.map((token) => identify(`Bearer ${token}`).catch((fout: unknown) => (fout as Error).message)),
    );
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain('Niet aangemeld');
  });
});
