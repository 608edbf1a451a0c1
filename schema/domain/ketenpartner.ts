import type { Partnersoort } from './partnersoort';
import type { Subgraaf } from './subgraaf';
import type { WgsStatus } from './wgsStatus';

/** An organisation of the chain, as partners.yaml names it. */
export interface Ketenpartner {
  readonly id: string;
  /** Organisatie-identificatienummer: 20 digits. */
  readonly oin: string;
  readonly naam: string;
  readonly soort: Partnersoort;
  readonly wgs: WgsStatus;
  /** Municipalities in which it works. */
  readonly werkgebied: readonly string[];
  /** The subgraph it hosts, and so receives the questions of. */
  readonly subgraaf: Subgraaf | null;
  /** false: takes part by single disclosures only (BGS 2.21(3)). */
  readonly account: boolean;
}

/** All partners by id. */
export type Ketenpartners = ReadonlyMap<string, Ketenpartner>;
