/** What somebody could write down as a ground, and is none: a slip, an article that gives nothing, words that hide one. */
export const GEEN_GROND: readonly string[] = [
  ...[
    'Wpg 9',
    'Wpg 10',
    'Wpg 80',
    'Wpg 17',
    'Wpg 8 en 9',
    'Wpg 8, 9 en 10',
    'Wpg 8, Wpg 10',
    'art. 9 Wpg',
    'wpg 9',
    'Wpg',
  ],
  ...[
    'Wvggz 7.1',
    'BW 7:446',
    'AWR 99',
    'Participatiewet 999',
    'Jeugdwet 7.2.99',
    'Wabb 10 geldt hier niet',
    'WGS 9.99',
  ],
  ...['afspraak', 'omdat het handig is', ''],
];
