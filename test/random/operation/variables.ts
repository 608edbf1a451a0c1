import { type GraphQLInputType, isNonNullType, parseValue, valueFromASTUntyped } from 'graphql';

interface Variable {
  readonly name: string;
  /** As it is declared. */
  readonly type: string;
  readonly fallback: string | null;
  /** What is given with the request; left out: nothing. */
  readonly given?: unknown;
  /** Valid, and still no value where there must be one: only the request can show it. */
  readonly broken?: boolean;
}

type Literal = (type: GraphQLInputType) => string;

/**
 * The variables of one document. What a variable has, and whence (given, default, null, nothing), is drawn when it is
 * made; used again, it is the same for every operation and fragment.
 */
export class Variables {
  private readonly made: Variable[] = [];

  /** Some variable has null where only its declaration says that it will not. */
  get broken(): boolean {
    return this.made.some((one) => one.broken === true);
  }

  /** @param draws one number for each new variable, taken in turn; none: a literal stands wherever one could. */
  constructor(private readonly draws: readonly number[]) {}

  /** A variable that may stand where this type is expected; with its dollar sign. */
  use(type: GraphQLInputType, draw: number, literal: Literal): string {
    if (this.draws.length === 0) return literal(type);
    const place = String(type);
    const known = this.made.filter((one) => one.type === place || one.type === `${place}!`);
    const again = known[draw % (known.length + 1)];
    return `$${(again ?? this.make(type, literal)).name}`;
  }

  declared(used: ReadonlySet<string>): string {
    const parts = this.made
      .filter(({ name }) => used.has(name))
      .map(({ name, type, fallback }) => `$${name}: ${type}${fallback === null ? '' : ` = ${fallback}`}`);
    return parts.length === 0 ? '' : `(${parts.join(', ')})`;
  }

  given(): Record<string, unknown> {
    return Object.fromEntries(this.made.filter((one) => 'given' in one).map(({ name, given }) => [name, given]));
  }

  private make(type: GraphQLInputType, literal: Literal): Variable {
    const draw = this.draws[this.made.length % this.draws.length] ?? 0;
    const name = `v${this.made.length}`;
    const inner = isNonNullType(type) ? type.ofType : type;
    // Each needs a non-null literal: null is said apart.
    const written = literal(inner);
    const value = valueFromASTUntyped(parseValue(written));
    const plain = { name, type: String(type), fallback: null };
    const strict = { ...plain, type: `${String(inner)}!` };
    const eased = { name, type: String(inner), fallback: written };
    const variants: Variable[] = isNonNullType(type)
      ? [
          { ...strict, given: value },
          { ...strict, given: value },
          { ...strict, fallback: written },
          { ...strict, fallback: written, given: value },
          eased,
          { ...eased, given: value },
          ...(Math.floor(draw / 7) % 24 === 0
            ? [{ ...eased, given: null, broken: true }]
            : [{ ...strict, given: value }]),
        ]
      : [
          { ...plain, given: value },
          plain,
          { ...plain, given: null },
          { ...strict, given: value },
          eased,
          { ...eased, given: null },
          { ...eased, given: value },
        ];
    const made = variants[draw % variants.length] ?? { ...plain, given: value };
    this.made.push(made);
    return made;
  }
}
