import type { Fase } from '../domain/fase';
import type { Kader } from '../domain/kader';
import type { Rol } from '../domain/rol';

/** What somebody at the table can do to a casus on which access rests (WGS 2.31, 1.8(2)). */
export const STAPPEN = [
  'BEVESTIGEN',
  'DOELTOETSEN',
  'NAAR_FASE',
  'WIJZIG_KADER',
  'PLAATS_GEVEN',
  'VERLATEN',
  'VERVANGEN',
  'AFSCHERMEN',
] as const;
export type Stapnaam = (typeof STAPPEN)[number];

/** A seat, as a stap names it. */
interface Zetelverwijzing {
  readonly zetelPartner: string;
  readonly zetelMedewerker: string;
}

/** A stap with what it says; plain values only, so that its text is the same in every language. */
export type Stap =
  | { readonly stap: 'BEVESTIGEN' }
  | { readonly stap: 'AFSCHERMEN' }
  | {
      readonly stap: 'DOELTOETSEN';
      readonly positief: boolean;
      readonly criteria: readonly string[];
      readonly toelichting: string;
    }
  | { readonly stap: 'NAAR_FASE'; readonly fase: Fase }
  | { readonly stap: 'WIJZIG_KADER'; readonly kader: Kader }
  | (Zetelverwijzing & { readonly stap: 'PLAATS_GEVEN'; readonly rol: Rol })
  | (Zetelverwijzing & { readonly stap: 'VERLATEN' })
  | (Zetelverwijzing & { readonly stap: 'VERVANGEN'; readonly door: string });
