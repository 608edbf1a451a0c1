import type { Regelstand } from './regelstand';

/** The smallest thing that can open or close: a field, or a field asked with one of its arguments. */
export interface Cel {
  readonly coordinaat: string;
  /** null: the field without arguments. */
  readonly argument: string | null;
}

export function nameOf({ coordinaat, argument }: Cel): string {
  return argument === null ? coordinaat : `${coordinaat}(${argument}:)`;
}

/** Every cel of a table, by name. */
export function cellenOf({ labels }: Regelstand): Map<string, Cel> {
  const cellen = [...labels.values()].flatMap(({ coordinaat, argumenten }): Cel[] => [
    { coordinaat, argument: null },
    ...Object.keys(argumenten).map((argument) => ({ coordinaat, argument })),
  ]);
  return new Map(cellen.map((cel) => [nameOf(cel), cel]));
}

/** The categories that must all be granted for it. None: it can't be asked at all. */
export function categorieenOf({ labels }: Regelstand, { coordinaat, argument }: Cel): readonly string[] {
  const label = labels.get(coordinaat);
  if (label === undefined || argument === null) return label?.categorieen ?? [];
  const gelezen = label.argumenten[argument] ?? [];
  // What an argument reads must be known: an argument that says nothing is refused.
  return gelezen.length === 0 ? [] : [...new Set([...label.categorieen, ...gelezen])];
}
