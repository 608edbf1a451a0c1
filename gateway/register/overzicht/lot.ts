import type { RegisterReader } from '../reader/openReader';
import type { Entry } from '../reader/entry';

/** How long after an answer it can still be written down that it did not leave, or did not arrive: an hour, in ms. */
const WINDOW = 60 * 60 * 1000;

/** What became of what an entry tells of. AANGEKOMEN: nothing says that it did not arrive. */
export type Lot = 'AANGEKOMEN' | 'NIET_AANGEKOMEN' | 'NOOIT_WEG';

/**
 * Looks up what became of answers. Neither a withdrawn answer nor a lost one is changed: a later entry of the same
 * medewerker says so. What moved to a source had moved by then, so of a VOORNEMEN nothing is taken back.
 */
export class Loten {
  private readonly withdrawn = new Set<string>();
  private readonly lost = new Set<string>();
  /** How far the entries of each medewerker were read. */
  private readonly read = new Map<string, { readonly nr: number; readonly until: number }>();

  constructor(private readonly reader: Pick<RegisterReader, 'pointedTo'>) {}

  /** Cheapest when asked in the order of the register. */
  async of(entry: Entry): Promise<Lot> {
    if (entry.soort !== 'ANTWOORD') return 'AANGEKOMEN';
    await this.readOn(entry);
    if (this.withdrawn.has(entry.id)) return 'NOOIT_WEG';
    return this.lost.has(entry.verzoek ?? '') ? 'NIET_AANGEKOMEN' : 'AANGEKOMEN';
  }

  private async readOn({ medewerker, nr, tijdstip }: Entry): Promise<void> {
    if (medewerker === undefined) return;
    const until = Date.parse(tijdstip) + WINDOW;
    const known = this.read.get(medewerker);
    if (known !== undefined && known.until >= until) return;
    let last = Math.max(known?.nr ?? 0, nr);
    for await (const later of this.reader.pointedTo('medewerker', medewerker, last + 1)) {
      last = later.nr;
      if (later.soort === 'NIET_VRIJGEGEVEN' && later.betreft) this.withdrawn.add(later.betreft);
      if (later.soort === 'NIET_AFGELEVERD' && later.verzoek) this.lost.add(later.verzoek);
      if (Date.parse(later.tijdstip) > until) break;
    }
    this.read.set(medewerker, { nr: last, until });
  }
}
