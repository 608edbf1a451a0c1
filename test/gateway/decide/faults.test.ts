import type * as Shield from 'graphql-shield';
import { createDecider } from '../../../gateway/decide/createDecider';
import { decideCategorie } from '../../../gateway/decide/decideCategorie';
import { defineRule } from '../../../gateway/decide/defineRule';
import { OP_AANWIJZING } from '../../../schema/domain/onderwerp';
import type { Vraag } from '../../../gateway/decide/situatie';
import { catalogus, labels, partners, situatie } from './ground';

/** What the rule on the fase does for now; as the real one does when it is well. */
let mockFase: (vraag: Vraag) => unknown;
let mockRuns = 0;
jest.mock('../../../gateway/decide/rules/faseGedekt', () => {
  const { rule } = jest.requireActual<typeof Shield>('graphql-shield');
  return {
    faseGedekt: rule('faseGedekt', { cache: 'no_cache' })((_parent: unknown, _args: unknown, vraag: Vraag) => {
      mockRuns += 1;
      return mockFase(vraag) as boolean;
    }),
  };
});

let mockEigen: () => unknown;
jest.mock('../../../gateway/decide/rules/eigenGegevens', () => {
  const { rule } = jest.requireActual<typeof Shield>('graphql-shield');
  return { eigenGegevens: rule('eigenGegevens', { cache: 'no_cache' })(() => mockEigen() as boolean) };
});

const OM = partners.get('om-oost-nederland')!;
const kern = catalogus.get('casus.kern')!;
const decider = () => createDecider({ catalogus, partners, labels, digest: 'test' });
beforeEach(() => {
  mockFase = () => true;
  mockEigen = () => false;
  mockRuns = 0;
});

describe('a rule that can not decide denies, and is told apart from a refusal', () => {
  const faults: [string, () => unknown][] = [
    [
      'throws',
      () => {
        throw new TypeError('kapot');
      },
    ],
    ['rejects', () => Promise.reject(new Error('kapot'))],
    ['returns nothing', () => undefined],
    ['returns a number', () => 1],
    ['returns an object', () => ({})],
    ['returns text', () => 'ja'],
    ['returns an error of another kind', () => new RangeError('anders')],
  ];
  test('the rule that is well decides (control)', async () => {
    expect(await decideCategorie(situatie({ ontvanger: OM }), kern, partners)).toMatchObject({ uitkomst: 'ALLOW' });
  });

  test.each(faults)('%s', async (_name, fault) => {
    mockFase = fault;
    expect(await decideCategorie(situatie({ ontvanger: OM }), kern, partners)).toEqual({
      uitkomst: 'UNDECIDED',
      categorieen: ['casus.kern'],
    });
    const table = await decider().decide(situatie({ ontvanger: OM }));
    expect(table.onbeslist).toBe(true);
    expect(table.coordinaat('Casus.kenmerk').uitkomst).toBe('UNDECIDED');
    for (const naam of labels.keys()) {
      if (!labels.get(naam)!.categorieen.every((one) => OP_AANWIJZING.includes(catalogus.get(one)!.betreft))) {
        expect({ naam, ...table.coordinaat(naam) }).not.toMatchObject({ uitkomst: 'ALLOW' });
      }
    }
    expect(table.toekenningen(['casus.kern'])).toEqual([]);
  });

  test('a fault beside an alternative that would grant is a fault still', async () => {
    mockEigen = () => {
      throw new TypeError('kapot');
    };
    expect(await decideCategorie(situatie({ ontvanger: OM }), kern, partners)).toMatchObject({ uitkomst: 'UNDECIDED' });
  });

  test('it is not remembered: when the rule is well again, the next request is decided', async () => {
    const shared = decider();
    mockFase = () => Promise.reject(new Error('even niet'));
    expect((await shared.decide(situatie({ ontvanger: OM }))).onbeslist).toBe(true);
    mockFase = () => true;
    const table = await shared.decide(situatie({ ontvanger: OM }));
    expect(table.onbeslist).toBe(false);
    expect(table.coordinaat('Casus.kenmerk').uitkomst).toBe('ALLOW');
    const after = mockRuns;
    await shared.decide(situatie({ ontvanger: OM }));
    expect(mockRuns).toBe(after);
  });

  test('when the host of a source can not be judged, that is a fault too and no refusal', async () => {
    mockFase = ({ situatie: s }) => {
      if (s.ontvanger.id === 'politie-oost-nederland') throw new Error('kapot');
      return true;
    };
    const table = await decider().decide(situatie({ ontvanger: OM }));
    const asked = [...labels.values()].filter(({ vraagt }) => vraagt.some(({ aan }) => aan === 'police'));
    const outcomes = asked.map(({ coordinaat }) => table.coordinaat(coordinaat).uitkomst);
    expect(outcomes).toContain('UNDECIDED');
    expect(outcomes).not.toContain('ALLOW');
  });
});

describe('a rule holds when it says true, and in no other way', () => {
  const asked = { ...situatie(), _shield: { cache: {} } } as never;
  const run = (holds: () => unknown) =>
    Promise.resolve(
      defineRule('proef', 'ROL_NIET_GEDEKT', holds as () => boolean).resolve(
        {},
        {},
        asked,
        {} as never,
        { debug: true } as never,
      ),
    );
  test('true holds, false refuses with its reason', async () => {
    expect(await run(() => true)).toBe(true);
    expect(await run(() => false)).toMatchObject({ reden: 'ROL_NIET_GEDEKT' });
  });
  test.each<[string, () => unknown]>([
    ['a number', () => 1],
    ['text', () => 'true'],
    ['an object', () => ({})],
    ['a promise of true', () => Promise.resolve(true)],
    ['nothing', () => undefined],
  ])('%s is a fault', (_name, holds) => expect(run(holds)).rejects.toThrow());
});
