import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoKeys } from '../../../../gateway/demo/demoKeys';
import { REGELS } from '../../../../gateway/cli/subgraph/regels/regels';
import type { Bronproef } from '../../../../gateway/cli/subgraph/check';
import { SUBGRAVEN } from '../../../../schema/domain/subgraaf';
import { createWorld } from '../../../../subgraphs/kit/synthetic/createWorld';
import { police } from '../../../../subgraphs/police/police';
import { type PartnerUnderTest, startPartner } from '../../../harness/startPartner';
import { type Sources, startSources } from '../../../harness/startSources';
import { hub } from '../onTerminal';
import { scratch } from '../scratch';
import { BREUKEN, CASUS } from './breuken';
import { brokenSource } from './brokenSource';

const world = createWorld({ seed: 1, size: 'demo' });
const KETENHUB_DIR = scratch();
const PEM = join(KETENHUB_DIR, 'proef.pem');
const personen = world.municipality.betrokkenheden.filter(({ casus }) => casus === CASUS);
const HOOFD = personen
  .filter(({ soort }) => soort === 'HOOFDBETROKKENE')
  .map(({ persoon }) => `Hoofdbetrokkene:${persoon}`);
const KRING = personen.filter(({ soort }) => soort === 'KRINGLID').map(({ persoon }) => `Kringlid:${persoon}`);
const ENTITEITEN = [...HOOFD, ...KRING].flatMap((one) => ['--entiteit', one]);

/** A source of a partner, with a test key that it knows as that of the hub. */
let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(police, { createWorld: () => world });
  writeFileSync(PEM, bron.key.privateKey.export({ format: 'pem', type: 'pkcs8' }));
});
afterAll(() => bron.close());

const SLEUTEL = ['--sleutel', PEM, '--kid', 'test-1'];
const ALLES = [...SLEUTEL, '--subgraaf', 'police', '--casus', CASUS, ...ENTITEITEN, '--wachttijd', '3000'];

async function check(url: string, argv: readonly string[], env: object = {}) {
  const { code, out, err } = await hub(['subgraph', 'check', url, ...argv, '--json'], {
    env: { KETENHUB_DIR, ...env },
  });
  const proef = out === '' ? null : (JSON.parse(out) as Bronproef);
  const not = (uitslag: string) => proef?.regels.filter((one) => one.uitslag === uitslag).map(({ regel }) => regel);
  return { code, err, out, proef, tekort: not('TEKORT'), nietTeProeven: not('NIET_TE_PROEVEN') };
}

describe('the sources of the house, as they are in the demo', () => {
  let sources: Sources;
  const dir = scratch();
  beforeAll(async () => {
    await demoKeys(dir);
    sources = await startSources(world, { KETENHUB_MODE: 'demo', KETENHUB_DIR: dir, LOG_LEVEL: 'silent' });
  });
  afterAll(() => sources.stop());

  /** How many categories were seen to be withheld: not granted, and of another or under a condition. */
  const ONTHOUDEN = { police: [12, 12], care: [14, 14], municipality: [36, 35] } as const;

  test.each(SUBGRAVEN)('%s keeps to every rule, and is known by what it answers', async (name) => {
    const { code, err, proef, tekort, nietTeProeven } = await check(sources.sources[name], [], { KETENHUB_DIR: dir });
    expect({ tekort, nietTeProeven, err, code }).toEqual({ tekort: [], nietTeProeven: [], err: '', code: 0 });
    expect(proef).toMatchObject({ subgraaf: name, voldoet: true, url: sources.sources[name] });
    const tried = proef?.regels.flatMap(({ waarom }) => /^(\d+) categorieen onthouden$/.exec(waarom)?.slice(1) ?? []);
    const [all, own] = ONTHOUDEN[name];
    expect(tried).toEqual([all, own, own, own, own, own].map(String));
  });
});

/** Of the breaks of one rule the first is held against all rules; the others, against their own. */
const EERSTE = BREUKEN.filter(([regel], place) => BREUKEN.findIndex(([other]) => other === regel) === place);
const ANDERE = BREUKEN.filter((one) => !EERSTE.includes(one));

describe('a source that breaks one rule falls short of it', () => {
  test.each(EERSTE)('%s, and of no other: %s', async (regel, _hoe, maak) => {
    const { code, err, tekort, nietTeProeven } = await check(await brokenSource(bron.url, bron.key, maak), ALLES);
    expect({ tekort, nietTeProeven }).toEqual({ tekort: [regel], nietTeProeven: [] });
    expect({ code, err }).toEqual({ code: 1, err: `De bron schiet tekort: ${regel}.\n` });
  });

  test.each(ANDERE)('%s: %s', async (regel, _hoe, maak) => {
    // How it refuses shows in what it was asked before.
    const regels = regel === 'weigert-gelijk' ? ['verlopen', 'geadresseerde', regel] : [regel];
    const argv = [...ALLES, ...regels.flatMap((one) => ['--regel', one])];
    const { code, tekort } = await check(await brokenSource(bron.url, bron.key, maak), argv);
    expect({ code, tekort }).toEqual({ code: 1, tekort: [regel] });
  });

  test('and each rule has a source that breaks it', () => {
    expect(EERSTE.map(([regel]) => regel)).toEqual(REGELS.map(({ naam }) => naam));
  });
});
