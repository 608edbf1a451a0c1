import { type Situatie, decideCategorie, decideField } from '../../oracle/besluit';
import { findField } from '../../oracle/sdl';
import { type Rij, isGranted, isVisible } from '../../oracle/zichtbaar';
import { type Part, type Row, tablesOf, text } from './tables';

/** Where in the graph the rows of a table stand, below the kind of their person or the casus. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'municipality.acties': ['PlanVanAanpak.acties'],
  'municipality.overleggen': ['Casus.overleggen'],
  'municipality.plannen': ['Casus.planVanAanpak'],
  'municipality.doeltoetsen': ['Casus.doeltoets'],
  'municipality.zetels': ['Casus.tafel'],
  'municipality.personen': ['Casus.hoofdbetrokkenen', 'Casus.directeKring', 'Casus.professionals'],
  'municipality.inkomens': ['Hoofdbetrokkene.inkomens'],
  'municipality.schulden': ['Hoofdbetrokkene.schulden'],
  'municipality.woonsituaties': ['Hoofdbetrokkene.woonsituatie'],
  'municipality.voorzieningen': ['Hoofdbetrokkene.voorzieningen'],
  'municipality.schoolgangen': ['Hoofdbetrokkene.schoolgang'],
  'police.aandachtsvestigingen': ['Hoofdbetrokkene.aandachtsvestigingen'],
  'police.meldingen': ['Hoofdbetrokkene.meldingen'],
  'police.incidenten': ['Hoofdbetrokkene.incidenten'],
  'police.verdenkingen': ['Hoofdbetrokkene.verdenkingen'],
  'police.risicos': ['Hoofdbetrokkene.veiligheidsrisico'],
  'police.koppelingen': ['Hoofdbetrokkene.bekendBijPolitie', 'Kringlid.bekendBijPolitie'],
  'police.adviezen': ['Casus.politieadviezen'],
  'care.bekendheden': ['Hoofdbetrokkene.bekendBijZorg', 'Kringlid.bekendBijZorg'],
  'care.trajecten': ['Hoofdbetrokkene.trajecten'],
  'care.diagnosen': ['Hoofdbetrokkene.diagnosen'],
  'care.crisiscontacten': ['Hoofdbetrokkene.crisiscontacten'],
  'care.veiligThuisMeldingen': ['Hoofdbetrokkene.veiligThuisMeldingen'],
  'care.risicotaxaties': ['Hoofdbetrokkene.risicotaxaties'],
  'care.adviezen': ['Casus.zorgadviezen'],
  'care.huisbezoekafspraken': ['Hoofdbetrokkene.huisbezoek'],
  // Members of unions: whether there is one is told as whose it is.
  'municipality.overlegbesluiten': ['Overlegbesluit.bronhouder'],
  'municipality.opschalingen': ['Opschaling.bronhouder'],
  'municipality.ingebrachteAdviezen': ['Politieadvies.bronhouder', 'Zorgadvies.bronhouder'],
};

/** Tables that no field shows row by row: what access rests on, and what joins the others. */
const MACHINERY = [
  'municipality.medewerkers',
  'municipality.aanwijzingen',
  'municipality.casussen',
  'municipality.betrokkenheden',
  'municipality.relaties',
  'municipality.overlegacties',
  'police.vrijgaven',
  'care.koppelingen',
  'care.gronden',
  'care.vrijgaven',
  'police.bezwaren',
  'care.bezwaren',
  'municipality.bezwaren',
];

/** Cells of a person, and the fields that tell of them. */
const PERSON: Readonly<Record<string, readonly string[]>> = {
  voornamen: ['naam', 'weergavenaam'],
  voorvoegsel: ['naam', 'weergavenaam'],
  geslachtsnaam: ['naam', 'weergavenaam'],
  geboortedatum: ['geboortedatum', 'geboortejaar', 'minderjarig'],
  straat: ['adres'],
  huisnummer: ['adres'],
  postcode: ['adres'],
  woonplaats: ['adres'],
};

const TYPES = { HOOFDBETROKKENE: 'Hoofdbetrokkene', KRINGLID: 'Kringlid', PROFESSIONAL: 'Professional' } as const;

/** Why a requester may not see something. The last five are row rules. */
export const WHYS = [
  'ANDERE_CASUS',
  'GEWEIGERD',
  'KRING',
  'PROFESSIONAL',
  'GEHEIMHOUDING',
  'ANDERE_BRONHOUDER',
  'VRIJGEGEVEN',
  'MET_GROND',
  'EIGEN_EN_RELEVANT',
  'WERKGEBIED',
  'BEZWAAR',
] as const;
export type Why = (typeof WHYS)[number];

/** One row, and what of it this requester may not see. */
export interface Entry {
  readonly part: Part;
  readonly table: string;
  readonly row: Row;
  /** Why the whole row is withheld; empty: it is not. */
  readonly why: readonly Why[];
  /** Cells that are withheld of a row that is not. */
  readonly cells: ReadonlyMap<string, readonly Why[]>;
}

/** @throws Error for a table of which nobody said where it shows: the suites would leave it alone in silence. */
export function takeStock(s: Situatie): Entry[] {
  return tablesOf(s.world).flatMap(({ part, name, rows }) => {
    const fields = FIELDS[`${part}.${name}`];
    if (fields === undefined && !MACHINERY.includes(`${part}.${name}`))
      throw new Error(`where does ${part}.${name} show?`);
    return rows.map((row) => entryOf(s, part, name, row, fields ?? []));
  });
}

function entryOf(s: Situatie, part: Part, table: string, row: Row, fields: readonly string[]): Entry {
  const none = new Map<string, readonly Why[]>();
  const kind = kindOf(s, table === 'personen' ? text(row, 'id') : text(row, 'persoon'));
  const elsewhere =
    'casus' in row ? row.casus !== s.casus.id : ('persoon' in row || table === 'personen') && kind === null;
  if (elsewhere) return { part, table, row, why: ['ANDERE_CASUS'], cells: none };
  const known = table === 'ingebrachteAdviezen' ? fields.filter((one) => one.toUpperCase().startsWith(text(row, 'soort'))) : fields; // oxfmt-ignore
  const coordinate = table === 'personen' ? personField(kind) : known.find((one) => kind === null || one.startsWith(`${kind}.`) || one.startsWith('Casus.')); // oxfmt-ignore
  if (coordinate === undefined) return { part, table, row, why: [], cells: none };
  const [type = '', name = ''] = coordinate.split('.');
  // What has no bronhouder of its own is part of the record of the casus.
  const record = 'bronhouder' in row ? {} : { ...s.casus };
  const rij = { ...record, subgraaf: part, ...(table === 'personen' ? { persoon: text(row, 'id') } : {}), ...row };
  const why = whyNot(s, type, name, rij as Rij);
  if (why.length > 0) return { part, table, row, why, cells: none };
  const { returns } = findField(s.contract.sdl, type, name);
  const cells = Object.keys(row).map((cell) => [cell, whyNotCell(s, returns, cell, rij as Rij)] as const);
  return { part, table, row, why, cells: new Map(cells.filter(([, found]) => found.length > 0)) };
}

function kindOf(s: Situatie, persoon: string): string | null {
  const found = s.world.municipality.betrokkenheden.find((one) => one.casus === s.casus.id && one.persoon === persoon);
  return found === undefined ? null : TYPES[found.soort];
}

function personField(kind: string | null): string | undefined {
  const fields = { Hoofdbetrokkene: 'hoofdbetrokkenen', Kringlid: 'directeKring', Professional: 'professionals' };
  return kind === null ? undefined : `Casus.${fields[kind as keyof typeof fields]}`;
}

/** Reasons by which a record does not show at a field; empty: it does. */
function whyNot(s: Situatie, type: string, name: string, rij: Rij): Why[] {
  const { returns } = findField(s.contract.sdl, type, name);
  const { reden, categorieen } = decideField(s, type, name, []);
  if (reden !== null) {
    if ([type, returns].includes('Kringlid')) return ['KRING'];
    return [type, returns].includes('Professional') ? ['PROFESSIONAL'] : ['GEWEIGERD'];
  }
  const found = categorieen.flatMap((categorie): Why[] => {
    if (isVisible(s, categorie, rij)) return [];
    if (isGranted(s, categorie, rij)) return ['BEZWAAR'];
    const uitkomst = decideCategorie(s, categorie);
    const grants = uitkomst.allow ? uitkomst.grants.filter(({ bronhouder }) => bronhouder === rij.bronhouder) : [];
    return grants.length === 0 ? ['ANDERE_BRONHOUDER'] : grants.flatMap(({ beperkingen }) => beperkingen as Why[]);
  });
  return [...new Set(found)];
}

function whyNotCell(s: Situatie, type: string, cell: string, rij: Rij): Why[] {
  const { sdl } = s.contract;
  const shows = (PERSON[cell] ?? [cell]).filter((name) =>
    sdl.fields.some((one) => one.type === type && one.name === name),
  );
  const reasons = shows.map((name) => whyNot(s, type, name, rij));
  const hidden = reasons.length > 0 && reasons.every((one) => one.length > 0);
  if (hidden) return [...new Set(reasons.flat())];
  // Whether it holds for him is left to the whole answer, that is compared afterwards.
  const secret =
    (rij as unknown as Row).geheimhouding === true && (PERSON[cell]?.includes('adres') === true || cell === 'wijk');
  return secret ? ['GEHEIMHOUDING'] : [];
}
