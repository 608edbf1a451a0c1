import type { ThemaTeksten } from './themaTeksten';

export const nazorgDetentie: ThemaTeksten = {
  meldingen: [
    {
      klasse: 'Aanspreken na detentie',
      omschrijving: 'Wijkagent spreekt betrokkene {weekdag} op straat. Zegt geen onderdak te hebben na ontslag.',
    },
    {
      klasse: 'Overlast',
      omschrijving:
        'Betrokkene veroorzaakt om {tijd} uur overlast bij de maatschappelijke opvang; plek voor de nacht geweigerd.',
    },
    {
      klasse: 'Signaal omgeving',
      omschrijving: 'Familie maakt zich zorgen over terugval in oude contacten sinds {aantal} dagen.',
    },
  ],
  incidenten: [
    {
      code: 'VB-601',
      soort: 'Overtreding bijzondere voorwaarde',
      als: 'VERDACHTE',
      omschrijving: 'Niet verschenen op de meldplicht en om {tijd} uur aangetroffen in het verboden gebied.',
    },
    {
      code: 'VB-602',
      soort: 'Mishandeling',
      als: 'VERDACHTE',
      omschrijving: 'Vechtpartij in het uitgaansgebied, twee weken na invrijheidstelling. {aantal} getuigen gehoord.',
    },
    {
      code: 'VB-603',
      soort: 'Bedreiging',
      als: 'SLACHTOFFER',
      omschrijving: 'Betrokkene wordt door oude bekenden onder druk gezet om een schuld te voldoen.',
    },
  ],
  verdenkingen: [
    'Mishandeling (art. 300 Sr)',
    'Handel in softdrugs (art. 3 Opiumwet)',
    'Diefstal in vereniging (art. 311 Sr)',
  ],
  aandacht: [
    {
      soort: 'Voorwaardelijke invrijheidstelling',
      instructie:
        'Bijzondere voorwaarden van kracht. Bij overtreding toezichthouder reclassering bellen, ook na {tijd} uur.',
    },
    {
      soort: 'Slachtoffergevoelig',
      instructie: 'Contactverbod met het slachtoffer. Bij aantreffen in de wijk staande houden en melden.',
    },
  ],
  crisis: [
    'Somber en ontredderd in de week na ontslag, gezien op verzoek van de opvang.',
    'Terugval in gebruik met agressie, beoordeling om {tijd} uur; opname niet nodig.',
  ],
  politieadviezen: [
    {
      strekking: 'Vinger aan de pols',
      advies: 'Houd de eerste {aantal} weken wekelijks contact en meld gemiste afspraken dezelfde dag.',
    },
    { strekking: 'Let op oude contacten', advies: 'Plaatsing buiten de oude wijk verkleint de kans op herhaling.' },
  ],
  zorgadviezen: [
    { strekking: 'Doorlopende medicatie', advies: 'Zorg dat recept en apotheek op de dag van ontslag geregeld zijn.' },
    {
      strekking: 'Begeleid wonen',
      advies: 'Zelfstandig wonen is nog te vroeg; bouw in {aantal} maanden op vanuit een beschermde plek.',
    },
  ],
  doelstellingen: [
    'Betrokkene heeft op de dag van ontslag onderdak, inkomen, een identiteitsbewijs, zorg en zicht op schulden.',
    'De terugkeer verloopt zonder nieuwe feiten en zonder onrust in de wijk.',
  ],
  besluiten: [
    'Gemeente regelt een plek in de doorstroomvoorziening, DJI meldt de definitieve ontslagdatum {aantal} weken vooraf.',
    'Reclassering start toezicht binnen de inrichting; schulddienstverlening neemt de intake daar af.',
  ],
  toelichtingen: [
    'Meerdere basisvoorwaarden ontbreken bij ontslag en eerder mislukte re-integratie binnen drie maanden.',
    'Maatschappelijke onrust te verwachten; afstemming tussen detentie, toezicht en gemeente is nodig.',
  ],
};
