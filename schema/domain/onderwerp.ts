/**
 * Whom or what a gegevenscategorie is about: the casus, the requester himself, a person by his place in the casus (BGS
 * 2.19: the directe kring is narrower), the rules of the chain, which tell of no person and no casus, the register: what
 * was disclosed, to whom and why; or the verloop of the casus: on which access rests, and which stappen change it.
 */
export const ONDERWERPEN = [
  'CASUS',
  'ZELF',
  'HOOFDBETROKKENE',
  'KRINGLID',
  'PROFESSIONAL',
  'REGELS',
  'REGISTER',
  'VERLOOP',
] as const;
export type Onderwerp = (typeof ONDERWERPEN)[number];

/** What rests on a designation or a seat and not on a convenant (WGS 1.8(2), BGS 1.11): no convenant can give it. */
export const OP_AANWIJZING: readonly Onderwerp[] = ['ZELF', 'REGELS', 'REGISTER', 'VERLOOP'];
