/** One thing wrong in a file that people wrote, and where. */
export interface Invoermelding {
  readonly bestand: string;
  readonly regel: number;
  readonly kolom: number;
  /** Dutch: the rule, and what was expected. */
  readonly melding: string;
}

/** More than this on a screen nobody reads: who mends these finds the rest. */
const MOST = 50;

/** A file that people wrote can't be used. All that is wrong with it at once, so that it is mended in one go. */
export class Invoerfout extends Error {
  readonly meldingen: readonly Invoermelding[];

  constructor(meldingen: readonly Invoermelding[]) {
    const regels = meldingen.slice(0, MOST).map((m) => `${m.bestand}:${m.regel}:${m.kolom} ${m.melding}`);
    const rest = meldingen.length - regels.length;
    super([...regels, ...(rest > 0 ? [`en nog ${String(rest)}`] : [])].join('\n'));
    this.name = 'Invoerfout';
    this.meldingen = meldingen;
  }
}
