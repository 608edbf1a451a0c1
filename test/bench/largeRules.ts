import type { Convenant, Verstrekking } from '../../schema/domain/convenant';
import { DOELEN, type Doel } from '../../schema/domain/doel';
import { FASEN } from '../../schema/domain/fase';
import type { Gegevenscategorie } from '../../schema/domain/gegevenscategorie';
import { KADERS } from '../../schema/domain/kader';
import type { Ketenpartner } from '../../schema/domain/ketenpartner';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import { PARTNERSOORTEN } from '../../schema/domain/partnersoort';

export interface Size {
  readonly partners: number;
  readonly doelen: number;
  readonly categorieen: number;
  readonly convenanten: number;
}

/** Rules of a size that no house has: invented words, a verstrekking for each category, doel and kind of partner by turns. */
export function largeRules(size: Size) {
  const names = <T>(count: number, name: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => name(i));
  const doelen = names(size.doelen, (i) => (DOELEN[i] ?? `DOEL_${String(i)}`) as Doel);
  const soort = (i: number) => PARTNERSOORTEN[i % 12] ?? 'POLITIE';
  const hosts = ['police', 'care', 'municipality'] as const;
  const partners = new Map(
    names(size.partners, (i): [string, Ketenpartner] => [
      `partner-${String(i)}`,
      {
        id: `partner-${String(i)}`,
        oin: String(i).padStart(20, '0'),
        naam: `Partner ${String(i)}`,
        soort: soort(i),
        wgs: 'PUBLIEK',
        werkgebied: ['Zwolle'],
        subgraaf: hosts[i] ?? null,
        account: true,
        sleutel: null,
        stapsleutels: [],
        uitgever: null,
      },
    ]),
  );
  const catalogus = new Map(
    names(size.categorieen, (i): [string, Gegevenscategorie] => [
      `gegeven.c${String(i)}`,
      {
        naam: `gegeven.c${String(i)}`,
        label: 'Verzonnen',
        wgs: 1,
        subgraaf: hosts[i % 3] ?? 'care',
        betreft: 'HOOFDBETROKKENE',
        bronnen: [soort(i)],
        dossier: false,
        gevoeligheid: 'BASIS',
        vrijgave: i % 5 === 0,
        grond: [],
      },
    ]),
  );
  const categorieen = [...catalogus.keys()];
  const labels = new Map(
    categorieen.map((naam, i): [string, Coordinaatlabel] => [
      `Hoofdbetrokkene.f${String(i)}`,
      {
        coordinaat: `Hoofdbetrokkene.f${String(i)}`,
        categorieen: [naam],
        subgraaf: hosts[i % 3] ?? 'care',
        vraagt: [],
        argumenten: {},
      },
    ]),
  );
  const verstrekking = (naam: string, i: number): Verstrekking => ({
    nr: i + 1,
    gegevens: [naam],
    van: [soort(i)],
    aan: names(6, (k) => soort(i + k)),
    rollen: null,
    doelen: doelen.filter((_, k) => (i + k) % 3 > 0),
    fasen: FASEN.slice(2, 6),
    kaders: KADERS,
    beperkingen: [],
    voorwaarden: [],
    grondslag: 'WGS 2.29',
    artikel: 'WGS 2.30 lid 1 onder 1',
  });
  const convenanten = names(size.convenanten, (k): Convenant => ({
    id: `convenant-${String(k)}`,
    versie: '1',
    titel: 'Verzonnen',
    voorbeeld: true,
    regime: 'WGS',
    van: '2026-01-01',
    tot: '2031-01-01',
    doelen,
    partijen: [...partners.keys()],
    getekend: [...partners.keys()],
    verstrekkingen: categorieen.map(verstrekking),
  }));
  return { partners, catalogus, labels, convenanten, doelen };
}
