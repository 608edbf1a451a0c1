import type { Besluitgrond } from '../../register/reader/besluitgrond';
import type { Verandering } from './compareAgain';

/** What comes out otherwise in the same way. */
export interface Veranderingsgroep
  extends
    Pick<Besluitgrond, 'partner' | 'rol' | 'doel'>,
    Pick<Verandering, 'nu' | 'categorieen' | 'artikel' | 'reden'> {
  readonly fase: string | null;
  readonly convenant: string | null;
  readonly velden: readonly string[];
  /** Number of requests. */
  readonly vragen: number;
}

/** Gathers what changes, request by request, by receiver, category, doel, fase and article. */
export class Veranderingen {
  private readonly groups = new Map<
    string,
    Omit<Veranderingsgroep, 'velden' | 'vragen'> & { velden: Set<string>; vragen: Set<string> }
  >();

  add({ bewijs, partner, rol, doel, convenant, feiten }: Besluitgrond, veranderd: readonly Verandering[]): void {
    const fase = feiten?.fase ?? null;
    for (const { nu, coordinaat, argumenten, categorieen, artikel, reden } of veranderd) {
      const about = { nu, partner, rol, convenant, doel, fase, categorieen: [...categorieen].sort(), artikel, reden };
      const key = JSON.stringify(about);
      const group = this.groups.get(key) ?? { ...about, velden: new Set(), vragen: new Set() };
      this.groups.set(key, group);
      group.velden.add(argumenten.length === 0 ? coordinaat : `${coordinaat}(${argumenten.join(',')})`);
      group.vragen.add(bewijs);
    }
  }

  /** What weighs most first. */
  of(nu: Verandering['nu']): Veranderingsgroep[] {
    return [...this.groups]
      .filter(([, group]) => group.nu === nu)
      .map(([key, group]) => ({
        key,
        group: { ...group, velden: [...group.velden].sort(), vragen: group.vragen.size },
      }))
      .sort((a, b) => b.group.vragen - a.group.vragen || (a.key < b.key ? -1 : 1))
      .map(({ group }) => group);
  }
}
