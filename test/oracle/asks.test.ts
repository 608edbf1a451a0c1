import { answer } from './answer';
import { fullQuery, ownSeatsQuery, permittedDoelen, seats } from './asks';
import { readContract } from './contract';
import { TODAY, casus, kleinConvenant, smallWorld, zetel } from './smallWorld';

const contract = readContract();
const ijsselland = { ...casus, convenant: 'veiligheidshuis-ijsselland' };

test('the full query selects every field of the graph but one root field', () => {
  const query = fullQuery(contract);
  const asked = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(query + ownSeatsQuery(contract));
  expect(contract.sdl.fields.filter((one) => !asked(one.name))).toEqual([]);
});

test('the full query is answered whole on the real convenant: a value or a refusal for each field', () => {
  const world = smallWorld({ municipality: { casussen: [ijsselland] } });
  for (const doel of permittedDoelen(zetel('dimence'), ijsselland, TODAY, contract)) {
    const asked = { world, query: fullQuery(contract), variables: { casus: 'c1' }, casusId: 'c1', doel, today: TODAY };
    const { data } = answer({ ...asked, partner: 'dimence', medewerker: 'm-dimence' }, contract);
    expect(Object.keys((data as { casus: object }).casus)).toContain('zorgadviezen');
  }
});

test('one sees his own casussen without any verstrekking, if his partner designated him', () => {
  const aanwijzing = {
    medewerker: 'm-dimence',
    partner: 'dimence',
    rol: 'DEELNEMER',
    van: '2026-01-01',
    tot: null,
  } as const;
  const ask = (tot: string | null, status: 'LOPEND' | 'AFGESCHERMD' = 'LOPEND') =>
    answer(
      {
        world: smallWorld({
          municipality: { casussen: [{ ...casus, status }], aanwijzingen: [{ ...aanwijzing, tot }] },
        }),
        query: '{ mijnCasussen { casusId status rol } }',
        variables: {},
        casusId: 'c1',
        partner: 'dimence',
        medewerker: 'm-dimence',
        doel: 'BEGELEIDING',
        today: TODAY,
      },
      kleinConvenant(),
    );
  expect(ask(null).data).toEqual({ mijnCasussen: [{ casusId: 'c1', status: 'LOPEND', rol: 'DEELNEMER' }] });
  expect(ask(null, 'AFGESCHERMD').data).toEqual({ mijnCasussen: [] });
  expect(ask(TODAY)).toEqual({
    data: { mijnCasussen: null },
    errors: [
      {
        pad: ['mijnCasussen'],
        coordinaat: 'Query.mijnCasussen',
        reden: 'ROL_NIET_GEDEKT',
        categorieen: ['zetel.eigen'],
      },
    ],
  });
});

test('a seat counts from its first day until its last', () => {
  const zetels = [
    zetel('dimence', 'DEELNEMER', TODAY),
    { ...zetel('tactus'), van: TODAY },
    { ...zetel('rvdk'), van: '2026-06-16' },
  ];
  expect(seats(smallWorld({ municipality: { zetels } }), TODAY).map((one) => one.partner)).toEqual(['tactus']);
});

test('the doelen that let a seat in are those of the verstrekkingen that reach it', () => {
  const small = kleinConvenant(
    'persoon.bsn | GEMEENTE | PROCESREGISSEUR | doelen: [CASUSREGIE]',
    'persoon.wijk | GEMEENTE | MAATSCHAPPELIJK_WERK | rollen: [CASUSREGISSEUR], doelen: [BEGELEIDING]',
  );
  const doelen = (partner: string, rol: Parameters<typeof zetel>[1]) =>
    permittedDoelen(zetel(partner, rol), casus, TODAY, small);
  expect(doelen('dimence', 'MELDER')).toEqual(['BEGELEIDING', 'ZORG_EN_HULPVERLENING', 'CASUSREGIE']);
  expect(doelen('dimence', 'PROCESREGISSEUR')).toEqual(['CASUSREGIE']);
  expect(doelen('dimence', 'PRIVACY_OFFICER')).toEqual([]);
  expect(doelen('de-kern', 'CASUSREGISSEUR')).toEqual(['BEGELEIDING']);
  expect(doelen('de-kern', 'DEELNEMER')).toEqual([]);
});
