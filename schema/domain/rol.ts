/**
 * What a medewerker is at the table of a casus. A token never creates a rol; a seat or a designation does (WGS 1.8(2), BGS 1.11).
 */
export const ROLLEN = [
  'MELDER',
  'DEELNEMER',
  'CASUSREGISSEUR',
  'PROCESREGISSEUR',
  'INFORMATIEMAKELAAR',
  'PRIVACY_OFFICER',
  'AUDITOR',
] as const;
export type Rol = (typeof ROLLEN)[number];
