import { readConvenant } from '../../../gateway/convenant/readConvenant';
import { invoerfoutVan, tijdelijkBestand } from '../../schema/tijdelijkBestand';
import { GEEN_GROND } from './geenGrond';
import { catalogus, convenantYaml, partners, type Afwijking } from './voorbeeld';

const lees = (afwijking: Afwijking) =>
  readConvenant(tijdelijkBestand('c.yaml', convenantYaml([afwijking])), catalogus, partners);
const fout = (afwijking: Afwijking): string => invoerfoutVan(() => lees(afwijking));

const wonen = {};
const politie = {
  gegevens: '[politie.bekend]',
  van: '[POLITIE]',
  aan: '[OM]',
  grondslag: 'WGS 2.29 lid 1; Wpg 8',
  artikel: 'WGS 2.30 lid 1 onder 7',
};
const zorg = {
  gegevens: '[zorg.bekend]',
  van: '[GGZ]',
  aan: '[GEMEENTE]',
  grondslag: 'WGS 2.29 lid 1; WGS 2.29 lid 2',
  artikel: 'WGS 2.30 lid 1 onder 6',
};
const bsn = { gegevens: '[persoon.bsn]', aan: '[OM]', artikel: 'WGS 2.30 lid 1 onder 2' };
const dossier = { gegevens: '[casus.kern]', grondslag: 'WGS 2.32', artikel: 'WGS 2.32' };
const kring = { gegevens: '[casus.kring]', grondslag: 'WGS 2.32', artikel: 'WGS 2.32' };

describe('the floor of the WGS lets through', () => {
  it.each<[string, Afwijking]>([
    ['what a municipality knows, to the police, in a casusoverleg', wonen],
    ['politiegegevens of Wpg 8', politie],
    ['politiegegevens of Wpg 13', { ...politie, grondslag: 'WGS 2.29 lid 1; Wpg 13 lid 1' }],
    ['health data that names the ground it needs', zorg],
    [
      'what Veilig Thuis knows, which is under no medical secrecy',
      { ...zorg, van: '[VEILIG_THUIS]', grondslag: 'WGS 2.29 lid 1' },
    ],
    ['the BSN to a public body', bsn],
    [
      'the BSN to a private one whose own act says so',
      { ...bsn, aan: '[dimence]', grondslag: 'WGS 2.29 lid 1; Wabvpz 4' },
    ],
    [
      'the BSN to a private one by the general act',
      { ...bsn, aan: '[dimence]', grondslag: 'WGS 2.29 lid 1; Wabb 10 lid 1' },
    ],
    [
      'the BSN to a private one by the act on youth',
      { ...bsn, aan: '[dimence]', grondslag: 'WGS 2.29 lid 1; Jeugdwet 7.2.1' },
    ],
    ['the BSN to a ketenrol that asks another house', { ...bsn, aan: '[INFORMATIEMAKELAAR]', grondslag: 'WGS 2.28' }],
    ['the dossier in AANMELDING, to public parties', { ...dossier, fasen: '[AANMELDING]' }],
    [
      'who someone is in DOELTOETS, to public parties',
      { gegevens: '[persoon.naam]', fasen: '[DOELTOETS]', artikel: 'WGS 2.30 lid 1 onder 1' },
    ],
    ['alle fasen, since AFSLUITING is not one of them', { ...dossier, fasen: 'alle' }],
    ['the directe kring from VERZAMELEN', { ...kring, fasen: '[VERZAMELEN]' }],
    [
      'several WGS categories under one article that names them all',
      { gegevens: '[gemeente.wonen, gemeente.schulden, gemeente.inkomen]', artikel: 'WGS 2.30 lid 1 onder 3, 4 en 5' },
    ],
  ])('%s', (_, afwijking) => {
    expect(lees(afwijking).value.verstrekkingen).toHaveLength(1);
  });
});

describe('no convenant can grant', () => {
  it.each<[string, Afwijking, string]>([
    [
      'anything after AFSLUITING',
      { fasen: '[UITVOERING, AFSLUITING]' },
      'c.yaml:14:25 verstrekking 1: na AFSLUITING is een casus afgeschermd; dan kan niets worden verstrekt (WGS 2.31)',
    ],
    [
      'anything to a kind outside the act',
      { aan: '[POLITIE, WONINGCORPORATIE]' },
      'c.yaml:12:20 verstrekking 1: WONINGCORPORATIE staat buiten de wet en kan niets geven of krijgen (WGS 2.27; BGS 2.21 lid 3)',
    ],
    [
      'anything to a private party in AANMELDING',
      { ...dossier, aan: '[OM, GGZ]', fasen: '[AANMELDING]' },
      'c.yaml:12:15 verstrekking 1: GGZ is privaat en krijgt niets in AANMELDING, pas vanaf VERZAMELEN (WGS 2.31 lid 2 en 3)',
    ],
    [
      'anything to a private party in all fasen',
      { ...dossier, aan: '[dimence]', fasen: 'alle' },
      'c.yaml:12:11 verstrekking 1: dimence is privaat en krijgt niets in AANMELDING, pas vanaf VERZAMELEN (WGS 2.31 lid 2 en 3)',
    ],
    [
      'content before the doeltoets',
      { fasen: '[DOELTOETS]' },
      'c.yaml:10:16 verstrekking 1: "gemeente.wonen" kan niet in DOELTOETS; tot de doeltoets alleen dossier en identiteit (WGS 2.31)',
    ],
    [
      'politiegegevens from another than the police',
      { ...politie, gegevens: '[politie.geleend]', van: '[POLITIE, GEMEENTE]' },
      'c.yaml:11:20 verstrekking 1: politiegegevens komen alleen van de POLITIE, niet van GEMEENTE (WGS 2.30 lid 1 onder 7)',
    ],
    [
      'politiegegevens of Wpg 9',
      { ...politie, grondslag: 'WGS 2.29 lid 1; Wpg 8; Wpg 9' },
      'c.yaml:16:16 verstrekking 1: "Wpg 9" is hier geen grondslag; verwacht Wpg 8, 13 (WGS 2.29; AVG 6 lid 3)\nc.yaml:16:16 verstrekking 1: politiegegevens alleen uit Wpg 8 of Wpg 13; verwacht die, en geen ander artikel van de Wpg (WGS 2.30 lid 1 onder 7)',
    ],
    [
      'politiegegevens of Wpg 80, which only begins like Wpg 8',
      { ...politie, grondslag: 'WGS 2.29 lid 1; Wpg 80' },
      'c.yaml:16:16 verstrekking 1: "Wpg 80" is hier geen grondslag; verwacht Wpg 8, 13 (WGS 2.29; AVG 6 lid 3)\nc.yaml:16:16 verstrekking 1: politiegegevens alleen uit Wpg 8 of Wpg 13; verwacht die, en geen ander artikel van de Wpg (WGS 2.30 lid 1 onder 7)',
    ],
    [
      'politiegegevens without an article of the Wpg',
      { ...politie, grondslag: 'WGS 2.29 lid 1' },
      'c.yaml:16:16 verstrekking 1: politiegegevens alleen uit Wpg 8 of Wpg 13; verwacht die, en geen ander artikel van de Wpg (WGS 2.30 lid 1 onder 7)',
    ],
    [
      'justitiele gegevens from another than the OM',
      { gegevens: '[justitie.vonnissen]', van: '[OM, DJI]', artikel: 'WGS 2.30 lid 1 onder 8' },
      'c.yaml:11:15 verstrekking 1: justitiele gegevens komen alleen van het OM, niet van DJI (WGS 2.30 lid 1 onder 8)',
    ],
    [
      'health data without the ground it needs',
      { ...zorg, grondslag: 'WGS 2.29 lid 1' },
      'c.yaml:16:16 verstrekking 1: "zorg.bekend" valt onder medisch geheim; verwacht "WGS 2.29 lid 2" in de grondslag (WGS 2.29 lid 2; BW 7:457)',
    ],
    [
      'the BSN to a private party without an act of its own',
      { ...bsn, aan: '[OM, GGZ]' },
      'c.yaml:12:15 verstrekking 1: GGZ krijgt geen BSN zonder eigen wet; verwacht die in de grondslag (WGS 2.30 lid 1 onder 2; Wabb 10)',
    ],
    [
      'the BSN to a ketenrol for anything but the check with another house',
      { ...bsn, aan: '[PROCESREGISSEUR]' },
      'c.yaml:12:11 verstrekking 1: PROCESREGISSEUR krijgt geen BSN; alleen voor de toets bij een ander huis (WGS 2.28) (WGS 2.30 lid 1 onder 2; Wabb 10)',
    ],
    [
      'the directe kring before VERZAMELEN',
      { ...kring, fasen: '[DOELTOETS]' },
      'c.yaml:10:16 verstrekking 1: "casus.kring" gaat over de directe kring en kan niet in DOELTOETS (BGS 2.19)',
    ],
    [
      'money of the directe kring',
      { gegevens: '[kring.inkomen]', artikel: 'WGS 2.30 lid 1 onder 5' },
      'c.yaml:10:16 verstrekking 1: "kring.inkomen" is van de directe kring niet nodig (BGS 2.19)',
    ],
    [
      'more of a professional than identity and contact',
      { gegevens: '[professional.gezondheid]', artikel: 'WGS 2.30 lid 1 onder 6' },
      'c.yaml:10:16 verstrekking 1: "professional.gezondheid" kan niet; van een professional alleen identiteit en contact (WGS 2.30 lid 1 onder 1)',
    ],
    [
      'the seats of a medewerker',
      { ...dossier, gegevens: '[zetel.eigen]' },
      'c.yaml:10:16 verstrekking 1: "zetel.eigen" is van de medewerker zelf; een convenant kan het niet verstrekken (WGS 1.8 lid 2)',
    ],
    [
      'what the hub tells of the rules',
      { ...dossier, gegevens: '[hub.regels]' },
      'c.yaml:10:16 verstrekking 1: "hub.regels" is voor wie daarvoor is aangewezen; een convenant kan het niet verstrekken (WGS 1.8 lid 2)',
    ],
    [
      'a category under an article that does not name it',
      { artikel: 'WGS 2.30 lid 1 onder 4' },
      'c.yaml:17:14 verstrekking 1: "gemeente.wonen" valt onder WGS 2.30 lid 1 onder 3, maar het artikel noemt dat niet (WGS 2.30 lid 1; WGS 2.32)',
    ],
    [
      'the dossier under the article of another category',
      { ...dossier, artikel: 'WGS 2.30 lid 1 onder 3' },
      'c.yaml:17:14 verstrekking 1: "casus.kern" valt onder WGS 2.32, maar het artikel noemt dat niet (WGS 2.30 lid 1; WGS 2.32)',
    ],
    [
      'the BSN to a private one because something else goes along',
      {
        ...{ gegevens: '[persoon.bsn, persoon.naam]', aan: '[GGZ]' },
        artikel: 'WGS 2.30 lid 1 onder 1 en 2',
      },
      'c.yaml:12:11 verstrekking 1: GGZ krijgt geen BSN zonder eigen wet; verwacht die in de grondslag (WGS 2.30 lid 1 onder 2; Wabb 10)',
    ],
    [
      'politiegegevens of the gemeente because something else goes along',
      {
        ...{ gegevens: '[politie.geleend, gemeente.wonen]', grondslag: 'WGS 2.29 lid 1; Wpg 8' },
        artikel: 'WGS 2.30 lid 1 onder 3 en 7',
      },
      'c.yaml:11:11 verstrekking 1: politiegegevens komen alleen van de POLITIE, niet van GEMEENTE (WGS 2.30 lid 1 onder 7)',
    ],
    [
      'health data of one under secrecy because another is not',
      { ...zorg, van: '[VEILIG_THUIS, GGZ]', grondslag: 'WGS 2.29 lid 1' },
      'c.yaml:16:16 verstrekking 1: "zorg.bekend" valt onder medisch geheim; verwacht "WGS 2.29 lid 2" in de grondslag (WGS 2.29 lid 2; BW 7:457)',
    ],
    [
      'anything to a private party in DOELTOETS',
      { ...dossier, aan: '[OM, GGZ]', fasen: '[DOELTOETS]' },
      'c.yaml:12:15 verstrekking 1: GGZ is privaat en krijgt niets in DOELTOETS, pas vanaf VERZAMELEN (WGS 2.31 lid 2 en 3)',
    ],
    [
      'anything on the Wpg by which the police gives elsewhere',
      { grondslag: 'WGS 2.29 lid 1; Wpg 19' },
      'c.yaml:16:16 verstrekking 1: "Wpg 19" is hier geen grondslag; verwacht Wpg 8, 13 (WGS 2.29; AVG 6 lid 3)',
    ],
    [
      'anything on another law alone',
      { grondslag: 'Wmo 2015 4.1.1' },
      'c.yaml:16:16 verstrekking 1: de grondslag noemt niet waarop in de WGS dit berust; verwacht een van WGS 2.28, WGS 2.29 lid 1, WGS 2.31 lid 2, WGS 2.32 (WGS 2.29; AVG 6 lid 3)',
    ],
    [
      'the dossier by the number that it has not',
      { artikel: 'WGS 2.30 lid 1 onder 3 en 13' },
      'c.yaml:17:14 verstrekking 1: "WGS 2.30 lid 1 onder 3 en 13" is geen wettelijke categorie; verwacht "WGS 2.32" of "WGS 2.30 lid 1 onder 7" (WGS 2.30 lid 1; WGS 2.32)\n' +
        'c.yaml:17:14 verstrekking 1: "gemeente.wonen" valt onder WGS 2.30 lid 1 onder 3, maar het artikel noemt dat niet (WGS 2.30 lid 1; WGS 2.32)',
    ],
    [
      'what else stands beside the article',
      { artikel: 'WGS 2.30 lid 1 onder 3; want het moet' },
      'c.yaml:17:14 verstrekking 1: "want het moet" is geen wettelijke categorie; verwacht "WGS 2.32" of "WGS 2.30 lid 1 onder 7" (WGS 2.30 lid 1; WGS 2.32)',
    ],
    [
      'before the doeltoets what somebody under medical secrecy knows, though it is about where one lives',
      { ...zorg, gegevens: '[zorg.huisbezoek]', fasen: '[DOELTOETS]', artikel: 'WGS 2.30 lid 1 onder 1' },
      'c.yaml:10:16 verstrekking 1: "zorg.huisbezoek" kan niet in DOELTOETS; tot de doeltoets alleen dossier en identiteit (WGS 2.31)',
    ],
  ])('%s', (_, afwijking, message) => {
    expect(fout(afwijking)).toBe(message);
  });

  it.each(['3 en 12', '3, 10 en 11', '1, 2 en 3', '12 en 3'])(
    'but what an article names may be more: %s',
    (nummers) => {
      expect(lees({ artikel: `WGS 2.30 lid 1 onder ${nummers}` }).value.verstrekkingen).toHaveLength(1);
    },
  );

  it.each([
    ...[
      'zie WGS 2.30 lid 1 onder 3',
      'WGS 2.30 lid 1 onder 3 e.v.',
      'WGS 2.30 lid 1 onder 0 en 3',
      'WGS 2.30 lid 1 onder 3 en',
    ],
    ...[
      'WGS 2.30 lid 1 onder 3 en 13',
      'WGS 2.30 lid 1 onder 33',
      'WGS 2.30 lid 1',
      'WGS 2.30 onder 3',
      'WGS 2.30 lid 1 onder 3 of 4',
    ],
  ])('and on no article that is written otherwise: %s', (artikel) => {
    expect(fout({ artikel }).split('\n')[0]).toBe(
      `c.yaml:17:14 verstrekking 1: "${artikel}" is geen wettelijke categorie; verwacht "WGS 2.32" of "WGS 2.30 lid 1 onder 7" (WGS 2.30 lid 1; WGS 2.32)`,
    );
  });

  it.each(GEEN_GROND.filter((one) => one !== ''))('anything on what is no ground: %s', (grond) => {
    for (const what of [wonen, politie, zorg, { ...bsn, aan: '[RECLASSERING]' }]) {
      const said = fout({ ...what, grondslag: `WGS 2.29 lid 1; WGS 2.29 lid 2; Wpg 8; Wabb 10; ${grond}` });
      expect(said).toContain('c.yaml:16:16 verstrekking 1: "');
      expect(said).toMatch(/is (hier geen|geen bekende) grondslag; (verwacht|bedoelde u) /);
    }
  });

  it('a doel that is none of a Zorg- en Veiligheidshuis', () => {
    const yaml = convenantYaml([{}], [['CASUSREGIE]', 'FRAUDEBESTRIJDING]']]);
    expect(invoerfoutVan(() => readConvenant(tijdelijkBestand('c.yaml', yaml), catalogus, partners))).toBe(
      'c.yaml:6:52 FRAUDEBESTRIJDING is geen doel van een Zorg- en Veiligheidshuis; verwacht STRAFRECHTELIJKE_HANDHAVING, BESTUURLIJKE_HANDHAVING, BEGELEIDING, ZORG_EN_HULPVERLENING, CASUSREGIE, of regime EIGEN_WET (WGS 2.25)',
    );
  });

  it.each(['uwv', 'svb', 'belastingdienst'])(
    'a place among its parties to one outside the act, account or not: %s',
    (partij) => {
      const yaml = convenantYaml([{}], [['[gemeente-zwolle,', `[${partij}, gemeente-zwolle,`]]);
      expect(invoerfoutVan(() => readConvenant(tijdelijkBestand('c.yaml', yaml), catalogus, partners))).toBe(
        `c.yaml:7:12 "${partij}" staat buiten de wet en kan geen partij zijn (WGS 2.27)`,
      );
    },
  );

  it('a place among its parties to one outside the act', () => {
    const yaml = convenantYaml([{}], [['[gemeente-zwolle,', '[slachtofferhulp, gemeente-zwolle,']]);
    expect(invoerfoutVan(() => readConvenant(tijdelijkBestand('c.yaml', yaml), catalogus, partners))).toBe(
      'c.yaml:7:12 "slachtofferhulp" staat buiten de wet en kan geen partij zijn (WGS 2.27)',
    );
  });
});
