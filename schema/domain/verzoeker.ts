import type { Ketenpartner } from './ketenpartner';

/** Who asks, as his token proved: nothing yet about rol or casus. */
export interface Verzoeker {
  readonly medewerker: string;
  readonly partner: Ketenpartner;
  /** Id of the token. */
  readonly jti: string;
  /** Moment the token ends, seconds since 1970. */
  readonly exp: number;
}
