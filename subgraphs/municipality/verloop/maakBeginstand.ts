import {
  type Beginstand,
  type Zetelduur,
  digestOfBegin,
  ondertekenaars,
  textOfBegin,
} from '../../../schema/verloop/beginstand';
import type { Tekenaar } from '../../kit';
import type { MunicipalityDB } from '../source/MunicipalityDB';

/** How a casus stands, as its partners would sign it; for the demo, which signs for them. */
export function maakBeginstand(
  casus: Omit<Beginstand, 'casus' | 'zetels' | 'dag'> & { readonly id: string },
  zetels: readonly Zetelduur[],
  dag: string,
  teken: Tekenaar,
): MunicipalityDB['beginstanden'] {
  const { id, nr, doel, fase, kader, status, gemeente, convenant, regie, bevestigdDoor } = casus;
  const begin: Beginstand = {
    ...{ casus: id, nr, dag, doel, fase, kader, status, gemeente, convenant, regie, bevestigdDoor },
    zetels: zetels.map(({ partner, medewerker, rol, van, tot }) => ({ partner, medewerker, rol, van, tot })),
  };
  const tekst = textOfBegin(begin);
  const signed = ondertekenaars(begin).map((partner) => [partner, teken('beginstand+jws', tekst)]);
  return {
    casus: id,
    digest: digestOfBegin(tekst),
    tekst,
    handtekeningen: JSON.stringify(Object.fromEntries(signed)),
  };
}
