import type { GraphQLSchema } from 'graphql';
import { ontvangerVan } from '../../schema/domain/ketenrol';
import { vandaag } from '../../schema/domain/vandaag';
import type { World } from '../../subgraphs/kit/synthetic/world';
import type { Twin, Twins } from '../harness/startTwins';
import { readSituatie } from '../oracle/answer';
import { type Situatie, decideField } from '../oracle/besluit';
import { permittedDoelen, seats } from '../oracle/asks';
import type { Contract } from '../oracle/contract';
import type { Material } from './operation/drawValue';
import type { Round } from './round';
import type { Tally } from './tally';
import { type Asker, askOf, createProjection } from './world/projection';
import { type Change, drawChanges, keepSecret } from './world/secretTwin';
import { type Situation, drawSituation } from './world/situation';
import { sound } from './world/sound';
import { tablesOf } from './world/tables';

/** What every round plays on. */
export interface Stage {
  readonly twins: Twins;
  readonly base: World;
  readonly contract: Contract;
  readonly schema: GraphQLSchema;
  readonly tally: Tally;
}

/** Somebody else at the same table. */
interface Other {
  readonly asker: Asker;
  readonly situatie: Situatie;
  readonly token: string;
}

/** Somebody at a table, in a world and in its twin that differs only in what he may not see. */
export interface Scene extends Situation {
  readonly situatie: Readonly<Record<Twin, Situatie>>;
  readonly token: string;
  /** Made in the twin. */
  readonly made: readonly Change[];
  /** Not made: he would have seen it. */
  readonly seen: readonly Change[];
  /** What values, and before all which fields, questions are made of. */
  readonly material: Material;
  readonly others: readonly Other[];
  /** All that he may see of a world; null: he has no place in it. */
  see(world: World): string | null;
  /** The same scene with only some of the changes in the twin; null: those by themselves he would see. */
  only(some: readonly Change[]): Scene | null;
}

/** The hub can be asked about a question: each of these may be such a one. */
const QUESTIONS = [
  '{ mijnCasussen { rol } }',
  '{ casus(id: "CASUS") { personen { id weergavenaam } politieadviezen { advies } } }',
  '{ casus(id: "CASUS") { hoofdbetrokkenen { incidenten { omschrijving } diagnosen { omschrijving } veiligheidsbeeld } } }',
];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PROJECTIONS = new WeakMap<Contract, ReturnType<typeof createProjection>>();

/** A round whose changes undo each other is counted as one that does not differ. */
export async function setScene({ twins, base, contract, tally }: Stage, round: Round): Promise<Scene> {
  const situation = drawSituation(base, round.situation, contract, vandaag());
  const { world, asker, rol } = situation;
  const see = PROJECTIONS.get(contract) ?? createProjection(contract);
  PROJECTIONS.set(contract, see);
  const a = readSituatie(askOf(world, asker, ''), contract);
  const changes = drawChanges(a, ontvangerVan(asker.partner, rol), round.mutations);
  const kept = keepSecret(world, changes, (one) => see(one, asker));
  twins.fill('a', world);
  twins.fill('b', kept.world);
  for (const { kind, why } of kept.made) {
    tally.add(`change: ${kind}`);
    for (const one of why) tally.add(`why: ${one}`);
  }
  tally.add(kept.made.length > 0 ? 'rounds that differ' : 'rounds that do not differ');
  const granted = new Map<string, boolean>();
  const isGranted = (type: string, field: string): boolean => {
    const name = `${type}.${field}`;
    const known = granted.get(name) ?? isAllowed(a, type, field);
    granted.set(name, known);
    return known;
  };
  const texts = QUESTIONS.map((one) => one.replace('CASUS', asker.casus));
  const workedOut = (type: string, field: string): boolean =>
    contract.sdl.fields.some((one) => one.type === type && one.name === field && one.requires.length > 0);
  const material = { casus: asker.casus, days: daysOf(world), texts, likely: isGranted, workedOut };
  const token = await twins.token(asker.partner, asker.medewerker);
  const { seen } = kept;
  const others = await Promise.all(
    othersAt(situation, contract).map(async (other): Promise<Other> => ({
      asker: other,
      situatie: readSituatie(askOf(world, other, ''), contract),
      token: await twins.token(other.partner, other.medewerker),
    })),
  );
  const sceneOf = (twin: World, made: readonly Change[]): Scene => ({
    ...situation,
    situatie: { a, b: readSituatie(askOf(twin, asker, ''), contract) },
    token,
    made,
    seen,
    material,
    others,
    see: (one) => see(one, asker),
    only: (some) => {
      const less = sound(some.reduce((from, one) => one.apply(from) ?? from, world));
      if (see(less, asker) !== see(world, asker)) return null;
      twins.fill('b', less);
      return sceneOf(less, some);
    },
  });
  return sceneOf(kept.world, kept.made);
}

/** Who else sits there, designated and with something to ask for: two at most, of other partners if it can be. */
function othersAt({ world, asker }: Situation, contract: Contract): Asker[] {
  const { zetels, aanwijzingen, casussen } = world.municipality;
  const casus = casussen.find(({ id }) => id === asker.casus);
  if (casus === undefined) return [];
  const found = seats(world, asker.today)
    .filter((one) => one.casus === asker.casus && one.medewerker !== asker.medewerker)
    .filter(
      (one) =>
        zetels.filter(({ casus: at, medewerker }) => at === one.casus && medewerker === one.medewerker).length === 1,
    )
    .filter((one) =>
      aanwijzingen.some(
        ({ partner, medewerker, rol, tot }) =>
          partner === one.partner && medewerker === one.medewerker && rol === one.rol && tot === null,
      ),
    ) // oxfmt-ignore
    .flatMap((one) => {
      const doel = permittedDoelen(one, casus, asker.today, contract).at(-1);
      return doel === undefined ? [] : [{ ...asker, partner: one.partner, medewerker: one.medewerker, doel }];
    });
  return found
    .toSorted((one, other) => Number(one.partner === asker.partner) - Number(other.partner === asker.partner))
    .slice(0, 2);
}

/** Of an interface nobody decides: what stands on it is decided per kind. */
const isAllowed = (s: Situatie, type: string, field: string): boolean =>
  s.contract.sdl.fields.some((one) => one.type === type && one.name === field) &&
  decideField(s, type, field, []).reden === null;

function daysOf(world: World): string[] {
  const days = tablesOf(world).flatMap(({ rows }) => rows.flatMap((row) => [row.datum, row.uiterlijk]));
  return [...new Set(days.filter((one): one is string => typeof one === 'string' && DAY.test(one)))].slice(-40);
}
