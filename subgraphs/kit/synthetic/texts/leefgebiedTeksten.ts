import type { Leefgebied } from '../../../../schema/domain/leefgebied';

/** Situation and aim per leefgebied, as in a plan van aanpak. */
export const LEEFGEBIEDTEKSTEN: Readonly<Record<Leefgebied, readonly (readonly [situatie: string, doel: string])[]>> = {
  FINANCIEN: [
    [
      'Meerdere schulden en beslag op het inkomen; post wordt niet geopend.',
      'Inkomen is stabiel en een schuldregeling is gestart.',
    ],
    [
      'Vaste lasten worden betaald door familie.',
      'Betrokkene betaalt de vaste lasten zelf, zo nodig met budgetbeheer.',
    ],
  ],
  WERK_EN_OPLEIDING: [
    [
      'Sinds {aantal} maanden zonder werk, geen startkwalificatie.',
      'Er is een leerwerkplek voor ten minste twintig uur.',
    ],
    ['Verzuimt regelmatig, werkgever dreigt met ontslag.', 'Werk blijft behouden met begeleiding door een jobcoach.'],
  ],
  TIJDSBESTEDING: [
    [
      'Draait dag en nacht om en is overdag niet bereikbaar.',
      'Er is een vaste dagstructuur met drie dagdelen dagbesteding.',
    ],
    ['Hangt veel op straat met dezelfde groep.', 'Vrije tijd is gevuld met sport en een bijbaan.'],
  ],
  HUISVESTING: [
    ['Huurachterstand van {aantal} maanden, ontruiming dreigt.', 'Woning blijft behouden onder voorwaarden.'],
    ['Verblijft wisselend bij bekenden en in de opvang.', 'Er is een eigen, passende en veilige woonplek.'],
  ],
  HUISELIJKE_RELATIES: [
    [
      'Terugkerende ruzies met geweld, kinderen zijn getuige.',
      'De veiligheidsafspraken worden nagekomen en het geweld stopt.',
    ],
    ['Weinig contact met familie na eerdere conflicten.', 'Contact met ten minste één familielid is hersteld.'],
  ],
  GEESTELIJKE_GEZONDHEID: [
    ['Spanning en slaapproblemen, hulp wordt afgehouden.', 'Behandeling is gestart en wordt volgehouden.'],
    ['Wisselende stemming met uitbarstingen.', 'Signaleringsplan is gemaakt en bekend bij het netwerk.'],
  ],
  LICHAMELIJKE_GEZONDHEID: [
    ['Geen huisarts, gebit in slechte staat.', 'Ingeschreven bij een huisarts en tandarts.'],
    ['Klachten na eerder letsel.', 'Medische nazorg is geregeld.'],
  ],
  MIDDELENGEBRUIK: [
    [
      'Dagelijks gebruik van alcohol, meer in het weekend.',
      'Geen gebruik tijdens contact met de kinderen; behandeling loopt.',
    ],
    ['Terugval na {aantal} maanden abstinentie.', 'Detox is afgerond en terugvalplan is klaar.'],
  ],
  BASALE_ADL: [
    ['Zelfverzorging laat te wensen over.', 'Verzorgt zichzelf dagelijks, met begeleiding waar nodig.'],
    ['Eet onregelmatig en ongezond.', 'Drie maaltijden per dag, boodschappen onder begeleiding.'],
  ],
  INSTRUMENTELE_ADL: [
    ['Overzicht over post en afspraken ontbreekt.', 'Wekelijks post en agenda met de begeleider.'],
    ['Huishouden is ernstig achterstallig.', 'Woning is schoon en veilig.'],
  ],
  SOCIAAL_NETWERK: [
    ['Netwerk bestaat vooral uit gebruikers.', 'Er zijn twee steunende personen buiten die kring.'],
    ['Leeft geïsoleerd sinds de scheiding.', 'Neemt deel aan een lotgenotengroep.'],
  ],
  MAATSCHAPPELIJKE_PARTICIPATIE: [
    ['Voelt zich buitengesloten in de wijk.', 'Doet vrijwilligerswerk in het buurthuis.'],
    ['Geen geldig identiteitsbewijs.', 'Identiteitsbewijs en DigiD zijn geregeld.'],
  ],
  JUSTITIE: [
    [
      'Strafzaak loopt, zitting volgt binnen {aantal} weken.',
      'Houdt zich aan de voorwaarden en verschijnt op afspraken.',
    ],
    ['Eerder toezicht mislukt.', 'Toezicht wordt zonder overtreding afgerond.'],
  ],
};
