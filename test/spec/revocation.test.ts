import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../gateway/libraries';
import { demoGround } from '../../gateway/demo/demoGround';
import { issueToken } from '../../gateway/demo/demoIssuer';
import { type DemoKeys, demoKeys } from '../../gateway/demo/demoKeys';
import { type Hub, startHub } from '../../gateway/hub';
import { readSettings } from '../../gateway/settings';
import { readKetenpartners } from '../../schema/partners';
import type { Stap } from '../../schema/verloop/stap';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { BEGIN } from '../../schema/verloop/akte';
import { akteOf } from '../harness/akteOf';
import { type HubAnswer, type Question, askHub } from '../harness/askHub';
import { type OpenedEntry, readRegister } from '../harness/readRegister';
import { type Sources, startSources } from '../harness/startSources';
import { stapVraag } from '../harness/stapVraag';

jest.setTimeout(process.env['KETENHUB_DEEP'] === undefined ? 180_000 : 3_600_000);

const TIMES = process.env['KETENHUB_DEEP'] === undefined ? 12 : 300;
const ASKERS = 3;
const AGENT = { partner: 'politie-oost-nederland', medewerker: 'm-politie-6' };
const REGISSEUR = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' };
const ZETEL = { zetelPartner: AGENT.partner, zetelMedewerker: AGENT.medewerker };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('who is unseated while many ask, on two hubs at once', () => {
  const world = createWorld({ seed: 1, size: 'demo' });
  const casus = world.municipality.casussen[0]!.id;
  const partners = readKetenpartners();
  let keys: DemoKeys;
  let dirs: string[];
  let sources: Sources;
  let hubs: Hub[];
  beforeAll(async () => {
    dirs = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'ketenhub-intrekking-')));
    keys = await demoKeys(dirs[0]!);
    const quiet = { LOG_LEVEL: 'silent', PORT: '0', METRICS_PORT: '0' };
    const rates = { RATE_MEDEWERKER: '0', RATE_PARTNER: '0', RATE_PARTNER_AT_ONCE: '0' };
    const base = { KETENHUB_MODE: 'demo', KETENHUB_DIR: dirs[0]!, ...quiet, ...rates };
    sources = await startSources(world, base);
    const start = (dir: string) =>
      startHub(demoGround(readSettings({ ...base, ...sources.env, KETENHUB_DIR: dir }, 'demo'), keys));
    hubs = await Promise.all(dirs.map(start));
  });
  afterAll(async () => {
    await Promise.all(hubs.map((hub) => hub.stop()));
    await sources.stop();
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
  });

  const ask = async (hub: number, question: Question): Promise<HubAnswer> => {
    const token = await issueToken(keys.uitgever, partners.get(question.partner)!, question.medewerker, 60);
    return askHub(`http://127.0.0.1:${String(hubs[hub]!.port)}`, question, token);
  };
  const QUERY = 'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { incidenten { soort } bekendBijZorg { bronhouder } } } }'; // oxfmt-ignore
  const vraag = { ...AGENT, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: QUERY, variables: { casus } };

  test('gets no answer of either that is released after his leaving was acknowledged', async () => {
    let [nr, vorige] = [0, BEGIN];
    /** Takes a stap on one of the hubs; when it was acknowledged, by the clock of the registers. */
    const take = async (hub: number, stap: Stap): Promise<number> => {
      const akte = akteOf(stap, { casus, ...REGISSEUR, nr: nr + 1, vorige });
      const { status, body } = await ask(hub, await stapVraag(akte, keys.partner));
      const acknowledged = Date.now();
      expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
      [nr, vorige] = [nr + 1, (body.data?.['gezet'] as { akte: string }).akte];
      return acknowledged;
    };
    /** When he was out: from the acknowledgement on, until he was given a seat again. */
    const out: { from: number; until: number }[] = [];
    const seen = { released: 0, refused: 0, conflicts: 0 };
    const late: string[] = [];
    let ended = false;
    const askers = hubs.flatMap((_hub, index) =>
      Array.from({ length: ASKERS }, async () => {
        while (!ended) {
          const begun = Date.now();
          const { status } = await ask(index, vraag);
          if (status === 200) seen.released += 1;
          else if (status === 403) seen.refused += 1;
          else if (status === 409) seen.conflicts += 1;
          else late.push(`answered ${String(status)}`);
          // Asked when he was out, and answered all the same.
          const stretch = out.find(({ from, until }) => from <= begun && begun < until);
          if (status === 200 && stretch !== undefined && Date.now() < stretch.until) late.push('asked when he was out');
        }
      }),
    );
    for (let time = 0; time < TIMES; time += 1) {
      await take(time % 2, { stap: 'PLAATS_GEVEN', ...ZETEL, rol: 'DEELNEMER' });
      await pause(150 + 37 * (time % 5));
      const from = await take((time + 1) % 2, { stap: 'VERLATEN', ...ZETEL });
      out.push({ from, until: Number.POSITIVE_INFINITY });
      await pause(120);
      // The seat is given after this moment: until then he is surely out.
      out[out.length - 1] = { from, until: Date.now() };
    }
    ended = true;
    await Promise.all(askers);

    // The last look comes after the line of the register: what was written down when he was out may not have left.
    const released = (lines: readonly OpenedEntry[]): OpenedEntry[] => {
      const withdrawn = new Set(
        lines.filter(({ soort }) => soort === 'NIET_VRIJGEGEVEN').map(({ betreft }) => betreft),
      );
      return lines.filter(({ soort, partner, id }) => soort === 'ANTWOORD' && partner === AGENT.partner && !withdrawn.has(id)); // oxfmt-ignore
    };
    const registers = dirs.map((dir) => readRegister({ dir, keys }));
    for (const { tijdstip } of registers.flatMap(released)) {
      const at = Date.parse(tijdstip);
      if (out.some(({ from, until }) => from < at && at < until)) late.push(`released at ${tijdstip}`);
    }
    expect(late).toEqual([]);
    // It was tried indeed: he got answers, was refused, and answers on their way were held back.
    expect(seen.released).toBeGreaterThan(TIMES);
    expect(seen.refused).toBeGreaterThan(TIMES);
    expect(registers.flat().filter(({ soort }) => soort === 'NIET_VRIJGEGEVEN').length).toBeGreaterThan(0);
    expect(registers.flatMap(released).length).toBe(seen.released);
  });
});
