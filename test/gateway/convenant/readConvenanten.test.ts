import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { findConvenant } from '../../../gateway/convenant/findConvenant';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import { invoerfoutVan, tijdelijkBestand } from '../../schema/tijdelijkBestand';
import { catalogus, convenantYaml, partners, type Afwijking } from './voorbeeld';

let teller = 0;

/** Writes these files to a folder of their own and reads it as the hub does. */
function lees(bestanden: Readonly<Record<string, string>>) {
  teller += 1;
  const map = join(dirname(tijdelijkBestand('leeg', '')), `map${teller}`);
  mkdirSync(map);
  for (const [naam, inhoud] of Object.entries(bestanden)) tijdelijkBestand(`map${teller}/${naam}`, inhoud);
  return readConvenanten(map, catalogus, partners);
}

function fout(bestanden: Readonly<Record<string, string>>): string {
  return invoerfoutVan(() => lees(bestanden))
    .replaceAll(`map${teller}/`, '')
    .replaceAll(`map${teller}`, '.');
}

describe('a convenant', () => {
  it('is read with every "alle" spelled out', () => {
    const [convenant] = lees({
      'c.yaml': convenantYaml([
        { gegevens: '[casus.kern]', artikel: 'WGS 2.32', doelen: 'alle', fasen: 'alle', kaders: 'alle' },
      ]),
    });
    expect(convenant).toEqual({
      id: 'proef',
      versie: '1',
      titel: 'Proef',
      voorbeeld: false,
      regime: 'WGS',
      van: '2026-01-01',
      tot: '2027-01-01',
      doelen: ['STRAFRECHTELIJKE_HANDHAVING', 'BEGELEIDING', 'CASUSREGIE'],
      partijen: [
        'gemeente-zwolle',
        'politie-oost-nederland',
        'om-oost-nederland',
        'dji',
        'dimence',
        'veilig-thuis-ijsselland',
      ],
      getekend: [],
      verstrekkingen: [
        {
          nr: 1,
          gegevens: ['casus.kern'],
          van: ['GEMEENTE'],
          aan: ['POLITIE'],
          rollen: null,
          doelen: ['STRAFRECHTELIJKE_HANDHAVING', 'BEGELEIDING', 'CASUSREGIE'],
          fasen: ['AANMELDING', 'DOELTOETS', 'VERZAMELEN', 'DEELNEMERSBEPALING', 'CASUSOVERLEG', 'UITVOERING'],
          kaders: ['VRIJWILLIG', 'DRANG', 'DWANG'],
          beperkingen: [],
          voorwaarden: [],
          grondslag: 'WGS 2.29 lid 1',
          artikel: 'WGS 2.32',
        },
      ],
    });
  });

  it.each<[string, Afwijking, string]>([
    [
      'a category that is not in the catalogue',
      { gegevens: '[gemeente.wone]' },
      'c.yaml:10:16 "gemeente.wone" is geen gegevenscategorie; bedoelde u "gemeente.wonen"?',
    ],
    [
      'a supplier that is nobody',
      { van: '[GEMEENTEN]' },
      'c.yaml:11:11 "GEMEENTEN" is geen partnersoort of ketenpartner; bedoelde u "GEMEENTE"?',
    ],
    [
      'a ketenrol as a supplier',
      { van: '[PROCESREGISSEUR]' },
      'c.yaml:11:11 "PROCESREGISSEUR" is geen partnersoort of ketenpartner',
    ],
    [
      'a receiver that is nobody',
      { aan: '[politie-oost-nederlnd]' },
      'c.yaml:12:11 "politie-oost-nederlnd" is geen partnersoort, ketenpartner of ketenrol; bedoelde u "politie-oost-nederland"?',
    ],
    [
      'an auditor as a receiver',
      { aan: '[AUDITOR]' },
      'c.yaml:12:11 "AUDITOR" is geen partnersoort, ketenpartner of ketenrol',
    ],
    [
      'a rol that sits for no partner',
      { rollen: '[PRIVACY_OFFICER]' },
      'c.yaml:18:14 "PRIVACY_OFFICER" is geen rol aan de kant van een partner; verwacht een van: MELDER, DEELNEMER, CASUSREGISSEUR',
    ],
    [
      'rollen for ketenrollen only',
      { aan: '[PROCESREGISSEUR]', rollen: '[DEELNEMER]' },
      'c.yaml:18:13 verstrekking 1: rollen gelden alleen voor partners, en hier ontvangen alleen ketenrollen; haal ze weg',
    ],
    [
      'a mistyped doel',
      { doelen: '[BEGELIEDING]' },
      'c.yaml:13:14 "BEGELIEDING" is geen doel; bedoelde u "BEGELEIDING"?',
    ],
    [
      'a doel that the convenant does not have',
      { doelen: '[BEGELEIDING, BESTUURLIJKE_HANDHAVING]' },
      'c.yaml:13:27 verstrekking 1: BESTUURLIJKE_HANDHAVING is geen doel van dit convenant; zet het bij de doelen bovenaan, of kies uit STRAFRECHTELIJKE_HANDHAVING, BEGELEIDING, CASUSREGIE',
    ],
    ['a word that is not alle', { fasen: 'allemaal' }, 'c.yaml:14:12 verwacht een lijst, of het woord alle'],
    [
      'an empty list, which would grant nothing',
      { kaders: '[]' },
      'c.yaml:15:13 deze lijst is leeg; verwacht ten minste een waarde',
    ],
    [
      'a beperking that no source knows',
      { beperkingen: '[VRIJGEVEN]' },
      'c.yaml:18:19 "VRIJGEVEN" is geen beperking; bedoelde u "VRIJGEGEVEN"?',
    ],
    [
      'a supplier that may not give it',
      { van: '[GEMEENTE, om-oost-nederland]' },
      'c.yaml:11:21 verstrekking 1: om-oost-nederland kan "gemeente.wonen" niet verstrekken; verwacht GEMEENTE',
    ],
    [
      'a receiver that is no party',
      { aan: '[gemeente-deventer]' },
      'c.yaml:12:11 verstrekking 1: "gemeente-deventer" is geen partij van dit convenant; zet hem bij de partijen, of haal hem hier weg',
    ],
    [
      'a kind of which there is no party',
      { aan: '[OM, RVDK]' },
      'c.yaml:12:15 verstrekking 1: geen enkele partij van dit convenant is RVDK; zet er een bij de partijen, of haal RVDK hier weg',
    ],
    ['an empty grondslag', { grondslag: '""' }, 'c.yaml:16:16 deze tekst is leeg'],
    [
      'a voorwaarde that nobody knows',
      { voorwaarden: '[NIET_DOORVERSTREKEN]' },
      'c.yaml:18:19 "NIET_DOORVERSTREKEN" is geen voorwaarde; bedoelde u "NIET_DOORVERSTREKKEN"?',
    ],
    [
      'a key that it does not know',
      { voorwarden: '[NIET_VASTLEGGEN]' },
      'c.yaml:18:5 "voorwarden" is geen sleutel die hier mag staan; bedoelde u "voorwaarden"?',
    ],
    [
      'a ketenrol among the rollen',
      { rollen: '[PROCESREGISSEUR]' },
      'c.yaml:18:14 "PROCESREGISSEUR" is geen rol aan de kant van een partner; een ketenrol staat in "aan"',
    ],
    ['alle in a list', { doelen: '[alle]' }, 'c.yaml:13:14 "alle" is geen doel; schrijf alle zonder blokhaken'],
    [
      'every category of a source at once',
      { gegevens: '[gemeente.*]' },
      'c.yaml:10:16 "gemeente.*" is geen gegevenscategorie; verwacht een van: gemeente.inkomen, gemeente.schuldindicatie, gemeente.schulden, gemeente.wonen, gemeente.voorzieningen, gemeente.leerplicht',
    ],
    ['a number for a category', { gegevens: '[5]' }, 'c.yaml:10:16 verwacht een gegevenscategorie, kreeg het getal 5; zet er aanhalingstekens omheen als het tekst is'], // oxfmt-ignore
    ['nothing for a category', { gegevens: '[null]' }, 'c.yaml:10:16 verwacht een gegevenscategorie, kreeg niets'],
    [
      'a grondslag with what nobody sees in it',
      { grondslag: '"WGS 2.29 lid 1\\a"' },
      'c.yaml:16:16 verwacht een regel gewone tekst, zonder tekens die niemand ziet',
    ],
    ['a number that is text', { nr: '"1"' }, 'c.yaml:9:9 verwacht een getal, kreeg "1"; haal de aanhalingstekens weg'],
  ])('is refused with %s', (_, afwijking, message) => {
    expect(fout({ 'c.yaml': convenantYaml([afwijking]) })).toBe(message);
  });

  it.each<[string, [string, string], string]>([
    [
      'a versie that would read as another line of what is signed',
      ['versie: "1"', 'versie: "1\\nsha256 0000"'],
      'c.yaml:3:9 "1\nsha256 0000" is ongeldig; verwacht letters, cijfers, punten en koppeltekens',
    ],
    [
      'no end',
      ['geldig: { van: 2026-01-01, tot: 2027-01-01 }', 'geldig: { van: 2026-01-01 }'],
      'c.yaml:5:9 "tot" ontbreekt. Geldt tot, niet met',
    ],
    [
      'nothing for a day',
      ['geldig: { van: 2026-01-01, tot: 2027-01-01 }', 'geldig: { van: 2026-01-01, tot: }'],
      'c.yaml:5:33 verwacht een dag als 2026-01-31, kreeg niets',
    ],
    [
      'a list for a day',
      ['geldig: { van: 2026-01-01, tot: 2027-01-01 }', 'geldig: { van: 2026-01-01, tot: [2027-01-01] }'],
      'c.yaml:5:33 verwacht een dag als 2026-01-31, kreeg een lijst',
    ],
    ['a party that is nobody', ['dji,', 'dij,'], 'c.yaml:7:72 "dij" is geen ketenpartner; bedoelde u "dji"?'],
    [
      'a day that does not exist',
      ['2026-01-01', '2026-02-30'],
      'c.yaml:5:16 "2026-02-30" is ongeldig; verwacht een dag als 2026-01-31',
    ],
    [
      'an end before its beginning',
      ['2027-01-01', '2025-01-01'],
      'c.yaml:5:33 tot (2025-01-01) ligt niet na van (2026-01-01); verwacht een latere dag',
    ],
    [
      'an end on the day of its beginning, on which it would never be in force',
      ['2027-01-01', '2026-01-01'],
      'c.yaml:5:33 tot (2026-01-01) ligt niet na van (2026-01-01); verwacht een latere dag',
    ],
    [
      'another regime',
      ['regime: WGS', 'regime: RIEC'],
      'c.yaml:4:9 "RIEC" is geen regime; verwacht een van: WGS, EIGEN_WET',
    ],
    [
      'a mistyped regime',
      ['regime: WGS', 'regime: EIGENWET'],
      'c.yaml:4:9 "EIGENWET" is geen regime; bedoelde u "EIGEN_WET"?',
    ],
    [
      'a mistyped doel of the convenant',
      ['CASUSREGIE]', 'CASUSREGI]'],
      'c.yaml:6:52 "CASUSREGI" is geen doel; bedoelde u "CASUSREGIE"?',
    ],
    [
      'the same key twice',
      ['titel: Proef', 'titel: Proef\ntitel: Proef'],
      'c.yaml:3:1 deze sleutel staat er twee keer; verwacht elke sleutel een keer',
    ],
    [
      'a list that stands elsewhere',
      ['doelen: [', 'doelen: &d ['],
      'c.yaml:6:12 anker "&d" is niet toegestaan; haal het weg',
    ],
    [
      'an OIN as its party, without quotation marks',
      ['[gemeente-zwolle,', '[00000099000000000103,'],
      'c.yaml:7:12 00000099000000000103 is als getal te lang en wordt afgerond; zet er aanhalingstekens omheen',
    ],
    [
      'an OIN as its party',
      ['[gemeente-zwolle,', '["00000099000000000103",'],
      `c.yaml:7:12 "00000099000000000103" is geen ketenpartner; verwacht een van: ${[...partners.keys()].join(', ')}`,
    ],
    [
      'a version that is a number',
      ['"1"', '2026.1'],
      'c.yaml:3:9 verwacht tekst, kreeg het getal 2026.1; zet er aanhalingstekens omheen als het tekst is',
    ],
    [
      'a mistyped key',
      ['titel:', 'title:'],
      'c.yaml:1:1 "titel" ontbreekt\nc.yaml:2:1 "title" is geen sleutel die hier mag staan; bedoelde u "titel"?',
    ],
  ])('is refused with %s', (_, head, message) => {
    expect(fout({ 'c.yaml': convenantYaml([{}], [head]) })).toBe(message);
  });

  it('may narrow the rollen of the partners among its receivers, beside a ketenrol that has none', () => {
    const [convenant] = lees({
      'c.yaml': convenantYaml([{ aan: '[PROCESREGISSEUR, POLITIE]', rollen: '[DEELNEMER]' }]),
    });
    expect(convenant?.verstrekkingen[0]?.rollen).toEqual(['DEELNEMER']);
  });

  it('is refused with a kind that is outside the act for that alone, whether a party of that kind could be added', () => {
    expect(fout({ 'c.yaml': convenantYaml([{ aan: '[OM, SVB]' }]) })).toBe(
      'c.yaml:12:15 verstrekking 1: SVB staat buiten de wet en kan niets geven of krijgen (WGS 2.27; BGS 2.21 lid 3)',
    );
  });

  it('is refused with no verstrekking at all', () => {
    const leeg = convenantYaml([{}]).replace(/verstrekkingen:[^]*/, 'verstrekkingen: []\n');
    expect(fout({ 'c.yaml': leeg })).toBe('c.yaml:8:17 verwacht ten minste een verstrekking');
  });

  it('is refused with two verstrekkingen of one number', () => {
    expect(fout({ 'c.yaml': convenantYaml([{}, { kaders: '[DRANG]' }]) })).toBe(
      'c.yaml:18:9 verstrekking 1: dit nummer staat er twee keer; geef elke verstrekking een eigen',
    );
  });

  it('is refused with a verstrekking that says what another said, in another order', () => {
    const eerste = { doelen: '[BEGELEIDING, CASUSREGIE]', aan: '[POLITIE, OM]' };
    const tweede = { nr: '2', doelen: '[CASUSREGIE, BEGELEIDING]', aan: '[OM, POLITIE]' };
    expect(fout({ 'c.yaml': convenantYaml([eerste, tweede]) })).toBe(
      'c.yaml:18:9 verstrekking 2: verleent hetzelfde als verstrekking 1; haal een van beide weg, of wijzig wat u bedoelde',
    );
  });

  it.each<[string, Afwijking]>([
    ['receiver', { aan: '[OM]' }],
    ['fase', { fasen: '[UITVOERING]' }],
    ['rol', { rollen: '[DEELNEMER]' }],
    ['beperking', { beperkingen: '[WERKGEBIED]' }],
    ['voorwaarde', { voorwaarden: '[NIET_VASTLEGGEN]' }],
    ['grondslag', { grondslag: 'WGS 2.29 lid 1; Wmo 2015 4.1.1' }],
  ])('may have a verstrekking that differs from another in its %s only', (_, anders) => {
    expect(lees({ 'c.yaml': convenantYaml([{}, { nr: '2', ...anders }]) })[0]?.verstrekkingen).toHaveLength(2);
  });

  it.each([
    ['doelen', 'alle: de doelen van dit convenant; of een lijst'],
    [
      'grondslag',
      'Wettelijke grondslagen, gescheiden door een puntkomma: "WGS 2.29 lid 1; Wpg 8", of bij EIGEN_WET "Wet SUWI 64; Wabb 10"',
    ],
    [
      'artikel',
      'Artikel dat een besluit noemt: "WGS 2.30 lid 1 onder 7", of bij EIGEN_WET een van de grondslagen: "Wet SUWI 64"',
    ],
    ['van', 'Wie verstrekt'],
  ])('is refused without the %s of a verstrekking, and says what belongs there', (sleutel, uitleg) => {
    const yaml = convenantYaml([{}]).replace(new RegExp(`\n    ${sleutel}: .*`), '');
    expect(fout({ 'c.yaml': yaml })).toBe(`c.yaml:9:5 "${sleutel}" ontbreekt. ${uitleg}`);
  });
});

describe('a folder of convenanten', () => {
  const tweede = (van: string, tot: string, versie = '"2"'): string =>
    convenantYaml(
      [{}],
      [
        ['"1"', versie],
        ['{ van: 2026-01-01, tot: 2027-01-01 }', `{ van: ${van}, tot: ${tot} }`],
      ],
    );

  it('may hold versions that follow each other, and ignores signatures and the schema', () => {
    const convenanten = lees({
      'b.yaml': convenantYaml([{}]),
      'a.yaml': tweede('2027-01-01', '2028-01-01'),
      'b.yaml.sig': 'x',
      'x.json': '{}',
    });
    expect(convenanten.map((c) => [c.id, c.versie])).toEqual([
      ['proef', '1'],
      ['proef', '2'],
    ]);
  });

  it('tells them by id and then by date, whatever the names of their files', () => {
    const van = (id: string, jaar: number): string =>
      tweede(`${jaar}-01-01`, `${jaar + 1}-01-01`, `"${jaar}"`).replace('convenant: proef', `convenant: ${id}`);
    const soorten = ['a', 'b', 'c'].flatMap((id) => [2027, 2028, 2029].map((jaar) => [id, jaar] as const));
    fc.assert(
      fc.property(fc.shuffledSubarray(soorten, { minLength: soorten.length }), (order) => {
        const bestanden = order.map(([id, jaar], i) => [`${i}.yaml`, van(id, jaar)] as const);
        expect(lees(Object.fromEntries(bestanden)).map(({ id, versie }) => [id, Number(versie)])).toEqual(soorten);
      }),
      { numRuns: 10 },
    );
  });

  it('is refused when two versions are in force on one day', () => {
    expect(fout({ 'a.yaml': convenantYaml([{}]), 'b.yaml': tweede('2026-12-31', '2028-01-01') })).toBe(
      'b.yaml:5:9 "proef" geldt dan al: versie 1, van 2026-01-01 tot 2027-01-01; laat de ene beginnen waar de andere eindigt',
    );
  });

  it('is refused when a version begins on the day before another ends, whichever was read first', () => {
    const dan = (versie: string, wanneer: string): string =>
      `"proef" geldt dan al: versie ${versie}, van ${wanneer}; laat de ene beginnen waar de andere eindigt`;
    const eerst = convenantYaml([{}]);
    const later = tweede('2026-12-31', '2028-01-01');
    expect(fout({ 'a.yaml': later, 'b.yaml': eerst })).toBe(`b.yaml:5:9 ${dan('2', '2026-12-31 tot 2028-01-01')}`);
    expect(fout({ 'a.yaml': eerst, 'b.yaml': later })).toBe(`b.yaml:5:9 ${dan('1', '2026-01-01 tot 2027-01-01')}`);
  });

  it('names the version that ended last before a gap', () => {
    const eerst = convenantYaml([{}]);
    const tussen = tweede('2027-01-01', '2028-01-01');
    const laatst = tweede('2028-03-01', '2029-01-01', '"3"');
    const gat =
      'van 2028-01-01 tot 2028-03-01 geldt "proef" niet: versie 2 eindigt en versie 3 begint later; laat ze op elkaar aansluiten, of haal versie 2 weg';
    expect(fout({ 'a.yaml': tussen, 'b.yaml': eerst, 'c.yaml': laatst })).toBe(`c.yaml:5:16 ${gat}`);
    expect(fout({ 'a.yaml': eerst, 'b.yaml': tussen, 'c.yaml': laatst })).toBe(`c.yaml:5:16 ${gat}`);
  });

  it('is refused when two versions have one name', () => {
    expect(fout({ 'a.yaml': convenantYaml([{}]), 'b.yaml': tweede('2027-01-01', '2028-01-01', '"1"') })).toBe(
      'b.yaml:3:9 "proef" heeft al een versie 1; geef deze een eigen naam',
    );
  });

  it('is refused when between two versions none is in force, whatever the names of their files', () => {
    const gat =
      'van 2027-01-01 tot 2027-02-01 geldt "proef" niet: versie 1 eindigt en versie 2 begint later; laat ze op elkaar aansluiten, of haal versie 1 weg';
    const eerst = convenantYaml([{}]);
    const later = tweede('2027-02-01', '2028-01-01');
    expect(fout({ 'a.yaml': eerst, 'b.yaml': later })).toBe(`b.yaml:5:16 ${gat}`);
    expect(fout({ 'a.yaml': later, 'b.yaml': eerst })).toBe(`a.yaml:5:16 ${gat}`);
  });

  it('may hold convenanten of which one begins where another of another name has ended long ago', () => {
    const ander = tweede('2029-01-01', '2030-01-01').replace('convenant: proef', 'convenant: ander');
    expect(lees({ 'a.yaml': convenantYaml([{}]), 'b.yaml': ander })).toHaveLength(2);
  });

  it('is refused when empty, rather than denying everything in silence', () => {
    expect(fout({})).toBe('.:1:1 in deze map staat geen convenant');
  });

  it('is refused when a convenant would be passed over for its name', () => {
    expect(fout({ 'a.yaml': convenantYaml([{}]), 'b.yml': 'x' })).toBe(
      'b.yml:1:1 de naam van een convenant eindigt op .yaml',
    );
  });

  it('is refused when it is not there', () => {
    expect(invoerfoutVan(() => readConvenanten('weg', catalogus, partners))).toBe(
      'weg:1:1 deze map kan niet worden gelezen',
    );
  });

  it('tells what is wrong in every file at once', () => {
    const bestanden = {
      'a.yaml': convenantYaml([{ van: '[X]' }]),
      'b.yaml': convenantYaml([{ fasen: '[AFSLUITING]' }]),
    };
    expect(
      fout(bestanden)
        .split('\n')
        .map((regel) => regel.split(' ')[0]),
    ).toEqual(['a.yaml:11:11', 'b.yaml:14:13']);
  });
});

describe('the version in force', () => {
  const convenanten = lees({ 'c.yaml': convenantYaml([{}]) });

  it.each([
    ['2025-12-31', null],
    ['2026-01-01', '1'],
    ['2026-12-31', '1'],
    ['2027-01-01', null],
  ])('on %s is %s', (dag, versie) => {
    expect(findConvenant(convenanten, 'proef', dag)?.versie ?? null).toBe(versie);
  });

  it('of another convenant is none', () => {
    expect(findConvenant(convenanten, 'ander', '2026-06-01')).toBeNull();
  });
});
