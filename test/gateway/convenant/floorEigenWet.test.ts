import { readConvenant } from '../../../gateway/convenant/readConvenant';
import { invoerfoutVan, tijdelijkBestand } from '../../schema/tijdelijkBestand';
import { catalogus, convenantYaml, partners, type Afwijking } from './voorbeeld';

/** A convenant of a chain with an act of its own: line 9 on as in the other floor. */
const KOP: [string, string][] = [
  ['regime: WGS', 'regime: EIGEN_WET'],
  ['STRAFRECHTELIJKE_HANDHAVING, BEGELEIDING, CASUSREGIE', 'CRISISHULP'],
  ['dji, dimence, veilig-thuis-ijsselland', 'dji, dimence, uwv, svb'],
];
const RECHT: Afwijking = { doelen: '[CRISISHULP]', grondslag: 'Wmo 2015 2.1.1', artikel: 'Wmo 2015 2.1.1' };
const fraude: [string, string] = ['doelen: [CRISISHULP]', 'doelen: [FRAUDEBESTRIJDING]'];
const SUWI: Afwijking = { doelen: '[FRAUDEBESTRIJDING]', grondslag: 'Wet SUWI 64', artikel: 'Wet SUWI 64' };

const lees = (afwijking: Afwijking, kop: [string, string][] = []) => {
  const yaml = convenantYaml([{ ...RECHT, ...afwijking }], [...KOP, ...kop]);
  return readConvenant(tijdelijkBestand('c.yaml', yaml), catalogus, partners);
};
const fout = (afwijking: Afwijking, kop: [string, string][] = []): string => invoerfoutVan(() => lees(afwijking, kop));

const politie: Afwijking = {
  gegevens: '[politie.bekend]',
  van: '[POLITIE]',
  aan: '[GGZ]',
  grondslag: 'Wpg 8; Wpg 19',
  artikel: 'Wpg 19',
};
const zorg: Afwijking = {
  gegevens: '[zorg.bekend]',
  van: '[GGZ]',
  aan: '[GEMEENTE]',
  grondslag: 'Wvggz 7:1; BW 7:457',
  artikel: 'Wvggz 7:1',
};
const bsn: Afwijking = { gegevens: '[persoon.bsn]', aan: '[OM]' };

describe('the floor of a chain with an act of its own lets through', () => {
  it.each<[string, Afwijking, [string, string][]?]>([
    ['what an act of its own gives', {}],
    [
      'a private party, and the dossier, from the first moment',
      { gegevens: '[casus.kern]', aan: '[GGZ]', fasen: 'alle' },
    ],
    ['politiegegevens of Wpg 8 by Wpg 19', politie],
    [
      'politiegegevens of Wpg 13 by Wpg 20, beside an act for the doel',
      { ...politie, grondslag: 'Wpg 13; Wpg 20; Wvggz 7:3', artikel: 'Wvggz 7:3' },
    ],
    [
      'an article with lid and onderdeel',
      { grondslag: 'Wmo 2015 2.3.2 lid 4 onder c', artikel: 'Wmo 2015 2.3.2 lid 4 onder c' },
    ],
    ['an article of several acts', { grondslag: 'Wvggz 7:1; Wmo 2015 2.1.1', artikel: 'Wvggz 7:1; Wmo 2015 2.1.1' }],
    ['the AVG beside an act', { grondslag: 'AVG 6 lid 1 onder e; Wmo 2015 2.1.1' }],
    ['health data under BW 7:457', zorg],
    ['health data in a crisis under the Wvggz itself', { ...zorg, grondslag: 'Wvggz 7:1' }],
    [
      'health data of a child under the Jeugdwet',
      { ...zorg, grondslag: 'Jeugdwet 7.3.11', artikel: 'Jeugdwet 7.3.11' },
    ],
    ['the BSN to a public body', bsn],
    ['the BSN to UWV', { ...bsn, ...SUWI, aan: '[UWV]' }, [fraude]],
    [
      'the BSN to a private one whose own act says so',
      { ...bsn, aan: '[dimence]', grondslag: 'Wvggz 7:1; Wabvpz 4', artikel: 'Wvggz 7:1' },
    ],
    [
      'income that UWV supplies, to the SVB',
      { ...SUWI, gegevens: '[gemeente.inkomen]', van: '[uwv]', aan: '[SVB]' },
      [fraude],
    ],
  ])('%s', (_, afwijking, kop = []) => {
    expect(lees(afwijking, kop).value.verstrekkingen).toHaveLength(1);
  });
});

const OWN = 'een artikel van Wvggz, Wzd, Wmo 2015, Jeugdwet, BW, Wpg, Wjsg, Wet SUWI, Participatiewet, AWR';

describe('no convenant of a chain with an act of its own can grant', () => {
  it.each<[string, Afwijking, string[], [string, string][]?]>([
    [
      'on the AVG alone',
      { grondslag: 'AVG 6 lid 1 onder e', artikel: 'AVG 6 lid 1 onder e' },
      [
        '6:10 geen verstrekking noemt voor CRISISHULP een wet die dat doel dient; noem die, of laat het doel weg (AVG 5 lid 1 onder b)',
        `16:16 verstrekking 1: de grondslag noemt geen wet die zelf tot verstrekken grond geeft; verwacht ${OWN} (AVG 6 lid 3)`,
        '17:14 verstrekking 1: "AVG 6 lid 1 onder e" draagt deze verstrekking niet; verwacht een wet van de grondslag (AVG 5 lid 2; AVG 6 lid 3)',
        '13:14 verstrekking 1: geen wet in de grondslag dient CRISISHULP; verwacht een artikel van Wvggz, Wzd, Wmo 2015, Jeugdwet, BW, Wpg (AVG 5 lid 1 onder b)',
      ],
    ],
    [
      'on the WGS, also beside an act',
      { grondslag: 'Wmo 2015 2.1.1; WGS 2.29 lid 1' },
      [
        '16:16 verstrekking 1: "WGS 2.29 lid 1" is de grond van een Zorg- en Veiligheidshuis; verwacht de wet waarop deze verstrekking zelf berust (AVG 6 lid 3)',
      ],
    ],
    [
      'on an act with a slip of the pen',
      { grondslag: 'Wmo 2015 2.1.1; Wvgz 7:1' },
      ['16:16 verstrekking 1: "Wvgz 7:1" is geen bekende grondslag; bedoelde u "Wvggz 7:1"? (AVG 6 lid 3)'],
    ],
    [
      'on an article that is not written like one',
      { grondslag: 'Wmo 2015 2.1.1; Wvggz 7.1' },
      [
        '16:16 verstrekking 1: "Wvggz 7.1" is hier geen grondslag; verwacht Wvggz 5:1, 5:2, 5:3, 5:4, 7:1, 7:2, 7:3, 8:29 (AVG 6 lid 3)',
      ],
    ],
    [
      'on an act without an article',
      { grondslag: 'Wmo 2015 2.1.1; Participatiewet' },
      [
        '16:16 verstrekking 1: "Participatiewet" is hier geen grondslag; verwacht Participatiewet 53a, 63, 64, 65, 66, 67 (AVG 6 lid 3)',
      ],
    ],
    [
      'on what is no act at all',
      { grondslag: 'Wmo 2015 2.1.1; afspraak 12' },
      [
        `16:16 verstrekking 1: "afspraak 12" is geen bekende grondslag; verwacht ${OWN}, BIG, Wabb, Wabvpz, Wet BRP, AVG, UAVG, en een puntkomma tussen twee (AVG 6 lid 3)`,
      ],
    ],
    [
      'under an article that its grondslag does not name',
      { artikel: 'Wvggz 7:1' },
      [
        '17:14 verstrekking 1: "Wvggz 7:1" draagt deze verstrekking niet; verwacht "Wmo 2015 2.1.1" (AVG 5 lid 2; AVG 6 lid 3)',
      ],
    ],
    [
      'under an article that only says how',
      { ...bsn, grondslag: 'Wmo 2015 2.1.1; Wabb 10', artikel: 'Wabb 10' },
      [
        '17:14 verstrekking 1: "Wabb 10" draagt deze verstrekking niet; verwacht "Wmo 2015 2.1.1" (AVG 5 lid 2; AVG 6 lid 3)',
      ],
    ],
    [
      'for a doel that its act does not serve',
      { ...RECHT, doelen: '[FRAUDEBESTRIJDING]' },
      [
        '6:10 geen verstrekking noemt voor FRAUDEBESTRIJDING een wet die dat doel dient; noem die, of laat het doel weg (AVG 5 lid 1 onder b)',
        '13:14 verstrekking 1: geen wet in de grondslag dient FRAUDEBESTRIJDING; verwacht een artikel van Wpg, Wjsg, Wet SUWI, Participatiewet, AWR (AVG 5 lid 1 onder b)',
      ],
      [fraude],
    ],
    [
      'anything to who may have no account',
      { aan: '[POLITIE, WONINGCORPORATIE]' },
      ['12:20 verstrekking 1: WONINGCORPORATIE kan geen account hebben en dus niets geven of krijgen (AVG 6 lid 3)'],
    ],
    [
      'anything after AFSLUITING',
      { fasen: '[UITVOERING, AFSLUITING]' },
      [
        '14:25 verstrekking 1: na AFSLUITING is een casus afgeschermd; dan kan niets worden verstrekt (AVG 5 lid 1 onder b en e)',
      ],
    ],
    [
      'content before the doeltoets',
      { fasen: '[DOELTOETS]' },
      [
        '10:16 verstrekking 1: "gemeente.wonen" kan niet in DOELTOETS; tot de doeltoets alleen dossier en identiteit (AVG 5 lid 1 onder c)',
      ],
    ],
    [
      'politiegegevens from another than the police',
      { ...politie, gegevens: '[politie.geleend]', van: '[GEMEENTE]' },
      ['11:11 verstrekking 1: politiegegevens komen alleen van de POLITIE, niet van GEMEENTE (Wpg 16, 18, 19 en 20)'],
    ],
    ...['Wpg 19', 'Wpg 8; Wvggz 7:1', 'Wvggz 7:1', 'Wpg 8; Wpg 9; Wpg 19'].map(
      (grondslag): [string, Afwijking, string[]] => [
        `politiegegevens on ${grondslag}`,
        { ...politie, grondslag, artikel: grondslag.includes('Wvggz') ? 'Wvggz 7:1' : 'Wpg 19' },
        [
          ...(grondslag.includes('Wpg 9')
            ? ['16:16 verstrekking 1: "Wpg 9" is hier geen grondslag; verwacht Wpg 16, 18, 19, 20, 8, 13 (AVG 6 lid 3)']
            : []),
          '16:16 verstrekking 1: politiegegevens alleen uit Wpg 8 of Wpg 13, en door Wpg 16, 18, 19 of 20; verwacht van elk een, en geen ander artikel van de Wpg (Wpg 16, 18, 19 en 20)',
        ],
      ],
    ),
    [
      'justitiele gegevens from another than the OM',
      { gegevens: '[justitie.vonnissen]', van: '[OM, DJI]' },
      ['11:15 verstrekking 1: justitiele gegevens komen alleen van het OM, niet van DJI (Wjsg 39f)'],
    ],
    [
      'health data without the act that breaks the secrecy',
      { ...zorg, grondslag: 'Wmo 2015 2.1.1', artikel: 'Wmo 2015 2.1.1' },
      [
        '16:16 verstrekking 1: "zorg.bekend" valt onder medisch geheim; verwacht "BW 7:457", "Jeugdwet 7.3.11" of een artikel van de Wvggz in de grondslag (BW 7:457; Jeugdwet 7.3.11)',
      ],
    ],
    [
      'health data for what the act that breaks the secrecy does not serve',
      { ...zorg, doelen: '[CRISISHULP, FRAUDEBESTRIJDING]', grondslag: 'AWR 67; BW 7:457', artikel: 'AWR 67' },
      [
        '13:26 verstrekking 1: "zorg.bekend" valt onder medisch geheim, en dat wijkt niet voor FRAUDEBESTRIJDING (BW 7:457; Jeugdwet 7.3.11)',
      ],
      [['doelen: [CRISISHULP]', 'doelen: [CRISISHULP, FRAUDEBESTRIJDING]']],
    ],
    [
      'health data on another article of the Jeugdwet',
      { ...zorg, grondslag: 'Jeugdwet 7.4.1', artikel: 'Jeugdwet 7.4.1' },
      [
        '16:16 verstrekking 1: "zorg.bekend" valt onder medisch geheim; verwacht "BW 7:457", "Jeugdwet 7.3.11" of een artikel van de Wvggz in de grondslag (BW 7:457; Jeugdwet 7.3.11)',
      ],
    ],
    [
      'the BSN to a private party without an act of its own',
      { ...bsn, aan: '[GGZ]' },
      ['12:11 verstrekking 1: GGZ krijgt geen BSN zonder eigen wet; verwacht die in de grondslag (Wabb 10)'],
    ],
    [
      'the BSN to a ketenrol',
      { ...bsn, aan: '[PROCESREGISSEUR]', grondslag: 'Wmo 2015 2.1.1; Wabb 10' },
      [
        '12:11 verstrekking 1: PROCESREGISSEUR krijgt geen BSN; noem de partners die het voor hun taak gebruiken (Wabb 10)',
      ],
    ],
    [
      'money of the directe kring',
      { gegevens: '[kring.inkomen]' },
      ['10:16 verstrekking 1: "kring.inkomen" is van de directe kring niet nodig (AVG 5 lid 1 onder c)'],
    ],
    [
      'more of a professional than identity and contact',
      { gegevens: '[professional.gezondheid]' },
      [
        '10:16 verstrekking 1: "professional.gezondheid" kan niet; van een professional alleen identiteit en contact (AVG 5 lid 1 onder c)',
      ],
    ],
    [
      'the seats of a medewerker',
      { gegevens: '[zetel.eigen]' },
      [
        '10:16 verstrekking 1: "zetel.eigen" is van de medewerker zelf; een convenant kan het niet verstrekken (AVG 5 lid 1 onder f)',
      ],
    ],
  ])('%s', (_, afwijking, meldingen, kop = []) => {
    expect(fout(afwijking, kop).split('\n').sort()).toEqual(meldingen.map((melding) => `c.yaml:${melding}`).sort());
  });

  it('anything to a kind of which no party is, though it could be one', () => {
    expect(fout({ aan: '[POLITIE, BELASTINGDIENST]' })).toBe(
      'c.yaml:12:20 verstrekking 1: geen enkele partij van dit convenant is BELASTINGDIENST; zet er een bij de partijen, of haal BELASTINGDIENST hier weg',
    );
  });

  it.each(['woningcorporatie-ijsselland', 'slachtofferhulp'])('a place among its parties to %s', (partij) => {
    expect(fout({}, [['uwv,', `uwv, ${partij},`]])).toBe(
      `c.yaml:7:91 "${partij}" kan geen account hebben en dus geen partij zijn (AVG 6 lid 3)`,
    );
  });

  it('a doel for which no verstrekking names an act', () => {
    expect(fout({}, [['[CRISISHULP]', '[CRISISHULP, BEGELEIDING]']])).toBe(
      'c.yaml:6:22 geen verstrekking noemt voor BEGELEIDING een wet die dat doel dient; noem die, of laat het doel weg (AVG 5 lid 1 onder b)',
    );
  });
});
