import type { Bezwaar } from '../synthetic/world';
import type { BronbesluitenDB } from './BronbesluitenDB';

/** Bezwaren of the synthetic world as a source keeps them. */
export function bezwaarrijen(bezwaren: readonly Bezwaar[]): BronbesluitenDB['bezwaren'][] {
  return bezwaren.map((one) => ({ ...one, tegen: JSON.stringify(one.tegen) }));
}
