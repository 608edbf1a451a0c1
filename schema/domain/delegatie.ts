import type { Beperking } from './beperking';
import type { Doel } from './doel';
import type { Rol } from './rol';
import type { Subgraaf } from './subgraaf';

/**
 * One thing granted: records of `categorie` held by `bronhouder`, under all of these beperkingen. Several
 * verleningen of one categorie and bronhouder are alternatives.
 */
export interface Verlening {
  readonly categorie: string;
  /** OIN of the supplier. */
  readonly bronhouder: string;
  /** The requester's partner is the bronhouder: his own data, no disclosure. */
  readonly eigen: boolean;
  readonly beperkingen: readonly Beperking[];
}

/**
 * What the hub states, signed, with every fetch: who asks, for what, and what of it the convenant grants. It holds
 * for one subgraph, one body and some seconds.
 */
export interface Delegatie {
  readonly subgraaf: Subgraaf;
  readonly partner: string;
  readonly oin: string;
  readonly medewerker: string;
  /** Municipalities in which the requester's partner works. */
  readonly werkgebied: readonly string[];
  readonly rol: Rol | null;
  readonly doel: Doel | null;
  readonly casus: string | null;
  /** Partner ids of the hosts to whom something of the answer is sent on, to work something out of it (@requires). */
  readonly doorgegevenAan: readonly string[];
  readonly verleningen: readonly Verlening[];
}

/** Name of the HTTP header that carries the signed Delegatie. */
export const DELEGATIE_HEADER = 'keten-delegatie';

/** What a signed Delegatie is for: a fetch of the graph, or one of the doors beside it. One can't be used as another. */
export type Delegatietype =
  | 'delegatie+jwt'
  | 'feiten+jwt'
  | 'stap+jwt'
  | 'verloop+jwt'
  | 'aanwijzing+jwt'
  | 'bronbesluit+jwt'
  | 'aanmelding+jwt';
