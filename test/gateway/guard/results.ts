import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  Kind,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { VARIABLES, type Choices } from '../prune/generate';
import { labels, schema } from '../prune/schema';

export type Json = Record<string, unknown>;

/** Where a planted value stands, by the generator's own account. */
export interface Planted {
  readonly coordinate: string;
  /** Bronhouders on the way from the root: of each object entered, and of the field itself. */
  readonly chain: readonly { readonly coordinate: string; readonly holder: string }[];
}

interface Options {
  /** How often something stands where it does not belong. */
  readonly hostile: number;
  /** Bronhouders that records name. */
  readonly bronhouders: readonly string[];
  /** Bronhouder of what stands in no record of its own. */
  readonly host: string;
  /** How often the own source of a member of a union does not say whose it is. */
  readonly vanish?: number;
}

interface Place {
  readonly holder: string;
  readonly subgraaf: string | null;
  readonly chain: Planted['chain'];
}

/** A result for the client's whole operation, denied fields and all, with a unique mark in every position. */
export class Results {
  readonly planted = new Map<string, Planted>();
  private readonly fragments: Record<string, FragmentDefinitionNode> = {};
  private count = 0;

  constructor(
    private readonly choices: Choices,
    private readonly options: Options,
  ) {}

  of(document: DocumentNode): Json {
    for (const one of document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.fragments[one.name.value] = one;
    const root = schema.getQueryType()!;
    const fields = collectFields(schema, this.fragments, VARIABLES, root, getOperationAST(document)!.selectionSet);
    return this.fill({}, root, fields, { holder: '', subgraaf: null, chain: [] });
  }

  private mark(coordinate: string, chain: Planted['chain']): string {
    this.count += 1;
    const mark = `merk${this.count}x`;
    this.planted.set(mark, { coordinate, chain });
    return mark;
  }

  private fill(into: Json, type: GraphQLObjectType, fields: Map<string, readonly FieldNode[]>, place: Place): Json {
    into['extra'] = { diep: [this.mark('', [])] };
    Object.defineProperty(into, '__proto__', { value: { weergavenaam: this.mark('', []) }, enumerable: true });
    into['constructor'] = { prototype: { kenmerk: this.mark('', []) } };
    for (const [key, nodes] of fields) {
      const name = nodes[0]!.name.value;
      if (name === '__typename') {
        into[key] = this.mark('', []);
        continue;
      }
      if (this.choices.chance(this.options.hostile / 3)) continue;
      const field = type.getFields()[name]!;
      const subgraaf = labels.get(`${type.name}.${name}`)?.subgraaf ?? null;
      const holder = subgraaf !== null && subgraaf !== place.subgraaf ? this.options.host : place.holder;
      into[key] = this.value(`${type.name}.${name}`, field.type, nodes, { ...place, holder, subgraaf });
    }
    return into;
  }

  private value(coordinate: string, type: GraphQLOutputType, nodes: readonly FieldNode[], place: Place): unknown {
    const isKey = coordinate.endsWith('.id');
    if (this.choices.chance(isKey ? this.options.hostile / 4 : this.options.hostile))
      return this.wrong(coordinate, place);
    if (isNonNullType(type)) return this.value(coordinate, type.ofType, nodes, place);
    if (isListType(type)) {
      const length = this.choices.of([0, 1, 2, 3]);
      return Array.from({ length }, () => this.value(coordinate, type.ofType, nodes, place));
    }
    const target = getNamedType(type);
    if (isUnionType(target)) return this.member(coordinate, this.choices.of(target.getTypes()), nodes, place);
    if (isAbstractType(target))
      return this.object(coordinate, this.choices.of(schema.getPossibleTypes(target)), nodes, place);
    if (isObjectType(target)) return this.object(coordinate, target, nodes, place);
    const chain = [...place.chain, { coordinate, holder: place.holder }];
    if (isEnumType(target)) return this.choices.of(target.getValues()).name;
    if (target.name === 'Int') return 7;
    if (target.name === 'Boolean') return true;
    return this.mark(coordinate, chain);
  }

  private object(coordinate: string, type: GraphQLObjectType, nodes: readonly FieldNode[], place: Place): Json {
    const own = type.getFields()['bronhouder'] === undefined ? null : this.choices.of(this.options.bronhouders);
    const holder = own ?? place.holder;
    const id = this.mark('', []);
    const into: Json = {
      ketenhub_type: type.name,
      ketenhub_id: id,
      ...(own === null ? {} : { ketenhub_bronhouder: own }),
      ...this.reference(type),
    };
    const fields = collectSubfields(schema, this.fragments, VARIABLES, type, nodes);
    return this.fill(into, type, fields, { ...place, holder, chain: [...place.chain, { coordinate, holder }] });
  }

  /** Now and then of the same record as before, and now and then of none that can be named. */
  private reference(type: GraphQLObjectType): Json {
    if (type.getFields()['record'] === undefined) return {};
    return { ketenhub_record: this.choices.of(['rij1', 'rij2', `rij${String(this.count)}`, '', null, { rij: 1 }]) };
  }

  /** A record of a source of its own in a list of another: it says under a name of that source whose it is. */
  private member(coordinate: string, type: GraphQLObjectType, nodes: readonly FieldNode[], place: Place): Json {
    const { subgraaf } = labels.get(`${type.name}.bronhouder`)!;
    const gone = this.choices.chance(this.options.vanish ?? 0);
    const holder = gone ? 'niemand' : this.choices.of(this.options.bronhouders);
    const into: Json = {
      ketenhub_type: type.name,
      ketenhub_id: this.mark('', []),
      ketenhub_bronhouder: this.choices.of(this.options.bronhouders),
      ...(gone ? {} : { [`ketenhub_bronhouder_${subgraaf}`]: holder }),
      ...this.reference(type),
    };
    const chain = [...place.chain, { coordinate, holder: place.holder }];
    const fields = collectSubfields(schema, this.fragments, VARIABLES, type, nodes);
    const record = { holder, subgraaf, chain: [...chain, { coordinate: `${type.name}.bronhouder`, holder }] };
    return this.fill(into, type, fields, record);
  }

  /** Something else than what belongs here. A mark in it counts as planted here: right place, odd shape. */
  private wrong(coordinate: string, place: Place): unknown {
    const chain = [...place.chain, { coordinate, holder: place.holder }];
    const mark = (): string => this.mark(coordinate, chain);
    const foreign = (): string => this.mark('', []);
    return this.choices.of([
      () => null,
      () => undefined,
      () => 12,
      () => mark(),
      () => ({ nergens: foreign() }),
      () => [[foreign()], { nergens: foreign() }],
      () => ({ ketenhub_type: 'Query', nergens: foreign() }),
      () => ({ ketenhub_type: '__proto__', nergens: foreign() }),
      () => ({ ketenhub_type: 12, ketenhub_bronhouder: { toString: foreign() } }),
      () => [null, null],
      () => ({ length: 2, 0: foreign() }),
    ])();
  }
}
