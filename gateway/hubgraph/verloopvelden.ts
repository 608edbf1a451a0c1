import type { Casusstatus } from '../../schema/domain/casusstatus';
import type { Fase } from '../../schema/domain/fase';
import type { Kader } from '../../schema/domain/kader';
import type { Rol } from '../../schema/domain/rol';
import type { Stapnaam } from '../../schema/verloop/stap';

/** What every stap says besides its own. */
export interface Stapvraag {
  readonly nr: number;
  readonly vorige: string;
  readonly sleutel: string;
  readonly dag: string;
  readonly handtekening: string;
}

interface Zetelvraag extends Stapvraag {
  readonly zetelPartner: string;
  readonly zetelMedewerker: string;
}

export interface Stapbewijs {
  readonly nr: number;
  readonly akte: string;
  readonly bewijs: string;
  readonly tijdstip: string;
}

interface Casusverloop {
  readonly nr: number;
  readonly vorige: string;
  readonly fase: Fase;
  readonly kader: Kader;
  readonly status: Casusstatus;
  readonly bevestigd: boolean;
  readonly stappen: readonly Stapnaam[];
}

type Stapveld<Vraag, Context> = (args: Vraag, context: Context) => Promise<Stapbewijs>;

/** The root fields in which a casus is brought on by who sits at its table. */
export interface Verloopvelden<Context> {
  verloop(args: Record<string, never>, context: Context): Casusverloop;
  bevestig: Stapveld<Stapvraag, Context>;
  toetsDoel: Stapveld<
    Stapvraag & { readonly positief: boolean; readonly criteria: readonly string[]; readonly toelichting: string },
    Context
  >;
  gaNaarFase: Stapveld<Stapvraag & { readonly fase: Fase }, Context>;
  wijzigKader: Stapveld<Stapvraag & { readonly kader: Kader }, Context>;
  geefPlaats: Stapveld<Zetelvraag & { readonly rol: Rol }, Context>;
  verlaatTafel: Stapveld<Zetelvraag, Context>;
  vervang: Stapveld<Zetelvraag & { readonly door: string }, Context>;
  schermAf: Stapveld<Stapvraag, Context>;
}
