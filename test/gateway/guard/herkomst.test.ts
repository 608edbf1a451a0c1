import { type GuardGround, guard } from '../../../gateway/guard/guard';
import { Herkomsten } from '../../../gateway/herkomsten';
import type { Herkomst } from '../../../schema/domain/herkomst';
import { type Decisions, pruned, schema, toHub } from '../prune/schema';
import type { Json } from './results';

/** The host of each source, and the institutions whose rows lie there. */
const HOSTS = { police: 'politie', care: 'zorghost', municipality: 'zwolle', hub: 'hub' } as const;
const GRANTED = ['politie', 'zorghost', 'zwolle', 'deventer', 'dimence', 'tactus'];

function ask(
  selection: string,
  person: Json,
  told: readonly [keyof typeof HOSTS, Herkomst][],
  { granted = GRANTED, decisions = () => 'ALLOW' }: { granted?: string[]; decisions?: Decisions } = {},
) {
  const herkomsten = new Herkomsten();
  for (const [subgraaf, one] of told) herkomsten.add(subgraaf, { herkomst: [one], betreft: [] });
  const ground: GuardGround = {
    schema,
    hosts: new Map(Object.entries(HOSTS) as [keyof typeof HOSTS, string][]),
    sourceOf: (naam) =>
      naam.startsWith('politie.') ? 'police' : /^(zorg|veiligthuis)\./.test(naam) ? 'care' : 'municipality',
    herkomsten,
    uitval: new Set(),
    ontbreekt: () => false,
  };
  const { selectie, root } = pruned(`{ casus(id: "c") { hoofdbetrokkenen { ${selection} } } }`, decisions, {}, granted);
  const whole = { id: 'p', ketenhub_id: 'p', ketenhub_bronhouder: 'deventer', ...person };
  const result = { casus: { ketenhub_id: 'c', ketenhub_bronhouder: 'zwolle', hoofdbetrokkenen: [whole] } };
  const bewaakt = guard(ground, selectie, root, toHub(selectie, result));
  const of = (naam: string) =>
    bewaakt.verstrekkingen
      .filter(({ coordinaat }) => coordinaat === `Hoofdbetrokkene.${naam}`)
      .map(({ bronhouder, categorie, aantal, records }) => ({
        van: `${categorie} ${bronhouder} ${aantal}`,
        records: records.map(({ verwijzing }) => verwijzing),
      }));
  return { ...bewaakt, of };
}
const told = (veld: string, categorie: string, ...van: [string, string[]][]): Herkomst => ({
  coordinaat: `Hoofdbetrokkene.${veld}`,
  id: 'p',
  categorie,
  van: van.map(([bronhouder, records]) => ({ bronhouder, records })),
});

test('a value worked out of rows of several is given by each of them, with the rows', () => {
  const herkomst = told('veiligheidsbeeld', 'zorg.risico', ['dimence', ['d1', 'd2']], ['tactus', []]);
  const { of, verstrekkingen } = ask('veiligheidsbeeld', { veiligheidsbeeld: 'HOOG' }, [['care', herkomst]]);
  expect(of('veiligheidsbeeld')).toEqual([
    { van: 'zorg.risico dimence 1', records: ['d1', 'd2'] },
    { van: 'zorg.risico tactus 1', records: [] },
    { van: 'politie.risico politie 1', records: [] },
  ]);
  const line = verstrekkingen.find(({ bronhouder }) => bronhouder === 'dimence');
  expect(line?.records[0]).toMatchObject({ type: 'Hoofdbetrokkene.veiligheidsbeeld' });
  expect(line?.records[0]?.inhoud).toMatch(/^[0-9a-f]{32}$/);
});

test('what another source was sent to work with is given by whose rows that was, and by whose the person himself is', () => {
  const { of } = ask('huisbezoek', { huisbezoek: 'MET_TWEE' }, [
    ['care', told('huisbezoek', 'zorg.huisbezoek', ['dimence', ['h']])],
    ['police', told('bezoekadvies', 'politie.risico', ['politie', ['r']])],
  ]);
  expect(of('huisbezoek')).toEqual([
    { van: 'zorg.huisbezoek dimence 1', records: ['h'] },
    { van: 'politie.risico politie 1', records: ['r'] },
    // Of Deventer, though Zwolle hosts the source.
    { van: 'persoon.geheimhouding deventer 1', records: [] },
  ]);
});

test('who grants nothing of it gave nothing; with nobody left it is written down as if nothing was told', () => {
  const beeld = { heeftSchulden: true };
  const from = (...van: [string, string[]][]) =>
    ask('heeftSchulden', beeld, [['municipality', told('heeftSchulden', 'gemeente.schuldindicatie', ...van)]]).of('heeftSchulden'); // oxfmt-ignore
  expect(from(['zwolle', ['s']], ['vreemd', ['x']])).toEqual([{ van: 'gemeente.schuldindicatie zwolle 1', records: ['s'] }]); // oxfmt-ignore
  expect(from(['vreemd', ['x']])).toEqual([{ van: 'gemeente.schuldindicatie deventer 1', records: [] }]);
  expect(from()).toEqual([{ van: 'gemeente.schuldindicatie deventer 1', records: [] }]);
});

test('only of its own categories, of this field and this person is a source believed', () => {
  const value = { veiligheidsbeeld: 'LAAG', wijk: 'W' };
  const plain = ask('veiligheidsbeeld wijk', value, []);
  const lies: [keyof typeof HOSTS, Herkomst][] = [
    ['care', told('veiligheidsbeeld', 'politie.risico', ['tactus', []])],
    ['police', told('veiligheidsbeeld', 'zorg.risico', ['tactus', []])],
    ['care', told('wijk', 'persoon.wijk', ['tactus', []])],
    ['care', { ...told('veiligheidsbeeld', 'zorg.risico', ['tactus', []]), id: 'ander' }],
    ['care', told('huisbezoek', 'zorg.risico', ['tactus', []])],
  ];
  expect(ask('veiligheidsbeeld wijk', value, lies).verstrekkingen).toEqual(plain.verstrekkingen);
});

test('nothing passes by what is told: the answer, and what is held back, stay what they are', () => {
  const herkomst: [keyof typeof HOSTS, Herkomst][] = [
    ['care', told('veiligheidsbeeld', 'zorg.risico', ['dimence', ['d']])],
    ['municipality', told('heeftSchulden', 'gemeente.schuldindicatie', ['zwolle', ['s']])],
    ['municipality', told('wijk', 'persoon.wijk', ['zwolle', []])],
  ];
  const person = { veiligheidsbeeld: 'HOOG', heeftSchulden: true, wijk: 'W', bsn: '1' };
  for (const granted of [['zwolle'], ['deventer'], ['dimence'], ['zwolle', 'deventer'], GRANTED, []]) {
    for (const decisions of [
      () => 'ALLOW' as const,
      (naam: string) => (naam.endsWith('wijk') ? ('DENY' as const) : ('ALLOW' as const)),
    ]) {
      const options = { granted, decisions };
      const without = ask('veiligheidsbeeld heeftSchulden wijk bsn', person, [], options);
      const withIt = ask('veiligheidsbeeld heeftSchulden wijk bsn', person, herkomst, options);
      expect([withIt.data, withIt.tegengehouden, withIt.fouten]).toEqual([without.data, without.tegengehouden, without.fouten]); // oxfmt-ignore
      expect(withIt.verstrekkingen.every(({ bronhouder }) => granted.includes(bronhouder))).toBe(true);
    }
  }
});

test('a value that is not there is given by nobody, and a record says itself whose it is', () => {
  const rows = [{ ketenhub_bronhouder: 'tactus', ketenhub_record: 't', niveau: 'LAAG' }];
  const { of, verstrekkingen } = ask('veiligheidsbeeld risicotaxaties { niveau }', { veiligheidsbeeld: null, risicotaxaties: rows }, [
    ['care', told('veiligheidsbeeld', 'zorg.risico', ['dimence', ['d']])],
    ['care', told('risicotaxaties', 'zorg.risico', ['dimence', ['d']])],
    ['care', { ...told('x', 'zorg.risico', ['dimence', ['d']]), coordinaat: 'Risicotaxatie.niveau' }],
  ]); // oxfmt-ignore
  expect(of('veiligheidsbeeld').filter(({ van }) => van.endsWith(' 1'))).toEqual([]);
  expect(verstrekkingen.filter(({ aantal }) => aantal > 0).map(({ bronhouder }) => bronhouder)).not.toContain(
    'dimence',
  );
});

describe('an advies in a casus', () => {
  const advies = (id: string) => ({ ketenhub_id: id, ketenhub_bronhouder: 'dimence', advies: 'x' });
  const give = (subgraaf: keyof typeof HOSTS, type: string, id: string) => {
    const herkomsten = new Herkomsten();
    herkomsten.add(subgraaf, { herkomst: [], betreft: [{ type, id, persoon: 'p' }] });
    const ground: GuardGround = {
      schema,
      hosts: new Map(Object.entries(HOSTS) as [keyof typeof HOSTS, string][]),
      sourceOf: (naam) => (naam.startsWith('politie.') ? 'police' : naam.startsWith('zorg.') ? 'care' : 'municipality'),
      herkomsten,
      uitval: new Set(),
      ontbreekt: () => false,
    };
    const source = `{ casus(id: "c") { zorgadviezen { advies } politieadviezen { advies } hoofdbetrokkenen { wijk }
      tijdlijn { ... on Zorgadvies { advies } } } }`;
    const { selectie, root } = pruned(source, () => 'ALLOW', {}, GRANTED);
    const { ketenhub_bronhouder: _, ...lid } = advies('a');
    const casus = {
      ketenhub_id: 'c',
      ketenhub_bronhouder: 'zwolle',
      zorgadviezen: [advies('a'), advies('b')],
      politieadviezen: [{ ...advies('a'), ketenhub_bronhouder: 'politie' }],
      hoofdbetrokkenen: [{ ketenhub_id: 'q', ketenhub_bronhouder: 'zwolle', wijk: 'W' }],
      tijdlijn: [{ ...lid, ketenhub_type: 'Zorgadvies', ketenhub_bronhouder_care: 'dimence' }],
    };
    const { verstrekkingen } = guard(ground, selectie, root, toHub(selectie, { casus }));
    return verstrekkingen.map(({ coordinaat, persoon, aantal }) => `${coordinaat} ${persoon} ${aantal}`);
  };

  test('is given about the person that its own source names, wherever it stands', () => {
    const lines = give('care', 'Zorgadvies', 'a');
    expect(lines).toEqual(
      expect.arrayContaining(['Zorgadvies.advies p 2', 'Zorgadvies.advies null 1', 'Zorgadvies p 1']),
    );
    expect(lines).toEqual(expect.arrayContaining(['Casus.zorgadviezen p 1', 'Casus.zorgadviezen null 1']));
    expect(lines).toEqual(expect.arrayContaining(['Politieadvies.advies null 1', 'Casus.tijdlijn null 1']));
  });

  test('no other source says that, and nobody says whom a person is', () => {
    for (const [subgraaf, type, id] of [
      ['police', 'Zorgadvies', 'a'],
      ['care', 'Politieadvies', 'a'],
      ['care', 'Casus', 'c'],
      ['municipality', 'Hoofdbetrokkene', 'q'],
    ] as const)
      expect(give(subgraaf, type, id).filter((line) => / p \d$/.test(line))).toEqual([]);
  });
});
