import { readLabels } from '../../../schema/compose/readLabels';
import { compose } from '../../../schema/compose/compose';
import { type Change, catalogus, real, said } from './said';

describe('that there is a record is a datum', () => {
  const cases: [string, string, ...Change[]][] = [
    [
      'a list of records under less than their own category',
      'PlanVanAanpak.acties: leads to Actie, so it needs "casus.acties" too',
      ['municipality', /(\): \[Actie!\] @policy\(policies: \[\[)"casus\.acties"/, '$1"casus.plan"'],
    ],
    [
      'one record under less than its own category',
      'Hoofdbetrokkene.woonsituatie: leads to Woonsituatie, so it needs "gemeente.wonen" too',
      ['municipality', /(woonsituatie: Woonsituatie @policy\(policies: \[\[)"gemeente\.wonen"/, '$1"persoon.wijk"'],
    ],
    [
      'a reference to a record of another source, outside a union',
      'Casus.laatsteAdvies: leads to Politieadvies, so it needs "politie.advies" too',
      [
        'municipality',
        'type Casus @key(fields: "id") {',
        'type Casus @key(fields: "id") { laatsteAdvies: Politieadvies @policy(policies: [["casus.tijdlijn"]])',
      ],
    ],
    [
      'an interface of which one kind has more',
      'Casus.personen: leads to Professional, so it needs "casus.professionals" too',
      [
        'municipality',
        /(personen: \[Persoon!\] @policy\(policies: \[\["casus\.betrokkenheid", "casus\.kring"), "casus\.professionals"/,
        '$1',
      ],
    ],
    [
      'a member of a union that names no bronhouder',
      'Opschaling: is in Overlegopbrengst, so it needs a classified "bronhouder"',
      [
        'municipality',
        /(type Opschaling \{)[^}]*?bronhouder: ID @policy\(policies: \[\["casus\.opschaling"\]\]\)/,
        '$1',
      ],
    ],
    [
      'a reference in a union that does not say to what',
      'Politieadvies: is only referred to in Gebeurtenis, so it needs @verwijst(gegevens: ["politie.advies"])',
      ['municipality', ' @verwijst(gegevens: ["politie.advies"])', ''],
    ],
    [
      'a reference in a union under another category',
      'Zorgadvies: is only referred to in Gebeurtenis, so it needs @verwijst(gegevens: ["zorg.advies"])',
      ['municipality', '@verwijst(gegevens: ["zorg.advies"])', '@verwijst(gegevens: ["politie.advies"])'],
    ],
    [
      'a reference in a union under less than all categories',
      'Zorgadvies: is only referred to in Gebeurtenis, so it needs @verwijst(gegevens: ["zorg.advies","zorg.risico"])',
      ['care', /(type Zorgadvies[^}]*?bronhouder: ID @policy\(policies: \[\["zorg\.advies")/, '$1, "zorg.risico"'],
    ],
    [
      'a record of its own that the source calls a reference',
      'Overleg: has @verwijst, but is of the source that has it in a union',
      ['municipality', 'type Overleg {', 'type Overleg @verwijst(gegevens: ["casus.overleggen"]) {'],
    ],
    [
      'a value type of a kind of person, reached by a union from the casus',
      'its type is reached from CASUS and HOOFDBETROKKENE',
      ['municipality', 'union Gebeurtenis = Overleg', 'union Gebeurtenis = Inkomen | Overleg'],
    ],
  ];
  test.each(cases)('%s', (_name, expected, ...changes) => expect(said(...changes)).toContain(expected));

  test('@verwijst under another name', () => {
    const renamed = said(
      ['municipality', 'import: ["@leest", "@verwijst"]', 'import: ["@leest", { name: "@verwijst", as: "@kent" }]'],
      ['municipality', '@composeDirective(name: "@verwijst")', '@composeDirective(name: "@kent")'],
      ['municipality', /@verwijst\(gegevens/g, '@kent(gegevens'],
    );
    expect(renamed).not.toBe('');
  });
});

test('the graph as it is: a field that leads to an advies from the casus tells nothing more of the casus', () => {
  const labels = readLabels(compose(real, catalogus).supergraph);
  expect(labels.get('Casus.politieadviezen')?.categorieen).toEqual(['politie.advies']);
  expect(labels.get('Casus.tijdlijn')).toMatchObject({ categorieen: ['casus.tijdlijn'], vraagt: [] });
  expect(labels.get('Zorgadvies.bronhouder')?.vraagt).toEqual([{ aan: 'care', categorie: 'casus.kern' }]);
});

test('from outside the casus an advies would tell that there is one', () => {
  const outside = said([
    'municipality',
    'type Casusverwijzing {',
    'type Casusverwijzing { advies: Politieadvies @policy(policies: [["zetel.eigen", "politie.advies"]])',
  ]);
  expect(outside).toContain('Casusverwijzing.advies: leads to a person or casus, so it needs "casus.kern" too');
});

test('the chain that ends in a home visit lists all that is told, and to whom', () => {
  const { categorieen, vraagt } = readLabels(compose(real, catalogus).supergraph).get('Hoofdbetrokkene.huisbezoek')!;
  expect(categorieen).toEqual(['zorg.huisbezoek', 'politie.risico', 'persoon.geheimhouding']);
  expect(vraagt.map(({ aan, categorie }) => `${aan} ${categorie}`).sort()).toEqual([
    'care casus.betrokkenheid',
    'care persoon.geheimhouding',
    'care politie.risico',
    'police casus.betrokkenheid',
    'police persoon.geheimhouding',
  ]);
});
