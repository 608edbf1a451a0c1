/** Whom it tells what to ask a field: the partner who hosts a source is sent a key, or a datum of another source. */
export interface Ketenstap {
  /** The subgraph that is asked. */
  readonly aan: string;
  /** The partner who hosts it; null: nobody does. */
  readonly partner: string | null;
  readonly categorie: string;
  /** SLEUTEL: that this casus or person is there. GEGEVEN: what the field is worked out from. */
  readonly wat: 'SLEUTEL' | 'GEGEVEN';
  readonly besluit: 'ALLOW' | 'DENY' | 'UNDECIDED';
  readonly reden: string | null;
  readonly artikel: string | null;
}

/** One field, or member of a union, of an explained operation: allowed or not, by which article or for which reason, and through which chain. */
export interface Uitlegveld {
  /** `Type.field`; of a member of a union `Type`. */
  readonly coordinaat: string;
  /** As the `path` of an error: response keys, "@" for each item of a list. */
  readonly pad: readonly string[];
  readonly categorieen: readonly string[];
  readonly besluit: 'ALLOW' | 'DENY' | 'UNDECIDED';
  readonly reden: string | null;
  readonly beperkingen: readonly string[];
  /** What the suppliers attach to passing on. */
  readonly voorwaarden: readonly string[];
  readonly convenant: string | null;
  readonly versie: string | null;
  readonly artikel: string | null;
  readonly keten: readonly Ketenstap[];
}
