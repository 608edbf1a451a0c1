import type { Doel } from '../../schema/domain/doel';
import { FASEN } from '../../schema/domain/fase';
import { KADERS } from '../../schema/domain/kader';
import { PARTNERROLLEN } from '../decide/situatie';
import type { Blok } from '../inzage/cellen/situaties';

/**
 * When something holds, in words: "als DEELNEMER, voor BEGELEIDING, in UITVOERING, kader DRANG of DWANG".
 *
 * @param doelen those of the convenant, so that all of them can be said in one word.
 */
export function tellBlok(
  { rollen, doelen, fasen, kaders, bevestigd = [true] }: Omit<Blok, 'bevestigd'> & Partial<Pick<Blok, 'bevestigd'>>,
  every: readonly Doel[] = [],
): string {
  // A rol of the chain is the name of the receiver already.
  const chain = rollen.every((rol) => !PARTNERROLLEN.includes(rol));
  const open = FASEN.filter((fase) => fase !== 'AFSLUITING');
  const early = bevestigd.includes(false) ? (bevestigd.includes(true) ? ', ook' : ', alleen') : null;
  return [
    ...(chain ? [] : [PARTNERROLLEN.every((rol) => rollen.includes(rol)) ? 'in elke rol' : `als ${either(rollen)}`]),
    every.length > 1 && every.every((doel) => doelen.includes(doel)) ? 'voor elk doel' : `voor ${either(doelen)}`,
    open.every((fase) => fasen.includes(fase)) ? 'in elke fase' : `in ${either(fasen)}`,
    `${kaders.length === KADERS.length ? 'elk kader' : `kader ${either(kaders)}`}${early === null ? '' : `${early} voordat de casus bevestigd is`}`,
  ].join(', ');
}

/** "een, twee of drie". */
export function either(words: readonly string[]): string {
  const [last = '', ...rest] = [...words].reverse();
  return rest.length === 0 ? last : `${rest.reverse().join(', ')} of ${last}`;
}
