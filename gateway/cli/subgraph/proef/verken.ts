import type { Verlening } from '../../../../schema/domain/delegatie';
import type { Ketenpartner } from '../../../../schema/domain/ketenpartner';
import { type Verwijzing, verwijzingenIn, walkObject, walkVelden } from '../sdl/walkAntwoord';
import { wortelsOf } from '../sdl/writeVraag';
import { type Kijker, NIEMAND, verleenAlles, willekeurigId } from './kijker';
import { isNiets } from './niets';
import type { Proefgrond } from './Proef';
import { type Gezien, vraagAlles } from './vraagAlles';

/** What somebody sees to whom all is granted that can be. */
export interface Uitzicht extends Gezien {
  readonly kijker: Kijker;
  readonly verleningen: readonly Verlening[];
  /** Coordinates at which there is something, and at which an answer stood at all. */
  readonly gevuld: ReadonlySet<string>;
  readonly bereikt: ReadonlySet<string>;
}

export interface Verkenning {
  /** Entities that are known to be there. */
  readonly bekend: readonly Verwijzing[];
  /** As many of the same types that are not. */
  readonly onbekend: readonly Verwijzing[];
  /** Of each who may supply something, who sees his own without a condition; the host comes first. */
  readonly eigen: readonly Uitzicht[];
  /** The same of somebody whom nobody knows, who comes in their name: what he sees rests on no record that names him. */
  readonly vreemd: readonly Uitzicht[];
  /** Of somebody whom nobody knows: what rests on no ground. */
  readonly open: Uitzicht;
}

/** More is not asked at once. */
const MOST = 40;
const ROUNDS = 3;

/** Looks what there is, starting from what was named: what is in the casus is found through it. @throws GeenAntwoord */
export async function verken(grond: Proefgrond, genoemd: readonly Verwijzing[]): Promise<Verkenning> {
  const { subgraaf } = grond.bron;
  const suppliers = [...grond.partners.values()]
    .filter((partner) => isBronhouder(grond, partner))
    .sort((a, b) => Number(b.subgraaf === subgraaf) - Number(a.subgraaf === subgraaf));
  let bekend = genoemd;
  let eigen: Uitzicht[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    eigen = [];
    for (const kijker of suppliers) eigen.push(await zie(grond, kijker, bekend));
    const found = withFound(bekend, eigen, grond);
    if (found.length === bekend.length) break;
    bekend = found;
  }
  const onbekend = bekend.map(({ type }) => ({ type, id: willekeurigId() }));
  const vreemd: Uitzicht[] = [];
  for (const { oin } of suppliers) vreemd.push(await zie(grond, { ...NIEMAND, oin }, bekend));
  return { bekend, onbekend, eigen, vreemd, open: await zie(grond, NIEMAND, bekend) };
}

/** Of what this source holds: a label may name what another has. */
function isBronhouder({ bron, schema, catalogus }: Proefgrond, { soort }: Ketenpartner): boolean {
  return schema.categorieen.some((naam) => {
    const categorie = catalogus.get(naam);
    return categorie?.subgraaf === bron.subgraaf && categorie.bronnen.includes(soort);
  });
}

async function zie(grond: Proefgrond, kijker: Kijker, bekend: readonly Verwijzing[]): Promise<Uitzicht> {
  const verleningen = verleenAlles(grond, kijker);
  const gezien = await vraagAlles(grond, kijker, verleningen, bekend);
  const gevuld = new Set<string>();
  const bereikt = new Set<string>();
  for (const { veld, waarde } of walkGezien(grond, gezien)) {
    if (waarde !== null && waarde !== undefined) bereikt.add(veld.coordinaat);
    if (!isNiets(waarde)) gevuld.add(veld.coordinaat);
  }
  return { ...gezien, kijker, verleningen, gevuld, bereikt };
}

/** Every field of an answer to the whole question. */
export function* walkGezien(
  { schema }: Proefgrond,
  { gevraagd, objecten, wortels }: Gezien,
): ReturnType<typeof walkObject> {
  for (const [place, object] of objecten.entries()) yield* walkObject(schema, gevraagd[place]?.type ?? '', object);
  yield* walkVelden(schema, wortelsOf(schema), wortels);
}

function withFound(bekend: readonly Verwijzing[], seen: readonly Uitzicht[], { schema }: Proefgrond): Verwijzing[] {
  const found = seen.flatMap(({ antwoord }) => verwijzingenIn(antwoord.data, schema));
  const all = new Map([...bekend, ...found].map((one) => [`${one.type} ${one.id}`, one]));
  return [...all.values()].slice(0, MOST);
}

/** As few as together have something at each of these coordinates at which somebody has. */
export function wieZien(
  uitzichten: readonly Uitzicht[],
  wat: 'gevuld' | 'bereikt',
  velden: ReadonlySet<string>,
): readonly Uitzicht[] {
  const left = new Set(velden);
  return uitzichten.filter((uitzicht) => {
    const adds = [...uitzicht[wat]].filter((coordinaat) => left.delete(coordinaat));
    return adds.length > 0;
  });
}
