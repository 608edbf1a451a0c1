import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { Compositiefout, type Deelsdl, compose } from '../../../schema/compose/compose';
import { readLabels } from '../../../schema/compose/readLabels';
import { DEELGRAVEN, type Deelgraaf } from '../../../schema/domain/deelgraaf';
import { ZONDER_CASUS } from '../../../schema/domain/zonderCasus';

const catalogus = readGegevenscatalogus();
const real = Object.fromEntries(
  DEELGRAVEN.map((naam) => [
    naam,
    readFileSync(join(__dirname, '../../../schema/subgraphs', `${naam}.graphql`), 'utf8'),
  ]),
) as Record<Deelgraaf, string>;
type Change = readonly [Deelgraaf, string, string];

function said(...changes: readonly Change[]): string {
  const sdl = { ...real };
  for (const [naam, from, to] of changes) {
    if (!sdl[naam].includes(from)) throw new Error(`nothing to replace in ${naam}: ${from}`);
    sdl[naam] = sdl[naam].replace(from, to);
  }
  try {
    compose(sdl, catalogus);
    return '';
  } catch (fout) {
    return fout instanceof Compositiefout ? fout.meldingen.join('\n') : (fout as Error).message;
  }
}

describe('what the hub tells of itself, in the graph', () => {
  test('is labelled as its own, tells no host anything, and rests on a designation alone', () => {
    const labels = [...readLabels(compose(real, catalogus).supergraph).values()];
    const own = labels.filter(({ subgraaf }) => subgraaf === 'hub');
    expect(own.length).toBeGreaterThan(30);
    for (const { vraagt, categorieen, argumenten } of own) {
      expect(vraagt).toEqual([]);
      for (const naam of [...categorieen, ...Object.values(argumenten).flat()]) {
        expect(catalogus.get(naam)).toMatchObject({ subgraaf: 'hub', bronnen: [], dossier: false });
      }
    }
    const roots = own
      .filter(({ coordinaat }) => /^(Query|Mutation)\./.test(coordinaat))
      .map(({ coordinaat }) => coordinaat.slice(coordinaat.indexOf('.') + 1));
    // The minutes of a casus are asked inside it, and so is where it stands; there it is brought on as well.
    const stappen = ['bevestig', 'toetsDoel', 'gaNaarFase', 'wijzigKader', 'geefPlaats', 'verlaatTafel', 'vervang', 'schermAf']; // oxfmt-ignore
    const inside = roots.filter((root) => !ZONDER_CASUS.includes(root));
    expect(inside.sort()).toEqual([...stappen, 'verloop', 'verslag', 'bronbesluit', 'neemBronbesluit'].sort());
  });

  test('is left out of a graph that has none, as older ones', () => {
    const { hub: _, ...sources } = real;
    const { api } = compose(sources satisfies Deelsdl, catalogus);
    expect(api).toContain('mijnCasussen');
    expect(api).not.toMatch(/attest|uitleg|inzagematrix|verschil/);
  });

  const TABEL = 'tabel: String @policy(policies: [["hub.regels"]])';
  const BEKEND = '@policy(policies: [["politie.bekend"]])';
  const RISICO = '@policy(policies: [["politie.risico"]])';
  test.each<[string, string, ...Change[]]>([
    ['a field without @policy', 'Attest.tabel: has no @policy', ['hub', TABEL, 'tabel: String']],
    [
      'an argument without @leest',
      'Query.uitleg: argument "vraag" has no @leest',
      ['hub', 'vraag: String! @leest(gegevens: ["hub.uitleg"])', 'vraag: String!'],
    ],
    [
      'a datum of a partner',
      'Attest.tabel: none of its categories is one of the source "hub"',
      ['hub', TABEL, `tabel: String ${RISICO}`],
    ],
    [
      'the rules as what is for anybody',
      '"hub.uitleg" is about ZELF, but the field stands on REGELS',
      ['hub', TABEL, 'tabel: String @policy(policies: [["hub.uitleg"]])'],
    ],
    [
      'a field of a partner as a rule',
      'Hoofdbetrokkene.bekendBijPolitie: none of its categories is one of the source "police"',
      ['police', BEKEND, '@policy(policies: [["hub.regels"]])'],
    ],
    [
      'a field of a partner that also asks for the rules',
      '"hub.regels" is about REGELS, but the field stands on HOOFDBETROKKENE',
      ['police', BEKEND, '@policy(policies: [["politie.bekend", "hub.regels"]])'],
    ],
    [
      'a way from the rules to a casus',
      'Attest.casus: leads to a person or casus, so it needs "casus.kern" too',
      ['hub', TABEL, `${TABEL} casus: Casus @policy(policies: [["hub.regels"]])`],
      ['hub', 'type Attest {', 'type Casus @key(fields: "id", resolvable: false) { id: ID! }\ntype Attest {'],
      ['hub', '"@policy"', '"@policy", "@key"'],
    ],
    ['a word that the others do not have', 'Doel', ['hub', '  CRISISHULP\n', '']],
  ])('%s is refused', (_name, melding, ...changes) => {
    expect(said(...changes)).toContain(melding);
  });
});
