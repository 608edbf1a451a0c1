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
  readonly aantal: number;
  /** The records of which values are in it, each once. None where it is worked out, or stands on a person itself. */
  readonly records: readonly Recordinhoud[];
}

/** What was refused in an answer. */
interface Weigeringsregel {
  readonly coordinaat: string;
  readonly categorieen: readonly string[];
  readonly reden: string;
  readonly artikel: string | null;
}

/** What happened to one request: the log line (control) and, if answered, its verstrekkingen (who got what). */
export interface Registerregel {
  /** ANTWOORD: released. GEWEIGERD: refused whole. NIET_VRIJGEGEVEN: an earlier answer that did not leave. INZAGE: a look into rules or register. */
  readonly soort: 'ANTWOORD' | 'GEWEIGERD' | 'NIET_VRIJGEGEVEN' | 'INZAGE';
  /** Code of the refusal, or null. */
  readonly code: string | null;
  readonly partner: string | null;
  /** Medewerker id; kept as a keyed pseudonym. */
  readonly medewerker: string | null;
  readonly rol: string | null;
  readonly doel: string | null;
  readonly casus: string | null;
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
  /** Digest of the operation's text. Its name is the client's to choose, so it could name a person. */
  readonly operatie: string | null;
  /** Coordinates asked. */
  readonly gevraagd: readonly string[];
  readonly verstrekkingen: readonly Verstrekkingsregel[];
  readonly weigeringen: readonly Weigeringsregel[];
  /** Conditions of suppliers that went with the answer (WGS 2.29(3)). */
  readonly voorwaarden: readonly {
    readonly coordinaat: string;
    readonly categorie: string;
    readonly bronhouder: string;
    readonly voorwaarden: readonly Voorwaarde[];
  }[];
  readonly traceId: string | null;
  /** Of NIET_VRIJGEGEVEN: the receipt that it withdraws. */
  readonly betreft: string | null;
}

/** The register's receipt: goes out as `extensions.verstrekking`. `id` is random, `tijdstip` ISO UTC. */
export interface Ontvangstbewijs {
  readonly id: string;
  readonly tijdstip: string;
}
