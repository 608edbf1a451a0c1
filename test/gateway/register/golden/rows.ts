/** What the tables of a register hold, column by column as the README has them. */
export const TABLES = {
  regel: { nr: 'bigint', id: 'text', blad: 'text' },
  inhoud: { nr: 'bigint', tekst: 'text' },
  knoop: { laag: 'bigint', nr: 'bigint', hash: 'text' },
  checkpoint: { grootte: 'bigint', tekst: 'text' },
  persoonsleutel: { id: 'text', zoek: 'text', sleutel: 'text' },
  wijzer: { soort: 'text', sleutel: 'text', nr: 'bigint' },
} as const;

export type Table = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly Table[];

export type Value = string | number;
export type Row = Readonly<Record<string, Value>>;
export type Rows = Readonly<Record<Table, readonly Row[]>>;
