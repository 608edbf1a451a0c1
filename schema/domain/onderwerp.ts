/**
 * Whom or what a gegevenscategorie is about: the casus, the requester himself, or a person by his place in the casus (BGS 2.19: the directe kring is narrower).
 */
export const ONDERWERPEN = ['CASUS', 'ZELF', 'HOOFDBETROKKENE', 'KRINGLID', 'PROFESSIONAL'] as const;
export type Onderwerp = (typeof ONDERWERPEN)[number];
