import type { SubgraphContext } from '../../kit';
import type { CareLoaders } from '../source/createLoaders';

export type CareContext = SubgraphContext<CareLoaders>;
