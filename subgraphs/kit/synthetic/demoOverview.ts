import { DOELEN, type Doel } from '../../../schema/domain/doel';
import type { Casusstatus } from '../../../schema/domain/casusstatus';
import type { Fase } from '../../../schema/domain/fase';
import type { Kader } from '../../../schema/domain/kader';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import type { Partnersoort } from '../../../schema/domain/partnersoort';
import type { Rol } from '../../../schema/domain/rol';
import type { Zetel } from '../../../schema/domain/casusfeiten';
import { vandaag } from '../../../schema/domain/vandaag';
import type { World } from './world';

/** What `hub demo --json` prints: who there is and which tables, without a person in it. */
export interface DemoOverview {
  readonly partners: readonly {
    readonly id: string;
    readonly naam: string;
    readonly soort: Partnersoort;
    readonly oin: string;
    /** Those designated now; none for a party without account. */
    readonly medewerkers: readonly { readonly id: string; readonly rollen: readonly Rol[] }[];
  }[];
  readonly casussen: readonly {
    readonly id: string;
    readonly doel: Doel;
    readonly fase: Fase;
    readonly kader: Kader;
    readonly status: Casusstatus;
    readonly convenant: string;
    /** Seats taken now. */
    readonly tafel: readonly Zetel[];
  }[];
  /** The exact strings of the header Keten-Doel. */
  readonly doelen: readonly Doel[];
}

export function demoOverview(world: World, partners: Ketenpartners, now: Date): DemoOverview {
  const today = vandaag(now);
  const holds = (term: { readonly van: string; readonly tot: string | null }): boolean =>
    term.van <= today && (term.tot === null || today < term.tot);

  const rollen = new Map<string, Map<string, Rol[]>>();
  for (const { partner, medewerker, rol } of world.municipality.aanwijzingen.filter(holds)) {
    const staff = rollen.get(partner) ?? new Map<string, Rol[]>();
    rollen.set(partner, staff);
    staff.set(medewerker, [...(staff.get(medewerker) ?? []), rol]);
  }
  const tafels = new Map<string, Zetel[]>();
  for (const { casus, partner, medewerker, rol } of world.municipality.zetels.filter(holds)) {
    const tafel = tafels.get(casus) ?? [];
    tafels.set(casus, tafel);
    tafel.push({ partner, medewerker, rol });
  }

  return {
    partners: [...partners.values()].map(({ id, naam, soort, oin, account }) => ({
      id,
      naam,
      soort,
      oin,
      medewerkers: account
        ? [...(rollen.get(id) ?? [])].map(([medewerker, held]) => ({ id: medewerker, rollen: held }))
        : [],
    })),
    casussen: world.municipality.casussen.map(({ id, doel, fase, kader, status, convenant }) => ({
      id,
      doel,
      fase,
      kader,
      status,
      convenant,
      tafel: tafels.get(id) ?? [],
    })),
    doelen: DOELEN,
  };
}
