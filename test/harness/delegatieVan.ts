import type { Delegatie, Verlening } from '../../schema/domain/delegatie';

/** Verleningen of these categories by one bronhouder, without conditions. */
export function verleend(bronhouder: string, ...categorieen: readonly string[]): Verlening[] {
  return categorieen.map((categorie) => ({ categorie, bronhouder, eigen: false, beperkingen: [] }));
}

/** A delegation of somebody of Dimence in casus-1; a test changes what it is about. */
export function delegatieVan(changes: Partial<Delegatie>): Delegatie {
  return {
    subgraaf: 'police',
    partner: 'dimence',
    oin: '00000099000000002000',
    medewerker: 'm-1',
    werkgebied: ['Zwolle'],
    rol: 'DEELNEMER',
    doel: 'ZORG_EN_HULPVERLENING',
    casus: 'casus-1',
    doorgegevenAan: [],
    verleningen: [],
    ...changes,
  };
}
