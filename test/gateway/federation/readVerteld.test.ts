import fc from 'fast-check';
import { readVerteld } from '../../../gateway/federation/readVerteld';

const OIN = '00000099000000000203';
const entry = (more: object = {}): object => ({
  coordinaat: 'Hoofdbetrokkene.huisbezoek',
  id: 'p',
  categorie: 'zorg.huisbezoek',
  van: [{ bronhouder: OIN, records: ['r1'] }],
  ...more,
});
const asked = new Set(['huisbezoek']);
const readHerkomst = (...all: Parameters<typeof readVerteld>) => readVerteld(...all).herkomst;
const read = (...herkomst: unknown[]) => readHerkomst({ herkomst }, asked, new Set(['p']));

test('what is told of a field that was asked, of an entity that was sent, is read', () => {
  expect(read(entry())).toEqual([entry()]);
  expect(readHerkomst({ herkomst: [entry({ id: 'elders' })] }, asked, null)).toHaveLength(1);
  expect(read(entry({ van: [] }))).toEqual([entry({ van: [] })]);
});

test('nothing that was not asked, and nothing beside what is known', () => {
  expect(read(entry({ coordinaat: 'Hoofdbetrokkene.bsn' }), entry({ id: 'q' }))).toEqual([]);
  expect(read(entry({ extra: 'Jansen', constructor: 1 }))).toEqual([entry()]);
  expect(read(entry({ van: [{ bronhouder: OIN, records: [], naam: 'Jansen' }] }))[0]?.van).toEqual([
    { bronhouder: OIN, records: [] },
  ]);
});

test.each<[string, unknown]>([
  ['no object', 'huisbezoek'],
  ['null', null],
  ['a list', [[entry()]]],
  ['only what it inherits', Object.create(entry())],
  ['no coordinate', entry({ coordinaat: 'huisbezoek' })],
  ['a coordinate of three', entry({ coordinaat: 'A.b.huisbezoek' })],
  ['a coordinate that reaches a prototype', entry({ coordinaat: '__proto__.huisbezoek' })],
  ['a number for id', entry({ id: 12 })],
  ['text for id', entry({ id: 'Jan Jansen, Dorpsstraat 1' })],
  ['no category', entry({ categorie: undefined })],
  ['an object for van', entry({ van: { 0: { bronhouder: OIN, records: [] }, length: 1 } })],
  ['a name for OIN', entry({ van: [{ bronhouder: 'dimence', records: [] }] })],
  ['one that is right, one that is not', entry({ van: [{ bronhouder: OIN, records: [] }, null] })],
  ['no records', entry({ van: [{ bronhouder: OIN }] })],
  ['text for a record', entry({ van: [{ bronhouder: OIN, records: ['een heel verhaal'] }] })],
  ['too many givers', entry({ van: Array.from({ length: 101 }, () => ({ bronhouder: OIN, records: [] })) })],
  ['too many records', entry({ van: [{ bronhouder: OIN, records: Array.from({ length: 1001 }, () => 'r') }] })],
])('an entry that is %s is as if it were not there', (_name, one) => {
  expect(read(one, entry())).toEqual([entry()]);
});

test('of too many entries, or of no list, nothing', () => {
  expect(readHerkomst({ herkomst: Array.from({ length: 5001 }, () => entry()) }, asked, null)).toEqual([]);
  for (const extensions of [
    undefined,
    null,
    7,
    [],
    { herkomst: { 0: entry(), length: 1 } },
    Object.create({ herkomst: [entry()] }),
  ])
    // oxfmt-ignore
    expect(readHerkomst(extensions, asked, null)).toEqual([]);
});

test('of more givers and records together than the register can hold, nothing, though each entry is right', () => {
  const one = entry({ van: [{ bronhouder: OIN, records: Array.from({ length: 999 }, (_, n) => `r${String(n)}`) }] });
  const told = (count: number) => read(...Array.from({ length: count }, () => one));
  expect(told(50)).toHaveLength(50);
  expect(told(51)).toEqual([]);
  expect(read(...Array.from({ length: 501 }, () => entry({ van: Array.from({ length: 100 }, () => ({ bronhouder: OIN, records: [] })) })))).toEqual([]); // oxfmt-ignore
});

test('about whom a record is is read in one form only', () => {
  const one = { type: 'Zorgadvies', id: 'a', persoon: 'p' };
  const betreft = (...all: unknown[]) => readVerteld({ betreft: all }, asked, null).betreft;
  expect(betreft(one, { ...one, extra: 'Jansen' })).toEqual([one, one]);
  const wrong = [null, 7, [one], { ...one, type: '__proto__' }, { ...one, id: 7 }, { ...one, persoon: 'Jan Jansen' }];
  expect(betreft(...wrong, Object.create(one))).toEqual([]);
  expect(betreft(...Array.from({ length: 5_001 }, () => one))).toEqual([]);
  for (const extensions of [
    undefined,
    null,
    7,
    [],
    { betreft: { 0: one, length: 1 } },
    Object.create({ betreft: [one] }),
  ])
    expect(readVerteld(extensions, asked, null).betreft).toEqual([]);
});

test('whatever comes, it does not throw and keeps to its form', () => {
  fc.assert(
    fc.property(fc.anything({ withObjectString: true, maxDepth: 4 }), (any) => {
      for (const { coordinaat, id, categorie, van } of [
        ...readHerkomst(any, asked, null),
        ...read(any, entry({ van: any })),
      ]) {
        expect([coordinaat, id, categorie].every((one) => typeof one === 'string')).toBe(true);
        expect(van.every(({ bronhouder }) => /^\d{20}$/.test(bronhouder))).toBe(true);
      }
    }),
  );
});

describe('what may not be sent on', () => {
  const niet = (...all: unknown[]) => readVerteld({ nietDoorgeven: all }, asked, new Set(['p'])).nietDoorgeven;
  const one = { coordinaat: 'Hoofdbetrokkene.huisbezoek', id: 'p', aan: ['dimence'] };

  test('is read, of whatever entity, as far as its field was asked', () => {
    expect(niet(one, { ...one, id: 'elders' }, { ...one, naam: 'Jansen' })).toEqual([one, { ...one, id: 'elders' }, one]); // oxfmt-ignore
    expect(niet({ ...one, coordinaat: 'Hoofdbetrokkene.bsn' })).toEqual([]);
    expect(readVerteld({}, asked, null).nietDoorgeven).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['no list', one],
    ['null', null],
    ['text', 'alles'],
    ['a list of text', ['huisbezoek']],
    ['no field', [{ ...one, coordinaat: 'huisbezoek' }]],
    ['no id', [{ ...one, id: undefined }]],
    ['a name for id', [{ ...one, id: 'Jan Jansen' }]],
    ['nobody named', [{ ...one, aan: undefined }]],
    ['one text for all', [{ ...one, aan: 'dimence' }]],
    ['a number among partners', [{ ...one, aan: ['dimence', 1] }]],
    ['more partners than there are', [{ ...one, aan: Array<string>(101).fill('dimence') }]],
    ['more than any answer needs', Array<unknown>(5_001).fill(one)],
    ['one good and one bad', [one, { ...one, aan: [null] }]],
    ['only what it inherits', [Object.create(one)]],
  ])('in the shape of %s is no answer', (_what, nietDoorgeven) => {
    expect(() => readVerteld({ nietDoorgeven }, asked, null)).toThrow('another shape');
  });
});
