import { readGegevenscatalogus } from '../../../schema/catalogus';
import type { Beperking } from '../../../schema/domain/beperking';
import type { Delegatie, Verlening } from '../../../schema/domain/delegatie';
import { readKetenpartners } from '../../../schema/partners';
import { delegatieVan } from '../../harness/delegatieVan';
import { POLITIE } from './smallWorld';

const catalogus = readGegevenscatalogus();
const soorten = new Map([...readKetenpartners().values()].map(({ oin, soort }) => [oin, soort]));

/** Verleningen with the beperkingen that the catalogue always adds, as the hub does. */
export function volgensCatalogus(bronhouder: string, ...categorieen: readonly string[]): Verlening[] {
  return categorieen.map((categorie) => {
    const gegeven = catalogus.get(categorie);
    const soort = soorten.get(bronhouder);
    if (gegeven === undefined || soort === undefined) throw new Error(`${categorie} or ${bronhouder} is not there`);
    const beperkingen: Beperking[] = [];
    if (gegeven.vrijgave) beperkingen.push('VRIJGEGEVEN');
    if (gegeven.grond.includes(soort)) beperkingen.push('MET_GROND');
    return { categorie, bronhouder, eigen: false, beperkingen };
  });
}

export const POLITIERISICO: Verlening = {
  categorie: 'politie.risico',
  bronhouder: POLITIE,
  eigen: false,
  beperkingen: [],
};

export const GEHEIMHOUDING: Verlening = {
  categorie: 'persoon.geheimhouding',
  bronhouder: '00000099000000000103',
  eigen: true,
  beperkingen: [],
};

/** A delegation of somebody of the gemeente, which is no care provider: nothing of care is its own. */
export function asGemeente(verleningen: readonly Verlening[], changes: Partial<Delegatie> = {}): Delegatie {
  return delegatieVan({
    subgraaf: 'care',
    partner: 'gemeente-zwolle',
    oin: '00000099000000000103',
    verleningen,
    ...changes,
  });
}
