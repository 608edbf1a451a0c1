import type { Dispatcher } from 'undici';
import type { Subgraaf } from '../../../../schema/domain/subgraaf';
import { unusable } from '../../ended';
import { either } from '../../tellBlok';
import { type Antwoord, Bron, GeenAntwoord, isObject } from '../bron/Bron';
import type { Proefsleutel } from '../bron/proefsleutel';
import { signVerklaring } from '../bron/signVerklaring';
import { goedeVraag } from '../regels/verklaring';
import { readSdl } from '../sdl/readSdl';
import { willekeurigId } from './kijker';

/**
 * The source at an address: the one named, or else the one whose statement it answers. Throws Ended when nothing that
 * speaks GraphQL is there, or what is there answers none of the statements.
 */
export async function findSubgraaf(
  url: URL,
  candidates: readonly Subgraaf[],
  sleutel: Proefsleutel,
  geduld: number,
  wegen: Dispatcher,
): Promise<Bron> {
  const refused: Antwoord[] = [];
  for (const subgraaf of candidates) {
    const bron = new Bron(url, subgraaf, sleutel, geduld, wegen);
    const antwoord = await askFirst(bron);
    if (antwoord.data !== null) return bron;
    refused.push(antwoord);
  }
  const [een] = refused;
  if (een === undefined || !isGraphql(een))
    throw unusable(`Op ${url.origin}${url.pathname} antwoordt niets dat GraphQL is (${String(een?.status ?? '')}).`);
  throw unusable(
    `De bron weigert een geldige verklaring (${String(een.status)}). Kent zij de sleutel ${sleutel.kid}, heet zij ` +
      `${either(candidates)}, en loopt haar klok gelijk${clockOf(een)}?`,
  );
}

/** How far the clock of the source is off, if that is far enough to refuse what is good. */
function clockOf({ klok }: Antwoord): string {
  return klok === null || Math.abs(klok) < 3 ? '' : ` (nu ${String(klok)} s verschil)`;
}

async function askFirst(bron: Bron): Promise<Antwoord> {
  const goed = goedeVraag({ bron, schema: readSdl(bron.subgraaf), casus: willekeurigId() });
  const { sleutel, delegatie, lichaam } = goed;
  try {
    return await bron.stuur({ lichaam, verklaring: signVerklaring(sleutel, delegatie, lichaam) });
  } catch (fout) {
    if (!(fout instanceof GeenAntwoord)) throw fout;
    throw unusable(`Op ${bron.url.origin}${bron.url.pathname} antwoordt niemand; loopt de bron?`);
  }
}

function isGraphql({ json }: Antwoord): boolean {
  return isObject(json) && ('data' in json || 'errors' in json);
}
