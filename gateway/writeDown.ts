import { HUB_ALS_BRON } from '../schema/domain/deelgraaf';
import type { Ontvangstbewijs } from '../schema/domain/registerregel';
import type { Bewaakt } from './guard/guard';
import type { Gesnoeid } from './prune/prune';
import { type Registering, toFoutregels, toWeigeringsregels } from './registering';
import type { Voorwaardenregel } from './release/listVoorwaarden';
import type { Rooms } from './request';

/** Writes down what was disclosed, refused and missed. What the hub tells of itself is a look, and nobody's data. */
export async function writeDown(
  { labels }: Pick<Rooms, 'labels'>,
  registering: Registering,
  { gevraagd, weigeringen: refused }: Gesnoeid,
  { verstrekkingen: given, fouten }: Bewaakt,
  voorwaarden: readonly Voorwaardenregel[],
): Promise<Ontvangstbewijs> {
  const weigeringen = toWeigeringsregels(refused);
  const ofHub = (naam: string): boolean => labels.get(naam)?.subgraaf === 'hub';
  const { coordinaten } = gevraagd;
  if (coordinaten.length > 0 && coordinaten.every(ofHub)) return registering.looked(weigeringen);
  if (coordinaten.some(ofHub)) await registering.looked(weigeringen, ofHub);
  return registering.answered({
    verstrekkingen: given.filter(({ bronhouder }) => bronhouder !== HUB_ALS_BRON),
    weigeringen,
    fouten: toFoutregels(fouten),
    // Without the path: its keys are the client's to choose, so they could name a person.
    voorwaarden: voorwaarden.map(({ pad: _, ...regel }) => regel),
  });
}
