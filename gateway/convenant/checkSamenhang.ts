import type { Convenant, Verstrekking } from '../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { WGS_VAN_SOORT } from '../../schema/wgsVanSoort';
import type { Bevinding } from './bevinding';
import { KETENROLLEN } from '../../schema/domain/ketenrol';
import { soortVan } from './soortVan';

/** Whether the parts of a convenant fit each other, the catalogue and the parties. The law is another matter: floor/. */
export function checkSamenhang(
  convenant: Convenant,
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
): readonly Bevinding[] {
  const bevindingen: Bevinding[] = [];
  if (convenant.van >= convenant.tot) {
    bevindingen.push({ pad: ['geldig', 'tot'], melding: `tot (${convenant.tot}) ligt niet na van (${convenant.van})` });
  }
  const nummers = new Set<number>();
  convenant.verstrekkingen.forEach((v, index) => {
    const fout = (sleutel: keyof Verstrekking, plek: number | null, melding: string): void => {
      const pad = ['verstrekkingen', index, sleutel, ...(plek === null ? [] : [plek])];
      bevindingen.push({ pad, melding: `verstrekking ${v.nr}: ${melding}` });
    };
    if (nummers.has(v.nr)) fout('nr', null, 'dit nummer staat er twee keer');
    nummers.add(v.nr);
    v.doelen.forEach((doel, i) => {
      if (!convenant.doelen.includes(doel)) fout('doelen', i, `${doel} is geen doel van dit convenant`);
    });
    for (const kant of ['van', 'aan'] as const) {
      v[kant].forEach((naam, i) => {
        const ontbreekt = geenPartij(naam, convenant, partners);
        if (ontbreekt !== null) fout(kant, i, ontbreekt);
      });
    }
    v.van.forEach((naam, i) => {
      const soort = soortVan(naam, partners);
      for (const gegeven of v.gegevens) {
        const bronnen = catalogus.get(gegeven)?.bronnen ?? [];
        if (soort !== null && !bronnen.includes(soort)) {
          fout('van', i, `${naam} kan "${gegeven}" niet verstrekken; verwacht ${bronnen.join(' of ')}`);
        }
      }
    });
    if (v.rollen !== null && v.aan.every((naam) => isKetenrol(naam))) {
      fout('rollen', null, 'rollen gelden alleen voor partners, en hier ontvangen alleen ketenrollen');
    }
  });
  return bevindingen;
}

function geenPartij(naam: string, convenant: Convenant, partners: Ketenpartners): string | null {
  if (isKetenrol(naam)) return null;
  if (partners.has(naam))
    return convenant.partijen.includes(naam) ? null : `"${naam}" is geen partij van dit convenant`;
  const soort = soortVan(naam, partners);
  // Of kinds outside the act the floor says so.
  if (soort === null || WGS_VAN_SOORT[soort] === 'BUITEN') return null;
  return convenant.partijen.some((partij) => partners.get(partij)?.soort === soort)
    ? null
    : `geen enkele partij van dit convenant is ${soort}`;
}

function isKetenrol(naam: string): boolean {
  return KETENROLLEN.some((rol) => rol === naam);
}
