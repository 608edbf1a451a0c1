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
  /** false: takes part by single disclosures only (BGS 2.21(3)). Who may have one: `magAccount`. */
  readonly account: boolean;
  /** Key under which it signs convenanten, as a C2SP verifier key (`id+hash+key`); null: it can sign none. */
  readonly sleutel: string | null;
  /** Public keys (JWK, ES256) under which it signs the akten of its stappen. */
  readonly stapsleutels: readonly Readonly<Record<string, unknown>>[];
  /** Who issues tokens to its medewerkers, with the public keys (JWK) of that issuer; null: nobody. */
  readonly uitgever: {
    readonly issuer: string;
    readonly sleutels: readonly Readonly<Record<string, unknown>>[];
  } | null;
}

/** All partners by id. */
export type Ketenpartners = ReadonlyMap<string, Ketenpartner>;
