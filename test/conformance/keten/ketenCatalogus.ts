import type { Gegevenscatalogus, Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import { CATEGORIEEN, bronVan } from './tabel';

/** Every category of the chain in miniature is of the dossier: of whom it tells is not what is tested here. */
export function ketenCatalogus(): Gegevenscatalogus {
  const rest = { wgs: null, betreft: 'CASUS', bronnen: [], gevoeligheid: 'BASIS', vrijgave: false, grond: [] } as const;
  return new Map(
    CATEGORIEEN.map((naam): [string, Gegevenscategorie] => [
      naam,
      { naam, label: naam, subgraaf: bronVan(naam), dossier: true, ...rest },
    ]),
  );
}
