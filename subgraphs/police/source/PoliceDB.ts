import type { BronbesluitenDB } from '../../kit';
import type { Risiconiveau } from '../../../schema/domain/risiconiveau';

/** A record about a person, under the number by which the police know that person. */
interface Registratie {
  id: string;
  registratienummer: string;
  bronhouder: string;
}

/** The tables of the police source. Only `koppelingen` and `bezwaren` know the ids of the graph. */
export interface PoliceDB extends BronbesluitenDB {
  koppelingen: { persoon: string; registratienummer: string };
  aandachtsvestigingen: Registratie & {
    soort: string;
    ingangsdatum: string;
    einddatum: string | null;
    instructie: string;
  };
  meldingen: Registratie & { datum: string; klasse: string; gemeente: string; omschrijving: string };
  incidenten: Registratie & {
    datum: string;
    code: string;
    soort: string;
    betrokken_als: string;
    gemeente: string;
    omschrijving: string;
  };
  verdenkingen: Registratie & { datum: string; feit: string; status: string; wpg_artikel: number };
  risicos: Registratie & { niveau: Risiconiveau; peildatum: string };
  adviezen: { id: string; casus: string; bronhouder: string; datum: string; strekking: string; advies: string };
  /** `ontvangers` is a JSON list of partner ids. */
  vrijgaven: { record: string; casus: string; ontvangers: string; ingetrokken_op: string | null };
}
