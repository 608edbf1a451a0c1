import { randomBytes, randomInt } from 'node:crypto';
import type { Beperking } from '../../../../schema/domain/beperking';
import type { Delegatie, Verlening } from '../../../../schema/domain/delegatie';
import type { Ketenpartner } from '../../../../schema/domain/ketenpartner';
import type { Proefgrond } from './Proef';

/** As who is asked. */
export type Kijker = Pick<Ketenpartner, 'id' | 'oin' | 'werkgebied'>;

/** An id that nobody has. */
export function willekeurigId(): string {
  return randomBytes(16).toString('hex');
}

/** An OIN of nobody. */
export function willekeurigOin(): string {
  return `00000099${String(randomInt(1e11)).padStart(12, '9')}`;
}

/**
 * Somebody whom no source knows, who works nowhere. No record was ever released to him, no ground names him and no actie
 * is his: whatever the beperking, of what it is on he sees nothing.
 */
export const NIEMAND: Kijker = { id: `onbekend-${willekeurigId()}`, oin: willekeurigOin(), werkgebied: [] };

export function delegatieVoor(
  { bron: { subgraaf }, casus }: Pick<Proefgrond, 'bron' | 'casus'>,
  { id: partner, oin, werkgebied }: Kijker,
  verleningen: readonly Verlening[],
): Delegatie {
  return {
    subgraaf,
    partner,
    oin,
    medewerker: 'm-proef-1',
    werkgebied,
    rol: 'DEELNEMER',
    doel: 'ZORG_EN_HULPVERLENING',
    casus,
    doorgegevenAan: [],
    verleningen,
  };
}

/**
 * All that the SDL is labelled with, of everybody who may supply it, under these beperkingen. Medical secrecy asks for its
 * ground besides, unless it is his own: a source need not believe a statement without it.
 */
export function verleenAlles(grond: Proefgrond, { oin }: Kijker, beperkingen: readonly Beperking[] = []): Verlening[] {
  return grond.schema.categorieen.flatMap((categorie) => {
    const { bronnen = [], dossier = false } = grond.catalogus.get(categorie) ?? {};
    return [...grond.partners.values()]
      .filter(({ soort }) => bronnen.includes(soort))
      .map(({ oin: bronhouder }) => {
        const one = { categorie, bronhouder, eigen: bronhouder === oin && !dossier, beperkingen };
        return one.eigen ? one : metGrond(grond, one);
      });
  });
}

/** The same, with what medical secrecy asks of this bronhouder; of whom nobody knows, it asks it as well. */
export function metGrond({ catalogus, partners }: Proefgrond, verlening: Verlening): Verlening {
  const { categorie, bronhouder, beperkingen } = verlening;
  const { grond = [] } = catalogus.get(categorie) ?? {};
  const soort = [...partners.values()].find(({ oin }) => oin === bronhouder)?.soort;
  const asks = grond.length > 0 && (soort === undefined || grond.includes(soort));
  return { ...verlening, beperkingen: asks ? [...new Set<Beperking>([...beperkingen, 'MET_GROND'])] : beperkingen };
}
