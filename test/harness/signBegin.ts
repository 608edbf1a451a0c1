import { join } from 'node:path';
import Database from 'libsql';
import type { Casusfeiten } from '../../schema/domain/casusfeiten';
import {
  type Beginstand,
  type Zetelduur,
  digestOfBegin,
  ondertekenaars,
  textOfBegin,
} from '../../schema/verloop/beginstand';
import { demotekenaar } from '../../subgraphs/kit/source/demotekenaar';

type Rij = Omit<Casusfeiten, 'casus' | 'bevestigd' | 'tafel'> & {
  readonly bevestigd_door: string;
  readonly nr: number;
};

/** Has the partners of the demo sign how a casus stands in the store of the municipality now, as its new beginstand. */
export function signBegin(dir: string, casus: string): void {
  const store = new Database(join(dir, 'municipality.sqlite'), { timeout: 5_000 });
  try {
    const { doel, fase, kader, status, gemeente, convenant, regie, bevestigd_door, nr } = store
      .prepare('select * from casussen where id = ?')
      .get(casus) as Rij;
    const zetels = store
      .prepare('select partner, medewerker, rol, van, tot from zetels where casus = ?')
      .all(casus) as Zetelduur[];
    const bevestigdDoor = JSON.parse(bevestigd_door) as string[];
    const begin: Beginstand = {
      ...{ casus, nr, doel, fase, kader, status, gemeente, convenant, regie, bevestigdDoor },
      zetels: zetels.map(({ partner, medewerker, rol, van, tot }) => ({ partner, medewerker, rol, van, tot })),
    };
    const tekst = textOfBegin(begin);
    const teken = demotekenaar(dir);
    const signed = ondertekenaars(begin).map((partner) => [partner, teken('beginstand+jws', tekst)]);
    store
      .prepare('update beginstanden set digest = ?, tekst = ?, handtekeningen = ? where casus = ?')
      .run(digestOfBegin(tekst), tekst, JSON.stringify(Object.fromEntries(signed)), casus);
  } finally {
    store.close();
  }
}
