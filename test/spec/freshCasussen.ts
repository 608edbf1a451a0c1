import type { World } from '../../subgraphs/kit/synthetic/world';

/** Who sits at a fresh casus: its procesregisseur, and who reported it. */
export const REGISSEUR = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' } as const;
export const MELDER = { partner: 'politie-oost-nederland', medewerker: 'm-politie-3' } as const;

/** A world with casussen that were just reported, about the persons of its first one. Confirmed by nobody. */
export function withFreshCasussen(world: World, count: number): World {
  const { municipality } = world;
  const [first] = municipality.casussen;
  if (first === undefined) throw new Error('a world without a casus');
  const ids = Array.from({ length: count }, (_, n) => `vers-${String(n).padStart(4, '0')}`);
  const since = { van: '2026-01-01', tot: null, vervangt: null };
  const casussen = ids.map((id) => {
    return { ...first, id, kenmerk: id, fase: 'AANMELDING' as const, kader: 'DRANG' as const, bevestigdDoor: [] };
  });
  const zetels = ids.flatMap((casus) => [
    { casus, ...REGISSEUR, rol: 'PROCESREGISSEUR' as const, ...since },
    { casus, ...MELDER, rol: 'MELDER' as const, ...since },
  ]);
  const persons = municipality.betrokkenheden.filter(({ casus }) => casus === first.id);
  const betrokkenheden = ids.flatMap((casus) => persons.map((one) => ({ ...one, casus })));
  return {
    ...world,
    municipality: {
      ...municipality,
      casussen: [...municipality.casussen, ...casussen],
      zetels: [...municipality.zetels, ...zetels],
      betrokkenheden: [...municipality.betrokkenheden, ...betrokkenheden],
    },
  };
}
