import type { Kysely } from 'kysely';
import type { Delegatie } from '../../../schema/domain/delegatie';
import { ontvangerVan } from '../../../schema/domain/ketenrol';
import { IEDEREEN } from '../../../schema/verloop/bronbesluit';
import { readList } from '../loaders/vrijgaveLoader';
import type { Gegevensrij } from '../rows/Gegevensrij';
import type { BronbesluitenDB } from './BronbesluitenDB';

type Bezwaar = Pick<BronbesluitenDB['bezwaren'], 'bronhouder' | 'record' | 'persoon'>;

/**
 * What bronhouders will not have given in this casus to who asks, nor to whom his answer is sent on to work something out
 * (WGS 1.5(1)). It holds whatever the convenant grants, and looks exactly like what does not exist.
 */
export class Bezwaren {
  readonly #records = new Set<string>();
  readonly #personen = new Set<string>();

  constructor(bezwaren: readonly Bezwaar[]) {
    for (const { bronhouder, record, persoon } of bezwaren) {
      if (record !== null) this.#records.add(`${bronhouder} ${record}`);
      if (persoon !== null) this.#personen.add(`${bronhouder} ${persoon}`);
    }
  }

  /**
   * Against this row: by itself, or as one of all that its bronhouder has of the person whom it is about. That he is in the
   * casus, as the dossier has him, is nobody's own and no such row.
   */
  tegen(rij: Gegevensrij): boolean {
    if (this.#records.size === 0 && this.#personen.size === 0) return false;
    const id = 'id' in rij ? rij.id : undefined;
    if (typeof id === 'string' && this.#records.has(`${rij.bronhouder} ${id}`)) return true;
    if (rij.betrokkenen !== undefined) return this.#tegenEen(rij.betrokkenen, rij.bronhouder);
    const persoon = rij.betreft ?? rij.persoon;
    return persoon !== undefined && persoon !== id && this.tegenPersoon(persoon, rij.bronhouder);
  }

  /** Who he is in the graph is not certain: then it must not be missed. */
  #tegenEen(betrokkenen: readonly string[], bronhouder: string): boolean {
    if (betrokkenen.length > 0) return betrokkenen.some((one) => this.tegenPersoon(one, bronhouder));
    return [...this.#personen].some((one) => one.startsWith(`${bronhouder} `));
  }

  /** Against all that this bronhouder has of a person, also that he knows him. */
  tegenPersoon(persoon: string, bronhouder: string): boolean {
    return this.#personen.has(`${bronhouder} ${persoon}`);
  }
}

/** Of the casus of the delegation those that concern it, in one statement; none outside a casus. */
export async function readBezwaren(db: Kysely<BronbesluitenDB>, delegatie: Delegatie): Promise<Bezwaren> {
  const { casus, partner, rol, doorgegevenAan } = delegatie;
  if (casus === null) return new Bezwaren([]);
  const ontvangers = [ontvangerVan(partner, rol), ...doorgegevenAan];
  const rijen = await db.selectFrom('bezwaren').selectAll().where('casus', '=', casus).execute();
  return new Bezwaren(
    rijen.filter((rij) => {
      const tegen = readTegen(rij.tegen);
      const others = ontvangers.filter((one) => one !== rij.partner);
      return others.some((one) => tegen.includes(one) || tegen.includes(IEDEREEN));
    }),
  );
}

/** Of a list that can't be read nobody knows whom it spares. */
export function readTegen(json: string): readonly string[] {
  try {
    return readList(json);
  } catch {
    return [IEDEREEN];
  }
}
