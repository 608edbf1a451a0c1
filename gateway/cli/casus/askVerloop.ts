import { z } from 'zod';
import { CASUSSTATUSSEN } from '../../../schema/domain/casusstatus';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { type Stap, STAPPEN, type Stapnaam } from '../../../schema/verloop/stap';
import { askHub } from '../asking/askHub';
import type { Gesprek } from '../asking/vrager';

const verloopSchema = z.object({
  nr: z.number(),
  vorige: z.string(),
  fase: z.enum(FASEN),
  kader: z.enum(KADERS),
  status: z.enum(CASUSSTATUSSEN),
  bevestigd: z.boolean(),
  stappen: z.array(z.enum(STAPPEN)),
});
export type Verloop = z.infer<typeof verloopSchema>;

const VERLOOP = '{ verloop { nr vorige fase kader status bevestigd stappen } }';

/** Asks the running hub where the casus of the question stands. Throws Ended. */
export async function askVerloop({ publicUrl, kop }: Gesprek): Promise<Verloop> {
  const shape = z.object({ verloop: verloopSchema });
  return (await askHub(publicUrl, kop, { query: VERLOOP, variables: {} }, shape)).verloop;
}

/** By which field of the graph a stap is taken, and the types of what it says. */
const VELDEN: Readonly<Record<Stapnaam, readonly [veld: string, types: Readonly<Record<string, string>>]>> = {
  BEVESTIGEN: ['bevestig', {}],
  DOELTOETSEN: ['toetsDoel', { positief: 'Boolean!', criteria: '[String!]!', toelichting: 'String!' }],
  NAAR_FASE: ['gaNaarFase', { fase: 'Fase!' }],
  WIJZIG_KADER: ['wijzigKader', { kader: 'Kader!' }],
  PLAATS_GEVEN: ['geefPlaats', { zetelPartner: 'ID!', zetelMedewerker: 'ID!', rol: 'Rol!' }],
  VERLATEN: ['verlaatTafel', { zetelPartner: 'ID!', zetelMedewerker: 'ID!' }],
  VERVANGEN: ['vervang', { zetelPartner: 'ID!', zetelMedewerker: 'ID!', door: 'ID!' }],
  AFSCHERMEN: ['schermAf', {}],
};
const KOP = { nr: 'Int!', vorige: 'String!', sleutel: 'ID!', dag: 'Datum!', handtekening: 'String!' };

const bewijsSchema = z.object({ nr: z.number(), akte: z.string(), bewijs: z.string(), tijdstip: z.string() });
/** That a stap was taken. */
export type Stapbewijs = z.infer<typeof bewijsSchema>;

/** Has the running hub take a stap. Throws Ended. */
export async function askStap(
  { publicUrl, kop }: Gesprek,
  { stap, ...zegt }: Stap,
  hoe: Readonly<Record<keyof typeof KOP, string | number>>,
): Promise<Stapbewijs> {
  const [veld, types] = VELDEN[stap];
  const all = Object.entries({ ...types, ...KOP });
  const declared = all.map(([naam, type]) => `$${naam}: ${type}`).join(', ');
  const given = all.map(([naam]) => `${naam}: $${naam}`).join(', ');
  const query = `mutation (${declared}) { gezet: ${veld}(${given}) { nr akte bewijs tijdstip } }`;
  const shape = z.object({ gezet: bewijsSchema });
  return (await askHub(publicUrl, kop, { query, variables: { ...zegt, ...hoe } }, shape)).gezet;
}
