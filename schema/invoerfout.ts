/** One thing wrong in a file that people wrote, and where. */
export interface Invoermelding {
  readonly bestand: string;
  readonly regel: number;
  readonly kolom: number;
  /** Dutch: the rule, and what was expected. */
  readonly melding: string;
}

/** A file that people wrote can't be used. All that is wrong with it at once, so that it is mended in one go. */
export class Invoerfout extends Error {
  readonly meldingen: readonly Invoermelding[];

  constructor(meldingen: readonly Invoermelding[]) {
    super(meldingen.map((m) => `${m.bestand}:${m.regel}:${m.kolom} ${m.melding}`).join('\n'));
    this.name = 'Invoerfout';
    this.meldingen = meldingen;
  }
}
