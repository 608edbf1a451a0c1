import { BRONBESLUITREGELS } from './bronbesluiten';
import { GEGEVENSREGELS } from './gegevens';
import { ONTHOUDREGELS } from './onthouden';
import type { Proefregel } from './Proefregel';
import { VERKLARINGREGELS } from './verklaring';
import { VERZOEKREGELS } from './verzoeken';

/** All that a source is tried on, in the order in which it is. */
export const REGELS: readonly Proefregel[] = [
  ...VERKLARINGREGELS,
  ...GEGEVENSREGELS,
  ...ONTHOUDREGELS,
  ...BRONBESLUITREGELS,
  ...VERZOEKREGELS,
];
