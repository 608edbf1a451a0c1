import { tellDag, tellDoel, tellKader } from '../inWoorden';
import type { Verstrekking } from './groupInzage';
import { INZAGE_INLEIDING, INZAGE_LEEG, INZAGE_SLOT, type Inzageantwoord } from './inzagetekst';

const WIDTH = 96;

/** The answer as text, to read or to send. */
export function printInzage({ dossier, gemaakt }: Inzageantwoord, verstrekkingen: readonly Verstrekking[]): string {
  return [
    'WAT ER OVER U IS VERSTREKT\n',
    `Inzageverzoek ${dossier}. Gemaakt op ${tellDag(gemaakt)}.\n\n`,
    `${wrap(INZAGE_INLEIDING)}\n`,
    ...(verstrekkingen.length === 0 ? [`\n${INZAGE_LEEG}\n`] : verstrekkingen.map(printVerstrekking)),
    `\n${wrap(INZAGE_SLOT)}\n`,
  ].join('');
}

function printVerstrekking({ van, aan, doel, kader, convenant, gegevens }: Verstrekking): string {
  const lines = gegevens.flatMap(({ label, artikel, dagen, opmerkingen }) => [
    wrap(
      `  - ${label} (${artikel === '' ? 'geen artikel vastgelegd' : artikel}): ${dagen.map(tellDag).join(', ')}`,
      '      ',
    ),
    ...opmerkingen.map((one) => wrap(`      Let op: ${one}.`, '      ')),
  ]);
  return [
    `\n${van} gaf aan ${aan}`,
    wrap(`  Waarvoor: ${tellDoel(doel)}`, '  '),
    wrap(`  Kader: ${tellKader(kader)}. Convenant: ${convenant ?? 'niet vastgelegd'}`, '  '),
    ...lines,
    '',
  ].join('\n');
}

/** Breaks between words. `hang`: what later lines begin with. */
function wrap(text: string, hang = ''): string {
  const lead = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = lead;
  for (const word of text.trim().split(' ')) {
    if (line.trim() !== '' && line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = hang;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
