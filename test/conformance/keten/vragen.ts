import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { Choices } from '../../gateway/prune/generate';

/** What the variables of a question are given. */
export const GEGEVEN = { c: 'c'.padEnd(32, '0'), ja: true, nee: false, dag: 40 };
const TYPES = { c: 'ID!', ja: 'Boolean!', nee: 'Boolean!', dag: 'Int' } as const;
const CONDITIONS = ['@include(if: $ja)', '@include(if: $nee)', '@skip(if: $ja)', '@skip(if: $nee)', '@skip(if: true)'];

/** A valid random question over any graph: aliases, fragments in fragments, conditions, arguments, abstract and concrete. */
export function maakVraag(schema: GraphQLSchema, choices: Choices): string {
  for (;;) {
    const query = write(schema, choices);
    if (validate(schema, parse(query)).length === 0) return query;
  }
}

function write(schema: GraphQLSchema, choices: Choices): string {
  const fragments: { name: string; type: string; text: string }[] = [];
  const condition = (): string => (choices.chance(0.08) ? ` ${choices.of(CONDITIONS)}` : '');

  /** A type that can be, or contain, what is selected on. */
  const related = (type: GraphQLNamedType): GraphQLNamedType => {
    const kinds = isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [type];
    const around = kinds.flatMap((kind) => (isObjectType(kind) ? [...kind.getInterfaces()] : []));
    return choices.of<GraphQLNamedType>([type, ...kinds, ...kinds, ...around]);
  };

  const field = ({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): string => {
    const given = args.flatMap((arg) => {
      if (arg.name === 'id') return ['id: $c'];
      return choices.chance(0.5) ? [`${arg.name}: ${choices.of(['$dag', '20'])}`] : [];
    });
    const shape = String(type).replace(/\W/g, '');
    const named = given.length > 0 && name !== 'casus' ? `${name}_${given.join('').replace(/\W/g, '')}` : name;
    // One key for several fields of one shape: on different types that is valid, and a trap.
    const key = choices.chance(0.15) ? choices.of([`zelfde_${shape}`, `eigen_${named}`]) : named;
    const target = getNamedType(type);
    const below = isCompositeType(target) ? ` { ${selections(target, depth - 1)} }` : '';
    const call = given.length > 0 ? `(${given.join(', ')})` : '';
    return `${key === name ? name : `${key}: ${name}`}${call}${condition()}${below}`;
  };

  const selections = (type: GraphQLNamedType, depth: number): string => {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const parts: string[] = [];
    for (let count = 1 + Math.floor(choices.next() * 5); count > 0; count -= 1) {
      const narrowed = related(type);
      const kind = fields.length === 0 ? choices.next() * 0.4 : choices.next();
      if (depth > 0 && kind < 0.18) {
        parts.push(`... on ${narrowed.name}${condition()} { ${selections(narrowed, depth - 1)} }`);
      } else if (depth > 0 && kind < 0.32) {
        const known = fragments.filter((one) => one.type === narrowed.name);
        if (known.length > 0 && choices.chance(0.4)) {
          parts.push(`...${choices.of(known).name}`);
        } else {
          const text = selections(narrowed, depth - 1);
          const name = `F${String(fragments.length)}`;
          fragments.push({ name, type: narrowed.name, text });
          parts.push(`...${name}${condition()}`);
        }
      } else if (kind < 0.38 || fields.length === 0) {
        parts.push(choices.of(['__typename', 'soort: __typename']));
      } else {
        const one = choices.of(fields);
        parts.push(isCompositeType(getNamedType(one.type)) && depth <= 0 ? '__typename' : field(one, depth));
      }
    }
    return parts.join(' ');
  };

  const casus = schema.getType('Casus');
  if (casus === undefined) throw new Error('the graph has no Casus');
  const body = `casus(id: $c) { ${selections(casus, 6)} ${selections(casus, 5)} }`;
  const document = [body, ...fragments.map(({ name, type, text }) => `fragment ${name} on ${type} { ${text} }`)];
  const used = Object.entries(TYPES).filter(([name]) => new RegExp(`\\$${name}\\b`).test(document.join(' ')));
  const declared = used.map(([name, type]) => `$${name}: ${type}`).join(', ');
  return [`query Vraag(${declared}) { ${body} }`, ...document.slice(1)].join('\n');
}
