/**
 * How somebody can be visited safely, from plain to careful.
 */
export const BEZOEKWIJZEN = ['ALLEEN', 'MET_TWEE', 'MET_POLITIE', 'NIET_THUIS'] as const;
export type Bezoekwijze = (typeof BEZOEKWIJZEN)[number];
