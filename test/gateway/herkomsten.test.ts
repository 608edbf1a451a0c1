import { Herkomsten } from '../../gateway/herkomsten';

const OIN = '00000099000000000203';
const gever = (name: string) => ({ bronhouder: OIN, records: [name] });
const told = (coordinaat: string, ...van: ReturnType<typeof gever>[]) => ({ coordinaat, id: 'p', categorie: 'zorg.risico', van }); // oxfmt-ignore

test('what a source tells of one field in several fetches is kept together, and nothing it told is changed by it', () => {
  const herkomsten = new Herkomsten();
  const [first, second] = [told('A.x', gever('1'), gever('2')), told('A.x', gever('3'))];
  herkomsten.add('care', { herkomst: [first, told('A.y', gever('4'))], betreft: [] });
  herkomsten.add('care', { herkomst: [second], betreft: [{ type: 'T', id: 'r', persoon: 'p' }] });
  herkomsten.add('police', { herkomst: [told('A.x', gever('5'))], betreft: [] });
  const names = (coordinaat: string | null) => herkomsten.find('care', coordinaat, 'p', 'zorg.risico').map(({ records: [name] }) => name); // oxfmt-ignore
  expect(names('A.x')).toEqual(['1', '2', '3']);
  expect(names('A.y')).toEqual(['4']);
  expect(names('A.z')).toEqual([]);
  expect(names(null)).toEqual(['1', '2', '3', '4']);
  expect(first.van).toHaveLength(2);
  expect([herkomsten.betreft('care', 'T', 'r'), herkomsten.betreft('police', 'T', 'r')]).toEqual(['p', null]);
});
