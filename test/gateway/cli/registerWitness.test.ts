import { createPublicKey, verify as verifySignature } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Golden, FIRST_KEY, ORIGIN, SECOND_KEY, buildGolden } from '../register/golden/buildGolden';
import { signerOf } from '../register/golden/goldenKeys';
import { consistencyProof } from '../register/golden/naiveTree';
import { ONE_LINE, type Outcome, hub } from './onTerminal';
import { scratch } from './scratch';

const KETENHUB_DIR = scratch();
const partner = signerOf('dimence', 'dimence');
const pem = join(KETENHUB_DIR, 'dimence.pem');
writeFileSync(pem, partner.key.export({ format: 'pem', type: 'pkcs8' }));

/** A hub that tells of its register whatever the test says. */
const told: { checkpoint: string | null; proof: string[] | null; asked: { van: number; tot: number }[] } = {
  checkpoint: null,
  proof: null,
  asked: [],
};
const server = createServer((request, response) => {
  void text(request).then((body) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: { van: number; tot: number } };
    const growth = query.includes('registerconsistentie');
    if (growth) told.asked.push(variables);
    const data = growth ? { registerconsistentie: told.proof } : { registerstand: { checkpoint: told.checkpoint } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

const honest = buildGolden();
const at = ({ rows }: Golden, grootte: number): string =>
  String(rows.checkpoint.find((row) => row['grootte'] === grootte)?.['tekst']);
const proves = ({ leaves }: Golden, van: number, tot: number): string[] =>
  consistencyProof(van, leaves.slice(0, tot)).map((node) => node.toString('base64'));
const tell = (golden: Golden, grootte: number, van = 0): void => {
  Object.assign(told, {
    checkpoint: at(golden, grootte),
    proof: van === 0 ? [] : proves(golden, van, grootte),
    asked: [],
  });
};

let nr = 0;
function newMap(): string {
  nr += 1;
  return join(KETENHUB_DIR, `getuige-${String(nr)}`);
}
const WHO = ['--partner', 'dimence', '--medewerker', 'm-dimence-1', '--sleutel', pem];
const witness = (map: string, ...argv: string[]): Promise<Outcome> =>
  hub(['register', 'witness', ...WHO, '--map', map, ...argv], { env: { KETENHUB_DIR, PUBLIC_URL: url } });
const kept = (map: string): string => readFileSync(join(map, 'laatste.checkpoint'), 'utf8');
const evidence = (map: string): string[] =>
  readdirSync(map)
    .filter((file) => file.startsWith('afwijkend'))
    .map((file) => readFileSync(join(map, file), 'utf8'));

describe('hub register witness', () => {
  test('keeps a first checkpoint with a cosignature of its own, and then whatever continues it', async () => {
    const map = newMap();
    tell(honest, 257);
    const first = await witness(map, '--hub', FIRST_KEY.vkey, '--json');
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({
      grootte: 257,
      vorige: null,
      bestand: join(map, 'laatste.checkpoint'),
    });
    tell(honest, 300, 257);
    const second = await witness(map);
    expect(second.out).toContain('Het register telt 300 regels en zette de 257 van eerder voort.');
    expect(told.asked).toEqual([{ van: 257, tot: 300 }]);

    const [body = '', lines = ''] = kept(map).split('\n\n');
    expect(`${body}\n\n${lines.split('\n')[0] ?? ''}\n`).toBe(at(honest, 300));
    const [, own = ''] = lines.trim().split('\n');
    const bytes = Buffer.from(own.split(' ')[2] ?? '', 'base64');
    const time = Date.parse('2026-11-21T12:00:00Z') / 1000;
    expect([own.split(' ')[1], bytes.length, bytes.readBigUInt64BE(4)]).toEqual(['dimence', 76, BigInt(time)]);
    const message = Buffer.from(`cosignature/v1\ntime ${String(time)}\n${body}\n`);
    expect(verifySignature(null, message, createPublicKey(partner.key), bytes.subarray(12))).toBe(true);
    expect(second.out).toContain(`sleutel van de getuige: dimence+${bytes.subarray(0, 4).toString('hex')}+`);
    expect(evidence(map)).toEqual([]);
  });

  test('the same checkpoint again is no news, and cosigned anew', async () => {
    const map = newMap();
    tell(honest, 64);
    await witness(map, '--hub', FIRST_KEY.vkey);
    expect((await witness(map)).code).toBe(0);
    expect(told.asked).toEqual([]);
  });

  const asTold = (): void => undefined;
  const broken: [string, Golden, number, string, () => void][] = [
    ['a register that shrank', honest, 64, 'Het register is gekrompen: eerst waren er 257 regels, nu 64.', asTold],
    [
      'one that was rewritten to the same size',
      buildGolden(200),
      257,
      'Het register is herschreven: over dezelfde 257',
      asTold,
    ],
    [
      'one that was rewritten and grew',
      buildGolden(200),
      300,
      'Het register is herschreven: wat er nu staat (300 regels)',
      asTold,
    ],
    ['one that proves nothing', honest, 300, 'De hub bewijst niet dat', () => (told.proof = null)],
    [
      'one that proves something else',
      honest,
      300,
      'Het register is herschreven',
      () => (told.proof = proves(honest, 256, 300)),
    ],
    [
      'one that has no checkpoint any more',
      honest,
      300,
      'De hub geeft iets dat geen checkpoint is',
      () => (told.checkpoint = null),
    ],
    ['a checkpoint of another key', honest, 512, 'Het checkpoint is niet met de bekende sleutel', asTold],
  ];
  test.each(broken)('finds %s, keeps both, and says so', async (_name, golden, grootte, melding, change) => {
    const map = newMap();
    tell(honest, 257);
    await witness(map, '--hub', FIRST_KEY.vkey);
    const before = kept(map);
    tell(golden, grootte, Math.min(257, grootte));
    change();
    const given = told.checkpoint ?? '';
    const { code, out, err } = await witness(map);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(melding);
    expect(kept(map)).toBe(before);
    expect(evidence(map)).toEqual([given]);
  });

  test('takes a new key of the hub when it is given, and only for a register that goes on', async () => {
    const map = newMap();
    tell(honest, 257);
    await witness(map, '--hub', FIRST_KEY.vkey);
    tell(honest, 512, 257);
    expect((await witness(map)).code).toBe(1);
    tell(buildGolden(200), 512, 257);
    expect((await witness(map, '--hub', SECOND_KEY.vkey)).code).toBe(1);
    tell(honest, 512, 257);
    expect((await witness(map, '--hub', SECOND_KEY.vkey)).code).toBe(0);
    expect((await witness(map)).code).toBe(0);
    tell(honest, 301, 301);
    expect((await witness(map)).err).toContain('gekrompen');
  });

  test('refuses a forged signature, and another register', async () => {
    const map = newMap();
    tell(honest, 257);
    told.checkpoint = told.checkpoint!.replace(/\n257\n/, '\n258\n');
    expect((await witness(map, '--hub', FIRST_KEY.vkey)).err).toContain('De handtekening van de hub klopt niet');
    tell(honest, 257);
    const other = signerOf('ander.register', 'eerste');
    expect((await witness(map, '--hub', other.vkey)).err).toContain(`Het checkpoint is van "${ORIGIN}"`);
    expect(readdirSync(map)).not.toContain('laatste.checkpoint');
    expect(readdirSync(map)).not.toContain('hub.sleutel');
  });

  test('says where the key of the register is to be had, before it is asked and when it lacks', async () => {
    const help = await hub(['register', 'witness', '--help'], { env: { KETENHUB_DIR } });
    const { code, err } = await witness(newMap());
    for (const text of [help.out, err])
      expect(text).toMatch(/registersleutel[^]*\/health\/ready|\/health\/ready[^]*registersleutel/);
    expect(help.out).toContain('langs\neen andere weg');
    expect(code).toBe(2);
  });

  test('ends with 2 on what can not be used', async () => {
    tell(honest, 257);
    expect(await witness(newMap())).toMatchObject({ code: 2, err: expect.stringContaining('--hub') as unknown });
    expect((await witness(newMap(), '--hub', 'onzin')).code).toBe(2);
    const map = newMap();
    mkdirSync(map);
    writeFileSync(join(map, 'laatste.checkpoint'), 'onzin');
    expect(await witness(map, '--hub', FIRST_KEY.vkey)).toMatchObject({ code: 2, out: '' });
    told.checkpoint = null;
    expect((await witness(newMap(), '--hub', FIRST_KEY.vkey)).err).toContain('nog geen checkpoint');
    expect((await witness(pem, '--hub', FIRST_KEY.vkey)).code).toBe(2);
  });
});
