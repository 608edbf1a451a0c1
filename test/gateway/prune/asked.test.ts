import { Asked } from '../../../gateway/prune/asked';

const allow = { uitkomst: 'ALLOW', artikel: '', toekenningen: [], categorieen: [] } as const;
const doubt = { uitkomst: 'UNDECIDED', categorieen: [] } as const;

test('each way in which a field is asked is kept, as names of arguments in one order', () => {
  const asked = new Asked();
  asked.add('Casus.tijdlijn', ['tot', 'sinds'], allow);
  asked.add('Casus.tijdlijn', ['sinds', 'tot'], allow);
  asked.add('Casus.tijdlijn', [], allow);
  asked.add('Casus.kenmerk', [], allow);
  asked.add('Casus.id', [], null);
  expect(asked.coordinaten).toEqual(['Casus.id', 'Casus.kenmerk', 'Casus.tijdlijn']);
  expect(asked.argumenten).toEqual(['Casus.tijdlijn()', 'Casus.tijdlijn(sinds,tot)']);
  expect(asked.onbeslist).toEqual([]);
});

test('what could not be decided is kept apart from what was given, way by way', () => {
  const asked = new Asked();
  asked.add('Casus.tijdlijn', ['sinds'], doubt);
  asked.add('Casus.tijdlijn', [], allow);
  asked.add('Casus.kenmerk', [], doubt);
  expect(asked.onbeslist).toEqual(['Casus.kenmerk()', 'Casus.tijdlijn(sinds)']);
});
