import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

/** What values may be made of: the world has the days on which a filter can cut. */
export interface Material {
  readonly casus: string;
  readonly days: readonly string[];
  /** What a text may be, besides nothing at all. */
  readonly texts?: readonly string[];
  /** Fields that are drawn more often: of what is denied alone nothing can be seen. */
  readonly likely?: (type: string, field: string) => boolean;
  /** Fields that are worked out of what another source sends along. */
  readonly workedOut?: (type: string, field: string) => boolean;
}

const pick = <T>(all: readonly T[], draw: number): T | undefined => all[draw % all.length];

/**
 * Writes a literal of this type; null only where it may be and the draw says so.
 *
 * @param variable writes a variable in the place of a value within a list; left out: none stands there.
 */
export function drawValue(
  type: GraphQLInputType,
  draw: number,
  material: Material,
  variable?: (type: GraphQLInputType, draw: number) => string,
): string {
  const rest = Math.floor(draw / 7);
  if (isNonNullType(type)) return drawValue(type.ofType, draw, material, variable);
  if (isListType(type)) {
    const items = [rest, rest >> 3].map((one) => drawValue(type.ofType, one, material));
    const forms = [`[${items.join(', ')}]`, `[${items[0] ?? ''}]`, items[0] ?? '[]', '[]'];
    if (variable !== undefined)
      forms.push(`[${variable(type.ofType, rest)}]`, `[${items[0] ?? ''}, ${variable(type.ofType, rest)}]`);
    return pick(forms, draw) ?? '[]';
  }
  if (isEnumType(type)) return pick(type.getValues(), rest)?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map(
      (field, index) => `${field.name}: ${drawValue(field.type, rest >> index, material)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  const scalars: Record<string, () => string> = {
    Int: () => String(rest % 50),
    Float: () => `${rest % 50}.5`,
    Boolean: () => String(rest % 2 === 0),
    Datum: () => quoted(pick(material.days, rest) ?? '2026-01-01', draw),
    ID: () => JSON.stringify(material.casus),
  };
  return (scalars[type.name] ?? (() => quoted(pick(material.texts ?? ['a', 'Zwolle'], rest) ?? '', draw)))();
}

/** A string can be written in two ways. */
function quoted(text: string, draw: number): string {
  return draw % 5 === 4 ? `"""${text}"""` : JSON.stringify(text);
}
