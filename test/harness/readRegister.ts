import { join } from 'node:path';
import Database from 'libsql';
import type { Gegevenregel } from '../../gateway/register/gegevenregel';
import type { Entry } from '../../gateway/register/reader/entry';
import { openPersoon, openPersoonsleutel } from '../../gateway/register/reader/openPersoon';
import type { SeenRegister } from './intents';
import type { House } from './startHouse';

/** An entry, with what it tells of persons opened, in the order in which they stand. */
export interface OpenedEntry extends Entry {
  readonly over: readonly (readonly Gegevenregel[])[];
  /** All that it tells was given: of the casus, and of each person. */
  readonly gegevens: readonly Gegevenregel[];
}

/** The entries of a house that were written since the first `skip`, those of its start left out. */
export function readRegister(house: Pick<House, 'dir' | 'keys'>, skip = 0): OpenedEntry[] {
  const register = new Database(join(house.dir, 'register.sqlite'), { readonly: true });
  try {
    const rows = register.prepare('select nr, tekst from inhoud order by nr').all() as { nr: number; tekst: string }[];
    const keys = new Map(
      (register.prepare('select * from persoonsleutel').all() as { id: string; zoek: string; sleutel: string }[]).map(
        (row) => [row.id, openPersoonsleutel(house.keys.register, row)],
      ),
    );
    return rows
      .map(({ nr, tekst }): OpenedEntry => {
        const entry = { ...(JSON.parse(tekst) as Entry), nr };
        const over = (entry.personen ?? []).map((one) => openPersoon(entry, one, keys.get(one.sleutel) ?? Buffer.of()));
        return { ...entry, over, gegevens: [...(entry.zaak ?? []), ...over.flat()] };
      })
      .filter(({ soort }) => soort !== 'START')
      .slice(skip);
  } finally {
    register.close();
  }
}

/** The register file of a house as it stands now, seen by a connection of its own. */
export function seeRegister({ dir }: Pick<House, 'dir'>): SeenRegister {
  const register = new Database(join(dir, 'register.sqlite'), { timeout: 5_000 });
  try {
    register.exec('begin');
    const rows = register.prepare('select nr, tekst from inhoud order by nr').all() as { nr: number; tekst: string }[];
    const sleutels = register.prepare('select * from persoonsleutel').all() as SeenRegister['sleutels'];
    register.exec('commit');
    return { entries: rows.map(({ nr, tekst }) => ({ ...(JSON.parse(tekst) as Entry), nr })), sleutels };
  } finally {
    register.close();
  }
}
