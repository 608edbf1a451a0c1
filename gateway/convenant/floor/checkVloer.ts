import type { Convenant } from '../../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import { WGS_VAN_SOORT } from '../../../schema/wgsVanSoort';
import type { Bevinding } from '../bevinding';
import { soortVan } from '../soortVan';
import { afsluiting } from './afsluiting';
import { bsn } from './bsn';
import { buitenDeWet } from './buitenDeWet';
import { doeltoets } from './doeltoets';
import { eigenZetel } from './eigenZetel';
import { justitielegegevens } from './justitielegegevens';
import { kring } from './kring';
import { medischGeheim } from './medischGeheim';
import { politiegegevens } from './politiegegevens';
import { privaat } from './privaat';
import { professional } from './professional';
import type { Kant, Vloerregel } from './vloerregel';
import { wettelijkeCategorie } from './wettelijkeCategorie';

/** The floor of each regime. Other chains stand on other grounds; theirs would be a list beside this one. */
const VLOEREN: Readonly<Record<Convenant['regime'], readonly Vloerregel[]>> = {
  WGS: [
    afsluiting,
    buitenDeWet,
    privaat,
    doeltoets,
    politiegegevens,
    justitielegegevens,
    medischGeheim,
    bsn,
    kring,
    professional,
    eigenZetel,
    wettelijkeCategorie,
  ],
};

/** Everything in a convenant that the law under it forbids. A convenant can narrow what the act allows, never widen it. */
export function checkVloer(
  convenant: Convenant,
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
): readonly Bevinding[] {
  const kant = (naam: string): Kant => {
    const soort = soortVan(naam, partners);
    return { naam, soort, wgs: soort === null ? null : WGS_VAN_SOORT[soort] };
  };
  const partijen = convenant.partijen.flatMap((partij, plek): Bevinding[] =>
    kant(partij).wgs === 'BUITEN'
      ? [{ pad: ['partijen', plek], melding: `"${partij}" staat buiten de wet en kan geen partij zijn (WGS 2.27)` }]
      : [],
  );
  const verstrekkingen = convenant.verstrekkingen.flatMap((verstrekking, index) => {
    const invoer = {
      convenant,
      verstrekking,
      gegevens: verstrekking.gegevens.flatMap((naam) => catalogus.get(naam) ?? []),
      van: verstrekking.van.map(kant),
      aan: verstrekking.aan.map(kant),
    };
    return VLOEREN[convenant.regime].flatMap((regel) =>
      regel.toets(invoer).map(({ sleutel, plek, melding }): Bevinding => ({
        pad: ['verstrekkingen', index, sleutel, ...(plek === null ? [] : [plek])],
        melding: `verstrekking ${verstrekking.nr}: ${melding} (${regel.artikel})`,
      })),
    );
  });
  return [...partijen, ...verstrekkingen];
}
