import { randomBytes } from 'node:crypto';
import type { GraphQLUnionType } from 'graphql';
import type { Lidlabel } from '../graph/readLabels';
import { isGegevensrij } from './Gegevensrij';
import type { Zicht } from './Zicht';

/**
 * The members of a union that a requester may know of, in the order in which they came. What this source holds is judged
 * here to the end; of what it only refers to, whether such records of that bronhouder were granted at all: the rest is
 * for the source that holds them.
 */
export function toonLeden(
  items: readonly unknown[],
  union: GraphQLUnionType,
  leden: ReadonlyMap<string, Lidlabel>,
  zicht: Zicht,
): unknown[] {
  const types = new Set(union.getTypes().map(({ name }) => name));
  const shown = items.filter((item) => {
    if (typeof item !== 'object' || item === null || !isGegevensrij(item) || !('__typename' in item)) return false;
    const { __typename: type } = item;
    const lid = typeof type === 'string' && types.has(type) ? leden.get(type) : undefined;
    if (lid === undefined) return false;
    if (!lid.elders) return zicht.ziet(item, lid.categorieen);
    return lid.categorieen.every((categorie) => zicht.kentVan(categorie, item.bronhouder));
  });
  return [...shown, ...blind(types, leden, zicht)];
}

/**
 * A reference to nothing, for each source that could be asked: which sources are asked, and so whose failure shows, must
 * not hang on whether there is anything to ask them. The source does not find it, so it stands in no answer.
 */
function blind(types: ReadonlySet<string>, leden: ReadonlyMap<string, Lidlabel>, zicht: Zicht): object[] {
  return [...types].flatMap((__typename) => {
    const lid = leden.get(__typename);
    if (lid?.elders !== true || !lid.categorieen.every((categorie) => zicht.kent(categorie))) return [];
    return [{ __typename, id: randomBytes(16).toString('hex') }];
  });
}
