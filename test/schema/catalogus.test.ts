import { readGegevenscatalogus } from '../../schema/catalogus';
import { invoerfoutVan, tijdelijkBestand } from './tijdelijkBestand';

const geldig = {
  naam: 'zorg.bekend',
  label: 'Bekend',
  wgs: '6',
  subgraaf: 'care',
  betreft: 'HOOFDBETROKKENE',
  bronnen: '[GGZ, VEILIG_THUIS]',
  gevoeligheid: 'BIJZONDER',
  dossier: 'false',
  vrijgave: 'false',
  grond: '[GGZ]',
};

const vanPolitie = {
  ...{ naam: 'politie.bekend', wgs: '7', subgraaf: 'police', bronnen: '[POLITIE]', gevoeligheid: 'STRAFRECHTELIJK' },
  grond: undefined,
};

const vanGemeente = {
  ...{ naam: 'persoon.naam', wgs: '1', subgraaf: 'municipality', bronnen: '[GEMEENTE]', gevoeligheid: 'BASIS' },
  grond: undefined,
};

const vanHub = {
  subgraaf: 'hub',
  betreft: 'REGELS',
  wgs: 'null',
  gevoeligheid: 'BASIS',
  bronnen: undefined,
  grond: undefined,
};

/** A catalogue of these entries, each on lines of its own: the n-th key of the first entry is on line n + 1. */
function fout(...afwijkingen: Partial<Record<keyof typeof geldig, string | undefined>>[]): string {
  const entries = afwijkingen.map((afwijking) =>
    Object.entries({ ...geldig, ...afwijking })
      .filter(([, value]) => value !== undefined)
      .map(([key, value], i) => `${i === 0 ? '  - ' : '    '}${key}: ${value}`)
      .join('\n'),
  );
  const bestand = tijdelijkBestand('gegevens.yaml', `gegevens:\n${entries.join('\n')}\n`);
  return invoerfoutVan(() => readGegevenscatalogus(bestand));
}

describe('the catalogue of the region', () => {
  const catalogus = readGegevenscatalogus();

  it('is read whole', () => {
    expect(catalogus.size).toBeGreaterThan(50);
    expect(catalogus.get('politie.incidentinhoud')).toEqual({
      naam: 'politie.incidentinhoud',
      label: 'Omschrijving van een incident',
      wgs: 7,
      subgraaf: 'police',
      betreft: 'HOOFDBETROKKENE',
      bronnen: ['POLITIE'],
      dossier: false,
      gevoeligheid: 'STRAFRECHTELIJK',
      vrijgave: true,
      grond: [],
    });
  });

  it('lets no content go without a release', () => {
    const vrijgave = [...catalogus.values()].filter((c) => c.vrijgave).map((c) => c.naam);
    expect(vrijgave).toEqual([
      'politie.aandachtsinhoud',
      'politie.meldinginhoud',
      'politie.incidentinhoud',
      'zorg.diagnosen',
      'zorg.crisisinhoud',
      'veiligthuis.oordeel',
    ]);
  });

  it('asks a ground for everything under medical secrecy', () => {
    for (const c of catalogus.values()) {
      expect([c.naam, c.grond]).toEqual([c.naam, c.naam.startsWith('zorg.') ? ['GGZ', 'VERSLAVINGSZORG', 'GGD'] : []]);
    }
  });
});

describe('a catalogue refuses', () => {
  it.each([
    [
      'a name of another shape',
      { naam: 'Zorg.Bekend' },
      'gegevens.yaml:2:11 "Zorg.Bekend" is ongeldig; verwacht twee woorden in kleine letters met een punt ertussen, zoals politie.incidenten',
    ],
    ['a thirteenth WGS category', { wgs: '13' }, 'gegevens.yaml:4:10 verwacht ten hoogste 12, kreeg 13'],
    [
      'a source that is no kind of partner',
      { bronnen: '[POLITE]' },
      'gegevens.yaml:7:15 "POLITE" is geen partnersoort; bedoelde u "POLITIE"?',
    ],
    [
      'a WGS category of what is the dossier',
      { dossier: 'true', bronnen: '[GEMEENTE]', grond: '[GEMEENTE]', subgraaf: 'municipality' },
      'gegevens.yaml:4:10 alleen het dossier van de casus, en dat altijd, heeft geen categorie van WGS 2.30 lid 1: wgs null (WGS 2.32)',
    ],
    [
      'a dossier that a care institution keeps',
      { dossier: 'true', wgs: 'null' },
      'gegevens.yaml:7:14 het dossier van de casus komt van de GEMEENTE, uit subgraaf municipality (WGS 2.32)',
    ],
    [
      'health data as plain data',
      { gevoeligheid: 'BASIS' },
      'gegevens.yaml:8:19 WGS 2.30 lid 1 onder 6 is altijd BIJZONDER (AVG 9 en 10)',
    ],
    [
      'politiegegevens as plain data',
      { ...vanPolitie, gevoeligheid: 'BASIS' },
      'gegevens.yaml:8:19 WGS 2.30 lid 1 onder 7 is altijd STRAFRECHTELIJK (AVG 9 en 10)',
    ],
    ['politiegegevens under another number', { ...vanPolitie, wgs: '1', gevoeligheid: 'BASIS' }, 'gegevens.yaml:4:10 politiegegevens, en zij alleen, komen van de POLITIE uit subgraaf police: wgs 7 (WGS 2.30 lid 1 onder 7)'], // oxfmt-ignore
    [
      'politiegegevens out of another source',
      { ...vanPolitie, subgraaf: 'municipality' },
      'gegevens.yaml:4:10 politiegegevens, en zij alleen, komen van de POLITIE uit subgraaf police: wgs 7 (WGS 2.30 lid 1 onder 7)',
    ],
    [
      'politiegegevens from another',
      { ...vanPolitie, bronnen: '[GEMEENTE]' },
      'gegevens.yaml:4:10 politiegegevens, en zij alleen, komen van de POLITIE uit subgraaf police: wgs 7 (WGS 2.30 lid 1 onder 7)',
    ],
    [
      'politiegegevens from another too',
      { ...vanPolitie, bronnen: '[POLITIE, GEMEENTE]' },
      'gegevens.yaml:7:14 politiegegevens komen alleen van de POLITIE',
    ],
    [
      'justitiele gegevens from another than the OM',
      { wgs: '8', gevoeligheid: 'STRAFRECHTELIJK', bronnen: '[OM, DJI]', grond: undefined },
      'gegevens.yaml:7:14 justitiele gegevens komen alleen van het OM (WGS 2.30 lid 1 onder 8)',
    ],
    [
      'what a treatment provider knows without a ground, whatever its number',
      { wgs: '10', gevoeligheid: 'BASIS', grond: undefined },
      'gegevens.yaml:2:5 "zorg.bekend" van GGZ valt onder medisch geheim; verwacht GGZ in grond (WGS 2.29 lid 2)',
    ],
    [
      'a BSN under another number',
      { ...vanGemeente, naam: 'persoon.bsn' },
      'gegevens.yaml:4:10 "persoon.bsn" is naar zijn naam iets anders dan wgs 1; verwacht 2',
    ],
    [
      'the number of the BSN for something else',
      { ...vanGemeente, wgs: '2' },
      'gegevens.yaml:4:10 "persoon.naam" is naar zijn naam iets anders dan wgs 2; 2 past bij een andere naam',
    ],
    [
      'the directe kring as hoofdbetrokkene',
      { ...vanGemeente, naam: 'kring.contact' },
      'gegevens.yaml:6:14 "kring.contact" is naar zijn naam iets anders dan betreft HOOFDBETROKKENE; verwacht KRINGLID',
    ],
    [
      'a professional as hoofdbetrokkene',
      { ...vanGemeente, naam: 'professional.contact' },
      'gegevens.yaml:6:14 "professional.contact" is naar zijn naam iets anders dan betreft HOOFDBETROKKENE; verwacht PROFESSIONAL',
    ],
    [
      'content that goes without a release',
      { naam: 'zorg.crisisinhoud', bronnen: '[GGZ]' },
      'gegevens.yaml:10:15 "zorg.crisisinhoud" is inhoud, en gaat niet zonder vrijgave',
    ],
    [
      'a ground for who is no source',
      { grond: '[GGZ, GGD]' },
      'gegevens.yaml:11:12 grond noemt GGD, maar dat is geen bron van "zorg.bekend"',
    ],
    [
      'health data of a treatment provider without a ground',
      { bronnen: '[GGZ, GGD]' },
      'gegevens.yaml:11:12 "zorg.bekend" van GGD valt onder medisch geheim; verwacht GGD in grond (WGS 2.29 lid 2)',
    ],
    ['rules that a partner tells of', { betreft: 'REGELS' }, 'gegevens.yaml:5:15 over de regels vertelt alleen de hub'],
    [
      'a category of the hub that a partner supplies',
      { ...vanHub, bronnen: '[GGZ]' },
      'gegevens.yaml:7:14 wat de hub over zichzelf vertelt komt van geen ketenpartner, en al het andere van ten minste een',
    ],
    [
      'a category of the hub about a person',
      { ...vanHub, betreft: 'HOOFDBETROKKENE' },
      'gegevens.yaml:6:14 de hub vertelt over geen persoon: betreft REGELS, REGISTER, VERLOOP of ZELF, wgs null, geen dossier',
    ],
    [
      'a category that nobody supplies',
      { bronnen: undefined, grond: undefined },
      'gegevens.yaml:2:5 wat de hub over zichzelf vertelt komt van geen ketenpartner, en al het andere van ten minste een',
    ],
  ])('%s', (_, afwijking, message) => {
    expect(fout(afwijking)).toBe(message);
  });

  it('a name that is there twice', () => {
    expect(fout({}, {})).toBe('gegevens.yaml:12:11 gegevenscategorie "zorg.bekend" staat er twee keer');
  });
});
