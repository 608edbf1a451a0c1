import { table } from '../table';
import { type Bevinding, DELEN } from './compareAttest';

/** What runs, for people: digest by digest, and who signed. */
export function printAttest({ attest, sleutels, convenanten, afwijkend, ...digests }: Bevinding): string {
  const delen = DELEN.map((deel) => [deel, digests[deel], afwijkend.includes(deel) ? 'anders' : 'hetzelfde']);
  const versies = convenanten.map(({ convenant, versie, van, tot, voorbeeld, digest, getekend, ontbreekt }) => [
    `${convenant} ${versie}`,
    `${van} tot ${tot}`,
    digest,
    voorbeeld ? 'voorbeeld: niemand kan het ondertekenen' : getekend.join('\n') || 'niemand',
    voorbeeld ? '-' : ontbreekt.join('\n') || '-',
  ]);
  return [
    `ATTEST ${attest}\nElk besluit in het register noemt dit digest.\n\n`,
    table(['onderdeel', 'digest in de hub', 'in deze map'], delen),
    `\nSleutels die gelden: ${sleutels.join(', ')}\n\nCONVENANTEN\n`,
    table(['convenant', 'geldig', 'digest om te ondertekenen', 'ondertekend door', 'ontbreekt'], versies),
  ].join('');
}
