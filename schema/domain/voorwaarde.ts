/**
 * Conditions that a supplier attaches to passing on (WGS 2.29(3)): a closed list. They stick to the datum: the receiver
 * is told them with the answer, and the register keeps them.
 *
 * NIET_DOORVERSTREKKEN is also kept by the hub itself: the datum is not sent on to another host to work something out.
 */
export const VOORWAARDEN = ['NIET_DOORVERSTREKKEN', 'NIET_VASTLEGGEN', 'EERST_OVERLEGGEN'] as const;
export type Voorwaarde = (typeof VOORWAARDEN)[number];
