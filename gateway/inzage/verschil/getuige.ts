import type { Rol } from '../../../schema/domain/rol';
import type { Situatiepunt } from '../cellen/situaties';

/** A smallest query that shows an opening, and by whom, and where, it is asked. */
export interface Getuige {
  readonly query: string;
  readonly coordinaat: string;
  /** null: any in which somebody is designated. */
  readonly rol: Rol | null;
  /** In which casus; null: outside any. */
  readonly casus: Getuigecasus | null;
}

/** A casus, and who sits at its table. */
interface Getuigecasus extends Omit<Situatiepunt, 'rol'> {
  /** For whom the one who asks sits there. */
  readonly partner: string;
  readonly convenant: string;
  /** A day on which it would be so. */
  readonly dag: string;
  /** Partners that have to be at the table besides. */
  readonly tafel: readonly string[];
}
