import type { Doel } from '../../../schema/domain/doel';

/** An act that a grondslag can name: by which of its articles, and for which doelen it can carry a verstrekking. */
export interface Wet {
  readonly naam: string;
  /** Numbers of its articles, without lid or onderdeel. */
  readonly artikelen: readonly string[];
  /** Empty: the act says how, or under which condition, but not that anything may be given. */
  readonly doelen: readonly Doel[];
}

/**
 * The closed list: an article that is not on it is no ground, until it has been looked at and put here. The coordination
 * of a case serves whatever its act serves, so CASUSREGIE goes with each.
 */
export const WETTEN: readonly Wet[] = [
  wet('Wvggz', ['5:1', '5:2', '5:3', '5:4', '7:1', '7:2', '7:3', '8:29'], ['CRISISHULP', 'ZORG_EN_HULPVERLENING']),
  wet('Wzd', ['26', '28a', '29'], ['CRISISHULP', 'ZORG_EN_HULPVERLENING']),
  wet(
    'Wmo 2015',
    ['2.1.1', '2.3.2', '2.3.3', '4.1.1', '4.2.5', '5.1.1', '5.1.6', '5.2.1', '5.2.2', '5.2.4', '5.2.6', '5.2.9'],
    ['CRISISHULP', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING'],
  ),
  wet('Jeugdwet', ['7.3.11', '7.4.0', '7.4.1', '7.4.4'], ['CRISISHULP', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING']),
  wet('BW', ['7:457'], ['CRISISHULP', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING']),
  // Of the Wpg only what lets the police give to others at home: 17 is for intelligence services, 17a for abroad.
  wet(
    'Wpg',
    ['16', '18', '19', '20'],
    [
      'STRAFRECHTELIJKE_HANDHAVING',
      'BESTUURLIJKE_HANDHAVING',
      'ZORG_EN_HULPVERLENING',
      'CRISISHULP',
      'FRAUDEBESTRIJDING',
    ],
  ),
  wet(
    'Wjsg',
    ['8', '8a', '13', '39e', '39f'],
    ['STRAFRECHTELIJKE_HANDHAVING', 'BESTUURLIJKE_HANDHAVING', 'FRAUDEBESTRIJDING'],
  ),
  wet('Wet SUWI', ['54', '62', '63', '64', '65', '73'], ['FRAUDEBESTRIJDING']),
  wet('Participatiewet', ['53a', '63', '64', '65', '66', '67'], ['FRAUDEBESTRIJDING', 'BEGELEIDING']),
  wet('AWR', ['47', '53', '55', '67'], ['FRAUDEBESTRIJDING']),

  // Beside one of those above: what the data are kept under, what secrecy they are under, which number may be used.
  voorwaarde('Wpg', ['8', '13']),
  voorwaarde('BIG', ['88']),
  voorwaarde('Wabb', ['10', '11', '12']),
  voorwaarde('Wabvpz', ['4', '5', '6', '7', '8', '9']),
  voorwaarde('Jeugdwet', ['7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.2.5']),
  voorwaarde('Wet BRP', ['3.1', '3.2', '3.3', '3.5', '3.6', '3.7', '3.8', '3.9']),
  voorwaarde('AVG', ['5', '6', '9', '10']),
  voorwaarde('UAVG', ['23', '28', '29', '30', '31', '32', '33', '46']),
];

/** What a Zorg- en Veiligheidshuis stands on, beside which its convenant can name those above. */
export const HUISWETTEN: readonly Wet[] = [
  voorwaarde('WGS', ['1.5', '1.7', '2.25', '2.28', '2.29', '2.30', '2.31', '2.32']),
  voorwaarde('BGS', ['1.7', '1.9', '1.11', '2.19', '2.20', '2.21']),
];

const DEEL = /^(.+?) (\d[\d.:]*[a-z]?)((?: lid \d{1,2}[a-z]?)?(?: onder [a-z0-9]{1,2})?)$/;

/** The act and article that a ground names: "Wvggz 7:1 lid 3". null: no ground of this form. */
export function ontleed(grond: string): { readonly naam: string; readonly artikel: string } | null {
  const [, naam, artikel] = DEEL.exec(grond) ?? [];
  return naam === undefined || artikel === undefined ? null : { naam, artikel };
}

/** The act on the list that has this ground, or null. */
export function wetVan(grond: string, wetten: readonly Wet[] = WETTEN): Wet | null {
  const deel = ontleed(grond);
  if (deel === null) return null;
  return wetten.find(({ naam, artikelen }) => naam === deel.naam && artikelen.includes(deel.artikel)) ?? null;
}

/** The act that can carry a verstrekking by itself on this ground, or null. */
export function eigenWetVan(grond: string): Wet | null {
  const gevonden = wetVan(grond);
  return gevonden === null || gevonden.doelen.length === 0 ? null : gevonden;
}

/** Whether a ground is of one of these articles of an act. */
export function isArtikel(grond: string, wet: string, artikelen: readonly string[]): boolean {
  const deel = ontleed(grond);
  return deel?.naam === wet && artikelen.includes(deel.artikel);
}

function wet(naam: string, artikelen: readonly string[], doelen: readonly Doel[]): Wet {
  return { naam, artikelen, doelen: [...doelen, 'CASUSREGIE'] };
}

function voorwaarde(naam: string, artikelen: readonly string[]): Wet {
  return { naam, artikelen, doelen: [] };
}
