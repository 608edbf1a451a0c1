import type { Selectable } from 'kysely';
import { DOELEN, type Doel } from '../../../schema/domain/doel';
import { readList, type Gegevensrij } from '../../kit';
import type { CareDB } from './CareDB';

export type Grondfeit = NonNullable<Gegevensrij['gronden']>[number] & { readonly clientnummer: string };

/**
 * A recorded ground as the row rules read it. null when its lists can't be read: such a ground grants nothing. It is
 * no fault of the request either, for a fault would tell others that there is a ground.
 */
export function readGrond(rij: Selectable<CareDB['gronden']>): Grondfeit | null {
  try {
    return {
      clientnummer: rij.clientnummer,
      persoon: rij.clientnummer,
      bronhouder: rij.bronhouder,
      ontvangers: readList(rij.ontvangers),
      categorieen: readList(rij.categorieen),
      doelen: readList(rij.doelen).filter((doel): doel is Doel => (DOELEN as readonly string[]).includes(doel)),
      van: rij.van,
      tot: rij.tot,
      ingetrokkenOp: rij.ingetrokken_op,
    };
  } catch {
    return null;
  }
}
