import type { Besluit, Toekenning } from '../../../schema/domain/besluit';
import { combine } from '../../../gateway/decide/combine';

const toekenning = (bronhouder: string, ...beperkingen: Toekenning['beperkingen']): Toekenning => ({
  categorie: 'a',
  bronhouder,
  eigen: false,
  beperkingen,
  artikel: 'WGS 1',
  voorwaarden: [],
});
const allow = (...toekenningen: Toekenning[]): Besluit => ({
  uitkomst: 'ALLOW',
  artikel: 'WGS 1',
  toekenningen,
  categorieen: ['a'],
});
const deny: Besluit = { uitkomst: 'DENY', reden: 'ROL_NIET_GEDEKT', artikel: 'WGS 9', categorieen: ['b'] };
const later: Besluit = { uitkomst: 'DENY', reden: 'FASE_NIET_GEDEKT', artikel: null, categorieen: ['c'] };
const unsure: Besluit = { uitkomst: 'UNDECIDED', categorieen: ['d'] };

describe('combine is an AND in which nothing but all grants grants', () => {
  test.each<[string, Besluit[], Besluit['uitkomst']]>([
    ['nothing at all', [], 'UNDECIDED'],
    ['one grant', [allow()], 'ALLOW'],
    ['two grants', [allow(), allow()], 'ALLOW'],
    ['grant and refusal', [allow(), deny], 'DENY'],
    ['refusal and grant', [deny, allow()], 'DENY'],
    ['grant and doubt', [allow(), unsure], 'UNDECIDED'],
    ['doubt and grant', [unsure, allow()], 'UNDECIDED'],
    ['doubt and refusal', [unsure, deny], 'DENY'],
    ['only doubt', [unsure], 'UNDECIDED'],
  ])('%s', (_name, besluiten, uitkomst) => {
    expect(combine(besluiten, ['x', 'y'])).toMatchObject({ uitkomst, categorieen: ['x', 'y'] });
  });

  test('the first refusal speaks, with its article', () => {
    expect(combine([allow(), deny, later], ['x'])).toEqual({ ...deny, categorieen: ['x'] });
    expect(combine([later, deny], ['x'])).toEqual({ ...later, categorieen: ['x'] });
  });

  test('the grants of all come together; an article is named once', () => {
    const [one, two] = [toekenning('1'), toekenning('2')];
    expect(combine([allow(one), { ...allow(two), artikel: 'WGS 1; WGS 2' } as Besluit], ['x'])).toEqual({
      uitkomst: 'ALLOW',
      artikel: 'WGS 1; WGS 2',
      toekenningen: [one, two],
      categorieen: ['x'],
    });
  });
});
