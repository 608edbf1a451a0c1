import { parse } from 'graphql';
import { Compositiefout, compose } from '../../schema/compose/compose';
import { checkFeatures } from '../../schema/compose/checkFeatures';
import { readLabels } from '../../schema/compose/readLabels';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { authz } from './authz';
import { ketenCatalogus } from './keten/ketenCatalogus';
import { SDL } from './keten/sdl';

type Change = readonly [Subgraaf, string | RegExp, string];

/** What composition says of the chain in miniature with some of its text replaced; '' when it is accepted. */
function said(...changes: readonly Change[]): string {
  const sdl = { ...SDL };
  for (const [name, from, to] of changes) {
    const text = sdl[name].replace(from, to);
    if (text === sdl[name]) throw new Error(`nothing to replace in ${name}: ${String(from)}`);
    sdl[name] = text;
  }
  try {
    compose(sdl, ketenCatalogus());
    return '';
  } catch (fout) {
    if (!(fout instanceof Compositiefout)) throw fout;
    return fout.meldingen.join('\n');
  }
}

const POLICY = /@policy\(policies: \[\[[^\]]*\]\]\)/;
const importing = (name: Subgraaf, directive: string): Change => [name, '"@key", ', `"@key", "${directive}", `];
const inCasus = (name: Subgraaf, fields: string): Change => [name, 'type Casus @key(fields: "id") {', `$& ${fields}`];
const supergraph = (): string => compose(SDL, ketenCatalogus()).supergraph;

describe('a graph of which the hub can not be exact is refused', () => {
  test('the chain in miniature is accepted (control)', () => expect(said()).toBe(''));

  authz('AUTHZ-079', () => {
    const renamed = (name: Subgraaf): Change[] => [
      [name, '"@policy"', '{ name: "@policy", as: "@geheim" }'],
      [name, /@policy\(/g, '@geheim('],
    ];
    expect(said(...renamed('police'))).not.toBe('');
    expect(said(...renamed('police'), ...renamed('care'), ...renamed('municipality'))).toContain('may not be renamed');
    const own: Change[] = [
      ['police', '"@policy", ', ''],
      ['police', 'enum Niveau', 'directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION\nenum Niveau'],
    ];
    expect(said(...own)).toMatch(/has no @policy|@policy/);
    const spec = 'https://specs.apollo.dev/policy/v0.1';
    expect(() => readLabels(supergraph().replace(`url: "${spec}"`, `url: "${spec}", as: "geheim"`))).toThrow('renamed');
    const elsewhere = supergraph().replace(spec, 'https://elders.invalid/policy/v0.1');
    expect(
      checkFeatures(parse(elsewhere))
        .map(({ melding }) => melding)
        .join(),
    ).toContain('elders.invalid');
  });

  authz('AUTHZ-080', () => {
    const WIJK = /wijk: String @policy\(policies: \[\["persoon.wijk"\]\]\)/;
    for (const [expected, ...changes] of [
      ['Hoofdbetrokkene.wijk: has no @policy', ['municipality', WIJK, 'wijk: String']],
      ['Hoofdbetrokkene.bekend: has no @policy', ['police', /bekend: Boolean @policy\([^)]*\)/, 'bekend: Boolean']],
      ['Kringlid.risico: has no @policy', ['police', /risico: Niveau @policy\([^)]*\)/, 'risico: Niveau']],
      ['Traject.waar: has no @policy', ['care', /waar: String @policy\([^)]*\)/, 'waar: String']],
      ['argument "vanaf" has no @leest', ['police', / @leest\(gegevens: \["politie.bekend"\]\)/, '']],
      ['unknown gegevenscategorie "persoon.wijken"', ['municipality', '"persoon.wijk"', '"persoon.wijken"']],
      ['classified and non-null', ['municipality', 'wijk: String', 'wijk: String!']],
      ['exactly one inner list', ['municipality', '[["persoon.wijk"]]', '[["persoon.wijk"], ["casus.kern"]]']],
      [
        'leads to a person',
        [
          'police',
          /gezien: \[Persoon!\] @policy\(policies: \[\[[^\]]*\]\]\)/,
          'gezien: [Persoon!] @policy(policies: [["politie.gezien"]])',
        ],
      ],
    ] as [string, ...Change[]][]) {
      expect(said(...changes)).toContain(expected);
    }
    const unlabelled: Change = inCasus('care', 'nieuw: Nieuw');
    expect(said(unlabelled, ['care', 'union Gebeurtenis', 'type Nieuw { a: String }\nunion Gebeurtenis'])).toContain(
      'Nieuw.a: has no @policy',
    );
  });

  authz('AUTHZ-081', () => {
    const label = '@policy(policies: [["casus.kern"]])';
    for (const [expected, ...changes] of [
      ['Afspraak: has @policy on the type itself', ['municipality', 'type Afspraak {', `type Afspraak ${label} {`]],
      [
        'Leeftijd: has @policy on the type itself',
        [
          'municipality',
          'type Afspraak {',
          `scalar Leeftijd ${label}
type Afspraak {`,
        ],
      ],
      [
        '',
        ['municipality', 'interface Persoon @key(fields: "id") {', `interface Persoon @key(fields: "id") ${label} {`],
      ],
      [
        '',
        [
          'municipality',
          'interface Persoon @key(fields: "id") { id: ID! naam: String }',
          `interface Persoon @key(fields: "id") { id: ID! naam: String ${label} }`,
        ],
      ],
      ['', ['police', '@interfaceObject {', `@interfaceObject ${label} {`]],
    ] as [string, ...Change[]][]) {
      expect(said(...changes)).not.toBe('');
      expect(said(...changes)).toContain(expected);
    }
  });

  authz('AUTHZ-082', () => {
    const one = 'expected exactly one of';
    const share = (name: Subgraaf): Change[] => [
      importing(name, '@shareable'),
      inCasus(name, `gedeeld: String @shareable @policy(policies: [["casus.kern"]])`),
    ];
    expect(said(...share('police'), ...share('care'))).toContain(one);
    // Shared by an interface object and the kinds themselves: nothing on the kinds shows it.
    const naam = /naam: String @policy/g;
    const kinds: Change[] = [
      importing('municipality', '@shareable'),
      ['municipality', naam, 'naam: String @shareable @policy'],
    ];
    const asObject: Change[] = [
      importing('police', '@shareable'),
      ['police', 'naam: String @external', 'naam: String @shareable @policy(policies: [["politie.bekend"]])'],
      ['police', '@requires(fields: "naam") ', ''],
    ];
    expect(said(...kinds, ...asObject)).toContain(`Hoofdbetrokkene.naam: ${one}`);
    // A value type that two sources give: each gives its own.
    const adres = 'type Adres @shareable { straat: String @policy(policies: [["casus.plaats"]]) }\nunion Gebeurtenis';
    const types: Change[] = [
      [
        importing('police', '@shareable'),
        inCasus('police', 'a: Adres @policy(policies: [["politie.plaats"]])'),
        ['police', 'union Gebeurtenis', adres],
      ],
      [
        importing('care', '@shareable'),
        inCasus('care', 'b: Adres @policy(policies: [["zorg.plaats"]])'),
        ['care', 'union Gebeurtenis', adres],
      ],
    ].flat() as Change[];
    expect(said(...types)).toContain(`Adres.straat: ${one}`);
    expect(
      said(['police', '@override(from: "municipality")', '@override(from: "municipality", label: "percent(50)")']),
    ).toContain('has @override with a label');
  });

  authz('AUTHZ-083', () => {
    const given: Change[] = [
      importing('care', '@provides'),
      importing('municipality', '@shareable'),
      ['municipality', 'wijk: String @policy', 'wijk: String @shareable @policy'],
      inCasus(
        'care',
        'eerste: Hoofdbetrokkene @provides(fields: "wijk") @policy(policies: [["zorg.bekend", "casus.betrokkenheid"]])',
      ),
      ['care', 'dekmantel: String @external', '$& wijk: String @external'],
    ];
    expect(said(...given)).toContain('Casus.eerste: has @provides');
  });

  authz('AUTHZ-084', () => {
    const context: Change[] = [
      importing('care', '@context", "@fromContext'),
      ['care', 'type Casus @key(fields: "id") {', 'type Casus @key(fields: "id") @context(name: "deCasus") {'],
      [
        'care',
        'type Traject implements Registratie {',
        'type Traject implements Registratie @key(fields: "id") { id: ID! proef(k: ID @fromContext(field: "$deCasus { id }")): String @policy(policies: [["zorg.trajecten"]])',
      ],
    ];
    expect(said(...context)).toMatch(/@context\/@fromContext: the gateway would pass the argument as undefined/);
    const link = '@link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)\n{';
    expect(() => readLabels(supergraph().replace(/^\{/m, link))).toThrow('@context');
  });

  authz('AUTHZ-085', () => {
    const nested = (requires: string): Change[] => [
      ['care', 'dekmantel: String @external', 'dekmantel: String @external familie: [Persoon!] @external'],
      ['care', '@requires(fields: "dekmantel risico")', `@requires(fields: "${requires}")`],
      [
        'care',
        '"zorg.keten"',
        '"zorg.keten", "persoon.familie", "casus.betrokkenheid", "casus.kring", "casus.professionals"',
      ],
    ];
    for (const requires of [
      'familie { id }',
      'dekmantel familie { id bekendBijZorg }',
      'dekmantel familie { ... on Kringlid { id } }',
    ]) {
      expect(said(...nested(requires))).toMatch(/only plain fields|@requires|@external/);
      expect(said(...nested(requires))).not.toBe('');
    }
    const plain = supergraph();
    const asked = plain.replace('requires: "dekmantel risico"', 'requires: "familie { id }"');
    expect(asked).not.toBe(plain);
    expect(() => readLabels(asked)).toThrow('only plain fields');
    expect(() =>
      readLabels(plain.replace('requires: "dekmantel risico"', 'requires: "... on Hoofdbetrokkene { dekmantel }"')),
    ).toThrow('only plain fields');
  });

  authz('AUTHZ-086', () => {
    const withArgument = (requires: string): Change[] => [
      ['municipality', 'kenmerk: String', 'kenmerk(vorm: Int @leest(gegevens: ["casus.kern"])): String'],
      inCasus(
        'care',
        `kenmerk(vorm: Int): String @external advies: String @requires(fields: "${requires}") @policy(policies: [["zorg.trajecten", "casus.kern"]])`,
      ),
    ];
    for (const requires of ['kenmerk(vorm: 20)', 'kenmerk', 'kenmerk(vorm: null)']) {
      expect(said(...withArgument(requires))).toContain('only plain fields without arguments can be checked');
    }
    const ofAnyKind: Change[] = [
      ['care', 'dekmantel: String @external', 'dekmantel: String @external meldingen(vanaf: Int): [[Int]] @external'],
      ['care', '@requires(fields: "dekmantel risico")', '@requires(fields: "dekmantel meldingen(vanaf: 20)")'],
      ['care', '"zorg.keten"', '"zorg.keten", "politie.meldingen"'],
    ];
    expect(said(...ofAnyKind)).not.toBe('');
  });

  authz('AUTHZ-087', () => {
    const casus = (...keys: string[]): Change => [
      'municipality',
      'type Casus @key(fields: "id") {',
      `type Casus ${keys.map((key) => `@key(fields: "${key}")`).join(' ')} { nummer: ID! org: Org!`,
    ];
    const org: Change = ['municipality', 'type Afspraak {', 'type Org @key(fields: "id") { id: ID! }\ntype Afspraak {'];
    expect(said(casus('id', 'nummer'), org)).toContain('Casus: its key is "nummer"');
    expect(said(casus('id', 'id nummer'), org)).toContain('its key is "id nummer"');
    expect(said(casus('id', 'id org { id }'), org)).toContain('its key is "id org { id }"');
    const datum: Change[] = [
      [
        'municipality',
        'type Hoofdbetrokkene implements Persoon @key(fields: "id") {',
        'type Hoofdbetrokkene implements Persoon @key(fields: "id") @key(fields: "bsn") { bsn: String',
      ],
    ];
    expect(said(...datum)).toContain('Hoofdbetrokkene: its key is "bsn"');
    const ofInterface: Change[] = [
      [
        'municipality',
        'interface Persoon @key(fields: "id") { id: ID! naam: String }',
        'interface Persoon @key(fields: "id") @key(fields: "naam") { id: ID! naam: String }',
      ],
      [
        'municipality',
        /implements Persoon @key\(fields: "id"\)/g,
        'implements Persoon @key(fields: "id") @key(fields: "naam")',
      ],
    ];
    expect(said(...ofInterface)).toContain('Persoon: its key is "naam"');
    const nullable = supergraph().replace(/(type Casus[^{]*\{\s*id: ID)!/, '$1');
    expect(checkFeatures(parse(nullable))).toEqual([
      { coordinaat: 'Casus', melding: 'its key "id" must be of type ID!' },
    ]);
    const list = supergraph().replace(/(interface Persoon[^{]*\{\s*id: )ID!/, '$1[ID]!');
    expect(checkFeatures(parse(list))).toEqual([
      { coordinaat: 'Persoon', melding: 'its key "id" must be of type ID!' },
    ]);
  });

  authz('AUTHZ-088', () => {
    const filter: Change[] = [
      [
        'municipality',
        'overleggen(vanaf: Int',
        'overleggen(filter: [Filter!] @leest(gegevens: ["casus.agenda"]), vanaf: Int',
      ],
      ['municipality', 'type Afspraak {', 'input Filter { waar: String }\ntype Afspraak {'],
    ];
    expect(said(...filter)).toContain('Casus.overleggen: argument "filter" is an input object');
    const always = 'argument "vanaf" has a default, so it is always read';
    expect(said(['municipality', 'overleggen(vanaf: Int', 'overleggen(vanaf: Int = 20'])).toContain(always);
    expect(said(['police', 'meldingen(vanaf: Int', 'meldingen(vanaf: Int = 20'])).toContain(always);
    expect(
      said([
        'municipality',
        /(overleggen\(vanaf: Int) @leest\(gegevens: \["casus.agenda"\]\)/,
        '$1 = 20 @leest(gegevens: ["casus.overleg"])',
      ]),
    ).toBe('');
  });

  authz('AUTHZ-089', () => {
    expect(
      said(importing('police', '@authenticated'), ['police', 'bekend: Boolean', 'bekend: Boolean @authenticated']),
    ).toContain('authenticated/v0.1: the hub does not know');
    const scoped = 'bekend: Boolean @requiresScopes(scopes: [["lezen"]])';
    expect(said(importing('police', '@requiresScopes'), ['police', 'bekend: Boolean', scoped])).toContain(
      'requiresScopes/v0.1: the hub does not know',
    );
    const own: Change[] = [
      [
        'police',
        '@composeDirective(name: "@leest")',
        '@composeDirective(name: "@leest") @link(url: "https://elders.invalid/slot/v1.0", import: ["@slot"]) @composeDirective(name: "@slot")\ndirective @slot on FIELD_DEFINITION',
      ],
      ['police', 'bekend: Boolean', 'bekend: Boolean @slot'],
    ];
    expect(said(...own)).toContain('elders.invalid/slot/v1.0: the hub does not know');
  });

  authz('AUTHZ-090', () => {
    const start = (name: Subgraaf, categorie: string): Change => [
      name,
      'union Gebeurtenis',
      `type Query { begin: String @policy(policies: [["${categorie}"]]) }\nunion Gebeurtenis`,
    ];
    expect(said(start('police', 'politie.bekend'))).toContain('Query.begin: starts at a source');
    expect(said(start('care', 'zorg.bekend'))).toContain('Query.begin: starts at a source');
  });

  authz('AUTHZ-091', () => {
    for (const [name, field] of [
      ['police', 'ketenhub_0'],
      ['municipality', 'ketenhub_id'],
      ['care', 'ketenhub_x'],
    ] as const) {
      const categorie = { police: 'politie.bekend', municipality: 'casus.kern', care: 'zorg.bekend' }[name];
      expect(said(inCasus(name, `${field}: String @policy(policies: [["${categorie}"]])`))).toContain(
        `Casus.${field}: "ketenhub_" is how the hub names`,
      );
    }
  });

  test('what is left of the labels is what the SDL says (control)', () => {
    expect(supergraph()).toMatch(POLICY);
    expect(readLabels(supergraph()).get('Casus.gemeente')).toMatchObject({ subgraaf: 'police' });
  });
});
