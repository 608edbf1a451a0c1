/**
 * Why a field is denied: a closed list, so that a refusal can be read, counted and replayed.
 */
export type Reden =
  | 'NIET_AAN_TAFEL'
  | 'CASUS_AFGESCHERMD'
  | 'CASUS_NIET_BEVESTIGD'
  | 'GEEN_VERSTREKKING'
  | 'PARTNER_NIET_GEDEKT'
  | 'ROL_NIET_GEDEKT'
  | 'DOEL_NIET_GEDEKT'
  | 'FASE_NIET_GEDEKT'
  | 'KADER_NIET_GEDEKT'
  | 'GEEN_PARTIJ'
  | 'NIET_ONDERTEKEND'
  | 'BRON_NIET_ONDERTEKEND'
  | 'BRON_GEEN_PARTIJ'
  | 'BRON_NIET_AAN_TAFEL'
  | 'BRON_NIET_MELDER'
  | 'NIET_GECLASSIFICEERD';
