import type { Verstrekking } from '../../../schema/domain/convenant';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { ROLLEN } from '../../../schema/domain/rol';
import { PARTNERROLLEN } from '../../decide/situatie';
import { type Situaties, where } from './situaties';

const KETENZIJDE = ROLLEN.filter((rol) => !PARTNERROLLEN.includes(rol));

/** Whom a verstrekking reaches, what it narrows of his rollen, and for which doelen: together the door of the casus. */
export function reachOf(
  { aan, rollen, doelen }: Verstrekking,
  { id, soort }: Ketenpartner,
): Readonly<Record<'ontvanger' | 'rol' | 'doel', Situaties>> {
  // By his kind or by name as somebody of his partner; a rol of the chain by itself, and not by its employer.
  const named = KETENZIJDE.filter((rol) => aan.includes(rol));
  const asPartner = aan.includes(id) || aan.includes(soort) ? PARTNERROLLEN : [];
  return {
    ontvanger: where({ rollen: [...asPartner, ...named] }),
    rol: where({ rollen: [...(rollen ?? PARTNERROLLEN).filter((rol) => PARTNERROLLEN.includes(rol)), ...KETENZIJDE] }),
    doel: where({ doelen }),
  };
}
