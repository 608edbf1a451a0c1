import { and } from 'graphql-shield';
import type { GraphQLResolveInfo } from 'graphql';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import { doelGedekt } from './rules/doelGedekt';
import { ontvangerGedekt } from './rules/ontvangerGedekt';
import { rolGedekt } from './rules/rolGedekt';
import type { Situatie } from './situatie';

const reached = and(ontvangerGedekt, rolGedekt, doelGedekt);

/** Whether any verstrekking of the convenant reaches this receiver for this doel; by the same rules as each decision. */
export async function isCovered(
  situatie: Pick<Situatie, 'ontvanger' | 'rol' | 'doel' | 'convenant'>,
  catalogus: Gegevenscatalogus,
): Promise<boolean> {
  const { convenant, doel } = situatie;
  if (!convenant.doelen.includes(doel)) return false;
  for (const verstrekking of convenant.verstrekkingen) {
    const categorie = catalogus.get(verstrekking.gegevens[0] ?? '');
    const vraag = { situatie, categorie, bron: null, verstrekking, _shield: { cache: {} } };
    const answer: unknown = await reached.resolve(
      {},
      {},
      vraag,
      {} as GraphQLResolveInfo,
      {
        debug: true,
      } as Parameters<typeof reached.resolve>[4],
    );
    if (answer === true) return true;
  }
  return false;
}
