import { createPrivateKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openReader } from '../../gateway/register/reader/openReader';
import { verifyRegister } from '../../gateway/register/verify';
import { type RegisterOptions, openWriter } from '../../gateway/register/writer/openWriter';
import { emptyRegel } from '../../gateway/registering';
import { writeVerifier } from '../../schema/signedNote';
import { CHECKPOINT, KEY } from '../gateway/register/backend';
import { exampleRegel, exampleVerstrekking } from '../gateway/register/exampleRegel';
import { postgresBackend } from '../gateway/register/postgresBackend';
import { measure } from './measure';
import { throughput } from './throughput';

const ENTRIES = Number(process.env['KETENHUB_BENCH_ENTRIES'] ?? 200_000);
/** Of which so many are answers in full; the others are short. */
const FULL = Math.min(50_000, ENTRIES);
const PERSONS = 20_000;

/** An answer as a casusoverleg gives it: three persons, twelve fields of each. */
function answerAbout(first: number) {
  const verstrekkingen = Array.from({ length: 36 }, (_, nr) =>
    exampleVerstrekking({
      persoon: `persoon-${String((first + (nr % 3)) % PERSONS)}`,
      coordinaat: `Hoofdbetrokkene.veld${String(nr % 12)}`,
      categorie: `politie.c${String(nr % 4)}`,
    }),
  );
  return exampleRegel({ casus: `casus-${String(first % 5_000)}`, verstrekkingen });
}

/** The least that can be said about somebody: many of these make a large register in a bearable time. */
const shortAnswer = (nr: number) =>
  exampleRegel({
    casus: `casus-${String(nr % 5_000)}`,
    verstrekkingen: [exampleVerstrekking({ persoon: `persoon-${String(nr % PERSONS)}` })],
  });

/** Appends one by one and 64 at a time, then looks up and verifies among many. */
async function registerItself(options: RegisterOptions, bytes: () => Promise<number>): Promise<[string, string][]> {
  let writer = await openWriter(options);
  const rows: [string, string][] = [];
  // By the entry that begins a register who verifies it knows its key.
  const checkpointsleutel = writeVerifier(CHECKPOINT.naam, createPrivateKey(CHECKPOINT.pem));
  const stand = { tabel: '', labels: '', code: '', sleutels: [], convenanten: {}, checkpointsleutel };
  await writer.append({ ...emptyRegel({ digest: '', attest: '' }), soort: 'START', stand });
  let nr = 0;
  const append = async (): Promise<number> => {
    const start = performance.now();
    nr += 1;
    await writer.append(answerAbout(nr * 7));
    return performance.now() - start;
  };
  for (const atOnce of [1, 64]) {
    const taken: number[] = [];
    const until = performance.now() + 5_000;
    const one = async (): Promise<void> => {
      while (performance.now() < until) taken.push(await append());
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: atOnce }, one));
    const seconds = (performance.now() - start) / 1_000;
    const sorted = taken.toSorted((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
    rows.push([
      `appends, ${String(atOnce)} at a time`,
      `${(taken.length / seconds).toFixed(0)}/s, p99 ${p99.toFixed(1)} ms`,
    ]);
  }
  while (nr < FULL) await Promise.all(Array.from({ length: 200 }, append));
  await writer.close();
  rows.push(['bytes per entry', String(Math.round((await bytes()) / nr))]);
  writer = await openWriter(options);
  while (nr < ENTRIES) {
    await Promise.all(Array.from({ length: 200 }, () => writer.append(shortAnswer((nr += 1)))));
    if (nr % 100_000 < 200) process.stderr.write(`${String(nr)} of ${String(ENTRIES)}\n`);
  }
  await writer.close();

  const reader = openReader(options, options.key);
  const lookUp = await measure(20, async () => {
    const person = await reader.personKey(`persoon-${String(Math.floor(Math.random() * PERSONS))}`);
    if (person === null) return;
    for await (const _entry of reader.pointedTo('persoon', person.id)) continue;
  });
  await reader.close();
  rows.push([`all entries about one person, among ${String(nr)}`, `${lookUp.toFixed(1)} ms`]);
  const start = performance.now();
  const { regels, fout } = await verifyRegister(options);
  if (fout !== null) throw new Error(fout.melding);
  rows.push(['verified', `${(regels / ((performance.now() - start) / 1_000)).toFixed(0)} entries/s`]);
  return rows;
}

async function bench(): Promise<void> {
  const print = (rows: readonly [string, string][]): void => {
    for (const [what, value] of rows) process.stdout.write(`${what.padEnd(60)}  ${value}\n`);
  };
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-bench-'));
  const file = join(dir, `${randomBytes(4).toString('hex')}.sqlite`);
  print(await throughput(null));
  const options = { databaseUrl: null, file, key: KEY, checkpoint: CHECKPOINT };
  print(await registerItself(options, async () => statSync(file).size));
  rmSync(dir, { recursive: true, force: true });

  if (postgresBackend.unavailable !== null) {
    process.stdout.write(`PostgreSQL not measured: ${postgresBackend.unavailable}\n`);
    return;
  }
  for (const work of [
    (one: RegisterOptions) => throughput(one.databaseUrl),
    (one: RegisterOptions) => registerItself(one, () => databaseSize(one.databaseUrl ?? '')),
  ]) {
    const scratch = await postgresBackend.create();
    print(await work(scratch.options));
    await scratch.drop();
  }
}

async function databaseSize(connectionString: string): Promise<number> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database()) as size');
  await client.end();
  return Number(rows[0]?.size);
}

void bench();
