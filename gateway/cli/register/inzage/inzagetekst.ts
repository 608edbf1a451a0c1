/** What every answer to an inzageverzoek says, whatever is in it: so that it tells nothing by being there. */
export const INZAGE_INLEIDING =
  'Dit overzicht laat zien welke organisaties in het Zorg- en Veiligheidshuis gegevens over u aan elkaar hebben gegeven:' +
  ' welke soort gegevens, op welke dag, waarvoor en op grond van welk artikel. Wat de gegevens zijn staat er niet in; dat' +
  ' vraagt u aan de organisatie die ze gaf. Welke medewerker ze kreeg staat er ook niet in.';
export const INZAGE_SLOT =
  'Een organisatie mag om redenen die in de wet staan niet alles laten weten (AVG artikel 23). Klopt er iets niet, of bent' +
  ' u het ergens niet mee eens? Laat het ons weten. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.';
export const INZAGE_LEEG = 'In dit overzicht staan geen verstrekkingen.';

/** An answer to an inzageverzoek, as it goes to the person. */
export interface Inzageantwoord {
  readonly dossier: string;
  /** ISO day on which it was made. */
  readonly gemaakt: string;
}
