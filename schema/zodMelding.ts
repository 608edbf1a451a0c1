import { z } from 'zod';
import { nameOf, onbekendWoord } from './woorden';

/** Where in a value: keys and indices from its root. */
export type Pad = readonly (string | number)[];

/** A complaint of zod as one of ours: where, and in Dutch what. `sleutel` is set when a key itself is at fault. */
export interface Zodmelding {
  readonly pad: Pad;
  readonly sleutel: string | null;
  readonly melding: string;
}

/** Zod's error map for files that people write. Several unknown keys give one line each. */
export function dutchErrorMap(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const bekend = knownKeys(issue.inst);
      return issue.keys.map((key) => onbekendWoord('sleutel die hier mag staan', key, bekend)).join('\n');
    }
    case 'invalid_type':
      return issue.input === undefined
        ? 'ontbreekt'
        : `verwacht ${typeName(issue.expected)}, kreeg ${nameOf(issue.input)}${isGetal(issue.expected, issue.input) ? '; haal de aanhalingstekens weg' : ''}`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'ontbreekt'
        : `verwacht ${issue.values.length === 1 ? '' : 'een van: '}${issue.values.join(', ')}; kreeg ${nameOf(issue.input)}`;
    case 'too_small':
      return `verwacht ten minste ${issue.minimum}, kreeg ${String(issue.input)}`;
    case 'too_big':
      return `verwacht ten hoogste ${issue.maximum}, kreeg ${String(issue.input)}`;
    case 'invalid_union':
      return issue.input === undefined ? 'ontbreekt' : 'past in geen van de vormen die hier mogen';
    // Ours say it themselves; the rest no schema of ours can give.
    case 'custom':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return undefined;
  }
}

/**
 * Zod's final issues, with unions opened: of a list or a word, the branch that the writer was in. Of a key that is not
 * there the schema's own description tells what belongs in it.
 */
export function zodMeldingen(
  issues: readonly z.core.$ZodIssue[],
  voorvoegsel: Pad = [],
  schema?: z.core.$ZodType,
): Zodmelding[] {
  return issues.flatMap((issue): Zodmelding[] => {
    const pad: Pad = [...voorvoegsel, ...issue.path.map((deel) => (typeof deel === 'symbol' ? String(deel) : deel))];
    if (issue.code === 'unrecognized_keys') {
      const regels = issue.message.split('\n');
      return issue.keys.map((sleutel, i) => ({ pad, sleutel, melding: regels[i] ?? issue.message }));
    }
    if (issue.code === 'invalid_union') {
      const binnen = issue.errors.find((tak) => tak.some((i) => i.path.length > 0 || i.code === 'too_small'));
      if (binnen !== undefined) return zodMeldingen(binnen, pad, schema);
    }
    if (issue.message === 'ontbreekt') {
      const uitleg = uitlegVan(schema, pad);
      const melding = `"${String(pad.at(-1) ?? '')}" ontbreekt${uitleg === undefined ? '' : `. ${uitleg}`}`;
      return [{ pad: pad.slice(0, -1), sleutel: null, melding }];
    }
    return [{ pad, sleutel: null, melding: issue.message }];
  });
}

/** What the schema says of itself at this path. */
function uitlegVan(schema: z.core.$ZodType | undefined, [sleutel, ...rest]: Pad): string | undefined {
  if (schema === undefined) return undefined;
  if (sleutel === undefined) return z.globalRegistry.get(schema)?.description;
  if (schema instanceof z.ZodOptional) return uitlegVan(schema.unwrap(), [sleutel, ...rest]);
  if (schema instanceof z.ZodObject) return uitlegVan((schema.shape as z.core.$ZodShape)[sleutel], rest);
  return schema instanceof z.ZodArray ? uitlegVan(schema.element, rest) : undefined;
}

function knownKeys(schema: unknown): readonly string[] {
  const def = (schema as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def;
  return Object.keys(def?.shape ?? {});
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'sleutels met waarden',
};

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function isGetal(expected: string, value: unknown): boolean {
  return /^(number|int)$/.test(expected) && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}
