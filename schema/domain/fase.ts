/**
 * Where a casus stands (WGS 2.31); what each partner may receive differs per fase.
 */
export const FASEN = [
  'AANMELDING',
  'DOELTOETS',
  'VERZAMELEN',
  'DEELNEMERSBEPALING',
  'CASUSOVERLEG',
  'UITVOERING',
  'AFSLUITING',
] as const;
export type Fase = (typeof FASEN)[number];
