import { PEILDATUM } from '../../../../subgraphs/kit/synthetic/days';
import type { Persoonsgegeven, World } from '../../../../subgraphs/kit/synthetic/world';

/** Every record about one person, of police, care and municipality alike. */
export function personRecords({ municipality, police, care }: World): Persoonsgegeven[] {
  return [
    ...municipality.inkomens,
    ...municipality.schulden,
    ...municipality.woonsituaties,
    ...municipality.voorzieningen,
    ...municipality.schoolgangen,
    ...police.aandachtsvestigingen,
    ...police.meldingen,
    ...police.incidenten,
    ...police.verdenkingen,
    ...police.risicos,
    ...care.bekendheden,
    ...care.trajecten,
    ...care.diagnosen,
    ...care.crisiscontacten,
    ...care.veiligThuisMeldingen,
    ...care.risicotaxaties,
    ...care.adviezen,
    ...care.huisbezoekafspraken,
  ];
}

/** Whether a term (van, tot) holds on the fixed today of the synthetic world. */
export function holds({ van, tot }: { readonly van: string; readonly tot: string | null }, day = PEILDATUM): boolean {
  return van <= day && (tot === null || day < tot);
}

/** The persons of a casus of one kind. */
export function personsOf(world: World, casus: string, soort: string): string[] {
  return world.municipality.betrokkenheden
    .filter((row) => row.casus === casus && row.soort === soort)
    .map((row) => row.persoon);
}

/** Every string anywhere in a value. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}

/** Map.groupBy, which Node 20 does not have. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
