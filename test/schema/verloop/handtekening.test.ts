import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CryptoKey, type JWK, FlattenedSign, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Akte, digestOf, textOf } from '../../../schema/verloop/akte';
import { akteSchema } from '../../../schema/verloop/akteSchema';
import { isSigned, signAkte } from '../../../schema/verloop/handtekening';

const akte: Extract<Akte, { stap: 'VERLATEN' }> = {
  ...{
    casus: 'casus-1',
    partner: 'dimence',
    medewerker: 'm-1',
    nr: 1,
    vorige: '0'.repeat(64),
    sleutel: 'a'.repeat(16),
  },
  ...{ dag: '2026-11-30', stap: 'VERLATEN', zetelPartner: 'dimence', zetelMedewerker: 'm-1' },
};
const text = textOf(akte);

describe('the signature under an akte', () => {
  let key: CryptoKey;
  let publicJwk: JWK;
  let sleutels: Parameters<typeof isSigned>[2];
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    key = pair.privateKey;
    publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'k-1' };
    sleutels = createLocalJWKSet({ keys: [publicJwk] });
  });
  const b64 = (value: object | string): string =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

  test('holds for the text that was signed, and is as long as what it does not contain', async () => {
    const signed = await signAkte(text, 'k-1', key);
    expect(await isSigned(text, signed, sleutels)).toBe(true);
    expect(signed.split('.')[1]).toBe('');
    for (const around of [`!${signed}`, `${signed}A`, `a.${signed}`, `${signed}.a`, ` ${signed}`, `${signed}\n`])
      expect({ around, holds: await isSigned(text, around, sleutels) }).toEqual({ around, holds: false });
  });

  test('holds for no other text: each value of an akte is under it', async () => {
    const signed = await signAkte(text, 'k-1', key);
    for (const field of Object.keys(akte)) {
      const other = textOf({ ...akte, [field]: field === 'nr' ? 2 : `${String(akte[field as keyof Akte])}x` });
      expect({ field, holds: await isSigned(other, signed, sleutels) }).toEqual({ field, holds: false });
    }
    const { stap: _, ...less } = akte;
    expect(await isSigned(textOf(less as Akte), signed, sleutels)).toBe(false);
  });

  test('of which any character is changed, or is of another kind, does not hold, and nothing is thrown', async () => {
    const signed = await signAkte(text, 'k-1', key);
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.constantFrom('A', 'z', '.', '-', ' '), async (at, put) => {
        fc.pre(signed[at] !== put);
        const changed = signed.slice(0, at) + put + signed.slice(at + 1);
        expect(await isSigned(text, changed, sleutels)).toBe(false);
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (any) => expect(await isSigned(text, any, sleutels)).toBe(false)),
    );
  });

  test('of which the last character says the same bytes in another way does not hold: one signature is one text', async () => {
    const signed = await signAkte(text, 'k-1', key);
    const bytes = Buffer.from(signed.split('..')[1]!, 'base64url');
    const others = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('').map((last) => signed.slice(0, -1) + last).filter((one) => one !== signed && Buffer.from(one.split('..')[1]!, 'base64url').equals(bytes)); // oxfmt-ignore
    expect(others.length).toBeGreaterThan(0);
    for (const one of others) expect(await isSigned(text, one, sleutels)).toBe(false);
  });

  test.each([
    ['as it is', '{"alg":"ES256","kid":"k-1","typ":"akte+jws"}', true],
    ['in another order', '{"typ":"akte+jws","kid":"k-1","alg":"ES256"}', true],
    ['with a key twice, of which only the last counts', '{"typ":"BSN 999990019 Jan Jansen","typ":"akte+jws","alg":"ES256","kid":"k-1"}', false], // oxfmt-ignore
    ['with room between', '{"alg":"ES256", "kid":"k-1","typ":"akte+jws"}', false],
    ['with a letter said otherwise', '{"alg":"ES256","kid":"k\\u002d1","typ":"akte+jws"}', false],
  ])('under a header %s', async (_name, header, holds) => {
    const start = b64(header);
    const data = Buffer.from(`${start}.${b64(text)}`);
    const made = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, data);
    const signed = `${start}..${Buffer.from(made).toString('base64url')}`;
    expect(await isSigned(text, signed, sleutels)).toBe(holds);
  });

  test("by a key that is not the partner's, under a name that is not there, or of another sort, does not hold", async () => {
    const other = await generateKeyPair('ES256', { extractable: true });
    expect(await isSigned(text, await signAkte(text, 'k-1', other.privateKey), sleutels)).toBe(false);
    expect(await isSigned(text, await signAkte(text, 'k-2', key), sleutels)).toBe(false);
    const brought = { alg: 'ES256', typ: 'akte+jws', kid: 'k-1', jwk: await exportJWK(other.publicKey) };
    const withKey = await new SignJWT({}).setProtectedHeader(brought).sign(other.privateKey);
    expect(await isSigned('{}', `${withKey.split('.')[0]!}..${withKey.split('.')[2]!}`, sleutels)).toBe(false);
    // A token of a partner is no akte, though the same key could have signed both.
    const asToken = await new SignJWT(akte as never)
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: 'k-1' })
      .sign(key);
    const [header, payload, signature] = asToken.split('.');
    const signedAsToken = Buffer.from(payload!, 'base64url').toString();
    expect(await isSigned(signedAsToken, `${header!}..${signature!}`, sleutels)).toBe(false);
    for (const alg of ['none', 'HS256', 'ES384']) {
      const head = b64({ alg, typ: 'akte+jws', kid: 'k-1' });
      const mac = createHmac('sha256', JSON.stringify(publicJwk))
        .update(`${head}.${b64(text)}`)
        .digest();
      const forged = Buffer.concat([mac, mac]).toString('base64url');
      expect({ alg, holds: await isSigned(text, `${head}..${forged}`, sleutels) }).toEqual({ alg, holds: false });
    }
  });

  test("is over a text in which no two akten look alike, and whose digest is that text's", () => {
    expect(text).toBe(
      '{"casus":"casus-1","dag":"2026-11-30","medewerker":"m-1","nr":1,"partner":"dimence","sleutel":"aaaaaaaaaaaaaaaa",' +
        `"stap":"VERLATEN","vorige":"${'0'.repeat(64)}","zetelMedewerker":"m-1","zetelPartner":"dimence"}`,
    );
    expect(digestOf(akte)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf({ ...akte, sleutel: 'b'.repeat(16) })).not.toBe(digestOf(akte));
  });
});

test('a header says which key, and nothing else: it stands in the register, and another reader must read it as we do', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const sleutels = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k-1' }] });
  const signed = async (header: Record<string, unknown>, content = Buffer.from(text)): Promise<string> => {
    const jws = await new FlattenedSign(content).setProtectedHeader({ alg: 'ES256', ...header }).sign(privateKey);
    return `${jws.protected!}..${jws.signature}`;
  };
  const good = { typ: 'akte+jws', kid: 'k-1' };
  expect(await isSigned(text, await signed(good), sleutels)).toBe(true);
  for (const header of [
    { ...good, opmerking: 'Jan Jansen' },
    { ...good, jku: 'https://elders.example' },
    { ...good, b64: true, crit: ['b64'] },
    { ...good, kid: 'k 1' },
    { typ: 'akte+jws' },
    { kid: 'k-1' },
  ])
    expect({ header, holds: await isSigned(text, await signed(header), sleutels) }).toEqual({ header, holds: false });
  // Signed over something that only looks the same to who does not know the extension (RFC 7797).
  const unencoded = { ...good, b64: false, crit: ['b64'] };
  const jws = await signed(unencoded, Buffer.from(Buffer.from(text).toString('base64url')));
  expect(await isSigned(text, jws, sleutels)).toBe(false);
});

test('the example of the README is what it says, to the byte', async () => {
  const readme = readFileSync(join(__dirname, '../../../schema/verloop/README.md'), 'utf8');
  const [key = '', shown = '', digest, signed = ''] = /```text\n([\s\S]*?)```/.exec(readme)?.[1]?.split('\n') ?? [];
  const example = akteSchema.parse(JSON.parse(shown));
  expect(textOf(example)).toBe(shown);
  expect(digestOf(example)).toBe(digest);
  const sleutels = createLocalJWKSet({ keys: [JSON.parse(key) as JWK] });
  expect(await isSigned(shown, signed, sleutels)).toBe(true);
  expect(await isSigned(`${shown} `, signed, sleutels)).toBe(false);
});

test('an akte has all of its fields and no other, each within bounds', () => {
  expect(akteSchema.safeParse(akte).success).toBe(true);
  for (const field of Object.keys(akte)) {
    const { [field]: _, ...less } = akte as unknown as Record<string, unknown>;
    expect({ field, reads: akteSchema.safeParse(less).success }).toEqual({ field, reads: false });
  }
  const bad: object[] = [
    { extra: 1 },
    { nr: 0 },
    { nr: 1.5 },
    { nr: 2 ** 40 },
    { casus: 'a b' },
    { casus: '' },
    { casus: 'a'.repeat(65) },
    { medewerker: 'a b' },
    { zetelMedewerker: '' },
    { zetelMedewerker: 'a'.repeat(201) },
    { vorige: '0' },
    { vorige: `x${'0'.repeat(64)}` },
    { vorige: `${'0'.repeat(64)}x` },
    { sleutel: `!${'a'.repeat(16)}` },
    { sleutel: 'a'.repeat(15) },
    { sleutel: `${'a'.repeat(16)} ` },
    { dag: '2026-02-30' },
    { dag: 'vandaag' },
    { stap: 'WEG' },
    { rol: 'AUDITOR' },
  ];
  for (const over of bad)
    expect({ over, reads: akteSchema.safeParse({ ...akte, ...over }).success }).toEqual({ over, reads: false });
  const { zetelPartner: _p, zetelMedewerker: _m, ...kop } = akte;
  const toets = { ...kop, stap: 'DOELTOETSEN', positief: true, criteria: ['een'], toelichting: '' };
  expect(akteSchema.safeParse(toets).success).toBe(true);
  for (const over of [
    { toelichting: 'a'.repeat(2_001) },
    { criteria: [''] },
    { criteria: Array(21).fill('een') },
    { criteria: [1] },
    { positief: 'ja' },
  ])
    expect(akteSchema.safeParse({ ...toets, ...over }).success).toBe(false);
});
