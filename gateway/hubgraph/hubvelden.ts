import type { Beperking } from '../../schema/domain/beperking';
import type { Besluit } from '../../schema/domain/besluit';
import type { Doel } from '../../schema/domain/doel';
import type { Fase } from '../../schema/domain/fase';
import type { Kader } from '../../schema/domain/kader';
import type { Onderwerp } from '../../schema/domain/onderwerp';
import type { Rol } from '../../schema/domain/rol';
import type { Voorwaarde } from '../../schema/domain/voorwaarde';
import type { Aanmeldvelden } from './aanmeldvelden';
import type { Aanwijzingvelden } from './aanwijzingvelden';
import type { Bronbesluitvelden } from './bronbesluitvelden';
import type { Registervelden } from './registervelden';
import type { Standvelden } from './standvelden';
import type { Verloopvelden } from './verloopvelden';

type Uitkomst = Besluit['uitkomst'];

interface Uitlegvraag {
  readonly vraag: string;
  readonly variabelen?: string | null;
}

interface Uitleg {
  readonly velden: readonly {
    readonly coordinaat: string;
    readonly pad: readonly string[];
    readonly categorieen: readonly string[];
    readonly besluit: Uitkomst;
    readonly reden: string | null;
    readonly beperkingen: readonly string[];
    readonly voorwaarden: readonly string[];
    readonly convenant: string | null;
    readonly versie: string | null;
    readonly artikel: string | null;
    readonly keten: readonly {
      readonly aan: string;
      readonly partner: string | null;
      readonly categorie: string;
      readonly wat: string;
      readonly besluit: Uitkomst;
      readonly reden: string | null;
      readonly artikel: string | null;
    }[];
  }[];
  readonly digest: string;
}

/** What is left out, or null, narrows nothing. */
interface Matrixvraag {
  readonly convenant?: string | null;
  readonly ontvangers?: readonly string[] | null;
  readonly rollen?: readonly Rol[] | null;
  readonly doelen?: readonly Doel[] | null;
  readonly fasen?: readonly Fase[] | null;
  readonly kaders?: readonly Kader[] | null;
  readonly categorieen?: readonly string[] | null;
  readonly betreft?: readonly Onderwerp[] | null;
}

interface Matrixcel {
  readonly convenant: string;
  readonly versie: string;
  readonly categorie: string;
  readonly label: string;
  readonly betreft: Onderwerp;
  readonly ontvanger: string;
  readonly rollen: readonly Rol[];
  readonly doelen: readonly Doel[];
  readonly fasen: readonly Fase[];
  readonly kaders: readonly Kader[];
  readonly besluit: Uitkomst;
  readonly artikel: string | null;
  readonly beperkingen: readonly Beperking[];
  readonly voorwaarden: readonly Voorwaarde[];
  readonly reden: string | null;
  readonly toekenningen: readonly {
    readonly van: string;
    readonly eigen: boolean;
    readonly artikel: string;
    readonly beperkingen: readonly Beperking[];
    readonly voorwaarden: readonly Voorwaarde[];
  }[];
}

interface Verschilvraag {
  readonly convenant: string;
  readonly oud: string;
  readonly nieuw: string;
}

interface Verschilweg {
  readonly categorie: string;
  readonly van: readonly string[];
  readonly eigen: boolean;
  readonly beperkingen: readonly Beperking[];
  readonly voorwaarden: readonly Voorwaarde[];
  readonly artikel: string;
}

interface Verschilgroep {
  readonly soort: string;
  readonly zichtbaar: boolean;
  readonly zonder: readonly string[];
  readonly ontvangers: readonly string[];
  readonly partners: readonly string[];
  readonly rollen: readonly Rol[];
  readonly doelen: readonly Doel[];
  readonly fasen: readonly Fase[];
  readonly kaders: readonly Kader[];
  readonly bevestigd: readonly boolean[];
  readonly gegevens: readonly {
    readonly categorieen: readonly string[];
    readonly wegen: readonly Verschilweg[];
    readonly was: readonly Verschilweg[];
    readonly vertelt: readonly { readonly partner: string; readonly categorie: string }[];
    readonly coordinaten: readonly string[];
  }[];
  readonly cellen: number;
  readonly getuige: {
    readonly query: string;
    readonly coordinaat: string;
    readonly rol: Rol | null;
    readonly casus: {
      readonly partner: string;
      readonly convenant: string;
      readonly dag: string;
      readonly doel: Doel;
      readonly fase: Fase;
      readonly kader: Kader;
      readonly bevestigd: boolean;
      readonly tafel: readonly string[];
    } | null;
  } | null;
}

interface Verschil {
  readonly opent: readonly Verschilgroep[];
  readonly sluit: readonly Verschilgroep[];
  readonly vloerOpent: readonly string[];
  readonly vloerSluit: readonly string[];
}

interface Attest {
  readonly attest: string;
  readonly tabel: string;
  readonly labels: string;
  readonly code: string;
  readonly sleutels: readonly string[];
  readonly convenanten: readonly {
    readonly convenant: string;
    readonly versie: string;
    readonly voorbeeld: boolean;
    readonly van: string;
    readonly tot: string;
    readonly digest: string;
    readonly getekend: readonly string[];
    readonly ontbreekt: readonly string[];
  }[];
}

interface Besluitvraag {
  readonly van?: string | null;
  readonly tot?: string | null;
  readonly na?: number | null;
  readonly steekproef?: number | null;
}

interface Registerbesluiten {
  readonly regels: readonly {
    readonly nr: number;
    readonly bewijs: string;
    readonly tijdstip: string;
    readonly soort: string;
    readonly partner: string | null;
    readonly rol: string | null;
    readonly doel: string | null;
    readonly convenant: string | null;
    readonly versie: string | null;
    readonly tabel: string | null;
    readonly attest: string | null;
    readonly feiten: {
      readonly fase: string;
      readonly kader: string;
      readonly status: string;
      readonly bevestigd: boolean;
      readonly gemeente: string;
      readonly regie: string;
      readonly tafel: readonly { readonly partner: string; readonly rol: string }[];
    } | null;
    readonly aanwijzingen: readonly string[];
    readonly gevraagd: readonly string[];
    readonly argumenten: readonly string[];
    readonly onbeslist: readonly string[];
    readonly weigeringen: readonly {
      readonly coordinaat: string;
      readonly categorieen: readonly string[];
      readonly reden: string;
      readonly artikel: string | null;
    }[];
  }[];
  readonly volgende: number | null;
}

/** The root fields of schema/subgraphs/hub.graphql that tell of the rules, as the hub fills them. `context` is that of the one request. */
export interface Regelvelden<Context> {
  uitleg(args: Uitlegvraag, context: Context): Uitleg | Promise<Uitleg>;
  inzagematrix(args: Matrixvraag, context: Context): readonly Matrixcel[] | Promise<readonly Matrixcel[]>;
  verschil(args: Verschilvraag, context: Context): Verschil | null;
  attest(args: Record<string, never>, context: Context): Attest | Promise<Attest>;
  registerbesluiten(args: Besluitvraag, context: Context): Promise<Registerbesluiten>;
}

/** All of its root fields. */
export interface Hubvelden<Context>
  extends
    Regelvelden<Context>,
    Registervelden<Context>,
    Standvelden,
    Verloopvelden<Context>,
    Aanwijzingvelden<Context>,
    Aanmeldvelden<Context>,
    Bronbesluitvelden<Context> {}
