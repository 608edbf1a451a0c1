import { join } from 'node:path';
import Database from 'libsql';
import type { Beginstand, Zetelduur } from '../../schema/verloop/beginstand';
import { vandaag } from '../../schema/domain/vandaag';
import { demotekenaar } from '../../subgraphs/kit/source/demotekenaar';
import { maakBeginstand } from '../../subgraphs/municipality/verloop/maakBeginstand';

type Rij = Omit<Beginstand, 'casus' | 'zetels' | 'dag' | 'bevestigdDoor'> & {
  readonly id: string;
  readonly bevestigd_door: string;
};

/** Has the partners of the demo sign how a casus stands in the store of the municipality now, as its new beginstand. */
export function signBegin(dir: string, casus: string): void {
  const store = new Database(join(dir, 'municipality.sqlite'), { timeout: 5_000 });
  try {
    const rij = store.prepare('select * from casussen where id = ?').get(casus) as Rij;
    const zetels = store.prepare('select * from zetels where casus = ?').all(casus) as Zetelduur[];
    const bevestigdDoor = JSON.parse(rij.bevestigd_door) as string[];
    const { digest, tekst, handtekeningen } = maakBeginstand(
      { ...rij, bevestigdDoor },
      zetels,
      vandaag(),
      demotekenaar(dir),
    );
    store
      .prepare('update beginstanden set digest = ?, tekst = ?, handtekeningen = ? where casus = ?')
      .run(digest, tekst, handtekeningen, casus);
  } finally {
    store.close();
  }
}
