import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegister } from '../harness/readRegister';
import { type House, type Question, startHouse } from '../harness/startHouse';

const EXAMPLE = join(__dirname, '../../schema/convenanten/veiligheidshuis-ijsselland.yaml');

/** The rules change while the hub runs. */
describe('the convenant in force', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-rules-'));
  const bestand = join(dir, 'huis.yaml');
  let house: House;
  let question: Question;
  beforeAll(async () => {
    copyFileSync(EXAMPLE, bestand);
    house = await startHouse({ env: { CONVENANTEN_DIR: dir } });
    const casus = house.world.municipality.casussen[0]!.id;
    const query =
      'query Q($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { geheim: meldingen { soort: klasse } } } }';
    const who = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
    question = { ...who, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query, variables: { casus } };
  });
  let tabel: string | undefined;
  beforeEach(async () => {
    copyFileSync(EXAMPLE, bestand);
    tabel ??= (await ready()).tabel;
    await until((found) => found.tabel === tabel && found.regels === 'actueel');
  });
  afterEach(() => {
    for (const proxy of Object.values(house.proxies)) proxy.behave('normal');
  });
  afterAll(async () => {
    await house.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  interface Ready {
    readonly tabel: string;
    readonly regels: 'actueel' | { readonly vorigeRevisie: true; readonly achterstand: readonly string[] };
  }
  const ready = async (): Promise<Ready & { readonly status: number }> => {
    const answer = await fetch(`${house.address}/health/ready`);
    return { status: answer.status, ...((await answer.json()) as Ready) };
  };
  const until = async (holds: (found: Ready) => boolean): Promise<Ready & { status: number }> => {
    for (;;) {
      const found = await ready();
      if (holds(found)) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const rewrite = (from: string | RegExp, to: string): void => {
    const before = readFileSync(bestand, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error('expected the text to change');
    writeFileSync(bestand, after);
  };
  const kenmerkOf = async (): Promise<unknown> =>
    ((await house.ask(question)).body.data as { casus: { kenmerk: unknown } | null }).casus?.kenmerk;

  test('that can not be read never replaces the one that works: it is told, and the hub goes on', async () => {
    rewrite('regime: WGS', 'regime: WGZ');
    const told = await until(({ regels }) => regels !== 'actueel');
    expect(told.status).toBe(200);
    expect(told.tabel).toBe(tabel);
    expect(told.regels).toEqual({
      vorigeRevisie: true,
      achterstand: [expect.stringMatching(/huis\.yaml:\d+:\d+ .*"WGZ" is geen regime; bedoelde u "WGS"\?/)],
    });
    expect(await kenmerkOf()).toBe('ZVH-2026-0001');
  }, 20_000);

  test('takes over at once when it is good, and closes what it no longer gives', async () => {
    expect(await kenmerkOf()).toBe('ZVH-2026-0001');
    rewrite('aan: [GEMEENTE, POLITIE, OM, RVDK, DJI, GGD]', 'aan: [GEMEENTE, OM, RVDK, DJI, GGD]');
    const renewed = await until((found) => found.tabel !== tabel);
    expect(renewed.regels).toBe('actueel');
    expect(await kenmerkOf()).toBeUndefined();
  }, 20_000);

  test('that changes while an answer is on its way: the answer does not leave, and the question is taken again', async () => {
    let once = true;
    house.proxies.police.behave({
      before: async () => {
        if (!once) return;
        once = false;
        rewrite('aan: [GEMEENTE, POLITIE, OM, RVDK, DJI, GGD]', 'aan: [GEMEENTE, OM, RVDK, DJI, GGD]');
        await until((found) => found.tabel !== tabel);
      },
    });
    const { body } = await house.ask(question);
    expect(once).toBe(false);
    expect(body.data).toEqual({ casus: null });
    const soorten = readRegister(house)
      .map(({ soort }) => soort)
      .filter((soort) => /ANTWOORD|NIET_VRIJ/.test(soort));
    expect(soorten.slice(-3)).toEqual(['ANTWOORD', 'NIET_VRIJGEGEVEN', 'ANTWOORD']);
  }, 20_000);

  test('tells the receiver, and the register, under which conditions a supplier gave', async () => {
    rewrite(/(gegevens: \[casus\.kern\]\n\s+van: \[GEMEENTE\]\n)/, '$1    voorwaarden: [NIET_VASTLEGGEN]\n');
    await until((found) => found.tabel !== tabel);
    const { body } = await house.ask(question);
    const { bronhouder } = house.world.municipality.casussen[0]!;
    const told = (body.extensions as { voorwaarden?: { coordinaat: string; bronhouder: string }[] }).voorwaarden ?? [];
    const regel = { coordinaat: 'Query.casus', categorie: 'casus.kern', bronhouder, voorwaarden: ['NIET_VASTLEGGEN'] };
    expect(told).toContainEqual({ pad: ['casus'], ...regel });
    expect(told.every(({ coordinaat }) => coordinaat === 'Query.casus')).toBe(true);
    const line = readRegister(house).at(-1);
    expect(line?.voorwaarden).toContainEqual(regel);
    expect(JSON.stringify(line)).not.toContain('geheim');
  }, 20_000);
});
