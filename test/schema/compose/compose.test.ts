import { compose } from '../../../schema/compose/compose';
import { readLabels } from '../../../schema/compose/readLabels';
import { SUBGRAVEN, type Subgraaf } from '../../../schema/domain/subgraaf';
import { type Change, catalogus, changed, real, said } from './said';

describe('the committed graph', () => {
  test('is accepted, and says of each field who serves it and what must be told', () => {
    const { supergraph } = compose(real, catalogus);
    const labels = readLabels(supergraph);
    expect(labels.get('Hoofdbetrokkene.veiligheidsbeeld')).toMatchObject({
      categorieen: ['zorg.risico', 'politie.risico'],
      subgraaf: 'care',
    });
    expect(labels.get('Hoofdbetrokkene.veiligheidsbeeld')?.vraagt).toEqual(
      expect.arrayContaining([
        { aan: 'care', categorie: 'casus.betrokkenheid' },
        { aan: 'care', categorie: 'politie.risico' },
        { aan: 'police', categorie: 'casus.betrokkenheid' },
      ]),
    );
    expect(labels.get('Casus.overleggen')?.argumenten).toEqual({ vanaf: ['casus.overleggen'] });
    expect(labels.has('Casus.id')).toBe(false);
    expect(labels.has('Persoon.weergavenaam')).toBe(false);
  });

  test('a field of the municipality tells nobody anything', () => {
    for (const label of readLabels(compose(real, catalogus).supergraph).values()) {
      if (label.subgraaf === 'municipality') expect({ ...label }).toMatchObject({ vraagt: [] });
      else if (/^(Casus|Hoofdbetrokkene|Kringlid)\./.test(label.coordinaat))
        expect(label.vraagt.length).toBeGreaterThan(0);
    }
  });
});

describe('a graph in which something escapes the convenant is refused', () => {
  const BSN = 'bsn: String @policy(policies: [["persoon.bsn"]])';
  const KLASSE = 'klasse: String @policy(policies: [["politie.meldingen"]])';
  const cases: [string, string, ...Change[]][] = [
    ['a field without @policy', 'Hoofdbetrokkene.bsn: has no @policy', ['municipality', BSN, 'bsn: String']],
    [
      'an empty list',
      'Hoofdbetrokkene.bsn: has no @policy',
      ['municipality', BSN, 'bsn: String @policy(policies: [[]])'],
    ],
    ['a list of values without @policy', 'Politiemelding.klasse: has no @policy', ['police', KLASSE, 'klasse: String']],
    [
      'two inner lists: an OR',
      'Hoofdbetrokkene.bsn: needs exactly one inner list',
      ['municipality', BSN, 'bsn: String @policy(policies: [["persoon.bsn"], ["casus.kern"]])'],
    ],
    [
      'an OR written without inner lists',
      'Hoofdbetrokkene.bsn: needs exactly one inner list',
      ['municipality', BSN, 'bsn: String @policy(policies: ["persoon.bsn", "persoon.naam"])'],
    ],
    [
      'classified and non-null',
      'Hoofdbetrokkene.bsn: is classified and non-null',
      ['municipality', BSN, BSN.replace('String', 'String!')],
    ],
    [
      'an unknown category',
      'Politiemelding.klasse: names the unknown gegevenscategorie "politie.melding"',
      ['police', KLASSE, 'klasse: String @policy(policies: [["politie.melding"]])'],
    ],
    [
      'a category of another source',
      'Politiemelding.klasse: none of its categories is one of the source "police"',
      ['police', KLASSE, 'klasse: String @policy(policies: [["zorg.bekend"]])'],
    ],
    [
      'an argument without @leest',
      'argument "vanaf" has no @leest',
      ['police', / @leest\(gegevens: \["politie\.meldingen"\]\)/, ''],
    ],
    [
      'an argument that reads an unknown category',
      'names the unknown gegevenscategorie "politie.melding"',
      ['police', '@leest(gegevens: ["politie.meldingen"])', '@leest(gegevens: ["politie.melding"])'],
    ],
    [
      'a value type reached from two kinds of person',
      'give each kind a type of its own',
      [
        'police',
        /type Kringlid @key\(fields: "id"\) \{/,
        'type Kringlid @key(fields: "id") { verdenkingen: [Verdenking!] @policy(policies: [["politie.kringbekend"]])',
      ],
    ],
    [
      'a category of the hoofdbetrokkene on the circle',
      '"politie.verdenkingen" is about HOOFDBETROKKENE, but the field stands on KRINGLID',
      ['police', '@policy(policies: [["politie.kringbekend"]])', '@policy(policies: [["politie.verdenkingen"]])'],
    ],
    [
      'a field that leads to a person without the category of his key',
      'Kringrelatie.betreft: leads to a person or casus, so it needs "casus.betrokkenheid" too',
      [
        'municipality',
        '@policy(policies: [["kring.relaties", "casus.betrokkenheid"]])',
        '@policy(policies: [["kring.relaties"]])',
      ],
    ],
    [
      'an interface that leads to a kind of person whose key is not granted',
      'Gezinsrelatie.betreft: leads to a person or casus, so it needs "casus.kring" too',
      [
        'municipality',
        '"persoon.gezinsrelaties", "casus.betrokkenheid", "casus.kring", ',
        '"persoon.gezinsrelaties", "casus.betrokkenheid", ',
      ],
    ],
    [
      'a union that leads to a kind of person whose key is not granted',
      'Casus.wie: leads to a person or casus, so it needs "casus.kring" too',
      [
        'municipality',
        'type Casus @key(fields: "id") {',
        'union Wie = Hoofdbetrokkene | Kringlid\ntype Casus @key(fields: "id") { wie: [Wie!] @policy(policies: [["casus.betrokkenheid"]])',
      ],
    ],
    [
      'a key that is a datum',
      'Hoofdbetrokkene: its key is "bsn"',
      [
        'municipality',
        /type Hoofdbetrokkene implements Persoon @key\(fields: "id"\)/,
        'type Hoofdbetrokkene implements Persoon @key(fields: "id") @key(fields: "bsn")',
      ],
      ['municipality', /bsn: String @policy\(policies: \[\["persoon.bsn"\]\]\)/, 'bsn: String'],
    ],
    [
      '@requires of a field whose category the dependent lacks',
      '@requires',
      ['care', '@policy(policies: [["zorg.risico", "politie.risico"]])', '@policy(policies: [["zorg.risico"]])'],
    ],
  ];
  test.each(cases)('%s', (_name, expected, ...changes) => expect(said(...changes)).toContain(expected));

  test('@policy under another name, in one source or in all', () => {
    const rename = (name: Subgraaf): Change[] => [
      [name, '"@policy"', '{ name: "@policy", as: "@geheim" }'],
      [name, /@policy\(/g, '@geheim('],
    ];
    expect(said(...rename('police'))).not.toBe('');
    expect(said(...SUBGRAVEN.flatMap(rename))).toContain('may not be renamed');
  });

  test('@leest under another name', () => {
    const rename = (name: Subgraaf): Change[] => [
      [name, 'import: ["@leest"]', 'import: [{ name: "@leest", as: "@vrij" }]'],
      [name, '@composeDirective(name: "@leest")', '@composeDirective(name: "@vrij")'],
      [name, /@leest\(gegevens/g, '@vrij(gegevens'],
    ];
    expect(said(...SUBGRAVEN.flatMap(rename))).not.toBe('');
  });

  test('@policy by a link under another name', () => {
    const link = '@link(url: "https://specs.apollo.dev/policy/v0.1"';
    const supergraph = compose(real, catalogus).supergraph.replace(link, `${link}, as: "geheim"`);
    expect(() => readLabels(supergraph)).toThrow('may not be renamed');
  });

  test('@context, which the gateway would pass as undefined', () => {
    const supergraph = compose(real, catalogus).supergraph.replace(
      '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)',
      '$& @link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)',
    );
    expect(() => readLabels(supergraph)).toThrow('@context');
    const withContext: Change[] = [
      ['care', '"@composeDirective", ', '"@composeDirective", "@context", "@fromContext", '],
      [
        'care',
        'type Hoofdbetrokkene @key(fields: "id") {',
        'type Hoofdbetrokkene @key(fields: "id") @context(name: "wie") {',
      ],
      [
        'care',
        'type Zorgtraject {',
        'type Zorgtraject @key(fields: "nr") { nr: ID! proef(r: String @fromContext(field: "$wie { id }")): String @policy(policies: [["zorg.trajecten"]])',
      ],
    ];
    expect(said(...withContext)).not.toBe('');
  });

  test('a field that two sources serve', () => {
    const twice: Change[] = [
      ['care', '"@composeDirective", ', '"@composeDirective", "@shareable", '],
      ['police', '"@composeDirective", ', '"@composeDirective", "@shareable", '],
      [
        'care',
        'type Casus @key(fields: "id") {',
        'type Casus @key(fields: "id") { proef: String @shareable @policy(policies: [["zorg.advies"]])',
      ],
      [
        'police',
        'type Casus @key(fields: "id") {',
        'type Casus @key(fields: "id") { proef: String @shareable @policy(policies: [["politie.advies"]])',
      ],
    ];
    expect(said(...twice)).toContain('expected exactly one of');
  });
});

describe('what must be told is followed through chains of @requires', () => {
  /** municipality.bsn <- police.eerste <- care.tweede: care is told what police told, and police what it was told. */
  const chain: Change[] = [
    ['police', '"@composeDirective", ', '"@composeDirective", "@external", "@requires", '],
    [
      'police',
      /type Hoofdbetrokkene @key\(fields: "id"\) \{/,
      '$& bsn: String @external eerste: String @policy(policies: [["politie.bekend", "persoon.bsn"]]) @requires(fields: "bsn")',
    ],
    [
      'care',
      /type Hoofdbetrokkene @key\(fields: "id"\) \{/,
      '$& eerste: String @external tweede: String @policy(policies: [["zorg.bekend", "politie.bekend", "persoon.bsn"]]) @requires(fields: "eerste")',
    ],
  ];

  test('each host on the way, with each category', () => {
    const { vraagt } = readLabels(compose(changed(...chain), catalogus).supergraph).get('Hoofdbetrokkene.tweede')!;
    expect(vraagt.map(({ aan, categorie }) => `${aan} ${categorie}`).sort()).toEqual([
      'care casus.betrokkenheid',
      'care persoon.bsn',
      'care politie.bekend',
      'police casus.betrokkenheid',
      'police persoon.bsn',
    ]);
  });

  test('@requires of an object can not be checked, so it is refused', () => {
    const nested: Change[] = [
      ['care', 'veiligheidsrisico: Risiconiveau @external', '$& aandachtsvestigingen: [Aandachtsvestiging!] @external'],
      ['care', '@requires(fields: "veiligheidsrisico")', '@requires(fields: "aandachtsvestigingen { soort }")'],
      ['care', '"politie.risico"]])', '"politie.risico", "politie.aandachtsvestigingen"]])'],
      ['care', '"""Een contact met de crisisdienst."""', 'type Aandachtsvestiging { soort: String @external }\n$&'],
    ];
    expect(said(...nested)).not.toBe('');
  });
});
