import { ontvangerVan } from '../../../schema/domain/ketenrol';
import type { Rijregel } from './Rijregel';

/**
 * Medical secrecy: a ground is on record for this person and this bronhouder, for these receivers, this category and
 * this doel, in force today and not withdrawn (WGS 2.29(2); BW 7:457).
 */
export const metGrond: Rijregel = (rij, { categorie, delegatie, vandaag }) =>
  (rij.gronden ?? []).some(
    (grond) =>
      grond.persoon === rij.persoon &&
      grond.bronhouder === rij.bronhouder &&
      grond.ingetrokkenOp === null &&
      grond.van <= vandaag &&
      vandaag < grond.tot &&
      grond.ontvangers.includes(ontvangerVan(delegatie.partner, delegatie.rol)) &&
      grond.categorieen.includes(categorie) &&
      delegatie.doel !== null &&
      grond.doelen.includes(delegatie.doel),
  );
