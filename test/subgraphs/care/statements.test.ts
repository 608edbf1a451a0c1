import { Client } from 'pg';
import { care } from '../../../subgraphs/care/care';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { asGemeente, GEHEIMHOUDING, POLITIERISICO, volgensCatalogus } from './asGemeente';
import { DIMENCE, GGD, MEDISCH, persoonVan, smallWorld, TACTUS, VEILIG_THUIS } from './smallWorld';
import { ALLES, casus, hoofdbetrokkene, kringlid } from './vragen';

const VERLENINGEN = [
  ...[DIMENCE, TACTUS, GGD].flatMap((oin) => volgensCatalogus(oin, ...MEDISCH)),
  ...volgensCatalogus(VEILIG_THUIS, 'zorg.bekend', 'zorg.risico', 'zorg.advies', 'zorg.kringbekend'),
  ...volgensCatalogus(VEILIG_THUIS, 'veiligthuis.meldingen', 'veiligthuis.oordeel'),
  POLITIERISICO,
  GEHEIMHOUDING,
];
/** Bezwaren, koppelingen, seven tables, gronden, vrijgaven. */
const PERSONEN = 11;
/** Adviezen are found by casus, and then the gronden of those they are about, and who they are. */
const MET_CASUS = PERSONEN + 3;

const personen = (count: number) => Array.from({ length: count }, (_, n) => hoofdbetrokkene(persoonVan(n), 'LAAG'));

async function ask(bron: PartnerUnderTest, r: readonly object[], zaak = 'casus-1') {
  bron.statements();
  const { text, body } = await bron.ask(asGemeente(VERLENINGEN, { casus: zaak }), ALLES, { r });
  expect(body.errors).toBeUndefined();
  return { text, statements: bron.statements() };
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

test('twenty persons with all their fields cost as many statements as one', async () => {
  const bron = await startPartner(care, { createWorld: () => smallWorld(21) });
  try {
    expect((await ask(bron, personen(1))).statements).toHaveLength(PERSONEN);
    expect((await ask(bron, personen(20))).statements).toHaveLength(PERSONEN);
    const allen = [...personen(20), kringlid(persoonVan(20)), casus('casus-1')];
    expect((await ask(bron, allen)).statements).toHaveLength(MET_CASUS);
  } finally {
    await bron.close();
  }
});

test('PostgreSQL gives the same answer as SQLite, in as many statements', async () => {
  if (!(await serverAnswers())) {
    console.warn(`skipped: no PostgreSQL on ${SERVER}`);
    return;
  }
  const name = `ketenhub_care_${String(process.pid)}`;
  await onServer(`create database ${name}`);
  const started: PartnerUnderTest[] = [];
  try {
    const createWorld = () => smallWorld(21);
    const sqlite = await startPartner(care, { createWorld });
    started.push(sqlite);
    const postgres = await startPartner(care, { createWorld, env: { CARE_DATABASE_URL: `${SERVER}/${name}` } });
    started.push(postgres);
    const allen = [...personen(20), kringlid(persoonVan(20))];
    for (const [zaak, r] of [
      ['casus-1', allen],
      // Nobody known and no advies: no statement may have an empty list.
      ['casus-9', [hoofdbetrokkene('nooit-gezien')]],
    ] as const) {
      const expected = await ask(sqlite, [...r, casus(zaak)], zaak);
      const got = await ask(postgres, [...r, casus(zaak)], zaak);
      expect(got.text).toBe(expected.text);
      expect(got.statements).toHaveLength(expected.statements.length);
    }
  } finally {
    await Promise.all(started.map((bron) => bron.close()));
    await onServer(`drop database ${name} with (force)`);
  }
});
