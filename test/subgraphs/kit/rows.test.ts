import fc from 'fast-check';
import { BEPERKINGEN, type Beperking } from '../../../schema/domain/beperking';
import { DOELEN } from '../../../schema/domain/doel';
import { ROLLEN } from '../../../schema/domain/rol';
import type { Delegatie } from '../../../schema/domain/delegatie';
import { Zicht } from '../../../subgraphs/kit/rows/Zicht';
import type { Gegevensrij } from '../../../subgraphs/kit/rows/Gegevensrij';
import { counted } from '../../harness/runs';

const VANDAAG = '2026-06-15';
// Small worlds, so that values meet often.
const partner = fc.constantFrom('p1', 'p2');
const ontvanger = fc.constantFrom('p1', 'p2', 'INFORMATIEMAKELAAR', 'PROCESREGISSEUR');
const oin = fc.constantFrom('00000099000000000001', '00000099000000000002');
const categorie = fc.constantFrom('a', 'b');
const casus = fc.constantFrom('c1', 'c2');
const gemeente = fc.constantFrom('Zwolle', 'Deventer');
const persoon = fc.constantFrom('x', 'y');
const van = fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-16');
const tot = fc.constantFrom('2026-06-15', '2026-06-16');
const ingetrokkenOp = fc.constantFrom(null, null, '2026-01-01', '2027-01-01');

const delegatie: fc.Arbitrary<Delegatie> = fc.record({
  subgraaf: fc.constant('care' as const),
  partner,
  oin,
  medewerker: fc.constant('m'),
  werkgebied: fc.uniqueArray(gemeente),
  rol: fc.option(fc.constantFrom(...ROLLEN.slice(1, 4))),
  doel: fc.option(fc.constantFrom(...DOELEN.slice(0, 2)), { freq: 9 }),
  casus: fc.option(casus),
  verleningen: fc.array(
    fc.record({
      categorie,
      bronhouder: oin,
      eigen: fc.boolean(),
      beperkingen: fc.uniqueArray(fc.constantFrom(...BEPERKINGEN), { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
});

const rij = fc.record(
  {
    bronhouder: oin,
    persoon,
    vrijgaven: fc.array(fc.record({ casus, ontvangers: fc.uniqueArray(ontvanger), ingetrokkenOp }), {
      minLength: 1,
      maxLength: 2,
    }),
    gronden: fc.array(
      fc.record({
        persoon,
        bronhouder: oin,
        ontvangers: fc.uniqueArray(ontvanger),
        categorieen: fc.uniqueArray(categorie),
        doelen: fc.uniqueArray(fc.constantFrom(...DOELEN.slice(0, 2))),
        van,
        tot,
        ingetrokkenOp,
      }),
      { maxLength: 3 },
    ),
    uitvoerder: partner,
    relevantVoor: fc.uniqueArray(ontvanger),
    gemeente,
  },
  { requiredKeys: ['bronhouder'] },
) as fc.Arbitrary<Gegevensrij>;

/** The definition again, in the words of the plan and with none of the code. */
function naive(d: Delegatie, row: Gegevensrij, category: string): boolean {
  const chain = d.rol === 'PROCESREGISSEUR' || d.rol === 'INFORMATIEMAKELAAR';
  const me: string = chain ? d.rol : d.partner;
  const holds = (beperking: Beperking): boolean => {
    switch (beperking) {
      case 'VRIJGEGEVEN':
        for (const v of row.vrijgaven ?? []) {
          if (v.casus === d.casus && v.ontvangers.includes(me) && v.ingetrokkenOp === null) return true;
        }
        return false;
      case 'MET_GROND':
        for (const g of row.gronden ?? []) {
          if (g.persoon !== row.persoon || g.bronhouder !== row.bronhouder) continue;
          if (!g.ontvangers.includes(me) || !g.categorieen.includes(category)) continue;
          if (d.doel === null || !g.doelen.includes(d.doel)) continue;
          if (g.van > VANDAAG || g.tot <= VANDAAG || g.ingetrokkenOp !== null) continue;
          return true;
        }
        return false;
      case 'EIGEN_EN_RELEVANT':
        if (d.rol === 'CASUSREGISSEUR' || d.rol === 'PROCESREGISSEUR') return true;
        return row.uitvoerder === me || (row.relevantVoor !== undefined && row.relevantVoor.includes(me));
      case 'WERKGEBIED':
        return !chain && d.werkgebied.some((name) => name === row.gemeente);
    }
  };
  return d.verleningen
    .filter((v) => v.categorie === category && v.bronhouder === row.bronhouder)
    .some((v) => v.beperkingen.filter((b) => !holds(b)).length === 0);
}

test('a row is visible iff some verlening of its category and bronhouder has all its beperkingen hold', () => {
  let seen = 0;
  fc.assert(
    fc.property(delegatie, rij, fc.subarray(['a', 'b'], { minLength: 1 }), (d, row, categories) => {
      const expected = categories.every((category) => naive(d, row, category));
      seen += expected ? 1 : 0;
      expect(new Zicht(d, VANDAAG).ziet(row, categories)).toBe(expected);
      expect(new Zicht(d, VANDAAG).zichtbaar([row], categories)).toEqual(expected ? [row] : []);
    }),
    counted(10_000),
  );
  // A property of which only one side ever happens proves nothing.
  expect(seen).toBeGreaterThan(100);
});

test('eigen is told per category and bronhouder', () => {
  const d = fc.sample(delegatie, 1)[0] as Delegatie;
  const zicht = new Zicht(
    { ...d, verleningen: [{ categorie: 'a', bronhouder: '1', eigen: true, beperkingen: [] }] },
    VANDAAG,
  );
  expect([zicht.isEigen('a', '1'), zicht.isEigen('a', '2'), zicht.isEigen('b', '1')]).toEqual([true, false, false]);
});
