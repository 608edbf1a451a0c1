import { type DocumentNode, type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import type { Gegevenscatalogus } from '../domain/gegevenscategorie';
import type { Coordinaatlabel } from '../domain/labels';
import type { Onderwerp } from '../domain/onderwerp';
import { SLEUTELCATEGORIEEN } from '../domain/sleutel';
import { checkLeden } from './checkLeden';
import { keyFields, namedType } from './graaf';

/** A rule of the graph that a field breaks: where, and what to write instead. */
export interface Labelfout {
  readonly coordinaat: string;
  readonly melding: string;
}

const SOORTEN: Readonly<Record<string, Onderwerp>> = {
  Hoofdbetrokkene: 'HOOFDBETROKKENE',
  Kringlid: 'KRINGLID',
  Professional: 'PROFESSIONAL',
};

/** Types where an operation begins. */
const WORTELS: readonly string[] = ['Query', 'Mutation'];

const BINNEN_CASUS: readonly Onderwerp[] = ['CASUS', 'HOOFDBETROKKENE', 'KRINGLID', 'PROFESSIONAL'];

/**
 * Checks that nothing in the supergraph escapes the convenant: every field and argument classified with known
 * categories of the source that serves it, every classified field nullable, one AND-list a field, every value type
 * inside one kind of person, so that the narrower treatment of the circle (BGS 2.19) is static per coordinate, and no
 * record told of by a field that does not have its categories.
 */
export function checkLabels(
  supergraphSdl: string,
  labels: ReadonlyMap<string, Coordinaatlabel>,
  catalogus: Gegevenscatalogus,
): Labelfout[] {
  const document = parse(supergraphSdl, { noLocation: true });
  const fouten: Labelfout[] = [];
  const kinds = kindsOf(document, (root) => catalogus.get(labels.get(root)?.categorieen[0] ?? '')?.betreft);
  for (const object of document.definitions) {
    if (object.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const keys = keyFields(object);
    for (const field of object.fields ?? []) {
      if (keys.has(field.name.value)) continue;
      const coordinaat = `${object.name.value}.${field.name.value}`;
      const label = labels.get(coordinaat);
      const add = (melding: string) => fouten.push({ coordinaat, melding });
      if (label === undefined || label.categorieen.length === 0) {
        add('has no @policy: give it the gegevenscategorie that it belongs to');
        continue;
      }
      if (field.type.kind === Kind.NON_NULL_TYPE) add('is classified and non-null: make it nullable');
      if (policyLists(field) !== 1) add('needs exactly one inner list in @policy(policies: [[...]]): an AND');
      for (const categorie of [
        ...label.categorieen,
        ...label.vraagt.map((v) => v.categorie),
        ...Object.values(label.argumenten).flat(),
      ]) {
        if (!catalogus.has(categorie)) add(`names the unknown gegevenscategorie "${categorie}"`);
      }
      for (const [argument, gelezen] of Object.entries(label.argumenten)) {
        if (gelezen.length === 0) add(`argument "${argument}" has no @leest: say which categories it reads`);
      }
      const own = label.categorieen.filter((naam) => catalogus.get(naam)?.subgraaf === label.subgraaf);
      if (own.length === 0) add(`none of its categories is one of the source "${label.subgraaf}" that serves it`);
      const kind = kinds.get(object.name.value) ?? new Set();
      // Who stands anywhere below the casus was told of the casus.
      const inCasus = !WORTELS.includes(object.name.value) && [...kind].every((one) => BINNEN_CASUS.includes(one));
      const told = inCasus ? SLEUTELCATEGORIEEN['Casus'] : undefined;
      for (const sleutel of keysReached(field, document)) {
        if (!label.categorieen.includes(sleutel) && sleutel !== told) {
          add(`leads to a person or casus, so it needs "${sleutel}" too: who is in the casus is a datum`);
        }
      }
      if (kind.size > 1) add(`its type is reached from ${[...kind].join(' and ')}: give each kind a type of its own`);
      for (const naam of label.categorieen) {
        const categorie = catalogus.get(naam);
        if (categorie === undefined || categorie.dossier) continue;
        // What stands on the casus may tell of its hoofdbetrokkenen: an advies does.
        const fits = kind.has(categorie.betreft) || (kind.has('CASUS') && categorie.betreft === 'HOOFDBETROKKENE');
        if (!fits && !WORTELS.includes(object.name.value)) {
          add(`"${naam}" is about ${categorie.betreft}, but the field stands on ${[...kind].join(', ') || 'nobody'}`);
        }
      }
    }
  }
  return [...fouten, ...checkLeden(document, labels)];
}

function policyLists(field: FieldDefinitionNode): number {
  const directives = (field.directives ?? []).filter((directive) => directive.name.value === 'policy');
  const lists = directives.flatMap((directive) => {
    const value = directive.arguments?.find((argument) => argument.name.value === 'policies')?.value;
    return value?.kind === Kind.LIST ? value.values : [];
  });
  return lists.length;
}

/** Categories of the keys of every entity that a field can lead to. */
function keysReached(field: FieldDefinitionNode, document: DocumentNode): string[] {
  const target = namedType(field.type);
  const types = document.definitions.flatMap((definition) => {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION && definition.name.value === target) {
      return (definition.types ?? []).map(({ name }) => name.value);
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const implemented = definition.interfaces?.some(({ name }) => name.value === target) === true;
    return implemented || definition.name.value === target ? [definition.name.value] : [];
  });
  return types.flatMap((type) => SLEUTELCATEGORIEEN[type] ?? []);
}

/** For each object type, of whom it tells: the nearest kind of person above it, else what its root field is about. */
function kindsOf(
  document: DocumentNode,
  aboutRoot: (coordinaat: string) => Onderwerp | undefined,
): Map<string, Set<Onderwerp>> {
  const objects = new Map<string, ObjectTypeDefinitionNode>();
  const unions = new Map<string, readonly string[]>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.set(definition.name.value, definition);
    if (definition.kind !== Kind.UNION_TYPE_DEFINITION) continue;
    unions.set(
      definition.name.value,
      (definition.types ?? []).map(({ name }) => name.value),
    );
  }
  const kinds = new Map<string, Set<Onderwerp>>();
  const visit = (name: string, kind: Onderwerp): void => {
    const own = SOORTEN[name] ?? kind;
    const seen = kinds.get(name) ?? new Set<Onderwerp>();
    if (seen.has(own)) return;
    kinds.set(name, seen.add(own));
    for (const field of objects.get(name)?.fields ?? []) {
      const target = namedType(field.type);
      for (const one of unions.get(target) ?? [target]) if (objects.has(one)) visit(one, own);
    }
  };
  for (const root of WORTELS) {
    for (const { name, type } of objects.get(root)?.fields ?? []) {
      visit(namedType(type), aboutRoot(`${root}.${name.value}`) ?? 'ZELF');
    }
  }
  for (const name of Object.keys(SOORTEN)) visit(name, 'CASUS');
  return kinds;
}
