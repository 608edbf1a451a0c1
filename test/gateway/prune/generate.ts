import {
  type GraphQLField,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isUnionType,
} from 'graphql';
import type { Decisions } from './schema';
import { schema } from './schema';

/** A stream of choices from one seed: the same seed, the same operation (mulberry32). */
export class Choices {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  chance(probability: number): boolean {
    return this.next() < probability;
  }
  of<T>(all: readonly T[]): T {
    return all[Math.floor(this.next() * all.length)]!;
  }
}

/** What the variables of a generated operation are given. */
export const VARIABLES = { c: 'c1', ja: true, nee: false, dag: '2026-01-01', statussen: ['OPEN'] };
const TYPES = { c: 'ID!', ja: 'Boolean!', nee: 'Boolean!', dag: 'Datum', statussen: '[Actiestatus!]' } as const;
const CONDITIONS = [
  '@include(if: $ja)',
  '@include(if: $nee)',
  '@skip(if: $ja)',
  '@skip(if: $nee)',
  '@include(if: true)',
  '@skip(if: true)',
];

const UNIONS = Object.values(schema.getTypeMap()).filter(isUnionType);
/** The unions that a type is in: a fragment may stand on one of them too. */
const unionsOf = (type: GraphQLObjectType): GraphQLCompositeType[] =>
  UNIONS.filter((union) => union.getTypes().includes(type));

/**
 * Writes a random query over the graph: aliases, fragments in fragments, conditions, arguments, interfaces and unions
 * with what they can be.
 */
export function generateOperation(choices: Choices): string {
  const fragments: { name: string; type: string; text: string }[] = [];
  const condition = (): string => (choices.chance(0.15) ? ` ${choices.of(CONDITIONS)}` : '');

  const fieldOf = (parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): string => {
    const target = getNamedType(field.type);
    const composite = isCompositeType(target);
    const given = field.args.map((arg) => {
      if (arg.name === 'id') return 'id: $c';
      if (choices.chance(0.5)) return null;
      return arg.name === 'vanaf' ? choices.of(['vanaf: $dag', 'vanaf: "2026-02-02"']) : 'status: $statussen';
    });
    const args = given.filter((one) => one !== null);
    // One response key for several fields of one kind: on different types that is valid, and a trap.
    const shared = !composite && String(field.type) === 'String' && choices.chance(0.2);
    // Of different types, where what is asked of them can stand together.
    const lists = composite && isListType(getNullableType(field.type)) && args.length === 0 && choices.chance(0.1);
    const alias =
      args.length > 0 && parent.name !== 'Query' ? `${field.name}_${args.join('').replace(/\W/g, '')}` : field.name;
    const name = shared ? 'zelfde' : lists ? 'zelfdeLijst' : choices.chance(0.2) ? `eigen_${alias}` : alias;
    const shown = name === field.name ? name : `${name}: ${field.name}`;
    const below = composite ? ` { ${selections(target, depth - 1)} }` : '';
    return `${shown}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition()}${below}`;
  };

  const typeBelow = (type: GraphQLCompositeType): GraphQLCompositeType =>
    isAbstractType(type)
      ? choices.of<GraphQLCompositeType>([type, ...schema.getPossibleTypes(type)])
      : choices.of<GraphQLCompositeType>([type, ...type.getInterfaces(), ...unionsOf(type)]);

  const selections = (type: GraphQLCompositeType, depth: number): string => {
    const parts: string[] = [];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    for (let count = 1 + Math.floor(choices.next() * 5); count > 0; count -= 1) {
      // A union has nothing but its members.
      const kind = isUnionType(type) ? choices.next() * 0.35 : choices.next();
      const narrowed = typeBelow(type);
      if (depth > 0 && kind < 0.15) {
        const on = choices.chance(0.2) ? '...' : `... on ${narrowed.name}`;
        parts.push(`${on}${condition()} { ${selections(on === '...' ? type : narrowed, depth - 1)} }`);
      } else if (depth > 0 && kind < 0.3) {
        const known = fragments.filter((one) => one.type === narrowed.name);
        if (known.length > 0 && choices.chance(0.4)) {
          parts.push(`...${choices.of(known).name}${condition()}`);
        } else {
          const text = selections(narrowed, depth - 1);
          const name = `F${fragments.length}`;
          fragments.push({ name, type: narrowed.name, text });
          parts.push(`...${name}${condition()}`);
        }
      } else if (kind < 0.38 || fields.length === 0) {
        parts.push(choices.of(['__typename', 'soort_van: __typename']));
      } else {
        // Few fields lead to a union, so they are asked more than their share.
        const unions = depth > 0 ? fields.filter((one) => isUnionType(getNamedType(one.type))) : [];
        const field = choices.of(unions.length > 0 && choices.chance(0.15) ? unions : fields);
        const leaf = !isCompositeType(getNamedType(field.type));
        parts.push(leaf || depth > 0 ? fieldOf(type, field, depth) : '__typename');
      }
    }
    return parts.join(' ');
  };

  const casus = schema.getType('Casus') as GraphQLObjectType;
  const body = [`casus(id: $c) { ${selections(casus, 6)} }`, `casus(id: $c) { ${selections(casus, 4)} }`];
  if (choices.chance(0.3)) body.push(selections(schema.getQueryType()!, 2));
  const document = [
    body.join(' '),
    ...fragments.map(({ name, type, text }) => `fragment ${name} on ${type} { ${text} }`),
  ];
  const used = Object.entries(TYPES).filter(([name]) => new RegExp(`\\$${name}\\b`).test(document.join(' ')));
  const declared = used.map(([name, type]) => `$${name}: ${type}`).join(', ');
  return [`query Vraag(${declared}) { ${document[0] ?? ''} }`, ...document.slice(1)].join('\n');
}

/** A random decision for every name, the same one each time it is asked. Roots are mostly open, or there is nothing to see. */
export function generateDecisions(choices: Choices): Decisions {
  const known = new Map<string, ReturnType<Decisions>>();
  const denied = choices.of([0.05, 0.2, 0.5]);
  return (name) => {
    const deny = name.startsWith('Query.') ? 0.05 : denied;
    const outcome =
      known.get(name) ?? (choices.chance(deny) ? choices.of(['DENY', 'DENY', 'UNDECIDED'] as const) : 'ALLOW');
    known.set(name, outcome);
    return outcome;
  };
}
