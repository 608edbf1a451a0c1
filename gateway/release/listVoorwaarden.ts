import type { Selectie, Veld } from '../../schema/domain/selectie';
import type { Voorwaarde } from '../../schema/domain/voorwaarde';

/** Under which conditions of its supplier a datum of an answer is given (WGS 2.29(3)). */
export interface Voorwaardenregel {
  /** Response keys, "@" for each item of a list. */
  readonly pad: readonly string[];
  readonly coordinaat: string;
  readonly categorie: string;
  /** OIN of the supplier whose conditions they are. */
  readonly bronhouder: string;
  readonly voorwaarden: readonly Voorwaarde[];
}

/**
 * The conditions that stick to what was granted, each where it is first met on the way down. They follow from the grants
 * and the question alone: what there was to give says nothing here. Of several grants for one datum all conditions count.
 */
export function listVoorwaarden(selectie: Selectie): Voorwaardenregel[] {
  const regels = new Map<string, Voorwaardenregel>();
  const tell = (given: Pick<Veld, 'besluit' | 'coordinaat'>, pad: readonly string[], told: ReadonlySet<string>) => {
    const own = conditionsOf(given, pad).filter((regel) => !told.has(keyOf(regel)));
    for (const regel of own) regels.set(JSON.stringify([pad, given.coordinaat, keyOf(regel)]), regel);
    return new Set([...told, ...own.map(keyOf)]);
  };
  const visit = ({ typen, leden }: Selectie, pad: readonly string[], told: ReadonlySet<string>): void => {
    for (const [type, velden] of typen) {
      // That there is a record is given under the conditions of that record.
      const lid = leden?.get(type);
      const inside = lid?.gevraagd === true ? tell({ besluit: lid.besluit, coordinaat: type }, pad, told) : told;
      for (const veld of velden) {
        const here = [...pad, veld.sleutel];
        const below = tell(veld, here, inside);
        if (veld.onder !== null) visit(veld.onder, [...here, ...listMarks(veld)], below);
      }
    }
  };
  visit(selectie, [], new Set());
  return [...regels.values()];
}

function conditionsOf(
  { besluit, coordinaat }: Pick<Veld, 'besluit' | 'coordinaat'>,
  pad: readonly string[],
): Voorwaardenregel[] {
  if (besluit?.uitkomst !== 'ALLOW') return [];
  const found = new Map<string, Set<Voorwaarde>>();
  for (const { categorie, bronhouder, voorwaarden } of besluit.toekenningen) {
    const key = JSON.stringify([categorie, bronhouder]);
    const known = found.get(key) ?? new Set();
    found.set(key, known);
    for (const voorwaarde of voorwaarden) known.add(voorwaarde);
  }
  return [...found].flatMap(([key, voorwaarden]): Voorwaardenregel[] => {
    const [categorie, bronhouder] = JSON.parse(key) as [string, string];
    return voorwaarden.size === 0
      ? []
      : [{ pad, coordinaat, categorie, bronhouder, voorwaarden: [...voorwaarden].sort() }];
  });
}

function keyOf({ categorie, bronhouder, voorwaarden }: Voorwaardenregel): string {
  return JSON.stringify([categorie, bronhouder, voorwaarden]);
}

function listMarks({ type }: Veld): string[] {
  return Array.from({ length: String(type).split('[').length - 1 }, () => '@');
}
