/**
 * The three partner data sources. The name is also that of its folder, its process and its audience in a delegation.
 */
export const SUBGRAVEN = ['police', 'care', 'municipality'] as const;
export type Subgraaf = (typeof SUBGRAVEN)[number];
