import { table } from '../table';
import type { Bronproef } from './check';
import { UITSLAGEN } from './regels/Proefregel';

/** What a source was found to be, for people. */
export function printUitkomsten({ url, subgraaf, regels, vragen, traagste }: Bronproef): string {
  const rows = regels.map(({ regel, omschrijving, uitslag, waarom }) => [
    regel,
    uitslag.replaceAll('_', ' '),
    uitslag === 'VOLDOET' ? omschrijving : `${omschrijving}\n${waarom}`,
  ]);
  const counts = UITSLAGEN.map((uitslag) => {
    const count = regels.filter((one) => one.uitslag === uitslag).length;
    return `${String(count)} ${uitslag.replaceAll('_', ' ')}`;
  });
  const where = regels.filter(({ uitslag }) => uitslag !== 'VOLDOET').map(({ regel, staatIn }) => [regel, staatIn]);
  return [
    `${subgraaf} op ${url}\n\n`,
    table(['regel', 'uitslag', 'wat de bron moet'], rows),
    where.length === 0 ? '' : `\nWAAR HET STAAT\n${table(['regel', 'waar'], where)}`,
    `\n${counts.join(', ')}; ${String(vragen)} vragen, de traagste ${String(traagste)} ms.\n`,
  ].join('');
}
