import type { Gegevenregel } from '../gegevenregel';
import type { Entry } from '../reader/entry';
import { openPersoon } from '../reader/openPersoon';
import type { RegisterReader } from '../reader/openReader';
import { type Lot, Loten } from './lot';
import { type Verstrekkingsweg, movedBy } from './weg';

/** One datum of one kind that was given, and where it stands. */
export interface Gegeven {
  readonly entry: Entry;
  readonly weg: Verstrekkingsweg;
  /** Partner id, or OIN of a host. */
  readonly aan: string;
  readonly lot: Lot;
  readonly regel: Gegevenregel;
  /** CASUS: it is about the casus in which the person was hoofdbetrokkene. */
  readonly betreft: 'PERSOON' | 'CASUS';
}

/**
 * All that was disclosed about one person. Not what a requester saw of his own organisation (EIGEN), and not what was
 * made ready and never left.
 *
 * @param sleutel under which entries tell of the person.
 * @param wanted what of it; left out: all.
 */
export async function* readPersoon(
  reader: RegisterReader,
  sleutel: string,
  wanted: (regel: Gegevenregel) => boolean = () => true,
): AsyncGenerator<Gegeven> {
  const key = await reader.keyById(sleutel);
  if (key === null) return;
  const loten = new Loten(reader);
  for await (const entry of reader.pointedTo('persoon', sleutel)) {
    const sealed = entry.personen?.find((one) => one.sleutel === sleutel);
    const moved = movedBy(entry);
    if (sealed === undefined || moved === null) continue;
    const given = openPersoon(entry, sealed, key).filter((regel) => regel.eigen !== true && wanted(regel));
    const lot = given.length === 0 ? 'NOOIT_WEG' : await loten.of(entry);
    if (lot === 'NOOIT_WEG') continue;
    for (const regel of given) yield { entry, ...moved, lot, regel, betreft: 'PERSOON' };
  }
}

/** What was disclosed of a casus without naming a person: an advies stands on the casus itself. */
export async function* readZaak(
  reader: RegisterReader,
  casus: string,
  wanted: (regel: Gegevenregel) => boolean,
): AsyncGenerator<Gegeven> {
  const loten = new Loten(reader);
  for await (const entry of reader.pointedTo('casus', casus)) {
    const moved = movedBy(entry);
    const given = (entry.zaak ?? []).filter((regel) => regel.eigen !== true && wanted(regel));
    if (moved === null || given.length === 0) continue;
    const lot = await loten.of(entry);
    if (lot === 'NOOIT_WEG') continue;
    for (const regel of given) yield { entry, ...moved, lot, regel, betreft: 'CASUS' };
  }
}
