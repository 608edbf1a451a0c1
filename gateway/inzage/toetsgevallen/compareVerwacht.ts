import type { Besluit, Toekenning } from '../../../schema/domain/besluit';
import type { Ketenpartner, Ketenpartners } from '../../../schema/domain/ketenpartner';
import { EIGEN, type Toetsgeval } from './toetsgevalSchema';

/** Where what was decided is not what was expected. */
export interface Afwijking {
  /** Where in the case: what was expected, or the whole list when nothing was. */
  readonly pad: readonly (string | number)[];
  readonly ontvanger: string;
  readonly gegeven: string;
  readonly verwacht: string;
  readonly kreeg: string;
  readonly artikel: string | null;
  readonly reden: string | null;
}

/** What was decided of a category. ONBEREIKBAAR: granted, but what stands above it is refused, so no query gets there. */
export type Uitkomst = Besluit | 'ONBEREIKBAAR';

type Verwachting = Toetsgeval['verwacht'][number];

/** Every way by which a category comes must be expected, and every way that is expected must be there. */
export function compareVerwacht(
  { verwacht }: Toetsgeval,
  { id: ontvanger }: Ketenpartner,
  partners: Ketenpartners,
  got: ReadonlyMap<string, Uitkomst>,
): Afwijking[] {
  const byOin = new Map([...partners.values()].map((partner) => [partner.oin, partner]));
  const found: Afwijking[] = [];
  for (const [gegeven, besluit] of got) {
    const listed = verwacht.flatMap((one, index) => {
      const at = one.gegevens.findIndex((naam) => naam === gegeven);
      return at < 0 ? [] : [{ one, pad: ['verwacht', index, 'gegevens', at] }];
    });
    const told = { ontvanger, gegeven, ...whyNot(besluit) };
    if (besluit === 'ONBEREIKBAAR' || besluit.uitkomst !== 'ALLOW') {
      for (const { one, pad } of listed) found.push({ ...told, pad, verwacht: tell(one) });
      continue;
    }
    const fits = ({ one }: { one: Verwachting }, weg: Toekenning): boolean => isExpected(one, weg, byOin);
    for (const weg of besluit.toekenningen) {
      if (listed.some((each) => fits(each, weg))) continue;
      const [first] = listed;
      const wanted = first === undefined ? 'geweigerd' : listed.map(({ one }) => tell(one)).join(' of ');
      const kreeg = tellWeg(weg, byOin);
      found.push({ ...told, pad: first?.pad ?? ['verwacht'], verwacht: wanted, kreeg, artikel: weg.artikel });
    }
    for (const each of listed) {
      // Of what is his own no beperking says anything: what is expected under one must come from another.
      const bound = each.one.beperkingen !== undefined || each.one.voorwaarden !== undefined;
      if (besluit.toekenningen.some((weg) => fits(each, weg) && !(bound && weg.eigen))) continue;
      const kreeg = besluit.toekenningen.map((weg) => tellWeg(weg, byOin)).join('; ');
      found.push({ ...told, pad: each.pad, verwacht: tell(each.one), kreeg, artikel: besluit.artikel });
    }
  }
  return merge(found);
}

function whyNot(besluit: Uitkomst): Pick<Afwijking, 'kreeg' | 'artikel' | 'reden'> {
  const nothing = { artikel: null, reden: null };
  if (besluit === 'ONBEREIKBAAR') return { ...nothing, kreeg: 'toegekend, maar geen vraag komt er' };
  if (besluit.uitkomst !== 'DENY') return { ...nothing, kreeg: 'niet te beslissen' };
  return { kreeg: 'geweigerd', artikel: besluit.artikel, reden: besluit.reden };
}

/** His own data knows no beperking: it fits where its source may be anyone, or where it is named. */
function isExpected({ van, beperkingen, voorwaarden }: Verwachting, weg: Toekenning, byOin: ByOin): boolean {
  const names: readonly string[] | undefined = van;
  if (weg.eigen) return names?.includes(EIGEN) ?? true;
  const bron = byOin.get(weg.bronhouder);
  if (names !== undefined && !names.some((naam) => naam === bron?.id || naam === bron?.soort)) return false;
  return same(beperkingen, weg.beperkingen) && same(voorwaarden, weg.voorwaarden);
}

type ByOin = ReadonlyMap<string, Ketenpartner>;

function same(expected: readonly string[] | undefined, got: readonly string[]): boolean {
  return expected === undefined || [...expected].sort().join() === [...got].sort().join();
}

function tell({ van, beperkingen, voorwaarden }: Verwachting): string {
  return [`verstrekt${van === undefined ? '' : ` van ${van.join(' of ')}`}`, ...bounds(beperkingen, voorwaarden)].join(
    ', ',
  );
}

function tellWeg({ bronhouder, eigen, beperkingen, voorwaarden }: Toekenning, byOin: ByOin): string {
  if (eigen) return 'eigen gegevens';
  return [`verstrekt van ${byOin.get(bronhouder)?.id ?? bronhouder}`, ...bounds(beperkingen, voorwaarden)].join(', ');
}

function bounds(beperkingen: readonly string[] | undefined, voorwaarden: readonly string[] | undefined): string[] {
  return [
    ...(beperkingen === undefined
      ? []
      : [beperkingen.length === 0 ? 'zonder beperking' : `alleen ${beperkingen.join(' en ')}`]),
    ...(voorwaarden === undefined || voorwaarden.length === 0 ? [] : [`voorwaarde ${voorwaarden.join(' en ')}`]),
  ];
}

/** One complaint per category and expectation, however many suppliers give rise to it. */
function merge(found: readonly Afwijking[]): Afwijking[] {
  const merged = new Map<string, Afwijking>();
  for (const one of found) {
    const key = JSON.stringify([one.pad, one.gegeven, one.verwacht]);
    const known = merged.get(key);
    const artikelen = [...new Set([known?.artikel, one.artikel].flatMap((artikel) => artikel?.split('; ') ?? []))];
    const kreeg = [...new Set([...(known?.kreeg.split('; ') ?? []), ...one.kreeg.split('; ')])].join('; ');
    merged.set(key, { ...one, kreeg, artikel: artikelen.length === 0 ? null : artikelen.join('; ') });
  }
  return [...merged.values()];
}
