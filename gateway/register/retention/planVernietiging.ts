import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Registersoort, Vernietiging } from '../../../schema/domain/registerregel';
import { keyDigest } from '../keyDigest';
import { pseudonym } from '../pseudonym';
import type { Entry } from '../reader/entry';
import type { RegisterTables } from '../writer/tables';

/** What is to go: all before a moment, all of one casus, or all that can be read of one person. */
export type Opdracht =
  | { readonly grond: 'BEWAARTERMIJN'; readonly voor: string }
  | { readonly grond: 'CASUS'; readonly casus: string }
  | { readonly grond: 'PERSOON'; readonly persoon: string };

/** These tell of no person and no casus, and the rest can't be verified without them. */
const KEPT: readonly Registersoort[] = ['START', 'REGELS', 'VERNIETIGING'];
const PAGE = 500;
/** Hubs write in turn by clocks of their own: past this much after the moment, nothing older is to come. */
const CLOCKS_APART = 86_400_000;

/** Works out what would go. Reads only; inside the transaction that destroys, what it finds is what goes. */
export async function planVernietiging(
  db: Kysely<RegisterTables>,
  registerKey: Uint8Array,
  opdracht: Opdracht,
): Promise<Vernietiging> {
  const { grond } = opdracht;
  if (grond === 'PERSOON') {
    const zoek = pseudonym(registerKey, 'persoon', opdracht.persoon);
    const rows = await db.selectFrom('persoonsleutel').select('id').where('zoek', '=', zoek).execute();
    return { grond, regels: [], sleutels: rows.map(({ id }) => id), blijven: [] };
  }
  const going = new Set<number>();
  const announced = new Map<string, string>();
  for await (const entry of grond === 'CASUS' ? ofCasus(db, opdracht.casus) : before(db, opdracht.voor)) {
    if (KEPT.includes(entry.soort)) continue;
    going.add(entry.nr);
    for (const { id, digest } of [...(entry.sleutels ?? []), ...(entry.vernietigd?.blijven ?? [])])
      announced.set(id, digest);
  }
  const sleutels = await unused(db, going);
  const gone = new Set(sleutels);
  const rows = new Map((await rowsOf(db, [...announced.keys()])).map((row) => [row.id, row]));
  const blijven = [...announced.keys()].flatMap((id) => {
    const row = rows.get(id);
    return row === undefined || gone.has(id) ? [] : [keyDigest(row)];
  });
  return { grond, regels: ranges(going), sleutels, blijven };
}

/** Names a plan, so that what is carried out is what was looked at. */
export function planCode(plan: Vernietiging): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);
}

async function* before(db: Kysely<RegisterTables>, voor: string): AsyncGenerator<Entry> {
  const until = new Date(Date.parse(voor) + CLOCKS_APART).toISOString();
  for (let after = -1; ;) {
    const page = await texts(db).where('nr', '>', after).orderBy('nr').limit(PAGE).execute();
    for (const row of page) {
      const entry = toEntry(row);
      if (entry.tijdstip >= until) return;
      if (entry.tijdstip < voor) yield entry;
      after = entry.nr;
    }
    if (page.length < PAGE) return;
  }
}

async function* ofCasus(db: Kysely<RegisterTables>, casus: string): AsyncGenerator<Entry> {
  const pointers = db.selectFrom('wijzer').select('nr').where('soort', '=', 'casus').where('sleutel', '=', casus);
  for (const row of await texts(db).where('nr', 'in', pointers).orderBy('nr').execute()) yield toEntry(row);
}

function texts(db: Kysely<RegisterTables>) {
  return db.selectFrom('inhoud').selectAll();
}

function toEntry({ nr, tekst }: { readonly nr: string | number; readonly tekst: string }): Entry {
  return { ...(JSON.parse(tekst) as Omit<Entry, 'nr'>), nr: Number(nr) };
}

/** Keys of persons of whom nothing is left to read when these entries are gone. */
async function unused(db: Kysely<RegisterTables>, going: ReadonlySet<number>): Promise<string[]> {
  const candidates = new Set<string>();
  for (const [from, to] of ranges(going)) {
    const rows = await db
      .selectFrom('wijzer')
      .select('sleutel')
      .distinct()
      .where('soort', '=', 'persoon')
      .where('nr', '>=', from)
      .where('nr', '<', to)
      .execute();
    for (const { sleutel } of rows) candidates.add(sleutel);
  }
  const found: string[] = [];
  for (const sleutel of [...candidates].sort()) {
    const rows = await db
      .selectFrom('wijzer')
      .select('nr')
      .where('soort', '=', 'persoon')
      .where('sleutel', '=', sleutel)
      .execute();
    if (rows.every(({ nr }) => going.has(Number(nr)))) found.push(sleutel);
  }
  return (await rowsOf(db, found)).map(({ id }) => id).sort();
}

async function rowsOf(db: Kysely<RegisterTables>, ids: readonly string[]): Promise<Parameters<typeof keyDigest>[0][]> {
  const found: Parameters<typeof keyDigest>[0][] = [];
  for (let from = 0; from < ids.length; from += PAGE) {
    const some = ids.slice(from, from + PAGE);
    found.push(...(await db.selectFrom('persoonsleutel').selectAll().where('id', 'in', some).execute()));
  }
  return found;
}

function ranges(numbers: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const nr of [...numbers].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last?.[1] === nr) last[1] = nr + 1;
    else found.push([nr, nr + 1]);
  }
  return found;
}
