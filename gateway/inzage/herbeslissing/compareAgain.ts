import type { Besluit } from '../../../schema/domain/besluit';
import type { Besluitgrond } from '../../register/reader/besluitgrond';
import { type Regelset, decideAgain, waysIn } from './decideAgain';

/** A field that comes out otherwise by other rules. */
export interface Verandering {
  /** GEWEIGERD: what was given would now be refused. GEGEVEN: the other way round. */
  readonly nu: 'GEWEIGERD' | 'GEGEVEN';
  readonly coordinaat: string;
  readonly argumenten: readonly string[];
  readonly categorieen: readonly string[];
  /** Of what would be given that by which it comes; of what would be refused that by which it came, if that is known. */
  readonly artikel: string | null;
  /** Why it would be refused, or was. */
  readonly reden: string | null;
}

export type Vergelijking = { readonly veranderd: readonly Verandering[] } | { readonly waarom: string };

/**
 * Holds what other rules decide of an answered request against what the register says of it. What stood below a refused
 * field was never looked at, so of a field that opens only itself is told.
 *
 * @param former the rules by which it was decided, when they are known: only to tell by which article it came.
 */
export async function compareAgain(grond: Besluitgrond, set: Regelset, former: Regelset | null): Promise<Vergelijking> {
  const again = await decideAgain(grond, set);
  if ('waarom' in again) return again;
  const before = former === null ? null : await decideAgain(grond, former);
  const veranderd = again.besluiten.flatMap(({ coordinaat, argumenten, besluit }, at): Verandering[] => {
    if (grond.onbeslist.includes(`${coordinaat}(${argumenten.join(',')})`)) return [];
    const was = refusedBefore(grond, coordinaat, besluit.categorieen);
    const given = besluit.uitkomst === 'ALLOW';
    if (given === (was === null)) return [];
    const { categorieen } = besluit;
    const field = { coordinaat, argumenten, categorieen };
    if (given) return [{ nu: 'GEGEVEN', ...field, artikel: besluit.artikel, reden: was }];
    const reden = besluit.uitkomst === 'DENY' ? besluit.reden : null;
    const came = before !== null && 'besluiten' in before ? articleOf(before.besluiten[at]?.besluit) : null;
    return [{ nu: 'GEWEIGERD', ...field, artikel: came, reden }];
  });
  return { veranderd };
}

/** Why it was refused; null: it was given. Ways that need the same categories share one refusal. */
function refusedBefore(grond: Besluitgrond, coordinaat: string, categorieen: readonly string[]): string | null {
  const refusals = grond.weigeringen.filter((one) => one.coordinaat === coordinaat);
  const oneWay = waysIn({ ...grond, gevraagd: [coordinaat] }).length === 1;
  const sorted = (namen: readonly string[]): string => [...namen].sort().join();
  const found = oneWay ? refusals[0] : refusals.find((one) => sorted(one.categorieen) === sorted(categorieen));
  return found?.reden ?? null;
}

function articleOf(besluit: Besluit | undefined): string | null {
  return besluit?.uitkomst === 'ALLOW' && besluit.artikel !== '' ? besluit.artikel : null;
}
