import type { ThemaTeksten } from './themaTeksten';

export const jeugdEnVeiligheid: ThemaTeksten = {
  meldingen: [
    {
      klasse: 'Jeugdoverlast',
      omschrijving:
        'Groep jongeren bij het winkelcentrum {weekdag} om {tijd} uur. Betrokkene aangesproken, ouders gebeld.',
    },
    {
      klasse: 'Vermissing minderjarige',
      omschrijving: 'Betrokkene na schooltijd niet thuisgekomen. Om {tijd} uur aangetroffen bij een vriend.',
    },
    {
      klasse: 'Ruzie school',
      omschrijving:
        'Vechtpartij op het schoolplein, gefilmd door {aantal} leerlingen. School schorst en zoekt overleg.',
    },
  ],
  incidenten: [
    {
      code: 'VB-401',
      soort: 'Straatroof',
      als: 'VERDACHTE',
      omschrijving:
        'Betrokkene zou met {aantal} anderen een telefoon hebben afgepakt. Aangehouden en na verhoor aan ouders meegegeven.',
    },
    {
      code: 'VB-402',
      soort: 'Wapenbezit',
      als: 'VERDACHTE',
      omschrijving: 'Mes aangetroffen bij controle om {tijd} uur. Verklaart het bij zich te dragen uit angst.',
    },
    {
      code: 'VB-403',
      soort: 'Mishandeling',
      als: 'SLACHTOFFER',
      omschrijving: 'Betrokkene is na een ruzie op sociale media opgewacht en geslagen. Ouders overwegen aangifte.',
    },
    {
      code: 'VB-404',
      soort: 'Vernieling schoolgebouw',
      als: 'GETUIGE',
      omschrijving: 'Betrokkene zag {weekdag} ruiten ingooien en heeft een verklaring afgelegd.',
    },
  ],
  verdenkingen: [
    'Diefstal met geweld (art. 312 Sr)',
    'Verboden wapenbezit (art. 13 WWM)',
    'Openlijke geweldpleging (art. 141 Sr)',
  ],
  aandacht: [
    {
      soort: 'Jeugdgroep',
      instructie: 'Bij aantreffen na {tijd} uur ouders bellen en registreren. Niet in de groep aanspreken.',
    },
    {
      soort: 'Slachtofferrisico',
      instructie:
        'Mogelijk doelwit van een rivaliserende groep. Bij signalen op sociale media direct de jeugdagent bellen.',
    },
  ],
  crisis: [
    'Uitbarsting op de groep na een telefoongesprek met thuis; spoedconsult jeugdpsychiatrie.',
    'Zelfbeschadiging gemeld door school om {tijd} uur, beoordeling samen met de ouders.',
  ],
  politieadviezen: [
    {
      strekking: 'Uit de groep halen',
      advies: 'Zorg voor een ingevulde middag en avond; {weekdag} en vrijdag zijn de risicomomenten.',
    },
    {
      strekking: 'Ouders betrekken',
      advies: 'Spreek de ouders thuis en niet op het bureau; zij willen meewerken als er één aanspreekpunt is.',
    },
  ],
  zorgadviezen: [
    {
      strekking: 'Onderzoek naar leerbaarheid',
      advies: 'Pas eisen aan op het niveau van de jongere en herhaal afspraken schriftelijk.',
    },
    {
      strekking: 'Gezinsgerichte aanpak',
      advies: 'Start met systeemtherapie en wissel gedurende {aantal} maanden niet van hulpverlener.',
    },
  ],
  doelstellingen: [
    'De jongere gaat weer vijf dagen naar school of werk en komt niet meer met politie in aanraking.',
    'Het gezin heeft regie over de avonden en weekenden, en jongere broers en zussen worden niet meegetrokken.',
  ],
  besluiten: [
    'Leerplicht en school maken een terugkeerplan, jeugdreclassering start binnen {aantal} weken.',
    'Raad voor de Kinderbescherming doet onderzoek; tot dan houdt de jongerenwerker wekelijks contact.',
  ],
  toelichtingen: [
    'Schooluitval, criminele contacten en zorgen thuis komen samen; het risico op doorgroei is reëel.',
    'Meerdere kinderen uit het gezin zijn in beeld en hulpverleners werken langs elkaar heen.',
  ],
};
