import { rule } from 'graphql-shield';
import type { Reden } from '../../schema/domain/reden';
import type { Vraag } from './situatie';
import { Weigering } from './weigering';

/**
 * One rule of the decision as a graphql-shield rule. `no_cache`: shield's own cache keys join names and ignore
 * arguments. The question comes in as the context, so that the same rules can be mounted with stock shield().
 *
 * @param reden what is answered when the rule does not hold; null says nothing (the alternative speaks).
 */
export function defineRule(
  naam: string,
  reden: Reden | null,
  holds: (vraag: Vraag) => boolean,
): ReturnType<ReturnType<typeof rule>> {
  return rule(naam, { cache: 'no_cache' })((_parent: unknown, _args: unknown, vraag: Vraag) =>
    holds(vraag) ? true : reden === null ? false : new Weigering(reden),
  );
}
