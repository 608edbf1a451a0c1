import type { Convenant } from '../../../schema/domain/convenant';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { Besluiten } from '../../decide/besluiten';
import { PARTNERROLLEN, type Situatie } from '../../decide/situatie';
import { type Decider, createDecider } from '../../decide/createDecider';
import { isByAanwijzing } from '../../decide/decideByAanwijzing';
import { isCovered } from '../../decide/isCovered';
import type { Celgrond } from '../cellen/convenantcellen';
import { bereikVan } from '../cellen/bereik';
import type { Graaf } from '../cellen/graaf';
import { ALLE, GEEN } from '../cellen/situaties';
import { type Afwijking, type Uitkomst, compareVerwacht } from './compareVerwacht';
import type { Toetsgeval } from './toetsgevalSchema';

/** What a toetsgeval is decided with. */
export interface Toetsgrond extends Celgrond {
  readonly graaf: Graaf;
}

/**
 * Decides one toetsgeval by the rules of the live hub, for everyone whom it names, and compares what each would get with
 * what is expected.
 *
 * @param convenant the version to hold it against, its signatures included.
 */
export async function runToetsgeval(
  geval: Toetsgeval,
  convenant: Convenant,
  grond: Toetsgrond,
  decider: Decider = createDecider({ ...grond, digest: 'toetsgeval' }),
): Promise<Afwijking[]> {
  const found: Afwijking[] = [];
  for (const ontvanger of receivers(geval, convenant, grond)) {
    const got = await decide(situatieOf(geval, ontvanger, convenant, grond), grond, decider);
    found.push(...compareVerwacht(geval, ontvanger, grond.partners, got));
  }
  return found;
}

/** Whoever the case is about: of a kind each partij; of a rol of the chain, since it inherits nothing, each employer. */
function receivers({ wie }: Toetsgeval, { partijen }: Convenant, { partners }: Celgrond): Ketenpartner[] {
  if (wie.partner !== undefined) return [partners.get(wie.partner)].filter((one) => one !== undefined);
  const all = partijen.map((id) => partners.get(id)).filter((one) => one !== undefined);
  return wie.soort === undefined ? all : all.filter(({ soort }) => soort === wie.soort);
}

function situatieOf(
  { wie: { rol }, doel, casus: { tafel, melder, ...casus } }: Toetsgeval,
  ontvanger: Ketenpartner,
  convenant: Convenant,
  { partners }: Celgrond,
): Situatie {
  const hosts = [...partners.values()].filter(({ subgraaf }) => subgraaf !== null).map(({ id }) => id);
  // Somebody who acts for the chain leaves the seat of his partner to another.
  const others = (tafel ?? hosts).filter((id) => id !== ontvanger.id || !PARTNERROLLEN.includes(rol));
  // Not who is expected to have no seat: a melder that keeps a source would make it one that is asked.
  const melders = melder === undefined ? [...partners.keys()].filter((id) => !hosts.includes(id) || others.includes(id)) : [melder]; // oxfmt-ignore
  const seats = [
    { partner: ontvanger.id, medewerker: '', rol },
    ...others.map((partner) => ({ partner, medewerker: '', rol: 'DEELNEMER' as const })),
    ...melders.map((partner) => ({ partner, medewerker: '', rol: 'MELDER' as const })),
  ];
  return { ontvanger, rol, doel, convenant, aangewezen: true, casus: { ...casus, tafel: seats } };
}

/**
 * What of each category would come: nothing for a doel with which he is not let in, and nothing of a category of which he
 * can reach no field, because of what the asking tells or of what stands above it.
 */
async function decide(situatie: Situatie, grond: Toetsgrond, decider: Decider): Promise<Map<string, Uitkomst>> {
  const { catalogus, labels } = grond;
  const inside = await isCovered(situatie, catalogus);
  const table = await decider.decide(situatie);
  const types = reachedTypes(grond, table);
  const outside = { uitkomst: 'DENY', reden: 'DOEL_NIET_GEDEKT', artikel: null } as const;
  const categories = [...catalogus.values()].filter((one) => !isByAanwijzing(one));
  return new Map(
    categories.map(({ naam }): [string, Uitkomst] => {
      const besluit = table.categorie(naam);
      if (!inside) return [naam, { ...outside, categorieen: [naam] }];
      if (besluit.uitkomst !== 'ALLOW') return [naam, besluit];
      const fields = [...labels.values()].filter(({ categorieen }) => categorieen.includes(naam));
      const open = fields.some(
        ({ coordinaat }) => types.has(typeOf(coordinaat)) && table.coordinaat(coordinaat).uitkomst === 'ALLOW',
      );
      if (open || fields.length === 0) return [naam, besluit];
      const refused = fields
        .map(({ coordinaat }) => table.coordinaat(coordinaat))
        .find((one) => one.uitkomst !== 'ALLOW');
      return [naam, refused ?? 'ONBEREIKBAAR'];
    }),
  );
}

function reachedTypes({ graaf, labels }: Toetsgrond, table: Besluiten): Set<string> {
  const bereik = bereikVan(graaf, ({ coordinaat, verplicht }) => {
    const read = verplicht.flatMap(({ name }) => labels.get(coordinaat)?.argumenten[name] ?? []);
    const all = [table.coordinaat(coordinaat), ...read.map((naam) => table.categorie(naam))];
    return all.every(({ uitkomst }) => uitkomst === 'ALLOW') ? ALLE : GEEN;
  });
  return new Set([...bereik].flatMap(([type, when]) => (when === GEEN ? [] : [type])));
}

const typeOf = (coordinaat: string): string => coordinaat.slice(0, coordinaat.indexOf('.'));
