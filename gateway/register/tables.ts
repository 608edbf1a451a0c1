import type { ColumnType } from 'kysely';

/** PostgreSQL returns bigint as text, SQLite as a number. */
type Seq = ColumnType<string | number, number, never>;

/** One log line (control, WGS 1.8(4)). `inhoud` is canonical JSON without the verstrekkingen. */
interface LogregelTable {
  seq: Seq;
  id: string;
  tijdstip: string;
  inhoud: string;
  vorige: string;
  hash: string;
}

/** One row of the verstrekkingsadministratie (who got what, for what). Medewerker and persoon are pseudonyms. */
interface VerstrekkingTable {
  logregel_seq: Seq;
  nr: number;
  gever: string;
  ontvanger: string | null;
  medewerker: string | null;
  persoon: string | null;
  casus: string | null;
  doel: string | null;
  fase: string | null;
  kader: string | null;
  categorie: string;
  coordinaat: string;
  artikel: string;
  eigen: 0 | 1;
  aantal: number;
}

export interface RegisterTables {
  logregel: LogregelTable;
  verstrekking: VerstrekkingTable;
}
