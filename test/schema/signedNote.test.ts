import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { formatNote, parseNote, readVerifier, signNote, verifyNote, writeVerifier } from '../../schema/signedNote';

const { privateKey } = generateKeyPairSync('ed25519');
const verifier = readVerifier(writeVerifier('dimence', privateKey))!;
const text = fc
  .array(
    fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).filter((line) => line !== ''),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => `${lines.join('\n')}\n`);

describe('a signed note (C2SP)', () => {
  test('comes back from its file as it went in, and holds', () => {
    fc.assert(
      fc.property(text, (signed) => {
        const one = signNote(signed, 'dimence', privateKey);
        const read = parseNote(formatNote({ text: signed, signatures: [one] }))!;
        expect(read.text).toBe(signed);
        expect(read.signatures).toEqual([one]);
        expect(verifyNote(read.text, read.signatures[0]!, verifier)).toBe(true);
      }),
    );
  });

  test('does not hold when any one byte of the text or the signature is another', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (signed, at, flip) => {
        const one = signNote(signed, 'dimence', privateKey);
        const bytes = Buffer.from(signed);
        bytes[at % bytes.length]! ^= flip;
        expect(verifyNote(bytes.toString('latin1'), one, verifier)).toBe(false);
        const signature = Buffer.from(one.signature);
        signature[at % 64]! ^= flip;
        expect(verifyNote(signed, { ...one, signature }, verifier)).toBe(false);
      }),
    );
  });

  test('does not hold under another name or for another key', () => {
    const one = signNote('t\n', 'dimence', privateKey);
    const other = readVerifier(writeVerifier('dimence', generateKeyPairSync('ed25519').privateKey))!;
    expect(verifyNote('t\n', one, other)).toBe(false);
    expect(verifyNote('t\n', { ...one, keyHash: other.keyHash }, other)).toBe(false);
    expect(verifyNote('t\n', { ...one, name: 'tactus' }, verifier)).toBe(false);
  });

  test('names its key by the first four bytes of the hash over name, algorithm and key', () => {
    const [name, hash, ...material] = writeVerifier('dimence', privateKey).split('+');
    const raw = Buffer.from(material.join('+'), 'base64');
    expect([name, raw[0], raw.length]).toEqual(['dimence', 1, 33]);
    expect(createHash('sha256').update('dimence\n').update(raw).digest('hex').slice(0, 8)).toBe(hash);
  });

  test.each([
    ['nothing', ''],
    ['a text without signatures', 'tekst\n'],
    ['an empty list of signatures', 'tekst\n\n'],
    ['a key hash without a signature', `tekst\n\n\u2014 dimence ${Buffer.alloc(4).toString('base64')}\n`],
    ['another dash', `tekst\n\n- dimence ${Buffer.alloc(68).toString('base64')}\n`],
    ['no newline at the end', `tekst\n\n\u2014 dimence ${Buffer.alloc(68).toString('base64')}`],
  ])('is not %s', (_name, file) => expect(parseNote(file)).toBeNull());

  test.each([
    '',
    'dimence',
    'dimence+00000000+AAAA',
    'di mence+1+2',
    `tactus${writeVerifier('dimence', privateKey).slice(7)}`,
  ])('a verifier key is not "%s"', (vkey) => expect(readVerifier(vkey)).toBeNull());
});
