import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { RegisterReader } from '../reader/openReader';
import { inOrder } from './blad';
import { dagVan } from './dag';
import { Loten } from './lot';
import { Opener } from './openAll';
import { type Verstrekkingsweg, movedBy } from './weg';

/** How often a kind of datum went one way between two partners. */
interface Verkeersregel {
  readonly richting: 'GEGEVEN' | 'GEKREGEN';
  /** The other side: OIN or partner id. */
  readonly partner: string;
  readonly categorie: string;
  readonly weg: Verstrekkingsweg;
  /** Answers, or questions. */
  readonly aantal: number;
}

/** From the one day to the other, not included: ISO dates. */
interface Periode {
  readonly van: string;
  readonly tot: string;
}

/**
 * What one partner gave and got, counted: no persons, and of another partner no more than that it was the other side. What
 * two others gave each other is not in it.
 */
export async function readPartnerverkeer(
  reader: RegisterReader,
  own: Pick<Ketenpartner, 'id' | 'oin'>,
  { van, tot }: Periode,
): Promise<Verkeersregel[]> {
  const isOwn = (named: string): boolean => named === own.id || named === own.oin;
  const counted = new Map<string, Verkeersregel>();
  const count = (regel: Omit<Verkeersregel, 'aantal'>, seen: Set<string>): void => {
    const key = JSON.stringify(regel);
    if (seen.has(key)) return;
    seen.add(key);
    counted.set(key, { ...regel, aantal: (counted.get(key)?.aantal ?? 0) + 1 });
  };
  const start = await findStart(reader, van);
  const opener = new Opener(reader);
  for (const [soort, sleutel] of [
    ['gever', own.oin],
    ['ontvanger', own.id],
    ['ontvanger', own.oin],
  ] as const) {
    const loten = new Loten(reader);
    for await (const entry of reader.pointedTo(soort, sleutel, start)) {
      const dag = dagVan(entry);
      if (dag > tot) break;
      const moved = movedBy(entry);
      // Somebody who asked is named with what his question moved on to another: that he did not get.
      if (dag < van || dag >= tot || moved === null || (soort === 'ontvanger' && moved.aan !== sleutel)) continue;
      if ((await loten.of(entry)) === 'NOOIT_WEG') continue;
      const seen = new Set<string>();
      for (const { gever, categorie, eigen } of (await opener.open(entry)).regels) {
        if (eigen === true || isOwn(gever) === isOwn(moved.aan) || isOwn(gever) !== (soort === 'gever')) continue;
        const { weg, aan } = moved;
        const side = soort === 'gever' ? { richting: 'GEGEVEN', partner: aan } as const : { richting: 'GEKREGEN', partner: gever } as const; // oxfmt-ignore
        count({ ...side, categorie, weg }, seen);
      }
    }
  }
  return inOrder(counted.values());
}

/** About where a day begins: entries follow each other in time, but for the clocks of several hubs. */
async function findStart(reader: RegisterReader, dag: string): Promise<number> {
  let [low, high] = [0, await reader.size()];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const first = await reader.next(middle);
    if (first === null || dagVan(first) >= dag) high = middle;
    else low = first.nr + 1;
  }
  return Math.max(0, low - SLACK);
}

/** Entries that another hub, whose clock is behind, may have written in between. */
const SLACK = 1_000;
