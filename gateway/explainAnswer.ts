import type { Veld } from '../schema/domain/selectie';
import type { Verzoekcontext } from './context/openContext';
import type { Gesnoeid } from './prune/prune';

/** One field of an explained operation: allowed or not, by which article or for which reason. */
export interface Uitlegveld {
  readonly coordinaat: string;
  /** As the `path` of an error: response keys, "@" for each item of a list. */
  readonly pad: readonly string[];
  readonly categorieen: readonly string[];
  readonly besluit: 'ALLOW' | 'DENY' | 'UNDECIDED';
  readonly reden: string | null;
  readonly beperkingen: readonly string[];
  readonly convenant: string | null;
  readonly versie: string | null;
  readonly artikel: string | null;
}

/** Reads the decisions back from a pruned operation: the same tree along which the live hub fetches and writes. */
export function explainAnswer(
  context: Verzoekcontext,
  gesnoeid: Gesnoeid,
  digest: string,
): { velden: Uitlegveld[]; digest: string } {
  const convenant = context.soort === 'CASUS' ? context.convenant : null;
  const velden = new Map<string, Uitlegveld>();
  const visit = (selectie: Gesnoeid['selectie'], pad: readonly string[]): void => {
    for (const veld of [...selectie.typen.values()].flat()) {
      const here = [...pad, veld.sleutel];
      const uitleg = explainField(veld, here, convenant);
      if (uitleg !== null) velden.set(JSON.stringify([here, veld.coordinaat]), uitleg);
      if (veld.onder !== null) visit(veld.onder, [...here, ...listMarks(String(veld.type))]);
    }
  };
  visit(gesnoeid.selectie, []);
  return { velden: [...velden.values()], digest };
}

function explainField(
  { coordinaat, besluit }: Veld,
  pad: readonly string[],
  convenant: { readonly id: string; readonly versie: string } | null,
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
    convenant: convenant?.id ?? null,
    versie: convenant?.versie ?? null,
    artikel: besluit.uitkomst === 'UNDECIDED' ? null : besluit.artikel,
  };
}

function listMarks(type: string): string[] {
  return Array.from({ length: type.split('[').length - 1 }, () => '@');
}
