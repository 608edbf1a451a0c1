import type { Zetel } from '../domain/casusfeiten';
import type { Casusstatus } from '../domain/casusstatus';
import type { Fase } from '../domain/fase';
import type { Kader } from '../domain/kader';

/** Of a casus, what a stap looks at and changes. */
export interface Casusstand {
  readonly fase: Fase;
  readonly kader: Kader;
  readonly status: Casusstatus;
  /** Ids of the partners that confirmed casus and persons. */
  readonly bevestigdDoor: readonly string[];
  /** The seats that are taken on the day of the stap. */
  readonly tafel: readonly Zetel[];
}

/** Where a casus is in the chain of its akten. */
export interface Verloop {
  /** How many there are. */
  readonly nr: number;
  /** Digest of the last one. */
  readonly vorige: string;
  /** Digest of the beginstand that they come after; null: nobody signed one. Not for who asks: it tells of the whole table. */
  readonly begin: string | null;
  readonly bevestigdDoor: readonly string[];
}
