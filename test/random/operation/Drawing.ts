import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLNonNull,
  GraphQLBoolean,
  type GraphQLSchema,
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { type Material, drawValue } from './drawValue';
import type { Sketch } from './sketch';
import type { Variables } from './variables';

const pick = <T>(all: readonly T[], draw: number): T => {
  const found = all[draw % all.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

/** The types that a fragment may be on, within a type. */
const OVERLAPPING = new WeakMap<GraphQLCompositeType, readonly GraphQLCompositeType[]>();

const shared = ['zelfde', 'a', 'b', 'id', 'bronhouder', 'datum'];
/** Names that mean something to an executor, to JavaScript, or to the hub itself. */
const nasty = ['__typename', 'constructor', 'toString', 'length', '_entities', 'ketenhub_0', 'ketenhub_1', 'ketenhub_id', 'ketenhub_type', 'ketenhub_bronhouder', 'representations', '__proto__']; // oxfmt-ignore

/** Makes the selections of one document real for a schema, as text. Fragments and variables gather on the way. */
export class Drawing {
  readonly fragments: { readonly name: string; readonly type: GraphQLCompositeType; readonly text: string }[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly variables: Variables,
    private readonly material: Material,
  ) {}

  selections(parent: GraphQLCompositeType, sketches: readonly Sketch[]): string {
    return sketches.length === 0 ? '__typename' : sketches.map((sketch) => this.selection(parent, sketch)).join(' ');
  }

  private selection(parent: GraphQLCompositeType, sketch: Sketch): string {
    const rest = Math.floor(sketch.kind / 20);
    // Of an abstract type nearly everything stands in fragments.
    const kind = (sketch.kind % 20) + (isAbstractType(parent) && sketch.kind % 20 > 5 ? 8 : 0);
    if (kind >= 17 && sketch.below.length > 0) return this.spread(parent, sketch, rest);
    if (kind >= 13 && sketch.below.length > 0) return this.inline(parent, sketch, rest);
    if (kind === 12 || isUnionType(parent)) return this.typename(sketch);
    return this.field(parent, this.choose(parent, sketch), sketch);
  }

  private typename({ key, condition }: Sketch): string {
    return `${key % 4 === 3 ? 'soort_van: ' : ''}__typename${this.conditions(condition)}`;
  }

  private inline(parent: GraphQLCompositeType, sketch: Sketch, rest: number): string {
    const on = rest % 6 === 5 ? null : pick(this.overlapping(parent), sketch.pick);
    const head = on === null ? '...' : `... on ${on.name}`;
    return `${head}${this.conditions(sketch.condition)} { ${this.selections(on ?? parent, sketch.below)} }`;
  }

  private spread(parent: GraphQLCompositeType, sketch: Sketch, rest: number): string {
    const known = this.fragments.filter(({ type }) => doTypesOverlap(this.schema, parent, type));
    const again = rest % 3 > 0 && known.length > 0 ? pick(known, sketch.pick) : null;
    const name = again?.name ?? this.fragment(pick(this.overlapping(parent), sketch.pick), sketch.below);
    return `...${name}${this.conditions(sketch.condition)}`;
  }

  private fragment(type: GraphQLCompositeType, below: readonly Sketch[]): string {
    // It is known only when it is finished, so that no fragment can come to contain itself.
    const text = this.selections(type, below);
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, type, text });
    return name;
  }

  private overlapping(parent: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const known = OVERLAPPING.get(parent);
    if (known !== undefined) return known;
    const types = Object.values(this.schema.getTypeMap())
      .filter(isCompositeType)
      .filter((type) => !type.name.startsWith('__') && doTypesOverlap(this.schema, parent, type));
    OVERLAPPING.set(parent, types);
    return types;
  }

  private choose(parent: GraphQLCompositeType, { pick: draw, below }: Sketch): GraphQLField<unknown, unknown> {
    if (isUnionType(parent)) throw new Error('a union has no fields');
    const fields = Object.values(parent.getFields());
    const leads = (field: GraphQLField<unknown, unknown>): boolean => isCompositeType(getNamedType(field.type));
    const deep = fields.filter(leads);
    // Without anything below, a leaf, and more often one that is worked out of what another source sends along; otherwise
    // mostly what leads further, and that to what leads furthest.
    if (below.length === 0) {
      const leaves = fields.length > deep.length ? fields.filter((one) => !leads(one)) : fields;
      const workedOut = leaves.filter(({ name }) => this.material.workedOut?.(parent.name, name) === true);
      return pick([...leaves, ...workedOut, ...workedOut], draw);
    }
    const rich = deep.filter((field) => this.isRich(field));
    const likely = fields.filter(({ name }) => this.material.likely?.(parent.name, name) === true);
    // At the root there is one way to nearly everything.
    if (parent === this.schema.getQueryType()) {
      const way = rich.filter((field) => likely.length === 0 || likely.includes(field));
      return pick([...fields, ...Array.from({ length: 60 }, () => way).flat()], draw);
    }
    const further = likely.filter(leads);
    const abstract = further.filter(({ type }) => isAbstractType(getNamedType(type)));
    const often = [...further, ...abstract, ...abstract];
    return pick([...fields, ...deep, ...rich, ...rich, ...likely, ...often, ...often, ...often], draw);
  }

  /** Leads to much: the casus, the persons. */
  private isRich({ type }: GraphQLField<unknown, unknown>): boolean {
    const target = getNamedType(type);
    return isAbstractType(target) || (isObjectType(target) && Object.keys(target.getFields()).length > 8);
  }

  private field(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, sketch: Sketch): string {
    const root = parent === this.schema.getQueryType();
    const given = field.args.flatMap((arg, index) => this.argument(arg, sketch.values[index % 2] ?? 0, root));
    const key = this.key(parent, field.name, sketch.key);
    const type = getNamedType(field.type);
    return [
      key === field.name ? key : `${key}: ${field.name}`,
      given.length === 0 ? '' : `(${given.join(', ')})`,
      this.conditions(sketch.condition),
      isCompositeType(type) ? ` { ${this.selections(type, sketch.below)} }` : '',
    ].join('');
  }

  private key(parent: GraphQLCompositeType, name: string, draw: number): string {
    const rest = Math.floor(draw / 12);
    const form = draw % 12;
    if (form === 11) return pick(nasty, rest);
    if (form === 10 && !isUnionType(parent)) return pick(Object.keys(parent.getFields()), rest);
    return form >= 7 ? pick(shared, rest) : name;
  }

  private argument(arg: GraphQLArgument, draw: number, root: boolean): string[] {
    const rest = Math.floor(draw / 8);
    const literal = (type: GraphQLInputType): string => drawValue(type, rest, this.material);
    const variable = (type: GraphQLInputType, from: number): string => this.variables.use(type, from, literal);
    const required = isRequiredArgument(arg);
    const form = draw % 8;
    if (form < 3 && !required) return [];
    if (form >= 5) return [`${arg.name}: ${variable(arg.type, rest)}`];
    // The casus at the root is that of the request; every other value is free.
    if (form === 4 && !required && !root) return [`${arg.name}: null`];
    return [`${arg.name}: ${drawValue(arg.type, rest, this.material, variable)}`];
  }

  private conditions(draw: number): string {
    const rest = Math.floor(draw / 28);
    const value = (from: number): string =>
      from % 3 === 0
        ? String(from % 2 === 0)
        : this.variables.use(new GraphQLNonNull(GraphQLBoolean), from >> 2, () => String(from % 4 < 2));
    const skip = (from: number): string => ` @skip(if: ${value(from)})`;
    const include = (from: number): string => ` @include(if: ${value(from)})`;
    const forms: Record<number, () => string> = {
      24: () => include(rest),
      25: () => skip(rest),
      26: () => `${include(rest)}${skip(rest >> 4)}`,
      27: () => `${skip(rest)}${include(rest >> 4)}`,
    };
    return forms[draw % 28]?.() ?? '';
  }
}
