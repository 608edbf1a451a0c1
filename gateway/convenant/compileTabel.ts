import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import type { Convenant, Verstrekking } from '../../schema/domain/convenant';
import type { Gegevenscatalogus, Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartner, Ketenpartners } from '../../schema/domain/ketenpartner';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import type { Regime } from '../../schema/domain/regime';
import { VLOEREN } from './floor/vloeren';

/**
 * Everything that decides: what each coordinate is labelled with, what each category demands, who takes part, and what
 * each convenant grants per category. This is what parties sign and what every decision names by its digest, so that
 * relabelling a field is seen like any other opening.
 */
export interface Coordinatentabel {
  readonly coordinaten: Readonly<Record<string, Omit<Coordinaatlabel, 'coordinaat'>>>;
  readonly gegevens: Readonly<Record<string, Omit<Gegevenscategorie, 'naam' | 'label'>>>;
  readonly partners: Readonly<
    Record<string, Omit<Ketenpartner, 'id' | 'naam' | 'sleutel' | 'stapsleutels' | 'uitgever'>>
  >;
  /** The rules under each regime that no convenant can set aside: name and article. */
  readonly vloer: Readonly<Record<Regime, Readonly<Record<string, string>>>>;
  readonly convenanten: readonly (Omit<Convenant, 'titel' | 'verstrekkingen' | 'getekend'> & {
    readonly gegevens: Readonly<Record<string, readonly Omit<Verstrekking, 'gegevens'>[]>>;
  })[];
}

export function compileTabel(
  labels: ReadonlyMap<string, Coordinaatlabel>,
  catalogus: Gegevenscatalogus,
  partners: Ketenpartners,
  convenanten: readonly Convenant[],
): { readonly tabel: Coordinatentabel; readonly digest: string } {
  const tabel: Coordinatentabel = {
    coordinaten: Object.fromEntries([...labels].map(([naam, { coordinaat: _, ...label }]) => [naam, label])),
    gegevens: Object.fromEntries(
      [...catalogus].map(([naam, { naam: _n, label: _l, ...categorie }]) => [naam, categorie]),
    ),
    partners: Object.fromEntries(
      [...partners].map(([id, { id: _i, naam: _n, sleutel: _s, stapsleutels: _t, uitgever: _u, ...partner }]) => [
        id,
        partner,
      ]),
    ),
    vloer: { WGS: articles(VLOEREN.WGS), EIGEN_WET: articles(VLOEREN.EIGEN_WET) },
    convenanten: convenanten.map(({ titel: _t, getekend: _g, verstrekkingen, ...convenant }) => ({
      ...convenant,
      gegevens: perCategorie(verstrekkingen),
    })),
  };
  return { tabel, digest: createHash('sha256').update(stringify(tabel)).digest('hex') };
}

function articles(vloer: (typeof VLOEREN)[Regime]): Record<string, string> {
  return Object.fromEntries(Object.entries(vloer).map(([naam, { artikel }]) => [naam, artikel]));
}

function perCategorie(verstrekkingen: readonly Verstrekking[]): Record<string, Omit<Verstrekking, 'gegevens'>[]> {
  const cells: Record<string, Omit<Verstrekking, 'gegevens'>[]> = {};
  for (const { gegevens, ...verstrekking } of verstrekkingen) {
    for (const naam of gegevens) (cells[naam] ??= []).push(verstrekking);
  }
  return cells;
}
