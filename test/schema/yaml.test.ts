import { z } from 'zod';
import { lijst, tekst, vorm, woord } from '../../schema/woorden';
import { parseYaml, readYaml } from '../../schema/yaml';
import { invoerfoutVan, tijdelijkBestand } from './tijdelijkBestand';

const schema = z.strictObject({
  titel: tekst(),
  aantal: z.int().min(1).optional(),
  regels: z.array(z.strictObject({ nr: z.int().describe('Een nummer') })).optional(),
  kleur: woord('kleur', ['rood', 'groen', 'blauw']).optional(),
  kleuren: z.union([lijst(woord('kleur', ['rood', 'groen', 'blauw'])), z.literal('alle')]).optional(),
  code: vorm(/^[0-9]{20}$/, '20 cijfers').optional(),
});
const fout = (text: string): string => invoerfoutVan(() => parseYaml('a.yaml', text, schema));

describe('a strict YAML file', () => {
  it('gives its value, and the place of each value in it', () => {
    const gelezen = parseYaml('a.yaml', 'titel: een\nkleuren:\n  - rood\n  - groen\n', schema);
    expect(gelezen.value).toEqual({ titel: 'een', kleuren: ['rood', 'groen'] });
    expect(gelezen.at(['titel'])).toEqual({ line: 1, column: 8 });
    expect(gelezen.at(['kleuren', 1])).toEqual({ line: 4, column: 5 });
  });

  it('gives the nearest parent as the place of what is not there', () => {
    const gelezen = parseYaml('a.yaml', '\n\ntitel: een\n', schema);
    expect(gelezen.at(['kleuren', 4])).toEqual({ line: 3, column: 1 });
  });

  it('keeps dates as the text that was written', () => {
    expect(parseYaml('a.yaml', 'titel: 2026-01-01', schema).value.titel).toBe('2026-01-01');
  });
});

describe('a strict YAML file refuses', () => {
  it.each([
    [
      'an alias and its anchor',
      'titel: &t een\ncode: *t\n',
      'a.yaml:1:11 anker "&t" is niet toegestaan; haal het weg\na.yaml:2:7 verwijzing "*t" is niet toegestaan; schrijf het uit',
    ],
    [
      'a merge key',
      'titel: een\n<<: { aantal: 1 }\n',
      'a.yaml:2:1 samenvoegen met "<<" is niet toegestaan; schrijf het uit',
    ],
    ['a tag', 'titel: !!str 5\n', 'a.yaml:1:14 tag "tag:yaml.org,2002:str" is niet toegestaan; haal hem weg'],
    [
      'a duplicate key',
      'titel: een\ntitel: twee\n',
      'a.yaml:2:1 deze sleutel staat er twee keer; verwacht elke sleutel een keer',
    ],
    [
      'a second document',
      'titel: een\n---\ntitel: twee\n',
      'a.yaml:2:1 een tweede document in een bestand is niet toegestaan; maak er een eigen bestand van',
    ],
    ['a tab', 'titel:\n\t- een\n', 'a.yaml:2:1 inspringen met een tab is niet toegestaan; gebruik spaties'],
    [
      'a line that is not in line, once',
      'regels:\n  - nr: 1\n   nr: 2\n  - nr: 3\n',
      'a.yaml:3:1 hier ontbreekt een : achter een sleutel, een ] of } of een aanhalingsteken, of deze regel springt niet goed in',
    ],
    [
      'a list that does not end, once',
      'kleuren: [rood, groen\ntitel: een\naantal: 2\n',
      'a.yaml:2:1 deze regel springt niet goed in: zet hem recht onder wat erbij hoort, met spaties, en sluit elke [ en { ervoor',
    ],
    [
      'two keys on one line',
      'titel: a: b\n',
      'a.yaml:1:8 hier staan twee sleutels op een regel; zet elk op een eigen regel, of aanhalingstekens om tekst met een dubbele punt',
    ],
    [
      'a key without a colon',
      'titel een\naantal: 2\n',
      'a.yaml:1:1 een sleutel staat op een regel, met een : erachter',
    ],
    ['text that begins with a mark', 'titel: @een\n', 'a.yaml:1:8 tekst kan met dit teken niet beginnen; zet er aanhalingstekens omheen'], // oxfmt-ignore
    ['text of several lines', 'titel: |\n  een\n  twee\n', 'a.yaml:1:8 verwacht een regel gewone tekst, zonder tekens die niemand ziet'], // oxfmt-ignore
    ['a space that is none', 'titel: "een\\_twee"\n', 'a.yaml:1:8 verwacht een regel gewone tekst, zonder tekens die niemand ziet'], // oxfmt-ignore
    [
      'an invisible character',
      'titel: een\u202etwee\n',
      'a.yaml:1:11 onzichtbaar teken U+202E is niet toegestaan; haal het weg',
    ],
    [
      'a key that would reach the prototype',
      'titel: een\n__proto__: { x: 1 }\n',
      'a.yaml:2:1 deze sleutel is niet toegestaan; verwacht een gewoon woord',
    ],
    [
      'a key that is a list',
      'titel: een\n? [a, b]\n: c\n',
      'a.yaml:2:3 deze sleutel is niet toegestaan; verwacht een gewoon woord',
    ],
    [
      'a key that is a number',
      'titel: een\n1: c\n',
      'a.yaml:2:1 deze sleutel is niet toegestaan; verwacht een gewoon woord',
    ],
    [
      'an OIN without quotation marks',
      'titel: een\ncode: 00000099000000000101\n',
      'a.yaml:2:7 00000099000000000101 is als getal te lang en wordt afgerond; zet er aanhalingstekens omheen',
    ],
    ['absurd nesting', `titel: ${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'a.yaml:1:1 te diep genest'],
    ['nothing at all', '', 'a.yaml:1:1 verwacht sleutels met waarden, kreeg niets'],
    ['a list where keys belong', '- een\n', 'a.yaml:1:1 verwacht sleutels met waarden, kreeg een lijst'],
  ])('%s', (_, text, message) => {
    expect(fout(text)).toBe(message);
  });

  it('a file that is not there', () => {
    expect(invoerfoutVan(() => readYaml('weg.yaml', schema))).toBe(
      'weg.yaml:1:1 dit bestand kan niet worden gelezen (ENOENT)',
    );
  });

  it('bytes that are no UTF-8', () => {
    const bestand = tijdelijkBestand('latin1.yaml', Buffer.from([0x74, 0x3a, 0x20, 0xeb, 0x0a]));
    expect(invoerfoutVan(() => readYaml(bestand, schema))).toBe('latin1.yaml:1:1 dit bestand is geen UTF-8');
  });
});

describe('what it says of a wrong value', () => {
  it.each([
    ['a missing key', 'aantal: 1\n', 'a.yaml:1:1 "titel" ontbreekt'],
    [
      'a missing key that the schema explains',
      'titel: een\nregels:\n  - { nr: 1 }\n  - {}\n',
      'a.yaml:4:5 "nr" ontbreekt. Een nummer',
    ],
    [
      'an unknown key',
      'titel: een\nkleurn: rood\n',
      'a.yaml:2:1 "kleurn" is geen sleutel die hier mag staan; bedoelde u "kleur"?',
    ],
    ['a mistyped word', 'titel: een\nkleur: rodo\n', 'a.yaml:2:8 "rodo" is geen kleur; bedoelde u "rood"?'],
    [
      'a word far from all',
      'titel: een\nkleur: paars\n',
      'a.yaml:2:8 "paars" is geen kleur; verwacht een van: rood, groen, blauw',
    ],
    [
      'a number for text',
      'titel: 2026.1\n',
      'a.yaml:1:8 verwacht tekst, kreeg het getal 2026.1; zet er aanhalingstekens omheen als het tekst is',
    ],
    ['text for a number', 'titel: een\naantal: veel\n', 'a.yaml:2:9 verwacht een getal, kreeg "veel"'],
    ['a number too small', 'titel: een\naantal: 0\n', 'a.yaml:2:9 verwacht ten minste 1, kreeg 0'],
    ['empty text', 'titel: " "\n', 'a.yaml:1:8 deze tekst is leeg'],
    ['text of another shape', 'titel: een\ncode: "123"\n', 'a.yaml:2:7 "123" is ongeldig; verwacht 20 cijfers'],
    [
      'a mistyped word in a list',
      'titel: een\nkleuren: [rood, goren]\n',
      'a.yaml:2:17 "goren" is geen kleur; bedoelde u "groen"?',
    ],
    ['a repeated word', 'titel: een\nkleuren: [rood, rood]\n', 'a.yaml:2:17 "rood" staat er twee keer'],
    ['an empty list', 'titel: een\nkleuren: []\n', 'a.yaml:2:10 deze lijst is leeg; verwacht ten minste een waarde'],
  ])('%s', (_, text, message) => {
    expect(fout(text)).toBe(message);
  });

  it('says all that is wrong at once', () => {
    expect(fout('titel: 1\nkleur: rodo\nmaat: 3\n').split('\n')).toHaveLength(3);
  });
});

test('of very many things that are wrong it shows the first, and says how many there are', () => {
  const regels = Array.from({ length: 70 }, () => '  - nr: x').join('\n');
  const said = fout(`titel: een\nregels:\n${regels}\n`).split('\n');
  expect(said).toHaveLength(51);
  expect(said.at(-1)).toBe('en nog 20');
});
