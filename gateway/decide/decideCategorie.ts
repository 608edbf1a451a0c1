import type { GraphQLResolveInfo } from 'graphql';
import type { Besluit, Toekenning } from '../../schema/domain/besluit';
import type { Beperking } from '../../schema/domain/beperking';
import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartner, Ketenpartners } from '../../schema/domain/ketenpartner';
import type { Reden } from '../../schema/domain/reden';
import { ruleTree } from './ruleTree';
import type { Situatie, Vraag } from './situatie';
import { vragen } from './vragen';
import { Weigering } from './weigering';

/** The rules read the question only; shield wants an info that they never look at. */
const NO_INFO = {} as GraphQLResolveInfo;
/** `debug` makes shield rethrow what a rule throws: without it a fault would read as a refusal. */
const OPTIONS = { debug: true } as Parameters<typeof ruleTree.resolve>[4];

/** In the order of the tree: of several refusals the one that came closest to a grant is told. */
const NABIJHEID: readonly Reden[] = [
  'NIET_AAN_TAFEL',
  'CASUS_AFGESCHERMD',
  'GEEN_PARTIJ',
  'NIET_ONDERTEKEND',
  'GEEN_VERSTREKKING',
  'PARTNER_NIET_GEDEKT',
  'ROL_NIET_GEDEKT',
  'DOEL_NIET_GEDEKT',
  'FASE_NIET_GEDEKT',
  'KADER_NIET_GEDEKT',
  'BRON_GEEN_PARTIJ',
  'BRON_NIET_ONDERTEKEND',
  'CASUS_NIET_BEVESTIGD',
  'BRON_NIET_MELDER',
];

/**
 * Decides one category for one situation: from whom, under which article, with which beperkingen. ALLOW only when at
 * least one supplier has a complete grant; a fault in a rule makes it UNDECIDED, which denies.
 */
export async function decideCategorie(
  situatie: Situatie,
  categorie: Gegevenscategorie,
  partners: Ketenpartners,
): Promise<Besluit> {
  const categorieen = [categorie.naam];
  const toekenningen: Toekenning[] = [];
  let dichtstbij: { reden: Reden; artikel: string | null } | null = null;
  try {
    for (const vraag of vragen(situatie, categorie, partners)) {
      const { bron, verstrekking } = vraag;
      if (bron !== null && toekenningen.some((gegeven) => gegeven.eigen && gegeven.bronhouder === bron.oin)) continue;
      const antwoord: unknown = await ruleTree.resolve({}, {}, { ...vraag, _shield: { cache: {} } }, NO_INFO, OPTIONS);
      if (antwoord === true && bron !== null) {
        toekenningen.push(toekenning(vraag, bron));
      } else if (antwoord instanceof Weigering) {
        const verder = dichtstbij === null || NABIJHEID.indexOf(antwoord.reden) > NABIJHEID.indexOf(dichtstbij.reden);
        if (verder) dichtstbij = { reden: antwoord.reden, artikel: verstrekking?.artikel ?? null };
      } else {
        return { uitkomst: 'UNDECIDED', categorieen };
      }
    }
  } catch {
    return { uitkomst: 'UNDECIDED', categorieen };
  }
  if (toekenningen.length > 0) {
    const artikel = [...new Set(toekenningen.map((gegeven) => gegeven.artikel))].join('; ');
    return { uitkomst: 'ALLOW', artikel, toekenningen, categorieen };
  }
  return { uitkomst: 'DENY', ...(dichtstbij ?? { reden: 'GEEN_VERSTREKKING', artikel: null }), categorieen };
}

/** What a complete grant gives: the beperkingen of the verstrekking and those that the category itself demands. */
function toekenning({ categorie, verstrekking }: Vraag, bron: Ketenpartner): Toekenning {
  const grant = { categorie: categorie.naam, bronhouder: bron.oin };
  if (verstrekking === null) {
    return { ...grant, eigen: true, beperkingen: [], artikel: 'eigen gegevens (WGS 1.5)', voorwaarden: [] };
  }
  const beperkingen = new Set<Beperking>(verstrekking.beperkingen);
  if (categorie.vrijgave) beperkingen.add('VRIJGEGEVEN');
  if (categorie.grond.includes(bron.soort)) beperkingen.add('MET_GROND');
  return {
    ...grant,
    eigen: false,
    beperkingen: [...beperkingen].sort(),
    artikel: verstrekking.artikel,
    voorwaarden: verstrekking.voorwaarden,
  };
}
