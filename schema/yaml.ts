import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { Invoerfout, type Invoermelding } from './invoerfout';
import { yamlRegels, type Tekstmelding } from './yamlRegels';
import { dutchErrorMap, zodMeldingen, type Pad } from './zodMelding';

/** A line and a column, counted from 1. */
interface Plek {
  readonly line: number;
  readonly column: number;
}

/** A file that was read, with the way back from a value to its place in the text. */
export interface Gelezen<T> {
  readonly value: T;
  /** Where the value at this path stands; of a path that isn't there, where its nearest parent stands. */
  at(pad: Pad): Plek;
  /** A complaint about the value at this path. */
  melding(pad: Pad, melding: string): Invoermelding;
}

const STRENG = { version: '1.2', strict: true, uniqueKeys: true, prettyErrors: false } as const;

/** Reads one strict YAML file. Throws Invoerfout with everything that is wrong with its text, or else with its values. */
export function readYaml<T>(bestand: string, schema: z.ZodType<T>): Gelezen<T> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(bestand);
  } catch (oorzaak) {
    const code = (oorzaak as NodeJS.ErrnoException).code ?? 'onbekend';
    throw new Invoerfout([{ bestand, regel: 1, kolom: 1, melding: `dit bestand kan niet worden gelezen (${code})` }]);
  }
  let tekst: string;
  try {
    tekst = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Invoerfout([{ bestand, regel: 1, kolom: 1, melding: 'dit bestand is geen UTF-8' }]);
  }
  return parseYaml(bestand, tekst, schema);
}

/** As readYaml, of text in hand; `bestand` is only its name in complaints. */
export function parseYaml<T>(bestand: string, tekst: string, schema: z.ZodType<T>): Gelezen<T> {
  const lines = new LineCounter();
  const at = (offset: number): Plek => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const melding = (plek: Plek, tekst: string): Invoermelding => ({
    bestand,
    regel: plek.line,
    kolom: plek.column,
    melding: tekst,
  });

  const { document, regels, waarde } = withinStack(melding, () => {
    const document = parseDocument(tekst, { lineCounter: lines, ...STRENG });
    const fouten = textErrors(document);
    const regels = fouten.length > 0 ? fouten : yamlRegels(document, tekst);
    return { document, regels, waarde: regels.length > 0 ? null : (document.toJS() as unknown) };
  });
  if (regels.length > 0) throw new Invoerfout(regels.map((regel) => melding(at(regel.offset), regel.melding)));

  const resultaat = schema.safeParse(waarde, { error: dutchErrorMap });
  if (!resultaat.success) {
    throw new Invoerfout(
      zodMeldingen(resultaat.error.issues, [], schema).map((m) =>
        melding(at(offsetOf(document, m.pad, m.sleutel)), m.melding),
      ),
    );
  }
  const plek = (pad: Pad): Plek => at(offsetOf(document, pad, null));
  return { value: resultaat.data, at: plek, melding: (pad, tekst) => melding(plek(pad), tekst) };
}

/** The parser recurses: absurd nesting, and nothing else, runs out of stack. */
function withinStack<T>(melding: (plek: Plek, tekst: string) => Invoermelding, doe: () => T): T {
  try {
    return doe();
  } catch (oorzaak) {
    if (oorzaak instanceof RangeError) throw new Invoerfout([melding({ line: 1, column: 1 }, 'te diep genest')]);
    throw oorzaak;
  }
}

/** What the parser itself complains of: one of each place, and no more behind a slip that breaks all that follows it. */
function textErrors(document: Document.Parsed): Tekstmelding[] {
  const perPlek = new Map<number, Tekstmelding>();
  for (const fout of [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])) {
    const offset = fout.pos[0];
    // The parser reports its own overflow once per level on the way back.
    if (fout.message.includes('call stack')) throw new RangeError(fout.message);
    if (!perPlek.has(offset)) perPlek.set(offset, { offset, melding: yamlMelding(fout) });
    if (BREEKT.includes(fout.code)) break;
  }
  return [...perPlek.values()].slice(0, 10);
}

/** Of the parser's complaints, those that someone who writes a convenant will meet. */
const YAML_MELDINGEN: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'deze sleutel staat er twee keer; verwacht elke sleutel een keer',
  MULTIPLE_DOCS: 'een tweede document in een bestand is niet toegestaan; maak er een eigen bestand van',
  TAB_AS_INDENT: 'inspringen met een tab is niet toegestaan; gebruik spaties',
  TAG_RESOLVE_FAILED: 'een tag is niet toegestaan; haal hem weg',
  BAD_INDENT:
    'deze regel springt niet goed in: zet hem recht onder wat erbij hoort, met spaties, en sluit elke [ en { ervoor',
  MISSING_CHAR:
    'hier ontbreekt een : achter een sleutel, een ] of } of een aanhalingsteken, of deze regel springt niet goed in',
  UNEXPECTED_TOKEN: 'dit teken kan hier niet staan; kijk of ervoor iets ontbreekt, of zet aanhalingstekens om tekst',
  BLOCK_AS_IMPLICIT_KEY:
    'hier staan twee sleutels op een regel; zet elk op een eigen regel, of aanhalingstekens om tekst met een dubbele punt',
  MULTILINE_IMPLICIT_KEY: 'een sleutel staat op een regel, met een : erachter',
  BLOCK_IN_FLOW: 'tussen [ en ] of { en } staat alles met een komma ertussen, en niets met een streepje ervoor',
  BAD_SCALAR_START: 'tekst kan met dit teken niet beginnen; zet er aanhalingstekens omheen',
  BAD_DQ_ESCAPE: 'na \\ staat hier geen teken dat YAML kent; gebruik enkele aanhalingstekens',
  BAD_DIRECTIVE: 'een regel die met % begint is niet toegestaan; haal hem weg',
};

/** Behind these what the parser finds is of its own making. */
const BREEKT: readonly YAMLError['code'][] = [
  ...(['BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY'] as const),
  ...(['MULTILINE_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'TAB_AS_INDENT', 'BAD_SCALAR_START', 'IMPOSSIBLE'] as const),
];

function yamlMelding(fout: YAMLError): string {
  return YAML_MELDINGEN[fout.code] ?? `geen geldige YAML: ${fout.message}`;
}

/** Offset of the node at a path, or of its nearest parent; with `sleutel`, of that key within it. */
function offsetOf(document: Document.Parsed, pad: Pad, sleutel: string | null): number {
  for (let lengte = pad.length; lengte >= 0; lengte--) {
    const node: unknown = lengte === 0 ? document.contents : document.getIn(pad.slice(0, lengte), true);
    if (!isNode(node)) continue;
    if (sleutel !== null && lengte === pad.length && isMap(node)) {
      const key = node.items.find((pair) => isScalar(pair.key) && pair.key.value === sleutel)?.key;
      if (isScalar(key)) return key.range?.[0] ?? 0;
    }
    return node.range?.[0] ?? 0;
  }
  return 0;
}
