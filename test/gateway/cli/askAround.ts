import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { DOELEN } from '../../../schema/domain/doel';
import { vandaag } from '../../../schema/domain/vandaag';
import type { House } from '../../harness/startHouse';
import { permittedDoelen, seats } from '../../oracle/asks';
import { readContract } from '../../oracle/contract';
import { drawOperation } from '../../random/operation/drawOperation';
import { documentSketch } from '../../random/operation/sketch';

const schema = buildSchema(readFileSync(join(__dirname, '../../../schema/api.graphql'), 'utf8'));

/** A question of somebody at a table, as it was asked, and whether it was answered. */
export interface Gesteld {
  readonly partner: string;
  readonly medewerker: string;
  readonly casus: string;
  readonly doel: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Receipt; null: refused whole. */
  readonly bewijs: string | null;
}

/** Puts random questions to a house, as anybody at a table there. The same seed asks the same. */
export async function askAround(house: House, count: number, seed = 1): Promise<Gesteld[]> {
  const contract = readContract();
  const day = vandaag();
  const all = seats(house.world, day);
  const nat = fc.nat(1_000_000);
  const asked: Gesteld[] = [];
  for (const [sketch, who, why] of fc.sample(fc.tuple(documentSketch, nat, nat), { numRuns: count, seed })) {
    const seat = all[who % all.length]!;
    const rij = house.world.municipality.casussen.find(({ id }) => id === seat.casus)!;
    const own = permittedDoelen(seat, rij, day, contract);
    const doel = own.length === 0 ? DOELEN[why % DOELEN.length]! : own[why % own.length]!;
    const { alone, variables } = drawOperation(schema, sketch, { casus: seat.casus, days: ['2026-01-01', '2026-06-02'] }); // oxfmt-ignore
    const question = { partner: seat.partner, medewerker: seat.medewerker, casus: seat.casus, doel, query: alone, variables }; // oxfmt-ignore
    const { body } = await house.ask(question);
    asked.push({ ...question, bewijs: body.extensions?.verstrekking?.id ?? null });
  }
  return asked;
}
