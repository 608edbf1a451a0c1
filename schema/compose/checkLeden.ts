import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, type UnionTypeDefinitionNode } from 'graphql';
import type { Coordinaatlabel } from '../domain/labels';
import type { Labelfout } from './checkLabels';
import { argumentOf, named, namedType, stringList, valueOf } from './graaf';

type Labels = ReadonlyMap<string, Coordinaatlabel>;

/**
 * That there is a record is a datum of the same categories as whose it is. So a field that leads to one type needs those
 * of its `bronhouder`; a union leads to several, of which each is decided apart, so each needs a `bronhouder`, and a
 * source that only refers to records of another has to know under which categories.
 */
export function checkLeden({ definitions }: DocumentNode, labels: Labels): Labelfout[] {
  const objects = definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
  const unions = definitions.filter((one) => one.kind === Kind.UNION_TYPE_DEFINITION);
  const fields = objects.flatMap((object) =>
    (object.fields ?? []).flatMap((field) => {
      const coordinaat = `${object.name.value}.${field.name.value}`;
      const own = labels.get(coordinaat)?.categorieen ?? [];
      const target = namedType(field.type);
      const lacking = objects
        .filter(({ name, interfaces = [] }) => [name, ...interfaces.map((i) => i.name)].some((n) => n.value === target))
        .flatMap(({ name }) => (categoriesOf(name.value, labels) ?? []).map((categorie) => ({ name, categorie })))
        .filter(({ categorie }) => !own.includes(categorie));
      return lacking.map(({ name, categorie }) => ({
        coordinaat,
        melding: `leads to ${name.value}, so it needs "${categorie}" too: that there is one is a datum`,
      }));
    }),
  );
  return [...fields, ...unions.flatMap((union) => checkUnion(union, objects, labels))];
}

function checkUnion(
  union: UnionTypeDefinitionNode,
  objects: readonly ObjectTypeDefinitionNode[],
  labels: Labels,
): Labelfout[] {
  return (union.types ?? []).flatMap(({ name: { value: name } }): Labelfout[] => {
    const label = labels.get(`${name}.bronhouder`);
    if (label === undefined || label.categorieen.length === 0) {
      const melding = `is in ${union.name.value}, so it needs a classified "bronhouder": that there is one is a datum`;
      return [{ coordinaat: name, melding }];
    }
    const graphs = named(union.directives, 'join__unionMember')
      .filter((member) => valueOf(member, 'member') === name)
      .map((member) => String(valueOf(member, 'graph')).toLowerCase());
    const told = stringList(
      argumentOf(objects.find((one) => one.name.value === name)?.directives, 'verwijst', 'gegevens'),
    );
    const expected = graphs.every((graph) => graph === label.subgraaf) ? [] : label.categorieen;
    if ([...told].sort().join(' ') === [...expected].sort().join(' ')) return [];
    const melding =
      expected.length === 0
        ? 'has @verwijst, but is of the source that has it in a union: leave it out'
        : `is only referred to in ${union.name.value}, so it needs @verwijst(gegevens: ${JSON.stringify(expected)}) there`;
    return [{ coordinaat: name, melding }];
  });
}

function categoriesOf(type: string, labels: Labels): readonly string[] | undefined {
  return labels.get(`${type}.bronhouder`)?.categorieen;
}
