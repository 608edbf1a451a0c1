import type { Besluitgrond } from '../reader/besluitgrond';
import type { Convenanttekst, Regelboek } from './regelboek';
import type { Geval } from './weeg';
import { type BuitenCasus, type Veldweging, weegVeld } from './weegVeld';

/** An answered request, with what the register says was given of the casus. What was given of persons is sealed. */
export interface Regel extends Besluitgrond {
  readonly gegeven: readonly string[];
}

/** What an entry is judged by. */
export interface Toetsgrond {
  /** Rule books by the digest of their table. */
  readonly boeken: ReadonlyMap<string, Regelboek>;
  /** Who signed each version (`id@versie`), by the attest with which a hub told it. */
  readonly handtekeningen: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
  /** The day of a moment, where the rules hold. */
  readonly dagVan: (tijdstip: string) => string;
}

/** `verwacht` and `gevonden`: a reason, or `gegeven`. */
interface Verschil {
  readonly coordinaat: string;
  readonly verwacht: string;
  readonly gevonden: string;
}

export type Oordeel =
  | { readonly uitkomst: 'EENS' }
  | { readonly uitkomst: 'VERSCHIL'; readonly verschillen: readonly Verschil[] }
  | { readonly uitkomst: 'NIET_TE_BEOORDELEN'; readonly waarom: string };

const GEGEVEN = 'gegeven';

/** Decides an answered request again, from the files alone, and holds it against what the register says of it. */
export function beoordeel(regel: Regel, grond: Toetsgrond): Oordeel {
  const boek = grond.boeken.get(regel.tabel ?? '');
  if (boek === undefined) return onbekend(`tabel ${regel.tabel ?? '-'} ligt hier niet`);
  const read = readGeval(regel, boek, grond);
  if (typeof read === 'string') return onbekend(read);
  if ('verwacht' in read) return { uitkomst: 'VERSCHIL', verschillen: [read] };
  const verschillen: Verschil[] = [];
  const asked = new Set<unknown>();
  for (const coordinaat of regel.gevraagd) {
    for (const argumenten of waysOf(regel, coordinaat)) {
      const weging = weegVeld(read, coordinaat, argumenten);
      if (weging === null) return onbekend(`${coordinaat} staat niet in de coordinatentabel`);
      const refusals = regel.weigeringen.filter((one) => one.coordinaat === coordinaat && isOver(one.categorieen, weging)); // oxfmt-ignore
      for (const one of refusals) asked.add(one);
      if (regel.onbeslist.includes(`${coordinaat}(${argumenten.join(',')})`)) continue;
      // Ways that need the same categories share one refusal: an entry holds each once.
      const found = new Set(refusals.length === 0 ? [GEGEVEN] : refusals.map(({ reden }) => reden));
      const verwacht = weging.reden ?? GEGEVEN;
      found.delete(verwacht);
      for (const gevonden of found) verschillen.push({ coordinaat: named(coordinaat, argumenten), verwacht, gevonden });
    }
  }
  for (const one of regel.weigeringen) {
    if (!asked.has(one))
      verschillen.push({ coordinaat: one.coordinaat, verwacht: 'niet gevraagd', gevonden: one.reden });
  }
  for (const coordinaat of new Set(regel.gegeven)) {
    const weging = waysOf(regel, coordinaat).map((argumenten) => weegVeld(read, coordinaat, argumenten)?.reden ?? null);
    const [reden] = weging;
    const known = verschillen.some((one) => one.coordinaat.split('(')[0] === coordinaat);
    if (!known && typeof reden === 'string' && !weging.includes(null)) verschillen.push({ coordinaat, verwacht: reden, gevonden: `${GEGEVEN} van de casus` }); // oxfmt-ignore
  }
  return verschillen.length === 0 ? { uitkomst: 'EENS' } : { uitkomst: 'VERSCHIL', verschillen };
}

/** By which facts and rules; text: why that can't be known; a difference: no such rules were in force. */
function readGeval(regel: Regel, boek: Regelboek, grond: Toetsgrond): Geval | BuitenCasus | Verschil | string {
  const { rol, doel, feiten } = regel;
  const aangewezen = regel.aanwijzingen.length > 0;
  if (regel.convenant === null) return { boek, aangewezen, rol, partner: regel.partner };
  if (rol === null || doel === null || feiten === null) return 'de feiten staan niet in het register';
  const partner = boek.partners.find(({ id }) => id === regel.partner);
  if (partner === undefined) return `${regel.partner ?? '-'} is hier geen ketenpartner`;
  const handtekeningen = grond.handtekeningen.get(regel.attest ?? '');
  if (handtekeningen === undefined) return 'wie toen had ondertekend staat niet in het register';
  const found = `${regel.convenant} ${regel.versie ?? '-'}`;
  const convenant = boek.convenanten.find((one) => one.convenant === regel.convenant && one.versie === regel.versie);
  if (convenant === undefined || !heldAt(convenant, regel, grond)) {
    return { coordinaat: '-', verwacht: 'een versie die toen gold', gevonden: found };
  }
  const signed = handtekeningen[`${convenant.convenant}@${convenant.versie}`] ?? [];
  // In the demo what nobody signed counts as signed by all; in production it stops the start.
  const getekend = signed.length === 0 ? convenant.partijen : signed;
  return { boek, convenant, getekend, partner, rol, doel, feiten, aangewezen };
}

/** What was asked just before midnight may be written down just after it. */
function heldAt({ geldig: { van, tot } }: Convenanttekst, { tijdstip }: Regel, { dagVan }: Toetsgrond): boolean {
  const before = new Date(Date.parse(tijdstip) - 10 * 60 * 1_000).toISOString();
  return [tijdstip, before].map(dagVan).some((day) => van <= day && day < tot);
}

/** Names of arguments of each way in which a coordinate was asked. */
function waysOf({ argumenten }: Regel, coordinaat: string): string[][] {
  const ways = argumenten.filter((one) => one.startsWith(`${coordinaat}(`));
  if (ways.length === 0) return [[]];
  return ways.map((one) => one.slice(coordinaat.length + 1, -1)).map((list) => (list === '' ? [] : list.split(',')));
}

function isOver(categorieen: readonly string[], weging: Veldweging): boolean {
  return [...categorieen].sort().join() === [...weging.categorieen].sort().join();
}

function named(coordinaat: string, argumenten: readonly string[]): string {
  return argumenten.length === 0 ? coordinaat : `${coordinaat}(${argumenten.join(',')})`;
}

function onbekend(waarom: string): Oordeel {
  return { uitkomst: 'NIET_TE_BEOORDELEN', waarom };
}
