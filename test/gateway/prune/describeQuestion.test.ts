import { Asked } from '../../../gateway/prune/asked';
import { describeQuestion } from '../../../gateway/prune/describeQuestion';

function described(...coordinaten: string[]): ReturnType<typeof describeQuestion> {
  const gevraagd = new Asked();
  for (const one of coordinaten) gevraagd.add(one, [], null);
  return describeQuestion({ gevraagd, weigeringen: [] });
}

test('of a question is told which fields it asks: the same for all that ask the same, and of another for no two', () => {
  const one = described('Casus.id', 'Casus.kenmerk');
  expect(one).toEqual({
    'ketenhub.operation': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    'ketenhub.fields': 2,
    'ketenhub.fields.refused': 0,
  });
  expect(described('Casus.kenmerk', 'Casus.id', 'Casus.kenmerk')).toEqual(one);
  expect(described('Casus.kenmerk')).not.toEqual(one);
  expect(described('Casus.id', 'Casus.kenmerken')['ketenhub.operation']).not.toBe(one['ketenhub.operation']);
});
