import type { Registerregel } from '../../../schema/domain/registerregel';
import type { Gegevenregel } from '../gegevenregel';

type Line = Omit<Registerregel, 'verstrekkingen' | 'medewerker' | 'persoon'>;

/** What is told of one person, sealed under the key of that person. */
export interface SealedPersoon {
  readonly sleutel: string;
  readonly inhoud: string;
}

/** An entry as it stands in the register: what is null or empty is not there. */
export interface Entry extends Partial<Line> {
  readonly v: 2;
  readonly nr: number;
  readonly id: string;
  readonly tijdstip: string;
  readonly soort: Registerregel['soort'];
  /** Pseudonym. */
  readonly medewerker?: string;
  readonly zaak?: readonly Gegevenregel[];
  readonly personen?: readonly SealedPersoon[];
  readonly gevers?: readonly string[];
  readonly sleutels?: readonly { readonly id: string; readonly digest: string }[];
}
