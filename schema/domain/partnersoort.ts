/**
 * Kinds of ketenpartner. The kind, with its WGS status, decides what a partner may ever give or receive (WGS 2.27).
 */
export const PARTNERSOORTEN = [
  'GEMEENTE',
  'POLITIE',
  'OM',
  'RVDK',
  'DJI',
  'GGD',
  'RECLASSERING',
  'JEUGDBESCHERMING',
  'GGZ',
  'VERSLAVINGSZORG',
  'VEILIG_THUIS',
  'MAATSCHAPPELIJK_WERK',
  'WONINGCORPORATIE',
  'ONDERWIJS',
  'HALT',
  'SLACHTOFFERHULP',
  'UWV',
  'SVB',
  'BELASTINGDIENST',
] as const;
export type Partnersoort = (typeof PARTNERSOORTEN)[number];
