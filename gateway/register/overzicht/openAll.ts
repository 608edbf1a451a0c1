import type { Gegevenregel } from '../gegevenregel';
import type { Entry } from '../reader/entry';
import { openPersoon } from '../reader/openPersoon';
import type { RegisterReader } from '../reader/openReader';

/** What an entry tells, whole. */
export interface Opened {
  /** What it tells of the casus, and of every person in it. */
  readonly regels: readonly Gegevenregel[];
  /** Under which keys it tells of persons. Of one whose key was destroyed only that there was one is left. */
  readonly personen: readonly string[];
}

/** Opens entries one after the other; each key is looked up once. */
export class Opener {
  private readonly keys = new Map<string, Buffer | null>();

  constructor(private readonly reader: Pick<RegisterReader, 'keyById'>) {}

  async open(entry: Entry): Promise<Opened> {
    const regels = [...(entry.zaak ?? [])];
    const personen: string[] = [];
    for (const sealed of entry.personen ?? []) {
      const key = await this.keyOf(sealed.sleutel);
      personen.push(sealed.sleutel);
      if (key !== null) regels.push(...openPersoon(entry, sealed, key));
    }
    return { regels, personen };
  }

  private async keyOf(sleutel: string): Promise<Buffer | null> {
    const known = this.keys.get(sleutel);
    if (known !== undefined) return known;
    const key = await this.reader.keyById(sleutel);
    this.keys.set(sleutel, key);
    return key;
  }
}
