import { type Ask, answer } from '../../oracle/answer';
import { fullQuery, ownSeatsQuery, workedOut } from '../../oracle/asks';
import type { Contract } from '../../oracle/contract';
import type { World } from '../../../subgraphs/kit/synthetic/world';

/** Who asks, in which casus, for what. */
export interface Asker {
  readonly casus: string;
  readonly partner: string;
  readonly medewerker: string;
  readonly doel: string;
  /** ISO day. */
  readonly today: string;
}

export const askOf = (world: World, { casus, ...asker }: Asker, query: string, variables = {}): Ask => ({
  ...asker,
  world,
  casusId: casus,
  query,
  variables,
});

/**
 * All that this requester may see of a world, by the independent reader: the answer to everything that can be asked, and
 * his own designations. null: he has no seat or no convenant there.
 */
export function createProjection(contract: Contract): (world: World, asker: Asker) => string | null {
  const everything = fullQuery(contract);
  const plain = fullQuery(contract, workedOut(contract));
  const seats = ownSeatsQuery(contract);
  return (world, asker) => {
    const { aanwijzingen } = world.municipality;
    const own = aanwijzingen.filter(
      ({ partner, medewerker }) => partner === asker.partner && medewerker === asker.medewerker,
    );
    try {
      const told = JSON.stringify(answer(askOf(world, asker, everything, { casus: asker.casus }), contract));
      // What is sent on to be worked out may be withheld for it: then what is asked without that is another question.
      const bezwaar = [world.police, world.care, world.municipality].some(({ bezwaren }) => bezwaren.length > 0);
      const apart = bezwaar ? answer(askOf(world, asker, plain, { casus: asker.casus }), contract) : null;
      // Of an advies that he sees, the day that the dossier has for it orders the tijdlijn, and can be asked from.
      const days = world.municipality.ingebrachteAdviezen.filter(({ id }) => told.includes(id));
      return JSON.stringify([told, apart, days, answer(askOf(world, asker, seats), contract), own]);
    } catch (fault) {
      if (fault instanceof Error && fault.message.startsWith('expected ')) return null;
      throw fault;
    }
  };
}
