import { PARTNERROLLEN } from '../../decide/situatie';
import { GEEN, anyOf, only, where } from '../cellen/situaties';
import { nameOf } from './cel';
import { type Kaart, findGetuige } from './findGetuige';
import type { Getuige } from './getuige';
import type { Openingsgroep } from './groupOpenings';
import type { Ontvangerzicht } from './ontvangerzicht';
import type { Tijdvak } from './stretches';

/** A query that shows what opens, for one of those to whom it does, in one of the situations in which it does. */
export function testify(
  kaart: Kaart,
  views: ReadonlyMap<string, Ontvangerzicht>,
  { partners: [ontvanger], openings, blok, zonder }: Openingsgroep,
  { convenant, van }: Tijdvak,
): Getuige | null {
  const zicht = views.get(ontvanger?.id ?? '')?.zonder(zonder);
  const punt = anyOf(where(blok));
  if (zicht === undefined || punt === null) return null;
  const here = only(punt);
  const cellen = [...new Map(openings.map(({ cel }) => [nameOf(cel), cel])).values()];
  const found = findGetuige(kaart, cellen, (cel) => (zicht.verleend(cel) & here) !== GEEN);
  if (found === null) return null;
  const { rol, ...rest } = punt;
  const partner = zicht.ontvanger.id;
  const asked = found.gevraagd.flatMap((cel) => zicht.vertelt(cel).map((one) => one.partner));
  // Who sits for a host himself has given it a seat; somebody who acts for the chain has not.
  const own = PARTNERROLLEN.includes(rol) ? [partner] : [];
  const tafel = [...new Set(asked)].filter((id) => !own.includes(id)).sort();
  const casus = { ...rest, partner, convenant, dag: van, tafel };
  return { query: found.query, coordinaat: nameOf(found.cel), rol, casus };
}
