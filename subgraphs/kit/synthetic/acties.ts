import { ACTIESTATUSSEN, type Actiestatus } from '../../../schema/domain/actiestatus';
import type { Casusplan } from './casusplan';
import { seatsOn } from './casusplan';
import { addDays, PEILDATUM } from './days';
import { oinOf, soortOf, type Draft } from './draft';
import { GEMEENTEPARTNER } from './gemeenten';
import { ACTIETEKSTEN } from './texts/actieTeksten';

/** Who sits for the chain, not for a partner, takes on no actie. */
const KETENROLLEN = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'];

/** One or two acties for each who sits for a partner; who else needs to know of it differs per actie. */
export function addActies(draft: Draft, casus: string, plan: Casusplan): void {
  const { random } = draft;
  const seats = seatsOn(plan, PEILDATUM).filter((zetel) => !KETENROLLEN.includes(zetel.rol));
  const partners = [...new Set(seats.map((zetel) => zetel.partner))];
  let ordinal = 0;
  for (const { partner, medewerker } of seats) {
    const others = partners.filter((one) => one !== partner);
    for (const tekst of random.some(ACTIETEKSTEN[soortOf(draft, partner)] ?? [], 2)) {
      // In turn, so that every casus with a plan has all of them.
      const status = ACTIESTATUSSEN[ordinal % ACTIESTATUSSEN.length] as Actiestatus;
      ordinal += 1;
      draft.municipality.acties.push({
        id: random.id('actie'),
        bronhouder: oinOf(draft, GEMEENTEPARTNER[plan.gemeente]),
        casus,
        omschrijving: tekst.omschrijving,
        leefgebied: tekst.leefgebied,
        uitvoerder: partner,
        relevantVoor: random.some(others, ordinal % 3),
        medewerker,
        uiterlijk: addDays(PEILDATUM, status === 'AFGEROND' ? -random.int(20, 120) : random.int(7, 150)),
        status,
        bijNietNakomen: tekst.bijNietNakomen,
        terugkoppeling: feedback(status, tekst.terugkoppeling),
      });
    }
  }
}

function feedback(status: Actiestatus, terugkoppeling: string): string | null {
  if (status === 'OPEN') return null;
  return status === 'NIET_NAGEKOMEN' ? 'Afspraak niet nagekomen; betrokkene was niet bereikbaar.' : terugkoppeling;
}
