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

/** Until a positive doeltoets: only public partners take part, and only what the melder has is shared (WGS 2.31). */
export const VOOR_DE_DOELTOETS: readonly Fase[] = ['AANMELDING', 'DOELTOETS'];
