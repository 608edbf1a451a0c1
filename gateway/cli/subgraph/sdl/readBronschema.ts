import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  parse,
} from 'graphql';
import { argumentOf, named, namedType, policies, stringList } from '../../../../schema/compose/graaf';

/** One field of a source, with what its SDL says of it. */
export interface Bronveld {
  readonly naam: string;
  readonly coordinaat: string;
  /** Under which name it is asked: its own, unless another field of that name gives something else. */
  readonly antwoordnaam: string;
  readonly categorieen: readonly string[];
  readonly soort: string;
  readonly lijst: boolean;
  /** Fields of other sources that come along with the question. */
  readonly vereist: readonly string[];
  /** Arguments without which it can't be asked. */
  readonly verplicht: readonly string[];
}

/** An object type of a source. */
export interface Bronobject {
  readonly naam: string;
  /** Field of the key, for an entity. */
  readonly sleutel: string | null;
  /** The hub can ask for it by its key. */
  readonly vindbaar: boolean;
  readonly velden: readonly Bronveld[];
  /** Values for the fields of other sources: of no person. */
  readonly elders: Readonly<Record<string, unknown>>;
}

export interface Bronschema {
  readonly objecten: ReadonlyMap<string, Bronobject>;
  /** Interfaces and unions, with what they can be. */
  readonly leden: ReadonlyMap<string, readonly string[]>;
  /** Fields of the root, without those of federation itself. */
  readonly wortels: readonly Bronveld[];
  /** All that is labelled with. */
  readonly categorieen: readonly string[];
}

/** Reads the SDL of a source, as it is committed. */
export function readBronschema(sdl: string): Bronschema {
  const { definitions } = parse(sdl, { noLocation: true });
  const types = definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
  const enums = new Map<string, string | undefined>();
  const leden = new Map<string, string[]>();
  for (const one of definitions) {
    if (one.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(one.name.value, one.values?.[0]?.name.value);
    if (one.kind === Kind.UNION_TYPE_DEFINITION)
      leden.set(
        one.name.value,
        (one.types ?? []).map(({ name }) => name.value),
      );
  }
  for (const { name, interfaces = [] } of types)
    for (const whole of interfaces) leden.set(whole.name.value, [...(leden.get(whole.name.value) ?? []), name.value]);
  const several = namesOfSeveral(types);
  const objecten = new Map(types.map((one) => [one.name.value, readObject(one, several, enums)] as const));
  const wortels = objecten.get('Query')?.velden ?? [];
  // A source is only read here: what changes it is not asked.
  for (const root of ['Query', 'Mutation', 'Subscription']) objecten.delete(root);
  const all = [...[...objecten.values()].flatMap(({ velden }) => velden), ...wortels];
  return { objecten, leden, wortels, categorieen: [...new Set(all.flatMap(({ categorieen }) => categorieen))].sort() };
}

/** Names that give something else on one type than on another: they can't stand side by side in one answer. */
function namesOfSeveral(types: readonly ObjectTypeDefinitionNode[]): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const field of types.flatMap(({ fields = [] }) => fields)) {
    const name = field.name.value;
    seen.set(name, (seen.get(name) ?? new Set()).add(JSON.stringify(field.type)));
  }
  return new Set([...seen].flatMap(([name, of]) => (of.size > 1 ? [name] : [])));
}

function readObject(
  { name: { value: naam }, fields = [], directives }: ObjectTypeDefinitionNode,
  several: ReadonlySet<string>,
  enums: ReadonlyMap<string, string | undefined>,
): Bronobject {
  const keys = named(directives, 'key');
  const [sleutel = null] = keys.flatMap((one) => stringList(argumentOf([one], 'key', 'fields')));
  const isElders = ({ directives: on }: FieldDefinitionNode): boolean => named(on, 'external').length > 0;
  return {
    naam,
    sleutel,
    vindbaar: keys.some((key) => argumentOf([key], 'key', 'resolvable') !== false),
    velden: fields
      .filter((field) => !isElders(field) && field.name.value !== sleutel)
      .map((field) => readVeld(naam, field, several)),
    elders: Object.fromEntries(
      fields.filter(isElders).map(({ name, type }) => [name.value, valueOf(namedType(type), enums)]),
    ),
  };
}

function readVeld(type: string, field: FieldDefinitionNode, several: ReadonlySet<string>): Bronveld {
  const naam = field.name.value;
  return {
    naam,
    coordinaat: `${type}.${naam}`,
    antwoordnaam: several.has(naam) ? `${type}_${naam}` : naam,
    categorieen: policies(field),
    soort: namedType(field.type),
    lijst: isList(field.type),
    vereist: requiredBy(field.directives),
    verplicht: (field.arguments ?? []).flatMap(({ name, type: given, defaultValue }) =>
      given.kind === Kind.NON_NULL_TYPE && defaultValue === undefined ? [name.value] : [],
    ),
  };
}

function requiredBy(directives: readonly ConstDirectiveNode[] | undefined): string[] {
  return stringList(argumentOf(directives, 'requires', 'fields')).flatMap((fields) => fields.split(/\s+/));
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
}

function valueOf(type: string, enums: ReadonlyMap<string, string | undefined>): unknown {
  return type === 'Boolean' ? false : (enums.get(type) ?? null);
}

/** Coordinates for which a category is needed. */
export function veldenVan({ objecten, wortels }: Bronschema, categorie: string): ReadonlySet<string> {
  const all = [...[...objecten.values()].flatMap(({ velden }) => velden), ...wortels];
  return new Set(all.flatMap(({ coordinaat, categorieen }) => (categorieen.includes(categorie) ? [coordinaat] : [])));
}
