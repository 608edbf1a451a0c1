import { unie } from '../../kit';
import { Doeltoets } from './Doeltoets';
import { Overleg } from './Overleg';
import { Politieadvies } from './Politieadvies';
import { Zorgadvies } from './Zorgadvies';

export const Gebeurtenis = unie(
  'Gebeurtenis',
  'Wat er in een casus gebeurde: in het dossier, of door een ketenpartner aan tafel ingebracht.',
  () => [Overleg, Doeltoets, Politieadvies, Zorgadvies] as const,
);
