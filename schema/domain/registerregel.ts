import type { Stapnaam } from '../verloop/stap';
import type { Voorwaarde } from './voorwaarde';

/** One record, as far as it was in an answer. The register keys both before it keeps them. */
export interface Recordinhoud {
  /** Type of the graph. */
  readonly type: string;
  /** By what its source finds it again. */
  readonly verwijzing: string;
  /** Digest of what the answer held of it: the same again means that nothing of it changed. */
  readonly inhoud: string;
}

/** One datum of one kind about one person, from one supplier, that was really in an answer. No values, ever. */
export interface Verstrekkingsregel {
  /** OIN of the giver. */
  readonly bronhouder: string;
  readonly categorie: string;
  readonly coordinaat: string;
  /** Opaque id of the person, null when it is about the casus. The register keeps a keyed pseudonym of it. */
  readonly persoon: string | null;
  readonly artikel: string;
  /** The requester's own data: logged, not counted as disclosure. */
  readonly eigen: boolean;
  /** Number of values; 0: it told that there are none. */
  readonly aantal: number;
  /**
   * The records of which values are in it, each once; where it is worked out of rows, those, with its coordinate as their type.
   * None of what stands on a person itself.
   */
  readonly records: readonly Recordinhoud[];
}

/** What was refused in an answer. */
interface Weigeringsregel {
  readonly coordinaat: string;
  readonly categorieen: readonly string[];
  readonly reden: string;
  readonly artikel: string | null;
}

/**
 * What an entry of the register tells of.
 *
 * - ANTWOORD: an answer. GEWEIGERD: a request that was refused whole, or failed.
 * - VOORNEMEN: what is about to move between partners, or to be changed, written before it does.
 * - NIET_VRIJGEGEVEN, NIET_AFGELEVERD: an earlier ANTWOORD that did not leave, or did not arrive.
 * - INZAGE: a look into rules or register. DOSSIER, STANDPUNT: a dossier of one is opened; what a bronhouder says in it.
 * - STAP: a casus was brought on by who sits at its table.
 * - START: a hub starts, and by which rules, code and keys. REGELS: other rules are in force. STORING: a fault of ours.
 * - VERNIETIGING: what was destroyed, by retention.
 */
export type Registersoort =
  | 'ANTWOORD'
  | 'GEWEIGERD'
  | 'VOORNEMEN'
  | 'NIET_VRIJGEGEVEN'
  | 'NIET_AFGELEVERD'
  | 'INZAGE'
  | 'DOSSIER'
  | 'STANDPUNT'
  | 'STAP'
  | 'START'
  | 'REGELS'
  | 'STORING'
  | 'VERNIETIGING';

/**
 * The facts by which was decided, as they are kept: so that an independent reader can take the decision again. Who sits
 * there is kept by partner and rol; a medewerker only as a pseudonym.
 */
export interface Beslisfeiten {
  readonly fase: string;
  readonly kader: string;
  readonly status: string;
  readonly bevestigd: boolean;
  readonly gemeente: string;
  readonly regie: string;
  /** Partner and rol of each seat. */
  readonly tafel: readonly (readonly [partner: string, rol: string])[];
}

/** Rules, code and keys that a hub works with. */
export interface Hubstand {
  readonly tabel: string;
  readonly labels: string;
  readonly code: string;
  readonly sleutels: readonly string[];
  /** Convenanten in force, as `id@versie`, and who signed each. */
  readonly convenanten: Readonly<Record<string, readonly string[]>>;
  /** Collector to which the Logboek Dataverwerkingen goes while this hub runs; not there: to none. */
  readonly logboek?: string;
  /** Casussen of which who runs the hub says that they were put back, as `id:nr`; not there: none. */
  readonly teruggezet?: readonly string[];
  /** Verifier key of the checkpoints. */
  readonly checkpointsleutel?: string;
}

/** A dossier of an inzageverzoek (BGS 1.2) or a data leak, and what was said in it. */
export interface Dossierregel {
  readonly nummer: string;
  /** Of DOSSIER. */
  readonly soort?: 'INZAGE' | 'DATALEK';
  /** Of a data leak: medewerker whose account it is about, and his partner. The id is kept as a keyed pseudonym. */
  readonly account?: { readonly partner: string; readonly medewerker: string };
  /** Of STANDPUNT: what a bronhouder says, and on which ground (article) he refuses. */
  readonly standpunt?: {
    readonly bronhouder: string;
    readonly besluit: 'VERSTREKKEN' | 'WEIGEREN';
    readonly grond: string | null;
  };
}

/** What retention took away. */
export interface Vernietiging {
  /** Why: the term of WGS 1.8(7), a casus that was rejected, or one person. */
  readonly grond: 'BEWAARTERMIJN' | 'CASUS' | 'PERSOON';
  /** Entries without their text; `to` is not included. */
  readonly regels: readonly (readonly [from: number, to: number])[];
  /** Keys of persons. */
  readonly sleutels: readonly string[];
  /** Keys that such an entry announced, and that are still in use. */
  readonly blijven: readonly { readonly id: string; readonly digest: string }[];
}

/** A stap that was taken, or a besluit that was. Whom it is about stands in what was signed, which its keeper has. */
interface Stapregel {
  readonly stap: Stapnaam | 'AANWIJZEN' | 'BRONBESLUIT' | 'AANMELDEN';
  /** As the how manieth of the casus, or about that medewerker or record; an aanmelding comes before all, with 0. */
  readonly nr: number;
  /** Digest of the akte, and the signature of the partner under it. */
  readonly akte: string;
  readonly handtekening: string;
}

/** Counted among the stappen of its casus, as a besluit about a medewerker or a record is not. */
export function isCasusstap(verloop: Stapregel | null): boolean {
  return verloop !== null && verloop.stap !== 'AANWIJZEN' && verloop.stap !== 'BRONBESLUIT';
}

/** What happened to one request: the log line (control) and, if answered, its verstrekkingen (who got what). */
export interface Registerregel {
  readonly soort: Registersoort;
  /** Random id of the request: what was intended, answered and withdrawn for it carries the same. */
  readonly verzoek: string | null;
  /** Code of the refusal or fault, or null. */
  readonly code: string | null;
  readonly partner: string | null;
  /** Medewerker id; kept as a keyed pseudonym. */
  readonly medewerker: string | null;
  readonly rol: string | null;
  readonly doel: string | null;
  readonly casus: string | null;
  /** Casus that a refused request named, when none was opened: a word of the client, so kept as a keyed pseudonym. */
  readonly geprobeerd: string | null;
  readonly fase: string | null;
  readonly kader: string | null;
  readonly convenant: string | null;
  readonly versie: string | null;
  /** Digest of the coordinate table in force. */
  readonly tabel: string;
  /** Digest of all that decided: table, signatures, labels, code and keys (`hub attest` spells it out). */
  readonly attest: string;
  /** Digest (revision) of the facts used. */
  readonly feiten: string | null;
  /** Those facts, as far as a decision rests on them. */
  readonly beslisfeiten: Beslisfeiten | null;
  /** Rollen in which the medewerker was designated by his partner. */
  readonly aanwijzingen: readonly string[];
  /** Digest of the operation's text. */
  readonly operatie: string | null;
  /** Its name, if it is a registered one: any other is the client's to choose, so it could name a person. */
  readonly operatienaam: string | null;
  /** Coordinates asked. */
  readonly gevraagd: readonly string[];
  /** Each way in which one was asked, of those asked with arguments: `Type.field(name,name)`. Names, never values. */
  readonly argumenten: readonly string[];
  /** What of it could not be decided, and so was denied, written alike: a fault, not a refusal. */
  readonly onbeslist: readonly string[];
  readonly verstrekkingen: readonly Verstrekkingsregel[];
  readonly weigeringen: readonly Weigeringsregel[];
  /** What an answer lacks through no rule: code, and the source that failed. */
  readonly fouten: readonly { readonly code: string; readonly subgraaf: string | null }[];
  /** Conditions of suppliers that went with the answer (WGS 2.29(3)). */
  readonly voorwaarden: readonly {
    readonly coordinaat: string;
    readonly categorie: string;
    readonly bronhouder: string;
    readonly voorwaarden: readonly Voorwaarde[];
  }[];
  readonly traceId: string | null;
  /** Receipt of the earlier entry that this one is about. */
  readonly betreft: string | null;
  /** Of VOORNEMEN: OIN of the partner to whose source the verstrekkingen go; null: something will be changed. */
  readonly naar: string | null;
  readonly stand: Hubstand | null;
  readonly dossier: Dossierregel | null;
  /** Person that the entry is about without a verstrekking: of DOSSIER. Sealed. */
  readonly persoon: string | null;
  readonly vernietigd: Vernietiging | null;
  /** Of STAP, and of the VOORNEMEN before it. */
  readonly verloop: Stapregel | null;
}

/** The register's receipt: goes out as `extensions.verstrekking`. `id` is random, `tijdstip` ISO UTC. */
export interface Ontvangstbewijs {
  readonly id: string;
  readonly tijdstip: string;
}
