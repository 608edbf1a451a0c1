import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
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

type Composite = GraphQLObjectType | GraphQLInterfaceType;
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

/** Writes a random query over the graph: aliases, fragments in fragments, conditions, arguments, interface and kinds. */
export function generateOperation(choices: Choices): string {
  const fragments: { name: string; type: string; text: string }[] = [];
  const condition = (): string => (choices.chance(0.15) ? ` ${choices.of(CONDITIONS)}` : '');

  const fieldOf = (parent: Composite, field: GraphQLField<unknown, unknown>, depth: number): string => {
    const target = getNamedType(field.type);
    const composite = isObjectType(target) || isInterfaceType(target);
    const given = field.args.map((arg) => {
      if (arg.name === 'id') return 'id: $c';
      if (choices.chance(0.5)) return null;
      return arg.name === 'vanaf' ? choices.of(['vanaf: $dag', 'vanaf: "2026-02-02"']) : 'status: $statussen';
    });
    const args = given.filter((one) => one !== null);
    // One response key for several fields of one kind: on different types that is valid, and a trap.
    const shared = !composite && String(field.type) === 'String' && choices.chance(0.2);
    const alias =
      args.length > 0 && parent.name !== 'Query' ? `${field.name}_${args.join('').replace(/\W/g, '')}` : field.name;
    const name = shared ? 'zelfde' : choices.chance(0.2) ? `eigen_${alias}` : alias;
    const shown = name === field.name ? name : `${name}: ${field.name}`;
    const below = composite ? ` { ${selections(target, depth - 1)} }` : '';
    return `${shown}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition()}${below}`;
  };

  const typeBelow = (type: Composite): Composite =>
    isInterfaceType(type)
      ? choices.of<Composite>([type, ...schema.getPossibleTypes(type)])
      : choices.of<Composite>([type, ...type.getInterfaces()]);

  const selections = (type: Composite, depth: number): string => {
    const parts: string[] = [];
    const fields = Object.values(type.getFields());
    for (let count = 1 + Math.floor(choices.next() * 5); count > 0; count -= 1) {
      const kind = choices.next();
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
      } else if (kind < 0.38) {
        parts.push(choices.of(['__typename', 'soort_van: __typename']));
      } else {
        const field = choices.of(fields);
        const leaf = !isObjectType(getNamedType(field.type)) && !isInterfaceType(getNamedType(field.type));
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
