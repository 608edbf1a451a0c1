import type { Beperking } from '../../../schema/domain/beperking';
import { eigenEnRelevant } from './eigenEnRelevant';
import { metGrond } from './metGrond';
import type { Rijregel } from './Rijregel';
import { vrijgegeven } from './vrijgegeven';
import { werkgebied } from './werkgebied';

/** The closed list, each with its rule. */
export const RIJREGELS: Readonly<Record<Beperking, Rijregel>> = {
  EIGEN_EN_RELEVANT: eigenEnRelevant,
  VRIJGEGEVEN: vrijgegeven,
  MET_GROND: metGrond,
  WERKGEBIED: werkgebied,
};
