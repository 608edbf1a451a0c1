import Database from 'libsql';
import { Client } from 'pg';
import type { Entry } from '../../gateway/register/reader/entry';
import type { SeenRegister } from '../harness/intents';

const ENTRIES = 'select nr, tekst from inhoud order by nr';
const KEYS = 'select id, zoek, sleutel from persoonsleutel';

type Rows = readonly { readonly nr: string | number; readonly tekst: string }[];

/** A register where nobody writes any more, on either database. */
export async function seeRows(place: {
  readonly databaseUrl: string | null;
  readonly file: string;
}): Promise<SeenRegister> {
  if (place.databaseUrl === null) {
    const database = new Database(place.file, { timeout: 5_000 });
    const seen = toSeen(
      database.prepare(ENTRIES).all() as Rows,
      database.prepare(KEYS).all() as SeenRegister['sleutels'],
    );
    database.close();
    return seen;
  }
  const client = new Client({ connectionString: place.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Rows[number]>(ENTRIES);
    return toSeen(rows, (await client.query<SeenRegister['sleutels'][number]>(KEYS)).rows);
  } finally {
    await client.end();
  }
}

function toSeen(rows: Rows, sleutels: SeenRegister['sleutels']): SeenRegister {
  return { entries: rows.map(({ nr, tekst }) => ({ ...(JSON.parse(tekst) as Entry), nr: Number(nr) })), sleutels };
}
