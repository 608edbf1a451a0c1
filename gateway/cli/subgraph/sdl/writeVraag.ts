import type { Bronobject, Bronschema, Bronveld } from './readBronschema';

/** One question for all that a source has: by key, in the variable `van`, and from the root. */
export function writeVraag(schema: Bronschema): string {
  const entities = [...schema.objecten.values()].filter(({ vindbaar }) => vindbaar);
  const kinds = entities.map((one) => `... on ${one.naam} { ${fieldsOf(one, schema)} }`);
  const roots = wortelsOf(schema).map((veld) => writeVeld(veld, schema));
  const casus = roots.some((root) => root.includes('$casus')) ? ', $casus: ID!' : '';
  return `query ($van: [_Any!]!${casus}) { _entities(representations: $van) { __typename ${kinds.join(' ')} } ${roots.join(' ')} }`;
}

/** Fields of the root that can be asked knowing no more than the casus. */
export function wortelsOf({ wortels }: Bronschema): readonly Bronveld[] {
  return wortels.filter(({ verplicht }) => verplicht.every((name) => name === 'id'));
}

function fieldsOf({ velden }: Bronobject, schema: Bronschema): string {
  return velden.map((veld) => writeVeld(veld, schema)).join(' ');
}

function writeVeld({ naam, antwoordnaam, soort, verplicht }: Bronveld, schema: Bronschema): string {
  const name = antwoordnaam === naam ? naam : `${antwoordnaam}: ${naam}`;
  const inside = selectionOf(soort, schema);
  return `${name}${verplicht.length > 0 ? '(id: $casus)' : ''}${inside === '' ? '' : ` { ${inside} }`}`;
}

/** Of an entity inside another the key alone: it is asked for by itself. */
function selectionOf(soort: string, schema: Bronschema): string {
  const kinds = schema.leden.get(soort);
  if (kinds !== undefined)
    return ['__typename', ...kinds.map((kind) => `... on ${kind} { ${selectionOf(kind, schema)} }`)].join(' ');
  const object = schema.objecten.get(soort);
  if (object === undefined) return '';
  return object.sleutel === null ? fieldsOf(object, schema) : `__typename ${object.sleutel}`;
}
