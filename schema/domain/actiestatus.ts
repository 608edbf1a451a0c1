/**
 * How an actie of the plan van aanpak stands.
 */
export const ACTIESTATUSSEN = ['OPEN', 'LOPEND', 'AFGEROND', 'NIET_NAGEKOMEN'] as const;
export type Actiestatus = (typeof ACTIESTATUSSEN)[number];
