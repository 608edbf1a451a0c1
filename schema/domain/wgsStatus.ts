/**
 * PUBLIEK: WGS 2.27(1). PRIVAAT: WGS 2.27(2). BUITEN: outside the act, so never party
 * to a convenant of the regime WGS, and without an account (BGS 2.21(3)) unless an act of its own has it take part in a
 * chain: `magAccount`.
 */
export const WGS_STATUSSEN = ['PUBLIEK', 'PRIVAAT', 'BUITEN'] as const;
export type WgsStatus = (typeof WGS_STATUSSEN)[number];
