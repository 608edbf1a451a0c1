import { LRUCache } from 'lru-cache';
import type { Zetel } from '../../schema/domain/casusfeiten';
import { type Aanwijzingsbesluit, readBesluit, rollenOp } from '../../schema/verloop/aanwijzingsbesluit';
import type { GetekendBesluit } from '../../schema/verloop/besluit';
import { type Stapsleutels, isSigned } from '../../schema/verloop/handtekening';
import { dagenNu, ongetekend } from './ondertekend';

/** Holds what the municipality tells of designations against what each partner signed of its own medewerkers (BGS 1.11). */
export interface Aanwijzer {
  /**
   * @param told seats and designations, each of which must hold today by a signed besluit; more may have been signed.
   * @param asked when that was asked for, as `performance.now()` tells it: what was on its way then may be overtaken.
   * @throws Hubfout HUB_CASUSFEITEN_ONGETEKEND
   */
  check(told: readonly Zetel[], besluiten: readonly GetekendBesluit[], asked: number): Promise<void>;
  /** The last of these about one medewerker that his partner signed, or null. */
  lastOf(
    wie: Omit<Zetel, 'rol'>,
    besluiten: readonly GetekendBesluit[],
    asked: number,
  ): Promise<Aanwijzingsbesluit | null>;
  /** The municipality said that it keeps this one. */
  taken(besluit: Aanwijzingsbesluit): void;
}

interface Grond {
  readonly sleutelsVan: (partner: string) => Stapsleutels | null;
  readonly fault: (what: string) => void;
}

export function createAanwijzer({ sleutelsVan, fault }: Grond): Aanwijzer {
  /** Those of which the signature held, by text and signature. */
  const gelezen = new LRUCache<string, Aanwijzingsbesluit>({ max: 20_000 });
  /** The highest that is known of a medewerker, and since when: none below it counts from then on. */
  const hoogste = new LRUCache<string, { readonly nr: number; readonly since: number }>({ max: 100_000 });

  const read = async ({ tekst, handtekening }: GetekendBesluit): Promise<Aanwijzingsbesluit | null> => {
    const key = `${handtekening} ${tekst}`;
    const known = gelezen.get(key);
    if (known !== undefined) return known;
    const besluit = readBesluit(tekst);
    const sleutels = besluit === null ? null : sleutelsVan(besluit.partner);
    if (besluit === null || sleutels === null) return null;
    if (!(await isSigned(tekst, handtekening, sleutels, 'aanwijzing+jws'))) return null;
    gelezen.set(key, besluit);
    return besluit;
  };

  const remember = ({ partner, medewerker, nr }: Aanwijzingsbesluit): void => {
    const key = `${partner} ${medewerker}`;
    if (nr > (hoogste.get(key)?.nr ?? 0)) hoogste.set(key, { nr, since: performance.now() });
  };

  /** Of each medewerker the last that is told, unless a later one was known already when it was asked for. */
  const readLast = async (
    besluiten: readonly GetekendBesluit[],
    asked: number,
  ): Promise<Map<string, Aanwijzingsbesluit>> => {
    const signed = (await Promise.all(besluiten.map(read))).filter((one) => one !== null);
    signed.forEach(remember);
    const last = new Map<string, Aanwijzingsbesluit>();
    for (const one of signed) {
      const key = `${one.partner} ${one.medewerker}`;
      const { nr, since } = hoogste.get(key) ?? { nr: 0, since: asked };
      if (one.nr < nr && since < asked) continue;
      if (one.nr > (last.get(key)?.nr ?? 0)) last.set(key, one);
    }
    return last;
  };

  return {
    check: async (told, besluiten, asked) => {
      const last = await readLast(besluiten, asked);
      const dagen = dagenNu();
      const holds = ({ partner, medewerker, rol }: Zetel): boolean => {
        const besluit = last.get(`${partner} ${medewerker}`);
        return besluit !== undefined && dagen.some((dag) => rollenOp(besluit, dag).includes(rol));
      };
      if (told.every(holds)) return;
      fault('the municipality tells of a designation that its partner did not sign');
      throw ongetekend();
    },
    lastOf: async ({ partner, medewerker }, besluiten, asked) =>
      (await readLast(besluiten, asked)).get(`${partner} ${medewerker}`) ?? null,
    taken: remember,
  };
}
