/**
 * The legal floor that a convenant stands on. WGS: a Zorg- en Veiligheidshuis (WGS 2.25 to 2.32, BGS). EIGEN_WET: a
 * chain with a legal basis of its own (a crisis chain, a fraud team), which then has to be named per verstrekking.
 */
export const REGIMES = ['WGS', 'EIGEN_WET'] as const;
export type Regime = (typeof REGIMES)[number];
