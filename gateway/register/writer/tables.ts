import type { ColumnType } from 'kysely';

/** PostgreSQL returns bigint as text, SQLite as a number. */
type Nr = ColumnType<string | number, number, never>;

/** The tables of the register; what each holds stands in the README. */
export interface RegisterTables {
  regel: { nr: Nr; id: string; blad: string };
  inhoud: { nr: Nr; tekst: string };
  knoop: { laag: number; nr: Nr; hash: string };
  checkpoint: { grootte: Nr; tekst: string };
  persoonsleutel: { id: string; zoek: string; sleutel: string };
  wijzer: { soort: Wijzersoort; sleutel: string; nr: Nr };
}

export type Wijzersoort = 'persoon' | 'casus' | 'medewerker' | 'ontvanger' | 'gever' | 'dossier' | 'stap';
