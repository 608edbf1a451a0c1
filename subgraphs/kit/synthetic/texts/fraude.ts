import type { ThemaTeksten } from './themaTeksten';

export const fraude: ThemaTeksten = {
  meldingen: [
    {
      klasse: 'Signaal adresfraude',
      omschrijving:
        'Wijkagent treft {weekdag} om {tijd} uur op het adres andere bewoners aan dan ingeschreven staan. Post van {aantal} personen in de bus.',
    },
    {
      klasse: 'Verdachte situatie',
      omschrijving: 'Betrokkene haalt {weekdag} contant geld af bij {aantal} automaten met passen op andere namen.',
    },
    {
      klasse: 'Controle bedrijfspand',
      omschrijving:
        'Bij een controle met de arbeidsinspectie om {tijd} uur betrokkene werkend aangetroffen; zegt alleen te helpen.',
    },
  ],
  incidenten: [
    {
      code: 'VB-701',
      soort: 'Valsheid in geschrifte',
      als: 'VERDACHTE',
      omschrijving:
        'Aangifte van {aantal} loonstroken die de werkgever niet heeft afgegeven. Betrokkene verklaart ze te hebben gekocht.',
    },
    {
      code: 'VB-702',
      soort: 'Oplichting',
      als: 'VERDACHTE',
      omschrijving: 'Betrokkene zou voorschotten hebben laten storten op {aantal} rekeningen van bekenden.',
    },
    {
      code: 'VB-703',
      soort: 'Identiteitsmisbruik',
      als: 'SLACHTOFFER',
      omschrijving: 'Op naam van betrokkene is een onderneming ingeschreven waar deze niets van weet.',
    },
  ],
  verdenkingen: ['Valsheid in geschrifte (art. 225 Sr)', 'Oplichting (art. 326 Sr)', 'Witwassen (art. 420bis Sr)'],
  aandacht: [
    {
      soort: 'Katvanger',
      instructie: 'Betrokkene leent mogelijk naam en rekening uit. Bij contact vragen wie de post ontvangt.',
    },
    {
      soort: 'Bestuurlijke controle',
      instructie: 'Niet zelfstandig binnentreden; de gemeente plant de controle met het interventieteam.',
    },
  ],
  crisis: [
    'Paniekklachten na een terugvordering, {weekdag} om {tijd} uur gezien op verzoek van de huisarts.',
    'Sombere uitspraken tijdens een gesprek over schulden; beoordeeld en met familie naar huis.',
  ],
  politieadviezen: [
    {
      strekking: 'Eerst de organisator',
      advies: 'Benader betrokkene als mogelijk gebruikt door anderen; wacht met horen tot {weekdag}.',
    },
    {
      strekking: 'Gezamenlijk huisbezoek',
      advies: 'Laat de wijkagent meegaan; er waren {aantal} meldingen van dreigende taal op dit adres.',
    },
  ],
  zorgadviezen: [
    {
      strekking: 'Vaste contactpersoon',
      advies: 'Kondig brieven vooraf telefonisch aan en beperk het aantal instanties dat belt tot {aantal}.',
    },
    {
      strekking: 'Betalen in kleine stappen',
      advies: 'Stem de aflossing af op de behandeling; een gesprek {weekdag} past in het weekritme.',
    },
  ],
  doelstellingen: [
    'Uitkeringen en toeslagen kloppen met de werkelijke woon- en inkomenssituatie, en wat te veel is betaald komt terug.',
    'De constructie stopt, wie erin werd gebruikt krijgt hulp, en een nieuwe aanvraag wordt op tijd herkend.',
  ],
  besluiten: [
    'UWV en gemeente vergelijken de perioden van inkomen; de SVB schort niets op voordat het huisbezoek is geweest.',
    'De Belastingdienst kijkt naar de onderneming op naam van betrokkene; in het volgende overleg volgt één besluit.',
  ],
  toelichtingen: [
    'Opgaven aan drie instanties spreken elkaar tegen, en geen van hen kan dat alleen vaststellen.',
    'Signalen over woonsituatie, inkomen en een onderneming op naam wijzen op georganiseerd misbruik van regelingen.',
  ],
};
