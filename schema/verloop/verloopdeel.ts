import type { GetekendBegin } from './beginstand';

/** What was signed of a casus, as the municipality tells the hub: where it begins, or some of what came after. */
export interface Verloopdeel {
  /** Where nothing was known yet; null: not asked for, or there is none. */
  readonly begin: GetekendBegin | null;
  /** Those after the one that was named, some at a time. `tekst` is what was signed. */
  readonly akten: readonly { readonly tekst: string; readonly handtekening: string }[];
}
