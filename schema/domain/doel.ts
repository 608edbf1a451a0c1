/**
 * Why data is asked for, the exact strings of the header Keten-Doel. The first four are the tasks of WGS 2.25; CASUSREGIE
 * is the coordination of the case itself. The last two belong to chains that stand on a law of their own.
 */
export const DOELEN = [
  'STRAFRECHTELIJKE_HANDHAVING',
  'BESTUURLIJKE_HANDHAVING',
  'BEGELEIDING',
  'ZORG_EN_HULPVERLENING',
  'CASUSREGIE',
  'CRISISHULP',
  'FRAUDEBESTRIJDING',
] as const;
export type Doel = (typeof DOELEN)[number];

/** What a Zorg- en Veiligheidshuis may process data for: a closed list (WGS 2.25). */
export const DOELEN_WGS: readonly Doel[] = [
  'STRAFRECHTELIJKE_HANDHAVING',
  'BESTUURLIJKE_HANDHAVING',
  'BEGELEIDING',
  'ZORG_EN_HULPVERLENING',
  'CASUSREGIE',
];
