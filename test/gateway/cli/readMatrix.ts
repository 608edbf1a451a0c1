import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/* A matrix by brute force, from the YAML as it stands: shares nothing with the hub but the words. */

interface Verstrekking {
  gegevens: string[];
  van: string[];
  aan: string[];
  rollen?: string[];
  doelen: string[] | 'alle';
  fasen: string[] | 'alle';
  kaders: string[] | 'alle';
  beperkingen?: string[];
  voorwaarden?: string[];
  artikel: string;
}
interface Categorie {
  naam: string;
  betreft: string;
  bronnen: string[];
  dossier?: boolean;
  vrijgave?: boolean;
  grond?: string[];
}
interface Partner {
  id: string;
  soort: string;
}

interface Convenanttekst {
  convenant: string;
  doelen: string[];
  partijen: string[];
  verstrekkingen: Verstrekking[];
}

const SCHEMA = join(__dirname, '../../../schema');
const yaml = (...path: string[]): unknown => parse(readFileSync(join(SCHEMA, ...path), 'utf8'));
export const convenanten = readdirSync(join(SCHEMA, 'convenanten'))
  .filter((naam) => naam.endsWith('.yaml'))
  .map((naam) => yaml('convenanten', naam) as Convenanttekst);
const { partners } = yaml('partners.yaml') as { partners: Partner[] };
const { gegevens } = yaml('gegevens.yaml') as { gegevens: Categorie[] };

export const KETENROLLEN = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'];
export const categorieen = gegevens
  .filter(({ betreft }) => !['ZELF', 'REGELS', 'REGISTER', 'VERLOOP'].includes(betreft))
  .map(({ naam }) => naam);

const partijenOf = ({ partijen }: Convenanttekst): Partner[] =>
  partijen.map((id) => partners.find((partner) => partner.id === id)!);

/** The columns: a kind, or a partij that is named by itself where it has others of its kind. */
export function ontvangersOf(convenant: Convenanttekst): Map<string, Partner> {
  const all = partijenOf(convenant);
  const named = new Set(convenant.verstrekkingen.flatMap(({ aan }) => aan));
  const columns = new Map<string, Partner>();
  for (const one of all) {
    const alone = all.filter(({ soort }) => soort === one.soort).length === 1;
    const naam = !alone && named.has(one.id) ? one.id : one.soort;
    if (!columns.has(naam)) columns.set(naam, one);
  }
  return columns;
}

/** What is given of a category to a receiver, as sorted lines; a refusal as its one reason. */
export function readCell(
  convenant: Convenanttekst,
  naam: string,
  ontvanger: string,
  asked: { doel: string; fase: string; kader: string; rol: string },
): string[] {
  if (asked.fase === 'AFSLUITING') return ['CASUS_AFGESCHERMD'];
  const categorie = gegevens.find((one) => one.naam === naam)!;
  const keten = KETENROLLEN.includes(ontvanger);
  const self = keten ? undefined : ontvangersOf(convenant).get(ontvanger);
  const own = self !== undefined && !categorie.dossier && categorie.bronnen.includes(self.soort) ? self : undefined;
  const covers = (words: string[] | 'alle', word: string): boolean => words === 'alle' || words.includes(word);
  let left = convenant.verstrekkingen;
  let reden: string | undefined;
  const narrow = (why: string, test: (v: Verstrekking) => boolean): void => {
    left = left.filter(test);
    if (left.length === 0) reden ??= why;
  };
  const reaches = (aan: string[]): boolean =>
    keten ? aan.includes(ontvanger) : aan.includes(self!.soort) || aan.includes(self!.id);
  narrow('GEEN_VERSTREKKING', (v) => v.gegevens.includes(naam));
  narrow('PARTNER_NIET_GEDEKT', (v) => reaches(v.aan));
  narrow('ROL_NIET_GEDEKT', (v) => keten || v.rollen === undefined || v.rollen.includes(asked.rol));
  narrow('DOEL_NIET_GEDEKT', (v) => covers(v.doelen, asked.doel));
  narrow('FASE_NIET_GEDEKT', (v) => covers(v.fasen, asked.fase));
  narrow('KADER_NIET_GEDEKT', (v) => covers(v.kaders, asked.kader));
  const given = own === undefined ? [] : [line(own.id, 'eigen gegevens (WGS 1.5)', [], [])];
  for (const bron of partijenOf(convenant)) {
    if (bron === own || !categorie.bronnen.includes(bron.soort)) continue;
    for (const v of left.filter(({ van }) => van.includes(bron.soort) || van.includes(bron.id))) {
      const beperkingen = [...(v.beperkingen ?? [])];
      if (categorie.vrijgave) beperkingen.push('VRIJGEGEVEN');
      if (categorie.grond?.includes(bron.soort)) beperkingen.push('MET_GROND');
      given.push(line(bron.id, v.artikel, beperkingen, v.voorwaarden ?? []));
    }
  }
  return given.length > 0 ? given.sort() : [reden ?? 'BRON_GEEN_PARTIJ'];
}

/** One grant as a line that can be compared. */
export function line(
  van: string,
  artikel: string,
  beperkingen: readonly string[],
  voorwaarden: readonly string[],
): string {
  return `${van}: ${artikel} [${[...new Set(beperkingen)].sort().join(' ')}] [${[...voorwaarden].sort().join(' ')}]`;
}
