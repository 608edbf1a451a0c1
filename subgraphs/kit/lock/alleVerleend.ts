import { rule } from 'graphql-shield';
import type { SubgraphContext } from '../SubgraphContext';

/**
 * Every category has at least one verlening in the delegation. `no_cache`: shield's own caches ignore arguments and
 * outlive a request when its context does.
 */
export function alleVerleend(categorieen: readonly string[]): ReturnType<ReturnType<typeof rule>> {
  return rule(`alleVerleend(${JSON.stringify(categorieen)})`, { cache: 'no_cache' })(
    (_parent, _args, { zicht }: SubgraphContext) => categorieen.length > 0 && categorieen.every((c) => zicht.kent(c)),
  );
}
