import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { PARTNERROLLEN } from '../../decide/situatie';
import { bereikVan } from '../cellen/bereik';
import type { Convenantcellen } from '../cellen/convenantcellen';
import type { Graaf, Stap } from '../cellen/graaf';
import { ALLE, GEEN, type Situaties, where } from '../cellen/situaties';
import type { Weg } from '../cellen/weg';
import { type Cel, categorieenOf } from './cel';
import type { Regelstand } from './regelstand';

/** To ask is to tell: the partner who hosts a source learns something of this category. */
export interface Verteld {
  readonly partner: string;
  readonly categorie: string;
}

/** What one receiver can get under one version of a convenant, cel by cel. */
export class Ontvangerzicht {
  readonly #toegang: Situaties;
  readonly #bereik: ReadonlyMap<string, Situaties> | null;

  /**
   * @param graaf null: it is not known what stands above what.
   * @param afwezig hosts (partner ids) that have no seat at the table; everybody else who hosts a source has.
   */
  constructor(
    readonly stand: Regelstand,
    private readonly cellen: Convenantcellen,
    readonly ontvanger: Ketenpartner,
    readonly graaf: Graaf | null,
    readonly afwezig: readonly string[] = [],
  ) {
    this.#toegang = cellen.toegang(ontvanger);
    this.#bereik =
      graaf === null
        ? null
        : bereikVan(graaf, ({ coordinaat, verplicht }) =>
            this.#metVerplicht(coordinaat, verplicht, this.verleend({ coordinaat, argument: null })),
          );
  }

  /** The same receiver at a table where these hosts have no seat. */
  zonder(afwezig: readonly string[]): Ontvangerzicht {
    return new Ontvangerzicht(this.stand, this.cellen, this.ontvanger, this.graaf, afwezig);
  }

  get partijen(): readonly Ketenpartner[] {
    return this.cellen.partijen;
  }

  /** When the rules grant it to somebody who is let in. */
  verleend(cel: Cel): Situaties {
    const label = this.stand.labels.get(cel.coordinaat);
    if (label === undefined) return GEEN;
    const granted = this.cellen.coordinaat(this.ontvanger, label) & this.#toegang & this.#aanTafel(cel);
    if (cel.argument === null || granted === GEEN) return granted;
    return granted & this.cellen.categorieen(this.ontvanger, categorieenOf(this.stand, cel));
  }

  /** When a query can also get there, and ask it. Without a graph to go through, wherever it is granted. */
  zichtbaar(cel: Cel): Situaties {
    const granted = this.verleend(cel);
    if (this.graaf === null || this.#bereik === null || granted === GEEN) return granted;
    const { coordinaat } = cel;
    const [type = ''] = coordinaat.split('.');
    const verplicht = this.graaf.get(type)?.find((stap) => stap.coordinaat === coordinaat)?.verplicht ?? [];
    return this.#metVerplicht(coordinaat, verplicht, granted & (this.#bereik.get(type) ?? GEEN));
  }

  /** What can't be left out of a question must be granted too. */
  #metVerplicht(coordinaat: string, verplicht: Stap['verplicht'], granted: Situaties): Situaties {
    return verplicht.reduce((all, { name }) => all & this.verleend({ coordinaat, argument: name }), granted);
  }

  wegen(categorie: string): readonly Weg[] {
    return this.cellen.categorie(this.ontvanger, categorie).wegen;
  }

  /** Whom it tells what to ask this. */
  vertelt({ coordinaat }: Cel): readonly Verteld[] {
    return (this.stand.labels.get(coordinaat)?.vraagt ?? []).map(({ aan, categorie }) => ({
      partner: this.cellen.host(aan)?.id ?? aan,
      categorie,
    }));
  }

  /** When every host that must be asked has a seat. Who sits for a host himself has given it one. */
  #aanTafel(cel: Cel): Situaties {
    if (this.afwezig.length === 0) return ALLE;
    const missing = this.vertelt(cel).filter(({ partner }) => this.afwezig.includes(partner));
    if (missing.length === 0) return ALLE;
    return missing.every(({ partner }) => partner === this.ontvanger.id) ? where({ rollen: PARTNERROLLEN }) : GEEN;
  }
}
