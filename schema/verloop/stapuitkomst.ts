import type { Stapreden } from './stapreden';

/** What came of a stap, as the municipality tells the hub. */
export type Stapuitkomst =
  | {
      readonly uitkomst: 'GEZET';
      readonly nr: number;
      readonly digest: string;
      /** Under which it is kept: of a stap that is sent once more, the one with which it was taken. */
      readonly handtekening: string;
      /** Of the facts after it, as they are told to who took it. */
      readonly revisie: string;
    }
  /** Nothing was changed: it was made for another stand, or another day. */
  | { readonly uitkomst: 'ACHTERHAALD' }
  /** Nothing was changed: its sleutel was used for another stap. */
  | { readonly uitkomst: 'SLEUTEL_GEBRUIKT' }
  | { readonly uitkomst: 'GEWEIGERD'; readonly reden: Stapreden };
