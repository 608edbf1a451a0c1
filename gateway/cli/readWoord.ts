import { onbekendWoord } from '../../schema/woorden';
import { unusable } from './ended';

/** Reads the value of an option as one word of a closed list. `soort` is what the list is of. */
export function readWoord<Woord extends string>(soort: string, woorden: readonly Woord[]): (given: string) => Woord {
  return (given) => {
    const woord = woorden.find((known) => known === given);
    if (woord === undefined) throw unusable(`${onbekendWoord(soort, given, woorden) ?? given}.`.replace('?.', '?'));
    return woord;
  };
}
