import { randomBytes } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';
import { BEGIN } from '../../../schema/verloop/akte';
import { createBronbesluiten, createTable, type ColumnType } from '../../kit';
import type { MunicipalityDB } from './MunicipalityDB';

const PERSOONSTABELLEN: Readonly<Record<string, Readonly<Record<string, ColumnType>>>> = {
  inkomens: { regeling: 'text', ingangsdatum: 'text', einddatum: 'text?', maandbedrag: 'integer' },
  schulden: { soort: 'text', bedrag: 'integer', schuldhulp: 'text' },
  woonsituaties: { gemeente: 'text', soort: 'text', verhuurder: 'text?', ontruimingsdreiging: 'integer' },
  voorzieningen: { wet: 'text', product: 'text', aanbieder: 'text', ingangsdatum: 'text', einddatum: 'text?' },
  schoolgangen: {
    school: 'text',
    verzuimmeldingen: 'integer',
    laatste_melding: 'text?',
    leerplichtambtenaar_betrokken: 'integer',
  },
};

const eerste: Migration = {
  async up(db: Kysely<unknown>) {
    await toegang(db);
    await dossier(db);
    await personen(db);
  },
};

/** What access rests on. */
async function toegang(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'medewerkers', { columns: { id: 'text', naam: 'text' }, primaryKey: ['id'] });
  await createTable(db, 'aanwijzingen', {
    columns: { medewerker: 'text', partner: 'text', rol: 'text', van: 'text', tot: 'text?' },
    indexed: ['medewerker'],
  });
  await createTable(db, 'casussen', {
    columns: {
      id: 'text',
      bronhouder: 'text',
      kenmerk: 'text',
      thema: 'text',
      doel: 'text',
      fase: 'text',
      kader: 'text',
      status: 'text',
      escalatieniveau: 'text',
      gemeente: 'text',
      convenant: 'text',
      regie: 'text',
      bevestigd_door: 'text',
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'zetels', {
    columns: {
      casus: 'text',
      partner: 'text',
      medewerker: 'text',
      rol: 'text',
      van: 'text',
      tot: 'text?',
      vervangt: 'text?',
    },
    indexed: ['casus', 'medewerker'],
  });
}

async function dossier(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'doeltoetsen', {
    columns: { casus: 'text', datum: 'text', positief: 'integer', criteria: 'text', toelichting: 'text' },
    indexed: ['casus'],
  });
  await createTable(db, 'overleggen', {
    columns: { id: 'text', casus: 'text', datum: 'text', besluit: 'text' },
    primaryKey: ['id'],
    indexed: ['casus'],
  });
  await createTable(db, 'aanwezigen', {
    columns: { overleg: 'text', partner: 'text', medewerker: 'text' },
    indexed: ['overleg'],
  });
  await createTable(db, 'plannen', {
    columns: { casus: 'text', doelstelling: 'text', vastgesteld_op: 'text', bij_niet_nakomen: 'text' },
    primaryKey: ['casus'],
  });
  await createTable(db, 'leefgebiedplannen', {
    columns: { casus: 'text', volgorde: 'integer', leefgebied: 'text', situatie: 'text', doel: 'text' },
    primaryKey: ['casus', 'volgorde'],
  });
  await createTable(db, 'acties', {
    columns: {
      id: 'text',
      bronhouder: 'text',
      casus: 'text',
      omschrijving: 'text',
      leefgebied: 'text',
      uitvoerder: 'text',
      relevant_voor: 'text',
      medewerker: 'text',
      uiterlijk: 'text',
      status: 'text',
      bij_niet_nakomen: 'text',
      terugkoppeling: 'text?',
    },
    primaryKey: ['id'],
    indexed: ['casus'],
  });
}

async function personen(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'personen', {
    columns: {
      id: 'text',
      bronhouder: 'text',
      voornamen: 'text',
      voorvoegsel: 'text?',
      geslachtsnaam: 'text',
      geboortedatum: 'text',
      bsn: 'text',
      straat: 'text',
      huisnummer: 'text',
      postcode: 'text',
      woonplaats: 'text',
      wijk: 'text',
      gemeente: 'text',
      geheimhouding: 'integer',
      telefoon: 'text',
      functie: 'text?',
      organisatie: 'text?',
      email: 'text?',
    },
    primaryKey: ['id'],
  });
  // In one casus a person is of one kind.
  await createTable(db, 'betrokkenheden', {
    columns: { casus: 'text', persoon: 'text', soort: 'text' },
    primaryKey: ['casus', 'persoon'],
  });
  await createTable(db, 'relaties', { columns: { van: 'text', naar: 'text', soort: 'text' }, indexed: ['van'] });
  for (const [name, columns] of Object.entries(PERSOONSTABELLEN)) {
    await createTable(db, name, {
      columns: { id: 'text', persoon: 'text', bronhouder: 'text', ...columns },
      primaryKey: ['id'],
      indexed: ['persoon'],
    });
  }
}

const tijdlijn: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'ingebrachte_adviezen', {
      columns: { id: 'text', casus: 'text', soort: 'text', datum: 'text', bronhouder: 'text' },
      primaryKey: ['casus', 'id'],
    });
    await createTable(db, 'overlegbesluiten', {
      columns: { id: 'text', bronhouder: 'text', overleg: 'text', besluit: 'text', reden: 'text' },
      primaryKey: ['id'],
      indexed: ['overleg'],
    });
    await createTable(db, 'opschalingen', {
      columns: { id: 'text', bronhouder: 'text', overleg: 'text', van: 'text', naar: 'text', reden: 'text' },
      primaryKey: ['id'],
      indexed: ['overleg'],
    });
    await createTable(db, 'overlegacties', {
      columns: { overleg: 'text', actie: 'text' },
      primaryKey: ['overleg', 'actie'],
    });
  },
};

/** A doeltoets had no id; each gets a random one, since it is named by it to whoever sees it. */
const doeltoets: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('doeltoetsen').addColumn('id', 'text').execute();
    const toetsen = (db as Kysely<MunicipalityDB>).selectFrom('doeltoetsen').select(['casus', 'datum', 'toelichting']);
    for (const { casus, datum, toelichting } of await toetsen.execute()) {
      await (db as Kysely<MunicipalityDB>)
        .updateTable('doeltoetsen')
        .set({ id: randomBytes(16).toString('hex') })
        .where('casus', '=', casus)
        .where('datum', '=', datum)
        .where('toelichting', '=', toelichting)
        .execute();
    }
  },
};

/** What was there before has no akten: its chain begins with the next one. */
const verloop: Migration = {
  async up(db: Kysely<unknown>) {
    const casussen = () => db.schema.alterTable('casussen');
    await casussen()
      .addColumn('nr', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await casussen()
      .addColumn('vorige', 'text', (column) => column.notNull().defaultTo(BEGIN))
      .execute();
    await createTable(db, 'akten', {
      columns: {
        casus: 'text',
        nr: 'integer',
        partner: 'text',
        medewerker: 'text',
        sleutel: 'text',
        digest: 'text',
        tekst: 'text',
        handtekening: 'text',
      },
      primaryKey: ['casus', 'nr'],
    });
  },
};

/** What was there before has none: nobody has access to it until its partners sign one. */
const beginstand: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'beginstanden', {
      columns: { casus: 'text', digest: 'text', tekst: 'text', handtekeningen: 'text' },
      primaryKey: ['casus'],
    });
  },
};

/** What was there before has none: nobody is designated until his partner signs one. */
const aanwijzingsbesluit: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'aanwijzingsbesluiten', {
      columns: { partner: 'text', medewerker: 'text', nr: 'integer', tekst: 'text', handtekening: 'text' },
      primaryKey: ['partner', 'medewerker'],
    });
  },
};

const bronbesluiten: Migration = { up: createBronbesluiten };

/** Append only; a migration that ran somewhere is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_eerste': eerste,
  '0002_tijdlijn': tijdlijn,
  '0003_doeltoets': doeltoets,
  '0004_verloop': verloop,
  '0005_beginstand': beginstand,
  '0006_aanwijzingsbesluit': aanwijzingsbesluit,
  '0007_bronbesluiten': bronbesluiten,
};
