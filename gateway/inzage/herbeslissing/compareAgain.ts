import type { Besluitgrond } from '../../register/reader/besluitgrond';
import { type Herbesluit, type Regelset, type Vraagwijze, decideAgain, waysIn } from './decideAgain';

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
  const moved = again.besluiten
    .filter(({ coordinaat, argumenten }) => !grond.onbeslist.includes(`${coordinaat}(${argumenten.join(',')})`))
    .map((one) => ({ ...one, was: refusedBefore(grond, one.coordinaat, one.besluit.categorieen) }))
    .filter(({ besluit, was }) => (besluit.uitkomst === 'ALLOW') !== (was === null));
  const closes = moved.some(({ was }) => was === null);
  const before = closes && former !== null ? await decideAgain(grond, former) : null;
  const veranderd = moved.map(({ coordinaat, argumenten, besluit, was }): Verandering => {
    const { categorieen } = besluit;
    const field = { coordinaat, argumenten, categorieen };
    if (besluit.uitkomst === 'ALLOW') return { nu: 'GEGEVEN', ...field, artikel: besluit.artikel, reden: was };
    const reden = besluit.uitkomst === 'DENY' ? besluit.reden : null;
    return { nu: 'GEWEIGERD', ...field, artikel: articleOf(before, field), reden };
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

/** By which article a field came, as far as that is known. */
function articleOf(before: Herbesluit | null, { coordinaat, argumenten }: Vraagwijze): string | null {
  if (before === null || 'waarom' in before) return null;
  const found = before.besluiten.find(
    (one) => one.coordinaat === coordinaat && one.argumenten.join() === argumenten.join(),
  );
  return found?.besluit.uitkomst === 'ALLOW' && found.besluit.artikel !== '' ? found.besluit.artikel : null;
}
