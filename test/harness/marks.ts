import type { World } from '../../subgraphs/kit/synthetic/world';

/** What by its name decides who may see what, or ties rows together: that has to stay what it is. */
const KEPT =
  /^(id|seed|bronhouder|persoon|casus|partner|medewerker|overleg|actie|record|uitvoerder|regie|gemeente|convenant|van|naar|tot|ontvangers|bevestigdDoor|relevantVoor|categorieen|doelen|vervangt|ingetrokkenOp|criteria)$/;
/** Words of the domain and dates. */
const CODE = /^([A-Z][A-Z0-9_]*|\d{4}-\d\d-\d\d.*)$/;

/** A world in which every text and number of a person, casus or medewerker is one that stands nowhere else. */
export function markWorld(world: World): { world: World; marks: string[] } {
  const marks: string[] = [];
  const mark = (value: string | number): string | number => {
    const nr = marks.length;
    const own =
      typeof value === 'number'
        ? 1_900_000_000 + nr * 7919
        : /^\d{9}$/.test(value)
          ? String(990_000_000 + nr)
          : word(nr);
    marks.push(String(own));
    return own;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
    }
    if (KEPT.test(key) || key === 'wpgArtikel') return value;
    if (typeof value === 'number') return mark(value);
    return typeof value === 'string' && !CODE.test(value) ? mark(value) : value;
  };
  const marked = walk({ municipality: world.municipality, police: world.police, care: world.care }, '') as World;
  return { world: { ...marked, seed: world.seed }, marks };
}

/** The end of every word of ours: looking for it alone finds them all. */
const END = 'Wk9yXv';
/** Letters that no base64, hash or word comes to. */
export const word = (nr: number): string => `Zq${nr.toString(36).padStart(4, '0')}${END}`;

/** What of these texts stands in some bytes, plainly or as base64 or hexadecimal, at any offset: each with what is around it. */
export function marksIn(bytes: Buffer, marks: readonly string[]): string[] {
  const text = bytes.toString('latin1');
  const others = marks.filter((mark) => !mark.endsWith(END));
  const words = others.length === marks.length ? [] : [END];
  return [...words, ...others].flatMap((mark) => formsOf(mark).flatMap((form) => placesOf(text, form)));
}

function placesOf(text: string, form: string): string[] {
  const places: string[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    // Of digits only the whole number counts: hashes are full of digits.
    const [before, after] = [text.charAt(at - 1), text.charAt(at + form.length)];
    if (/^\d+$/.test(form) && (/\w/.test(before) || /\w/.test(after))) continue;
    places.push(text.slice(Math.max(0, at - 60), at + form.length + 20));
  }
  return places;
}

/** Base64 of what has 0, 1 or 2 bytes before it, without the letters that depend on its neighbours. */
function formsOf(mark: string): string[] {
  const bytes = Buffer.from(mark);
  const encoded = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return whole.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 4) / 3));
  });
  const url = encoded.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'));
  const hex = bytes.toString('hex');
  return [...new Set([mark, hex, hex.toUpperCase(), ...encoded, ...url])];
}
