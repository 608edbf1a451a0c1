import type { Zetel } from '../schema/domain/casusfeiten';
import { FASEN, type Fase } from '../schema/domain/fase';
import type { Casusstand } from '../schema/verloop/casusstand';
import type { Stap } from '../schema/verloop/stap';
import { type Stapgrond, zetStap } from '../schema/verloop/zetStap';

const REGIE: Zetel = { partner: 'gemeente', medewerker: 'm-1', rol: 'PROCESREGISSEUR' };
const POLITIE: Zetel = { partner: 'politie', medewerker: 'm-2', rol: 'DEELNEMER' };
/** Everybody is public, and designated in all. */
const GROND: Stapgrond = { wgsOf: () => 'PUBLIEK', isAangewezen: () => true };

const zetel = { zetelPartner: POLITIE.partner, zetelMedewerker: POLITIE.medewerker };
const toets = { stap: 'DOELTOETSEN', criteria: ['een'], toelichting: '' } as const;
const TRIED: readonly (readonly [wie: Zetel, label: string, stap: Stap])[] = [
  [POLITIE, 'BEVESTIGEN', { stap: 'BEVESTIGEN' }],
  [REGIE, 'DOELTOETSEN positief', { ...toets, positief: true }],
  [REGIE, 'DOELTOETSEN negatief', { ...toets, positief: false }],
  ...FASEN.map((fase) => [REGIE, 'NAAR_FASE', { stap: 'NAAR_FASE', fase }] as const),
  [REGIE, 'WIJZIG_KADER', { stap: 'WIJZIG_KADER', kader: 'DWANG' }],
  [REGIE, 'PLAATS_GEVEN', { stap: 'PLAATS_GEVEN', zetelPartner: 'om', zetelMedewerker: 'm-3', rol: 'DEELNEMER' }],
  [REGIE, 'VERLATEN', { stap: 'VERLATEN', ...zetel }],
  [REGIE, 'VERVANGEN', { stap: 'VERVANGEN', ...zetel, door: 'm-4' }],
  [REGIE, 'AFSCHERMEN', { stap: 'AFSCHERMEN' }],
];

/** The state machine as a diagram: every stap tried in every fase, drawn where it leads. */
export function drawVerloop(): string {
  const lines = new Map<string, string[]>();
  for (const fase of FASEN) {
    for (const [wie, label, stap] of TRIED) {
      const to = after(fase, wie, stap);
      if (to === null) continue;
      const way = `${fase} --> ${to}`;
      lines.set(way, [...(lines.get(way) ?? []), label]);
    }
  }
  const drawn = [...lines].map(([way, labels]) => `  ${way}: ${labels.join(', ')}`);
  return ['stateDiagram-v2', '  [*] --> AANMELDING', ...drawn, '  AFGESCHERMD --> [*]', '  AFGEWEZEN --> [*]'].join(
    '\n',
  );
}

/** Where a stap leads, in a casus that is confirmed or, if it can't be taken in that, in one that is not. */
function after(fase: Fase, { partner, medewerker }: Zetel, stap: Stap): string | null {
  for (const bevestigdDoor of [['gemeente', 'om'], []]) {
    const stand: Casusstand = { fase, kader: 'DRANG', status: 'LOPEND', bevestigdDoor, tafel: [REGIE, POLITIE] };
    const next = zetStap(stand, { partner, medewerker }, stap, GROND);
    if (typeof next !== 'string') return next.status === 'LOPEND' ? next.fase : next.status;
  }
  return null;
}
