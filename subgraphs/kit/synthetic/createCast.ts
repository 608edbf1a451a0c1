import type { Relatiesoort } from '../../../schema/domain/relatiesoort';
import type { Thema } from '../../../schema/domain/thema';
import { addBekendheid } from './careRecords';
import type { Cast, Casusplan } from './casusplan';
import { createPerson } from './createPerson';
import { PEILDATUM } from './days';
import { personOf, type Draft, type Persoonrij } from './draft';
import { GEMEENTEN, type Gemeente } from './gemeenten';
import { registerWithPolice } from './policeRecords';
import { relate } from './relate';

/** What a second hoofdbetrokkene is to the first, and of whom the directe kring exists, in that order. */
const KRINGEN: Readonly<Record<Thema, { readonly mede: Relatiesoort; readonly kring: readonly Relatiesoort[] }>> = {
  HUISELIJK_GEWELD: { mede: 'PARTNER', kring: ['KIND', 'KIND', 'OUDER', 'BROER_OF_ZUS', 'VRIEND', 'EX_PARTNER'] },
  VEELPLEGER: { mede: 'VRIEND', kring: ['OUDER', 'EX_PARTNER', 'BROER_OF_ZUS', 'KIND', 'VRIEND'] },
  ONBEGREPEN_GEDRAG: { mede: 'BROER_OF_ZUS', kring: ['OUDER', 'BROER_OF_ZUS', 'OUDER', 'VRIEND', 'KIND'] },
  JEUGD_EN_VEILIGHEID: { mede: 'BROER_OF_ZUS', kring: ['OUDER', 'OUDER', 'BROER_OF_ZUS', 'VRIEND', 'BROER_OF_ZUS'] },
  MENSENHANDEL: { mede: 'VRIEND', kring: ['OUDER', 'VRIEND', 'EX_PARTNER', 'BROER_OF_ZUS'] },
  NAZORG_DETENTIE: { mede: 'BROER_OF_ZUS', kring: ['PARTNER', 'KIND', 'OUDER', 'KIND', 'VRIEND'] },
  FRAUDE: { mede: 'VRIEND', kring: ['PARTNER', 'BROER_OF_ZUS', 'VRIEND', 'OUDER'] },
};

const PROFESSIONALS = [
  { functie: 'Huisarts', organisatie: 'Huisartsenpraktijk Voorbeeld', domein: 'huisarts-voorbeeld' },
  { functie: 'Wijkteammedewerker', organisatie: 'Sociaal wijkteam Voorbeeld', domein: 'wijkteam-voorbeeld' },
  { functie: 'Intern begeleider', organisatie: 'Voorbeeldschool De Linde', domein: 'school-voorbeeld' },
  { functie: 'Budgetcoach', organisatie: 'Budgetbeheer Voorbeeld', domein: 'budget-voorbeeld' },
  { functie: 'Woonconsulent', organisatie: 'Woningcorporatie Voorbeeld', domein: 'wonen-voorbeeld' },
] as const;

/** Persons for a casus. Those known already come first and count. */
export function createCast(draft: Draft, plan: Casusplan, known: Partial<Cast> = {}): Cast {
  const hoofdbetrokkenen = [...(known.hoofdbetrokkenen ?? [])];
  const kringleden = [...(known.kringleden ?? [])];
  const { mede, kring } = KRINGEN[plan.thema];
  while (hoofdbetrokkenen.length < plan.hoofdbetrokkenen) {
    const first = hoofdbetrokkenen[0];
    hoofdbetrokkenen.push(
      first === undefined
        ? createPerson(draft, { gemeente: plan.gemeente, leeftijd: firstAge(draft, plan.thema) }).id
        : createRelative(draft, personOf(draft, first), mede, plan.gemeente).id,
    );
  }
  while (kringleden.length < plan.kringleden) {
    const of = hoofdbetrokkenen[kringleden.length % hoofdbetrokkenen.length] as string;
    const soort = kring[kringleden.length % kring.length] as Relatiesoort;
    kringleden.push(createKringlid(draft, personOf(draft, of), soort, plan.gemeente).id);
  }
  const professionals = Array.from({ length: plan.professionals }, (_, index) =>
    createProfessional(draft, plan.gemeente, hoofdbetrokkenen[0] as string, index),
  );
  return { hoofdbetrokkenen, kringleden, professionals };
}

/** Identity and contact only, besides that he helps someone. */
export function createProfessional(draft: Draft, gemeente: Gemeente, helps: string, index: number): string {
  const professional = PROFESSIONALS[index % PROFESSIONALS.length] ?? PROFESSIONALS[0];
  const person = createPerson(draft, {
    gemeente,
    leeftijd: draft.random.int(24, 63),
    geheimhouding: false,
    professional,
  });
  relate(draft, helps, person.id, 'HULPVERLENER');
  return person.id;
}

function createKringlid(draft: Draft, of: Persoonrij, soort: Relatiesoort, gemeente: Gemeente): Persoonrij {
  const { random } = draft;
  const person = createRelative(draft, of, soort, random.chance(0.1) ? random.pick(GEMEENTEN) : gemeente);
  if (random.chance(0.3)) registerWithPolice(draft, person.id);
  if (random.chance(0.25))
    addBekendheid(draft, person.id, random.pick(['dimence', 'tactus', 'veilig-thuis-ijsselland']));
  return person;
}

/** Someone who is a `soort` to this person, of an age that fits. */
export function createRelative(draft: Draft, of: Persoonrij, soort: Relatiesoort, gemeente: Gemeente): Persoonrij {
  const { random } = draft;
  const age = ageOf(of);
  // A minor has no children or partner in this world.
  const fitting = age < 20 && ['KIND', 'PARTNER', 'EX_PARTNER'].includes(soort) ? 'BROER_OF_ZUS' : soort;
  const family = fitting === 'KIND' || fitting === 'OUDER' || fitting === 'BROER_OF_ZUS';
  const together = fitting === 'PARTNER' || (fitting === 'KIND' && random.chance(0.7)) || (family && age < 18);
  const person = createPerson(draft, {
    gemeente,
    leeftijd: relativeAge(draft, age, fitting),
    adresVan: together ? of : undefined,
    naamVan: family && random.chance(0.8) ? of : undefined,
  });
  relate(draft, of.id, person.id, fitting);
  return person;
}

function relativeAge({ random }: Draft, age: number, soort: Relatiesoort): number {
  if (soort === 'KIND') return random.int(0, Math.min(16, age - 19));
  if (soort === 'OUDER') return age + random.int(20, 34);
  const spread = age + random.int(-5, 5);
  return Math.max(soort === 'BROER_OF_ZUS' || age < 18 ? 6 : 18, spread);
}

function firstAge({ random }: Draft, thema: Thema): number {
  if (thema === 'JEUGD_EN_VEILIGHEID') return random.int(12, 16);
  return thema === 'MENSENHANDEL' ? random.int(17, 29) : random.int(20, 58);
}

function ageOf(person: Persoonrij): number {
  return Math.floor((Date.parse(PEILDATUM) - Date.parse(person.geboortedatum)) / (365.25 * 86_400_000));
}
