/**
 * Root fields that need no Keten-Casus: what they return tells of the requester himself or of the rules, and reaches no
 * entity. This is the one list of them; every other root field needs both headers.
 */
export const ZONDER_CASUS: readonly string[] = [
  'mijnCasussen',
  'uitleg',
  'inzagematrix',
  'verschil',
  'attest',
  'registerbesluiten',
];
