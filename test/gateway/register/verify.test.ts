import fc from 'fast-check';
import { parseCheckpoint } from '../../../gateway/register/verifier/checkpoint';
import { verifyRegister } from '../../../gateway/register/verify';
import { readVerifier } from '../../../schema/signedNote';
import { FIRST_KEY, ORIGIN, SECOND_KEY, SIZE, buildGolden } from './golden/buildGolden';
import { signerOf } from './golden/goldenKeys';
import { type Loose, loosePostgres, looseSqlite } from './golden/looseTables';
import type { Rows } from './golden/rows';
import { postgresBackend } from './postgresBackend';
import { tamperings } from './tamperings';

const golden = buildGolden();
const last = (rows: Rows): string => String(rows.checkpoint.at(-1)!['tekst']);
const kept = (rows: Rows, grootte: number) => {
  const found = rows.checkpoint.find((row) => row['grootte'] === grootte);
  return { checkpoint: parseCheckpoint(String(found?.['tekst']))! };
};
const cutAt = (rows: Rows, size: number): Rows => ({
  ...rows,
  regel: rows.regel.filter(({ nr }) => Number(nr) < size),
  inhoud: rows.inhoud.filter(({ nr }) => Number(nr) < size),
  wijzer: rows.wijzer.filter(({ nr }) => Number(nr) < size),
  knoop: rows.knoop.filter(({ nr }) => (Number(nr) + 1) * 256 <= size),
  checkpoint: rows.checkpoint.filter(({ grootte }) => Number(grootte) <= size),
  persoonsleutel: rows.persoonsleutel.filter(({ id }) => golden.maker.get(String(id))! < size),
});

/** Random changes tried; many more with KETENHUB_DEEP. */
const DEEP = process.env['KETENHUB_DEEP'] === undefined ? 1 : 50;
const BACKENDS: [string, () => Promise<Loose>, number][] = [['SQLite', looseSqlite, 30 * DEEP]];
if (postgresBackend.unavailable === null) BACKENDS.push(['PostgreSQL', loosePostgres, 8 * DEEP]);
else console.warn(`NOT TESTED on PostgreSQL: the verifier: ${postgresBackend.unavailable}`);

describe.each(BACKENDS)('the verifier (%s)', (_name, create, numRuns) => {
  let loose: Loose;
  beforeAll(async () => {
    loose = await create();
  });
  beforeEach(() => loose.write(golden.rows));
  afterAll(() => loose.drop());
  const verify = (options: Parameters<typeof verifyRegister>[2] = {}) =>
    verifyRegister(loose.source, undefined, options);

  it('finds a register right that was built from the README alone', async () => {
    const right = { regels: SIZE, checkpoint: last(golden.rows), fout: null };
    expect(await verify()).toEqual(right);
    for (const pageSize of [33, 256, 10_000]) expect(await verify({ pageSize })).toEqual(right);
  });

  it('finds any change, removal, copy, swap and insertion of a row, and names the first wrong entry', async () => {
    await fc.assert(
      fc.asyncProperty(tamperings(golden), fc.integer({ min: 40, max: 700 }), async ({ what, rows, nr }, pageSize) => {
        await loose.write(rows);
        const { fout, regels } = await verify({ pageSize });
        const restored = Object.fromEntries(
          Object.keys(rows).map((table) => [table, golden.rows[table as keyof Rows]]),
        );
        await loose.write(restored);
        expect({ what, nr: fout?.nr }).toEqual({ what, nr });
        expect(regels).toBe(Math.max(nr > SIZE ? SIZE : nr, 0));
      }),
      { numRuns, endOnFailure: true },
    );
  }, 300_000);

  it('finds an end that was cut off by a checkpoint kept outside, and only so', async () => {
    const size = 520;
    await loose.write(cutAt(golden.rows, size));
    expect(await verify()).toMatchObject({ regels: size, fout: null });
    expect(await verify(kept(golden.rows, 512))).toMatchObject({ regels: size, fout: null });
    expect((await verify(kept(golden.rows, SIZE))).fout).toEqual({
      nr: size,
      melding: `het register is afgekapt: het bewaarde checkpoint gaat over ${String(SIZE)} regels, en er zijn er ${String(size)}`,
    });
  });

  it('finds entries that were cut off from under a checkpoint without any help', async () => {
    await loose.write({ ...cutAt(golden.rows, 520), checkpoint: golden.rows.checkpoint });
    expect((await verify()).fout).toMatchObject({ nr: 520, melding: expect.stringContaining('afgekapt') as unknown });
  });

  it('finds a register that its operator rewrote and signed again, by a checkpoint kept outside, and only so', async () => {
    for (const from of [0, 255, 529]) {
      await loose.write(buildGolden(from).rows);
      expect((await verify()).fout).toBeNull();
      for (const size of [1, 257, 512, 530, SIZE]) {
        const { fout } = await verify(kept(golden.rows, size));
        if (size <= from) expect(fout).toBeNull();
        else expect(fout).toMatchObject({ nr: size - 1, melding: expect.stringContaining('herschreven') as unknown });
      }
    }
  });

  it('accepts a checkpoint kept outside with cosignatures of kinds it does not know, and not one with a wrong signature', async () => {
    const cosigned = `${last(golden.rows)}\u2014 getuige ${Buffer.alloc(76, 5).toString('base64')}\n\u2014 ander ${Buffer.alloc(2424).toString('base64')}\n`;
    expect((await verify({ checkpoint: parseCheckpoint(cosigned)! })).fout).toBeNull();
    const signature = /(?<= )[A-Za-z0-9+/]{20,}=*/.exec(last(golden.rows))![0];
    const other = Buffer.from(signature, 'base64').map((byte, index) => (index === 9 ? byte ^ 1 : byte));
    const forged = last(golden.rows).replace(signature, Buffer.from(other).toString('base64'));
    expect((await verify({ checkpoint: parseCheckpoint(forged)! })).fout?.melding).toContain('niet klopt');
    const stranger = buildGolden(0, 20).rows;
    const replaced = last(stranger).replace(
      /\n\u2014[^]*$/,
      `\n\u2014 iemand ${Buffer.alloc(68).toString('base64')}\n`,
    );
    expect((await verify({ checkpoint: parseCheckpoint(replaced)! })).fout).toMatchObject({
      nr: 19,
      melding: expect.stringContaining('niet noemt') as unknown,
    });
  });

  it('believes a key that the caller brings, and not the first START', async () => {
    for (const one of [FIRST_KEY, SECOND_KEY])
      expect((await verify({ sleutel: readVerifier(one.vkey)! })).fout).toBeNull();
    const other = readVerifier(signerOf(ORIGIN, 'een ander').vkey)!;
    expect(await verify({ sleutel: other })).toMatchObject({
      regels: 0,
      fout: { nr: 0, melding: expect.stringContaining('ander register') as unknown },
    });
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    await verifyRegister(loose.source, (regels) => seen.push(regels), { pageSize: 200 });
    expect(seen).toEqual([200, 400, SIZE]);
  });
});
