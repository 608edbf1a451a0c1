/**
 * Root fields, of queries and of mutations, that need no Keten-Casus: what they return tells of the requester himself, of
 * the rules or of the register, and reaches no entity. This is the one list of them; every other root field needs both headers.
 */
export const ZONDER_CASUS: readonly string[] = [
  'mijnCasussen',
  'uitleg',
  'inzagematrix',
  'verschil',
  'attest',
  'registerstand',
  'registerconsistentie',
  'registerbesluiten',
  'dossier',
  'inzage',
  'datalek',
  'partnerverkeer',
  'ontvangers',
  'aanwijzing',
  'openDossier',
  'bepaalStandpunt',
  'wijsAan',
  'meldAan',
];
