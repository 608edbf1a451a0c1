import type { Ketenpartners } from '../../../schema/domain/ketenpartner';
import type { Partnersoort } from '../../../schema/domain/partnersoort';
import type { Random } from './random';
import type { CareWorld, MunicipalityWorld, PoliceWorld } from './world';

type Open<T> = { readonly [K in keyof T]: T[K] extends readonly (infer Row)[] ? Row[] : T[K] };
type MunicipalityRow<K extends keyof MunicipalityWorld> = MunicipalityWorld[K][number];
export type Persoonrij = MunicipalityRow<'personen'>;

/** A record that only reaches others once its bronhouder releases it. */
export interface Vrijgeefbaar {
  readonly record: string;
  readonly houder: 'police' | 'care';
}

/** The world while it is being built, with what later steps need to find back without searching. */
export interface Draft {
  readonly random: Random;
  readonly partners: Ketenpartners;
  readonly municipality: Open<MunicipalityWorld>;
  readonly police: Open<PoliceWorld>;
  readonly care: Open<CareWorld>;
  readonly personen: Map<string, Persoonrij>;
  readonly vrijgeefbaar: Map<string, Vrijgeefbaar[]>;
  /** Care institutions (partner ids) that know a person. */
  readonly zorgVan: Map<string, Set<string>>;
  readonly bekendBijPolitie: Set<string>;
  /** Hoofdbetrokkenen whose records are written: someone in two casussen has them once. */
  readonly gevuld: Set<string>;
  /** `van/naar` of every relation there is. */
  readonly gerelateerd: Set<string>;
}

export function createDraft(random: Random, partners: Ketenpartners): Draft {
  return {
    random,
    partners,
    municipality: {
      medewerkers: [],
      aanwijzingen: [],
      casussen: [],
      zetels: [],
      doeltoetsen: [],
      overleggen: [],
      plannen: [],
      acties: [],
      ingebrachteAdviezen: [],
      overlegbesluiten: [],
      opschalingen: [],
      overlegacties: [],
      betrokkenheden: [],
      personen: [],
      relaties: [],
      inkomens: [],
      schulden: [],
      woonsituaties: [],
      voorzieningen: [],
      schoolgangen: [],
      bezwaren: [],
    },
    police: {
      koppelingen: [],
      aandachtsvestigingen: [],
      meldingen: [],
      incidenten: [],
      verdenkingen: [],
      risicos: [],
      adviezen: [],
      vrijgaven: [],
      bezwaren: [],
    },
    care: {
      koppelingen: [],
      bekendheden: [],
      trajecten: [],
      diagnosen: [],
      crisiscontacten: [],
      veiligThuisMeldingen: [],
      risicotaxaties: [],
      adviezen: [],
      huisbezoekafspraken: [],
      gronden: [],
      vrijgaven: [],
      bezwaren: [],
    },
    personen: new Map(),
    vrijgeefbaar: new Map(),
    zorgVan: new Map(),
    bekendBijPolitie: new Set(),
    gevuld: new Set(),
    gerelateerd: new Set(),
  };
}

/** OIN of a partner. Throws on an unknown id: a record without a real bronhouder must not exist. */
export function oinOf(draft: Draft, partner: string): string {
  const found = draft.partners.get(partner);
  if (found === undefined) throw new Error(`partners.yaml has no partner ${partner}`);
  return found.oin;
}

export function soortOf(draft: Draft, partner: string): Partnersoort {
  const found = draft.partners.get(partner);
  if (found === undefined) throw new Error(`partners.yaml has no partner ${partner}`);
  return found.soort;
}

export function personOf(draft: Draft, id: string): Persoonrij {
  const found = draft.personen.get(id);
  if (found === undefined) throw new Error(`no person ${id} in the draft`);
  return found;
}

/** Remembers that a record of this person can be released. */
export function noteVrijgeefbaar(draft: Draft, persoon: string, item: Vrijgeefbaar): void {
  const known = draft.vrijgeefbaar.get(persoon);
  if (known === undefined) draft.vrijgeefbaar.set(persoon, [item]);
  else known.push(item);
}
