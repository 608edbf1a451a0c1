import { OIN, TODAY, ask, casus, kleinConvenant, persoon, smallWorld, zetel } from './smallWorld';
import type { CareWorld, PoliceWorld } from '../../subgraphs/kit/synthetic/world';

const incident = (id: string, gemeente = 'Zwolle'): PoliceWorld['incidenten'][number] => ({
  id,
  bronhouder: OIN.politie,
  persoon: 'p1',
  datum: `2026-03-0${id.slice(-1)}`,
  code: 'VB-1',
  soort: 'Vernieling',
  betrokkenAls: 'VERDACHTE',
  gemeente,
  omschrijving: `inhoud ${id}`,
});
const vrijgave = (
  record: string,
  ontvanger: string,
  ingetrokkenOp: string | null,
): PoliceWorld['vrijgaven'][number] => ({
  record,
  casus: 'c1',
  ontvangers: [ontvanger],
  ingetrokkenOp,
});
const traject = (id: string, bronhouder: string): CareWorld['trajecten'][number] => ({
  id,
  bronhouder,
  persoon: 'p1',
  soort: `soort ${id}`,
  ingangsdatum: '2025-01-01',
  einddatum: null,
  behandelstatus: 'loopt',
});
const grond = (more: Partial<CareWorld['gronden'][number]> = {}): CareWorld['gronden'][number] => ({
  id: 'g1',
  persoon: 'p1',
  bronhouder: OIN.tactus,
  soort: 'TOESTEMMING',
  ontvangers: ['gemeente-zwolle'],
  categorieen: ['zorg.trajecten'],
  doelen: ['BEGELEIDING'],
  van: '2026-01-01',
  tot: '2026-12-01',
  ingetrokkenOp: null,
  ...more,
});

describe('what a row rule leaves', () => {
  test('EIGEN: a bronhouder has his own records whatever the doel, and nothing of the other bronhouder', () => {
    const world = smallWorld({ care: { trajecten: [traject('t1', OIN.dimence), traject('t2', OIN.tactus)] } });
    expect(
      ask(kleinConvenant(), world, 'dimence', 'hoofdbetrokkenen { id trajecten { soort behandelstatus } }'),
    ).toEqual({
      casus: { hoofdbetrokkenen: [{ id: 'p1', trajecten: [{ soort: 'soort t1', behandelstatus: 'loopt' }] }] },
      errors: [],
    });
  });

  test('VRIJGEGEVEN: content of what was released to this partner in this casus and not withdrawn', () => {
    const world = smallWorld({
      police: {
        incidenten: [incident('i1'), incident('i2'), incident('i3'), incident('i4')],
        vrijgaven: [
          vrijgave('i1', 'gemeente-zwolle', null),
          vrijgave('i2', 'gemeente-zwolle', '2026-06-01'),
          vrijgave('i3', 'dimence', null),
          { ...vrijgave('i4', 'gemeente-zwolle', null), casus: 'c2' },
        ],
      },
    });
    const contract = kleinConvenant('politie.incidenten, politie.incidentinhoud | POLITIE | GEMEENTE');
    const selection = 'hoofdbetrokkenen { incidenten(vanaf: "2026-03-01") { datum omschrijving } }';
    expect(ask(contract, world, 'gemeente-zwolle', selection)).toEqual({
      casus: {
        hoofdbetrokkenen: [
          {
            incidenten: [
              { datum: '2026-03-04', omschrijving: null },
              { datum: '2026-03-03', omschrijving: null },
              { datum: '2026-03-02', omschrijving: null },
              { datum: '2026-03-01', omschrijving: 'inhoud i1' },
            ],
          },
        ],
      },
      errors: [],
    });
  });

  test.each([
    ['a ground that holds', grond(), 1],
    ['no ground for this category', grond({ categorieen: ['zorg.bekend'] }), 0],
    ['a ground of another bronhouder', grond({ bronhouder: OIN.dimence }), 0],
    ['a ground for another doel', grond({ doelen: ['CASUSREGIE'] }), 0],
    ['a ground for another partner', grond({ ontvangers: ['dimence'] }), 0],
    ['a ground that ended today', grond({ tot: TODAY }), 0],
    ['a ground withdrawn', grond({ ingetrokkenOp: '2026-05-01' }), 0],
  ])('MET_GROND: %s', (_title, one, shown) => {
    const world = smallWorld({ care: { trajecten: [traject('t2', OIN.tactus)], gronden: [one] } });
    const contract = kleinConvenant('zorg.trajecten | VERSLAVINGSZORG | GEMEENTE');
    expect(ask(contract, world, 'gemeente-zwolle', 'hoofdbetrokkenen { trajecten { soort behandelstatus } }')).toEqual({
      casus: { hoofdbetrokkenen: [{ trajecten: shown === 1 ? [{ soort: 'soort t2', behandelstatus: null }] : [] }] },
      errors: ['casus.hoofdbetrokkenen.@.trajecten.@.behandelstatus Zorgtraject.behandelstatus GEEN_VERSTREKKING'],
    });
  });

  test('WERKGEBIED: what happened in the municipality of the receiver', () => {
    const world = smallWorld({ police: { incidenten: [incident('i1'), incident('i2', 'Deventer')] } });
    const contract = kleinConvenant('politie.incidenten | POLITIE | GEMEENTE | beperkingen: [WERKGEBIED]');
    expect(ask(contract, world, 'gemeente-zwolle', 'hoofdbetrokkenen { incidenten { gemeente } }').casus).toEqual({
      hoofdbetrokkenen: [{ incidenten: [{ gemeente: 'Zwolle' }] }],
    });
  });

  test('EIGEN_EN_RELEVANT: his own acties and those that matter to him; all of them for the casusregisseur', () => {
    const actie = (id: string, uitvoerder: string, relevantVoor: string[]) => ({
      id,
      bronhouder: OIN.zwolle,
      casus: 'c1',
      omschrijving: id,
      leefgebied: 'JUSTITIE' as const,
      uitvoerder,
      relevantVoor,
      medewerker: 'm',
      uiterlijk: '2026-07-01',
      status: 'OPEN' as const,
      bijNietNakomen: '',
      terugkoppeling: null,
    });
    const plan = {
      casus: 'c1',
      doelstelling: 'rust',
      vastgesteldOp: '2026-05-01',
      bijNietNakomen: '',
      leefgebieden: [],
    };
    const municipality = {
      plannen: [plan],
      acties: [actie('a3', 'gemeente-zwolle', []), actie('a2', 'tactus', ['dimence']), actie('a1', 'dimence', [])],
    };
    const contract = kleinConvenant(
      'casus.plan | GEMEENTE | GGZ',
      'casus.acties | GEMEENTE | GGZ | beperkingen: [EIGEN_EN_RELEVANT]',
    );
    const selection = 'planVanAanpak { doelstelling acties(status: [OPEN]) { omschrijving } }';
    const shown = (...acties: string[]) => ({
      planVanAanpak: { doelstelling: 'rust', acties: acties.map((omschrijving) => ({ omschrijving })) },
    });
    expect(ask(contract, smallWorld({ municipality }), 'dimence', selection).casus).toEqual(shown('a1', 'a2'));
    const regie = smallWorld({ municipality: { ...municipality, zetels: [zetel('dimence', 'CASUSREGISSEUR')] } });
    expect(ask(contract, regie, 'dimence', selection).casus).toEqual(shown('a1', 'a2', 'a3'));
  });

  test('geheimhouding: address and wijk are for the own bronhouder alone', () => {
    const world = smallWorld({ municipality: { personen: [persoon('p1', { geheimhouding: true })] } });
    const contract = kleinConvenant(
      'persoon.adres, persoon.wijk, persoon.geheimhouding | GEMEENTE | POLITIE, GEMEENTE',
    );
    const selection = 'hoofdbetrokkenen { wijk adres { straat } geheimhouding }';
    expect(ask(contract, world, 'politie-oost-nederland', selection)).toEqual({
      casus: { hoofdbetrokkenen: [{ wijk: null, adres: null, geheimhouding: true }] },
      errors: [],
    });
    expect(ask(contract, world, 'gemeente-zwolle', selection).casus).toEqual({
      hoofdbetrokkenen: [{ wijk: 'Assendorp', adres: { straat: 'Straat' }, geheimhouding: true }],
    });
  });

  test('a person outside the casus is not reached by a relation, and betreft follows the other bronhouder', () => {
    const world = smallWorld({
      municipality: {
        casussen: [{ ...casus, bevestigdDoor: ['gemeente-zwolle'] }],
        personen: [persoon('p1'), persoon('k1'), persoon('k2', { bronhouder: OIN.deventer }), persoon('x1')],
        betrokkenheden: [
          { casus: 'c1', persoon: 'p1', soort: 'HOOFDBETROKKENE' },
          { casus: 'c1', persoon: 'k1', soort: 'KRINGLID' },
          { casus: 'c1', persoon: 'k2', soort: 'KRINGLID' },
          { casus: 'c2', persoon: 'x1', soort: 'KRINGLID' },
        ],
        relaties: [
          { van: 'p1', naar: 'x1', soort: 'VRIEND' },
          { van: 'p1', naar: 'k2', soort: 'OUDER' },
          { van: 'p1', naar: 'k1', soort: 'KIND' },
          { van: 'k1', naar: 'p1', soort: 'OUDER' },
          { van: 'x1', naar: 'k1', soort: 'VRIEND' },
        ],
      },
    });
    const selection = 'hoofdbetrokkenen { gezinsrelaties { soort betreft { __typename id weergavenaam } } }';
    const kring = 'casus.kring, casus.professionals | GEMEENTE | GEMEENTE';
    expect(ask(kleinConvenant(kring), world, 'gemeente-zwolle', selection).casus).toEqual({
      hoofdbetrokkenen: [
        {
          gezinsrelaties: [
            { soort: 'KIND', betreft: { __typename: 'Kringlid', id: 'k1', weergavenaam: 'Jan van K1' } },
            { soort: 'OUDER', betreft: null },
          ],
        },
      ],
    });
  });
});
