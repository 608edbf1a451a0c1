import type { Verlening } from '../../../../schema/domain/delegatie';
import { type Antwoord, isObject } from '../bron/Bron';
import type { Verwijzing } from '../sdl/walkAntwoord';
import { type Kijker, delegatieVoor } from './kijker';
import { type Proefgrond, representatie } from './Proef';

/** The answer to the whole question, by who asked for what. */
export interface Gezien {
  readonly antwoord: Antwoord;
  readonly gevraagd: readonly Verwijzing[];
  /** What stands in the place of each; null: nothing, or no such place. */
  readonly objecten: readonly (Readonly<Record<string, unknown>> | null)[];
  /** The answer beside the entities. */
  readonly wortels: Readonly<Record<string, unknown>>;
}

/** Asks these entities, with all their fields, and all of the root. @throws GeenAntwoord */
export async function vraagAlles(
  grond: Proefgrond,
  kijker: Kijker,
  verleningen: readonly Verlening[],
  gevraagd: readonly Verwijzing[],
): Promise<Gezien> {
  const van = gevraagd.map((one) => representatie(grond, one));
  const delegatie = delegatieVoor(grond, kijker, verleningen);
  const antwoord = await grond.bron.vraag(delegatie, grond.vraag, { van, casus: grond.casus });
  const { _entities: entities, ...wortels } = antwoord.data ?? {};
  const list: readonly unknown[] = Array.isArray(entities) ? entities : [];
  return {
    antwoord,
    gevraagd,
    objecten: gevraagd.map((_, place) => (isObject(list[place]) ? list[place] : null)),
    wortels,
  };
}

/** One answer for each entity that was asked. */
export function isAnswered({ antwoord: { data }, gevraagd }: Gezien): boolean {
  const entities = data?.['_entities'];
  return Array.isArray(entities) && entities.length === gevraagd.length;
}
