import { vandaag } from '../../schema/domain/vandaag';
import { type Akte, BEGIN, type Stapkop } from '../../schema/verloop/akte';
import type { Stap } from '../../schema/verloop/stap';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { rows } from '../../subgraphs/municipality/source/rows';

let made = 0;

/** An akte that stands first in its casus, today, with a sleutel of its own; unless said otherwise. */
export function akteOf(stap: Stap, kop: Partial<Stapkop> & Pick<Stapkop, 'casus' | 'partner' | 'medewerker'>): Akte {
  made += 1;
  const sleutel = `sleutel-${String(made).padStart(12, '0')}`;
  return { nr: 1, vorige: BEGIN, sleutel, dag: vandaag(), ...kop, ...stap };
}

/** What its first akte comes after, of a casus of a synthetic world. */
export function vorigeVan(world: World, casus: string): string {
  return rows(world, () => '').casussen.find(({ id }) => id === casus)?.vorige ?? BEGIN;
}
