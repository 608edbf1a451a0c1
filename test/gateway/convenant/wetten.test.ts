import { HUISWETTEN, WETTEN, eigenWetVan, isArtikel, ontleed, wetVan } from '../../../gateway/convenant/floor/wetten';

/** The closed list, written down once more: whoever changes it changes what a convenant can stand on. */
const DRAGEND = [
  ...['Wvggz 5:1', 'Wvggz 5:2', 'Wvggz 5:3', 'Wvggz 5:4', 'Wvggz 7:1', 'Wvggz 7:2', 'Wvggz 7:3', 'Wvggz 8:29'],
  ...['Wzd 26', 'Wzd 28a', 'Wzd 29', 'Wmo 2015 2.1.1', 'Wmo 2015 2.3.2', 'Wmo 2015 2.3.3', 'Wmo 2015 4.1.1'],
  ...['Wmo 2015 4.2.5', 'Wmo 2015 5.1.1', 'Wmo 2015 5.1.6', 'Wmo 2015 5.2.1', 'Wmo 2015 5.2.2', 'Wmo 2015 5.2.4'],
  ...['Wmo 2015 5.2.6', 'Wmo 2015 5.2.9', 'Jeugdwet 7.3.11', 'Jeugdwet 7.4.0', 'Jeugdwet 7.4.1', 'Jeugdwet 7.4.4'],
  ...['BW 7:457', 'Wpg 16', 'Wpg 18', 'Wpg 19', 'Wpg 20', 'Wjsg 8', 'Wjsg 8a', 'Wjsg 13', 'Wjsg 39e', 'Wjsg 39f'],
  ...['Wet SUWI 54', 'Wet SUWI 62', 'Wet SUWI 63', 'Wet SUWI 64', 'Wet SUWI 65', 'Wet SUWI 73'],
  ...['Participatiewet 53a', 'Participatiewet 63', 'Participatiewet 64', 'Participatiewet 65', 'Participatiewet 66'],
  ...['Participatiewet 67', 'AWR 47', 'AWR 53', 'AWR 55', 'AWR 67'],
];
const VOORWAARDE = [
  ...['Wpg 8', 'Wpg 13', 'BIG 88', 'Wabb 10', 'Wabb 11', 'Wabb 12', 'Wabvpz 4', 'Wabvpz 5', 'Wabvpz 6', 'Wabvpz 7'],
  ...['Wabvpz 8', 'Wabvpz 9', 'Jeugdwet 7.2.1', 'Jeugdwet 7.2.2', 'Jeugdwet 7.2.3', 'Jeugdwet 7.2.4', 'Jeugdwet 7.2.5'],
  ...['Wet BRP 3.1', 'Wet BRP 3.2', 'Wet BRP 3.3', 'Wet BRP 3.5', 'Wet BRP 3.6', 'Wet BRP 3.7', 'Wet BRP 3.8'],
  ...['Wet BRP 3.9', 'AVG 5', 'AVG 6', 'AVG 9', 'AVG 10', 'UAVG 23', 'UAVG 28', 'UAVG 29', 'UAVG 30', 'UAVG 31'],
  ...['UAVG 32', 'UAVG 33', 'UAVG 46'],
];
const HUIS = [
  ...['WGS 1.5', 'WGS 1.7', 'WGS 2.25', 'WGS 2.28', 'WGS 2.29', 'WGS 2.30', 'WGS 2.31', 'WGS 2.32'],
  ...['BGS 1.7', 'BGS 1.9', 'BGS 1.11', 'BGS 2.19', 'BGS 2.20', 'BGS 2.21'],
];
const written = (wetten: typeof WETTEN): string[] => wetten.flatMap(({ naam, artikelen }) => artikelen.map((one) => `${naam} ${one}`)); // oxfmt-ignore

describe('what a convenant can stand on', () => {
  test('is this list, and each ground that carries also carries the coordination of a case', () => {
    expect(written(WETTEN).sort()).toEqual([...DRAGEND, ...VOORWAARDE].sort());
    expect(written(HUISWETTEN)).toEqual(HUIS);
    for (const one of DRAGEND) expect([one, eigenWetVan(one)?.doelen.includes('CASUSREGIE')]).toEqual([one, true]);
    for (const one of [...VOORWAARDE, ...HUIS]) expect([one, eigenWetVan(one)]).toEqual([one, null]);
    for (const one of HUIS) expect([one, wetVan(one), wetVan(one, HUISWETTEN)?.doelen]).toEqual([one, null, []]);
  });

  test.each([
    '',
    ' lid 1',
    ' lid 12',
    ' lid 2a',
    ' lid 12b',
    ' onder c',
    ' onder 10',
    ' lid 3 onder b',
    ' lid 10a onder 12',
  ])('may be written down to its lid and onderdeel: %s', (lid) => {
    for (const one of [...DRAGEND, ...VOORWAARDE]) {
      const [, naam, artikel] = /^(.*) (.*)$/.exec(one)!;
      expect(ontleed(`${one}${lid}`)).toEqual({ naam, artikel });
      expect(wetVan(`${one}${lid}`)?.naam).toBe(naam);
      expect(isArtikel(`${one}${lid}`, naam!, [artikel!])).toBe(true);
    }
  });

  test.each([
    ...[
      'art. %',
      'de %',
      '% en 9',
      '%, 9',
      '% ev',
      '% lid',
      '% lid 1 en 2',
      '% lid 100',
      '% onder',
      '% onder abc',
      '%x%',
    ],
    ...[
      '%.1',
      '%:1',
      '%0',
      '%z',
      '%A',
      '% ',
      ' %',
      '% lid 1 lid 2',
      '% onder a lid 1',
      '%\n',
      '\n%',
      '% lid 1_',
      '% onder A',
    ],
  ])('and in no other way: %s', (form) => {
    for (const one of [...DRAGEND, ...VOORWAARDE, ...HUIS]) {
      const said = form.replaceAll('%', one);
      // Wpg 20 behind a form is no other article of the list.
      expect([said, wetVan(said, [...WETTEN, ...HUISWETTEN])]).toEqual([said, null]);
    }
  });

  test.each(['', 'afspraak', 'Wpg', '8', ' 8', 'Wpg acht'])(
    'and of nothing that is no act with an article: "%s"',
    (grond) => {
      expect([ontleed(grond), wetVan(grond), isArtikel(grond, 'Wpg', ['8'])]).toEqual([null, null, false]);
    },
  );
});
