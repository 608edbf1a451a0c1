import type { Besluit } from '../../../schema/domain/besluit';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Doel } from '../../../schema/domain/doel';
import type { Fase } from '../../../schema/domain/fase';
import type { Gegevenscatalogus } from '../../../schema/domain/gegevenscategorie';
import type { Kader } from '../../../schema/domain/kader';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import type { Rol } from '../../../schema/domain/rol';
import { decideCategorie } from '../../decide/decideCategorie';
import type { Situatie } from '../../decide/situatie';
import { type Ontvanger, listOntvangers } from './ontvanger';

/** What is asked: one convenant, for one doel, in one fase and kader; `rol` is that of the seats of the parties. */
export interface Matrixvraag {
  readonly convenant: Convenant;
  readonly doel: Doel;
  readonly fase: Fase;
  readonly kader: Kader;
  readonly rol: Rol;
}

/** One cell: may this receiver have this category, from whom, under which article. */
export interface Cel {
  readonly categorie: string;
  readonly label: string;
  readonly ontvanger: string;
  readonly besluit: Besluit['uitkomst'];
  readonly artikel: string | null;
  readonly beperkingen: readonly string[];
  readonly reden: string | null;
  /** Per supplier (partner id); several of one supplier are alternatives. */
  readonly toekenningen: readonly {
    readonly van: string;
    readonly eigen: boolean;
    readonly artikel: string;
    readonly beperkingen: readonly string[];
  }[];
}

/**
 * Decides every category for every receiver by the rules of the live hub, in a running, confirmed casus. What is about
 * the requester himself is left out: it needs no casus and no convenant.
 */
export async function decideMatrix(
  vraag: Matrixvraag,
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
): Promise<Cel[]> {
  const ids = new Map([...partners.values()].map(({ id, oin }) => [oin, id]));
  const ontvangers = listOntvangers(vraag.convenant, partners, vraag.rol);
  const cellen: Cel[] = [];
  for (const categorie of catalogus.values()) {
    if (categorie.betreft === 'ZELF') continue;
    for (const ontvanger of ontvangers) {
      const besluit = await decideCategorie(situatieOf(vraag, ontvanger), categorie, partners);
      const { naam, label } = categorie;
      cellen.push({ categorie: naam, label, ontvanger: ontvanger.naam, ...cellOf(besluit, ids) });
    }
  }
  return cellen;
}

function situatieOf({ convenant, doel, fase, kader }: Matrixvraag, { partner, rol }: Ontvanger): Situatie {
  return {
    ontvanger: partner,
    rol,
    doel,
    casus: { fase, kader, status: 'LOPEND', bevestigd: true, tafel: [] },
    convenant,
    aangewezen: true,
  };
}

function cellOf(besluit: Besluit, ids: ReadonlyMap<string, string>): Omit<Cel, 'categorie' | 'label' | 'ontvanger'> {
  const granted = besluit.uitkomst === 'ALLOW' ? besluit.toekenningen : [];
  const refused = besluit.uitkomst === 'DENY' ? besluit : null;
  return {
    besluit: besluit.uitkomst,
    artikel: [...new Set(granted.map(({ artikel }) => artikel))].join('; ') || (refused?.artikel ?? null),
    beperkingen: [...new Set(granted.flatMap(({ beperkingen }) => beperkingen))].sort(),
    reden: refused?.reden ?? null,
    toekenningen: granted.map(({ bronhouder, eigen, artikel, beperkingen }) => {
      return { van: ids.get(bronhouder) ?? bronhouder, eigen, artikel, beperkingen };
    }),
  };
}
