import type { Bezoekwijze } from '../../../schema/domain/bezoekwijze';
import type { BronbesluitenDB } from '../../kit';
import type { Risiconiveau } from '../../../schema/domain/risiconiveau';

/** A record about a client, under the number by which the care system knows that client. */
interface Registratie {
  id: string;
  clientnummer: string;
  /** Of several institutions: the system is one, the suppliers are many. */
  bronhouder: string;
}

/** The tables of the care source. Only `koppelingen` knows the ids of the graph. */
export interface CareDB extends BronbesluitenDB {
  koppelingen: { persoon: string; clientnummer: string };
  bekendheden: Registratie & { sinds: string };
  trajecten: Registratie & { soort: string; ingangsdatum: string; einddatum: string | null; behandelstatus: string };
  diagnosen: Registratie & { classificatie: string; omschrijving: string; gesteld_op: string };
  crisiscontacten: Registratie & { datum: string; uitkomst: string; aanleiding: string };
  veilig_thuis_meldingen: Registratie & { datum: string; aard: string; status: string; oordeel: string };
  risicotaxaties: Registratie & { datum: string; instrument: string; niveau: Risiconiveau };
  huisbezoekafspraken: Registratie & { wijze: Bezoekwijze };
  adviezen: Registratie & { casus: string; datum: string; strekking: string; advies: string };
  /** Lists are JSON: partner ids, gegevenscategorieen, doelen. In force from `van` until, not including, `tot`. */
  gronden: Registratie & {
    soort: string;
    ontvangers: string;
    categorieen: string;
    doelen: string;
    van: string;
    tot: string;
    ingetrokken_op: string | null;
  };
  /** `ontvangers` is a JSON list of partner ids. */
  vrijgaven: { record: string; casus: string; ontvangers: string; ingetrokken_op: string | null };
}

/** Tables of records about a client, not bound to a casus. */
export type Clienttabel =
  | 'bekendheden'
  | 'trajecten'
  | 'diagnosen'
  | 'crisiscontacten'
  | 'veilig_thuis_meldingen'
  | 'risicotaxaties'
  | 'huisbezoekafspraken';
