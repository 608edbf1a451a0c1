/** Every field of care that a hub may ask. */
export const ALLES = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on Hoofdbetrokkene { id bekendBijZorg { bronhouder sinds }
    trajecten { bronhouder soort ingangsdatum einddatum behandelstatus }
    diagnosen { bronhouder classificatie omschrijving gesteldOp }
    crisiscontacten { bronhouder datum uitkomst aanleiding }
    veiligThuisMeldingen { bronhouder datum aard status oordeel }
    risicotaxaties { bronhouder datum instrument niveau } veiligheidsbeeld huisbezoek }
  ... on Kringlid { id bekendBijZorg { bronhouder sinds } }
  ... on Zorgadvies { id bronhouder datum strekking advies }
  ... on Casus { id zorgadviezen { id bronhouder datum strekking advies } } } }`;

export const vraagPersoon = (velden: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { ${velden} } } }`;

export const hoofdbetrokkene = (id: string, veiligheidsrisico: unknown = null) => ({
  __typename: 'Hoofdbetrokkene',
  id,
  veiligheidsrisico,
  bezoekadvies: null,
});
export const kringlid = (id: string) => ({ __typename: 'Kringlid', id });
export const casus = (id: string) => ({ __typename: 'Casus', id });
export const zorgadvies = (id: string) => ({ __typename: 'Zorgadvies', id });
