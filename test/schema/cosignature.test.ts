import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { cosign, readCosigner, verifyCosignature, writeCosigner } from '../../schema/cosignature';
import { formatNote, parseNote, readVerifier, verifyNote, writeVerifier } from '../../schema/signedNote';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const TEXT = 'register.proef\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const cosigner = readCosigner(writeCosigner('dimence', privateKey))!;

describe('a cosignature (C2SP tlog-cosignature, cosignature/v1)', () => {
  it('is over the time and the text of the checkpoint, under a key hash of type 0x04', () => {
    const { signature, keyHash } = cosign(TEXT, 'dimence', privateKey, 1679315147);
    const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const id = createHash('sha256')
      .update('dimence\n')
      .update(Buffer.from([4]))
      .update(point)
      .digest();
    expect(keyHash).toBe(id.subarray(0, 4).toString('hex'));
    expect(signature.subarray(0, 8).toString('hex')).toBe('0000000064' + '1850cb');
    const message = `cosignature/v1\ntime 1679315147\n${TEXT}`;
    expect(signature.subarray(8)).toEqual(sign(null, Buffer.from(message), privateKey));
    expect(verifyCosignature(TEXT, { name: 'dimence', keyHash, signature }, cosigner)).toBe(1679315147);
  });

  it('survives a signed note, beside signatures of other kinds', () => {
    const own = cosign(TEXT, 'dimence', privateKey, 12);
    const note = formatNote({ text: TEXT, signatures: [own] });
    expect(parseNote(note)?.signatures).toEqual([own]);
    const verifier = readVerifier(writeVerifier('dimence', privateKey))!;
    // The same key as one that signs texts is another signer: neither counts for the other.
    expect(verifyNote(TEXT, { ...own, keyHash: verifier.keyHash }, verifier)).toBe(false);
    expect(readVerifier(writeCosigner('dimence', privateKey))).toBeNull();
    expect(readCosigner(writeVerifier('dimence', privateKey))).toBeNull();
  });

  it('is refused with any bit, the time or the text changed', () => {
    const own = cosign(TEXT, 'dimence', privateKey, 12);
    for (let bit = 0; bit < own.signature.length * 8; bit += 1) {
      const signature = Buffer.from(own.signature);
      signature[bit >> 3]! ^= 1 << (bit & 7);
      expect(verifyCosignature(TEXT, { ...own, signature }, cosigner)).toBeNull();
    }
    expect(verifyCosignature(TEXT.replace('5', '6'), own, cosigner)).toBeNull();
    expect(verifyCosignature(TEXT, { ...own, name: 'ander' }, cosigner)).toBeNull();
    expect(verifyCosignature(TEXT, { ...own, signature: own.signature.subarray(8) }, cosigner)).toBeNull();
  });
});
