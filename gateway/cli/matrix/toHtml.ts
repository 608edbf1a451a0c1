import type { Cel } from '../../inzage/matrix/cel';
import type { Matrixvraag } from '../../inzage/matrix/makeMatrix';
import { vandaag } from '../../../schema/domain/vandaag';
import type { Deelmatrix } from '../matrix';
import { escapeHtml } from '../escapeHtml';
import { either } from '../tellBlok';
import { tellWegen } from '../tellWegen';
import { LEGENDA, sign } from './sign';

/**
 * The matrix as one page for a meeting: nothing is fetched and nothing runs, every header says what it is a header of, and
 * the article stands in each cell. It prints on a landscape page, with the headers again on each.
 */
export function toHtml(vraag: Matrixvraag, delen: readonly Deelmatrix[], now: Date): string {
  const title = `Wie krijgt wat: ${delen.map(({ convenant }) => convenant.id).join(', ')}`;
  return [
    '<!doctype html>',
    '<html lang="nl">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<h1>Wie krijgt welke gegevens</h1>',
    `<p>Gemaakt op ${escapeHtml(vandaag(now))}. ${escapeHtml(tellVraag(vraag))}</p>`,
    '<p>Het gaat om een lopende, bevestigde casus, alsof elke partij het convenant heeft getekend.' +
      ' Voor een positieve doeltoets geeft onder de WGS alleen de melder iets van zichzelf (WGS 2.31). Een lege cel betekent: niet.</p>',
    `<ul>${LEGENDA.map((regel) => `<li>${escapeHtml(regel)}</li>`).join('')}</ul>`,
    ...delen.map((deel, index) => section(deel, index)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What was asked for, in words. */
function tellVraag({ ontvangers, rollen, doelen, fasen, kaders, categorieen, betreft }: Matrixvraag): string {
  const parts: readonly [string, readonly string[] | null][] = [
    ['ontvanger', ontvangers],
    ['rol', rollen],
    ['doel', doelen],
    ['fase', fasen],
    ['kader', kaders],
    ['gegeven', categorieen],
    ['betreft', betreft],
  ];
  const told = parts.flatMap(([naam, words]) => (words === null ? [] : [`${naam} ${either(words)}`]));
  return told.length === 0 ? 'Alle doelen, fasen, kaders en rollen.' : `Alleen ${told.join('; ')}.`;
}

function section({ convenant, cellen }: Deelmatrix, index: number): string {
  const ontvangers = [...new Set(cellen.map(({ ontvanger }) => ontvanger))];
  const rows = new Map<string, Cel[]>();
  for (const cel of cellen) rows.set(cel.categorie, [...(rows.get(cel.categorie) ?? []), cel]);
  const id = `convenant-${String(index + 1)}`;
  const caption = `${convenant.titel}, versie ${convenant.versie}, geldig van ${convenant.van} tot ${convenant.tot}`;
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${escapeHtml(convenant.id)}</h2>`,
    // What scrolls must be reached by keyboard, and then says what it is.
    `<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">`,
    '<table>',
    `<caption>${escapeHtml(caption)}</caption>`,
    '<thead><tr><th scope="col">Gegeven</th>' +
      `${ontvangers.map((naam) => `<th scope="col">${escapeHtml(naam)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...[...rows.values()].map((row) => writeRow(row, ontvangers, cellen)),
    '</tbody>',
    '</table>',
    '</div>',
    '</section>',
  ].join('\n');
}

function writeRow(row: readonly Cel[], ontvangers: readonly string[], all: readonly Cel[]): string {
  const [{ categorie, label } = { categorie: '', label: '' }] = row;
  const head = `<th scope="row">${escapeHtml(label)}<br><code>${escapeHtml(categorie)}</code></th>`;
  const cells = ontvangers.map((naam) => {
    const given = row.filter(({ ontvanger, besluit }) => ontvanger === naam && besluit === 'ALLOW');
    if (given.length === 0) return '<td></td>';
    return `<td>${given.map((cel) => `<p>${writeCel(cel, all)}</p>`).join('')}</td>`;
  });
  return `<tr>${head}${cells.join('')}</tr>`;
}

function writeCel(cel: Cel, all: readonly Cel[]): string {
  const when = tellWhen(cel, all);
  const lines = [`<strong>${escapeHtml(sign(cel))}</strong>`, escapeHtml(tellWegen(cel.wegen))];
  return [...lines, ...(when === '' ? [] : [`<span class="when">${escapeHtml(when)}</span>`])].join('<br>');
}

/** Only what narrows this cell: words that hold for the whole table stand above it. */
function tellWhen(cel: Cel, all: readonly Cel[]): string {
  const axes = ['rollen', 'doelen', 'fasen', 'kaders'] as const;
  const own = all.filter(({ ontvanger }) => ontvanger === cel.ontvanger);
  return axes
    .flatMap((axis) => {
      const possible = new Set<string>(own.flatMap((one) => one[axis]));
      return cel[axis].length === possible.size ? [] : [either(cel[axis])];
    })
    .join('; ');
}

const STYLE = `
body { font: 1rem/1.4 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 1.5rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid #00508c; outline-offset: 2px; }
table { border-collapse: collapse; font-size: .8rem; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid #767676; padding: .3rem .45rem; text-align: left; vertical-align: top; }
thead th { background: #e8eef4; }
tbody th { font-weight: normal; min-width: 12rem; }
td { min-width: 9rem; }
td p { margin: 0 0 .4rem; }
.when { color: #444; }
code { font-size: .85em; }
@media print {
  @page { size: A3 landscape; margin: 10mm; }
  body { margin: 0; }
  .scroll { overflow: visible; }
  table { font-size: 6.5pt; }
  td { min-width: 0; }
  tbody th { min-width: 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  section + section { break-before: page; }
}`;
