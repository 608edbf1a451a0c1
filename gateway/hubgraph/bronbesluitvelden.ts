import type { Bronstand } from '../../schema/verloop/bronbesluit';
import type { Stapbewijs } from './verloopvelden';

/** The root fields by which a bronhouder decides in a casus about what he holds. */
export interface Bronbesluitvelden<Context> {
  bronbesluit(
    args: { readonly bron: string; readonly record?: string | null; readonly persoon?: string | null },
    context: Context,
  ): Promise<Bronstand>;
  neemBronbesluit(
    args: { readonly besluit: string; readonly handtekening: string },
    context: Context,
  ): Promise<Stapbewijs>;
}
