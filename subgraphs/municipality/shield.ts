import { rule } from 'graphql-shield';
import type { PartnerLock } from '../kit';
import type { MunicipalityContext } from './resolvers/MunicipalityContext';

/** The dossier and its persons are for a named casus and a named doel only, whatever the hub says (WGS 2.25). */
const binnenCasus = rule('binnenCasus', { cache: 'no_cache' })(
  (_parent, _args, { delegatie }: MunicipalityContext) => delegatie.casus !== null && delegatie.doel !== null,
);

const CASUS = [
  'bronhouder',
  'kenmerk',
  'thema',
  'doel',
  'fase',
  'kader',
  'status',
  'escalatieniveau',
  'gemeente',
  'convenant',
  'regie',
  'casusregisseur',
  'tafel',
  'doeltoets',
  'overleggen',
  'tijdlijn',
  'planVanAanpak',
  'hoofdbetrokkenen',
  'directeKring',
  'professionals',
  'personen',
];
const HOOFDBETROKKENE = [
  'bronhouder',
  'weergavenaam',
  'naam',
  'geboortedatum',
  'geboortejaar',
  'bsn',
  'adres',
  'wijk',
  'geheimhouding',
  'gezinsrelaties',
  'inkomens',
  'heeftSchulden',
  'schulden',
  'woonsituatie',
  'voorzieningen',
  'schoolgang',
];
const KRINGLID = ['bronhouder', 'weergavenaam', 'geboortejaar', 'minderjarig', 'telefoon', 'relaties'];
const PROFESSIONAL = ['bronhouder', 'weergavenaam', 'functie', 'organisatie', 'telefoon', 'email'];

const elk = (fields: readonly string[]): PartnerLock[string] =>
  Object.fromEntries(fields.map((field) => [field, binnenCasus]));

/** The municipality's own rules, on top of the labels. `mijnCasussen` is about the requester himself: labels suffice. */
export const lock: PartnerLock = {
  Query: { casus: binnenCasus },
  Casus: elk(CASUS),
  Hoofdbetrokkene: elk(HOOFDBETROKKENE),
  Kringlid: elk(KRINGLID),
  Professional: elk(PROFESSIONAL),
};
