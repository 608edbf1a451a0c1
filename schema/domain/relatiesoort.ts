/**
 * What one person is to another: family and direct contacts only (WGS 2.30(1) onder 9).
 */
export const RELATIESOORTEN = [
  'PARTNER',
  'EX_PARTNER',
  'OUDER',
  'KIND',
  'BROER_OF_ZUS',
  'VRIEND',
  'HULPVERLENER',
] as const;
export type Relatiesoort = (typeof RELATIESOORTEN)[number];
