import type { Bezwaar, Vrijgave } from '../../../subgraphs/kit/synthetic/world';
import { type Mutation, addRow, newId, replaceRow, suited } from './rowMutations';
import { type Row, text } from './tables';

/** A list that the store holds as text that can't be read; see `twist`. */
export const BROKEN: readonly string[] = ['onleesbaar'];

const BROKEN_TEXT = JSON.stringify(BROKEN);

/** Breaks in the store what the world calls broken. */
export function twist(row: Readonly<Record<string, string | number | null>>): typeof row {
  const broken = Object.keys(row).filter((cell) => row[cell] === BROKEN_TEXT);
  return broken.length === 0 ? row : { ...row, ...Object.fromEntries(broken.map((cell) => [cell, '["onleesbaar"'])) };
}

/** Releases and grounds that all but hold for the requester, and what becomes of those of others. */
export const grantMutations = {
  'near release': (ground) => {
    const { world, casus, partners, ontvanger, choices, today } = ground;
    const found = suited(
      ground,
      ({ part, table, row }) => part !== 'municipality' && table !== 'gronden' && 'id' in row,
    );
    if (found === null) return null;
    const { part, row } = found;
    const right: Vrijgave = { record: text(row, 'id'), casus, ontvangers: [ontvanger], ingetrokkenOp: null };
    const others = partners.filter((one) => one !== ontvanger);
    const wrong = choices.of<Partial<Vrijgave>>([
      { casus: choices.of(world.municipality.casussen).id },
      { record: newId(choices) },
      { ontvangers: others },
      { ontvangers: [ontvanger.toUpperCase(), ` ${ontvanger}`] },
      { ontvangers: [] },
      { ontvangers: BROKEN },
      { ingetrokkenOp: choices.of(['2026-01-01', '2999-01-01', today]) },
    ]);
    return addRow(world, part, 'vrijgaven', { ...right, ...wrong });
  },
  'near ground': (ground) => {
    const { world, partners, ontvanger, oins, choices, today, doel } = ground;
    const found = suited(ground, ({ part, row }) => part === 'care' && 'persoon' in row && 'bronhouder' in row);
    if (found === null) return null;
    const { row } = found;
    const others = partners.filter((one) => one !== ontvanger);
    const categorieen = [...new Set(world.care.gronden.flatMap((one) => one.categorieen))];
    const doelen = [...new Set(world.care.gronden.flatMap((one) => one.doelen))];
    const right = {
      id: newId(choices),
      persoon: text(row, 'persoon'),
      bronhouder: text(row, 'bronhouder'),
      soort: 'TOESTEMMING',
      ontvangers: [ontvanger],
      categorieen,
      doelen,
      van: '2020-01-01',
      tot: '2999-01-01',
      ingetrokkenOp: null,
    };
    const wrong = choices.of<object>([
      { persoon: choices.of(world.care.koppelingen).persoon },
      { bronhouder: choices.of(oins) },
      { ontvangers: others },
      { ontvangers: BROKEN },
      { categorieen: [] },
      { categorieen: BROKEN },
      { categorieen: [choices.of(categorieen)] },
      { doelen: doelen.filter((one) => one !== doel) },
      { doelen: BROKEN },
      { van: '2998-01-01' },
      { tot: today },
      { ingetrokkenOp: choices.of(['2026-01-01', '2999-01-01']) },
    ]);
    return addRow(world, 'care', 'gronden', { ...right, ...wrong });
  },
  'near bezwaar': (ground) => {
    const { world, casus, partners, oins, ontvanger, choices } = ground;
    const found = suited(ground, ({ table, row }) => table !== 'gronden' && 'id' in row && 'bronhouder' in row);
    if (found === null) return null;
    const { part, row } = found;
    const bronhouder = text(row, 'bronhouder');
    const about = 'persoon' in row && choices.chance(0.5) ? { record: null, persoon: text(row, 'persoon') } : { record: text(row, 'id'), persoon: null }; // oxfmt-ignore
    const right: Bezwaar = { casus, bronhouder, partner: partners[oins.indexOf(bronhouder)] ?? '', ...about, tegen: [ontvanger] }; // oxfmt-ignore
    const others = partners.filter((one) => one !== ontvanger);
    const wrong = choices.of<Partial<Bezwaar>>([
      {},
      { casus: choices.of(world.municipality.casussen).id },
      { record: newId(choices), persoon: null },
      { bronhouder: choices.of(oins) },
      { partner: ontvanger },
      { tegen: [] },
      { tegen: [choices.of(others)] },
      { tegen: others },
      { tegen: ['IEDEREEN'] },
      { tegen: BROKEN },
    ]);
    return addRow(world, part, 'bezwaren', { ...right, ...wrong });
  },
  withdrawn: ({ world, choices, today }) => {
    const part = choices.of(['police', 'care'] as const);
    const table = part === 'care' && choices.chance(0.5) ? 'gronden' : 'vrijgaven';
    const rows = part === 'care' && table === 'gronden' ? world.care.gronden : world[part].vrijgaven;
    if (rows.length === 0) return null;
    const row = choices.of<(typeof rows)[number]>(rows);
    const ingetrokkenOp = row.ingetrokkenOp === null ? choices.of(['2026-01-01', today]) : null;
    return replaceRow(world, part, table, row as unknown as Row, { ...row, ingetrokkenOp });
  },
} satisfies Record<string, Mutation>;
