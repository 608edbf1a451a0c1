import { unie } from '../../kit';
import { Actie } from './Actie';
import { Opschaling } from './Opschaling';
import { Overlegbesluit } from './Overlegbesluit';

export const Overlegopbrengst = unie(
  'Overlegopbrengst',
  'Wat een casusoverleg opleverde.',
  () => [Overlegbesluit, Opschaling, Actie] as const,
);
