import type { Toekenning } from '../../schema/domain/besluit';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import type { Veld } from '../../schema/domain/selectie';
import type { Plaats } from './plaats';

export interface Grantgrond {
  /** OIN of the host of each subgraph: the bronhouder of what stands in no record of its own. */
  readonly hosts: ReadonlyMap<Deelgraaf, string>;
  /** The subgraph from which data of a category comes. */
  sourceOf(categorie: string): Deelgraaf | undefined;
}

/** The grant of each category of the field, or of the member of a union, from this bronhouder; null when one lacks. */
export function grantsOf(
  ground: Grantgrond,
  { besluit, subgraaf }: Pick<Veld, 'besluit' | 'subgraaf'>,
  plaats: Plaats,
): Toekenning[] | null {
  if (besluit?.uitkomst !== 'ALLOW') return null;
  const { categorieen, toekenningen } = besluit;
  const granted: Toekenning[] = [];
  for (const categorie of categorieen) {
    const given = toekenningen.filter((toekenning) => toekenning.categorie === categorie);
    const found = grantOf(ground, given, ground.sourceOf(categorie), subgraaf, plaats);
    if (found === undefined) return null;
    granted.push(found);
  }
  return granted;
}

/**
 * The grant under which a category passes. What a source worked out from what another sent along (@requires) has no one
 * bronhouder: there any grant of the category does, that of the host of its source first.
 */
function grantOf(
  { hosts }: Grantgrond,
  given: readonly Toekenning[],
  source: Deelgraaf | undefined,
  subgraaf: Deelgraaf | null,
  { bronhouder, samen }: Plaats,
): Toekenning | undefined {
  const sent = source !== undefined && source !== subgraaf;
  const holder = sent ? (hosts.get(source) ?? null) : bronhouder;
  const fitting = given.filter((toekenning) => toekenning.bronhouder === holder);
  const [first] = fitting.length > 0 || !(sent || samen) ? fitting : given;
  return first === undefined ? undefined : ofHolder(given, first.bronhouder);
}

/** The grant by this bronhouder. Which of several alternatives a source went by only it knows: the line names them all. */
export function ofHolder(given: readonly Toekenning[], bronhouder: string): Toekenning | undefined {
  const theirs = given.filter((toekenning) => toekenning.bronhouder === bronhouder);
  const [first] = theirs;
  if (first === undefined) return undefined;
  return { ...first, artikel: [...new Set(theirs.map(({ artikel }) => artikel))].join('; ') };
}

/**
 * One grant for each bronhouder who grants all of the field without any condition, and category: only of him does nothing
 * at all tell that he has none. Under a condition it may as well be withheld.
 */
export function unconditional(besluit: Veld['besluit']): Toekenning[] {
  if (besluit?.uitkomst !== 'ALLOW') return [];
  const { categorieen } = besluit;
  const open = besluit.toekenningen.filter(({ beperkingen }) => beperkingen.length === 0);
  return [...new Set(open.map(({ bronhouder }) => bronhouder))].flatMap((bronhouder) => {
    const each = categorieen.map((categorie) => ofHolder(open.filter((one) => one.categorie === categorie), bronhouder)); // oxfmt-ignore
    return each.includes(undefined) ? [] : each.filter((one) => one !== undefined);
  });
}
