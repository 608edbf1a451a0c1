import type { BronbesluitenDB } from '../../kit';
import type { Actiestatus } from '../../../schema/domain/actiestatus';
import type { Casusstatus } from '../../../schema/domain/casusstatus';
import type { Doel } from '../../../schema/domain/doel';
import type { Escalatieniveau } from '../../../schema/domain/escalatieniveau';
import type { Fase } from '../../../schema/domain/fase';
import type { Kader } from '../../../schema/domain/kader';
import type { Leefgebied } from '../../../schema/domain/leefgebied';
import type { Relatiesoort } from '../../../schema/domain/relatiesoort';
import type { Rol } from '../../../schema/domain/rol';
import type { Thema } from '../../../schema/domain/thema';

/** What a person is in one casus. */
export type Soort = 'HOOFDBETROKKENE' | 'KRINGLID' | 'PROFESSIONAL';

export type Adviessoort = 'POLITIEADVIES' | 'ZORGADVIES';

/** A record about a person. The municipality gives out the ids of the graph, so there is no koppeling. */
interface Registratie {
  id: string;
  persoon: string;
  bronhouder: string;
}

/** Holds from `van` until, not including, `tot`. */
interface Looptijd {
  van: string;
  tot: string | null;
}

/** The tables of the municipality's source. Days are ISO text, booleans 0 or 1, lists JSON text. */
export interface MunicipalityDB extends BronbesluitenDB {
  medewerkers: { id: string; naam: string };
  aanwijzingen: Looptijd & { medewerker: string; partner: string; rol: Rol };
  /** Of each medewerker the last, as his partner signed it: on these the aanwijzingen rest. */
  aanwijzingsbesluiten: { partner: string; medewerker: string; nr: number; tekst: string; handtekening: string };
  casussen: {
    id: string;
    bronhouder: string;
    kenmerk: string;
    thema: Thema;
    doel: Doel;
    fase: Fase;
    kader: Kader;
    status: Casusstatus;
    escalatieniveau: Escalatieniveau;
    gemeente: string;
    convenant: string;
    regie: string;
    /** JSON list of partner ids. */
    bevestigd_door: string;
    /** Where it is in the chain of its akten. */
    nr: number;
    vorige: string;
  };
  /** How each casus stood where its akten begin. `handtekeningen`: JSON object, by partner id. */
  beginstanden: { casus: string; digest: string; tekst: string; handtekeningen: string };
  /** Every stap that was taken, as its partner signed it. */
  akten: {
    casus: string;
    nr: number;
    partner: string;
    medewerker: string;
    sleutel: string;
    digest: string;
    tekst: string;
    handtekening: string;
  };
  zetels: Looptijd & { casus: string; partner: string; medewerker: string; rol: Rol; vervangt: string | null };
  doeltoetsen: { id: string; casus: string; datum: string; positief: number; criteria: string; toelichting: string };
  overleggen: { id: string; casus: string; datum: string; besluit: string };
  aanwezigen: { overleg: string; partner: string; medewerker: string };
  plannen: { casus: string; doelstelling: string; vastgesteld_op: string; bij_niet_nakomen: string };
  leefgebiedplannen: { casus: string; volgorde: number; leefgebied: Leefgebied; situatie: string; doel: string };
  acties: {
    id: string;
    bronhouder: string;
    casus: string;
    omschrijving: string;
    leefgebied: Leefgebied;
    uitvoerder: string;
    /** JSON list of partner ids. */
    relevant_voor: string;
    medewerker: string;
    uiterlijk: string;
    status: Actiestatus;
    bij_niet_nakomen: string;
    terugkoppeling: string | null;
  };
  /** An advies that its bronhouder brought in at the table. What it says is in his own source. */
  ingebrachte_adviezen: { id: string; casus: string; soort: Adviessoort; datum: string; bronhouder: string };
  overlegbesluiten: { id: string; bronhouder: string; overleg: string; besluit: string; reden: string };
  opschalingen: {
    id: string;
    bronhouder: string;
    overleg: string;
    van: Escalatieniveau;
    naar: Escalatieniveau;
    reden: string;
  };
  /** The actie was agreed in this overleg. */
  overlegacties: { overleg: string; actie: string };
  betrokkenheden: { casus: string; persoon: string; soort: Soort };
  personen: {
    id: string;
    bronhouder: string;
    voornamen: string;
    voorvoegsel: string | null;
    geslachtsnaam: string;
    geboortedatum: string;
    bsn: string;
    straat: string;
    huisnummer: string;
    postcode: string;
    woonplaats: string;
    wijk: string;
    gemeente: string;
    geheimhouding: number;
    telefoon: string;
    functie: string | null;
    organisatie: string | null;
    email: string | null;
  };
  /** Directed: to `van`, `naar` is a `soort`. */
  relaties: { van: string; naar: string; soort: Relatiesoort };
  inkomens: Registratie & { regeling: string; ingangsdatum: string; einddatum: string | null; maandbedrag: number };
  schulden: Registratie & { soort: string; bedrag: number; schuldhulp: string };
  woonsituaties: Registratie & {
    gemeente: string;
    soort: string;
    verhuurder: string | null;
    ontruimingsdreiging: number;
  };
  voorzieningen: Registratie & {
    wet: string;
    product: string;
    aanbieder: string;
    ingangsdatum: string;
    einddatum: string | null;
  };
  schoolgangen: Registratie & {
    school: string;
    verzuimmeldingen: number;
    laatste_melding: string | null;
    leerplichtambtenaar_betrokken: number;
  };
}
