import type { Regelboek } from './regelboek';
import { weegAanwijzing } from './weegAanwijzing';
import { type Geval, type Weging, magWeten, weegCategorie } from './weeg';

/** What a field comes to. `reden` null: it may be given. */
export interface Veldweging {
  readonly reden: string | null;
  readonly categorieen: readonly string[];
}

/** Outside a casus nothing rests on a convenant. */
export interface BuitenCasus {
  readonly boek: Regelboek;
  readonly aangewezen: boolean;
  readonly rol: string | null;
  readonly partner: string | null;
}

/**
 * Whether a field may be given, asked with these arguments.
 *
 * @param coordinaat `Type.field`, or `Type` for a member of a union: then that of its `bronhouder`.
 * @returns null when the files have no such field.
 */
export function weegVeld(
  geval: Geval | BuitenCasus,
  coordinaat: string,
  argumenten: readonly string[],
): Veldweging | null {
  const naam = coordinaat.includes('.') ? coordinaat : `${coordinaat}.bronhouder`;
  const veld = geval.boek.velden[naam];
  // The key of an entity goes with the entity; nothing else is without a label.
  if (veld === undefined) return naam.endsWith('.id') ? { reden: null, categorieen: [] } : null;
  const read = argumenten.map((argument) => veld.argumenten[argument] ?? []);
  const categorieen = [...new Set([...veld.categorieen, ...read.flat()])];
  const reden =
    (veld.categorieen.length === 0 ? 'NIET_GECLASSIFICEERD' : null) ??
    firstReden(geval, veld.categorieen) ??
    (veld.vraagt.every(({ aan, categorie }) => 'convenant' in geval && magWeten(geval, aan, categorie))
      ? null
      : 'BRON_NIET_AAN_TAFEL') ??
    (read.some((one) => one.length === 0) ? 'NIET_GECLASSIFICEERD' : null) ??
    firstReden(geval, read.flat());
  return { reden, categorieen };
}

function firstReden(geval: Geval | BuitenCasus, namen: readonly string[]): string | null {
  const weigh = (naam: string): Weging => {
    if ('convenant' in geval) return weegCategorie(geval, naam);
    const categorie = geval.boek.categorieen.find((one) => one.naam === naam);
    const own = categorie === undefined ? undefined : weegAanwijzing(categorie, { ...geval, casus: null });
    return own ?? { reden: 'NIET_GECLASSIFICEERD' };
  };
  return namen.map((naam) => weigh(naam).reden).find((reden) => reden !== null) ?? null;
}
