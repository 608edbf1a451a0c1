/**
 * AFGESCHERMD: after AFSLUITING everything is denied. AFGEWEZEN: the doeltoets was negative.
 */
export const CASUSSTATUSSEN = ['LOPEND', 'AFGESCHERMD', 'AFGEWEZEN'] as const;
export type Casusstatus = (typeof CASUSSTATUSSEN)[number];
