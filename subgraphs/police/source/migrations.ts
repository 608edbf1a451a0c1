import type { Kysely, Migration } from 'kysely';
import { createBronbesluiten, createTable, type ColumnType } from '../../kit';

const PERSOONSTABELLEN: Readonly<Record<string, Readonly<Record<string, ColumnType>>>> = {
  aandachtsvestigingen: { soort: 'text', ingangsdatum: 'text', einddatum: 'text?', instructie: 'text' },
  meldingen: { datum: 'text', klasse: 'text', gemeente: 'text', omschrijving: 'text' },
  incidenten: {
    datum: 'text',
    code: 'text',
    soort: 'text',
    betrokken_als: 'text',
    gemeente: 'text',
    omschrijving: 'text',
  },
  verdenkingen: { datum: 'text', feit: 'text', status: 'text', wpg_artikel: 'integer' },
  risicos: { niveau: 'text', peildatum: 'text' },
};

const eerste: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'koppelingen', {
      columns: { persoon: 'text', registratienummer: 'text' },
      primaryKey: ['persoon'],
    });
    for (const [name, columns] of Object.entries(PERSOONSTABELLEN)) {
      await createTable(db, name, {
        columns: { id: 'text', registratienummer: 'text', bronhouder: 'text', ...columns },
        primaryKey: ['id'],
        indexed: ['registratienummer'],
      });
    }
    await createTable(db, 'adviezen', {
      columns: { id: 'text', casus: 'text', bronhouder: 'text', datum: 'text', strekking: 'text', advies: 'text' },
      primaryKey: ['id'],
      indexed: ['casus'],
    });
    await createTable(db, 'vrijgaven', {
      columns: { record: 'text', casus: 'text', ontvangers: 'text', ingetrokken_op: 'text?' },
      indexed: ['casus'],
    });
  },
};

const bronbesluiten: Migration = { up: createBronbesluiten };

/** Append only; a migration that ran somewhere is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_eerste': eerste,
  '0002_bronbesluiten': bronbesluiten,
};
