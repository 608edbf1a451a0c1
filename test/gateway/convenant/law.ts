import type { Convenant, Verstrekking } from '../../../schema/domain/convenant';
import type { Doel } from '../../../schema/domain/doel';
import { PARTNERSOORTEN } from '../../../schema/domain/partnersoort';
import type { Regime } from '../../../schema/domain/regime';
import { GEEN_GROND } from './geenGrond';
import { catalogus, partners } from './voorbeeld';

/** A sentence of the law, and whether it holds. */
type Stelling = readonly [statement: string, holds: boolean];

const GEEN_ACCOUNT = ['WONINGCORPORATIE', 'ONDERWIJS', 'HALT', 'SLACHTOFFERHULP'];
const BUITEN: Readonly<Record<Regime, readonly string[]>> = {
  WGS: [...GEEN_ACCOUNT, 'UWV', 'SVB', 'BELASTINGDIENST'],
  EIGEN_WET: GEEN_ACCOUNT,
};
const PRIVAAT = ['RECLASSERING', 'JEUGDBESCHERMING', 'GGZ', 'VERSLAVINGSZORG', 'VEILIG_THUIS', 'MAATSCHAPPELIJK_WERK'];
const KETENROLLEN = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'];
const HUISDOELEN = 'STRAFRECHTELIJKE_HANDHAVING BESTUURLIJKE_HANDHAVING BEGELEIDING ZORG_EN_HULPVERLENING CASUSREGIE';
const DOOR_POLITIE = 'Wpg (16|18|19|20)';

/** Which grounds may carry which doel, told otherwise than the floor does. */
const DRAAGT: Readonly<Record<Doel, RegExp>> = {
  STRAFRECHTELIJKE_HANDHAVING: ground(DOOR_POLITIE, 'Wjsg .+'),
  BESTUURLIJKE_HANDHAVING: ground(DOOR_POLITIE, 'Wjsg .+'),
  BEGELEIDING: ground('Wmo 2015 .+', 'Jeugdwet 7\\.[34].+', 'BW 7:457', 'Participatiewet .+'),
  ZORG_EN_HULPVERLENING: ground(DOOR_POLITIE, 'Wvggz .+', 'Wmo 2015 .+', 'Jeugdwet 7\\.[34].+', 'BW 7:457'),
  CRISISHULP: ground(DOOR_POLITIE, 'Wvggz .+', 'Wmo 2015 .+', 'Jeugdwet 7\\.[34].+', 'BW 7:457'),
  FRAUDEBESTRIJDING: ground(DOOR_POLITIE, 'Wjsg .+', 'Wet SUWI .+', 'Participatiewet .+', 'AWR .+'),
  CASUSREGIE: ground(DOOR_POLITIE, '(Wvggz|Wmo 2015|Jeugdwet(?= 7\\.[34])|BW|Wjsg|Wet SUWI|Participatiewet|AWR) .+'),
};

function ground(...forms: readonly string[]): RegExp {
  return new RegExp(`^(${forms.join('|')})$`);
}

/** All that the law says of a convenant and that does not hold for this one. Shares nothing with the floor. */
export function verbroken({ regime, doelen, partijen, verstrekkingen }: Convenant): string[] {
  const outside = (name: string): boolean => BUITEN[regime].includes(soort(name));
  const draagt = (doel: Doel, v: Verstrekking): boolean =>
    v.grondslag.split('; ').some((one) => DRAAGT[doel].test(one));
  const heel: Stelling[] = [
    ['nobody outside is party', !partijen.some(outside)],
    regime === 'WGS'
      ? ['only doelen of the act', doelen.every((doel) => HUISDOELEN.split(' ').includes(doel))]
      : ['no doel without a law', doelen.every((doel) => verstrekkingen.some((v) => v.doelen.includes(doel) && draagt(doel, v)))], // oxfmt-ignore
  ];
  const delen = verstrekkingen.flatMap((v) => [
    ['nobody outside gives or gets', ![...v.van, ...v.aan].some(outside)] as const,
    ...everywhere(v),
    ...(regime === 'WGS' ? underWgs(v) : underEigenWet(v, draagt)),
  ]);
  return [...heel, ...delen].flatMap(([statement, holds]) => (holds ? [] : [statement]));
}

function everywhere({ gegevens, van, aan, fasen, grondslag }: Verstrekking): Stelling[] {
  const data = dataOf(gegevens);
  const early = isEarly(fasen);
  const privat = aan.some((name) => PRIVAAT.includes(soort(name)));
  const ownAct = grondslag.split('; ').some((one) => /^(Wabb 10|Wabvpz [4-9]|Jeugdwet 7\.2\.[1-5])( lid \d+)?$/.test(one)); // oxfmt-ignore
  return [
    ['nothing after AFSLUITING', !fasen.includes('AFSLUITING')],
    ['police data from the police only', !has(data, 7) || van.every((name) => soort(name) === 'POLITIE')],
    ['justice data from the OM only', !has(data, 8) || van.every((name) => soort(name) === 'OM')],
    [
      'before the doeltoets dossier and identity',
      !early || data.every(({ wgs, grond }) => (wgs ?? 1) === 1 && grond.length === 0),
    ],
    ['of a professional identity and contact', data.every((g) => g.betreft !== 'PROFESSIONAL' || (g.wgs ?? 1) === 1)],
    ['of the kring only what is needed', data.every((g) => g.betreft !== 'KRINGLID' || [0, 1, 6, 7, 9].includes(g.wgs ?? 0))], // oxfmt-ignore
    ['of the kring nothing early', !early || data.every(({ betreft }) => betreft !== 'KRINGLID')],
    [
      'nobody gets the seats of another, or the rules',
      !data.some(({ betreft }) => /^(ZELF|REGELS|REGISTER|VERLOOP)$/.test(betreft)),
    ],
    ['the BSN to private ones by an act of their own', !has(data, 2) || !privat || ownAct],
  ];
}

function underWgs({ gegevens, van, aan, fasen, grondslag, artikel }: Verstrekking): Stelling[] {
  const data = dataOf(gegevens);
  const wpg = grondslag.split('; ').filter((one) => /wpg/i.test(one));
  const chain = aan.some((name) => KETENROLLEN.includes(name));
  const named = (wgs: number | null): boolean =>
    artikel.split('; ').some((one) => {
      const [, nummers = ''] = /^WGS 2\.30 lid 1 onder (.*)$/.exec(one) ?? [];
      return wgs === null ? one === 'WGS 2.32' : nummers.split(/, | en /).includes(String(wgs));
    });
  return [
    ['police data of Wpg 8 and 13', !has(data, 7) || (wpg.length > 0 && wpg.every((one) => /^Wpg (8|13)$/.test(one)))],
    ['on the WGS', grondslag.split('; ').some((one) => /^WGS 2\.(28|29 lid 1|31 lid 2|32)$/.test(one))],
    ['every ground is one that is known', isKnown(grondslag) && !/Wpg (16|18|19|20)/.test(grondslag)],
    ['the article names categories and nothing else', artikel.split('; ').every((one) => /^WGS 2\.(32|30 lid 1 onder (1[0-2]|[1-9])((, | en )(1[0-2]|[1-9]))*)$/.test(one))], // oxfmt-ignore
    ['secrets name WGS 2.29(2)', !isSecret(data, van) || grondslag.split('; ').includes('WGS 2.29 lid 2')],
    ['the BSN to a chain rol for another house', !has(data, 2) || !chain || grondslag.includes('WGS 2.28')],
    ['private ones come later', !isEarly(fasen) || !aan.some((name) => PRIVAAT.includes(soort(name)))],
    ['the article is that of the category', data.every(({ wgs }) => named(wgs))],
  ];
}

function underEigenWet(v: Verstrekking, draagt: (doel: Doel, v: Verstrekking) => boolean): Stelling[] {
  const data = dataOf(v.gegevens);
  const grounds = v.grondslag.split('; ');
  const wpg = grounds.filter((one) => /wpg/i.test(one));
  const broken = grounds.filter((one) => /^(BW 7:457|Jeugdwet 7\.3\.11|Wvggz \d+:\d+)$/.test(one));
  return [
    ['not on the WGS', !grounds.some((one) => /^[WB]GS /.test(one))],
    ['every ground is one that is known', isKnown(v.grondslag)],
    ['some ground carries it', draagt('CASUSREGIE', v)],
    ['each doel has its act', v.doelen.every((doel) => draagt(doel, v))],
    ['the article is a ground', v.artikel.split('; ').every((one) => grounds.includes(one))],
    ['the article carries it', draagt('CASUSREGIE', { ...v, grondslag: v.artikel })],
    ['police data of Wpg 8 or 13', !has(data, 7) || wpg.some((one) => /^Wpg (8|13)$/.test(one))],
    ['police data by Wpg 16, 18, 19 or 20', !has(data, 7) || wpg.some((one) => ground(DOOR_POLITIE).test(one))],
    ['secrets name what breaks them, for each doel', !isSecret(data, v.van) || (broken.length > 0 && v.doelen.every((doel) => broken.some((one) => DRAAGT[doel].test(one))))], // oxfmt-ignore
    ['the BSN to no chain rol', !has(data, 2) || !v.aan.some((name) => KETENROLLEN.includes(name))],
  ];
}

/** None of the words of the generator that are no ground. */
const isKnown = (grondslag: string): boolean => !grondslag.split('; ').some((one) => GEEN_GROND.includes(one));

type Data = ReturnType<typeof dataOf>;
const dataOf = (gegevens: readonly string[]) => gegevens.flatMap((name) => catalogus.get(name) ?? []);
const has = (data: Data, nummer: number): boolean => data.some(({ wgs }) => wgs === nummer);
const isEarly = (fasen: readonly string[]): boolean => fasen.includes('AANMELDING') || fasen.includes('DOELTOETS');
const isSecret = (data: Data, van: readonly string[]): boolean =>
  data.some(({ grond }) => van.some((name) => grond.some((one) => one === soort(name))));

function soort(name: string): string {
  return PARTNERSOORTEN.find((one) => one === name) ?? partners.get(name)?.soort ?? '';
}
