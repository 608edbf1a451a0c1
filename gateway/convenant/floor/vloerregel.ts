import type { Convenant, Verstrekking } from '../../../schema/domain/convenant';
import type { Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import type { Partnersoort } from '../../../schema/domain/partnersoort';
import type { WgsStatus } from '../../../schema/domain/wgsStatus';

/** A supplier or receiver as the law sees it. A ketenrol is of no kind and of no status. */
export interface Kant {
  readonly naam: string;
  readonly soort: Partnersoort | null;
  readonly wgs: WgsStatus | null;
}

/** One verstrekking with what its words stand for; lists run parallel to those of the verstrekking. */
interface Vloerinvoer {
  readonly convenant: Convenant;
  readonly verstrekking: Verstrekking;
  readonly gegevens: readonly Gegevenscategorie[];
  readonly van: readonly Kant[];
  readonly aan: readonly Kant[];
}

/** What falls through the floor: at which word of which list (null: the whole list), and why. */
export interface Doorzakking<Sleutel extends string = keyof Verstrekking> {
  readonly sleutel: Sleutel;
  readonly plek: number | null;
  readonly melding: string;
}

/** One rule that no convenant can set aside. */
export interface Vloerregel {
  /** Where the rule stands in the law; added to every message. */
  readonly artikel: string;
  toets(invoer: Vloerinvoer): readonly Doorzakking[];
}

/** One rule about a convenant as a whole; `partijen` run parallel to its own. */
export interface Convenantregel {
  readonly artikel: string;
  toetsGeheel(convenant: Convenant, partijen: readonly Kant[]): readonly Doorzakking<'doelen' | 'partijen'>[];
}

/** All that the law under one regime forbids, by name. */
export type Vloer = Readonly<Record<string, Vloerregel | Convenantregel>>;

/** A rule that is the same in another act: cited from there. */
export function volgens(artikel: string, regel: Vloerregel): Vloerregel {
  return { artikel, toets: (invoer) => regel.toets(invoer) };
}

/** One complaint for each item of a list that fails. */
export function perItem<Item, Sleutel extends string = keyof Verstrekking>(
  sleutel: Sleutel,
  items: readonly Item[],
  melding: (item: Item) => string | null,
): readonly Doorzakking<Sleutel>[] {
  return items.flatMap((item, plek) => {
    const tekst = melding(item);
    return tekst === null ? [] : [{ sleutel, plek, melding: tekst }];
  });
}

/** The separate grounds of a grondslag: "WGS 2.29 lid 1; Wpg 8" names two. */
export function gronden({ grondslag }: Pick<Verstrekking, 'grondslag'>): readonly string[] {
  return deel(grondslag);
}

/** What a semicolon separates. */
export function deel(tekst: string): readonly string[] {
  return tekst.split(';').map((een) => een.trim());
}
