import type { Casusstatus } from '../../../schema/domain/casusstatus';
import type { Doel } from '../../../schema/domain/doel';
import type { Escalatieniveau } from '../../../schema/domain/escalatieniveau';
import type { Fase } from '../../../schema/domain/fase';
import type { Kader } from '../../../schema/domain/kader';
import type { Rol } from '../../../schema/domain/rol';
import type { Thema } from '../../../schema/domain/thema';
import type { Gemeente } from './gemeenten';

/** The convenant that a casus is bound to, if its plan does not name another. */
export const CONVENANT = 'veiligheidshuis-ijsselland';

/** Since when a seat is taken, if the plan does not say otherwise. */
export const ZETEL_VAN = '2026-01-15';

export interface Zetelplan {
  readonly partner: string;
  readonly medewerker: string;
  readonly rol: Rol;
  readonly van?: string;
  readonly tot?: string;
  readonly vervangt?: string;
}

/** What a synthetic casus should be; the rest follows by chance. */
export interface Casusplan {
  readonly thema: Thema;
  readonly doel: Doel;
  readonly fase: Fase;
  readonly kader: Kader;
  readonly status: Casusstatus;
  readonly escalatieniveau: Escalatieniveau;
  readonly gemeente: Gemeente;
  readonly bevestigdDoor: readonly string[];
  /** The convenant of another chain than the Zorg- en Veiligheidshuis, and how that chain marks its casussen. */
  readonly keten?: { readonly convenant: string; readonly kenmerk: string };
  readonly zetels: readonly Zetelplan[];
  readonly hoofdbetrokkenen: number;
  readonly kringleden: number;
  readonly professionals: number;
}

/** The persons of a casus, by id. */
export interface Cast {
  readonly hoofdbetrokkenen: readonly string[];
  readonly kringleden: readonly string[];
  readonly professionals: readonly string[];
}

/** Seats of the plan that are taken on this day. */
export function seatsOn(plan: Casusplan, day: string): Zetelplan[] {
  return plan.zetels.filter(({ van = ZETEL_VAN, tot }) => van <= day && (tot === undefined || day < tot));
}
