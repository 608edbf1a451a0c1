import { LRUCache } from 'lru-cache';
import type { Besluit, Toekenning } from '../../schema/domain/besluit';
import type { Gegevenscatalogus } from '../../schema/domain/gegevenscategorie';
import type { Ketenpartner, Ketenpartners } from '../../schema/domain/ketenpartner';
import type { Coordinaatlabel } from '../../schema/domain/labels';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import { VOOR_DE_DOELTOETS } from '../../schema/domain/fase';
import type { Rol } from '../../schema/domain/rol';
import { SUBGRAVEN, type Subgraaf } from '../../schema/domain/subgraaf';
import { Besluiten } from './besluiten';
import { combine } from './combine';
import { decideByAanwijzing, isByAanwijzing } from './decideByAanwijzing';
import { decideCategorie } from './decideCategorie';
import { PARTNERROLLEN, type Situatie } from './situatie';

export interface Decider {
  /** The table of one situation in a casus. Runs the rules once per distinct situation; after that a look-up. */
  decide(situatie: Situatie): Promise<Besluiten>;
  /**
   * The table of a medewerker outside any casus: what rests on his designation, in the rol in which he acts.
   *
   * @param rol null: in none, or in none that he named.
   * @param partner whose medewerker he is.
   */
  outsideCasus(aangewezen: boolean, rol?: Rol | null, partner?: Pick<Ketenpartner, 'id'> | null): Besluiten;
  /** What the host of a subgraph may be told or sent in this situation (asking is disclosing). */
  decideHost(situatie: Situatie, subgraaf: Subgraaf): Promise<HostBesluiten>;
}

/** What its host may be told is ALLOW. null: the host is not at the table, so it may be asked nothing. */
export type HostBesluiten = Besluiten | null;

interface Ground {
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
  /** Digest of the coordinate table: a new table makes every earlier decision unreachable. */
  readonly digest: string;
}

export function createDecider({ catalogus, partners, labels, digest }: Ground): Decider {
  const tables = new LRUCache<string, Promise<Besluiten>>({ max: 5_000 });
  const hosts = hostsOf(partners);

  const remember = async (key: string, make: () => Promise<Besluiten>): Promise<Besluiten> => {
    const made = tables.get(key) ?? make();
    tables.set(key, made);
    try {
      const besluiten = await made;
      // A fault may pass: what could not be decided is decided again next time.
      if (besluiten.onbeslist) tables.delete(key);
      return besluiten;
    } catch (fout) {
      tables.delete(key);
      throw fout;
    }
  };

  /** Decisions per category, without looking at what a source must be told. */
  const categories = async (situatie: Situatie): Promise<Map<string, Besluit>> => {
    const decided = [...catalogus.values()].map(async (categorie): Promise<[string, Besluit]> => [
      categorie.naam,
      isByAanwijzing(categorie)
        ? decideByAanwijzing(categorie, { ...situatie, partner: situatie.ontvanger }, hosts)
        : await decideCategorie(situatie, categorie, partners),
    ]);
    return new Map(await Promise.all(decided));
  };

  const decideHost = async (situatie: Situatie, subgraaf: Subgraaf): Promise<HostBesluiten> => {
    const host = hosts.get(subgraaf);
    const seated = situatie.casus.tafel.some(({ partner, rol }) => partner === host?.id && PARTNERROLLEN.includes(rol));
    if (host === undefined || !seated) return null;
    const melders = situatie.casus.tafel.filter(({ rol }) => rol === 'MELDER');
    const tafel = [{ partner: host.id, medewerker: '', rol: 'DEELNEMER' as const }, ...melders];
    const casus = { ...situatie.casus, tafel };
    const asHost: Situatie = { ...situatie, casus, ontvanger: host, rol: 'DEELNEMER', aangewezen: false };
    const key = `${digest} host ${keyOf(asHost)}`;
    return remember(key, async () => {
      const decided = [...(await categories(asHost))];
      const tellable = decided.map(([naam, besluit]): [string, Besluit] => [naam, asTold(besluit, asHost, naam)]);
      return new Besluiten(key, new Map(), new Map(tellable));
    });
  };

  /**
   * A host is told before anybody can look at the record, so of every supplier that could hold it, and without row
   * rules, or not at all. Nor is it sent on to a host against the condition of its supplier (WGS 2.29(3)).
   */
  const asTold = (besluit: Besluit, { convenant }: Situatie, naam: string): Besluit => {
    if (besluit.uitkomst !== 'ALLOW') return besluit;
    const free = new Set(besluit.toekenningen.filter(isFree).map((t) => t.bronhouder));
    const kinds = catalogus.get(naam)?.bronnen ?? [];
    const suppliers = convenant.partijen.map((id) => partners.get(id)).filter((partner) => partner !== undefined);
    if (suppliers.every(({ soort, oin }) => !kinds.includes(soort) || free.has(oin))) return besluit;
    return { uitkomst: 'DENY', reden: 'BRON_NIET_AAN_TAFEL', artikel: null, categorieen: besluit.categorieen };
  };

  const decide = async (situatie: Situatie): Promise<Besluiten> => {
    const told = new Map<Subgraaf, HostBesluiten>();
    for (const subgraaf of SUBGRAVEN) told.set(subgraaf, await decideHost(situatie, subgraaf));
    const seated = SUBGRAVEN.filter((subgraaf) => told.get(subgraaf) !== null);
    const key = `${digest} ${keyOf(situatie)} ${seated.join('+')}`;
    return remember(key, async () => {
      const perCategory = await categories(situatie);
      const coordinates = new Map<string, Besluit>();
      for (const label of labels.values()) coordinates.set(label.coordinaat, decideLabel(label, perCategory, told));
      return new Besluiten(key, coordinates, perCategory);
    });
  };

  const outsideCasus = (
    aangewezen: boolean,
    rol: Rol | null = null,
    partner: Pick<Ketenpartner, 'id'> | null = null,
  ): Besluiten => {
    const rests = [...catalogus.values()].filter(isByAanwijzing);
    const perCategory = new Map(
      rests.map((categorie) => [
        categorie.naam,
        decideByAanwijzing(categorie, { aangewezen, rol, partner, casus: null, convenant: null }, hosts),
      ]),
    );
    const coordinates = new Map<string, Besluit>();
    for (const label of labels.values()) {
      const about = label.categorieen.every((naam) => perCategory.has(naam)) && label.categorieen.length > 0;
      if (about) coordinates.set(label.coordinaat, decideLabel(label, perCategory, new Map()));
    }
    return new Besluiten(
      `${digest} zelf ${String(aangewezen)} ${rol ?? ''} ${partner?.id ?? ''}`,
      coordinates,
      perCategory,
    );
  };

  return { decide, outsideCasus, decideHost };
}

function isFree({ beperkingen, voorwaarden }: Toekenning): boolean {
  return beperkingen.length === 0 && !voorwaarden.includes('NIET_DOORVERSTREKKEN');
}

/** A field is granted when all its categories are, and whoever must be told something to answer it may be told. */
function decideLabel(
  { categorieen, vraagt }: Coordinaatlabel,
  perCategory: ReadonlyMap<string, Besluit>,
  told: ReadonlyMap<Deelgraaf, HostBesluiten>,
): Besluit {
  const unknown: Besluit = { uitkomst: 'DENY', reden: 'NIET_GECLASSIFICEERD', artikel: null, categorieen };
  if (categorieen.length === 0) return unknown;
  const besluit = combine(
    categorieen.map((naam) => perCategory.get(naam) ?? unknown),
    categorieen,
  );
  if (besluit.uitkomst !== 'ALLOW') return besluit;
  for (const { aan, categorie } of vraagt) {
    const asked = told.get(aan)?.categorie(categorie);
    if (asked?.uitkomst === 'UNDECIDED') return { uitkomst: 'UNDECIDED', categorieen };
    if (asked?.uitkomst !== 'ALLOW')
      return { uitkomst: 'DENY', reden: 'BRON_NIET_AAN_TAFEL', artikel: null, categorieen };
  }
  return besluit;
}

/** Everything that the rules read, and nothing else. */
function keyOf({ ontvanger, rol, doel, casus, convenant, aangewezen }: Situatie): string {
  const { fase, kader, status, bevestigd, tafel } = casus;
  const { id, versie } = convenant;
  const zit = tafel.some((zetel) => zetel.partner === ontvanger.id && zetel.rol === rol);
  const melders = VOOR_DE_DOELTOETS.includes(fase) ? tafel.filter((zetel) => zetel.rol === 'MELDER') : [];
  const meldend = [...new Set(melders.map(({ partner }) => partner))].sort();
  return JSON.stringify([
    id,
    versie,
    ontvanger.id,
    rol,
    doel,
    fase,
    kader,
    status,
    bevestigd,
    aangewezen,
    zit,
    meldend,
  ]);
}

function hostsOf(partners: Ketenpartners): Map<Subgraaf, Ketenpartner> {
  const hosts = new Map<Subgraaf, Ketenpartner>();
  for (const partner of partners.values()) if (partner.subgraaf !== null) hosts.set(partner.subgraaf, partner);
  return hosts;
}
