// Checks that an entry is in the register of a hub, by a proof that the hub gave. It stands alone: run it with plain node,
//
//   node checkProof.mjs --proof FILE --key VKEY
//
// VKEY is the verifier key of the register (name+hash+key), which you must have from elsewhere than the proof. The format is
// C2SP tlog-proof (https://c2sp.org/tlog-proof), with the text of the entry as `extra`; the tree is that of RFC 9162.
// Prints the entry and ends with 0 when it is in; ends with 1 when that is not proven, with 2 when it can't be read.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const isOdd = (n) => n % 2 === 1;
const half = (n) => Math.floor(n / 2);

/** Bytes of base64, in the one way of writing them that there is. */
function bytesOf(base64, what) {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== base64) throw new Error(`${what} is geen base64`);
  return bytes;
}

function numberOf(text, what) {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text) || !Number.isSafeInteger(Number(text)))
    throw new Error(`${what} is geen getal`);
  return Number(text);
}

/** A verifier key of C2SP signed-note, for Ed25519. */
function keyOf(vkey) {
  const [name = '', id = '', ...rest] = vkey.split('+');
  const material = Buffer.from(rest.join('+'), 'base64');
  if (name === '' || material.length !== 33 || material[0] !== 1)
    throw new Error('de sleutel is geen naam+hash+sleutel');
  if (
    sha256(Buffer.from(`${name}\n`), material)
      .subarray(0, 4)
      .toString('hex') !== id
  )
    throw new Error('de sleutel is verminkt');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), material.subarray(1)]);
  return { name, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** Root that follows from a leaf and its path: RFC 9162, 2.1.3.2. */
function rootFrom(leaf, index, size, path) {
  let [fn, sn, root] = [index, size - 1, leaf];
  for (const node of path) {
    if (sn === 0) throw new Error('het pad is te lang');
    if (isOdd(fn) || fn === sn) {
      root = sha256(Buffer.from([1]), node, root);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      root = sha256(Buffer.from([1]), root, node);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) throw new Error('het pad is te kort');
  return root;
}

/**
 * The entry, its place, and the size of the register that it is in.
 *
 * @param {Uint8Array} proof the bytes of the proof
 * @param {string} vkey the verifier key of the register
 * @throws Error that says why it proves nothing
 */
export function checkProof(proof, vkey) {
  const key = keyOf(vkey);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(proof);
  const [head = '', body = '', signed = '', ...more] = text.split('\n\n');
  if (more.length > 0 || !signed.endsWith('\n')) throw new Error('het bewijs heeft niet de vorm van een tlog-proof');
  const [format, extra = '', index = '', ...nodes] = head.split('\n');
  if (format !== 'c2sp.org/tlog-proof@v1' || !extra.startsWith('extra ') || !index.startsWith('index ')) {
    throw new Error('het bewijs heeft niet de vorm van een tlog-proof');
  }
  const entry = bytesOf(extra.slice(6), 'de regel');
  const nr = numberOf(index.slice(6), 'de plaats');
  const path = nodes.map((node) => bytesOf(node, 'een hash'));

  const [origin, size = '', root = '', ...extension] = body.split('\n');
  const grootte = numberOf(size, 'de grootte');
  if (extension.length > 0 || origin !== key.name) throw new Error('het checkpoint is van een ander register');
  let vouched = false;
  for (const line of signed.slice(0, -1).split('\n')) {
    const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    if (name === undefined) throw new Error('een handtekening is niet te lezen');
    const bytes = bytesOf(encoded, 'een handtekening');
    // Of keys that we do not know nothing can be said: C2SP signed-note has them passed over.
    if (name !== key.name || bytes.subarray(0, 4).toString('hex') !== key.id) continue;
    if (!verify(null, Buffer.from(`${body}\n`), key.key, bytes.subarray(4)))
      throw new Error('de handtekening klopt niet');
    vouched = true;
  }
  if (!vouched) throw new Error('het checkpoint is niet met deze sleutel ondertekend');
  if (nr >= grootte || path.some((node) => node.length !== 32)) throw new Error('het bewijs past niet in het register');
  const expected = bytesOf(root, 'de wortel');
  if (!rootFrom(sha256(Buffer.from([0]), entry), nr, grootte, path).equals(expected)) {
    throw new Error('de regel staat niet zo in het register');
  }
  return { nr, grootte, regel: entry.toString('utf8') };
}

function main(argv) {
  const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
  const [file, vkey] = [option('--proof'), option('--key')];
  let proof;
  try {
    keyOf(vkey ?? '');
    proof = readFileSync(file ?? '');
  } catch {
    console.error('Gebruik: node checkProof.mjs --proof BESTAND --key SLEUTEL');
    return 2;
  }
  try {
    const { nr, grootte, regel } = checkProof(proof, vkey);
    console.log(regel);
    console.error(`Bewezen: dit is regel ${nr} van de ${grootte} (geteld vanaf 0).`);
    return 0;
  } catch (fout) {
    console.error(`Niet bewezen: ${fout.message}.`);
    return 1;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = main(process.argv.slice(2));
}
