/** As what a person can stand in a casus: the types of the graph that are a person. */
export const BETROKKENEN = ['Hoofdbetrokkene', 'Kringlid', 'Professional'] as const;
export type Betrokkene = (typeof BETROKKENEN)[number];
