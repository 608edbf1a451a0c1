import type { ThemaTeksten } from './themaTeksten';

export const veelpleger: ThemaTeksten = {
  meldingen: [
    {
      klasse: 'Winkeldiefstal',
      omschrijving:
        'Beveiliging houdt betrokkene om {tijd} uur staande met onbetaalde goederen. Winkelverbod van twee jaar uitgereikt.',
    },
    {
      klasse: 'Overlast verslaafden',
      omschrijving:
        'Betrokkene slaapt {weekdag} in de fietsenkelder en valt reizigers lastig om geld. Doorverwezen naar de nachtopvang.',
    },
    {
      klasse: 'Verdachte situatie',
      omschrijving:
        'Betrokkene voelt om {tijd} uur aan portieren van geparkeerde auto’s. Gecontroleerd en weggestuurd.',
    },
  ],
  incidenten: [
    {
      code: 'VB-201',
      soort: 'Diefstal uit winkel',
      als: 'VERDACHTE',
      omschrijving:
        'Voor de {aantal}e keer dit jaar aangehouden voor winkeldiefstal. Goederen terug, betrokkene ingesloten en verhoord.',
    },
    {
      code: 'VB-202',
      soort: 'Inbraak woning',
      als: 'VERDACHTE',
      omschrijving:
        'Sporen van braak aan de achterdeur, aangetroffen om {tijd} uur. Betrokkene herkend op beeld van een deurbelcamera.',
    },
    {
      code: 'VB-203',
      soort: 'Diefstal fiets',
      als: 'BETROKKENE',
      omschrijving: 'Betrokkene aangetroffen met een fiets met geforceerd slot. Herkomst niet vastgesteld.',
    },
    {
      code: 'VB-204',
      soort: 'Openlijk geweld',
      als: 'SLACHTOFFER',
      omschrijving: 'Betrokkene is {weekdag} bij de opvang geslagen na een conflict over een schuld. Geen aangifte.',
    },
  ],
  verdenkingen: ['Diefstal (art. 310 Sr)', 'Diefstal door middel van braak (art. 311 Sr)', 'Heling (art. 416 Sr)'],
  aandacht: [
    {
      soort: 'Veelplegersaanpak',
      instructie: 'Bij aanhouding direct melden bij de casusregisseur en de ZSM-tafel. Snelrecht overwegen.',
    },
    {
      soort: 'Gebiedsverbod',
      instructie: 'Gebiedsverbod stationsgebied. Bij overtreding proces-verbaal opmaken en aanhouden.',
    },
  ],
  crisis: [
    'Ontregeld na meerdaags gebruik van cocaïne, om {tijd} uur gezien in het cellencomplex.',
    'Ontwenningsverschijnselen in detentie, consult op verzoek van de arrestantenarts.',
  ],
  politieadviezen: [
    {
      strekking: 'Vaste aanspreekpunten',
      advies: 'Spreek betrokkene dagelijks aan via de wijkagent en koppel signalen {weekdag} terug.',
    },
    {
      strekking: 'Combineer straf en opvang',
      advies: 'Regel vóór ontslag uit detentie een bed en een uitkering; anders volgt herhaling binnen {aantal} weken.',
    },
  ],
  zorgadviezen: [
    {
      strekking: 'Klinische opname voorbereiden',
      advies: 'Maak gebruik van de motivatie direct na detentie en vervoer rechtstreeks naar de kliniek.',
    },
    {
      strekking: 'Kleine stappen',
      advies: 'Beperk het aantal afspraken tot {aantal} per week en bied een vaste begeleider.',
    },
  ],
  doelstellingen: [
    'Betrokkene pleegt een jaar lang geen nieuwe feiten, heeft een vaste verblijfplaats en een dagbesteding.',
    'De overlast in het centrum neemt af doordat behandeling, inkomen en toezicht op elkaar aansluiten.',
  ],
  besluiten: [
    'Toezicht door de reclassering met meldplicht, aanmelding bij de verslavingskliniek en een briefadres bij de gemeente.',
    'OM bekijkt een ISD-vordering; tot die tijd loopt het persoonsgerichte plan door.',
  ],
  toelichtingen: [
    'Meer dan tien antecedenten in vijf jaar, verslaving, dakloosheid en schulden versterken elkaar.',
    'Eerdere losse trajecten zijn gestrand; samenhang tussen straf, zorg en bestaanszekerheid ontbreekt.',
  ],
};
