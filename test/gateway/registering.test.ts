import { toWeigeringsregels } from '../../gateway/registering';
import type { Weigeringspad } from '../../schema/domain/selectie';

const geweigerd = (pad: string, coordinaat: string, reden: 'ROL_NIET_GEDEKT' | 'FASE_NIET_GEDEKT'): Weigeringspad => ({
  pad: [pad],
  coordinaat,
  besluit: { uitkomst: 'DENY', reden, artikel: 'WGS 2.32', categorieen: ['casus.tafel'] },
});

test('a refusal is written down once, however often it was asked for, and without the words of the client', () => {
  const often = Array.from({ length: 500 }, (_, i) => geweigerd(`jan_${String(i)}`, 'Casus.tafel', 'ROL_NIET_GEDEKT'));
  const others = [
    geweigerd('a', 'Casus.tafel', 'FASE_NIET_GEDEKT'),
    geweigerd('a', 'Tafelgenoot.naam', 'ROL_NIET_GEDEKT'),
  ];
  const regels = toWeigeringsregels([...often, ...others]);
  expect(regels.map(({ coordinaat, reden }) => `${coordinaat} ${reden}`)).toEqual([
    'Casus.tafel ROL_NIET_GEDEKT',
    'Casus.tafel FASE_NIET_GEDEKT',
    'Tafelgenoot.naam ROL_NIET_GEDEKT',
  ]);
  expect(JSON.stringify(regels)).not.toMatch(/jan_|pad/);
});
