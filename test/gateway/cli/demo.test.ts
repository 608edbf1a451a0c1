import { z } from 'zod';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { CASUSSTATUSSEN } from '../../../schema/domain/casusstatus';
import { PARTNERSOORTEN } from '../../../schema/domain/partnersoort';
import { ROLLEN } from '../../../schema/domain/rol';
import { ONE_LINE, hub } from './onTerminal';
import { spawnCli } from './spawnCli';

const rol = z.enum(ROLLEN);
const shape = z.strictObject({
  partners: z.array(
    z.strictObject({
      id: z.string(),
      naam: z.string(),
      soort: z.enum(PARTNERSOORTEN),
      oin: z.string().regex(/^00000099\d{12}$/),
      medewerkers: z.array(z.strictObject({ id: z.string(), rollen: z.array(rol).min(1) })),
    }),
  ),
  casussen: z.array(
    z.strictObject({
      id: z.string(),
      doel: z.enum(DOELEN),
      fase: z.enum(FASEN),
      kader: z.enum(KADERS),
      status: z.enum(CASUSSTATUSSEN),
      convenant: z.string(),
      tafel: z.array(z.strictObject({ partner: z.string(), medewerker: z.string(), rol })),
    }),
  ),
  doelen: z.array(z.enum(DOELEN)),
});
const read = (out: string) => shape.parse(JSON.parse(out));

describe('hub demo', () => {
  test('prints exactly the fields that are relied on, as a process of its own', async () => {
    const { code, out, err } = await spawnCli('main', ['demo', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { casussen, doelen } = read(out);
    expect(doelen).toEqual(DOELEN);
    const overleg = casussen.find(({ fase }) => fase === 'CASUSOVERLEG');
    expect(overleg?.tafel.map(({ partner }) => partner)).toEqual(
      expect.arrayContaining(['politie-oost-nederland', 'dimence', 'gemeente-zwolle']),
    );
  }, 30_000);

  test('names in its tables every party, seat and doel', async () => {
    const { out: text } = await hub(['demo']);
    const { partners, casussen, doelen } = read((await hub(['demo', '--json'])).out);
    for (const { id } of [...partners, ...casussen]) expect(text).toContain(id);
    for (const { medewerker } of casussen.flatMap(({ tafel }) => tafel)) expect(text).toContain(medewerker);
    for (const doel of doelen) expect(text).toContain(doel);
  });

  test('makes the world of KETENHUB_SEED and KETENHUB_SIZE', async () => {
    const ids = async (env: Record<string, string>): Promise<string[]> =>
      read((await hub(['demo', '--json'], { env })).out).casussen.map(({ id }) => id);
    const [demo, other, large] = await Promise.all([
      ids({}),
      ids({ KETENHUB_SEED: '2' }),
      ids({ KETENHUB_SIZE: '300' }),
    ]);
    expect(await ids({ KETENHUB_SEED: '1', KETENHUB_SIZE: 'demo' })).toEqual(demo);
    expect(other).not.toEqual(demo);
    expect(large.slice(0, demo.length)).toEqual(demo);
    expect(large.length).toBeGreaterThan(demo.length);
  });

  test('shows the table of the Dutch day, also just after midnight', async () => {
    const tafel = async (now: string): Promise<string[]> =>
      read((await hub(['demo', '--json'], { now })).out).casussen[0]!.tafel.map(({ medewerker }) => medewerker);
    expect(await tafel('2026-05-31T21:59:00Z')).toContain('m-politie-3');
    expect(await tafel('2026-05-31T22:01:00Z')).toContain('m-politie-1');
  });

  test.each([
    [{ KETENHUB_SEED: 'een' }],
    [{ KETENHUB_SIZE: '0' }],
    [{ KETENHUB_SIZE: '-3' }],
    [{ KETENHUB_MODE: 'production' }],
  ])('refuses %j', async (env) => {
    const { code, out, err } = await hub(['demo', '--json'], { env });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(ONE_LINE);
  });
});
