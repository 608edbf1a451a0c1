import type { World } from '../../../subgraphs/kit/synthetic/world';
import { BROKEN } from './grantMutations';
import { type Mutation, addRow, newId, replaceRow, suited } from './rowMutations';
import { type Part, partOf, rowsOf, text, withRows } from './tables';

const BROKEN_ACTIES = 0;
const NUMBERS = { police: 'registratienummer', care: 'clientnummer' } as const;

function forget(world: World, part: Part, persoon: string): World {
  let left = world;
  for (const [name, rows] of Object.entries(partOf(world, part))) {
    left = withRows(left, part, name, rows.filter((row) => !('persoon' in row) || row.persoon !== persoon)); // oxfmt-ignore
  }
  return left;
}

/** Who is known where, who belongs to whom, and whose an actie is. */
export const linkMutations = {
  /** Whether a source finds a person at all. */
  link: ({ world, choices }) => {
    const part = choices.of(['police', 'care'] as const);
    const persoon = choices.of(world.municipality.personen).id;
    const koppelingen = rowsOf(world, part, 'koppelingen');
    if (koppelingen.some((one) => one.persoon === persoon)) return forget(world, part, persoon);
    return addRow(world, part, 'koppelingen', { persoon, [NUMBERS[part]]: `VB-${newId(choices).slice(0, 8)}` });
  },
  relation: ({ world, choices, casus }) => {
    const { personen, betrokkenheden, relaties } = world.municipality;
    const inCasus = betrokkenheden.filter((one) => one.casus === casus).map(({ persoon }) => persoon);
    if (inCasus.length === 0 || relaties.length === 0) return null;
    const outside = personen.filter(({ id }) => !inCasus.includes(id));
    if (outside.length === 0) return null;
    const relatie = { van: choices.of(inCasus), naar: choices.of(outside).id, soort: choices.of(relaties).soort };
    const turned = { ...relatie, van: relatie.naar, naar: relatie.van };
    return addRow(world, 'municipality', 'relaties', choices.chance(0.5) ? relatie : turned);
  },
  involvement: ({ world, choices, casus }) => {
    const { personen, casussen, betrokkenheden } = world.municipality;
    const soort = choices.of(['HOOFDBETROKKENE', 'KRINGLID', 'PROFESSIONAL'] as const);
    const one = choices.of(betrokkenheden);
    if (choices.chance(0.3)) return replaceRow(world, 'municipality', 'betrokkenheden', one, { ...one, soort });
    const other = choices.chance(0.2) ? casus : choices.of(casussen).id;
    return addRow(world, 'municipality', 'betrokkenheden', { casus: other, persoon: choices.of(personen).id, soort });
  },
  /** Who does it, and whom it matters to. */
  actie: (ground) => {
    const { world, choices, partners, ontvanger } = ground;
    const found = suited(ground, ({ table }) => table === 'acties');
    if (found === null) return null;
    const { row } = found;
    const others = partners.filter((one) => one !== ontvanger);
    const some = others.filter(() => choices.chance(0.3));
    return replaceRow(world, 'municipality', 'acties', row, {
      ...row,
      uitvoerder: choices.chance(0.5) ? choices.of(others) : text(row, 'uitvoerder'),
      relevantVoor: choices.chance(BROKEN_ACTIES) ? BROKEN : some,
    });
  },
} satisfies Record<string, Mutation>;
