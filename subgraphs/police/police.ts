import { alleenDezeCasus, elkePersoon, recordVanDezeCasus, type SubgraphDefinition } from '../kit';
import { CasusResolver } from './resolvers/CasusResolver';
import { findHoofdbetrokkene } from './resolvers/findHoofdbetrokkene';
import { HoofdbetrokkeneResolver } from './resolvers/HoofdbetrokkeneResolver';
import { KringlidResolver } from './resolvers/KringlidResolver';
import type { PoliceContext } from './resolvers/PoliceContext';
import { lock } from './shield';
import { createLoaders, type PoliceLoaders } from './source/createLoaders';
import type { PoliceDB } from './source/PoliceDB';
import { source } from './source/source';
import { Casus } from './types/Casus';
import { Hoofdbetrokkene } from './types/Hoofdbetrokkene';
import { Kringlid } from './types/Kringlid';

const RECORDTABELLEN = [
  'aandachtsvestigingen',
  'meldingen',
  'incidenten',
  'verdenkingen',
  'risicos',
  'adviezen',
] as const;

/** The subgraph of the police: what they add to the persons and the casus of others. */
export const police: SubgraphDefinition<PoliceDB, PoliceLoaders> = {
  subgraaf: 'police',
  types: [Casus, Hoofdbetrokkene, Kringlid],
  resolvers: [CasusResolver, HoofdbetrokkeneResolver, KringlidResolver],
  references: {
    Casus: alleenDezeCasus,
    Hoofdbetrokkene: findHoofdbetrokkene,
    Kringlid: elkePersoon,
    Politieadvies: recordVanDezeCasus(['politie.advies'], (casus, { loaders }: PoliceContext) =>
      loaders.adviezen.load(casus),
    ),
  },
  source,
  createLoaders,
  lock,
  bronbesluiten: { tabellen: RECORDTABELLEN, vrijgave: true },
  // Each judges the rows it used by their own bronhouder; of geheimhouding that of the municipality is not known here.
  computedFromRows: ['Hoofdbetrokkene.veiligheidsrisico', 'Hoofdbetrokkene.bezoekadvies'],
};
