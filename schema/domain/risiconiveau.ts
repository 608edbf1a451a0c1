/**
 * A level of risk, the lower precision of an assessment.
 */
export const RISICONIVEAUS = ['LAAG', 'MIDDEN', 'HOOG'] as const;
export type Risiconiveau = (typeof RISICONIVEAUS)[number];
