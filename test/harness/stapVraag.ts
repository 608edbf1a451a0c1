import { type Akte, textOf } from '../../schema/verloop/akte';
import { signAkte } from '../../schema/verloop/handtekening';
import type { Stapnaam } from '../../schema/verloop/stap';
import type { DemoKey } from '../../gateway/demo/demoKeys';
import type { Question } from './askHub';

const VELD: Readonly<Record<Stapnaam, string>> = {
  BEVESTIGEN: 'bevestig',
  DOELTOETSEN: 'toetsDoel',
  NAAR_FASE: 'gaNaarFase',
  WIJZIG_KADER: 'wijzigKader',
  PLAATS_GEVEN: 'geefPlaats',
  VERLATEN: 'verlaatTafel',
  VERVANGEN: 'vervang',
  AFSCHERMEN: 'schermAf',
};
const TYPEN: Readonly<Record<string, string>> = {
  positief: 'Boolean!',
  criteria: '[String!]!',
  toelichting: 'String!',
  fase: 'Fase!',
  kader: 'Kader!',
  rol: 'Rol!',
  zetelPartner: 'ID!',
  zetelMedewerker: 'ID!',
  door: 'ID!',
  nr: 'Int!',
  vorige: 'String!',
  sleutel: 'ID!',
  dag: 'Datum!',
  handtekening: 'String!',
};

/** The question by which somebody takes a stap, signed by a key of the demo. */
export async function stapVraag(akte: Akte, key: DemoKey, doel = 'CASUSREGIE'): Promise<Question> {
  return unsignedVraag(akte, await signAkte(textOf(akte), key.kid, key.privateKey), doel);
}

/** The same, under any signature. */
export function unsignedVraag(akte: Akte, handtekening: string, doel = 'CASUSREGIE'): Question {
  const { casus, partner, medewerker, stap, ...rest } = akte as Akte & Record<string, unknown>;
  const variables: Record<string, unknown> = { ...rest, handtekening };
  const names = Object.keys(variables);
  const declared = names.map((name) => `$${name}: ${TYPEN[name] ?? 'String'}`).join(', ');
  const given = names.map((name) => `${name}: $${name}`).join(', ');
  const query = `mutation (${declared}) { gezet: ${VELD[stap]}(${given}) { nr akte bewijs tijdstip } }`;
  return { casus, doel, partner, medewerker, query, variables };
}
