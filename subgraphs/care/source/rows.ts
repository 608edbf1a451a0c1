import { bezwaarrijen, type Rows } from '../../kit';
import type { Persoonsgegeven, World } from '../../kit/synthetic/world';
import type { CareDB } from './CareDB';

/** The care part of the synthetic world, under the client numbers of the care system. */
export function rows({ care }: World): Rows<CareDB> {
  const nummers = new Map(care.koppelingen.map(({ persoon, clientnummer }) => [persoon, clientnummer]));
  const registratie = ({ id, persoon, bronhouder }: Persoonsgegeven) => {
    const clientnummer = nummers.get(persoon);
    if (clientnummer === undefined) throw new Error('a care record about a person whom the care system does not know');
    return { id, clientnummer, bronhouder };
  };
  return {
    koppelingen: care.koppelingen,
    bekendheden: care.bekendheden.map((rij) => ({ ...registratie(rij), sinds: rij.sinds })),
    trajecten: care.trajecten.map((rij) => ({
      ...registratie(rij),
      soort: rij.soort,
      ingangsdatum: rij.ingangsdatum,
      einddatum: rij.einddatum,
      behandelstatus: rij.behandelstatus,
    })),
    diagnosen: care.diagnosen.map((rij) => ({
      ...registratie(rij),
      classificatie: rij.classificatie,
      omschrijving: rij.omschrijving,
      gesteld_op: rij.gesteldOp,
    })),
    crisiscontacten: care.crisiscontacten.map((rij) => ({
      ...registratie(rij),
      datum: rij.datum,
      uitkomst: rij.uitkomst,
      aanleiding: rij.aanleiding,
    })),
    veilig_thuis_meldingen: care.veiligThuisMeldingen.map((rij) => ({
      ...registratie(rij),
      datum: rij.datum,
      aard: rij.aard,
      status: rij.status,
      oordeel: rij.oordeel,
    })),
    risicotaxaties: care.risicotaxaties.map((rij) => ({
      ...registratie(rij),
      datum: rij.datum,
      instrument: rij.instrument,
      niveau: rij.niveau,
    })),
    huisbezoekafspraken: care.huisbezoekafspraken.map((rij) => ({ ...registratie(rij), wijze: rij.wijze })),
    adviezen: care.adviezen.map((rij) => ({
      ...registratie(rij),
      casus: rij.casus,
      datum: rij.datum,
      strekking: rij.strekking,
      advies: rij.advies,
    })),
    gronden: care.gronden.map((rij) => ({
      ...registratie(rij),
      soort: rij.soort,
      ontvangers: JSON.stringify(rij.ontvangers),
      categorieen: JSON.stringify(rij.categorieen),
      doelen: JSON.stringify(rij.doelen),
      van: rij.van,
      tot: rij.tot,
      ingetrokken_op: rij.ingetrokkenOp,
    })),
    vrijgaven: care.vrijgaven.map(({ record, casus, ontvangers, ingetrokkenOp }) => ({
      record,
      casus,
      ontvangers: JSON.stringify(ontvangers),
      ingetrokken_op: ingetrokkenOp,
    })),
    bronbesluiten: [],
    bezwaren: bezwaarrijen(care.bezwaren),
  };
}
