import type { Convenant } from '../../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import { WGS_VAN_SOORT } from '../../../schema/wgsVanSoort';
import type { Bevinding } from '../bevinding';
import { soortVan } from '../soortVan';
import { VLOEREN } from './vloeren';
import type { Kant, Vloer } from './vloerregel';

/** Everything in a convenant that the law under it forbids. A convenant can narrow what the act allows, never widen it. */
export function checkVloer(
  convenant: Convenant,
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
  vloer: Vloer = VLOEREN[convenant.regime],
): readonly Bevinding[] {
  const kant = (naam: string): Kant => {
    const soort = soortVan(naam, partners);
    return { naam, soort, wgs: soort === null ? null : WGS_VAN_SOORT[soort] };
  };
  const regels = Object.values(vloer);
  const geheel = regels.flatMap((regel) =>
    !('toetsGeheel' in regel)
      ? []
      : regel.toetsGeheel(convenant, convenant.partijen.map(kant)).map(({ sleutel, plek, melding }): Bevinding => ({
          pad: [sleutel, ...(plek === null ? [] : [plek])],
          melding: `${melding} (${regel.artikel})`,
        })),
  );
  const verstrekkingen = convenant.verstrekkingen.flatMap((verstrekking, index) => {
    const invoer = {
      convenant,
      verstrekking,
      gegevens: verstrekking.gegevens.flatMap((naam) => catalogus.get(naam) ?? []),
      van: verstrekking.van.map(kant),
      aan: verstrekking.aan.map(kant),
    };
    return regels.flatMap((regel) =>
      !('toets' in regel)
        ? []
        : regel.toets(invoer).map(({ sleutel, plek, melding }): Bevinding => ({
            pad: ['verstrekkingen', index, sleutel, ...(plek === null ? [] : [plek])],
            melding: `verstrekking ${verstrekking.nr}: ${melding} (${regel.artikel})`,
          })),
    );
  });
  return [...geheel, ...verstrekkingen];
}
