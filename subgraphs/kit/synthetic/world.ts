import type { Actiestatus } from '../../../schema/domain/actiestatus';
import type { Bezoekwijze } from '../../../schema/domain/bezoekwijze';
import type { Casusstatus } from '../../../schema/domain/casusstatus';
import type { Doel } from '../../../schema/domain/doel';
import type { Escalatieniveau } from '../../../schema/domain/escalatieniveau';
import type { Fase } from '../../../schema/domain/fase';
import type { Kader } from '../../../schema/domain/kader';
import type { Leefgebied } from '../../../schema/domain/leefgebied';
import type { Relatiesoort } from '../../../schema/domain/relatiesoort';
import type { Risiconiveau } from '../../../schema/domain/risiconiveau';
import type { Rol } from '../../../schema/domain/rol';
import type { Thema } from '../../../schema/domain/thema';

/**
 * The whole synthetic world of the demo as plain data. Nobody in it exists. Each partner's source seeds its own
 * store from its own part, and an independent reader in the tests computes from it what a requester must get.
 * Dates are ISO (2026-03-01), moments ISO UTC; ids are opaque, random-looking and the same for the same seed.
 */
export interface World {
  readonly seed: number;
  readonly municipality: MunicipalityWorld;
  readonly police: PoliceWorld;
  readonly care: CareWorld;
}

/** A record held by a partner: the supplier is the bronhouder (OIN), not the system it sits in. */
export interface Gegeven {
  readonly id: string;
  readonly bronhouder: string;
}

/** A record about one person, by the opaque id of the person in the graph. */
export interface Persoonsgegeven extends Gegeven {
  readonly persoon: string;
}

/** A bronhouder lets these partners (ids of partners.yaml) have this record in this casus. */
export interface Vrijgave {
  readonly record: string;
  readonly casus: string;
  readonly ontvangers: readonly string[];
  readonly ingetrokkenOp: string | null;
}

/** What a bronhouder will not have given in a casus: one record, or all that he has of one person; of the two one is null. */
export interface Bezwaar {
  readonly casus: string;
  /** OIN and partner id of whose it is. */
  readonly bronhouder: string;
  readonly partner: string;
  readonly record: string | null;
  readonly persoon: string | null;
  readonly tegen: readonly string[];
}

/** A recorded ground to breach medical secrecy (WGS 2.29(2)): for one person and one bronhouder. */
export interface Grond {
  readonly id: string;
  readonly persoon: string;
  readonly bronhouder: string;
  readonly soort: 'TOESTEMMING' | 'WETTELIJKE_PLICHT' | 'GOED_HULPVERLENERSCHAP';
  readonly ontvangers: readonly string[];
  readonly categorieen: readonly string[];
  readonly doelen: readonly Doel[];
  readonly van: string;
  readonly tot: string;
  readonly ingetrokkenOp: string | null;
}

export interface MunicipalityWorld {
  readonly medewerkers: readonly { readonly id: string; readonly naam: string }[];
  /** A partner designates its medewerker in a rol for a time (BGS 1.11). */
  readonly aanwijzingen: readonly {
    readonly medewerker: string;
    readonly partner: string;
    readonly rol: Rol;
    readonly van: string;
    readonly tot: string | null;
  }[];
  readonly casussen: readonly CasusRij[];
  readonly zetels: readonly {
    readonly casus: string;
    readonly partner: string;
    readonly medewerker: string;
    readonly rol: Rol;
    readonly van: string;
    readonly tot: string | null;
    readonly vervangt: string | null;
  }[];
  readonly doeltoetsen: readonly {
    readonly id: string;
    readonly casus: string;
    readonly datum: string;
    readonly positief: boolean;
    readonly criteria: readonly string[];
    readonly toelichting: string;
  }[];
  readonly overleggen: readonly {
    readonly id: string;
    readonly casus: string;
    readonly datum: string;
    readonly besluit: string;
    readonly aanwezigen: readonly { readonly partner: string; readonly medewerker: string }[];
  }[];
  readonly plannen: readonly {
    readonly casus: string;
    readonly doelstelling: string;
    readonly vastgesteldOp: string;
    readonly bijNietNakomen: string;
    readonly leefgebieden: readonly {
      readonly leefgebied: Leefgebied;
      readonly situatie: string;
      readonly doel: string;
    }[];
  }[];
  readonly acties: readonly (Gegeven & {
    readonly casus: string;
    readonly omschrijving: string;
    readonly leefgebied: Leefgebied;
    /** Partner id of who does it, and of whom it matters to. */
    readonly uitvoerder: string;
    readonly relevantVoor: readonly string[];
    readonly medewerker: string;
    readonly uiterlijk: string;
    readonly status: Actiestatus;
    readonly bijNietNakomen: string;
    readonly terugkoppeling: string | null;
  })[];
  /** An advies that its bronhouder brought in at the table. It may be gone from his source since. */
  readonly ingebrachteAdviezen: readonly {
    readonly id: string;
    readonly casus: string;
    readonly soort: 'POLITIEADVIES' | 'ZORGADVIES';
    readonly datum: string;
    readonly bronhouder: string;
  }[];
  readonly overlegbesluiten: readonly (Gegeven & {
    readonly overleg: string;
    readonly besluit: string;
    readonly reden: string;
  })[];
  readonly opschalingen: readonly (Gegeven & {
    readonly overleg: string;
    readonly van: Escalatieniveau;
    readonly naar: Escalatieniveau;
    readonly reden: string;
  })[];
  /** In which overleg an actie was agreed. */
  readonly overlegacties: readonly { readonly overleg: string; readonly actie: string }[];
  /** Who is who in which casus. A person can be in two casussen; in one casus he is of one kind. */
  readonly betrokkenheden: readonly {
    readonly casus: string;
    readonly persoon: string;
    readonly soort: 'HOOFDBETROKKENE' | 'KRINGLID' | 'PROFESSIONAL';
  }[];
  readonly personen: readonly {
    readonly id: string;
    readonly bronhouder: string;
    readonly voornamen: string;
    readonly voorvoegsel: string | null;
    readonly geslachtsnaam: string;
    readonly geboortedatum: string;
    readonly bsn: string;
    readonly straat: string;
    readonly huisnummer: string;
    readonly postcode: string;
    readonly woonplaats: string;
    readonly wijk: string;
    readonly gemeente: string;
    readonly geheimhouding: boolean;
    readonly telefoon: string;
    /** Only of a professional. */
    readonly functie: string | null;
    readonly organisatie: string | null;
    readonly email: string | null;
  }[];
  /** Directed: to `van`, `naar` is a `soort` (PARTNER, OUDER, KIND ...). Both directions are rows. */
  readonly relaties: readonly { readonly van: string; readonly naar: string; readonly soort: Relatiesoort }[];
  readonly inkomens: readonly (Persoonsgegeven & {
    readonly regeling: string;
    readonly ingangsdatum: string;
    readonly einddatum: string | null;
    readonly maandbedrag: number;
  })[];
  readonly schulden: readonly (Persoonsgegeven & {
    readonly soort: string;
    readonly bedrag: number;
    readonly schuldhulp: string;
  })[];
  readonly woonsituaties: readonly (Persoonsgegeven & {
    readonly gemeente: string;
    readonly soort: string;
    readonly verhuurder: string | null;
    readonly ontruimingsdreiging: boolean;
  })[];
  readonly voorzieningen: readonly (Persoonsgegeven & {
    readonly wet: 'WMO' | 'JEUGDWET' | 'PARTICIPATIEWET';
    readonly product: string;
    readonly aanbieder: string;
    readonly ingangsdatum: string;
    readonly einddatum: string | null;
  })[];
  readonly schoolgangen: readonly (Persoonsgegeven & {
    readonly school: string;
    readonly verzuimmeldingen: number;
    readonly laatsteMelding: string | null;
    readonly leerplichtambtenaarBetrokken: boolean;
  })[];
  readonly bezwaren: readonly Bezwaar[];
}

export interface CasusRij {
  readonly id: string;
  readonly bronhouder: string;
  readonly kenmerk: string;
  readonly thema: Thema;
  readonly doel: Doel;
  readonly fase: Fase;
  readonly kader: Kader;
  readonly status: Casusstatus;
  readonly escalatieniveau: Escalatieniveau;
  readonly gemeente: string;
  /** Id of the one convenant that its doeltoets bound it to. */
  readonly convenant: string;
  /** Partner that has the regie. */
  readonly regie: string;
  /** Ids of the public partners that confirmed casus and persons, the melder's own included (WGS 2.31). */
  readonly bevestigdDoor: readonly string[];
}

export interface PoliceWorld {
  /** Local registration number behind the opaque person id. A person without one is not known. */
  readonly koppelingen: readonly { readonly persoon: string; readonly registratienummer: string }[];
  readonly aandachtsvestigingen: readonly (Persoonsgegeven & {
    readonly soort: string;
    readonly ingangsdatum: string;
    readonly einddatum: string | null;
    readonly instructie: string;
  })[];
  readonly meldingen: readonly (Persoonsgegeven & {
    readonly datum: string;
    readonly klasse: string;
    readonly gemeente: string;
    readonly omschrijving: string;
  })[];
  readonly incidenten: readonly (Persoonsgegeven & {
    readonly datum: string;
    /** Invented code: says so by its prefix "VB-" (voorbeeld). */
    readonly code: string;
    readonly soort: string;
    readonly betrokkenAls: 'VERDACHTE' | 'SLACHTOFFER' | 'GETUIGE' | 'BETROKKENE';
    readonly gemeente: string;
    readonly omschrijving: string;
  })[];
  readonly verdenkingen: readonly (Persoonsgegeven & {
    readonly datum: string;
    readonly feit: string;
    readonly status: string;
    readonly wpgArtikel: 8 | 13;
  })[];
  readonly risicos: readonly (Persoonsgegeven & { readonly niveau: Risiconiveau; readonly peildatum: string })[];
  readonly adviezen: readonly (Gegeven & {
    readonly casus: string;
    readonly datum: string;
    readonly strekking: string;
    readonly advies: string;
  })[];
  readonly vrijgaven: readonly Vrijgave[];
  readonly bezwaren: readonly Bezwaar[];
}

export interface CareWorld {
  readonly koppelingen: readonly { readonly persoon: string; readonly clientnummer: string }[];
  readonly bekendheden: readonly (Persoonsgegeven & { readonly sinds: string })[];
  readonly trajecten: readonly (Persoonsgegeven & {
    readonly soort: string;
    readonly ingangsdatum: string;
    readonly einddatum: string | null;
    readonly behandelstatus: string;
  })[];
  readonly diagnosen: readonly (Persoonsgegeven & {
    readonly classificatie: string;
    readonly omschrijving: string;
    readonly gesteldOp: string;
  })[];
  readonly crisiscontacten: readonly (Persoonsgegeven & {
    readonly datum: string;
    readonly uitkomst: string;
    readonly aanleiding: string;
  })[];
  readonly veiligThuisMeldingen: readonly (Persoonsgegeven & {
    readonly datum: string;
    readonly aard: string;
    readonly status: string;
    readonly oordeel: string;
  })[];
  readonly risicotaxaties: readonly (Persoonsgegeven & {
    readonly datum: string;
    readonly instrument: string;
    readonly niveau: Risiconiveau;
  })[];
  readonly adviezen: readonly (Persoonsgegeven & {
    readonly casus: string;
    readonly datum: string;
    readonly strekking: string;
    readonly advies: string;
  })[];
  /** How this institution says that a home visit can be done safely. */
  readonly huisbezoekafspraken: readonly (Persoonsgegeven & { readonly wijze: Bezoekwijze })[];
  readonly gronden: readonly Grond[];
  readonly vrijgaven: readonly Vrijgave[];
  readonly bezwaren: readonly Bezwaar[];
}
