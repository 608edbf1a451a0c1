import type { Doel } from '../../../schema/domain/doel';
import { DOELEN_WGS } from '../../../schema/domain/doel';
import type { Cast, Casusplan } from './casusplan';
import { seatsOn } from './casusplan';
import { PEILDATUM } from './days';
import { oinOf, soortOf, type Draft } from './draft';
import type { Grond } from './world';

/** Categories of a hoofdbetrokkene that fall under medical secrecy. */
export const GROND_HOOFDBETROKKENE = [
  'zorg.bekend',
  'zorg.trajecten',
  'zorg.behandelstatus',
  'zorg.diagnosen',
  'zorg.crisis',
  'zorg.crisisinhoud',
  'zorg.risico',
  'zorg.advies',
] as const;
export const GROND_KRINGLID = ['zorg.kringbekend'] as const;

/** Kinds of institution under medical secrecy; Veilig Thuis has a statutory duty of its own. */
const MEDISCH = ['GGZ', 'VERSLAVINGSZORG', 'GGD'];

interface Grondwens {
  readonly persoon: string;
  readonly partner: string;
  readonly soort: Grond['soort'];
  readonly ontvangers: readonly string[];
  readonly categorieen: readonly string[];
  readonly doelen?: readonly Doel[];
  readonly van?: string;
  readonly tot?: string;
  readonly ingetrokkenOp?: string;
}

export function addGrond(draft: Draft, wish: Grondwens): void {
  draft.care.gronden.push({
    id: draft.random.id('grond'),
    persoon: wish.persoon,
    bronhouder: oinOf(draft, wish.partner),
    soort: wish.soort,
    ontvangers: wish.ontvangers,
    categorieen: wish.categorieen,
    doelen: wish.doelen ?? DOELEN_WGS,
    van: wish.van ?? '2026-02-01',
    tot: wish.tot ?? '2030-01-01',
    ingetrokkenOp: wish.ingetrokkenOp ?? null,
  });
}

/** Grounds for a casus by chance: most valid, some expired or withdrawn, and some persons without any. */
export function addGronden(draft: Draft, plan: Casusplan, cast: Cast): void {
  const partners = [...new Set(seatsOn(plan, PEILDATUM).map((zetel) => zetel.partner))];
  for (const persoon of cast.hoofdbetrokkenen) addFor(draft, plan, persoon, partners, GROND_HOOFDBETROKKENE);
  for (const persoon of cast.kringleden) addFor(draft, plan, persoon, partners, GROND_KRINGLID);
}

function addFor(
  draft: Draft,
  plan: Casusplan,
  persoon: string,
  partners: readonly string[],
  categorieen: readonly string[],
): void {
  const { random } = draft;
  for (const partner of draft.zorgVan.get(persoon) ?? []) {
    const others = partners.filter((one) => one !== partner);
    if (!MEDISCH.includes(soortOf(draft, partner)) || others.length === 0 || random.chance(0.3)) continue;
    const fate = random.pick(['geldig', 'geldig', 'geldig', 'verlopen', 'ingetrokken'] as const);
    addGrond(draft, {
      persoon,
      partner,
      soort: random.pick(['TOESTEMMING', 'TOESTEMMING', 'GOED_HULPVERLENERSCHAP', 'WETTELIJKE_PLICHT']),
      ontvangers: random.some(others, random.int(1, others.length)),
      categorieen: random.some(categorieen, random.int(Math.ceil(categorieen.length / 2), categorieen.length)),
      doelen: [...new Set([...DOELEN_WGS.filter((doel) => doel === plan.doel || random.chance(0.5)), plan.doel])],
      ...(fate === 'verlopen' ? { van: '2025-02-01', tot: '2026-04-01' } : {}),
      ...(fate === 'ingetrokken' ? { ingetrokkenOp: random.day('2026-03-01', '2026-09-01') } : {}),
    });
  }
}
