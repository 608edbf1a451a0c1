import { SUBGRAVEN } from './subgraaf';

/**
 * The parts that the graph is composed of: the sources of the partners, and what the hub tells of itself. Only a source
 * has a host, so asking the hub tells nobody anything.
 */
export const DEELGRAVEN = [...SUBGRAVEN, 'hub'] as const;
export type Deelgraaf = (typeof DEELGRAVEN)[number];

/** Under what name the hub supplies what it tells of itself: it is no ketenpartner and has no OIN. */
export const HUB_ALS_BRON = 'ketenhub';
