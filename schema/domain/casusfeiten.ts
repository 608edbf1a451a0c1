import type { Casusstatus } from './casusstatus';
import type { Doel } from './doel';
import type { Fase } from './fase';
import type { Kader } from './kader';
import type { Rol } from './rol';
import type { GetekendBesluit } from '../verloop/besluit';
import type { Verloop } from '../verloop/casusstand';

/** A seat that is taken now: who sits for which partner in which rol (WGS 1.8(2), BGS 1.11). */
export interface Zetel {
  readonly partner: string;
  readonly medewerker: string;
  readonly rol: Rol;
}

/** What the municipality knows of one casus on which access rests. Only what holds at this moment is in it. */
export interface Casusfeiten {
  readonly casus: string;
  readonly doel: Doel;
  readonly fase: Fase;
  readonly kader: Kader;
  readonly status: Casusstatus;
  readonly gemeente: string;
  readonly convenant: string;
  readonly regie: string;
  /** A second public partner has confirmed casus and persons (WGS 2.31). */
  readonly bevestigd: boolean;
  readonly tafel: readonly Zetel[];
}

/** A medewerker's designation by his partner in a rol, holding now. */
export interface Aanwijzing {
  readonly partner: string;
  readonly rol: Rol;
}

/** Answer of the municipality's door for the hub. `revisie` is a digest that changes with any of the facts. */
export interface Toegangsfeiten {
  readonly revisie: string;
  /** null: no such casus. */
  readonly casus: Casusfeiten | null;
  /** Of that casus. */
  readonly verloop: Verloop | null;
  readonly aanwijzingen: readonly Aanwijzing[];
  /** On what these and the tafel rest: of him who asks, and of who sits there. Not part of the revisie. */
  readonly besluiten: readonly GetekendBesluit[];
}
