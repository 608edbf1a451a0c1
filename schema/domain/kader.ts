/**
 * The frame of a case: from the client's own question to measures by force.
 */
export const KADERS = ['VRIJWILLIG', 'DRANG', 'DWANG'] as const;
export type Kader = (typeof KADERS)[number];
