/** A verstrekking as it is hashed. */
export interface EntryVerstrekking {
  readonly nr: number;
  readonly gever: string;
  readonly ontvanger: string | null;
  readonly medewerker: string | null;
  readonly persoon: string | null;
  readonly casus: string | null;
  readonly doel: string | null;
  readonly fase: string | null;
  readonly kader: string | null;
  readonly categorie: string;
  readonly coordinaat: string;
  readonly artikel: string;
  readonly eigen: boolean;
  readonly aantal: number;
}

/** One log line with its verstrekkingen: all that its hash covers besides the previous hash. */
export interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly tijdstip: string;
  /** Canonical JSON, hashed as text so that not even a space can change. */
  readonly inhoud: string;
  readonly verstrekkingen: readonly EntryVerstrekking[];
}
