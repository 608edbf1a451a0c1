import type { Choices } from '../../gateway/prune/generate';
import { hostVan } from './tabel';

/** An object of the world: its type, and a value for every field. What leads elsewhere is a function. */
export type Ding = Readonly<Record<string, unknown>> & { readonly __typename: string };

export interface Wereld {
  readonly casus: Ding;
  readonly personen: ReadonlyMap<string, Ding>;
}

/** OIN of a supplier that gives nobody anything. */
export const ELDERS = 'oin-elders';
const NIVEAUS = ['LAAG', 'MIDDEN', 'HOOG'];
const SOORTEN = ['Hoofdbetrokkene', 'Hoofdbetrokkene', 'Kringlid', 'Kringlid', 'Professional'] as const;

/** What the sources work out from what they were sent: the same sum for who has the whole world and for who has a part. */
export const dekmantel = (naam: unknown): string => `alias van ${String(naam)}`;
export const beeld = (risico: unknown): string | null => (typeof risico === 'string' ? risico : null);
export const keten = (alias: unknown, risico: unknown): string => JSON.stringify([alias, risico]);
export const prioriteit = (risico: unknown): string => (risico === 'HOOG' ? 'HOOG' : 'LAAG');

/** A casus with persons in which anything nullable is now and then null, and any list now and then empty. */
export function maakWereld(choices: Choices): Wereld {
  let count = 0;
  const text = (what: string): string | null => maybe(() => `${what} ${String((count += 1))}`);
  const maybe = <T>(make: () => T): T | null => (choices.chance(0.1) ? null : make());
  const some = <T>(make: () => T): T[] => Array.from({ length: choices.of([0, 1, 2, 3]) }, make);
  const niveau = (): string | null => maybe(() => choices.of(NIVEAUS));
  /** Now and then a record of a supplier of whom nothing is granted. */
  const bron = (subgraaf: string): string => (choices.chance(0.1) ? ELDERS : hostVan(subgraaf));
  const dag = (): number | null => maybe(() => Math.floor(choices.next() * 100));
  const personen = new Map<string, Ding>();
  const wie = (): Ding[] => some(() => choices.of([...personen.values()]));
  const iemand = (soort?: string): Ding | null =>
    maybe(() => choices.of([...personen.values()].filter((one) => soort === undefined || one.__typename === soort)));
  /** Persons lead to persons, so that it is made when all are there; then it stays as it is, whoever asks first. */
  const later = <T>(make: () => T): (() => T) => {
    const made: { value?: T } = {};
    makers.push(() => (made.value = make()));
    return () => made.value as T;
  };
  const makers: (() => unknown)[] = [];

  const persoon = (soort: (typeof SOORTEN)[number], id: string): Ding => {
    const naam = text('naam');
    const risico = niveau();
    const reeks = maybe(() => some(() => maybe(() => some(dag))));
    return {
      __typename: soort,
      id,
      bronhouder: bron('municipality'),
      naam,
      risico,
      wijk: text('wijk'),
      bekend: maybe(() => choices.chance(0.5)),
      bekendBijZorg: maybe(() => choices.chance(0.5)),
      meldingen: ({ vanaf }: { vanaf?: number | null }) =>
        reeks?.map((rij) => rij?.filter((one) => one === null || one >= (vanaf ?? 0)) ?? null) ?? null,
      familie: later(() => maybe(wie)),
      gezienMet: later(() => maybe(wie)),
      om: later(() => iemand('Hoofdbetrokkene')),
      dekmantel: dekmantel(naam),
      beeld: beeld(risico),
      keten: keten(dekmantel(naam), risico),
      prioriteit: prioriteit(risico),
    };
  };
  SOORTEN.forEach((soort, index) => {
    const id = `p${String(index)}`.padEnd(32, '0');
    personen.set(id, persoon(soort, id));
  });
  for (const make of makers) make();
  const overleg = (): Ding => ({
    __typename: 'Overleg',
    bronhouder: bron('municipality'),
    dag: dag(),
    waar: text('waar'),
  });
  const besluit = (): Ding => ({
    __typename: 'Besluit',
    bronhouder: bron('municipality'),
    dag: dag(),
    tekst: text('besluit'),
  });
  const incident = (): Ding => ({
    __typename: 'Incident',
    bronhouder: bron('police'),
    dag: dag(),
    tekst: text('incident'),
  });
  const signaal = (): Ding => ({
    __typename: 'Signaal',
    bronhouder: bron('police'),
    dag: dag(),
    tekst: text('signaal'),
  });
  const traject = (): Ding => ({
    __typename: 'Traject',
    bronhouder: bron('care'),
    dag: dag(),
    waar: text('kliniek'),
  });
  const afspraak = (): Ding => ({ __typename: 'Afspraak', dag: dag(), waar: text('plaats') });
  const overleggen = maybe(() => some(() => choices.of([overleg, besluit])()));
  const alle = [...personen.values()];
  const casus: Ding = {
    __typename: 'Casus',
    id: 'c'.padEnd(32, '0'),
    kenmerk: text('kenmerk'),
    gemeente: text('gemeente'),
    niveau: niveau(),
    kalender: maybe(() => some(() => some(niveau))),
    agenda: maybe(() => some(() => maybe(() => some(afspraak)))),
    personen: maybe(() => alle),
    contact: iemand(),
    hoofdpersoon: iemand('Hoofdbetrokkene'),
    overleggen: ({ vanaf }: { vanaf?: number | null }) =>
      overleggen?.filter(({ dag: op }) => typeof op !== 'number' || op >= (vanaf ?? 0)) ?? null,
    registraties: maybe(() => some(() => choices.of([overleg, besluit])())),
    betrokken: maybe(() => [...alle.filter((one) => one.__typename !== 'Professional'), overleg()]),
    gezien: maybe(wie),
    verdachte: iemand(),
    incidenten: maybe(() => some(() => choices.of([incident, signaal])())),
    politieregistraties: maybe(() => some(() => maybe(() => some(incident)))),
    trajecten: maybe(() => some(traject)),
    zorgregistraties: maybe(() => some(traject)),
    patienten: maybe(wie),
  };
  return { casus, personen };
}
