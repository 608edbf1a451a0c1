import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import { readKetenpartners } from '../../../schema/partners';
import { addCasus } from './addCasus';
import { addDemo } from './addDemo';
import { addHuisbezoek } from './huisbezoek';
import { addUitkomsten } from './uitkomsten';
import { createBulkCasusplan } from './bulkCasusplan';
import { createSeating } from './bulkStaff';
import { createCast } from './createCast';
import { createDraft, type Draft } from './draft';
import { createRandom } from './random';
import type { World } from './world';

interface WorldOptions {
  readonly seed: number;
  /** The demo alone, or the demo and as many more casussen as bring it to about this many persons. */
  readonly size: 'demo' | number;
}

/**
 * Builds a synthetic world. The same options give the same world, to the letter; the casussen of the demo come first
 * and are the same for every size.
 */
export function createWorld({ seed, size }: WorldOptions): World {
  const partners: Ketenpartners = readKetenpartners();
  const draft = createDraft(createRandom(seed), partners);
  addDemo(draft);
  settle(draft, 0);
  const demo = draft.municipality.casussen.length;
  if (size !== 'demo') addBulk(draft, size);
  settle(draft, demo);
  return { seed, municipality: draft.municipality, police: draft.police, care: draft.care };
}

/** What follows from the casussen from this one on, without chance: it must not change what chance made before. */
function settle(draft: Draft, from: number): void {
  const casussen = draft.municipality.casussen.slice(from);
  addUitkomsten(draft, casussen);
  addHuisbezoek(draft, casussen);
}

function addBulk(draft: Draft, size: number): void {
  const { random, municipality } = draft;
  const seating = createSeating(draft);
  let previous: string | undefined;
  for (let nr = 0; municipality.personen.length + 2 < size; nr += 1) {
    const persons = Math.min(random.int(3, 20), Math.max(3, size - municipality.personen.length));
    const plan = createBulkCasusplan(random, seating, nr, persons);
    // Now and then someone is in two casussen.
    const known = previous !== undefined && random.chance(0.05) ? [previous] : [];
    const cast = createCast(draft, plan, { hoofdbetrokkenen: known });
    addCasus(draft, plan, cast);
    previous = cast.hoofdbetrokkenen.at(-1);
  }
}
