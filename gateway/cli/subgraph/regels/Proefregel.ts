import type { Proef } from '../proef/Proef';

/** What trying a rule came to. */
export const UITSLAGEN = ['VOLDOET', 'TEKORT', 'NIET_TE_PROEVEN'] as const;
type Uitslag = (typeof UITSLAGEN)[number];

export interface Uitkomst {
  readonly uitslag: Uitslag;
  /** What was seen, in plain Dutch: names of what was tried, coordinates, counts and codes; never a datum. */
  readonly waarom: string;
}

/** One rule that a source must keep, and how that is tried. */
export interface Proefregel {
  readonly naam: string;
  readonly omschrijving: string;
  /** Where it is written. */
  readonly staatIn: string;
  /** @throws GeenAntwoord */
  readonly doe: (proef: Proef) => Promise<Uitkomst>;
}

export const PROTOCOL = 'subgraphs/kit/delegation/README.md';

export function voldoet(waarom: string): Uitkomst {
  return { uitslag: 'VOLDOET', waarom };
}

/** @param wat could not be tried, each named once; none: nothing at all. */
export function nietTeProeven(waarom: string, wat: readonly string[] = []): Uitkomst {
  return { uitslag: 'NIET_TE_PROEVEN', waarom: wat.length === 0 ? waarom : `${waarom}: ${listed(wat)}` };
}

/** @param wat falls short, each named once. */
export function tekort(waarom: string, wat: readonly string[]): Uitkomst {
  return { uitslag: 'TEKORT', waarom: `${waarom}: ${listed(wat)}` };
}

const MOST = 8;

function listed(wat: readonly string[]): string {
  const names = [...new Set(wat)];
  const more = names.length > MOST ? ` en nog ${String(names.length - MOST)}` : '';
  return `${names.slice(0, MOST).join(', ')}${more}`;
}

/** Of each category something must have been seen before it can be said to be withheld. */
export function onthouden(alle: readonly string[], gezien: ReadonlySet<string>): Uitkomst {
  const unseen = alle.filter((categorie) => !gezien.has(categorie));
  if (gezien.size === 0) return nietTeProeven(NIETS_BEKEND);
  if (unseen.length > 0) return nietTeProeven('niet in de proefgegevens', unseen);
  return voldoet(`${String(gezien.size)} categorieen onthouden`);
}

/** What must be named before there is anything to withhold. */
export const NIETS_BEKEND = 'geen bekend gegeven gezien; noem met --casus en --entiteit wat er is';
