import { GraphQLError, isObjectType, type GraphQLSchema } from 'graphql';
import type { IMiddlewareGenerator } from 'graphql-middleware';
import { allow, and, deny, shield, type IRule, type IRules } from 'graphql-shield';
import type { Labels } from '../graph/readLabels';
import { alleVerleend } from './alleVerleend';

/** A rule or a combination of rules; graphql-shield exports no name for the latter. */
type ShieldRule = IRule | Extract<IRules, { getRules: unknown }>;

/** Rules of the partner's own, by type and field. They come on top of the labels: they can only deny more. */
export type PartnerLock = Readonly<Record<string, Readonly<Record<string, ShieldRule>>>>;

/**
 * The partner's lock: deny by default, and per field what its label in the SDL says. It never needs to trust the hub's
 * own decision. Keys of entities and `_entities` are open, since nothing is reached through them but labelled fields.
 */
export function createLock(
  schema: GraphQLSchema,
  labels: Pick<Labels, 'categorieen' | 'entiteiten'>,
  partner: PartnerLock = {},
): IMiddlewareGenerator<unknown, unknown, unknown> {
  const tree: Record<string, Record<string, ShieldRule>> = { Query: { _entities: allow } };
  // One rule object for one set: shield refuses two of one name.
  const rules = new Map<string, ShieldRule>();
  for (const [coordinaat, categorieen] of labels.categorieen) {
    const set = [...new Set(categorieen)].sort();
    const allVerleend = rules.get(JSON.stringify(set)) ?? alleVerleend(set);
    rules.set(JSON.stringify(set), allVerleend);
    put(tree, coordinaat, allVerleend);
  }
  for (const [type, keys] of labels.entiteiten) {
    for (const key of keys) put(tree, `${type}.${key}`, allow);
  }
  for (const [type, fields] of Object.entries(partner)) {
    for (const [field, stricter] of Object.entries(fields)) {
      const label = tree[type]?.[field];
      // A stricter rule on a field that has no label would open it.
      if (label === undefined) throw new Error(`${type}.${field}: the lock has a rule for a field without a label`);
      put(tree, `${type}.${field}`, and(label, stricter));
    }
  }
  refuseTwoQueries(schema);
  return shield(tree, {
    fallbackRule: deny,
    fallbackError: () =>
      new GraphQLError('Dit gegeven is niet verleend.', { extensions: { code: 'KETEN_NIET_VERLEEND' } }),
    // A resolver's fault must stay a fault: it is not a refusal.
    allowExternalErrors: true,
  });
}

function put(tree: Record<string, Record<string, ShieldRule>>, coordinaat: string, shieldRule: ShieldRule): void {
  const [type, field] = coordinaat.split('.') as [string, string];
  tree[type] = { ...tree[type], [field]: shieldRule };
}

/** The lock opens `Query._entities` by name, so that name must be the root's. */
function refuseTwoQueries(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  if (!isObjectType(query) || query.name !== 'Query') throw new Error('the root type must be called Query');
}
