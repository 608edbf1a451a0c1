import { join } from 'node:path';
import type { HubAnswer, Question } from '../harness/askHub';
import { hostOf, representationsIn, unannounced } from '../harness/intents';
import type { Recorded } from '../harness/recordingProxy';
import { type HubProcess, type Split, startSplit } from '../harness/startSplit';
import { verifyRegister } from '../../gateway/register/verify';
import { vandaag } from '../../schema/domain/vandaag';
import type { Backend, Scratch } from '../gateway/register/backend';
import { onBackend } from '../gateway/register/onEachBackend';
import { postgresBackend } from '../gateway/register/postgresBackend';
import { sqliteBackend } from '../gateway/register/sqliteBackend';
import { fullQuery, permittedDoelen, seats } from '../oracle/asks';
import { readContract } from '../oracle/contract';
import { seeRows } from './seeRows';

/** How often the hub is killed: a few times in `npm test`, `KETENHUB_KILLS` in `npm run test:deep`. */
const KILLS = Number(process.env['KETENHUB_KILLS'] ?? 2);
/** Clients that ask at the same time. */
const CLIENTS = 4;
/** A hub that is killed at once after it listens has told nothing; later than this it has told enough. */
const LATEST = 1_500;

/** A hub killed at random moments: what left, or moved, is in the register. */
function onKill(backend: Backend): void {
  onBackend(backend, `what a hub that is killed told (${String(KILLS)} times)`, (create) => {
    let split: Split;
    let scratch: Scratch;
    let asks: Question[];
    const begin = async (): Promise<void> => {
      scratch = await create();
      const { databaseUrl } = scratch.options;
      split = await startSplit(databaseUrl === null ? {} : { REGISTER_DATABASE_URL: databaseUrl });
      const contract = readContract();
      const today = vandaag();
      asks = seats(split.world, today).flatMap(({ casus, partner, medewerker, rol }): Question[] => {
        const row = split.world.municipality.casussen.find(({ id }) => id === casus)!;
        const doelen = permittedDoelen({ partner, rol }, row, today, contract);
        return doelen.map((doel) => ({
          casus,
          partner,
          medewerker,
          doel,
          query: fullQuery(contract),
          variables: { casus },
        }));
      });
    };

    it(
      'is in the register, that is right, and goes on',
      async () => {
        await begin();
        const receipts = new Set<string>();
        const seen = { answers: 0, moved: 0 };
        try {
          for (let round = 0; round < KILLS; round += 1) {
            const hub = await split.start();
            const client = askUntilGone(hub, asks, ({ status, body }) => {
              if (status !== 200) return;
              seen.answers += 1;
              receipts.add(body.extensions!.verstrekking!.id);
            });
            // One answer at least; then at any moment, or by turns just when an entity has come to a source.
            await Promise.race([client.first, hub.ended]);
            if (round % 2 === 0) await arrival();
            else await new Promise((resolve) => setTimeout(resolve, Math.random() * LATEST));
            hub.process.kill('SIGKILL');
            await Promise.all([hub.ended, client.ended]);
            seen.moved += await check(receipts);
          }
          // And after all that it starts, answers and stops as ever.
          const hub = await split.start();
          expect((await hub.ask(asks[0]!)).status).toBe(200);
          hub.process.kill('SIGTERM');
          await hub.ended;
          await check(receipts);
          expect(seen.answers).toBeGreaterThanOrEqual(KILLS);
          expect(seen.moved).toBeGreaterThanOrEqual(KILLS);
        } finally {
          await split.stop();
        }
      },
      60_000 + KILLS * 30_000,
    );

    /** The next entity that comes to a source that is not where it comes from. */
    const arrival = (): Promise<void> =>
      new Promise((resolve) => {
        const stop = async (one: Recorded): Promise<void> => {
          if (representationsIn(one).length > 0) resolve();
        };
        for (const name of ['police', 'care'] as const) split.proxies[name].behave({ before: stop });
      });

    /** Everything that came by since the last time, against what stands in the register. */
    const check = async (receipts: ReadonlySet<string>): Promise<number> => {
      const { databaseUrl } = scratch.options;
      const file = join(split.dir, 'register.sqlite');
      const register = await seeRows({ databaseUrl, file });
      const held = new Set(register.entries.map(({ id }) => id));
      expect([...receipts].filter((id) => !held.has(id))).toEqual([]);
      const came = Object.values(split.proxies).flatMap((proxy) => proxy.taken());
      const moved = came.filter(
        (one) => one.path === '/graphql' && hostOf(one.subgraaf) !== '' && representationsIn(one).length > 0,
      );
      expect(moved.flatMap((one) => unannounced(one, register, split.keys.register))).toEqual([]);
      expect((await verifyRegister({ databaseUrl, file })).fout).toBeNull();
      return moved.length;
    };
  });
}

/** Clients that ask one thing after another, for as long as there is somebody to answer. */
function askUntilGone(hub: HubProcess, asks: readonly Question[], answered: (answer: HubAnswer) => void) {
  let tell = (): void => undefined;
  const first = new Promise<void>((resolve) => (tell = resolve));
  const client = async (): Promise<void> => {
    while (hub.process.exitCode === null && hub.process.signalCode === null) {
      const ask = asks[Math.floor(Math.random() * asks.length)]!;
      const answer = await hub.ask(ask).catch(() => null);
      if (answer === null) continue;
      answered(answer);
      tell();
    }
  };
  return { first, ended: Promise.all(Array.from({ length: CLIENTS }, client)) };
}

onKill(sqliteBackend);
onKill(postgresBackend);
