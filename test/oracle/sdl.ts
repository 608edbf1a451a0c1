import { Kind, parse } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode, FieldDefinitionNode, TypeNode } from 'graphql';
import type { Subgraaf } from '../../schema/domain/subgraaf';

/** One field as some subgraph declares it, and not as @external. */
export interface SdlField {
  readonly type: string;
  readonly name: string;
  readonly subgraaf: Subgraaf;
  readonly returns: string;
  readonly list: boolean;
  /** The one inner list of @policy. */
  readonly categorieen: readonly string[];
  /** Names of fields on the same type that it @requires. */
  readonly requires: readonly string[];
  /** Categories of @leest per argument. */
  readonly leest: Readonly<Record<string, readonly string[]>>;
}

export interface Sdl {
  /** Every declaration, in the order municipality, police, care. A key stands here once for each subgraph. */
  readonly fields: readonly SdlField[];
  /** Concrete type and the interfaces it implements. */
  readonly types: readonly { readonly name: string; readonly interfaces: readonly string[] }[];
  readonly interfaces: readonly string[];
  readonly unions: readonly { readonly name: string; readonly types: readonly string[] }[];
  /** Types with @key, and the field that is the key. */
  readonly keys: readonly { readonly type: string; readonly field: string }[];
}

function stringsIn(value: ConstValueNode): string[] {
  if (value.kind === Kind.STRING) return [value.value];
  return value.kind === Kind.LIST ? value.values.flatMap(stringsIn) : [];
}

function argument(directives: readonly ConstDirectiveNode[] | undefined, directive: string, name: string): string[] {
  const node = directives?.find((one) => one.name.value === directive)?.arguments?.find((a) => a.name.value === name);
  return node === undefined ? [] : stringsIn(node.value);
}

function named(type: TypeNode): { name: string; list: boolean } {
  if (type.kind === Kind.NON_NULL_TYPE) return named(type.type);
  if (type.kind === Kind.LIST_TYPE) return { name: named(type.type).name, list: true };
  return { name: type.name.value, list: false };
}

function readField(type: string, subgraaf: Subgraaf, node: FieldDefinitionNode): SdlField {
  const { name, list } = named(node.type);
  const leest = (node.arguments ?? []).map((a) => [a.name.value, argument(a.directives, 'leest', 'gegevens')] as const);
  return {
    type,
    name: node.name.value,
    subgraaf,
    returns: name,
    list,
    categorieen: argument(node.directives, 'policy', 'policies'),
    requires: argument(node.directives, 'requires', 'fields').flatMap((set) => set.split(/\s+/)),
    leest: Object.fromEntries(leest),
  };
}

/** Reads types and labels from the SDL of the three subgraphs. */
export function readSdl(text: (subgraaf: Subgraaf) => string): Sdl {
  const fields: SdlField[] = [];
  const types = new Map<string, Set<string>>();
  const interfaces: string[] = [];
  const unions: { name: string; types: string[] }[] = [];
  const keys: { type: string; field: string }[] = [];
  for (const subgraaf of ['municipality', 'police', 'care'] as const) {
    for (const node of parse(text(subgraaf)).definitions) {
      if (node.kind === Kind.INTERFACE_TYPE_DEFINITION) interfaces.push(node.name.value);
      if (node.kind === Kind.UNION_TYPE_DEFINITION)
        unions.push({ name: node.name.value, types: (node.types ?? []).map((one) => one.name.value) });
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      const type = node.name.value;
      const known = types.get(type) ?? new Set<string>();
      for (const one of node.interfaces ?? []) known.add(one.name.value);
      types.set(type, known);
      for (const field of argument(node.directives, 'key', 'fields')) keys.push({ type, field });
      for (const field of node.fields ?? []) {
        const external = field.directives?.some((one) => one.name.value === 'external') ?? false;
        if (!external) fields.push(readField(type, subgraaf, field));
      }
    }
  }
  const concrete = [...types].map(([name, implemented]) => ({ name, interfaces: [...implemented] }));
  return { fields, types: concrete, interfaces, unions, keys };
}

export const isKey = (sdl: Sdl, type: string, field: string): boolean =>
  sdl.keys.some((key) => key.type === type && key.field === field);

export const isUnion = (sdl: Sdl, name: string): boolean => sdl.unions.some((one) => one.name === name);

export const isObject = (sdl: Sdl, name: string): boolean =>
  sdl.interfaces.includes(name) || isUnion(sdl, name) || sdl.types.some((type) => type.name === name);

/** Does this concrete type stand under a condition of this name? */
export const isOf = (sdl: Sdl, type: string, name: string): boolean =>
  type === name ||
  sdl.types.some((one) => one.name === type && one.interfaces.includes(name)) ||
  sdl.unions.some((one) => one.name === name && one.types.includes(type));

/** The concrete types that something of this type can be. */
export const possibleTypes = (sdl: Sdl, name: string): string[] =>
  sdl.types.map((type) => type.name).filter((type) => isOf(sdl, type, name));

export function findField(sdl: Sdl, type: string, name: string): SdlField {
  const field = sdl.fields.find((one) => one.type === type && one.name === name);
  if (field === undefined) throw new Error(`the SDL has no ${type}.${name}`);
  return field;
}
