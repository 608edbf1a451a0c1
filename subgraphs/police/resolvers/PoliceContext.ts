import type { SubgraphContext } from '../../kit';
import type { PoliceLoaders } from '../source/createLoaders';

export type PoliceContext = SubgraphContext<PoliceLoaders>;
