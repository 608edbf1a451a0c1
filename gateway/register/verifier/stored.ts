/** Columns as they are in the table, numbers too as text: what is wrong with them is for the verifier to find. */
export const LINE_COLUMNS = {
  integers: ['seq'],
  texts: ['id', 'tijdstip', 'inhoud', 'vorige', 'hash'],
} as const;

export const VERSTREKKING_COLUMNS = {
  integers: ['logregel_seq', 'nr', 'eigen', 'aantal'],
  texts: [
    'gever',
    'ontvanger',
    'medewerker',
    'persoon',
    'casus',
    'doel',
    'fase',
    'kader',
    'categorie',
    'coordinaat',
    'artikel',
  ],
} as const;

interface Columns {
  readonly integers: readonly string[];
  readonly texts: readonly string[];
}
type Stored<C extends Columns> = { readonly [K in C['integers'][number] | C['texts'][number]]: string | null };
export type StoredLine = Stored<typeof LINE_COLUMNS>;
export type StoredVerstrekking = Stored<typeof VERSTREKKING_COLUMNS>;

/** Lines in order of seq, and every verstrekking whose seq lies after the page before and up to the last line. */
export interface Page {
  readonly lines: readonly StoredLine[];
  readonly verstrekkingen: readonly StoredVerstrekking[];
}

export interface Source {
  /** The page behind `after`; null for the first. */
  page(after: number | null, size: number): Promise<Page>;
  /** Seq of the first verstrekking behind `after` that belongs to no line. */
  orphan(after: number): Promise<string | null>;
  close(): Promise<void>;
}
