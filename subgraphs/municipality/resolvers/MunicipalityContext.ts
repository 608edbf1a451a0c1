import type { SubgraphContext } from '../../kit';
import type { MunicipalityLoaders } from '../source/createLoaders';

export type MunicipalityContext = SubgraphContext<MunicipalityLoaders>;
