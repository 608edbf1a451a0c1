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

const SCHEMA = join(__dirname, '../../../schema');
const yaml = (...path: string[]): unknown => parse(readFileSync(join(SCHEMA, ...path), 'utf8'));
const convenanten = readdirSync(join(SCHEMA, 'convenanten')).filter((naam) => naam.endsWith('.yaml'));
const convenant = yaml('convenanten', convenanten[0]!) as { partijen: string[]; verstrekkingen: Verstrekking[] };
const { partners } = yaml('partners.yaml') as { partners: Partner[] };
const { gegevens } = yaml('gegevens.yaml') as { gegevens: Categorie[] };
const partijen = convenant.partijen.map((id) => partners.find((partner) => partner.id === id)!);

export const KETENROLLEN = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'];
export const soorten = [...new Set(partijen.map(({ soort }) => soort))];
export const categorieen = gegevens.filter(({ betreft }) => betreft !== 'ZELF').map(({ naam }) => naam);

/** What is given of a category to a receiver, as sorted lines; a refusal as its one reason. */
export function readCell(
  naam: string,
  ontvanger: string,
  asked: { doel: string; fase: string; kader: string; rol: string },
): string[] {
  if (asked.fase === 'AFSLUITING') return ['CASUS_AFGESCHERMD'];
  const categorie = gegevens.find((one) => one.naam === naam)!;
  const keten = KETENROLLEN.includes(ontvanger);
  const self = keten ? undefined : partijen.find(({ soort }) => soort === ontvanger);
  const own = self !== undefined && !categorie.dossier && categorie.bronnen.includes(self.soort) ? self : undefined;
  const covers = (words: string[] | 'alle', word: string): boolean => words === 'alle' || words.includes(word);
  let left = convenant.verstrekkingen;
  let reden: string | undefined;
  const narrow = (why: string, test: (v: Verstrekking) => boolean): void => {
    left = left.filter(test);
    if (left.length === 0) reden ??= why;
  };
  narrow('GEEN_VERSTREKKING', (v) => v.gegevens.includes(naam));
  narrow('PARTNER_NIET_GEDEKT', (v) => v.aan.includes(ontvanger) || (self !== undefined && v.aan.includes(self.id)));
  narrow('ROL_NIET_GEDEKT', (v) => keten || v.rollen === undefined || v.rollen.includes(asked.rol));
  narrow('DOEL_NIET_GEDEKT', (v) => covers(v.doelen, asked.doel));
  narrow('FASE_NIET_GEDEKT', (v) => covers(v.fasen, asked.fase));
  narrow('KADER_NIET_GEDEKT', (v) => covers(v.kaders, asked.kader));
  const given = own === undefined ? [] : [line(own.id, 'eigen gegevens (WGS 1.5)', [])];
  for (const bron of partijen) {
    if (bron === own || !categorie.bronnen.includes(bron.soort)) continue;
    for (const v of left.filter(({ van }) => van.includes(bron.soort) || van.includes(bron.id))) {
      const beperkingen = [...(v.beperkingen ?? [])];
      if (categorie.vrijgave) beperkingen.push('VRIJGEGEVEN');
      if (categorie.grond?.includes(bron.soort)) beperkingen.push('MET_GROND');
      given.push(line(bron.id, v.artikel, beperkingen));
    }
  }
  return given.length > 0 ? given.sort() : [reden ?? 'BRON_GEEN_PARTIJ'];
}

/** One grant as a line that can be compared. */
export function line(van: string, artikel: string, beperkingen: readonly string[]): string {
  return `${van}: ${artikel} [${[...new Set(beperkingen)].sort().join(' ')}]`;
}
