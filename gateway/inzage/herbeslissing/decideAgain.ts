import type { Besluit } from '../../../schema/domain/besluit';
import type { Casusfeiten } from '../../../schema/domain/casusfeiten';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Doel } from '../../../schema/domain/doel';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { Rol } from '../../../schema/domain/rol';
import type { Besluiten } from '../../decide/besluiten';
import type { Decider } from '../../decide/createDecider';
import { isCovered } from '../../decide/isCovered';
import { decideVeld } from '../../prune/decideVeld';
import type { Besluitgrond } from '../../register/reader/besluitgrond';
import type { Celgrond } from '../cellen/convenantcellen';

/** Rules by which is decided again. */
export interface Regelset extends Celgrond {
  readonly decider: Decider;
  /** The version that counts for an entry; null: none, so that nothing could have been asked. */
  readonly versieVoor: (grond: Pick<Besluitgrond, 'convenant' | 'versie'>) => Convenant | null;
}

/** One way in which a field was asked. */
export interface Vraagwijze {
  readonly coordinaat: string;
  readonly argumenten: readonly string[];
}

/** What is decided of each; or why that can't be said. */
export type Herbesluit =
  | { readonly besluiten: readonly (Vraagwijze & { readonly besluit: Besluit })[] }
  | { readonly waarom: string };

const BUITEN_DOEL = { uitkomst: 'DENY', reden: 'DOEL_NIET_GEDEKT', artikel: null } as const;

/**
 * Decides an answered request again by other rules, as they would decide it: by the decider itself, with the facts that
 * the register kept. As in `explain`, a doel for which this seat gets nothing at all refuses the whole.
 */
export async function decideAgain(grond: Besluitgrond, set: Regelset): Promise<Herbesluit> {
  const wijzen = waysIn(grond);
  const gone = wijzen.find(({ coordinaat }) => !isKnown(set, coordinaat));
  if (gone !== undefined) return { waarom: `${gone.coordinaat} is er in de graaf niet meer` };
  const ontvanger = set.partners.get(grond.partner ?? '');
  if (ontvanger === undefined) return { waarom: `${grond.partner ?? '-'} is hier geen ketenpartner` };
  const besluiten = await tableOf(grond, ontvanger, set);
  if (typeof besluiten === 'string') return { waarom: besluiten };
  return { besluiten: wijzen.map((wijze) => ({ ...wijze, besluit: decideOne(wijze, besluiten, set) })) };
}

/** Each way in which each coordinate was asked, with the names of its arguments. */
export function waysIn({ gevraagd, argumenten }: Pick<Besluitgrond, 'gevraagd' | 'argumenten'>): Vraagwijze[] {
  return gevraagd.flatMap((coordinaat): Vraagwijze[] => {
    const ways = argumenten.filter((one) => one.startsWith(`${coordinaat}(`));
    if (ways.length === 0) return [{ coordinaat, argumenten: [] }];
    return ways.map((one) => {
      const named = one.slice(coordinaat.length + 1, -1);
      return { coordinaat, argumenten: named === '' ? [] : named.split(',') };
    });
  });
}

/** null: a doel that is not covered, so that the request is refused whole. Text: what is missing. */
async function tableOf(
  grond: Besluitgrond,
  ontvanger: Ketenpartner,
  set: Regelset,
): Promise<Besluiten | null | string> {
  const { doel, feiten } = grond;
  const rol = grond.rol as Rol | null;
  const aangewezen = grond.aanwijzingen.length > 0;
  if (grond.convenant === null) return set.decider.outsideCasus(aangewezen, rol, ontvanger);
  if (rol === null || doel === null || feiten === null) return 'de feiten staan niet in het register';
  const convenant = set.versieVoor(grond);
  const asked = { ontvanger, rol, doel: doel as Doel };
  if (convenant === null || !(await isCovered({ ...asked, convenant }, set.catalogus))) return null;
  const tafel = feiten.tafel.map(([partner, as]) => ({ partner, medewerker: '', rol: as as Rol }));
  const casus = { ...feiten, tafel } as Pick<Casusfeiten, 'fase' | 'kader' | 'status' | 'bevestigd' | 'tafel'>;
  return set.decider.decide({ ...asked, convenant, aangewezen, casus });
}

function decideOne({ coordinaat, argumenten }: Vraagwijze, besluiten: Besluiten | null, set: Regelset): Besluit {
  const naam = labelOf(coordinaat);
  const label = set.labels.get(naam);
  if (besluiten === null) return { ...BUITEN_DOEL, categorieen: label?.categorieen ?? [] };
  // A key goes with its object.
  if (label === undefined) return { uitkomst: 'ALLOW', artikel: '', toekenningen: [], categorieen: [] };
  const beslist = {
    labels: set.labels,
    coordinaat: (one: string) => besluiten.coordinaat(one),
    categorie: (one: string) => besluiten.categorie(one),
  };
  return decideVeld(beslist, naam, argumenten);
}

/** Of a member of a union it is its `bronhouder` that decides (ADR 6). */
function labelOf(coordinaat: string): string {
  return coordinaat.includes('.') ? coordinaat : `${coordinaat}.bronhouder`;
}

function isKnown({ labels }: Regelset, coordinaat: string): boolean {
  return coordinaat.endsWith('.id') || labels.has(labelOf(coordinaat));
}
