import type { GraphQLObjectType } from 'graphql';
import type { Besluit } from '../../schema/domain/besluit';
import type { Lid } from '../../schema/domain/selectie';
import type { Beslist } from './buildSelectie';

/**
 * Whether a member of a union may be known to be there. The field that leads to a union says nothing of what is in it, so
 * each of its types has a decision of its own: that of its `bronhouder`, since each record has one (ADR 6).
 */
export function decideLid(beslist: Beslist, { name }: GraphQLObjectType, gevraagd: boolean): Lid {
  const label = beslist.labels.get(`${name}.bronhouder`);
  if (label !== undefined) {
    return { besluit: beslist.coordinaat(label.coordinaat), subgraaf: label.subgraaf, gevraagd };
  }
  const unknown: Besluit = { uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD', artikel: null, categorieen: [] };
  return { besluit: unknown, subgraaf: null, gevraagd };
}
