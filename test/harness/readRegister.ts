import { join } from 'node:path';
import Database from 'libsql';
import type { Registerregel } from '../../schema/domain/registerregel';
import type { House } from './startHouse';

/** The log lines of a house that were written since the first `skip`, and the verstrekkingen under each. */
export function readRegister(house: House, skip = 0): (Registerregel & { readonly aantalVerstrekkingen: number })[] {
  const register = new Database(join(house.dir, 'register.sqlite'), { readonly: true });
  try {
    const lines = register.prepare('select seq, inhoud from logregel order by seq').all() as {
      seq: number;
      inhoud: string;
    }[];
    const given = register.prepare('select count(*) as aantal from verstrekking where logregel_seq = ?');
    return lines.slice(skip).map(({ seq, inhoud }) => ({
      ...(JSON.parse(inhoud) as Registerregel),
      aantalVerstrekkingen: (given.get([seq]) as { aantal: number }).aantal,
    }));
  } finally {
    register.close();
  }
}
