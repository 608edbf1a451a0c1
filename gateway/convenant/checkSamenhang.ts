import type { Convenant, Verstrekking } from '../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartners } from '../../schema/domain/ketenpartner';
import { magAccount } from '../../schema/magAccount';
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
    bevindingen.push({
      pad: ['geldig', 'tot'],
      melding: `tot (${convenant.tot}) ligt niet na van (${convenant.van}); verwacht een latere dag`,
    });
  }
  const nummers = new Set<number>();
  const eerder = new Map<string, number>();
  convenant.verstrekkingen.forEach((v, index) => {
    const fout = (sleutel: keyof Verstrekking, plek: number | null, melding: string): void => {
      const pad = ['verstrekkingen', index, sleutel, ...(plek === null ? [] : [plek])];
      bevindingen.push({ pad, melding: `verstrekking ${v.nr}: ${melding}` });
    };
    if (nummers.has(v.nr)) fout('nr', null, 'dit nummer staat er twee keer; geef elke verstrekking een eigen');
    nummers.add(v.nr);
    const zelfde = eerder.get(inhoudVan(v));
    if (zelfde !== undefined) {
      fout(
        'nr',
        null,
        `verleent hetzelfde als verstrekking ${zelfde}; haal een van beide weg, of wijzig wat u bedoelde`,
      );
    }
    eerder.set(inhoudVan(v), zelfde ?? v.nr);
    v.doelen.forEach((doel, i) => {
      if (!convenant.doelen.includes(doel))
        fout(
          'doelen',
          i,
          `${doel} is geen doel van dit convenant; zet het bij de doelen bovenaan, of kies uit ${convenant.doelen.join(', ')}`,
        );
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
        // What comes from nobody no convenant can give: the floor says so.
        if (soort !== null && bronnen.length > 0 && !bronnen.includes(soort)) {
          fout('van', i, `${naam} kan "${gegeven}" niet verstrekken; verwacht ${bronnen.join(' of ')}`);
        }
      }
    });
    if (v.rollen !== null && v.aan.every((naam) => isKetenrol(naam))) {
      fout('rollen', null, 'rollen gelden alleen voor partners, en hier ontvangen alleen ketenrollen; haal ze weg');
    }
  });
  return bevindingen;
}

function geenPartij(naam: string, convenant: Convenant, partners: Ketenpartners): string | null {
  if (partners.has(naam))
    return convenant.partijen.includes(naam)
      ? null
      : `"${naam}" is geen partij van dit convenant; zet hem bij de partijen, of haal hem hier weg`;
  const soort = soortVan(naam, partners);
  // A ketenrol is of no kind; of kinds that the regime leaves out the floor says so.
  if (soort === null || !magAccount(soort)) return null;
  if (convenant.regime === 'WGS' && WGS_VAN_SOORT[soort] === 'BUITEN') return null;
  return convenant.partijen.some((partij) => partners.get(partij)?.soort === soort)
    ? null
    : `geen enkele partij van dit convenant is ${soort}; zet er een bij de partijen, of haal ${soort} hier weg`;
}

/** What a verstrekking grants, whatever its number and the order of its lists. */
function inhoudVan({ nr: _, ...inhoud }: Verstrekking): string {
  return JSON.stringify(inhoud, (_sleutel, deel: unknown) =>
    Array.isArray(deel) ? (deel as readonly string[]).toSorted() : deel,
  );
}

function isKetenrol(naam: string): boolean {
  return KETENROLLEN.some((rol) => rol === naam);
}
