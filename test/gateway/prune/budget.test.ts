import { Budget } from '../../../gateway/prune/budget';
import { prune } from '../../../gateway/prune/prune';
import type { QuestionLimits } from '../../../schema/domain/questionLimits';
import { Hubfout } from '../../../schema/domain/hubfout';
import { small } from './small';

/** Which limit is met, or null. */
function limitOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof Hubfout) return { code: error.code, limit: error.limit };
    throw error;
  }
  return null;
}

const FIELDS = { code: 'HUB_LIMIET', limit: 'fields' };
const PLACES = { code: 'HUB_LIMIET', limit: 'places' };

describe('fields', () => {
  test('a list counts for four, in a list for sixteen', () => {
    for (const [lists, cost] of [1, 4, 16, 64].entries()) {
      const spend = (limit: number) => limitOf(() => new Budget({ fields: limit, places: 0 }).spend(lists));
      expect({ lists, within: spend(cost), past: spend(cost - 1) }).toEqual({ lists, within: null, past: FIELDS });
    }
  });

  test('what is spent adds up', () => {
    const budget = new Budget({ fields: 5, places: 0 });
    budget.spend(1);
    budget.spend();
    expect(limitOf(() => budget.spend())).toEqual(FIELDS);
  });
});

describe('places', () => {
  test('one place counts once for each source, however often it turns to it', () => {
    const budget = new Budget({ fields: 0, places: 3 });
    const turn = (place: string[], source: string) => limitOf(() => budget.turn(place, source));
    for (let again = 0; again < 5; again += 1) {
      expect(turn(['a'], 'care')).toBeNull();
      expect(turn(['a'], 'police')).toBeNull();
      expect(turn(['a', 'b'], 'care')).toBeNull();
    }
    expect(turn(['a.b'], 'care')).toEqual(PLACES);
  });
});

describe('of an operation', () => {
  const graph = small(
    `type Query { een: A lijst: [[A!]!] groep: [Lid!] ander: [B!] zelf: [B!] }
    type A { id: ID! eigen: Int ver: Int verder: Int diep: A diepen: [A!] diepst: A }
    type B { id: ID! bronhouder: Int x: Int }
    type C { id: ID! bronhouder: Int y: Int }
    union Lid = B | C`,
    {
      'Query.een': ['municipality'],
      'Query.lijst': ['municipality'],
      'Query.groep': ['municipality'],
      'Query.ander': ['municipality'],
      'Query.zelf': ['police'],
      'A.eigen': ['municipality'],
      'A.diepen': ['municipality'],
      'A.diep': ['municipality', 'municipality'],
      'A.diepst': ['municipality', 'care', 'police'],
      'A.ver': ['care', 'care'],
      'A.verder': ['care', 'care', 'police'],
      'B.bronhouder': ['police', 'police'],
      'B.x': ['police'],
      'C.bronhouder': ['care', 'care', 'police'],
      'C.y': ['care', 'care'],
    },
  );
  const asking = (source: string, limits: Pick<QuestionLimits, 'fields' | 'places'>, refused?: string) => {
    const gevraagd = graph.read(source);
    return limitOf(() => prune(graph.schema, { ...gevraagd, limits }, graph.beslist(refused)));
  };
  /** The smallest limit within which it may be asked. */
  const most = (name: 'fields' | 'places', source: string, refused?: string): number => {
    const others = { fields: 1_000, places: 1_000 };
    let limit = 0;
    while (asking(source, { ...others, [name]: limit }, refused) !== null) limit += 1;
    return limit;
  };

  test.each([
    ['of the source itself: none', '{ een { eigen } lijst { eigen } }', 0],
    ['of a key: none', '{ een { id } }', 0],
    ['of a record of the source itself, which says whose it is anyway: none', '{ zelf { __typename } }', 0],
    ['of another source, at one place', '{ een { ver } }', 1],
    ['of it twice, at one place', '{ een { ver ver2: ver } }', 1],
    ['of two sources, at one place', '{ een { verder ver } }', 2],
    ['at two keys', '{ een { ver } twee: een { ver } }', 2],
    ['at one place in a list, however many stand in it', '{ lijst { ver verder } }', 2],
    ['where the object itself is asked, and below it', '{ een { diep { diep { ver } } } }', 3],
    ['a list within', '{ een { diepen { ver diepst { eigen } } ver } }', 3],
    ['members of a union: each asked whose it is, selected or not', '{ groep { __typename } }', 2],
    ['a member counts once with what is asked of it', '{ groep { ... on C { y } } }', 2],
    ['what the source only refers to is asked whose it is', '{ ander { __typename } }', 1],
  ])('places: %s', (_what, source, places) => {
    expect(most('places', source)).toBe(places);
  });

  test.each([
    ['a field that is denied', '{ een { ver eigen } }', 'A.ver', 0],
    ['what stands below one', '{ een { diepst { ver verder } eigen } }', 'A.diepst', 0],
    ['a member that is denied', '{ groep { ... on C { y } } }', 'C.bronhouder', 1],
  ])('places are not: %s', (_what, source, refused, places) => {
    expect(most('places', source, refused)).toBe(places);
  });

  test.each([
    ['one, walked once and decided once', '{ een { eigen } }', 4],
    ['a denied one is decided too', '{ een { ver } }', 4],
    ['in a list of lists', '{ lijst { eigen } }', 3 + 16],
    ['in a member: walked for each of them', '{ groep { ... on B { x } } }', 2 + 2 + 1 + 4],
    ['a fragment is walked with what it has', '{ ...F } fragment F on Query { een { eigen } }', 5],
    ['and once only', '{ ...F ...F } fragment F on Query { een { eigen } }', 6],
    ['what does not stand is walked', '{ een { eigen ver @skip(if: true) } }', 5],
  ])('fields: %s', (_what, source, fields) => {
    expect(most('fields', source)).toBe(fields);
  });
});
