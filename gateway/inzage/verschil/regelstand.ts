import type { Convenant } from '../../../schema/domain/convenant';
import type { Regime } from '../../../schema/domain/regime';
import type { Celgrond } from '../cellen/convenantcellen';

/** The rules as one compiled table holds them: all that decides, and nothing that does not. */
export interface Regelstand extends Celgrond {
  /** Worked out from what is in it, whatever the file says. */
  readonly digest: string;
  /** Every version, as if all its partijen had signed: signatures are under the table, not in it. */
  readonly convenanten: readonly Convenant[];
  /** Per regime the rules that no convenant can set aside, by name, with their article; null: the table does not say. */
  readonly vloer: Readonly<Partial<Record<Regime, Readonly<Record<string, string>>>>> | null;
}
