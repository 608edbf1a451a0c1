import type { World } from '../../../subgraphs/kit/synthetic/world';
import { unusable } from '../ended';
import type { Bronschema } from './sdl/readBronschema';
import type { Verwijzing } from './sdl/walkAntwoord';

/** What the source is said to hold. */
export interface Genoemd {
  readonly casus: string | null;
  readonly entiteiten: readonly Verwijzing[];
}

/** An entity as it is typed: "Hoofdbetrokkene:06926814ff977953a1231cd9fca38efb". Throws Ended. */
export function readEntiteit(given: string): string {
  if (!/^\w+:\S{1,200}$/.test(given)) throw unusable(`"${given}" is geen entiteit: Type:id.`);
  return given;
}

/** Splits what was typed. Throws Ended for a type that can't be asked for by its key. */
export function readGenoemd(
  { objecten }: Bronschema,
  casus: string | undefined,
  entiteiten: readonly string[] = [],
): Genoemd {
  const findable = [...objecten.values()].filter(({ vindbaar }) => vindbaar).map(({ naam }) => naam);
  const named = entiteiten.map((given) => {
    const [type = '', ...id] = given.split(':');
    if (!findable.includes(type)) throw unusable(`Deze bron heeft geen "${type}"; wel ${findable.join(', ')}.`);
    return { type, id: id.join(':') };
  });
  const own = casus !== undefined && findable.includes('Casus') ? [{ type: 'Casus', id: casus }] : [];
  return { casus: casus ?? null, entiteiten: [...own, ...named] };
}

const SOORTEN = { HOOFDBETROKKENE: 'Hoofdbetrokkene', KRINGLID: 'Kringlid', PROFESSIONAL: 'Professional' } as const;

/** The first casus of the demo, and who is in it. */
export function readDemo({ municipality }: World, { objecten }: Bronschema): Genoemd {
  const casus = municipality.casussen[0]?.id ?? '';
  const persons = municipality.betrokkenheden
    .filter((one) => one.casus === casus)
    .map(({ soort, persoon }) => ({ type: SOORTEN[soort], id: persoon }));
  const entiteiten = [{ type: 'Casus', id: casus }, ...persons].filter(({ type }) => objecten.get(type)?.vindbaar);
  return { casus, entiteiten };
}
