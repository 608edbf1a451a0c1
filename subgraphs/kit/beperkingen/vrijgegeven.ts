import { ontvangerVan } from '../../../schema/domain/ketenrol';
import type { Rijregel } from './Rijregel';

/** The bronhouder released this record, for this casus, to this partner, and did not take it back (WGS 1.5, 2.29(3)). */
export const vrijgegeven: Rijregel = (rij, { delegatie }) =>
  (rij.vrijgaven ?? []).some(
    (vrijgave) =>
      vrijgave.casus === delegatie.casus &&
      vrijgave.ingetrokkenOp === null &&
      vrijgave.ontvangers.includes(ontvangerVan(delegatie.partner, delegatie.rol)),
  );
