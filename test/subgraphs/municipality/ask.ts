import { readGegevenscatalogus } from '../../../schema/catalogus';
import type { Delegatie, Verlening } from '../../../schema/domain/delegatie';
import { delegatieVan, verleend } from '../../harness/delegatieVan';
import { DEVENTER, DIMENCE, POLITIE, TACTUS, ZWOLLE } from './smallWorld';

const CATEGORIEEN = [...readGegevenscatalogus().values()]
  .filter(({ subgraaf }) => subgraaf === 'municipality')
  .map(({ naam }) => naam);

/** What others brought in; its conditions are for their own sources. */
const INGEBRACHT: readonly Verlening[] = [
  ...verleend(POLITIE, 'politie.advies'),
  ...[DIMENCE, TACTUS].flatMap((oin) =>
    verleend(oin, 'zorg.advies').map((one) => ({ ...one, beperkingen: ['MET_GROND' as const] })),
  ),
];

/**
 * Every category of the municipality, by both municipalities of the small world, without conditions; and of others what
 * the dossier refers to.
 */
export const ALLES: readonly Verlening[] = [
  ...verleend(ZWOLLE, ...CATEGORIEEN),
  ...verleend(DEVENTER, ...CATEGORIEEN),
  ...INGEBRACHT,
];

/** ALLES, but these categories under conditions or as the requester's own. */
export const allesMet = (categorieen: readonly string[], changes: Partial<Verlening>): Verlening[] =>
  ALLES.map((verlening) => (categorieen.includes(verlening.categorie) ? { ...verlening, ...changes } : verlening));

export const gemeenteDelegatie = (changes: Partial<Delegatie> = {}): Delegatie =>
  delegatieVan({ subgraaf: 'municipality', verleningen: ALLES, ...changes });

/** Every field of every person type that the interface does not have. */
export const PERSOONSVELDEN = `... on Hoofdbetrokkene { naam { voornamen voorvoegsel geslachtsnaam } geboortedatum geboortejaar bsn
    adres { straat huisnummer postcode woonplaats } wijk geheimhouding
    gezinsrelaties { soort betreft { __typename id bronhouder weergavenaam } }
    inkomens { bronhouder regeling ingangsdatum einddatum maandbedrag } heeftSchulden
    schulden { bronhouder soort bedrag schuldhulp } woonsituatie { bronhouder soort verhuurder ontruimingsdreiging }
    voorzieningen { bronhouder wet product aanbieder ingangsdatum einddatum }
    schoolgang { bronhouder school verzuimmeldingen laatsteMelding leerplichtambtenaarBetrokken } }
  ... on Kringlid { geboortejaar minderjarig telefoon relaties { soort betreft { id weergavenaam } } }
  ... on Professional { functie organisatie telefoon email }`;

/** Every field of the municipality's part of the graph. */
export const ALLE_VELDEN = `{
  mijnCasussen { casusId kenmerk thema fase kader status partner rol }
  casus(id: "casus-1") {
    id bronhouder kenmerk thema doel fase kader status escalatieniveau gemeente convenant regie
    casusregisseur { naam } tafel { partner medewerker naam rol van }
    doeltoets { datum positief criteria toelichting }
    overleggen(vanaf: "2026-01-01") { datum besluit aanwezigen { partner medewerker naam }
      opbrengst { __typename ... on Overlegbesluit { bronhouder besluit reden }
        ... on Opschaling { bronhouder van naar reden } ... on Actie { bronhouder omschrijving } } }
    tijdlijn { __typename ... on Overleg { bronhouder datum } ... on Doeltoets { bronhouder datum positief } }
    planVanAanpak { doelstelling vastgesteldOp bijNietNakomen leefgebieden { leefgebied situatie doel }
      acties { bronhouder omschrijving leefgebied uitvoerder medewerker uiterlijk status bijNietNakomen terugkoppeling } }
    hoofdbetrokkenen { id } directeKring { id } professionals { id }
    personen { __typename id bronhouder weergavenaam ${PERSOONSVELDEN} } } }`;
