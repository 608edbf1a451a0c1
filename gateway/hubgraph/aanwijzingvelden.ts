import type { Rolduur } from '../../schema/verloop/aanwijzingsbesluit';

interface Aanwijzingsbewijs {
  readonly nr: number;
  readonly besluit: string;
  readonly bewijs: string;
  readonly tijdstip: string;
}

/** The root fields by which a partner designates its own medewerkers. */
export interface Aanwijzingvelden<Context> {
  aanwijzing(
    args: { readonly medewerker: string },
    context: Context,
  ): Promise<{ readonly nr: number; readonly rollen: readonly Rolduur[] }>;
  wijsAan(
    args: { readonly besluit: string; readonly handtekening: string },
    context: Context,
  ): Promise<Aanwijzingsbewijs>;
}
