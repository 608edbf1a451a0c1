import type { Ketenpartner } from '../../../schema/domain/ketenpartner';

/** Partners as a person would name them: a kind where all of that kind among these are meant, else each by its id. */
export function nameKinds(ids: readonly string[], among: readonly Ketenpartner[]): string[] {
  const names = ids.map((id) => {
    const soort = among.find((one) => one.id === id)?.soort;
    const kindred = among.filter((one) => one.soort === soort);
    return soort !== undefined && kindred.every((one) => ids.includes(one.id)) ? soort : id;
  });
  return [...new Set(names)].sort();
}
