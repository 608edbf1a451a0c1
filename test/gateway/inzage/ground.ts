import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { type Decider, createDecider } from '../../../gateway/decide/createDecider';
import type { Situatie } from '../../../gateway/decide/situatie';
import type { Situatiepunt } from '../../../gateway/inzage/cellen/situaties';
import { readTabel } from '../../../gateway/inzage/verschil/readTabel';
import type { Regelstand } from '../../../gateway/inzage/verschil/regelstand';

const SCHEMA = join(__dirname, '../../../schema');
export const tabeltekst = readFileSync(join(SCHEMA, 'coordinates.json'), 'utf8');
export const schema = buildSchema(readFileSync(join(SCHEMA, 'api.graphql'), 'utf8'));

/** A compiled table as plain JSON, to be changed. */
export interface Tabel {
  coordinaten: Record<
    string,
    {
      categorieen: string[];
      subgraaf: string;
      vraagt: { aan: string; categorie: string }[];
      argumenten: Record<string, string[]>;
    }
  >;
  gegevens: Record<
    string,
    { betreft: string; bronnen: string[]; dossier: boolean; vrijgave: boolean; grond: string[]; wgs: number | null }
  >;
  partners: Record<
    string,
    { oin: string; soort: string; wgs: string; werkgebied: string[]; subgraaf: string | null; account: boolean }
  >;
  vloer?: Record<string, Record<string, string>>;
  convenanten: {
    id: string;
    versie: string;
    regime: string;
    van: string;
    tot: string;
    doelen: string[];
    partijen: string[];
    gegevens: Record<string, Verstrekkingtekst[]>;
  }[];
}
export interface Verstrekkingtekst {
  nr: number;
  van: string[];
  aan: string[];
  rollen: string[] | null;
  doelen: string[];
  fasen: string[];
  kaders: string[];
  beperkingen: string[];
  voorwaarden: string[];
  grondslag: string;
  artikel: string;
}

export const readJson = (): Tabel => JSON.parse(tabeltekst) as Tabel;

/** The committed table, of its convenanten that of the Veiligheidshuis only. */
function zvhOnly(): Tabel {
  const tabel = readJson();
  return { ...tabel, convenanten: tabel.convenanten.filter(({ id }) => id === 'veiligheidshuis-ijsselland') };
}

/** The committed table after a change. */
export function changed(change: (tabel: Tabel) => void, from: () => Tabel = zvhOnly): Regelstand {
  const tabel = from();
  change(tabel);
  return readTabel(JSON.stringify(tabel));
}

/** What is left of the table when only some categories and the convenant of the Veiligheidshuis are: quick to decide by. */
export function small(): Tabel {
  const tabel = zvhOnly();
  const keep = (naam: string): boolean => SMALL.includes(naam);
  const pick = <T>(all: Record<string, T>, wanted: (naam: string, one: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([naam, one]) => wanted(naam, one)));
  return {
    ...tabel,
    gegevens: pick(tabel.gegevens, keep),
    coordinaten: pick(tabel.coordinaten, (_, { categorieen, vraagt }) =>
      [...categorieen, ...vraagt.map(({ categorie }) => categorie)].every(keep),
    ),
    convenanten: tabel.convenanten.map((one) => ({ ...one, gegevens: pick(one.gegevens, keep) })),
  };
}
const SMALL = [
  ...['zetel.eigen', 'casus.kern', 'casus.tafel', 'casus.plan', 'casus.acties', 'casus.betrokkenheid', 'casus.kring'],
  ...['persoon.naam', 'kring.naam', 'gemeente.schulden', 'gemeente.schuldindicatie', 'gemeente.wonen'],
  ...['politie.risico', 'politie.incidenten', 'politie.incidentinhoud', 'politie.advies'],
  ...['zorg.risico', 'zorg.diagnosen', 'zorg.bekend', 'zorg.advies', 'veiligthuis.oordeel', 'veiligthuis.meldingen'],
];

const deciders = new WeakMap<Regelstand, Decider>();

/** The rules themselves, over what a table holds. */
export function deciderOf(stand: Regelstand): Decider {
  const decider = deciders.get(stand) ?? createDecider({ ...stand, digest: stand.digest });
  deciders.set(stand, decider);
  return decider;
}

/** Somebody who asks in a running casus, every host at the table, or only these. */
export function situatieOf(
  stand: Regelstand,
  convenant: Convenant,
  ontvanger: Ketenpartner,
  { rol, doel, fase, kader, bevestigd }: Situatiepunt,
  tafel: readonly string[] = [...stand.partners.values()].flatMap(({ id, subgraaf }) =>
    subgraaf === null ? [] : [id],
  ),
): Situatie {
  const others = tafel.map((partner) => ({ partner, medewerker: '', rol: 'DEELNEMER' as const }));
  // Who supplies is taken to have brought the casus in: before the doeltoets nothing else comes of it (WGS 2.31).
  const melders = [...stand.partners.values()]
    .filter(({ id, subgraaf }) => subgraaf === null || tafel.includes(id))
    .map(({ id }) => ({ partner: id, medewerker: '', rol: 'MELDER' as const }));
  const seats = [...others, ...melders, { partner: ontvanger.id, medewerker: '', rol }];
  return {
    ontvanger,
    rol,
    doel,
    convenant,
    aangewezen: true,
    casus: { fase, kader, status: 'LOPEND', bevestigd, tafel: seats },
  };
}
