import type { GraphQLSchema } from 'graphql';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Celgrond } from '../cellen/convenantcellen';
import { type Kant, type Verschil, compareStanden } from './compareStanden';

/**
 * What opens and closes when one version of a convenant takes over from another: both as if they held on the days of the
 * new one and as if all their partijen had signed, over the same graph, catalogue and partners.
 */
export function compareVersies(grond: Celgrond, schema: GraphQLSchema, oud: Convenant, nieuw: Convenant): Verschil {
  const { van, tot } = nieuw;
  const kant = (one: Convenant): Kant => ({
    schema,
    stand: { ...grond, digest: '', vloer: null, convenanten: [{ ...one, van, tot, getekend: one.partijen }] },
  });
  return compareStanden(kant(oud), kant(nieuw));
}
