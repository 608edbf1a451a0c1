import type { ThemaTeksten } from './themaTeksten';

export const mensenhandel: ThemaTeksten = {
  meldingen: [
    {
      klasse: 'Signaal uitbuiting',
      omschrijving:
        'Hotelmedewerker meldt wisselend bezoek op een kamer, {weekdag} rond {tijd} uur. Betrokkene oogt jong en gespannen.',
    },
    {
      klasse: 'Vermissing',
      omschrijving: 'Betrokkene niet teruggekeerd op de opvanglocatie. Telefoon {aantal} dagen uit.',
    },
    {
      klasse: 'Controle woning',
      omschrijving:
        'Bestuurlijke controle: {aantal} slaapplaatsen in één kamer, identiteitspapieren niet in eigen beheer.',
    },
  ],
  incidenten: [
    {
      code: 'VB-501',
      soort: 'Seksuele uitbuiting',
      als: 'SLACHTOFFER',
      omschrijving:
        'Informatief gesprek om {tijd} uur. Betrokkene vertelt over dwang, afdracht van geld en controle via de telefoon.',
    },
    {
      code: 'VB-502',
      soort: 'Criminele uitbuiting',
      als: 'SLACHTOFFER',
      omschrijving: 'Aangehouden met drugs, lijkt als loopjongen te zijn ingezet om een schuld af te lossen.',
    },
    {
      code: 'VB-503',
      soort: 'Bedreiging',
      als: 'VERDACHTE',
      omschrijving: 'Betrokkene zou een meisje onder druk zetten met beeldmateriaal. Telefoon in beslag genomen.',
    },
    {
      code: 'VB-504',
      soort: 'Illegale huisvesting',
      als: 'BETROKKENE',
      omschrijving: 'Aangetroffen bij controle van een pand met {aantal} bewoners; geen huurcontract.',
    },
  ],
  verdenkingen: ['Mensenhandel (art. 273f Sr)', 'Afdreiging (art. 318 Sr)', 'Bezit harddrugs (art. 2 Opiumwet)'],
  aandacht: [
    {
      soort: 'Mogelijk slachtoffer mensenhandel',
      instructie: 'Niet verhoren als verdachte. Zorgcoördinator bellen en apart van begeleiders spreken.',
    },
    {
      soort: 'Vermissingsrisico',
      instructie:
        'Bij melding vermissing direct prio 1; laatste locatie en telefoon {aantal} uur monitoren via de recherche.',
    },
  ],
  crisis: [
    'Paniek en herbelevingen na het informatieve gesprek; opvang op een beschermde plek geregeld.',
    'Dreigende suïcide, beoordeling op de spoedeisende hulp om {tijd} uur.',
  ],
  politieadviezen: [
    {
      strekking: 'Locatie beschermen',
      advies: 'Noem de opvanglocatie niet in verslagen en bel alleen via het afgesproken nummer.',
    },
    {
      strekking: 'Bedenktijd benutten',
      advies: 'Plan geen gesprekken over aangifte in de eerste {aantal} weken; werk aan vertrouwen.',
    },
  ],
  zorgadviezen: [
    {
      strekking: 'Traumabehandeling uitstellen tot veiligheid',
      advies: 'Eerst stabiliseren en slapen; verhoren beperken tot een uur per keer.',
    },
    {
      strekking: 'Vaste begeleider',
      advies: 'Eén begeleider, geen wisseling in de eerste {aantal} weken, en vervoer van deur tot deur.',
    },
  ],
  doelstellingen: [
    'Het slachtoffer is uit de uitbuitingssituatie, woont veilig en bouwt een eigen bestaan op.',
    'Dwang en financiële afhankelijkheid stoppen; bestuurlijk en strafrechtelijk optreden versterken elkaar.',
  ],
  besluiten: [
    'Plaatsing in gespecialiseerde opvang, gemeente start bestuurlijk traject tegen het pand.',
    'Zorgcoördinator wordt casusregisseur; OM en politie stemmen het moment van aanhouden af.',
  ],
  toelichtingen: [
    'Signalen van dwang en afdracht uit meer dan één bron; alleen samen is het slachtoffer veilig te krijgen.',
    'Uitbuiting, schulden en verslaving zijn verweven en vragen bestuurlijke en zorginterventies tegelijk.',
  ],
};
