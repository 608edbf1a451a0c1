/** What one field of the chain in miniature needs: read off the SDL by hand, so that no code of the product says it. */
interface Nodig {
  /** Categories of the field. */
  readonly eigen: string;
  /** `host category` of all that must be told to answer it. */
  readonly verteld?: string;
  /** Categories that its arguments read. */
  readonly argument?: string;
}

const REGISTRATIES = 'casus.overleg casus.besluit politie.incidenten zorg.trajecten';
const WIE = 'casus.betrokkenheid casus.kring casus.professionals';
const NAMEN = 'persoon.naam kring.naam professional.naam';
/** To the police a person is a person: told of one it may be told of any kind. */
const POLITIE_WIE = 'police:casus.betrokkenheid police:casus.kring police:casus.professionals';
const POLITIE_NAMEN = 'police:persoon.naam police:kring.naam police:professional.naam';

const VAN_DE_POLITIE: Readonly<Record<string, Nodig>> = {
  bekend: { eigen: 'politie.bekend', verteld: POLITIE_WIE },
  risico: { eigen: 'politie.risico', verteld: POLITIE_WIE },
  meldingen: { eigen: 'politie.meldingen', verteld: POLITIE_WIE, argument: 'politie.bekend' },
  gezienMet: { eigen: `politie.gezien ${WIE}`, verteld: POLITIE_WIE },
  dekmantel: { eigen: `politie.dekmantel ${NAMEN}`, verteld: `${POLITIE_WIE} ${POLITIE_NAMEN}` },
};

const opElke = (soort: string): Record<string, Nodig> =>
  Object.fromEntries(Object.entries(VAN_DE_POLITIE).map(([veld, nodig]) => [`${soort}.${veld}`, nodig]));

/** Every field of the chain in miniature, but for keys. */
export const TABEL: Readonly<Record<string, Nodig>> = {
  'Query.casus': { eigen: 'casus.kern', argument: 'casus.kern' },
  'Casus.kenmerk': { eigen: 'casus.kern' },
  'Casus.gemeente': { eigen: 'politie.plaats casus.kern', verteld: 'police:casus.kern' },
  'Casus.niveau': { eigen: 'casus.niveau' },
  'Casus.kalender': { eigen: 'casus.niveau' },
  'Casus.agenda': { eigen: 'casus.agenda' },
  'Casus.personen': { eigen: WIE },
  'Casus.contact': { eigen: WIE },
  'Casus.hoofdpersoon': { eigen: 'casus.betrokkenheid' },
  'Casus.overleggen': { eigen: 'casus.overleg', argument: 'casus.agenda' },
  'Casus.registraties': { eigen: REGISTRATIES },
  'Casus.betrokken': { eigen: 'casus.betrokkenheid casus.kring casus.overleg' },
  'Casus.gezien': { eigen: `politie.gezien ${WIE}`, verteld: `police:casus.kern ${POLITIE_WIE}` },
  'Casus.verdachte': { eigen: `politie.gezien ${WIE}`, verteld: `police:casus.kern ${POLITIE_WIE}` },
  'Casus.incidenten': { eigen: 'politie.incidenten', verteld: 'police:casus.kern' },
  'Casus.politieregistraties': { eigen: REGISTRATIES, verteld: 'police:casus.kern' },
  'Casus.trajecten': { eigen: 'zorg.trajecten', verteld: 'care:casus.kern' },
  'Casus.zorgregistraties': { eigen: REGISTRATIES, verteld: 'care:casus.kern' },
  'Casus.patienten': { eigen: `zorg.bekend ${WIE}`, verteld: 'care:casus.kern' },
  'Afspraak.dag': { eigen: 'casus.agenda' },
  'Afspraak.waar': { eigen: 'casus.plaats' },
  'Overleg.bronhouder': { eigen: 'casus.overleg' },
  'Besluit.bronhouder': { eigen: 'casus.besluit' },
  'Incident.bronhouder': { eigen: 'politie.incidenten' },
  'Signaal.bronhouder': { eigen: 'politie.signaal' },
  'Traject.bronhouder': { eigen: 'zorg.trajecten' },
  'Hoofdbetrokkene.bronhouder': { eigen: 'casus.betrokkenheid' },
  'Kringlid.bronhouder': { eigen: 'casus.kring' },
  'Overleg.dag': { eigen: 'casus.overleg' },
  'Overleg.waar': { eigen: 'casus.plaats' },
  'Besluit.dag': { eigen: 'casus.besluit' },
  'Besluit.tekst': { eigen: 'casus.besluit' },
  'Incident.dag': { eigen: 'politie.incidenten' },
  'Incident.tekst': { eigen: 'politie.inhoud' },
  'Signaal.tekst': { eigen: 'politie.signaal' },
  'Signaal.dag': { eigen: 'politie.signaal' },
  'Traject.dag': { eigen: 'zorg.trajecten' },
  'Traject.waar': { eigen: 'zorg.plaats' },
  ...opElke('Hoofdbetrokkene'),
  ...opElke('Kringlid'),
  ...opElke('Professional'),
  'Hoofdbetrokkene.naam': { eigen: 'persoon.naam' },
  'Hoofdbetrokkene.wijk': { eigen: 'persoon.wijk' },
  'Hoofdbetrokkene.familie': { eigen: `persoon.familie ${WIE}` },
  'Hoofdbetrokkene.prioriteit': {
    eigen: 'casus.niveau politie.risico',
    verteld: `municipality:politie.risico ${POLITIE_WIE}`,
  },
  'Hoofdbetrokkene.bekendBijZorg': { eigen: 'zorg.bekend', verteld: 'care:casus.betrokkenheid' },
  'Hoofdbetrokkene.beeld': {
    eigen: 'zorg.risico politie.risico',
    verteld: `care:casus.betrokkenheid care:politie.risico ${POLITIE_WIE}`,
  },
  'Hoofdbetrokkene.keten': {
    eigen: `zorg.keten politie.dekmantel politie.risico ${NAMEN}`,
    verteld: `care:casus.betrokkenheid care:politie.dekmantel care:politie.risico care:persoon.naam care:kring.naam care:professional.naam ${POLITIE_WIE} ${POLITIE_NAMEN}`,
  },
  'Kringlid.naam': { eigen: 'kring.naam' },
  'Kringlid.om': { eigen: 'kring.om casus.betrokkenheid' },
  'Kringlid.bekendBijZorg': { eigen: 'zorg.kring', verteld: 'care:casus.kring' },
  'Professional.naam': { eigen: 'professional.naam' },
  'Professional.bekendBijZorg': { eigen: 'zorg.bekend', verteld: 'care:casus.professionals' },
};

export const woorden = (tekst: string | undefined): string[] => tekst?.split(' ') ?? [];

/** What a requester may see, and what each host may be told, for one question. */
export interface Verlof {
  readonly categorieen: ReadonlySet<string>;
  /** `host category`, as in the table. */
  readonly verteld: ReadonlySet<string>;
}

/** Whether a field, asked with these arguments, is granted. Keys and `__typename` go with their object. */
export function isGranted(verlof: Verlof, coordinaat: string, argumenten: readonly string[]): boolean {
  const naam = coordinaat.split('.')[1];
  if (naam === 'id' || naam === '__typename') return true;
  const nodig = TABEL[coordinaat];
  if (nodig === undefined) return false;
  const read = [...woorden(nodig.eigen), ...(argumenten.length > 0 ? woorden(nodig.argument) : [])];
  return (
    read.every((one) => verlof.categorieen.has(one)) && woorden(nodig.verteld).every((one) => verlof.verteld.has(one))
  );
}

/** Every category of the chain in miniature, and everything that a host could be told. */
export const CATEGORIEEN = [...new Set(Object.values(TABEL).flatMap(({ eigen }) => woorden(eigen)))].sort();
export const MEDEDELINGEN = [...new Set(Object.values(TABEL).flatMap(({ verteld }) => woorden(verteld)))].sort();
/** OIN of the host of a source: who supplies everything that it has. */
export const hostVan = (subgraaf: string): string => `oin-${subgraaf}`;
export const bronVan = (categorie: string): 'police' | 'care' | 'municipality' =>
  categorie.startsWith('politie.') ? 'police' : categorie.startsWith('zorg.') ? 'care' : 'municipality';
