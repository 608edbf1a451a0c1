import type { ThemaTeksten } from './themaTeksten';

export const huiselijkGeweld: ThemaTeksten = {
  meldingen: [
    {
      klasse: 'Relatieproblemen',
      omschrijving:
        'Buren horen {weekdag} om {tijd} uur geschreeuw en glasgerinkel. Ter plaatse een verhitte discussie, geen zichtbaar letsel. Partijen voor de nacht gescheiden.',
    },
    {
      klasse: 'Huiselijk geweld',
      omschrijving:
        'Melding om {tijd} uur van bedreiging in de woning. Betrokkene was onder invloed. Kinderen aanwezig in de woonkamer; zorgmelding opgemaakt.',
    },
    {
      klasse: 'Overlast persoon',
      omschrijving:
        'Betrokkene staat {weekdag} om {tijd} uur bij de woning van de ex-partner en weigert te vertrekken. Na aanspreken op eigen gelegenheid weggegaan.',
    },
    {
      klasse: 'Zorgmelding minderjarige',
      omschrijving:
        'School belt om {tijd} uur: kind durft niet naar huis na een ruzie tussen de ouders. Afgestemd met Veilig Thuis.',
    },
  ],
  incidenten: [
    {
      code: 'VB-101',
      soort: 'Mishandeling in huiselijke kring',
      als: 'VERDACHTE',
      omschrijving:
        'Betrokkene zou {weekdag} rond {tijd} uur de partner tegen de muur hebben geduwd en bij de keel gepakt. Aangehouden; letsel vastgelegd door de forensisch arts.',
    },
    {
      code: 'VB-102',
      soort: 'Bedreiging in huiselijke kring',
      als: 'VERDACHTE',
      omschrijving:
        'Betrokkene heeft {aantal} spraakberichten met bedreigingen gestuurd na het uiteengaan. Aangifte opgenomen, berichten veiliggesteld.',
    },
    {
      code: 'VB-101',
      soort: 'Mishandeling in huiselijke kring',
      als: 'SLACHTOFFER',
      omschrijving:
        'Betrokkene verklaart om {tijd} uur te zijn geslagen in de slaapkamer. Blauwe plekken op de bovenarm. Wil geen aangifte doen uit angst voor herhaling.',
    },
    {
      code: 'VB-103',
      soort: 'Belaging (stalking)',
      als: 'SLACHTOFFER',
      omschrijving:
        'Betrokkene wordt sinds {aantal} weken gevolgd van en naar het werk. Noodknop aangevraagd via het afspraak-op-locatieproces.',
    },
    {
      code: 'VB-104',
      soort: 'Overtreding huisverbod',
      als: 'VERDACHTE',
      omschrijving:
        'Tijdens het tijdelijk huisverbod om {tijd} uur aangetroffen in de berging van de woning. Overtreding gemeld aan de burgemeester en de officier van dienst.',
    },
  ],
  verdenkingen: ['Mishandeling partner (art. 304 Sr)', 'Bedreiging (art. 285 Sr)', 'Belaging (art. 285b Sr)'],
  aandacht: [
    {
      soort: 'Afspraak op locatie',
      instructie:
        'Bij melding van dit adres prio 1 en met twee eenheden aanrijden. Eerst de kinderen in veiligheid brengen. Contact via de wijkagent, niet via de huistelefoon.',
    },
    {
      soort: 'Stalking: verhoogde alertheid',
      instructie:
        'Elke melding van nabijheid binnen {aantal} minuten opvolgen en direct het team huiselijk geweld informeren. Verblijfplaats nooit noemen over de portofoon.',
    },
  ],
  crisis: [
    'Spoedbeoordeling na ruzie thuis; betrokkene uit suïcidale gedachten en is om {tijd} uur door politie aangeboden.',
    'Acute onrust na het opleggen van een huisverbod, {aantal} nachten niet geslapen.',
  ],
  politieadviezen: [
    {
      strekking: 'Risico op herhaling hoog',
      advies:
        'Spreek huisbezoeken af in tweetallen en meld ze vooraf bij de wijkagent. Neem bij een contactpoging direct contact op.',
    },
    {
      strekking: 'Contactverbod ondersteunen',
      advies:
        'Plan gesprekken met partijen op verschillende dagen en locaties. Deel geen verblijfsadres in gezamenlijke stukken.',
    },
  ],
  zorgadviezen: [
    {
      strekking: 'Behandeling voortzetten',
      advies:
        'Houd rekening met oplopende spanning rond zittingen; stem confronterende gesprekken af op de behandelmomenten.',
    },
    {
      strekking: 'Veiligheid eerst',
      advies: 'Start pas met relatiegesprekken als de veiligheidsafspraken {aantal} weken zijn nagekomen.',
    },
  ],
  doelstellingen: [
    'Het geweld in het gezin stopt direct en blijft weg; de kinderen groeien veilig op en ieder gezinslid krijgt passende hulp.',
    'Binnen zes maanden is er een stabiele en veilige situatie voor beide partners en de kinderen, met of zonder herstel van de relatie.',
  ],
  besluiten: [
    'Veiligheidsplan vastgesteld. Casusregisseur bewaakt de afspraken, het huisverbod wordt verlengd en de ouders spreken apart met hulpverlening.',
    'Zorg en straf lopen gelijk op: reclassering adviseert over bijzondere voorwaarden, Veilig Thuis monitort de kinderen.',
    'Na {aantal} weken zonder nieuwe meldingen blijft het plan van kracht; de volgende bespreking richt zich op de omgangsregeling.',
  ],
  toelichtingen: [
    'Herhaald geweld, problemen op meerdere leefgebieden en kinderen in het gezin; één organisatie lost dit niet op.',
    'Eerdere hulp in het lokale veld had onvoldoende effect en het risico loopt op; strafrechtelijke en zorgpartners zijn samen nodig.',
  ],
};
