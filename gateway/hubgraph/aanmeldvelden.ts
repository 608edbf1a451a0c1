import type { Aangemelde } from '../../schema/verloop/aanmelding';

interface Aanmeldbewijs {
  readonly casus: string;
  readonly aanmelding: string;
  readonly bewijs: string;
  readonly tijdstip: string;
}

type Aanmeldvraag = Omit<Aangemelde, 'voorvoegsel' | 'bsn'> & {
  readonly aanmelding: string;
  readonly handtekening: string;
  readonly voorvoegsel?: string | null;
  readonly bsn?: string | null;
};

/** The root field by which a partner brings a casus in. */
export interface Aanmeldvelden<Context> {
  meldAan(args: Aanmeldvraag, context: Context): Promise<Aanmeldbewijs>;
}
