import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import { type Aanwijzingsbesluit } from '../../schema/verloop/aanwijzingsbesluit';
import { textOfBesluit } from '../../schema/verloop/besluit';
import { demotekenaar } from '../../subgraphs/kit/source/demotekenaar';

/** Has the partner of the demo sign for what a medewerker is designated, in the store of the municipality. */
export function signBesluit(dir: string, zonder: Omit<Aanwijzingsbesluit, 'sleutel'>): void {
  const store = new Database(join(dir, 'municipality.sqlite'), { timeout: 5_000 });
  try {
    const besluit = { ...zonder, sleutel: randomBytes(16).toString('hex') };
    const { partner, medewerker, nr } = besluit;
    const tekst = textOfBesluit(besluit);
    store
      .prepare(
        'insert or replace into aanwijzingsbesluiten (partner, medewerker, nr, tekst, handtekening) values (?, ?, ?, ?, ?)',
      )
      .run(partner, medewerker, nr, tekst, demotekenaar(dir)('aanwijzing+jws', tekst));
  } finally {
    store.close();
  }
}
