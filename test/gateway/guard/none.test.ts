import type { Toekenning } from '../../../schema/domain/besluit';
import type { Beperking } from '../../../schema/domain/beperking';
import type { Selectie, Veld } from '../../../schema/domain/selectie';
import { guard } from '../../../gateway/guard/guard';
import { Herkomsten } from '../../../gateway/herkomsten';
import { pruned, schema, toHub } from '../prune/schema';
import type { Json } from './results';

/** Whose grant, under which beperkingen. */
type Grants = readonly (readonly [string, readonly Beperking[]])[];

/** Gives one field these grants, for each of its categories. */
const granting = (selectie: Selectie, coordinaat: string, grants: Grants): Selectie => ({
  ...selectie,
  typen: new Map(
    [...selectie.typen].map(([type, velden]) => [
      type,
      velden.map((veld): Veld => {
        const onder = veld.onder === null ? null : granting(veld.onder, coordinaat, grants);
        if (veld.coordinaat !== coordinaat || veld.besluit?.uitkomst !== 'ALLOW') return { ...veld, onder };
        const toekenningen = veld.besluit.categorieen.flatMap(
          (categorie) =>
          grants.map(([bronhouder, beperkingen]): Toekenning => ({ categorie, bronhouder, beperkingen, eigen: false, voorwaarden: [], artikel: 'WGS 1' })), // oxfmt-ignore
        );
        return { ...veld, onder, besluit: { ...veld.besluit, toekenningen } };
      }),
    ]),
  ),
});

function ask(selection: string, person: Json, coordinaat: string, grants: Grants, uitval: readonly string[] = []) {
  const source = `{ casus(id: "c") { hoofdbetrokkenen { ${selection} } } }`;
  const { selectie, root } = pruned(source, () => 'ALLOW', {}, ['host']);
  const herkomsten = new Herkomsten();
  const van = [
    { bronhouder: 'vt', records: [] },
    { bronhouder: 'ggz', records: ['r'] },
  ];
  const herkomst = [{ coordinaat: 'Hoofdbetrokkene.veiligheidsbeeld', id: 'p', categorie: 'zorg.risico', van }];
  herkomsten.add('care', { herkomst, betreft: [] });
  const ground = {
    schema,
    hosts: new Map((['police', 'care', 'municipality', 'hub'] as const).map((naam) => [naam, 'host'])),
    sourceOf: (naam: string) =>
      naam.startsWith('politie.') ? 'police' as const : /^(zorg|veiligthuis)/.test(naam) ? 'care' as const : 'municipality' as const, // oxfmt-ignore
    herkomsten,
    uitval: new Set(uitval),
    ontbreekt: () => false,
  };
  const whole = { id: 'p', ketenhub_id: 'p', ketenhub_bronhouder: 'host', ...person };
  const result = { casus: { ketenhub_bronhouder: 'host', ketenhub_id: 'c', hoofdbetrokkenen: [whole] } };
  return guard(ground, granting(selectie, coordinaat, grants), root, toHub(selectie, result))
    .verstrekkingen.filter((one) => one.coordinaat === coordinaat)
    .map(({ bronhouder, persoon, aantal }) => `${bronhouder} ${persoon} ${aantal}`);
}
const MELDINGEN = 'Hoofdbetrokkene.veiligThuisMeldingen';
const empty = (grants: Grants) =>
  ask('veiligThuisMeldingen { datum }', { veiligThuisMeldingen: [] }, MELDINGEN, grants);

test('an empty list tells that there is none of whoever is asked without a condition, be he the host or not', () => {
  expect(empty([['vt', []]])).toEqual(['vt p 0']);
  expect(empty([['vt', []], ['ggz', []]])).toEqual(['vt p 0', 'ggz p 0']);
  // Once, as before.
  expect(empty([['host', []], ['vt', []]])).toEqual(['host p 0', 'vt p 0']);
}); // oxfmt-ignore

test('behind a condition nothing may as well be withheld: no line', () => {
  expect(empty([['vt', ['MET_GROND']]])).toEqual([]);
  expect(empty([['vt', ['VRIJGEGEVEN']], ['ggz', []]])).toEqual(['ggz p 0']);
  expect(empty([])).toEqual([]);
  // One of two alternatives is without.
  expect(empty([['vt', ['MET_GROND']], ['vt', []]])).toEqual(['vt p 0']);
}); // oxfmt-ignore

test('a list in which something stands tells nothing of the others', () => {
  const rows = [{ ketenhub_bronhouder: 'ggz', datum: '2026-01-01' }];
  const both: Grants = [['vt', []], ['ggz', []]]; // oxfmt-ignore
  expect(ask('veiligThuisMeldingen { datum }', { veiligThuisMeldingen: rows }, MELDINGEN, both)).toEqual(['ggz p 1']);
  expect(ask('veiligThuisMeldingen { datum }', { veiligThuisMeldingen: rows }, MELDINGEN, [['vt', []]])).toEqual([]);
});

test('null in the place of one record tells the same, unless its source failed', () => {
  const coordinaat = 'Hoofdbetrokkene.woonsituatie';
  const grants: Grants = [['zwolle', []], ['deventer', ['WERKGEBIED']]]; // oxfmt-ignore
  expect(ask('woonsituatie { soort }', { woonsituatie: null }, coordinaat, grants)).toEqual(['zwolle p 0']);
  expect(ask('woonsituatie { soort }', {}, coordinaat, grants)).toEqual([]);
  expect(ask('woonsituatie { soort }', { woonsituatie: null }, coordinaat, grants, ['municipality'])).toEqual([]);
  expect(ask('naam { voornamen }', { naam: null }, 'Hoofdbetrokkene.naam', grants)).toEqual([]);
  expect(ask('wijk', { wijk: null }, 'Hoofdbetrokkene.wijk', grants)).toEqual([]);
});

test('a value that was worked out to nothing: of those who said that they have none', () => {
  const coordinaat = 'Hoofdbetrokkene.veiligheidsbeeld';
  const grants: Grants = [['vt', []], ['ggz', []], ['host', []]]; // oxfmt-ignore
  const beeld = (veiligheidsbeeld: unknown, uitval: string[] = []) => ask('veiligheidsbeeld', { veiligheidsbeeld }, coordinaat, grants, uitval); // oxfmt-ignore
  expect(beeld(null)).toEqual(['vt p 0']);
  expect(beeld(null, ['care'])).toEqual([]);
  expect(beeld('LAAG')).not.toContain('vt p 0');
});
