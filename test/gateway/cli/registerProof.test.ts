import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_KEY, SECOND_KEY, SIZE, buildGolden } from '../register/golden/buildGolden';
import { type Loose, looseSqlite } from '../register/golden/looseTables';
import { inclusionPath } from '../register/golden/naiveTree';
import { fill, newKey, optionsFor, start, vkeyOf } from '../register/realRegister';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';

const CHECK = join(__dirname, '../../../gateway/register/verifier/checkProof.mjs');
const dir = scratch();
const golden = buildGolden();
let loose: Loose;
let KETENHUB_DIR: string;
beforeAll(async () => {
  loose = await looseSqlite();
  KETENHUB_DIR = join(loose.source.file, '..');
  await loose.write(golden.rows);
});
afterAll(() => loose.drop());

const prove = (id: string, ...argv: string[]): Promise<Outcome> =>
  hub(['register', 'proof', id, ...argv], { env: { KETENHUB_DIR } });
const check = (file: string, key: string) =>
  spawnSync(process.execPath, [CHECK, '--proof', file, '--key', key], { encoding: 'utf8' });
const idOf = (nr: number): string => String(golden.rows.regel[nr]!['id']);
const textOf = (nr: number): string => String(golden.rows.inhoud.find((row) => row['nr'] === nr)!['tekst']);

/** The stand-alone checker over many proofs, in one process of plain node. Says which it accepts. */
function acceptsAny(proofs: readonly Buffer[], key: string): number[] {
  const file = join(dir, 'proofs.json');
  writeFileSync(file, JSON.stringify(proofs.map((proof) => proof.toString('base64'))));
  const script = `import { checkProof } from ${JSON.stringify(CHECK)}; import { readFileSync } from 'node:fs';
    const accepted = []; JSON.parse(readFileSync(${JSON.stringify(file)})).forEach((proof, index) => {
      try { checkProof(Buffer.from(proof, 'base64'), ${JSON.stringify(key)}); accepted.push(index); } catch {} });
    console.log(JSON.stringify(accepted));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as number[];
}

describe('hub register proof', () => {
  test('gives a C2SP tlog-proof with the text of the entry in it', async () => {
    const nr = 301;
    const { code, out } = await prove(idOf(nr));
    expect(code).toBe(0);
    const path = inclusionPath(nr, golden.leaves).map((node) => node.toString('base64'));
    expect(out).toBe(
      [
        'c2sp.org/tlog-proof@v1',
        `extra ${Buffer.from(textOf(nr)).toString('base64')}`,
        `index ${String(nr)}`,
        ...path,
      ].join('\n') + `\n\n${String(golden.rows.checkpoint.at(-1)!['tekst'])}`,
    );
    expect(JSON.parse((await prove(idOf(nr), '--json')).out)).toEqual({ nr, grootte: SIZE, bewijs: out });
  });

  test.each([0, 255, 256, SIZE - 1])('that a stranger checks with plain node: entry %i', async (nr) => {
    const file = join(dir, `${String(nr)}.tlog-proof`);
    expect((await prove(idOf(nr), '--out', file)).out).toContain(`regel ${String(nr)} van ${String(SIZE)}`);
    const right = check(file, SECOND_KEY.vkey);
    expect({ status: right.status, stdout: right.stdout }).toEqual({ status: 0, stdout: `${textOf(nr)}\n` });
    expect(check(file, FIRST_KEY.vkey)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('deze sleutel') as unknown,
    });
  });

  test('of which every change of a single bit is refused', async () => {
    const { out } = await prove(idOf(301));
    const proof = Buffer.from(out);
    const changed = Array.from({ length: proof.length * 8 }, (_, bit) => {
      const copy = Buffer.from(proof);
      copy[bit >> 3]! ^= 1 << (bit & 7);
      return copy;
    });
    expect(acceptsAny([proof, ...changed], SECOND_KEY.vkey)).toEqual([0]);
  }, 60_000);

  test('and every line left out, repeated or put elsewhere, and every proof of another entry', async () => {
    const [own, other] = [(await prove(idOf(301))).out, (await prove(idOf(302))).out];
    const lines = own.split('\n');
    const without = lines.map((_, at) => lines.filter((_line, one) => one !== at));
    const twice = lines.map((line, at) => [...lines.slice(0, at), line, ...lines.slice(at)]);
    const swapped = lines
      .slice(1)
      .map((line, at) => lines.map((one, index) => (index === at ? line : index === at + 1 ? lines[at]! : one)));
    const mixed = [
      own.replace(/extra .*/, /extra .*/.exec(other)![0]),
      own.replace('index 301', 'index 302'),
      own.replace('index 301', 'index 0301'),
      `\ufeff${own}`,
      `${own}\n`,
      own.replaceAll('\n', '\r\n'),
    ];
    const candidates = [...without, ...twice, ...swapped].map((some) => some.join('\n')).filter((text) => text !== own);
    const all = [...candidates, ...mixed];
    const accepted = acceptsAny(
      all.map((text) => Buffer.from(text)),
      SECOND_KEY.vkey,
    ).map((index) => all[index]);
    // The signature, said twice, is still that signature.
    const [signature = ''] = lines.slice(-2);
    expect(accepted).toEqual([[...lines.slice(0, -1), signature, ''].join('\n')]);
  }, 60_000);

  test('and none of what is unknown, destroyed, not signed yet, or tampered with', async () => {
    expect(await prove('onbekend')).toEqual({ code: 1, out: '', err: 'Er is geen regel met dit ontvangstbewijs.\n' });
    expect((await prove(idOf(25))).err).toContain('vernietigd');
    await loose.write({ checkpoint: golden.rows.checkpoint.filter(({ grootte }) => Number(grootte) <= 530) });
    expect((await prove(idOf(540))).err).toContain('nog geen checkpoint');
    const inhoud = golden.rows.inhoud.map((row) => (row['nr'] === 301 ? { ...row, tekst: textOf(302) } : row));
    await loose.write({ inhoud, checkpoint: golden.rows.checkpoint });
    expect(await prove(idOf(301))).toMatchObject({ code: 1, err: 'Het register klopt niet; zie "register verify".\n' });
    await loose.write(golden.rows);
    const nowhere = await hub(['register', 'proof', 'x'], { env: { KETENHUB_DIR: join(dir, 'nergens') } });
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringMatching(ONE_LINE) as unknown });
  });

  test('and the checker tells how it is used', () => {
    expect(check(join(dir, 'weg'), SECOND_KEY.vkey).status).toBe(2);
    expect(check(CHECK, 'geen sleutel').status).toBe(2);
    expect(check(CHECK, SECOND_KEY.vkey).status).toBe(1);
    const imports = [...readFileSync(CHECK, 'utf8').matchAll(/from '([^']*)'/g)].map(([, from]) => from);
    expect(imports).toEqual(['node:crypto', 'node:fs', 'node:url']);
  });

  test('holds for what the writer wrote', async () => {
    const [key, folder] = [newKey(), join(dir, 'echt')];
    const register = await start(optionsFor({ databaseUrl: null, file: join(folder, 'register.sqlite') }, key));
    const ids = await fill(register, 20);
    await register.close();
    const file = join(dir, 'echt.tlog-proof');
    expect((await hub(['register', 'proof', ids[7]!, '--out', file], { env: { KETENHUB_DIR: folder } })).code).toBe(0);
    const { status, stdout } = check(file, vkeyOf(key));
    expect({ status, id: (JSON.parse(stdout) as { id: string }).id }).toEqual({ status: 0, id: ids[7] });
  });
});
