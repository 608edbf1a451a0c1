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
  const refused = reden === null ? false : new Weigering(reden);
  return rule(naam, { cache: 'no_cache' })((_parent: unknown, _args: unknown, vraag: Vraag) => {
    const held: unknown = holds(vraag);
    if (held === true) return true;
    // A promise, say, is truthy and says nothing: what is neither is a fault, and no grant.
    if (held !== false) throw new TypeError(`${naam}: expected true or false`);
    return refused;
  });
}
