import type { World } from '../../../subgraphs/kit/synthetic/world';
import type { Choices } from '../../gateway/prune/generate';
import type { Entry } from './showings';
import { hasOwnKey } from './sound';
import { type Part, type Row, rowsOf, text, withRows } from './tables';

/** What mutations are made from: the world as it is now, what stood in it at first, and a stream of choices. */
export interface Ground {
  readonly world: World;
  readonly entry: Entry;
  readonly stock: readonly Entry[];
  readonly casus: string;
  /** OINs and ids of all partners. */
  readonly oins: readonly string[];
  readonly partners: readonly string[];
  /** Under what name the requester receives. */
  readonly ontvanger: string;
  readonly doel: string;
  readonly today: string;
  readonly choices: Choices;
}

/** Changes a world; null: there is nothing here to change so. */
export type Mutation = (ground: Ground) => World | null;

/** Cells by which rows hang together: these are changed on purpose only. */
const JOINTS = ['id', 'bronhouder', 'persoon', 'casus', 'record', 'partner', 'medewerker', 'rol', 'van', 'naar'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAYS = ['1900-01-01', '2024-02-29', '2025-06-15', '2026-01-01', '2026-06-01', '2999-12-31'];

export const newId = (choices: Choices): string =>
  choices.of(['0', '7', 'f']) + Array.from({ length: 31 }, () => Math.floor(choices.next() * 16).toString(16)).join('');

/** Puts another row in the place of one; null when it is no longer there. */
export function replaceRow(world: World, part: Part, table: string, row: Row, by: Row | null): World | null {
  const rows = rowsOf(world, part, table);
  const at = rows.indexOf(row);
  if (at < 0 || (by !== null && !hasOwnKey(part, table, rows.toSpliced(at, 1), by))) return null;
  return withRows(world, part, table, [...rows.slice(0, at), ...(by === null ? [] : [by]), ...rows.slice(at + 1)]);
}

export function addRow(world: World, part: Part, table: string, row: Row): World | null {
  const rows = rowsOf(world, part, table);
  return hasOwnKey(part, table, rows, row) ? withRows(world, part, table, [...rows, row]) : null;
}

/** The row aimed at if it will do, else one of this casus that does: those that are withheld first. */
export function suited({ entry, stock, choices }: Ground, fits: (entry: Entry) => boolean): Entry | null {
  if (fits(entry)) return entry;
  const here = stock.filter((one) => fits(one) && !one.why.includes('ANDERE_CASUS'));
  const withheld = here.filter(({ why, cells }) => why.length > 0 || cells.size > 0);
  if (here.length === 0) return null;
  return choices.of(withheld.length > 0 && choices.chance(0.8) ? withheld : here);
}

/** Another value that the cell could have held. */
function otherValue(rows: readonly Row[], cell: string, value: unknown, choices: Choices): unknown {
  const others = [...new Set(rows.map((row) => row[cell]))].filter((one) => one !== value);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number')
    return others.length > 0 && choices.chance(0.5) ? choices.of(others) : value + 1 + Math.floor(choices.next() * 90);
  if (typeof value === 'string' && DAY.test(value)) return choices.of([...DAYS, ...others]);
  // Words in capitals are of a closed list: only those that are there can be told from it.
  if (typeof value === 'string' && !/^[A-Z_]+$/.test(value) && choices.chance(0.6))
    return `${value} ${newId(choices).slice(0, 6)}`;
  return others.length > 0 ? choices.of(others) : value;
}

function changeCell(ground: Ground, cells: readonly string[]): World | null {
  const { world, choices, entry } = ground;
  const { part, table, row } = entry;
  if (cells.length === 0) return null;
  const cell = choices.of(cells);
  const value = otherValue(rowsOf(world, part, table), cell, row[cell], choices);
  return value === row[cell] ? null : replaceRow(world, part, table, row, { ...row, [cell]: value });
}

/** Of a row that shows only cells that don't, if it has any. */
const changeable = ({ row, cells, why }: Entry): string[] =>
  Object.keys(row).filter((cell) => !JOINTS.includes(cell) && (why.length > 0 || cells.size === 0 || cells.has(cell)));

const isDay = (row: Row, cell: string): boolean => DAY.test(text(row, cell));

export const rowMutations = {
  value: (ground) => changeCell(ground, changeable(ground.entry)),
  'sort key': (ground) => {
    const { entry, world, choices } = ground;
    const { part, table, row } = entry;
    const days = changeable(entry).filter((cell) => isDay(row, cell));
    if (table !== 'personen' && table !== 'casussen' && 'id' in row && (days.length === 0 || choices.chance(0.4))) {
      return replaceRow(world, part, table, row, { ...row, id: newId(choices) });
    }
    return changeCell(ground, days);
  },
  removed: ({ world, entry: { part, table, row } }) => replaceRow(world, part, table, row, null),
  added: ({ world, entry: { part, table, row }, choices, oins }) => {
    if (table === 'personen' || table === 'casussen') return null;
    const rows = rowsOf(world, part, table);
    const cell = choices.of(Object.keys(row));
    return addRow(world, part, table, {
      ...row,
      ...(JOINTS.includes(cell) ? {} : { [cell]: otherValue(rows, cell, row[cell], choices) }),
      ...('id' in row ? { id: newId(choices) } : {}),
      ...('bronhouder' in row && choices.chance(0.3) ? { bronhouder: choices.of(oins) } : {}),
    });
  },
  moved: ({ world, entry: { part, table, row }, choices }) => {
    const cell = 'persoon' in row ? 'persoon' : 'casus';
    if (!(cell in row)) return null;
    const other = choices.of(rowsOf(world, 'municipality', cell === 'casus' ? 'casussen' : 'personen'));
    return replaceRow(world, part, table, row, { ...row, [cell]: other.id });
  },
  'other holder': ({ world, entry: { part, table, row }, choices, oins }) =>
    'bronhouder' in row ? replaceRow(world, part, table, row, { ...row, bronhouder: choices.of(oins) }) : null,
} satisfies Record<string, Mutation>;
