import type { Beslisfeiten, Registerregel } from '../../../schema/domain/registerregel';
import type { Entry } from './entry';

type Kept = Pick<Registerregel, 'aanwijzingen' | 'gevraagd' | 'argumenten' | 'onbeslist' | 'weigeringen'>;
type Named = Pick<Registerregel, 'partner' | 'rol' | 'doel' | 'convenant' | 'versie'>;

/**
 * By what an answered request was decided, and what of it was refused: all that it takes to decide it again, and nothing
 * of who asked, in which casus and about whom (BGS 1.18: an auditor sees rules, decisions and facts, no persons).
 */
export interface Besluitgrond extends Kept, Named {
  readonly nr: number;
  /** Id of the receipt that went with the answer. */
  readonly bewijs: string;
  readonly tijdstip: string;
  readonly soort: Registerregel['soort'];
  readonly tabel: string | null;
  readonly attest: string | null;
  /** null: outside a casus. */
  readonly feiten: Beslisfeiten | null;
}

/** Whether an entry tells of a request that was decided, field by field, and answered. */
export function isAnswered({ soort, gevraagd = [] }: Pick<Entry, 'soort' | 'gevraagd'>): boolean {
  // A look at the types of the graph is filtered by what somebody could ever see, not decided by field.
  return (soort === 'ANTWOORD' || soort === 'INZAGE') && !gevraagd.some((naam) => naam.includes('.__'));
}

/** Takes the grounds out of an entry, by name: what is added to entries later stays out of it. */
export function groundsOf(entry: Entry): Besluitgrond {
  const { nr, id: bewijs, tijdstip, soort, beslisfeiten } = entry;
  return {
    ...{ nr, bewijs, tijdstip, soort },
    partner: entry.partner ?? null,
    rol: entry.rol ?? null,
    doel: entry.doel ?? null,
    convenant: entry.convenant ?? null,
    versie: entry.versie ?? null,
    tabel: entry.tabel ?? null,
    attest: entry.attest ?? null,
    feiten: beslisfeiten ?? null,
    aanwijzingen: entry.aanwijzingen ?? [],
    gevraagd: entry.gevraagd ?? [],
    argumenten: entry.argumenten ?? [],
    onbeslist: entry.onbeslist ?? [],
    weigeringen: entry.weigeringen ?? [],
  };
}
