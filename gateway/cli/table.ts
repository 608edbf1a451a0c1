import Table from 'cli-table3';

const LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '-',
  'mid-mid': '  ',
  right: '',
  'right-mid': '',
  middle: '  ',
};
const STYLE = { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 };

/** A table as plain text: no colours and no frames, so that it reads the same in a pipe, a mail and a screen reader. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const made = new Table({ chars: LINES, style: STYLE });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))));
  made.push(
    [...head],
    widths.map((width) => '-'.repeat(width)),
    ...rows.map((row) => [...row]),
  );
  const lines = made.toString().split('\n');
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function widthOf(cell: string): number {
  return Math.max(...cell.split('\n').map((line) => line.length));
}
