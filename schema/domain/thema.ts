/**
 * What kind of problem brought the partners to one table.
 */
export const THEMAS = [
  'HUISELIJK_GEWELD',
  'VEELPLEGER',
  'ONBEGREPEN_GEDRAG',
  'JEUGD_EN_VEILIGHEID',
  'MENSENHANDEL',
  'NAZORG_DETENTIE',
  'FRAUDE',
] as const;
export type Thema = (typeof THEMAS)[number];
