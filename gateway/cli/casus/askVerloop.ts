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

/** Asks the running hub where the casus of the question stands. Throws Ended. */
export async function askVerloop({ publicUrl, kop }: Gesprek): Promise<Verloop> {
  const shape = z.object({ verloop: verloopSchema });
  return (await askHub(publicUrl, kop, { operatie: 'verloop', variables: {} }, shape)).verloop;
}

/** By which registered operation a stap is taken. */
const OPERATIES: Readonly<Record<Stapnaam, string>> = {
  BEVESTIGEN: 'bevestig',
  DOELTOETSEN: 'toetsDoel',
  NAAR_FASE: 'gaNaarFase',
  WIJZIG_KADER: 'wijzigKader',
  PLAATS_GEVEN: 'geefPlaats',
  VERLATEN: 'verlaatTafel',
  VERVANGEN: 'vervang',
  AFSCHERMEN: 'schermAf',
};

const bewijsSchema = z.object({ nr: z.number(), akte: z.string(), bewijs: z.string(), tijdstip: z.string() });
/** That a stap was taken. */
export type Stapbewijs = z.infer<typeof bewijsSchema>;

/** Has the running hub take a stap. Throws Ended. */
export async function askStap(
  { publicUrl, kop }: Gesprek,
  { stap, ...zegt }: Stap,
  hoe: Readonly<Record<'nr' | 'vorige' | 'sleutel' | 'dag' | 'handtekening', string | number>>,
): Promise<Stapbewijs> {
  const shape = z.object({ gezet: bewijsSchema });
  const question = { operatie: OPERATIES[stap], variables: { ...zegt, ...hoe } };
  return (await askHub(publicUrl, kop, question, shape)).gezet;
}
