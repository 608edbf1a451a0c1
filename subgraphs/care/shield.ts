import { and, rule } from 'graphql-shield';
import { readGegevenscatalogus } from '../../schema/catalogus';
import type { Delegatie, Verlening } from '../../schema/domain/delegatie';
import type { PartnerLock } from '../kit';
import { SOORT_VAN_OIN } from './ketenpartners';
import type { CareContext } from './resolvers/CareContext';

const CATALOGUS = readGegevenscatalogus();

/** Care data goes to a named casus and a named doel only, whatever the hub says (WGS 2.25). */
const binnenCasus = rule('binnenCasus', { cache: 'no_cache' })(
  (_parent, _args, { delegatie }: CareContext) => delegatie.casus !== null && delegatie.doel !== null,
);

/**
 * Medical secrecy does not rest on the hub (BW 7:457; WGS 2.29(2)): what a delegation grants of treatment providers
 * without asking for a ground is not believed, nor anything else in that delegation.
 */
const beroepsgeheim = rule('beroepsgeheim', { cache: 'no_cache' })((_parent, _args, { delegatie }: CareContext) =>
  delegatie.verleningen.every((verlening) => isGedekt(verlening, delegatie)),
);

function isGedekt({ categorie, bronhouder, eigen, beperkingen }: Verlening, { oin }: Delegatie): boolean {
  if (eigen) return bronhouder === oin;
  const grond = CATALOGUS.get(categorie)?.grond ?? [];
  const soort = SOORT_VAN_OIN.get(bronhouder);
  const nodig = grond.length > 0 && (soort === undefined || grond.includes(soort));
  return !nodig || beperkingen.includes('MET_GROND');
}

const zorg = and(binnenCasus, beroepsgeheim);

/** The rules of the care providers themselves, on top of the labels. */
export const lock: PartnerLock = {
  Hoofdbetrokkene: {
    bekendBijZorg: zorg,
    trajecten: zorg,
    diagnosen: zorg,
    crisiscontacten: zorg,
    veiligThuisMeldingen: zorg,
    risicotaxaties: zorg,
    veiligheidsbeeld: zorg,
    huisbezoek: zorg,
  },
  Kringlid: { bekendBijZorg: zorg },
  Casus: { zorgadviezen: zorg },
  // Also asked by its key, past the casus.
  Zorgadvies: { bronhouder: zorg, datum: zorg, strekking: zorg, advies: zorg },
};
