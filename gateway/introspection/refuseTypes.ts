import type { Weigeringspad } from '../../schema/domain/selectie';

/**
 * The answer to a question about types of somebody who is designated in no rol: he could never see anything, so of the
 * graph there is nothing for him either (WGS 1.8(2)).
 *
 * @param sleutels response keys of the root, with the names of their fields.
 */
export function refuseTypes(sleutels: ReadonlyMap<string, string>): {
  readonly data: Record<string, unknown> | null;
  readonly weigeringen: readonly Weigeringspad[];
} {
  const besluit = { uitkomst: 'DENY', reden: 'ROL_NIET_GEDEKT', artikel: 'WGS 1.8 lid 2', categorieen: [] } as const;
  const asked = [...sleutels].filter(([, naam]) => naam !== '__typename');
  const weigeringen = asked.map(([sleutel, naam]) => ({ pad: [sleutel], coordinaat: `Query.${naam}`, besluit }));
  // `__schema` can't be null, so what is around it becomes null.
  if (asked.some(([, naam]) => naam === '__schema')) return { data: null, weigeringen };
  return {
    data: Object.fromEntries([...sleutels].map(([sleutel, naam]) => [sleutel, naam === '__typename' ? 'Query' : null])),
    weigeringen,
  };
}
