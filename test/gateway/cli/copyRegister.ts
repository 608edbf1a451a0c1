import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Entry } from '../../../gateway/register/reader/entry';

/**
 * A copy of the register of a house in a folder of its own, its entries changed by somebody whom no trigger stops. `edit`
 * answers with what an entry becomes; null: as it is.
 */
export function copyRegister(from: string, to: string, edit: (entry: Entry) => object | null): void {
  mkdirSync(to, { recursive: true });
  const file = join(to, 'register.sqlite');
  const source = new Database(join(from, 'register.sqlite'), { readonly: true });
  source.exec(`vacuum into '${file}'`);
  source.close();
  const database = new Database(file);
  const triggers = database.prepare(`select name from sqlite_master where type = 'trigger'`).all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`drop trigger ${name}`);
  const rows = database.prepare('select nr, tekst from inhoud').all() as { nr: number; tekst: string }[];
  for (const { nr, tekst } of rows) {
    const edited = edit({ ...(JSON.parse(tekst) as Entry), nr });
    if (edited === null) continue;
    const { nr: _, ...rest } = edited as Entry;
    database.prepare('update inhoud set tekst = ? where nr = ?').run(JSON.stringify(rest), nr);
  }
  database.close();
}
