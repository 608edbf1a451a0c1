import { alleenDezeCasus, elkePersoon, type SubgraphDefinition } from '../kit';
import { CasusResolver } from './resolvers/CasusResolver';
import { HoofdbetrokkeneResolver } from './resolvers/HoofdbetrokkeneResolver';
import { KringlidResolver } from './resolvers/KringlidResolver';
import { lock } from './shield';
import { createLoaders, type PoliceLoaders } from './source/createLoaders';
import type { PoliceDB } from './source/PoliceDB';
import { source } from './source/source';
import { Casus } from './types/Casus';
import { Hoofdbetrokkene } from './types/Hoofdbetrokkene';
import { Kringlid } from './types/Kringlid';

/** The subgraph of the police: what they add to the persons and the casus of others. */
export const police: SubgraphDefinition<PoliceDB, PoliceLoaders> = {
  subgraaf: 'police',
  types: [Casus, Hoofdbetrokkene, Kringlid],
  resolvers: [CasusResolver, HoofdbetrokkeneResolver, KringlidResolver],
  references: { Casus: alleenDezeCasus, Hoofdbetrokkene: elkePersoon, Kringlid: elkePersoon },
  source,
  createLoaders,
  lock,
};
