import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A verstrekking as it stands in its file: `alle` not worked out, what is left out not there. */
export interface Verstrekkingtekst {
  readonly gegevens: readonly string[];
  readonly van: readonly string[];
  readonly aan: readonly string[];
  readonly rollen?: readonly string[];
  readonly doelen: readonly string[] | 'alle';
  readonly fasen: readonly string[] | 'alle';
  readonly kaders: readonly string[] | 'alle';
  readonly beperkingen?: readonly string[];
  readonly voorwaarden?: readonly string[];
}

export interface Convenanttekst {
  readonly convenant: string;
  readonly versie: string;
  readonly regime: string;
  readonly geldig: { readonly van: string; readonly tot: string };
  readonly doelen: readonly string[];
  readonly partijen: readonly string[];
  readonly verstrekkingen: readonly Verstrekkingtekst[];
}

export interface Categorietekst {
  readonly naam: string;
  readonly betreft: string;
  readonly bronnen?: readonly string[];
  readonly dossier?: boolean;
  readonly vrijgave?: boolean;
  readonly grond?: readonly string[];
}

export interface Partnertekst {
  readonly id: string;
  readonly soort: string;
  readonly subgraaf?: string | null;
}

/** A field as the committed table has it. */
interface Veldtekst {
  readonly categorieen: readonly string[];
  readonly vraagt: readonly { readonly aan: string; readonly categorie: string }[];
  readonly argumenten: Readonly<Record<string, readonly string[]>>;
}

/** Everything that the test of operation decides by: the files, as they were written. */
export interface Regelboek {
  readonly categorieen: readonly Categorietekst[];
  readonly partners: readonly Partnertekst[];
  readonly convenanten: readonly Convenanttekst[];
  readonly velden: Readonly<Record<string, Veldtekst>>;
}

/** Where the files are. */
export interface Regelplaats {
  /** Folder of the house with gegevens.yaml and coordinates.json. */
  readonly schema: string;
  readonly convenanten: string;
  readonly partners: string;
}

/** Reads the files, and believes them: whether they are right is for `hub check` to say. Throws what reading throws. */
export function readRegelboek({ schema, convenanten, partners }: Regelplaats): Regelboek {
  const text = (...path: string[]): string => readFileSync(join(...path), 'utf8');
  const { gegevens } = parse(text(schema, 'gegevens.yaml')) as { gegevens: Categorietekst[] };
  const known = parse(text(partners)) as { partners: Partnertekst[] };
  const { coordinaten } = JSON.parse(text(schema, 'coordinates.json')) as { coordinaten: Regelboek['velden'] };
  const files = readdirSync(convenanten).filter((naam) => naam.endsWith('.yaml'));
  return {
    categorieen: gegevens,
    partners: known.partners,
    convenanten: files.map((naam) => parse(text(convenanten, naam)) as Convenanttekst),
    velden: coordinaten,
  };
}
