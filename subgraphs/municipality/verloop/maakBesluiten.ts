import { createHash } from 'node:crypto';
import type { Zetel } from '../../../schema/domain/casusfeiten';
import { type Rolduur } from '../../../schema/verloop/aanwijzingsbesluit';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import type { Tekenaar } from '../../kit';
import { groupBy } from '../../kit/synthetic/groupBy';
import type { MunicipalityDB } from '../source/MunicipalityDB';

/** For what partners have designated their medewerkers, as they would sign it; for the demo, which signs for them. */
export function maakBesluiten(
  aanwijzingen: readonly (Zetel & Rolduur)[],
  teken: Tekenaar,
): MunicipalityDB['aanwijzingsbesluiten'][] {
  const ofEach = groupBy(aanwijzingen, ({ partner, medewerker }) => `${partner} ${medewerker}`);
  return [...ofEach.values()].flatMap((own) => {
    const [one] = own;
    if (one === undefined) return [];
    const { partner, medewerker } = one;
    const rollen = own.map(({ rol, van, tot }) => ({ rol, van, tot }));
    const sleutel = createHash('sha256').update(`${partner} ${medewerker}`).digest('hex').slice(0, 32);
    const tekst = textOfBesluit({ partner, medewerker, nr: 1, sleutel, rollen });
    return [{ partner, medewerker, nr: 1, tekst, handtekening: teken('aanwijzing+jws', tekst) }];
  });
}
