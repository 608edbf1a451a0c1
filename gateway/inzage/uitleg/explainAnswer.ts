import type { Besluit } from '../../../schema/domain/besluit';
import type { Deelgraaf } from '../../../schema/domain/deelgraaf';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import type { Coordinaatlabel, Mededeling } from '../../../schema/domain/labels';
import type { Veld } from '../../../schema/domain/selectie';
import { SLEUTELCATEGORIEEN } from '../../../schema/domain/sleutel';
import type { Verzoekcontext } from '../../context/openContext';
import type { HostBesluiten } from '../../decide/createDecider';
import type { Gesnoeid } from '../../prune/prune';
import type { Ketenstap, Uitlegveld } from './uitlegveld';

/** What was decided of one request, as it would be answered. */
export interface Uitgelegd {
  readonly context: Verzoekcontext;
  readonly gesnoeid: Gesnoeid;
  /** What the host of each source may be told. */
  readonly told: ReadonlyMap<Deelgraaf, HostBesluiten>;
}

interface Grond {
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  readonly partners: Ketenpartners;
}

/** Reads the decisions back from a pruned operation: the same tree along which the live hub fetches and writes. */
export function explainAnswer(
  { context, gesnoeid, told }: Uitgelegd,
  { labels, partners }: Grond,
  digest: string,
): { velden: Uitlegveld[]; digest: string } {
  const convenant = context.soort === 'CASUS' ? context.convenant : null;
  const hosts = new Map<Deelgraaf | null, string>([...partners.values()].map(({ id, subgraaf }) => [subgraaf, id]));
  const velden = new Map<string, Uitlegveld>();
  const ketenOf = (coordinaat: string, besluit: Besluit | null): Ketenstap[] => {
    const keten = (labels.get(coordinaat)?.vraagt ?? []).map((one) =>
      explainStap(one, hosts.get(one.aan) ?? null, told.get(one.aan) ?? null),
    );
    if (besluit?.uitkomst === 'ALLOW') return keten;
    // Who sits at the table is a datum: of what is refused only the step that it was refused for, if it was one.
    if (besluit?.uitkomst !== 'DENY' || besluit.reden !== 'BRON_NIET_AAN_TAFEL') return [];
    return keten.filter((stap) => stap.besluit !== 'ALLOW').slice(0, 1);
  };
  const visit = (selectie: Gesnoeid['selectie'], pad: readonly string[]): void => {
    for (const [coordinaat, { besluit, gevraagd }] of selectie.leden ?? []) {
      const uitleg = gevraagd
        ? explainField({ coordinaat, besluit }, pad, convenant, ketenOf(`${coordinaat}.bronhouder`, besluit))
        : null;
      if (uitleg !== null) velden.set(JSON.stringify([pad, coordinaat]), uitleg);
    }
    for (const veld of [...selectie.typen.values()].flat()) {
      const here = [...pad, veld.sleutel];
      const uitleg = explainField(veld, here, convenant, ketenOf(veld.coordinaat, veld.besluit));
      if (uitleg !== null) velden.set(JSON.stringify([here, veld.coordinaat]), uitleg);
      if (veld.onder !== null) visit(veld.onder, [...here, ...listMarks(String(veld.type))]);
    }
  };
  visit(gesnoeid.selectie, []);
  return { velden: [...velden.values()], digest };
}

function explainField(
  { coordinaat, besluit }: Pick<Veld, 'coordinaat' | 'besluit'>,
  pad: readonly string[],
  convenant: { readonly id: string; readonly versie: string } | null,
  keten: readonly Ketenstap[],
): Uitlegveld | null {
  if (besluit === null) return null;
  const allowed = besluit.uitkomst === 'ALLOW' ? besluit.toekenningen : [];
  return {
    coordinaat,
    pad,
    categorieen: besluit.categorieen,
    besluit: besluit.uitkomst,
    reden: besluit.uitkomst === 'DENY' ? besluit.reden : null,
    beperkingen: [...new Set(allowed.flatMap(({ beperkingen }) => beperkingen))].sort(),
    voorwaarden: [...new Set(allowed.flatMap(({ voorwaarden }) => voorwaarden))].sort(),
    convenant: convenant?.id ?? null,
    versie: convenant?.versie ?? null,
    artikel: besluit.uitkomst === 'UNDECIDED' ? null : besluit.artikel,
    keten,
  };
}

/** A host that is not at the table may be told nothing. */
function explainStap({ aan, categorie }: Mededeling, partner: string | null, told: HostBesluiten): Ketenstap {
  const wat = Object.values(SLEUTELCATEGORIEEN).includes(categorie) ? 'SLEUTEL' : 'GEGEVEN';
  const step = { aan, partner, categorie, wat } as const;
  if (told === null) return { ...step, besluit: 'DENY', reden: 'NIET_AAN_TAFEL', artikel: null };
  const besluit = told.categorie(categorie);
  return {
    ...step,
    besluit: besluit.uitkomst,
    reden: besluit.uitkomst === 'DENY' ? besluit.reden : null,
    artikel: besluit.uitkomst === 'UNDECIDED' ? null : besluit.artikel,
  };
}

function listMarks(type: string): string[] {
  return Array.from({ length: type.split('[').length - 1 }, () => '@');
}
