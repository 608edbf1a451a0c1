import { setTimeout } from 'node:timers/promises';
import { Player } from './Player';
import { type Operation, drawOperation, readOperationText } from './operation/drawOperation';
import { type Posed, pose } from './pose';
import { reduceList, reduceOperation } from './reduce';
import type { Round } from './round';
import { type Scene, type Stage, setScene } from './scene';
import { Verdict } from './verdict';

const LATE = /HUB_PARTNER_ONBEREIKBAAR|HUB_CASUSFEITEN_ONBEREIKBAAR/;
const WORKED_OUT = 'geheimhouding veiligheidsrisico veiligheidsbeeld bezoekadvies huisbezoek';
/** How long a failure may be made smaller, in ms. */
const REDUCING = 60_000;

/**
 * Plays one round: each question goes to the hub over either world, and all three judges look at both answers.
 *
 * @throws Verdict, with all that is needed to play it again.
 */
export async function playRound(stage: Stage, round: Round): Promise<void> {
  const scene = await setScene(stage, round);
  const player = new Player(stage, scene);
  if (round.situation.seed % 5 === 0) await player.describe();
  // Refused as a whole, every question is as good as another.
  const operations = scene.covered ? round.operations : round.operations.slice(0, 1);
  const drawn = operations.map((sketch) => {
    return pose(scene, drawOperation(stage.schema, sketch, scene.material), sketch.name % 4 === 0);
  });
  for (const [index, posed] of [...drawn, ...workedOut(scene)].entries()) {
    const verdict = await wrongWith(player, posed, index);
    if (verdict === null) continue;
    if (LATE.test(verdict.detail) && (await wasLate(player, posed, index))) stage.tally.add('late');
    else throw await smallest(stage, scene, posed, index, verdict);
  }
}

/** Whoever may have what is worked out of what one source sends another asks it, for few may and fewer would by chance. */
function workedOut(scene: Scene): Posed[] {
  if (scene.material.likely?.('Hoofdbetrokkene', 'veiligheidsbeeld') !== true) return [];
  const text = `query Vraag0 { casus(id: "${scene.asker.casus}") { hoofdbetrokkenen { id ${WORKED_OUT} } } }`;
  return [pose(scene, readOperationText(text, { operationName: null, variables: {}, broken: false }), false)];
}

/** A machine that stands still makes sources late, for a while: what is wrong when it moves again, even once, is wrong. */
async function wasLate(player: Player, posed: Posed, index: number): Promise<boolean> {
  const right = async (): Promise<boolean> => (await wrongWith(player, posed, index)) === null;
  for (const pause of [0, 1_000, 5_000]) {
    await setTimeout(pause);
    if (await right()) return (await right()) && right();
  }
  return false;
}

async function wrongWith(player: Player, posed: Posed, index: number): Promise<Verdict | null> {
  try {
    await player.play(posed, index);
    return null;
  } catch (fault) {
    if (fault instanceof Verdict) return fault;
    throw fault;
  }
}

/** The same verdict with as little of the question, and as few changes, as still show it. */
async function smallest(stage: Stage, scene: Scene, posed: Posed, index: number, first: Verdict): Promise<Verdict> {
  let verdict = first;
  const until = Date.now() + REDUCING;
  const holds = async (at: Scene, question: Posed): Promise<boolean> => {
    const found = Date.now() > until ? null : await wrongWith(new Player(stage, at), question, index);
    if (found?.judge !== first.judge) return false;
    verdict = found;
    return true;
  };
  let left = scene;
  await reduceList(scene.made, async (some) => {
    const less = scene.only(some);
    if (less === null || !(await holds(less, posed))) return false;
    left = less;
    return true;
  });
  left = scene.only(left.made) ?? scene;
  const operation = await reduceOperation(stage.schema, posed.operation, async (smaller) => {
    return holds(left, pose(left, smaller, posed.outside));
  });
  return new Verdict(verdict.judge, `${verdict.detail}\n${describe(left, operation)}`);
}

function describe({ asker, rol, situatie, made }: Scene, { text, variables, operationName }: Operation): string {
  const { fase, kader, status, convenant } = situatie.a.casus;
  return [
    `${asker.medewerker} of ${asker.partner} as ${rol}, for ${asker.doel}`,
    `in casus ${asker.casus}: ${status} ${fase} ${kader} under ${convenant}`,
    text,
    `operationName ${String(operationName)} variables ${JSON.stringify(variables)}`,
    ...made.map(({ kind, table, row, why }) => `${kind} in ${table} (${why.join(', ')}): ${row}`),
  ].join('\n');
}
