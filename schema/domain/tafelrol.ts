import type { Rol } from './rol';

/** Who sits at a table: a privacy officer and an auditor look on from elsewhere (BGS 1.18). */
export const TAFELROLLEN: readonly Rol[] = [
  'MELDER',
  'DEELNEMER',
  'CASUSREGISSEUR',
  'PROCESREGISSEUR',
  'INFORMATIEMAKELAAR',
];
