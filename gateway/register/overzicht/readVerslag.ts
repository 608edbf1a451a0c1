import type { RegisterReader } from '../reader/openReader';
import { inOrder } from './blad';
import { dagVan } from './dag';
import { Loten } from './lot';
import { Opener } from './openAll';
import { type Verstrekkingsweg, movedBy } from './weg';

/** That a kind of datum was shared in a casus on a day. No person and no medewerker is in it. */
interface Verslagregel {
  readonly dag: string;
  /** OIN. */
  readonly van: string;
  /** Partner id, or OIN of a host. */
  readonly aan: string;
  readonly rol: string | null;
  readonly doel: string | null;
  readonly fase: string | null;
  readonly artikel: string;
  readonly categorie: string;
  readonly weg: Verstrekkingsweg;
}

/** A seat at the table, and on which days something was shared while it was taken. */
interface Verslagzetel {
  readonly partner: string;
  readonly rol: string;
  readonly eerste: string;
  readonly laatste: string;
}

export interface Verslag {
  readonly tafel: readonly Verslagzetel[];
  readonly regels: readonly Verslagregel[];
}

/** Who shared what with whom in a casus, from the register: the basis of its minutes. */
export async function readVerslag(reader: RegisterReader, casus: string): Promise<Verslag> {
  const loten = new Loten(reader);
  const opener = new Opener(reader);
  const tafel = new Map<string, Verslagzetel>();
  const regels = new Map<string, Verslagregel>();
  for await (const entry of reader.pointedTo('casus', casus)) {
    const moved = movedBy(entry);
    if (moved === null || (await loten.of(entry)) === 'NOOIT_WEG') continue;
    const dag = dagVan(entry);
    const { rol = null, doel = null, fase = null } = entry;
    let shared = false;
    for (const { gever: van, categorie, artikel, eigen } of (await opener.open(entry)).regels) {
      if (eigen === true) continue;
      shared = true;
      const { aan, weg } = moved;
      const regel: Verslagregel = { dag, van, aan, rol, doel, fase, artikel, categorie, weg };
      regels.set(JSON.stringify(regel), regel);
    }
    for (const [partner, seated] of shared ? (entry.beslisfeiten?.tafel ?? []) : []) {
      const key = `${partner} ${seated}`;
      tafel.set(key, { partner, rol: seated, eerste: tafel.get(key)?.eerste ?? dag, laatste: dag });
    }
  }
  return { tafel: inOrder(tafel.values()), regels: inOrder(regels.values()) };
}
