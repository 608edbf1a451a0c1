import { bezwaarrijen, type Rows } from '../../kit';
import type { Persoonsgegeven, World } from '../../kit/synthetic/world';
import type { PoliceDB } from './PoliceDB';

/** The police part of the synthetic world, under the police's own numbers. */
export function rows({ police }: World): Rows<PoliceDB> {
  const nummers = new Map(police.koppelingen.map(({ persoon, registratienummer }) => [persoon, registratienummer]));
  const registratie = ({ id, persoon, bronhouder }: Persoonsgegeven) => {
    const registratienummer = nummers.get(persoon);
    if (registratienummer === undefined) throw new Error('a police record about a person the police do not know');
    return { id, registratienummer, bronhouder };
  };
  return {
    koppelingen: police.koppelingen,
    aandachtsvestigingen: police.aandachtsvestigingen.map((rij) => ({
      ...registratie(rij),
      soort: rij.soort,
      ingangsdatum: rij.ingangsdatum,
      einddatum: rij.einddatum,
      instructie: rij.instructie,
    })),
    meldingen: police.meldingen.map((rij) => ({
      ...registratie(rij),
      datum: rij.datum,
      klasse: rij.klasse,
      gemeente: rij.gemeente,
      omschrijving: rij.omschrijving,
    })),
    incidenten: police.incidenten.map((rij) => ({
      ...registratie(rij),
      datum: rij.datum,
      code: rij.code,
      soort: rij.soort,
      betrokken_als: rij.betrokkenAls,
      gemeente: rij.gemeente,
      omschrijving: rij.omschrijving,
    })),
    verdenkingen: police.verdenkingen.map((rij) => ({
      ...registratie(rij),
      datum: rij.datum,
      feit: rij.feit,
      status: rij.status,
      wpg_artikel: rij.wpgArtikel,
    })),
    risicos: police.risicos.map((rij) => ({ ...registratie(rij), niveau: rij.niveau, peildatum: rij.peildatum })),
    adviezen: police.adviezen,
    vrijgaven: police.vrijgaven.map(({ record, casus, ontvangers, ingetrokkenOp }) => ({
      record,
      casus,
      ontvangers: JSON.stringify(ontvangers),
      ingetrokken_op: ingetrokkenOp,
    })),
    bronbesluiten: [],
    bezwaren: bezwaarrijen(police.bezwaren),
  };
}
