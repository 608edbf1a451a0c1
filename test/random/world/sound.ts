import type { World } from '../../../subgraphs/kit/synthetic/world';
import { type Part, type Row, tablesOf, text, withRows } from './tables';

/** Cells that can't be the same together in two rows of a table. */
const KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'municipality.betrokkenheden': [['casus', 'persoon']],
  'municipality.zetels': [['casus', 'medewerker']],
  'municipality.plannen': [['casus']],
  'municipality.doeltoetsen': [['casus', 'datum'], ['id']],
  'municipality.ingebrachteAdviezen': [['casus', 'id']],
  'municipality.overlegacties': [['overleg', 'actie']],
  'police.koppelingen': [['persoon'], ['registratienummer']],
  'care.koppelingen': [['persoon'], ['clientnummer']],
};

/** No other row of the table has the key of this one. */
export function hasOwnKey(part: Part, table: string, rows: readonly Row[], row: Row): boolean {
  const keys = KEYS[`${part}.${table}`] ?? ('id' in row ? [['id']] : []);
  return keys.every((cells) => !rows.some((one) => one !== row && cells.every((cell) => one[cell] === row[cell])));
}

/** Leaves out what no source can hold: records about somebody whom it does not know. */
export function sound(world: World): World {
  let found = world;
  for (const { part, name, rows } of tablesOf(world)) {
    if (part === 'municipality' || name === 'koppelingen') continue;
    const known = new Set(world[part].koppelingen.map(({ persoon }) => persoon));
    const kept = rows.filter((row) => !('persoon' in row) || known.has(text(row, 'persoon')));
    if (kept.length < rows.length) found = withRows(found, part, name, kept);
  }
  return withRows(found, 'municipality', 'ingebrachteAdviezen', found.municipality.ingebrachteAdviezen.filter(isOfItsKind(found))); // oxfmt-ignore
}

/** An advies that was brought in under the one kind is not kept by the source of the other. */
function isOfItsKind({ police, care }: World): (row: World['municipality']['ingebrachteAdviezen'][number]) => boolean {
  const other = { POLITIEADVIES: care.adviezen, ZORGADVIES: police.adviezen };
  return ({ id, soort }) => !other[soort].some((one) => one.id === id);
}
