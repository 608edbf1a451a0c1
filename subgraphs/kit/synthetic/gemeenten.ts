/** The municipalities of the synthetic world that hold casussen. */
export const GEMEENTEN = ['Zwolle', 'Deventer', 'Hardenberg'] as const;
export type Gemeente = (typeof GEMEENTEN)[number];

export const GEMEENTEPARTNER: Readonly<Record<Gemeente, string>> = {
  Zwolle: 'gemeente-zwolle',
  Deventer: 'gemeente-deventer',
  Hardenberg: 'gemeente-hardenberg',
};

/** Invented districts, and the first digits of a postcode there. */
export const WIJKEN: Readonly<Record<Gemeente, readonly string[]>> = {
  Zwolle: ['Molenweide', 'Spoorkwartier', 'Wezenhof', 'IJsselkade'],
  Deventer: ['Koekstad', 'Bergzicht', 'Rivierhoek'],
  Hardenberg: ['Vechtoever', 'Baalderhof', 'Stationswijk'],
};

export const POSTCODECIJFERS: Readonly<Record<Gemeente, readonly [number, number]>> = {
  Zwolle: [8011, 8045],
  Deventer: [7411, 7433],
  Hardenberg: [7771, 7799],
};

/** Where else something happened: outside the area of the municipalities above. */
export const BUURGEMEENTEN = ['Kampen', 'Raalte', 'Ommen', 'Dalfsen'] as const;
