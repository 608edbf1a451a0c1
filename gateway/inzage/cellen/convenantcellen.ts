import type { Convenant } from '../../../schema/domain/convenant';
import type { Gegevenscatalogus } from '../../../schema/domain/gegevenscategorie';
import type { Ketenpartner, Ketenpartners } from '../../../schema/domain/ketenpartner';
import type { Coordinaatlabel } from '../../../schema/domain/labels';
import type { Deelgraaf } from '../../../schema/domain/deelgraaf';
import type { Subgraaf } from '../../../schema/domain/subgraaf';
import { isByAanwijzing } from '../../decide/decideByAanwijzing';
import { evaluateAanwijzing } from './evaluateAanwijzing';
import { evaluateCategorie } from './evaluateCategorie';
import { reachOf } from './reachOf';
import { ALLE, GEEN, type Situaties, inEveryRol, where } from './situaties';
import type { Uitkomst } from './weg';

/** What decides, beside the convenant. */
export interface Celgrond {
  readonly catalogus: Gegevenscatalogus;
  readonly partners: Ketenpartners;
  readonly labels: ReadonlyMap<string, Coordinaatlabel>;
}

const NIETS: Uitkomst = {
  wegen: [],
  verleend: GEEN,
  weigeringen: [{ reden: 'NIET_GECLASSIFICEERD', artikel: null, waar: ALLE }],
};

/**
 * All cells of one version of a convenant: what each receiver may have, in every situation at once, with every host at
 * the table. Each is worked out when it is first asked for.
 */
export class Convenantcellen {
  readonly #known = new Map<string, Uitkomst>();
  readonly #told = new Map<string, Situaties>();
  readonly #entered = new Map<string, Situaties>();
  readonly #labels = new Map<string, Map<Coordinaatlabel, Situaties>>();
  readonly #hosts: ReadonlyMap<Subgraaf, Ketenpartner>;
  readonly partijen: readonly Ketenpartner[];

  constructor(
    private readonly grond: Celgrond,
    readonly convenant: Convenant,
  ) {
    this.partijen = convenant.partijen.map((id) => grond.partners.get(id)).filter((one) => one !== undefined);
    this.#hosts = new Map([...grond.partners.values()].flatMap((one) => (one.subgraaf ? [[one.subgraaf, one]] : [])));
  }

  /** The partner that serves this part of the graph, and so learns what is asked of it. The hub itself is nobody's. */
  host(subgraaf: Deelgraaf): Ketenpartner | undefined {
    return subgraaf === 'hub' ? undefined : this.#hosts.get(subgraaf);
  }

  /** Of a medewerker who is designated: nobody else comes in. */
  categorie(ontvanger: Ketenpartner, naam: string): Uitkomst {
    const key = `${ontvanger.id} ${naam}`;
    const known = this.#known.get(key) ?? this.#evaluate(ontvanger, naam);
    this.#known.set(key, known);
    return known;
  }

  /** When the host of a source may be told, or sent, something of this category. */
  verteld(subgraaf: Deelgraaf, naam: string): Situaties {
    const key = `${subgraaf} ${naam}`;
    const known = this.#told.get(key) ?? this.#tell(subgraaf, naam);
    this.#told.set(key, known);
    return known;
  }

  /** When a field may be asked: all its categories, and all that its asking tells. */
  coordinaat(ontvanger: Ketenpartner, label: Coordinaatlabel): Situaties {
    const perLabel = this.#labels.get(ontvanger.id) ?? new Map<Coordinaatlabel, Situaties>();
    this.#labels.set(ontvanger.id, perLabel);
    const known = perLabel.get(label) ?? this.#ask(ontvanger, label);
    perLabel.set(label, known);
    return known;
  }

  /** When all of these are given. Of none of them: never. */
  categorieen(ontvanger: Ketenpartner, namen: readonly string[]): Situaties {
    if (namen.length === 0) return GEEN;
    return namen.reduce((all, naam) => all & this.categorie(ontvanger, naam).verleend, ALLE);
  }

  /** When somebody of this receiver is let into a casus at all: some verstrekking reaches him for that doel. */
  toegang(ontvanger: Ketenpartner): Situaties {
    const known = this.#entered.get(ontvanger.id) ?? this.#enter(ontvanger);
    this.#entered.set(ontvanger.id, known);
    return known;
  }

  #enter(ontvanger: Ketenpartner): Situaties {
    const reached = this.convenant.verstrekkingen.reduce<Situaties>((all, verstrekking) => {
      const { ontvanger: named, rol, doel } = reachOf(verstrekking, ontvanger);
      return all | (named & rol & doel);
    }, GEEN);
    return ontvanger.account ? reached & where({ doelen: this.convenant.doelen }) : GEEN;
  }

  #ask(ontvanger: Ketenpartner, { categorieen, vraagt }: Coordinaatlabel): Situaties {
    if (categorieen.length === 0) return GEEN;
    const asked = vraagt.map(({ aan, categorie }) => this.verteld(aan, categorie));
    return [this.categorieen(ontvanger, categorieen), ...asked].reduce((all, one) => all & one, ALLE);
  }

  #evaluate(ontvanger: Ketenpartner, naam: string): Uitkomst {
    const { catalogus, partners } = this.grond;
    const categorie = catalogus.get(naam);
    if (categorie === undefined) return NIETS;
    return isByAanwijzing(categorie)
      ? evaluateAanwijzing(categorie, ontvanger, this.convenant, this.#hosts)
      : evaluateCategorie(this.convenant, ontvanger, categorie, partners);
  }

  /** As DEELNEMER of his own partner, of every supplier that could hold it, and free to pass on; or not at all. */
  #tell(subgraaf: Deelgraaf, naam: string): Situaties {
    const host = this.host(subgraaf);
    const categorie = this.grond.catalogus.get(naam);
    if (host === undefined || categorie === undefined || isByAanwijzing(categorie)) return GEEN;
    const { wegen, verleend } = this.categorie(host, naam);
    const free = wegen.filter(
      (weg) => weg.beperkingen.length === 0 && !weg.voorwaarden.includes('NIET_DOORVERSTREKKEN'),
    );
    const suppliers = this.partijen.filter(({ soort }) => categorie.bronnen.includes(soort));
    const everyOne = suppliers.reduce<Situaties>(
      (all, { oin }) =>
        all & free.reduce<Situaties>((any, { van, waar }) => (van.oin === oin ? any | waar : any), GEEN),
      verleend,
    );
    return inEveryRol(everyOne, 'DEELNEMER');
  }
}
