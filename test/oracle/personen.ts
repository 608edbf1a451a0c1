import type { Situatie } from './besluit';
import { idOf, latestFirst, part, record, since, sortBy } from './ding';
import type { Args, Ding, Leaf, Objects } from './ding';
import type { MunicipalityWorld, Persoonsgegeven } from '../../subgraphs/kit/synthetic/world';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { heeftBezwaar, isVisible } from './zichtbaar';

type Persoonrij = MunicipalityWorld['personen'][number];
type Soort = MunicipalityWorld['betrokkenheden'][number]['soort'];

const TYPEN: Record<Soort, string> = {
  HOOFDBETROKKENE: 'Hoofdbetrokkene',
  KRINGLID: 'Kringlid',
  PROFESSIONAL: 'Professional',
};

/** The persons of this kind in this casus, and nobody else. */
export function personenVan(s: Situatie, soort: Soort): Ding[] {
  const ids = s.world.municipality.betrokkenheden
    .filter((one) => one.casus === s.casus.id && one.soort === soort)
    .map((one) => one.persoon);
  const rows = s.world.municipality.personen.filter((one) => ids.includes(one.id));
  return sortBy(rows, (one) => one.id).map((one) => persoonsding(TYPEN[soort], one));
}

function persoonsding(type: string, row: Persoonrij): Ding {
  const ding = record(type, 'municipality', row);
  return { ...ding, rij: ding.rij === null ? null : { ...ding.rij, persoon: row.id } };
}

/** His bronhouder will not have him told of: then not as somebody's relation either. */
const isKept = (s: Situatie, { rij }: Ding): boolean =>
  rij !== null && heeftBezwaar(s, 'municipality', rij.bronhouder, { record: rij.id, persoon: rij.id });

function relaties(s: Situatie, of: Ding, type: string, soorten: Soort[]): Ding[] {
  const others = soorten.flatMap((soort) => personenVan(s, soort));
  const rows = s.world.municipality.relaties.filter(
    (one) => one.van === idOf(of) && others.some((other) => idOf(other) === one.naar && !isKept(s, other)),
  );
  return sortBy(
    rows,
    (one) => one.naar,
    (one) => one.soort,
  ).map((one) => part(type, of, { soort: one.soort, betreft: others.find((other) => idOf(other) === one.naar) }));
}

const betreft: Objects = (_s, relatie) => [(relatie.row as { betreft: Ding }).betreft];

/** The rows about this person in one table of one source, latest first if they have a day, else by id. */
const about =
  <T extends Persoonsgegeven>(
    type: string,
    subgraaf: Subgraaf,
    table: (s: Situatie) => readonly T[],
    day: (row: T) => string = () => '',
  ): Objects =>
  (s: Situatie, of: Ding, args: Args) => {
    const rows = table(s).filter((one) => one.persoon === idOf(of));
    return latestFirst(since(rows, args, day), day).map((one) => record(type, subgraaf, one));
  };

export const persoonObjects: Record<string, Objects> = {
  'Hoofdbetrokkene.naam': (_s, of) => [part('Naam', of, of.row)],
  'Hoofdbetrokkene.adres': (_s, of) => [part('Adres', of, of.row)],
  'Hoofdbetrokkene.gezinsrelaties': (s, of) =>
    relaties(s, of, 'Gezinsrelatie', ['HOOFDBETROKKENE', 'KRINGLID', 'PROFESSIONAL']),
  'Gezinsrelatie.betreft': betreft,
  'Kringlid.relaties': (s, of) => relaties(s, of, 'Kringrelatie', ['HOOFDBETROKKENE']),
  'Kringrelatie.betreft': betreft,
  'Hoofdbetrokkene.inkomens': about(
    'Inkomen',
    'municipality',
    (s) => s.world.municipality.inkomens,
    (one) => one.ingangsdatum,
  ),
  'Hoofdbetrokkene.schulden': about('Schuld', 'municipality', (s) => s.world.municipality.schulden),
  'Hoofdbetrokkene.woonsituatie': about('Woonsituatie', 'municipality', (s) => s.world.municipality.woonsituaties),
  'Hoofdbetrokkene.voorzieningen': about(
    'Voorziening',
    'municipality',
    (s) => s.world.municipality.voorzieningen,
    (one) => one.ingangsdatum,
  ),
  'Hoofdbetrokkene.schoolgang': about('Schoolgang', 'municipality', (s) => s.world.municipality.schoolgangen),
  'Hoofdbetrokkene.aandachtsvestigingen': about(
    'Aandachtsvestiging',
    'police',
    (s) => s.world.police.aandachtsvestigingen,
    (one) => one.ingangsdatum,
  ),
  'Hoofdbetrokkene.meldingen': about(
    'Politiemelding',
    'police',
    (s) => s.world.police.meldingen,
    (one) => one.datum,
  ),
  'Hoofdbetrokkene.incidenten': about(
    'Incident',
    'police',
    (s) => s.world.police.incidenten,
    (one) => one.datum,
  ),
  'Hoofdbetrokkene.verdenkingen': about(
    'Verdenking',
    'police',
    (s) => s.world.police.verdenkingen,
    (one) => one.datum,
  ),
  'Hoofdbetrokkene.bekendBijZorg': about(
    'Zorgbekendheid',
    'care',
    (s) => s.world.care.bekendheden,
    (one) => one.sinds,
  ),
  'Kringlid.bekendBijZorg': about(
    'Kringbekendheid',
    'care',
    (s) => s.world.care.bekendheden,
    (one) => one.sinds,
  ),
  'Hoofdbetrokkene.trajecten': about(
    'Zorgtraject',
    'care',
    (s) => s.world.care.trajecten,
    (one) => one.ingangsdatum,
  ),
  'Hoofdbetrokkene.diagnosen': about(
    'Diagnose',
    'care',
    (s) => s.world.care.diagnosen,
    (one) => one.gesteldOp,
  ),
  'Hoofdbetrokkene.crisiscontacten': about(
    'Crisiscontact',
    'care',
    (s) => s.world.care.crisiscontacten,
    (one) => one.datum,
  ),
  'Hoofdbetrokkene.veiligThuisMeldingen': about(
    'VeiligThuisMelding',
    'care',
    (s) => s.world.care.veiligThuisMeldingen,
    (one) => one.datum,
  ),
  'Hoofdbetrokkene.risicotaxaties': about(
    'Risicotaxatie',
    'care',
    (s) => s.world.care.risicotaxaties,
    (one) => one.datum,
  ),
};

const weergavenaam: Leaf = (_s, of) => {
  const { voornamen, voorvoegsel, geslachtsnaam } = of.row as Persoonrij;
  return [voornamen, voorvoegsel, geslachtsnaam].filter((one) => one !== null && one !== '').join(' ');
};

const geboortejaar: Leaf = (_s, of) => Number((of.row as Persoonrij).geboortedatum.slice(0, 4));

export const persoonLeaves: Record<string, Leaf> = {
  'Hoofdbetrokkene.weergavenaam': weergavenaam,
  'Kringlid.weergavenaam': weergavenaam,
  'Professional.weergavenaam': weergavenaam,
  'Hoofdbetrokkene.geboortejaar': geboortejaar,
  'Kringlid.geboortejaar': geboortejaar,
  'Kringlid.minderjarig': (s, of) => {
    const { geboortedatum } = of.row as Persoonrij;
    const eighteen = `${Number(geboortedatum.slice(0, 4)) + 18}${geboortedatum.slice(4)}`;
    return s.today < eighteen;
  },
  'Hoofdbetrokkene.heeftSchulden': (s, of) =>
    s.world.municipality.schulden.some(
      (one) =>
        one.persoon === idOf(of) && isVisible(s, 'gemeente.schuldindicatie', { subgraaf: 'municipality', ...one }),
    ),
};
