import type { Dossierregel } from '../../../schema/domain/registerregel';
import type { RegisterReader } from '../reader/openReader';

type Standpunt = NonNullable<Dossierregel['standpunt']>;

/** A dossier as it stands in the register. */
export interface Dossier {
  readonly nummer: string;
  readonly soort: NonNullable<Dossierregel['soort']>;
  /** Partner whose medewerker opened it, and so handles it. */
  readonly behandelaar: string;
  readonly geopend: string;
  /** Of INZAGE: under which key the register tells of the person. */
  readonly persoon: string | null;
  /** Of DATALEK: the account, its medewerker as a pseudonym. */
  readonly account: NonNullable<Dossierregel['account']> | null;
  /** The last one of each bronhouder, by OIN. */
  readonly standpunten: ReadonlyMap<string, Standpunt & { readonly tijdstip: string }>;
}

/** @returns null: there is no such dossier. */
export async function findDossier(reader: Pick<RegisterReader, 'pointedTo'>, nummer: string): Promise<Dossier | null> {
  const standpunten = new Map<string, Standpunt & { readonly tijdstip: string }>();
  let opened: Omit<Dossier, 'standpunten'> | null = null;
  for await (const { soort, dossier, partner, tijdstip, personen } of reader.pointedTo('dossier', nummer)) {
    if (soort === 'DOSSIER' && opened === null && dossier?.soort !== undefined && partner) {
      const persoon = personen?.[0]?.sleutel ?? null;
      const account = dossier.account ?? null;
      opened = { nummer, soort: dossier.soort, behandelaar: partner, geopend: tijdstip, persoon, account };
    }
    const standpunt = dossier?.standpunt;
    if (soort === 'STANDPUNT' && standpunt) standpunten.set(standpunt.bronhouder, { ...standpunt, tijdstip });
  }
  return opened === null ? null : { ...opened, standpunten };
}
