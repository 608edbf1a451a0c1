import type { RegisterReader } from '../reader/openReader';
import { inOrder } from './blad';
import { dagVan } from './dag';
import { type Gegeven, readPersoon, readZaak } from './readPersoon';

/** That a kind of datum went from a bronhouder to a partner on a day. No person, medewerker or casus is in it. */
export interface Inzageregel {
  readonly dag: string;
  /** OIN. */
  readonly van: string;
  /** Partner id, or OIN of a host. */
  readonly aan: string;
  readonly doel: string | null;
  readonly kader: string | null;
  readonly convenant: string | null;
  readonly artikel: string;
  readonly categorie: string;
  readonly weg: Gegeven['weg'];
  readonly betreft: Gegeven['betreft'];
  /** It was only told that there is none. */
  readonly niets: boolean;
  readonly aangekomen: boolean;
}

/** All that was disclosed about a person, before any bronhouder was asked. */
export interface Verstrekt {
  readonly gegevens: readonly Gegeven[];
  /** OIN of everybody who gave something. */
  readonly gevers: readonly string[];
}

/** @param isAboutPersons whether a category is about a hoofdbetrokkene. */
export async function readVerstrekt(
  reader: RegisterReader,
  sleutel: string,
  isAboutPersons: (categorie: string) => boolean,
): Promise<Verstrekt> {
  const gegevens: Gegeven[] = [];
  for await (const one of readPersoon(reader, sleutel)) gegevens.push(one);
  for (const casus of casussenOf(gegevens, isAboutPersons)) {
    for await (const one of readZaak(reader, casus, ({ categorie }) => isAboutPersons(categorie))) gegevens.push(one);
  }
  return { gegevens, gevers: [...new Set(gegevens.map(({ regel }) => regel.gever))].sort() };
}

/**
 * What of it a bronhouder lets know, and nothing that hangs on the rest: that somebody was hoofdbetrokkene in a casus is
 * itself somebody's to tell, so what stands on a casus is shown only if what shows that is (BGS 1.2).
 */
export function shownOf(
  { gegevens }: Verstrekt,
  mayTell: (oin: string) => boolean,
  isAboutPersons: (categorie: string) => boolean,
): Inzageregel[] {
  const told = gegevens.filter(({ regel }) => mayTell(regel.gever));
  const casussen = casussenOf(told, isAboutPersons);
  const shown = told.filter(({ betreft, entry }) => betreft === 'PERSOON' || casussen.has(entry.casus ?? ''));
  const regels = new Map<string, Inzageregel>();
  for (const { entry, weg, aan, betreft, lot, regel } of shown) {
    const { gever: van, artikel, categorie, velden } = regel;
    const { doel = null, kader = null, convenant = null } = entry;
    const what = { dag: dagVan(entry), van, aan, doel, kader, convenant, artikel, categorie, weg, betreft };
    const key = JSON.stringify(what);
    const known = regels.get(key);
    const niets = Object.values(velden).every((aantal) => aantal === 0) && (known?.niets ?? true);
    regels.set(key, { ...what, niets, aangekomen: lot === 'AANGEKOMEN' || (known?.aangekomen ?? false) });
  }
  return inOrder(regels.values());
}

function casussenOf(gegevens: readonly Gegeven[], isAboutPersons: (categorie: string) => boolean): Set<string> {
  return new Set(
    gegevens
      .filter(({ betreft, regel }) => betreft === 'PERSOON' && isAboutPersons(regel.categorie))
      .flatMap(({ entry }) => entry.casus ?? []),
  );
}
