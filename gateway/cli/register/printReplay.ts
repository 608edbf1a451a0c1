import type { Veranderingsgroep } from '../../inzage/herbeslissing/groupAgain';
import { table } from '../table';
import { tellPeriode } from './readPeriode';
import type { Naspel } from './replay';

/** What other rules would have made of what was asked, for people. */
export function printReplay({ met, periode, vragen, nuGeweigerd, nuGegeven, nietBeslist }: Naspel): string {
  const parts = [
    `Opnieuw beslist met ${met.map} (tabel ${met.digest}), ${tellPeriode(periode)}: ${String(vragen)} beantwoorde vragen.\n`,
  ];
  if (nuGeweigerd.length + nuGegeven.length === 0) parts.push('Er zou niets anders zijn beslist.\n');
  if (nuGeweigerd.length > 0) parts.push('\nDICHT: gegeven, en nu geweigerd\n', groups(nuGeweigerd, 'waarom nu niet'));
  if (nuGegeven.length > 0) parts.push('\nOPEN: geweigerd, en nu gegeven\n', groups(nuGegeven, 'waarom eerst niet'));
  if (nietBeslist.length > 0) {
    const rows = nietBeslist.map(({ bewijs, nr, waarom }) => [String(nr), bewijs, waarom]);
    parts.push('\nNIET OPNIEUW TE BESLISSEN\n', table(['regel', 'ontvangstbewijs', 'waarom'], rows));
  }
  return parts.join('');
}

function groups(all: readonly Veranderingsgroep[], why: string): string {
  const rows = all.map(({ partner, rol, categorieen, doel, fase, artikel, reden, velden, vragen }) => [
    [partner ?? '-', ...(rol === null ? [] : [`als ${rol}`])].join('\n'),
    categorieen.join('\n'),
    [doel ?? 'buiten een casus', ...(fase === null ? [] : [fase])].join('\n'),
    artikel ?? '-',
    reden ?? '-',
    velden.join('\n'),
    String(vragen),
  ]);
  return table(['ontvanger', 'gegevens', 'doel en fase', 'artikel', why, 'velden', 'vragen'], rows);
}
