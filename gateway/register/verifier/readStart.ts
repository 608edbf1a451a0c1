import { type RawBuilder, sql } from 'kysely';
import { type Fout, firstOf } from './bevinding';
import type { Tables } from './openTables';
import { KEPT_LEVELS } from './tree';

/** How large the register was at one moment, and the first row at that moment that stands outside of it. */
export interface Start {
  readonly regels: number;
  readonly los: Fout | null;
}

/** What grows meanwhile is for another time: nothing that is checked may depend on when a page was read. */
export function readStart(tables: Tables): Promise<Start> {
  return tables.snapshot(async ({ select }) => {
    const [last] = await select({ nr: 'integer' }, sql`from (select max(nr) as nr from regel) as top`);
    const regels = (last?.nr ?? -1) + 1;
    const outside = async (table: 'regel' | 'inhoud'): Promise<Fout | null> => {
      const [row] = await select(
        { nr: 'integer' },
        sql`from ${sql.table(table)} where nr < 0 or nr >= ${regels} or nr is null limit 1`,
      );
      if (row === undefined) return null;
      const what = table === 'regel' ? 'staat buiten het register' : 'heeft inhoud, maar bestaat niet';
      return { nr: row.nr ?? regels, melding: `regel ${shown(row.nr)} ${what}` };
    };
    const [checkpoint] = await select(
      { grootte: 'integer' },
      sql`from checkpoint where (grootte >= 0 and grootte <= ${regels}) is not true limit 1`,
    );
    const [knoop] = await select(
      { laag: 'integer', nr: 'integer' },
      sql`from knoop where (${sql.join(levels(regels), sql` or `)}) is not true limit 1`,
    );
    const los = firstOf([
      await outside('regel'),
      await outside('inhoud'),
      checkpoint === undefined ? null : { nr: regels, melding: cutOff(checkpoint.grootte, regels) },
      knoop === undefined
        ? null
        : { nr: regels, melding: `knoop ${shown(knoop.nr)} op laag ${shown(knoop.laag)} hoort bij geen regels` },
    ]);
    return { regels, los };
  });
}

/** Condition by condition: the nodes that a register of this size has. */
function levels(regels: number): RawBuilder<unknown>[] {
  const conditions = [sql`1 = 0`];
  for (let laag = KEPT_LEVELS, nodes; (nodes = Math.floor(regels / 2 ** laag)) > 0; laag += KEPT_LEVELS) {
    conditions.push(sql`(laag = ${laag} and nr >= 0 and nr < ${nodes})`);
  }
  return conditions;
}

function cutOff(grootte: number | null, regels: number): string {
  return grootte !== null && grootte > regels
    ? `het register is afgekapt: er is een checkpoint over ${String(grootte)} regels, en er zijn er ${String(regels)}`
    : `er is een checkpoint over ${shown(grootte)} regels`;
}

function shown(number: number | null): string {
  return number === null ? '?' : String(number);
}
