/**
 * PUBLIEK: WGS 2.27(1). PRIVAAT: WGS 2.27(2). BUITEN: outside the act, so never an account (BGS 2.21(3)).
 */
export const WGS_STATUSSEN = ['PUBLIEK', 'PRIVAAT', 'BUITEN'] as const;
export type WgsStatus = (typeof WGS_STATUSSEN)[number];
