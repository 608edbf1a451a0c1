import type { Subgraaf } from '../../../schema/domain/subgraaf';

const LINKS = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@external", "@interfaceObject", "@key", "@override", "@policy", "@requires"])
  @link(url: "https://ketenhub.invalid/leest/v1.0", import: ["@leest"])
  @composeDirective(name: "@leest")
directive @leest(gegevens: [String!]!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
enum Niveau { LAAG MIDDEN HOOG }
`;
const NAMEN = '"persoon.naam", "kring.naam", "professional.naam"';
const BRONHOUDER = 'bronhouder: ID';
const REGISTRATIES = '"casus.overleg", "casus.besluit", "politie.incidenten", "zorg.trajecten"';
const WIE = '"casus.betrokkenheid", "casus.kring", "casus.professionals"';
const van = (...categorieen: readonly string[]): string =>
  `@policy(policies: [[${categorieen.map((one) => (one.startsWith('"') ? one : `"${one}"`)).join(', ')}]])`;

/**
 * The chain in miniature: what federation has and the real graph has not (yet). The police knows a person as one object
 * (@interfaceObject), care knows the kinds, the municipality knows the interface. A union and an interface have members
 * in every source; `keten` stands at the end of a chain of @requires.
 */
export const SDL: Readonly<Record<Subgraaf, string>> = {
  municipality: `${LINKS}
type Query { casus(id: ID! @leest(gegevens: ["casus.kern"])): Casus ${van('casus.kern')} }
type Casus @key(fields: "id") {
  id: ID!
  kenmerk: String ${van('casus.kern')}
  gemeente: String ${van('casus.kern')}
  niveau: Niveau ${van('casus.niveau')}
  kalender: [[Niveau]!] ${van('casus.niveau')}
  agenda: [[Afspraak!]] ${van('casus.agenda')}
  personen: [Persoon!] ${van(WIE)}
  contact: Persoon ${van(WIE)}
  hoofdpersoon: Hoofdbetrokkene ${van('casus.betrokkenheid')}
  overleggen(vanaf: Int @leest(gegevens: ["casus.agenda"])): [Gebeurtenis!] ${van('casus.overleg')}
  registraties: [Registratie!] ${van(REGISTRATIES)}
  betrokken: [Betrokken!] ${van('casus.betrokkenheid', 'casus.kring', 'casus.overleg')}
}
type Afspraak { dag: Int ${van('casus.agenda')} waar: String ${van('casus.plaats')} }
interface Persoon @key(fields: "id") { id: ID! naam: String }
type Hoofdbetrokkene implements Persoon @key(fields: "id") {
  id: ID!
  naam: String ${van('persoon.naam')}
  ${BRONHOUDER} ${van('casus.betrokkenheid')}
  wijk: String ${van('persoon.wijk')}
  familie: [Persoon!] ${van('persoon.familie', WIE)}
  risico: Niveau @external
  prioriteit: Niveau @requires(fields: "risico") ${van('casus.niveau', 'politie.risico')}
}
type Kringlid implements Persoon @key(fields: "id") {
  id: ID!
  naam: String ${van('kring.naam')}
  ${BRONHOUDER} ${van('casus.kring')}
  om: Hoofdbetrokkene ${van('kring.om', 'casus.betrokkenheid')}
}
type Professional implements Persoon @key(fields: "id") { id: ID! naam: String ${van('professional.naam')} }
union Gebeurtenis = Overleg | Besluit
union Betrokken = Hoofdbetrokkene | Kringlid | Overleg
interface Registratie { dag: Int }
type Overleg implements Registratie { ${BRONHOUDER} ${van('casus.overleg')} dag: Int ${van('casus.overleg')} waar: String ${van('casus.plaats')} }
type Besluit implements Registratie { ${BRONHOUDER} ${van('casus.besluit')} dag: Int ${van('casus.besluit')} tekst: String ${van('casus.besluit')} }
`,
  police: `${LINKS}
type Casus @key(fields: "id") {
  id: ID!
  gemeente: String @override(from: "municipality") ${van('politie.plaats', 'casus.kern')}
  gezien: [Persoon!] ${van('politie.gezien', WIE)}
  verdachte: Persoon ${van('politie.gezien', WIE)}
  incidenten: [Gebeurtenis!] ${van('politie.incidenten')}
  politieregistraties: [[Registratie!]] ${van(REGISTRATIES)}
}
type Persoon @key(fields: "id") @interfaceObject {
  id: ID!
  naam: String @external
  bekend: Boolean ${van('politie.bekend')}
  risico: Niveau ${van('politie.risico')}
  meldingen(vanaf: Int @leest(gegevens: ["politie.bekend"])): [[Int]] ${van('politie.meldingen')}
  gezienMet: [Persoon!] ${van('politie.gezien', WIE)}
  dekmantel: String @requires(fields: "naam") ${van('politie.dekmantel', NAMEN)}
}
union Gebeurtenis = Incident | Signaal
interface Registratie { dag: Int }
type Incident implements Registratie { ${BRONHOUDER} ${van('politie.incidenten')} dag: Int ${van('politie.incidenten')} tekst: String ${van('politie.inhoud')} }
type Signaal { ${BRONHOUDER} ${van('politie.signaal')} tekst: String ${van('politie.signaal')} dag: Int ${van('politie.signaal')} }
`,
  care: `${LINKS}
type Casus @key(fields: "id") {
  id: ID!
  trajecten: [Gebeurtenis!] ${van('zorg.trajecten')}
  zorgregistraties: [Registratie!] ${van(REGISTRATIES)}
  patienten: [Persoon!] ${van('zorg.bekend', WIE)}
}
interface Persoon { id: ID! bekendBijZorg: Boolean }
type Hoofdbetrokkene implements Persoon @key(fields: "id") {
  id: ID!
  risico: Niveau @external
  dekmantel: String @external
  bekendBijZorg: Boolean ${van('zorg.bekend')}
  beeld: Niveau @requires(fields: "risico") ${van('zorg.risico', 'politie.risico')}
  keten: String @requires(fields: "dekmantel risico") ${van('zorg.keten', 'politie.dekmantel', 'politie.risico', NAMEN)}
}
type Kringlid implements Persoon @key(fields: "id") { id: ID! bekendBijZorg: Boolean ${van('zorg.kring')} }
type Professional implements Persoon @key(fields: "id") { id: ID! bekendBijZorg: Boolean ${van('zorg.bekend')} }
union Gebeurtenis = Traject
interface Registratie { dag: Int }
type Traject implements Registratie { ${BRONHOUDER} ${van('zorg.trajecten')} dag: Int ${van('zorg.trajecten')} waar: String ${van('zorg.plaats')} }
`,
};
