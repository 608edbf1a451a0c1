import type { Toegangsfeiten } from '../../../schema/domain/casusfeiten';
import { Client } from 'pg';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import { municipality } from '../../../subgraphs/municipality/municipality';
import { signDelegatie } from '../../harness/signDelegatie';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { ALLE_VELDEN, gemeenteDelegatie, PERSOONSVELDEN } from './ask';
import { smallWorld } from './smallWorld';

/** Bezwaren; seats of the requester; twelve for the dossier; persons, relaties and five tables of records about them. */
const ALLES = 22;
/** Bezwaren; persons of the casus, relaties and five tables of records. */
const PERSONEN = 8;

const ENTITEITEN = `query ($r: [_Any!]!) { _entities(representations: $r) { ${PERSOONSVELDEN} } }`;
const SOORTEN = ['Hoofdbetrokkene', 'Kringlid', 'Professional'] as const;
const personen = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    __typename: SOORTEN[n < 12 ? 0 : n < 17 ? 1 : 2],
    id: `persoon-${String(n).padStart(2, '0')}`,
  }));

async function ask(bron: PartnerUnderTest, vraag: string, variables = {}) {
  bron.statements();
  const { body } = await bron.ask(gemeenteDelegatie(), vraag, variables);
  expect(body.errors).toBeUndefined();
  return { body, statements: bron.statements() };
}

async function readFacts(bron: PartnerUnderTest, casus: string | null): Promise<unknown> {
  const vraag = { casus, partner: 'dimence', medewerker: 'm-1' };
  const body = JSON.stringify(vraag);
  const token = await signDelegatie(bron.key, gemeenteDelegatie(vraag), body, { typ: 'feiten+jwt' });
  const response = await fetch(new URL('toegangsfeiten', bron.url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', [DELEGATIE_HEADER]: token },
  });
  expect(response.status).toBe(200);
  const { besluiten, ...feiten } = (await response.json()) as Toegangsfeiten;
  // Each demo signs with a key of its own.
  return { ...feiten, besluiten: besluiten.map(({ tekst }) => tekst) };
}

const SERVER = 'postgres://postgres@127.0.0.1:5432';

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: `${SERVER}/postgres`, connectionTimeoutMillis: 1000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

test('a casus of twenty persons costs a statement for each table, not for each person', async () => {
  const bron = await startPartner(municipality, { createWorld: smallWorld });
  try {
    const all = await ask(bron, ALLE_VELDEN);
    const one = await ask(bron, ENTITEITEN, { r: personen(1) });
    const twenty = await ask(bron, ENTITEITEN, { r: personen(20) });
    expect(all.statements).toHaveLength(ALLES);
    expect(new Set(all.statements).size).toBe(ALLES);
    expect(twenty.statements).toHaveLength(PERSONEN);
    expect(one.statements).toHaveLength(PERSONEN);
    // Asked under two names, it is read once.
    const twice = await ask(
      bron,
      '{ a: casus(id: "casus-1") { tafel { naam } } b: casus(id: "casus-1") { tafel { rol } casusregisseur { naam } } }',
    );
    expect(twice.statements).toHaveLength(3);
  } finally {
    await bron.close();
  }
});

test('PostgreSQL gives the same answer as SQLite, in as many statements', async () => {
  const name = `ketenhub_municipality_${String(process.pid)}`;
  try {
    await onServer(`create database ${name}`);
  } catch {
    console.warn(`skipped: no PostgreSQL on ${SERVER}`);
    return;
  }
  const started: PartnerUnderTest[] = [];
  try {
    const createWorld = smallWorld;
    const sqlite = await startPartner(municipality, { createWorld });
    started.push(sqlite);
    const env = { MUNICIPALITY_DATABASE_URL: `${SERVER}/${name}` };
    const postgres = await startPartner(municipality, { createWorld, env });
    started.push(postgres);
    const expected = await ask(sqlite, ALLE_VELDEN);
    const got = await ask(postgres, ALLE_VELDEN);
    expect(got.body).toEqual(expected.body);
    expect(got.statements).toHaveLength(ALLES);
    for (const casus of ['casus-1', 'casus-404', null]) {
      expect(await readFacts(postgres, casus)).toEqual(await readFacts(sqlite, casus));
    }
  } finally {
    await Promise.all(started.map((bron) => bron.close()));
    await onServer(`drop database ${name} with (force)`);
  }
});
