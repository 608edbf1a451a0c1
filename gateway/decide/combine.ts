import type { Besluit } from '../../schema/domain/besluit';

/** AND of decisions: the first refusal speaks, then the first doubt; a grant only when all grant. */
export function combine(besluiten: readonly Besluit[], categorieen: readonly string[]): Besluit {
  const geweigerd = besluiten.find((besluit) => besluit.uitkomst === 'DENY');
  if (geweigerd?.uitkomst === 'DENY') return { ...geweigerd, categorieen };
  const granted = besluiten.filter((besluit) => besluit.uitkomst === 'ALLOW');
  const [first] = granted;
  if (first === undefined || granted.length < besluiten.length) return { uitkomst: 'UNDECIDED', categorieen };
  return {
    uitkomst: 'ALLOW',
    artikel: [...new Set(granted.flatMap(({ artikel }) => artikel.split('; ')))].join('; '),
    toekenningen: granted.flatMap(({ toekenningen }) => toekenningen),
    categorieen,
  };
}
