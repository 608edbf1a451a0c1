import type { SourceDefinition } from '../../kit';
import type { CareDB } from './CareDB';
import { migrations } from './migrations';
import { rows } from './rows';

export const source: SourceDefinition<CareDB> = { migrations, rows };
