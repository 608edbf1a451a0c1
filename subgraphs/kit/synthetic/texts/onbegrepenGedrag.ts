import type { ThemaTeksten } from './themaTeksten';

export const onbegrepenGedrag: ThemaTeksten = {
  meldingen: [
    {
      klasse: 'Persoon met verward gedrag',
      omschrijving:
        'Betrokkene loopt om {tijd} uur op de rijbaan en roept naar voorbijgangers. Rustig meegegaan, crisisdienst ingeschakeld.',
    },
    {
      klasse: 'Burengerucht',
      omschrijving:
        'Voor de {aantal}e keer deze maand bonken op de muren in de nacht. Betrokkene zegt stemmen van de buren te horen.',
    },
    {
      klasse: 'Welzijnscontrole',
      omschrijving:
        'Betrokkene sinds {weekdag} niet gezien. Woning vervuild aangetroffen, betrokkene aanspreekbaar en ondervoed.',
    },
  ],
  incidenten: [
    {
      code: 'VB-301',
      soort: 'Vernieling',
      als: 'VERDACHTE',
      omschrijving:
        'Betrokkene slaat om {tijd} uur ruiten in van het portiek. Zegt zich te moeten verdedigen tegen afluisterapparatuur.',
    },
    {
      code: 'VB-302',
      soort: 'Bedreiging',
      als: 'VERDACHTE',
      omschrijving:
        'Betrokkene bedreigt een buurtbewoner met een stuk gereedschap. Overmeesterd zonder letsel; beoordeling door de crisisdienst.',
    },
    {
      code: 'VB-303',
      soort: 'Oplichting',
      als: 'SLACHTOFFER',
      omschrijving: 'Onbekenden hebben bankpas en pincode ontfutseld; {aantal} opnamen in twee dagen.',
    },
  ],
  verdenkingen: ['Vernieling (art. 350 Sr)', 'Bedreiging (art. 285 Sr)', 'Brandstichting, poging (art. 157 Sr)'],
  aandacht: [
    {
      soort: 'Benaderingswijze',
      instructie:
        'Rustig benaderen, één persoon voert het woord, geen fysiek contact zonder aankondiging. Crisisdienst vooraf bellen.',
    },
    {
      soort: 'Wapenmelding',
      instructie:
        'Mogelijk steekwapen bij de voordeur. Afstand houden en de-escalerend spreken; {aantal} eenheden ter plaatse.',
    },
  ],
  crisis: [
    'Psychotische ontregeling na het staken van medicatie; door politie gebracht om {tijd} uur.',
    'Beoordeling voor een crisismaatregel op verzoek van de burgemeester; betrokkene achterdochtig en gespannen.',
    'Huisbezoek na alarm van de woningbouw: betrokkene eet en slaapt al {aantal} dagen nauwelijks.',
  ],
  politieadviezen: [
    {
      strekking: 'Gezamenlijk huisbezoek',
      advies: 'Ga niet alleen op huisbezoek; meld {weekdag} en tijdstip vooraf bij de meldkamer.',
    },
    {
      strekking: 'Zorg voorop',
      advies: 'Strafrecht voegt hier weinig toe; schakel bij nieuwe meldingen eerst het bemoeizorgteam in.',
    },
  ],
  zorgadviezen: [
    {
      strekking: 'Zorgmachtiging verkennen',
      advies:
        'Verzamel signalen van ernstig nadeel gedurende {aantal} weken en bespreek ze met de geneesheer-directeur.',
    },
    {
      strekking: 'Prikkels beperken',
      advies: 'Houd contact voorspelbaar: vaste dag, vaste begeleider, korte gesprekken.',
    },
  ],
  doelstellingen: [
    'Betrokkene woont veilig en behandeld, en de buurt ervaart geen dreiging meer.',
    'Signalen komen op één plek samen, zodat opschalen en afschalen van zorg op tijd gebeurt.',
  ],
  besluiten: [
    'FACT-team zoekt binnen {aantal} dagen contact; de gemeente bereidt een verkennend onderzoek voor.',
    'Eén aanspreekpunt voor de buurt; woning wordt schoongemaakt en huurschuld bevroren.',
  ],
  toelichtingen: [
    'Overlast, zorgmijding en een dreigende ontruiming vragen om samenwerking van zorg en veiligheid.',
    'Er is ernstig nadeel te verwachten en reguliere bemoeizorg bereikt betrokkene niet.',
  ],
};
