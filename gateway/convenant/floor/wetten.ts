import type { Doel } from '../../../schema/domain/doel';

/** An act that a grondslag can name: how its articles are written, and for which doelen it can carry a verstrekking. */
export interface Wet {
  readonly naam: string;
  /** The number of an article, without lid or onderdeel. */
  readonly artikel: RegExp;
  readonly voorbeeld: string;
  /** Empty: the act says how, or under which condition, but not that anything may be given. */
  readonly doelen: readonly Doel[];
}

/** The closed list. The coordination of a case serves whatever its act serves, so CASUSREGIE goes with each. */
export const WETTEN: readonly Wet[] = [
  wet('Wvggz', /^\d{1,2}:\d{1,2}[a-z]?$/, '7:1', ['CRISISHULP', 'ZORG_EN_HULPVERLENING']),
  wet('Wzd', /^\d{1,2}[a-z]?$/, '29', ['CRISISHULP', 'ZORG_EN_HULPVERLENING']),
  wet('Wmo 2015', /^\d\.\d\.\d{1,2}[a-z]?$/, '4.1.1', ['CRISISHULP', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING']),
  wet('Jeugdwet', /^\d{1,2}\.\d{1,2}(\.\d{1,2})?[a-z]?$/, '7.3.11', [
    'CRISISHULP',
    'BEGELEIDING',
    'ZORG_EN_HULPVERLENING',
  ]),
  wet('BW', /^7:457$/, '7:457', ['CRISISHULP', 'BEGELEIDING', 'ZORG_EN_HULPVERLENING']),
  // Of the Wpg only what lets the police give to others at home: 17 is for intelligence services, 17a for abroad.
  wet('Wpg', /^(16|18|19|20)$/, '20', [
    'STRAFRECHTELIJKE_HANDHAVING',
    'BESTUURLIJKE_HANDHAVING',
    'ZORG_EN_HULPVERLENING',
    'CRISISHULP',
    'FRAUDEBESTRIJDING',
  ]),
  wet('Wjsg', /^\d{1,2}[a-z]?$/, '39f', [
    'STRAFRECHTELIJKE_HANDHAVING',
    'BESTUURLIJKE_HANDHAVING',
    'FRAUDEBESTRIJDING',
  ]),
  wet('Wet SUWI', /^\d{1,3}[a-z]?$/, '64', ['FRAUDEBESTRIJDING']),
  wet('Participatiewet', /^\d{1,3}[a-z]?$/, '64', ['FRAUDEBESTRIJDING', 'BEGELEIDING']),
  wet('AWR', /^\d{1,2}[a-z]?$/, '67', ['FRAUDEBESTRIJDING']),

  // Beside one of those above: what the data are kept under, what secrecy they are under, which number may be used.
  voorwaarde('Wpg', /^(8|13)$/, '8'),
  voorwaarde('BIG', /^88$/, '88'),
  voorwaarde('Wabb', /^1[0-2]$/, '10'),
  voorwaarde('Wabvpz', /^[4-9]$/, '4'),
  voorwaarde('Wet BRP', /^\d\.\d{1,2}[a-z]?$/, '3.9'),
  voorwaarde('AVG', /^\d{1,2}$/, '6 lid 1 onder e'),
  voorwaarde('UAVG', /^\d{1,2}$/, '30'),
];

const DEEL = /^(.+?) (\d[\d.:]*[a-z]?)((?: lid \d{1,2}[a-z]?)?(?: onder [a-z0-9]{1,2})?)$/;

/** The act and article that a ground names: "Wvggz 7:1 lid 3". null: no ground of this form. */
export function ontleed(grond: string): { readonly naam: string; readonly artikel: string } | null {
  const [, naam, artikel] = DEEL.exec(grond) ?? [];
  return naam === undefined || artikel === undefined ? null : { naam, artikel };
}

/** The act on the list that has this ground, or null. */
export function wetVan(grond: string): Wet | null {
  const deel = ontleed(grond);
  return WETTEN.find(({ naam, artikel }) => naam === deel?.naam && artikel.test(deel.artikel)) ?? null;
}

/** The act that can carry a verstrekking by itself on this ground, or null. */
export function eigenWetVan(grond: string): Wet | null {
  const gevonden = wetVan(grond);
  return gevonden === null || gevonden.doelen.length === 0 ? null : gevonden;
}

function wet(naam: string, artikel: RegExp, nummer: string, doelen: readonly Doel[]): Wet {
  return { naam, artikel, voorbeeld: `${naam} ${nummer}`, doelen: [...doelen, 'CASUSREGIE'] };
}

function voorwaarde(naam: string, artikel: RegExp, nummer: string): Wet {
  return { naam, artikel, voorbeeld: `${naam} ${nummer}`, doelen: [] };
}
