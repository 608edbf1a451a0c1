/**
 * Why data is asked for: one task of WGS 2.25, or the coordination of the case itself. The exact strings of the header Keten-Doel.
 */
export const DOELEN = [
  'STRAFRECHTELIJKE_HANDHAVING',
  'BESTUURLIJKE_HANDHAVING',
  'BEGELEIDING',
  'ZORG_EN_HULPVERLENING',
  'CASUSREGIE',
] as const;
export type Doel = (typeof DOELEN)[number];
