import { isAlias, isNode, isPair, isScalar, visit, type Document } from 'yaml';

/** A complaint about the text itself, at an offset in it. */
export interface Tekstmelding {
  readonly offset: number;
  readonly melding: string;
}

/** Characters that make a text look different from what it says (bidirectional controls, zero width). */
const ONZICHTBAAR = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * What YAML allows and a file that people sign may not use: what you read must be all there is. So no aliases,
 * anchors and merges (a rule written elsewhere), no tags, no invisible characters, no number that YAML would round.
 */
export function yamlRegels(document: Document.Parsed, tekst: string): Tekstmelding[] {
  const meldingen: Tekstmelding[] = [];
  for (const gevonden of tekst.matchAll(ONZICHTBAAR)) {
    const code = (gevonden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    meldingen.push({ offset: gevonden.index, melding: `onzichtbaar teken U+${code} is niet toegestaan; haal het weg` });
  }
  visit(document, (_, node) => {
    if (isPair(node)) {
      const sleutel: unknown = isScalar(node.key) ? node.key.value : undefined;
      const offset = isNode(node.key) ? (node.key.range?.[0] ?? 0) : 0;
      if (isAlias(node.key)) return;
      if (sleutel === '<<')
        meldingen.push({ offset, melding: 'samenvoegen met "<<" is niet toegestaan; schrijf het uit' });
      else if (typeof sleutel !== 'string' || sleutel === '__proto__')
        meldingen.push({ offset, melding: 'deze sleutel is niet toegestaan; verwacht een gewoon woord' });
      return;
    }
    if (!isNode(node)) return;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node)) {
      meldingen.push({ offset, melding: `verwijzing "*${node.source}" is niet toegestaan; schrijf het uit` });
      return;
    }
    if (node.anchor !== undefined)
      meldingen.push({ offset, melding: `anker "&${node.anchor}" is niet toegestaan; haal het weg` });
    if (node.tag !== undefined)
      meldingen.push({ offset, melding: `tag "${node.tag}" is niet toegestaan; haal hem weg` });
    if (isScalar(node) && typeof node.value === 'number' && /\d{16}/.test(node.source ?? '')) {
      meldingen.push({
        offset,
        melding: `${node.source ?? ''} is als getal te lang en wordt afgerond; zet er aanhalingstekens omheen`,
      });
    }
  });
  return meldingen.sort((a, b) => a.offset - b.offset);
}
