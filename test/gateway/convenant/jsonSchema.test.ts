import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { convenantSchema } from '../../../gateway/convenant/convenantSchema';
import { convenantJsonSchema } from '../../../gateway/convenant/jsonSchema';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readKetenpartners } from '../../../schema/partners';
import { counted, runs } from '../../harness/runs';

const map = join(__dirname, '../../../schema/convenanten');
const catalogus = readGegevenscatalogus();
const partners = readKetenpartners();
const zod = convenantSchema(catalogus, partners);
const bestanden = readdirSync(map).filter((naam) => naam.endsWith('.yaml'));
const gelezen = (naam: string): unknown => parseYaml(readFileSync(join(map, naam), 'utf8'));

type Json = string | number | boolean | null | Json[] | { [sleutel: string]: Json };
type Pad = readonly (string | number)[];

/** Every place in a value, deepest last. */
function paden(waarde: Json, pad: Pad = []): Pad[] {
  if (typeof waarde !== 'object' || waarde === null) return [pad];
  return [pad, ...Object.entries(waarde).flatMap(([sleutel, onder]) => paden(onder, [...pad, sleutel]))];
}

/** The value with another at this place; undefined: without it. */
function anders(waarde: Json, [sleutel, ...rest]: Pad, nieuw: Json | undefined): Json {
  if (sleutel === undefined) return nieuw ?? null;
  const kopie = (Array.isArray(waarde) ? [...waarde] : { ...(waarde as object) }) as { [sleutel: string]: Json };
  if (rest.length > 0) kopie[sleutel] = anders(kopie[sleutel] ?? null, rest, nieuw);
  else if (nieuw !== undefined) kopie[sleutel] = nieuw;
  else if (Array.isArray(waarde)) return waarde.filter((_, index) => String(index) !== sleutel);
  else return Object.fromEntries(Object.entries(kopie).filter(([naam]) => naam !== sleutel));
  return kopie;
}

function op(waarde: Json, pad: Pad): Json {
  return pad.reduce<Json>((binnen, sleutel) => (binnen as Record<string, Json>)[sleutel] ?? null, waarde);
}

/** The slips that a hand makes in a file, and worse: at this place, in this value. */
function verschrijf(waarde: Json, pad: Pad, hoe: number): Json {
  const hier = op(waarde, pad);
  switch (hoe) {
    case 0:
      return anders(waarde, pad, undefined);
    case 1:
      return anders(waarde, pad, typeof hier === 'string' ? `${hier.slice(0, -1)}Q` : 'Q');
    case 2:
      return anders(waarde, pad, 7);
    case 3:
      return anders(waarde, pad, []);
    case 4:
      return anders(waarde, pad, typeof hier === 'string' ? '' : null);
    case 5:
      return Array.isArray(hier) ? anders(waarde, pad, [...hier, ...hier]) : anders(waarde, pad, true);
    case 6:
      return Array.isArray(hier) || typeof hier !== 'object'
        ? anders(waarde, pad, [hier])
        : anders(waarde, [...pad, 'voorwarden'], ['NIET_VASTLEGGEN']);
    default:
      return anders(waarde, pad, typeof hier === 'string' ? hier.toLowerCase() : '2026-02-30');
  }
}

describe('the JSON Schema beside the convenanten', () => {
  let app: FastifyInstance;
  /** What an editor makes of a file: fastify holds a body against a schema, without mending anything in it. */
  let valideer: (waarde: Json) => Promise<boolean>;
  beforeAll(async () => {
    const customOptions = { coerceTypes: false, removeAdditional: false, useDefaults: false } as const;
    app = fastify({ ajv: { customOptions } });
    const body = JSON.parse(readFileSync(join(map, 'convenant.schema.json'), 'utf8')) as object;
    app.post('/', { schema: { body } }, () => 'goed');
    await app.ready();
    valideer = async (waarde) =>
      (await app.inject({ method: 'POST', url: '/', payload: waarde as object })).statusCode === 200;
  });
  afterAll(() => app.close());

  it('is the one that the reader demands', () => {
    expect(readFileSync(join(map, 'convenant.schema.json'), 'utf8')).toBe(convenantJsonSchema(catalogus, partners));
  });

  it.each(bestanden)('lets %s stand', async (naam) => {
    expect(await valideer(gelezen(naam) as Json)).toBe(true);
    expect(zod.safeParse(gelezen(naam)).success).toBe(true);
  });

  it('finds what the reader finds in a file with a slip in it, and finds nothing where the reader finds nothing', async () => {
    const voorbeelden = bestanden.map((naam) => {
      const { verstrekkingen, ...kop } = gelezen(naam) as { verstrekkingen: Json[] } & Record<string, Json>;
      return { ...kop, verstrekkingen: verstrekkingen.slice(-3) };
    });
    let goed = 0;
    let fout = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...voorbeelden), fc.nat(), fc.nat(7), async (voorbeeld, waar, hoe) => {
        const plekken = paden(voorbeeld).slice(1);
        const pad = plekken[waar % plekken.length] ?? [];
        const waarde = verschrijf(voorbeeld, pad, hoe);
        const { success } = zod.safeParse(waarde);
        if (success) goed += 1;
        else fout += 1;
        expect({ pad, hoe, stands: await valideer(waarde) }).toEqual({ pad, hoe, stands: success });
      }),
      counted(600),
    );
    expect(fout).toBeGreaterThan(runs(200));
    expect(goed).toBeGreaterThan(runs(20));
  }, 60_000);
});
