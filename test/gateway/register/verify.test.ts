import { hashEntry } from '../../../gateway/register/hashEntry';
import { openRegister } from '../../../gateway/register/openRegister';
import { verifyRegister } from '../../../gateway/register/verify';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Rows, Scratch } from './backend';
import { regelWith } from './exampleRegel';
import { onEachBackend } from './onEachBackend';
import { tamperings } from './tamperings';

const ENTRIES = 8;

async function fill({ options, rows }: Scratch): Promise<{ golden: Rows; kop: string }> {
  const register = await openRegister(options);
  for (let nr = 0; nr < ENTRIES; nr += 1) await register.append(regelWith(nr % 4));
  await register.close();
  const golden = await rows();
  return { golden, kop: String(golden.logregel.at(-1)?.['hash']) };
}

onEachBackend('the verifier', (create) => {
  it('finds any change, removal, swap and insertion of a row, and names the first wrong entry', async () => {
    const scratch = await create();
    const { golden, kop } = await fill(scratch);
    await fc.assert(
      fc.asyncProperty(tamperings(golden), fc.integer({ min: 1, max: 10 }), async (tampering, pageSize) => {
        await scratch.overwrite(tampering.rows);
        const { fout } = await verifyRegister(scratch.options, undefined, { kop, pageSize });
        expect({ what: tampering.what, seq: fout?.seq }).toEqual({ what: tampering.what, seq: tampering.seq });
        if (!tampering.onlyWithKop) {
          expect((await verifyRegister(scratch.options, undefined, { pageSize })).fout?.seq).toBe(tampering.seq);
        }
      }),
      { numRuns: 200 },
    );
    await scratch.overwrite(golden);
    expect(await verifyRegister(scratch.options, undefined, { kop })).toEqual({ regels: ENTRIES, kop, fout: null });
  }, 120_000);

  it('finds a truncated end against a head noted elsewhere, and only so', async () => {
    const scratch = await create();
    const { golden, kop } = await fill(scratch);
    await scratch.overwrite({
      logregel: golden.logregel.slice(0, -2),
      verstrekking: golden.verstrekking.filter((row) => Number(row['logregel_seq']) <= ENTRIES - 2),
    });
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: ENTRIES - 2, fout: null });
    expect(await verifyRegister(scratch.options, undefined, { kop })).toMatchObject({
      regels: ENTRIES - 2,
      fout: { seq: ENTRIES - 1, melding: expect.stringContaining('kop') as unknown },
    });
  });

  it('accepts a head noted earlier when the register has grown since', async () => {
    const scratch = await create();
    const { kop } = await fill(scratch);
    const register = await openRegister(scratch.options);
    await register.append(regelWith(1));
    await register.close();
    expect(await verifyRegister(scratch.options, undefined, { kop })).toMatchObject({
      regels: ENTRIES + 1,
      fout: null,
    });
  });

  it('finds an entry forged with a right hash of its own at the entry behind it', async () => {
    const scratch = await create();
    const { golden } = await fill(scratch);
    const line = { ...golden.logregel[2] };
    const entry = { seq: 3, id: 'verzonnen', tijdstip: String(line['tijdstip']), inhoud: '{}', verstrekkingen: [] };
    const forged = { ...line, id: entry.id, inhoud: entry.inhoud, hash: hashEntry(String(line['vorige']), entry) };
    await scratch.overwrite({
      logregel: golden.logregel.map((row) => (row['seq'] === 3 ? forged : row)),
      verstrekking: golden.verstrekking.filter((row) => row['logregel_seq'] !== 3),
    });
    expect(await verifyRegister(scratch.options)).toMatchObject({ regels: 3, fout: { seq: 4 } });
  });

  it('tells how far it is', async () => {
    const scratch = await create();
    await fill(scratch);
    const seen: number[] = [];
    await verifyRegister(scratch.options, (regels) => seen.push(regels), { pageSize: 3 });
    expect(seen).toEqual([3, 6, 8]);
  });
});

it('the verifier imports nothing of the writer', () => {
  const folder = join(__dirname, '../../../gateway/register');
  const files = ['verify.ts', ...readdirSync(join(folder, 'verifier')).map((name) => `verifier/${name}`)];
  const imports = files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/from '(\.[^']*)'/g)]);
  expect(
    imports
      .map(([, path]) => path)
      .filter((path) => !/^\.\/(verifier\/)?(stored|openSource|deriveHash)$/.test(path ?? '')),
  ).toEqual([]);
});
