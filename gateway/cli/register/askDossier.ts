import { z } from 'zod';
import { askHub } from '../asking/askHub';
import type { Gesprek } from '../asking/vrager';

const besluit = z.enum(['VERSTREKKEN', 'WEIGEREN']);
const gever = z.object({ partner: z.string(), naam: z.string(), besluit: besluit.nullable() });
const dossierSchema = z.object({
  nummer: z.string(),
  soort: z.enum(['INZAGE', 'DATALEK']),
  geopend: z.string(),
  standpunten: z.array(
    z.object({ partner: z.string(), naam: z.string(), besluit, grond: z.string().nullable(), tijdstip: z.string() }),
  ),
  /** null: for who handles the dossier only. */
  gevers: z.array(gever).nullable(),
});

export type Dossier = z.infer<typeof dossierSchema>;

/** Asks the running hub for a dossier; null: it is not there, or not for who asks. Throws Ended. */
export async function askDossier({ publicUrl, kop }: Gesprek, nummer: string): Promise<Dossier | null> {
  const shape = z.object({ dossier: dossierSchema.nullable() });
  return (await askHub(publicUrl, kop, { operatie: 'dossier', variables: { nummer } }, shape)).dossier;
}

/** Names of the bronhouders that gave something and have not answered. */
export function lackingIn({ gevers }: Pick<Dossier, 'gevers'>): string[] {
  return (gevers ?? []).filter((one) => one.besluit === null).map(({ naam }) => naam);
}

const bewijsSchema = z.object({ dossier: z.string(), bewijs: z.string(), tijdstip: z.string() });

/** What came of a change in a dossier: its number, and the receipt of the register. */
export type Dossierbewijs = z.infer<typeof bewijsSchema>;

/** Throws Ended. */
export async function openDossier(
  { publicUrl, kop }: Gesprek,
  about:
    | { readonly soort: 'INZAGE'; readonly persoon: string }
    | { readonly soort: 'DATALEK'; readonly medewerker: string },
): Promise<Dossierbewijs> {
  const operatie = about.soort === 'INZAGE' ? 'openInzage' : 'openDatalek';
  return (await askHub(publicUrl, kop, { operatie, variables: about }, z.object({ openDossier: bewijsSchema })))
    .openDossier;
}

/** Throws Ended. */
export async function takePosition(
  { publicUrl, kop }: Gesprek,
  variables: { readonly dossier: string; readonly besluit: string; readonly grond: string | null },
): Promise<Dossierbewijs> {
  const shape = z.object({ bepaalStandpunt: bewijsSchema });
  return (await askHub(publicUrl, kop, { operatie: 'standpunt', variables }, shape)).bepaalStandpunt;
}
