import type { Toekenning } from '../../../schema/domain/besluit';
import { type Grantgrond, grantsOf, unconditional } from '../../../gateway/guard/grantsOf';
import type { Plaats } from '../../../gateway/guard/plaats';

const ground: Grantgrond = {
  hosts: new Map([
    ['police', 'P'],
    ['care', 'C'],
  ]),
  sourceOf: (naam) => (naam === 'politie' ? 'police' : naam === 'zorg' ? 'care' : undefined),
};
const give = (categorie: string, bronhouder: string, artikel = 'art. 1'): Toekenning => {
  return { categorie, bronhouder, artikel, eigen: false, beperkingen: [], voorwaarden: [] };
};
const at = (bronhouder: string | null, samen = false): Plaats => {
  return { pad: [], bronhouder, subgraaf: 'care', samen, persoon: null, entiteit: null, record: null };
};
/** Of a field of care. */
const granted = (categorieen: string[], toekenningen: Toekenning[], plaats: Plaats) =>
  grantsOf(
    ground,
    { besluit: { uitkomst: 'ALLOW', artikel: 'art.', categorieen, toekenningen }, subgraaf: 'care' },
    plaats,
  )?.map(({ categorie, bronhouder, artikel }) => `${categorie} ${bronhouder} ${artikel}`) ?? null;

describe('by which grants a value passes', () => {
  test('what stands in a record, by that of its own bronhouder and by no other', () => {
    const given = [give('zorg', 'A'), give('zorg', 'B', 'art. 2')];
    expect(granted(['zorg'], given, at('B'))).toEqual(['zorg B art. 2']);
    expect(granted(['zorg'], given, at('X'))).toBeNull();
    expect(granted(['zorg'], given, at(null))).toBeNull();
    expect(granted(['zorg'], [], at('A'))).toBeNull();
  });

  test('needs one of each of its categories', () => {
    expect(granted(['zorg', 'iets'], [give('zorg', 'A')], at('A'))).toBeNull();
    expect(granted(['zorg', 'iets'], [give('iets', 'A'), give('zorg', 'A')], at('A'))).toEqual(['zorg A art. 1', 'iets A art. 1']); // oxfmt-ignore
    expect(granted(['zorg', 'iets'], [give('zorg', 'A'), give('iets', 'B')], at('A'))).toBeNull();
  });

  test('what another source sent along, by that of its host, and where it has none by any', () => {
    expect(granted(['politie'], [give('politie', 'A'), give('politie', 'P')], at('A'))).toEqual(['politie P art. 1']);
    expect(granted(['politie'], [give('politie', 'B')], at('A'))).toEqual(['politie B art. 1']);
    expect(granted(['politie'], [], at('P'))).toBeNull();
  });

  test('what was worked out of several at once, by that of the host first, else by any', () => {
    expect(granted(['zorg'], [give('zorg', 'A'), give('zorg', 'C')], at('C', true))).toEqual(['zorg C art. 1']);
    expect(granted(['zorg'], [give('zorg', 'A')], at('C', true))).toEqual(['zorg A art. 1']);
    expect(granted(['zorg'], [], at('C', true))).toBeNull();
  });

  test('a category of no known source is none that another sent', () => {
    expect(granted(['iets'], [give('iets', 'B')], at('A'))).toBeNull();
    expect(granted(['iets'], [give('iets', 'A')], at('A'))).toEqual(['iets A art. 1']);
  });

  test('each article of that bronhouder is named, once, and no article of another', () => {
    const given = [give('zorg', 'B', 'art. 9'), ...['art. 1', 'art. 2', 'art. 1'].map((one) => give('zorg', 'A', one))];
    expect(granted(['zorg'], given, at('A'))).toEqual(['zorg A art. 1; art. 2']);
  });

  test('of what is not allowed there are none', () => {
    const besluit = { uitkomst: 'UNDECIDED', categorieen: [] } as const;
    expect(grantsOf(ground, { besluit, subgraaf: 'care' }, at('A'))).toBeNull();
    expect(grantsOf(ground, { besluit: null, subgraaf: 'care' }, at('A'))).toBeNull();
  });
});

describe('whose silence tells that there is nothing', () => {
  const under = (categorieen: string[], toekenningen: Toekenning[]) =>
    unconditional({ uitkomst: 'ALLOW', artikel: 'art.', categorieen, toekenningen }).map(
      ({ categorie, bronhouder }) => `${categorie} ${bronhouder}`,
    );

  test('that of who grants each category, without a condition', () => {
    expect(under(['zorg', 'iets'], [give('zorg', 'A'), give('iets', 'A')])).toEqual(['zorg A', 'iets A']);
    expect(under(['zorg', 'iets'], [give('zorg', 'A'), give('iets', 'B')])).toEqual([]);
    expect(under(['zorg', 'iets'], [give('zorg', 'A'), give('zorg', 'B'), give('iets', 'B')])).toEqual(['zorg B', 'iets B']); // oxfmt-ignore
    expect(under(['zorg'], [{ ...give('zorg', 'A'), beperkingen: ['MET_GROND'] }])).toEqual([]);
  });

  test("and nobody's of what is not allowed", () => {
    expect(unconditional({ uitkomst: 'UNDECIDED', categorieen: ['zorg'] })).toEqual([]);
    expect(unconditional(null)).toEqual([]);
  });
});
