import type { Ontvangstbewijs } from '../../schema/domain/registerregel';

/** May come later: the register is read page by page. */
type Soon<T> = T | Promise<T>;

type Dossiersoort = 'INZAGE' | 'DATALEK';
type Standpuntbesluit = 'VERSTREKKEN' | 'WEIGEREN';
type Verstrekkingsweg = 'ANTWOORD' | 'BRON';

interface Bladvraag {
  readonly vanaf?: number | null;
}

interface Blad<Regel> {
  readonly regels: readonly Regel[];
  readonly volgende: number | null;
  readonly digest: string;
}

interface Dossierbewijs {
  readonly dossier: string;
  readonly bewijs: Ontvangstbewijs['id'];
  readonly tijdstip: string;
}

/** What is on a field that only some may ask, is looked up when it is asked. */
interface Dossier {
  readonly nummer: string;
  readonly soort: Dossiersoort;
  readonly geopend: string;
  readonly standpunten: readonly {
    readonly partner: string;
    readonly naam: string;
    readonly besluit: Standpuntbesluit;
    readonly grond: string | null;
    readonly tijdstip: string;
  }[];
  gevers(): Soon<
    readonly { readonly partner: string; readonly naam: string; readonly besluit: Standpuntbesluit | null }[] | null
  >;
}

interface Gedeeld {
  readonly dag: string;
  readonly van: string;
  readonly aan: string;
  readonly doel: string | null;
  readonly artikel: string;
  readonly categorie: string;
  readonly label: string;
  readonly weg: Verstrekkingsweg;
}

interface Inzageregel extends Gedeeld {
  readonly kader: string | null;
  readonly convenant: string | null;
  readonly betreft: 'PERSOON' | 'CASUS';
  readonly niets: boolean;
  readonly aangekomen: boolean;
}

interface Verslagregel extends Gedeeld {
  readonly rol: string | null;
  readonly fase: string | null;
}

interface Datalek extends Blad<{
  readonly casus: string | null;
  readonly personen: number;
  readonly categorieen: readonly string[];
  readonly labels: readonly string[];
  readonly eerste: string;
  readonly laatste: string;
  readonly antwoorden: number;
}> {
  readonly personen: number;
}

interface Partnerverkeerregel {
  readonly richting: 'GEGEVEN' | 'GEKREGEN';
  readonly partner: string;
  readonly categorie: string;
  readonly label: string;
  readonly weg: Verstrekkingsweg;
  readonly aantal: number;
}

interface Ontvanger {
  readonly dag: string;
  readonly partner: string;
  readonly naam: string;
  readonly categorie: string;
  readonly label: string;
  readonly weg: Verstrekkingsweg;
  readonly berekend: string | null;
  readonly versie: string | null;
  readonly aangekomen: boolean;
}

interface Casusverslag extends Blad<Verslagregel> {
  readonly tafel: readonly {
    readonly naam: string;
    readonly rol: string;
    readonly eerste: string;
    readonly laatste: string;
  }[];
}

/** The root fields, of queries and of mutations, in which the hub tells of its register, or keeps a dossier in it. */
export interface Registervelden<Context> {
  openDossier(
    args: { readonly soort: Dossiersoort; readonly persoon?: string | null; readonly medewerker?: string | null },
    context: Context,
  ): Promise<Dossierbewijs>;
  bepaalStandpunt(
    args: { readonly dossier: string; readonly besluit: Standpuntbesluit; readonly grond?: string | null },
    context: Context,
  ): Promise<Dossierbewijs>;
  dossier(args: { readonly nummer: string }, context: Context): Promise<Dossier | null>;
  inzage(args: { readonly dossier: string } & Bladvraag, context: Context): Promise<Blad<Inzageregel> | null>;
  datalek(args: { readonly dossier: string } & Bladvraag, context: Context): Promise<Datalek | null>;
  partnerverkeer(
    args: { readonly van: string; readonly tot: string } & Bladvraag,
    context: Context,
  ): Promise<Blad<Partnerverkeerregel>>;
  ontvangers(
    args: {
      readonly soort: string;
      readonly verwijzing?: string | null;
      readonly persoon?: string | null;
      readonly casus?: string | null;
    } & Bladvraag,
    context: Context,
  ): Promise<Blad<Ontvanger>>;
  verslag(args: Bladvraag, context: Context): Promise<Casusverslag>;
}
