import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { DOELEN } from '../../schema/domain/doel';
import { vandaag } from '../../schema/domain/vandaag';
import { counted } from '../harness/runs';
import { type House, type HubAnswer, startHouse } from '../harness/startHouse';
import { permittedDoelen, seats } from '../oracle/asks';
import { readContract } from '../oracle/contract';
import { drawOperation } from '../random/operation/drawOperation';
import { documentSketch } from '../random/operation/sketch';

const RUNS = process.env['KETENHUB_DEEP'] === undefined ? 60 : 10_000;
const UITLEG = `query ($vraag: String!, $variabelen: String) { uitleg(vraag: $vraag, variabelen: $variabelen) {
  velden { coordinaat pad categorieen besluit reden artikel keten { besluit } } } }`;

interface Uitlegveld {
  readonly coordinaat: string;
  readonly pad: readonly string[];
  readonly categorieen: readonly string[];
  readonly besluit: string;
  readonly reden: string | null;
  readonly artikel: string | null;
  readonly keten: readonly { readonly besluit: string }[];
}
const sorted = (entries: readonly object[]): string[] => entries.map((entry) => JSON.stringify(entry)).sort();

describe('explain and the live hub never disagree', () => {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema/api.graphql'), 'utf8'));
  const contract = readContract();
  const day = vandaag();
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  /** What the live hub refused of a question: whole, or field by field. */
  const refusedLive = ({ status, body }: HubAnswer): string[] =>
    status !== 200 || body.data === undefined
      ? [body.errors?.[0]?.extensions.code ?? '']
      : sorted(
          (body.errors ?? []).map(({ path, extensions: { coordinaat, categorieen, reden, artikel } }) => {
            return { coordinaat, pad: path, categorieen, reden, artikel: artikel ?? null };
          }),
        );
  const refusedAsExplained = ({ status, body }: HubAnswer): string[] => {
    const uitleg = body.data?.['uitleg'] as { velden: readonly Uitlegveld[] } | null | undefined;
    if (status !== 200 || uitleg === null || uitleg === undefined) return [body.errors?.[0]?.extensions.code ?? ''];
    for (const { keten, besluit } of uitleg.velden) {
      // Whoever may not be told something keeps a field from being given.
      if (keten.some((one) => one.besluit !== 'ALLOW')) expect(besluit).not.toBe('ALLOW');
    }
    const denied = uitleg.velden.filter(({ besluit }) => besluit === 'DENY');
    return sorted(
      denied.map(({ coordinaat, pad, categorieen, reden, artikel }) => ({
        coordinaat,
        pad,
        categorieen,
        reden,
        artikel,
      })),
    );
  };

  test(
    'whoever asks whatever for whatever: explain refuses exactly what the hub refuses, for the same reason',
    async () => {
      const all = seats(house.world, day);
      const [whole, refused] = [new Set<string>(), new Set<string>()];
      let clean = 0;
      const nat = fc.nat(1_000_000);
      await fc.assert(
        fc.asyncProperty(documentSketch, nat, nat, nat, async (sketch, who, why, where) => {
          const seat = all[who % all.length]!;
          // Mostly his own casus for a doel that is his, sometimes for another.
          const casus = where % 20 === 0 ? all[where % all.length]!.casus : seat.casus;
          const rij = house.world.municipality.casussen.find(({ id }) => id === casus)!;
          const own = permittedDoelen(seat, rij, day, contract);
          const other = DOELEN.filter((one) => !own.includes(one));
          const from = why % 6 === 0 || own.length === 0 ? other : own;
          const doel = from[Math.floor(why / 6) % from.length]!;
          const operation = drawOperation(schema, sketch, { casus, days: ['2026-01-01', '2026-06-02'] });
          const ask = { partner: seat.partner, medewerker: seat.medewerker, casus, doel };
          const variables = { vraag: operation.alone, variabelen: JSON.stringify(operation.variables) };
          house.traffic();
          const explained = await house.ask({ ...ask, query: UITLEG, variables });
          expect(house.traffic()).toEqual([]);
          const live = await house.ask({ ...ask, query: operation.alone, variables: operation.variables });
          const told = refusedLive(live);
          // A null where none may be, or a question in a question, is only looked at where it is used: that is no decision.
          if ((operation.broken || /\buitleg\(/.test(operation.alone)) && live.status === 400) return;
          expect(refusedAsExplained(explained)).toEqual(told);
          if (live.status !== 200) whole.add(told.join());
          else if (told.length === 0) clean += 1;
          else for (const { extensions } of live.body.errors ?? []) refused.add(extensions.reden ?? '');
        }),
        { ...counted(RUNS), endOnFailure: true },
      );
      // The property says something only if all of it came by.
      expect(refused.size).toBeGreaterThan(1);
      expect(clean).toBeGreaterThan(0);
      expect([...whole]).toContain('HUB_DOEL_NIET_GEDEKT');
    },
    RUNS * 1_000,
  );
});
