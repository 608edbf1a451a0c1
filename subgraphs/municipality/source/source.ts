import type { SourceDefinition } from '../../kit';
import { hertekenBeginstanden } from '../verloop/hertekenBeginstanden';
import { hertekenBesluiten } from '../verloop/hertekenBesluiten';
import { migrations } from './migrations';
import type { MunicipalityDB } from './MunicipalityDB';
import { rows } from './rows';

export const source: SourceDefinition<MunicipalityDB> = {
  migrations,
  rows,
  renew: async (db, teken) => {
    await hertekenBeginstanden(db, teken);
    await hertekenBesluiten(db, teken);
  },
};
