import { ontvangerVan } from '../../../schema/domain/ketenrol';
import type { Rijregel } from './Rijregel';

/** Only what plays in a municipality where the requester's partner works; a chain rol has no werkgebied of its own. */
export const werkgebied: Rijregel = (rij, { delegatie: { partner, rol, werkgebied: gemeenten } }) =>
  ontvangerVan(partner, rol) === partner && rij.gemeente !== undefined && gemeenten.includes(rij.gemeente);
