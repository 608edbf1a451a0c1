import type { Kysely } from 'kysely';
import type { Delegatie } from '../../../schema/domain/delegatie';
import { ontvangerVan } from '../../../schema/domain/ketenrol';
import { ONBEZWAARD } from '../../../schema/domain/sleutel';
import { IEDEREEN } from '../../../schema/verloop/bronbesluit';
import { readList } from '../loaders/vrijgaveLoader';
import type { Gegevensrij } from '../rows/Gegevensrij';
import type { BronbesluitenDB } from './BronbesluitenDB';

type Bezwaar = Pick<BronbesluitenDB['bezwaren'], 'bronhouder' | 'record' | 'persoon'>;

/**
 * What bronhouders will not have given in this casus to who asks (WGS 1.5(1)): it holds whatever the convenant grants, and
 * looks exactly like what does not exist. And what he is given, but may not be sent on to work something out of it.
 */
export class Bezwaren {
  readonly #records = new Set<string>();
  readonly #personen = new Set<string>();

  /** @param doorgeven by partner to whose source something is sent on, what may not be given to him. */
  constructor(
    bezwaren: readonly Bezwaar[],
    private readonly doorgeven: ReadonlyMap<string, Bezwaren> = new Map(),
  ) {
    for (const { bronhouder, record, persoon } of bezwaren) {
      if (record !== null) this.#records.add(`${bronhouder} ${record}`);
      if (persoon !== null) this.#personen.add(`${bronhouder} ${persoon}`);
    }
  }

  /**
   * Against this row for these categories: by itself, or as one of all that its bronhouder has of the person whom it is about.
   * Where the row is that person, not against what is nobody's own (that he is in the casus) or must be known (geheimhouding).
   */
  tegen(rij: Gegevensrij, categorieen: readonly string[]): boolean {
    if (this.#records.size === 0 && this.#personen.size === 0) return false;
    const id = 'id' in rij ? rij.id : undefined;
    if (typeof id === 'string' && this.#records.has(`${rij.bronhouder} ${id}`)) return true;
    if (rij.betrokkenen !== undefined) return this.#tegenEen(rij.betrokkenen, rij.bronhouder);
    const persoon = rij.betreft ?? rij.persoon;
    const spared = persoon === id && categorieen.every((categorie) => ONBEZWAARD.has(categorie));
    return persoon !== undefined && !spared && this.tegenPersoon(persoon, rij.bronhouder);
  }

  /** To which of those to whose source something is sent on this row may not go. */
  nietDoor(rij: Gegevensrij, categorieen: readonly string[]): string[] {
    return [...this.doorgeven].flatMap(([partner, bezwaren]) => (bezwaren.tegen(rij, categorieen) ? [partner] : []));
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
  const rijen = await db.selectFrom('bezwaren').selectAll().where('casus', '=', casus).execute();
  const bezwaren = rijen.map((rij) => ({ ...rij, tegen: readTegen(rij.tegen) }));
  const against = (ontvanger: string): Bezwaar[] =>
    bezwaren.filter(
      (one) => one.partner !== ontvanger && (one.tegen.includes(ontvanger) || one.tegen.includes(IEDEREEN)),
    );
  const doorgeven = doorgegevenAan.map((one) => [one, new Bezwaren(against(one))] as const);
  return new Bezwaren(against(ontvangerVan(partner, rol)), new Map(doorgeven));
}

/** Of a list that can't be read nobody knows whom it spares. */
export function readTegen(json: string): readonly string[] {
  try {
    return readList(json);
  } catch {
    return [IEDEREEN];
  }
}
