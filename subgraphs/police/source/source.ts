import type { SourceDefinition } from '../../kit';
import { migrations } from './migrations';
import type { PoliceDB } from './PoliceDB';
import { rows } from './rows';

export const source: SourceDefinition<PoliceDB> = { migrations, rows };
