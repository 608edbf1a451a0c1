import { impossibleBsn } from './bsn';
import { addDays, PEILDATUM } from './days';
import { oinOf, type Draft, type Persoonrij } from './draft';
import { GEMEENTEPARTNER, POSTCODECIJFERS, WIJKEN, type Gemeente } from './gemeenten';

interface PersonWish {
  readonly gemeente: Gemeente;
  /** Age in years on the fixed today. */
  readonly leeftijd: number;
  /** Lives with this person, in whatever municipality that is. */
  readonly adresVan?: Persoonrij | undefined;
  /** Has the surname of this person. */
  readonly naamVan?: Persoonrij | undefined;
  readonly geheimhouding?: boolean;
  readonly professional?: { readonly functie: string; readonly organisatie: string; readonly domein: string };
}

/** Adds a person that does not exist to the draft. */
export function createPerson(draft: Draft, wish: PersonWish): Persoonrij {
  const { random } = draft;
  const gemeente = wish.adresVan?.gemeente ?? wish.gemeente;
  const { voorvoegsel, geslachtsnaam } = wish.naamVan ?? splitSurname(random.faker.person.lastName());
  const voornamen = random.faker.person.firstName(random.pick(['female', 'male']));
  const person: Persoonrij = {
    id: random.id('persoon'),
    bronhouder: oinOf(draft, GEMEENTEPARTNER[gemeente as Gemeente]),
    voornamen,
    voorvoegsel,
    geslachtsnaam,
    geboortedatum: addDays(PEILDATUM, -Math.floor(wish.leeftijd * 365.25) - random.int(1, 300)),
    bsn: impossibleBsn(random.eightDigits(), random.int(0, 9)),
    ...createAddress(draft, wish),
    gemeente,
    // Whoever lives with someone whose address is secret would give it away.
    geheimhouding: wish.adresVan?.geheimhouding === true || (wish.geheimhouding ?? random.chance(0.05)),
    // 06 00 is not handed out to anyone.
    telefoon: `06 00${String(random.int(0, 999_999)).padStart(6, '0')}`,
    functie: wish.professional?.functie ?? null,
    organisatie: wish.professional?.organisatie ?? null,
    email: wish.professional
      ? `${voornamen}.${geslachtsnaam}`
          .normalize('NFD')
          .replace(/[^A-Za-z.]/g, '')
          .toLowerCase() + `@${wish.professional.domein}.invalid`
      : null,
  };
  draft.municipality.personen.push(person);
  draft.personen.set(person.id, person);
  return person;
}

function createAddress(
  { random }: Draft,
  { gemeente, adresVan }: PersonWish,
): Pick<Persoonrij, 'straat' | 'huisnummer' | 'postcode' | 'woonplaats' | 'wijk'> {
  if (adresVan !== undefined) {
    const { straat, huisnummer, postcode, woonplaats, wijk } = adresVan;
    return { straat, huisnummer, postcode, woonplaats, wijk };
  }
  return {
    straat: random.faker.location.street(),
    huisnummer: `${random.int(1, 240)}${random.chance(0.15) ? random.pick(['A', 'B', '-2']) : ''}`,
    // The letters SA and SD are never issued in a Dutch postcode.
    postcode: `${random.int(...POSTCODECIJFERS[gemeente])} ${random.pick(['SA', 'SD'])}`,
    woonplaats: gemeente,
    wijk: random.pick(WIJKEN[gemeente]),
  };
}

function splitSurname(surname: string): Pick<Persoonrij, 'voorvoegsel' | 'geslachtsnaam'> {
  const at = surname.lastIndexOf(' ');
  return at < 0
    ? { voorvoegsel: null, geslachtsnaam: surname }
    : { voorvoegsel: surname.slice(0, at), geslachtsnaam: surname.slice(at + 1) };
}
