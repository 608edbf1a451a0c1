import { vandaag } from '../../schema/domain/vandaag';
import { type Akte, BEGIN, type Stapkop } from '../../schema/verloop/akte';
import type { Stap } from '../../schema/verloop/stap';

let made = 0;

/** An akte that stands first in its casus, today, with a sleutel of its own; unless said otherwise. */
export function akteOf(stap: Stap, kop: Partial<Stapkop> & Pick<Stapkop, 'casus' | 'partner' | 'medewerker'>): Akte {
  made += 1;
  const sleutel = `sleutel-${String(made).padStart(12, '0')}`;
  return { nr: 1, vorige: BEGIN, sleutel, dag: vandaag(), ...kop, ...stap };
}
