import type { Leefgebied } from '../../../../schema/domain/leefgebied';
import type { Partnersoort } from '../../../../schema/domain/partnersoort';

interface ActieTekst {
  readonly leefgebied: Leefgebied;
  readonly omschrijving: string;
  readonly bijNietNakomen: string;
  readonly terugkoppeling: string;
}

/** What each kind of partner typically takes on in a plan van aanpak. */
export const ACTIETEKSTEN: Readonly<Partial<Record<Partnersoort, readonly ActieTekst[]>>> = {
  GEMEENTE: [
    {
      leefgebied: 'FINANCIEN',
      omschrijving: 'Aanmelden bij schulddienstverlening en beslagvrije voet laten narekenen.',
      bijNietNakomen: 'Bespreken in het volgende casusoverleg; budgetbeheer verplicht stellen.',
      terugkoppeling: 'Intake gedaan, schuldenoverzicht bijna compleet.',
    },
    {
      leefgebied: 'HUISVESTING',
      omschrijving: 'Urgentieaanvraag beoordelen en tijdelijke woonplek zoeken.',
      bijNietNakomen: 'Opschalen naar de wethouder wonen.',
      terugkoppeling: 'Tijdelijke plek gevonden voor drie maanden.',
    },
    {
      leefgebied: 'HUISELIJKE_RELATIES',
      omschrijving: 'Wekelijks contact met het gezin over de veiligheidsafspraken.',
      bijNietNakomen: 'Direct melden aan politie en Veilig Thuis.',
      terugkoppeling: 'Afspraken tot nu toe nagekomen.',
    },
  ],
  POLITIE: [
    {
      leefgebied: 'JUSTITIE',
      omschrijving: 'Wijkagent houdt wekelijks zicht op naleving van het gebieds- en contactverbod.',
      bijNietNakomen: 'Aanhouden en melden aan de officier van justitie.',
      terugkoppeling: 'Geen overtredingen waargenomen.',
    },
    {
      leefgebied: 'HUISELIJKE_RELATIES',
      omschrijving: 'Afspraak op locatie actueel houden en na elke melding evalueren.',
      bijNietNakomen: 'Opschalen naar de teamchef.',
      terugkoppeling: 'Afspraak geactualiseerd na laatste melding.',
    },
  ],
  OM: [
    {
      leefgebied: 'JUSTITIE',
      omschrijving: 'Afdoening afstemmen op het plan en bijzondere voorwaarden voorstellen.',
      bijNietNakomen: 'Vordering tot tenuitvoerlegging.',
      terugkoppeling: 'Voorwaarden opgenomen in het advies voor de zitting.',
    },
  ],
  RVDK: [
    {
      leefgebied: 'HUISELIJKE_RELATIES',
      omschrijving: 'Onderzoek naar de opvoedsituatie afronden.',
      bijNietNakomen: 'Spoedoverleg met de kinderrechter overwegen.',
      terugkoppeling: 'Gesprekken met school en ouders gevoerd.',
    },
  ],
  DJI: [
    {
      leefgebied: 'HUISVESTING',
      omschrijving: 'Ontslagdatum en verlofmomenten vooraf melden.',
      bijNietNakomen: 'Casemanager neemt contact op met de gemeente.',
      terugkoppeling: 'Eerste verlof goed verlopen.',
    },
  ],
  GGD: [
    {
      leefgebied: 'LICHAMELIJKE_GEZONDHEID',
      omschrijving: 'Huisbezoek bemoeizorg en toeleiding naar een huisarts.',
      bijNietNakomen: 'Opnieuw bespreken; verkennend onderzoek aanvragen.',
      terugkoppeling: 'Betrokkene deed open en wil meewerken.',
    },
  ],
  RECLASSERING: [
    {
      leefgebied: 'JUSTITIE',
      omschrijving: 'Toezicht met wekelijkse meldplicht en gedragstraining.',
      bijNietNakomen: 'Waarschuwing, daarna terugmelden aan het OM.',
      terugkoppeling: 'Meldplicht nagekomen, training gestart.',
    },
  ],
  JEUGDBESCHERMING: [
    {
      leefgebied: 'HUISELIJKE_RELATIES',
      omschrijving: 'Gezinsplan maken met ouders en netwerk.',
      bijNietNakomen: 'Schriftelijke aanwijzing geven.',
      terugkoppeling: 'Familieberaad gepland.',
    },
  ],
  GGZ: [
    {
      leefgebied: 'GEESTELIJKE_GEZONDHEID',
      omschrijving: 'Binnen twee weken een behandelplek en een signaleringsplan.',
      bijNietNakomen: 'FACT-team neemt outreachend contact op.',
      terugkoppeling: 'Intake heeft plaatsgevonden.',
    },
  ],
  VERSLAVINGSZORG: [
    {
      leefgebied: 'MIDDELENGEBRUIK',
      omschrijving: 'Start ambulante behandeling en urinecontroles.',
      bijNietNakomen: 'Klinische opname voorstellen.',
      terugkoppeling: 'Drie van de vier afspraken nagekomen.',
    },
  ],
  VEILIG_THUIS: [
    {
      leefgebied: 'HUISELIJKE_RELATIES',
      omschrijving: 'Veiligheid monitoren na drie, zes en twaalf maanden.',
      bijNietNakomen: 'Verzoek tot onderzoek bij de Raad.',
      terugkoppeling: 'Eerste monitormoment: voldoende veilig.',
    },
  ],
  MAATSCHAPPELIJK_WERK: [
    {
      leefgebied: 'SOCIAAL_NETWERK',
      omschrijving: 'Netwerk in kaart brengen en steunfiguren vragen.',
      bijNietNakomen: 'Casusregisseur informeren.',
      terugkoppeling: 'Twee steunfiguren gevonden.',
    },
  ],
  UWV: [
    {
      leefgebied: 'WERK_EN_OPLEIDING',
      omschrijving: 'Dienstverbanden van de afgelopen twee jaar naast de opgaven van betrokkene leggen.',
      bijNietNakomen: 'Uitkomst in het volgende overleg toelichten; tot dan geen besluit nemen.',
      terugkoppeling: 'Twee perioden komen niet overeen; betrokkene is gevraagd om uitleg.',
    },
  ],
  SVB: [
    {
      leefgebied: 'HUISVESTING',
      omschrijving: 'Huisbezoek aankondigen en de leefsituatie vaststellen.',
      bijNietNakomen: 'Tweede bezoek plannen samen met de gemeente.',
      terugkoppeling: 'Bezoek gedaan; verslag wordt eerst met betrokkene besproken.',
    },
  ],
  BELASTINGDIENST: [
    {
      leefgebied: 'FINANCIEN',
      omschrijving: 'Nagaan wie feitelijk over de onderneming op naam van betrokkene beschikt.',
      bijNietNakomen: 'Overdragen aan het team dat over de onderneming gaat.',
      terugkoppeling: 'Onderneming blijkt door een ander gedreven; betrokkene krijgt geen naheffing meer.',
    },
  ],
};
