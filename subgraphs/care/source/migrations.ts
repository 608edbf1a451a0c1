import type { Kysely, Migration } from 'kysely';
import { createBronbesluiten, createTable, type ColumnType } from '../../kit';

const CLIENTTABELLEN: Readonly<Record<string, Readonly<Record<string, ColumnType>>>> = {
  bekendheden: { sinds: 'text' },
  trajecten: { soort: 'text', ingangsdatum: 'text', einddatum: 'text?', behandelstatus: 'text' },
  diagnosen: { classificatie: 'text', omschrijving: 'text', gesteld_op: 'text' },
  crisiscontacten: { datum: 'text', uitkomst: 'text', aanleiding: 'text' },
  veilig_thuis_meldingen: { datum: 'text', aard: 'text', status: 'text', oordeel: 'text' },
  risicotaxaties: { datum: 'text', instrument: 'text', niveau: 'text' },
  gronden: {
    soort: 'text',
    ontvangers: 'text',
    categorieen: 'text',
    doelen: 'text',
    van: 'text',
    tot: 'text',
    ingetrokken_op: 'text?',
  },
};

const eerste: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'koppelingen', {
      columns: { persoon: 'text', clientnummer: 'text' },
      primaryKey: ['persoon'],
    });
    for (const [name, columns] of Object.entries(CLIENTTABELLEN)) {
      await createTable(db, name, {
        columns: { id: 'text', clientnummer: 'text', bronhouder: 'text', ...columns },
        primaryKey: ['id'],
        indexed: ['clientnummer'],
      });
    }
    await createTable(db, 'adviezen', {
      columns: {
        id: 'text',
        clientnummer: 'text',
        bronhouder: 'text',
        casus: 'text',
        datum: 'text',
        strekking: 'text',
        advies: 'text',
      },
      primaryKey: ['id'],
      indexed: ['casus'],
    });
    await createTable(db, 'vrijgaven', {
      columns: { record: 'text', casus: 'text', ontvangers: 'text', ingetrokken_op: 'text?' },
      indexed: ['casus'],
    });
  },
};

const huisbezoek: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'huisbezoekafspraken', {
      columns: { id: 'text', clientnummer: 'text', bronhouder: 'text', wijze: 'text' },
      primaryKey: ['id'],
      indexed: ['clientnummer'],
    });
  },
};

/** Of an advies only the client number is known, so the koppelingen are read that way round too. */
const koppeling: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('koppelingen_clientnummer').on('koppelingen').column('clientnummer').execute();
  },
};

const bronbesluiten: Migration = { up: createBronbesluiten };

/** Append only; a migration that ran somewhere is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_eerste': eerste,
  '0002_huisbezoek': huisbezoek,
  '0003_koppeling': koppeling,
  '0004_bronbesluiten': bronbesluiten,
};
