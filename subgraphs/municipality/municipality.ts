import type { SubgraphDefinition } from '../kit';
import { readKetenpartners } from '../../schema/partners';
import { wgsVan } from '../../schema/verloop/zetStap';
import { serveFacts } from './facts/serveFacts';
import { CasusResolver } from './resolvers/CasusResolver';
import { DoeltoetsResolver } from './resolvers/DoeltoetsResolver';
import { HoofdbetrokkeneResolver } from './resolvers/HoofdbetrokkeneResolver';
import { KringlidResolver } from './resolvers/KringlidResolver';
import { OverlegResolver } from './resolvers/OverlegResolver';
import { PlanVanAanpakResolver } from './resolvers/PlanVanAanpakResolver';
import { QueryResolver } from './resolvers/QueryResolver';
import { references } from './resolvers/references';
import { lock } from './shield';
import { createLoaders, type MunicipalityLoaders } from './source/createLoaders';
import type { MunicipalityDB } from './source/MunicipalityDB';
import { source } from './source/source';
import { Casus } from './types/Casus';
import { Hoofdbetrokkene } from './types/Hoofdbetrokkene';
import { Kringlid } from './types/Kringlid';
import { Professional } from './types/Professional';
import { serveAanmeldingen } from './verloop/serveAanmeldingen';
import { serveAanwijzingen } from './verloop/serveAanwijzingen';
import { serveStappen } from './verloop/serveStappen';
import { serveVerloop } from './verloop/serveVerloop';

/** What it has of persons; the dossier of a casus is nobody's own. */
const RECORDTABELLEN = ['inkomens', 'schulden', 'woonsituaties', 'voorzieningen', 'schoolgangen'] as const;

/** The subgraph of the municipality: the casus, who is in it, and the facts on which access rests. */
export const municipality: SubgraphDefinition<MunicipalityDB, MunicipalityLoaders> = {
  subgraaf: 'municipality',
  types: [Casus, Hoofdbetrokkene, Kringlid, Professional],
  resolvers: [
    QueryResolver,
    CasusResolver,
    DoeltoetsResolver,
    OverlegResolver,
    PlanVanAanpakResolver,
    HoofdbetrokkeneResolver,
    KringlidResolver,
  ],
  references,
  source,
  createLoaders,
  lock,
  bronbesluiten: { tabellen: RECORDTABELLEN, vrijgave: false },
  routes: (input) => {
    const wgsOf = wgsVan(readKetenpartners());
    serveFacts(input, wgsOf);
    serveStappen(input, wgsOf);
    serveVerloop(input);
    serveAanwijzingen(input);
    serveAanmeldingen(input, wgsOf);
  },
};
