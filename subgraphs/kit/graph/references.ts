import type { Gegevensrij } from '../rows/Gegevensrij';
import type { SubgraphContext } from '../SubgraphContext';
import type { Reference, ReferenceResolver } from './buildSubgraph';

const VORM = /^[\w-]{1,100}$/;

/** The id that the hub sent, or null when it can't be one. */
export function idOf(reference: Reference): string | null {
  return typeof reference.id === 'string' && VORM.test(reference.id) ? reference.id : null;
}

/**
 * For a person of whom this source only adds data: the id stands for the person, known here or not. An unknown one must
 * look like a known one of whom there is nothing, so that "not known" is an answer and not a missing entity. That the
 * person is of the casus is for the hub, which signs the body with the ids.
 */
export const elkePersoon: ReferenceResolver<SubgraphContext> = (reference) => {
  const id = idOf(reference);
  return id === null ? null : { id };
};

/** As `elkePersoon`, keeping fields of other partners that a field here `@requires`; `parse` reads them once. */
export function elkePersoonMet(parse: (reference: Reference) => object): ReferenceResolver<SubgraphContext> {
  return (reference) => {
    const id = idOf(reference);
    return id === null ? null : { ...parse(reference), id };
  };
}

/** The casus of the delegation; any other is not there. */
export const alleenDezeCasus: ReferenceResolver<SubgraphContext> = (reference, { delegatie }) => {
  const id = idOf(reference);
  return id === null || id !== delegatie.casus ? null : { id };
};

/**
 * A record that this source holds, by its id: of the casus of the delegation, and granted to this requester for these
 * categories. Anything else is not there, whatever the cause.
 */
export function recordVanDezeCasus<Context extends SubgraphContext>(
  categorieen: readonly [string, ...string[]],
  ofCasus: (casus: string, context: Context) => Promise<readonly (Gegevensrij & { readonly id: string })[]>,
): ReferenceResolver<Context> {
  return async (reference, context) => {
    const id = idOf(reference);
    const { casus } = context.delegatie;
    if (id === null || casus === null) return null;
    const rijen = context.zicht.zichtbaar(await ofCasus(casus, context), categorieen);
    return rijen.find((rij) => rij.id === id) ?? null;
  };
}
