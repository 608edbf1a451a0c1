import { alleenDezeCasus, elkePersoon, recordVanDezeCasus, type SubgraphDefinition } from '../kit';
import type { CareContext } from './resolvers/CareContext';
import { CasusResolver } from './resolvers/CasusResolver';
import { findHoofdbetrokkene } from './resolvers/findHoofdbetrokkene';
import { HoofdbetrokkeneResolver } from './resolvers/HoofdbetrokkeneResolver';
import { KringlidResolver } from './resolvers/KringlidResolver';
import { lock } from './shield';
import type { CareDB } from './source/CareDB';
import { createLoaders, type CareLoaders } from './source/createLoaders';
import { source } from './source/source';
import { Casus } from './types/Casus';
import { Hoofdbetrokkene } from './types/Hoofdbetrokkene';
import { Kringlid } from './types/Kringlid';

const RECORDTABELLEN = [
  'bekendheden',
  'trajecten',
  'diagnosen',
  'crisiscontacten',
  'veilig_thuis_meldingen',
  'risicotaxaties',
  'huisbezoekafspraken',
  'adviezen',
] as const;

/** The subgraph of the care providers and Veilig Thuis: what they add to the persons and the casus of others. */
export const care: SubgraphDefinition<CareDB, CareLoaders> = {
  subgraaf: 'care',
  types: [Casus, Hoofdbetrokkene, Kringlid],
  resolvers: [CasusResolver, HoofdbetrokkeneResolver, KringlidResolver],
  references: {
    Casus: alleenDezeCasus,
    Hoofdbetrokkene: findHoofdbetrokkene,
    Kringlid: elkePersoon,
    Zorgadvies: recordVanDezeCasus(['zorg.advies'], (casus, { loaders }: CareContext) => loaders.adviezen.load(casus)),
  },
  source,
  createLoaders,
  lock,
  bronbesluiten: { tabellen: RECORDTABELLEN, vrijgave: true },
  // Of others and of several institutions at once: `determineVeiligheidsbeeld` and `determineHuisbezoek` judge each.
  computedFromRows: ['Hoofdbetrokkene.veiligheidsbeeld', 'Hoofdbetrokkene.huisbezoek'],
};
