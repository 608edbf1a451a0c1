import { escapeHtml } from '../../escapeHtml';
import { tellDag, tellDoel, tellKader } from '../inWoorden';
import type { Verstrekking } from './groupInzage';
import { INZAGE_INLEIDING, INZAGE_LEEG, INZAGE_SLOT, type Inzageantwoord } from './inzagetekst';

/** The answer as one page for A4: nothing is fetched and nothing runs, and no table is needed to read it aloud. */
export function inzageHtml({ dossier, gemaakt }: Inzageantwoord, verstrekkingen: readonly Verstrekking[]): string {
  return [
    '<!doctype html>',
    '<html lang="nl">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>Wat er over u is verstrekt (${escapeHtml(dossier)})</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<h1>Wat er over u is verstrekt</h1>',
    `<p>Inzageverzoek ${escapeHtml(dossier)}. Gemaakt op ${escapeHtml(tellDag(gemaakt))}.</p>`,
    `<p>${escapeHtml(INZAGE_INLEIDING)}</p>`,
    ...(verstrekkingen.length === 0 ? [`<p>${escapeHtml(INZAGE_LEEG)}</p>`] : verstrekkingen.map(section)),
    `<p>${escapeHtml(INZAGE_SLOT)}</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function section({ van, aan, doel, kader, convenant, gegevens }: Verstrekking, index: number): string {
  const id = `verstrekking-${String(index + 1)}`;
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${escapeHtml(van)} gaf aan ${escapeHtml(aan)}</h2>`,
    '<dl>',
    `<dt>Waarvoor</dt><dd>${escapeHtml(tellDoel(doel))}</dd>`,
    `<dt>Kader</dt><dd>${escapeHtml(tellKader(kader))}</dd>`,
    `<dt>Convenant</dt><dd>${escapeHtml(convenant ?? 'niet vastgelegd')}</dd>`,
    '</dl>',
    '<ul>',
    ...gegevens.map(({ label, artikel, dagen, opmerkingen }) => {
      const notes = opmerkingen.map((one) => `<br><em>Let op: ${escapeHtml(one)}.</em>`).join('');
      const rests = artikel === '' ? 'geen artikel vastgelegd' : artikel;
      return `<li><strong>${escapeHtml(label)}</strong> (${escapeHtml(rests)}): ${escapeHtml(dagen.map(tellDag).join(', '))}${notes}</li>`;
    }),
    '</ul>',
    '</section>',
  ].join('\n');
}

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 1.5rem auto; max-width: 46rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.15rem; margin-bottom: .3rem; }
dl { margin: 0; display: grid; grid-template-columns: 7rem 1fr; }
dt { color: #444; }
dd { margin: 0; }
li { margin: .25rem 0; }
@media print {
  @page { size: A4 portrait; margin: 20mm; }
  body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  li, dl { break-inside: avoid; }
}`;
