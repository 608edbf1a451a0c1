import { Client } from 'pg';
import { police } from '../../../subgraphs/police/police';
import { delegatieVan, verleend } from '../../harness/delegatieVan';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { POLITIE, smallWorld } from './smallWorld';

const CATEGORIEEN = [
  'politie.bekend',
  'politie.aandachtsvestigingen',
  'politie.meldingen',
  'politie.incidenten',
  'politie.incidentinhoud',
  'politie.verdenkingen',
  'politie.risico',
];
const VRAAG = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene {
  id bekendBijPolitie aandachtsvestigingen { soort } meldingen { klasse } incidenten { datum omschrijving }
  verdenkingen { feit wpgArtikel } veiligheidsrisico } } }`;

const personen = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    __typename: 'Hoofdbetrokkene',
    id: `persoon-${String(n).padStart(3, '0')}`,
  }));

async function askAll(bron: PartnerUnderTest, count: number) {
  const delegatie = delegatieVan({ verleningen: verleend(POLITIE, ...CATEGORIEEN) });
  bron.statements();
  const { body } = await bron.ask(delegatie, VRAAG, { r: personen(count) });
  return { body, statements: bron.statements() };
}

const SERVER = 'postgres://postgres@127.0.0.1:5432';

async function serverAnswers(): Promise<boolean> {
  const client = new Client({ connectionString: `${SERVER}/postgres`, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: `${SERVER}/postgres` });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test('twenty persons cost as many statements as one: bezwaren, koppelingen, five tables, vrijgaven', async () => {
  const bron = await startPartner(police, { createWorld: () => smallWorld(21) });
  try {
    const one = await askAll(bron, 1);
    const twenty = await askAll(bron, 20);
    expect(twenty.body.errors).toBeUndefined();
    expect(twenty.statements).toHaveLength(8);
    expect(one.statements).toHaveLength(8);
  } finally {
    await bron.close();
  }
});

test('PostgreSQL gives the same answer as SQLite, in as many statements', async () => {
  if (!(await serverAnswers())) {
    console.warn(`skipped: no PostgreSQL on ${SERVER}`);
    return;
  }
  const name = `ketenhub_police_${String(process.pid)}`;
  await onServer(`create database ${name}`);
  const started: PartnerUnderTest[] = [];
  try {
    const createWorld = () => smallWorld(21);
    const sqlite = await startPartner(police, { createWorld });
    started.push(sqlite);
    // Two at once on one empty store: one fills it, the other waits and finds it filled.
    const env = { POLICE_DATABASE_URL: `${SERVER}/${name}` };
    const both = await Promise.all([
      startPartner(police, { createWorld, env }),
      startPartner(police, { createWorld, env }),
    ]);
    started.push(...both);
    const expected = await askAll(sqlite, 21);
    for (const postgres of both) {
      const got = await askAll(postgres, 21);
      expect(got.body).toEqual(expected.body);
      expect(got.statements).toHaveLength(8);
    }
  } finally {
    await Promise.all(started.map((bron) => bron.close()));
    await onServer(`drop database ${name} with (force)`);
  }
});
