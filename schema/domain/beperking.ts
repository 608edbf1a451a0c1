/**
 * Row rules, a closed list, applied at the source. What they withhold looks exactly like what does not exist.
 */
export const BEPERKINGEN = ['EIGEN_EN_RELEVANT', 'VRIJGEGEVEN', 'MET_GROND', 'WERKGEBIED'] as const;
export type Beperking = (typeof BEPERKINGEN)[number];
