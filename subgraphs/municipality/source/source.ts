import type { SourceDefinition } from '../../kit';
import { hertekenBeginstanden } from '../verloop/hertekenBeginstanden';
import { migrations } from './migrations';
import type { MunicipalityDB } from './MunicipalityDB';
import { rows } from './rows';

export const source: SourceDefinition<MunicipalityDB> = {
  migrations,
  rows,
  renew: hertekenBeginstanden,
};
