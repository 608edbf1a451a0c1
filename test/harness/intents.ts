import { pseudonym } from '../../gateway/register/pseudonym';
import type { Entry } from '../../gateway/register/reader/entry';
import { openPersoon, openPersoonsleutel } from '../../gateway/register/reader/openPersoon';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { readKetenpartners } from '../../schema/partners';
import type { Recorded } from './recordingProxy';

/** A register as a second connection sees it. */
export interface SeenRegister {
  readonly entries: readonly Entry[];
  /** Rows of `persoonsleutel`. */
  readonly sleutels: readonly { readonly id: string; readonly zoek: string; readonly sleutel: string }[];
}

const HOSTS = new Map([...readKetenpartners().values()].map(({ subgraaf, oin }) => [subgraaf, oin]));
export const hostOf = (subgraaf: Subgraaf): string => HOSTS.get(subgraaf) ?? '';

type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly id: string };
const PERSONS = ['Hoofdbetrokkene', 'Kringlid', 'Professional'];

/** The entities that a fetch sends along. */
export function representationsIn({ body }: Recorded): Representation[] {
  const { variables } = JSON.parse(body) as { variables?: { representations?: Representation[] } };
  return variables?.representations ?? [];
}

/**
 * What a fetch sends to its source without an intent in the register that says so: to that host, for that request, by that
 * person's own key. Every key that is sent comes from the municipality, so it alone may be sent them without.
 */
export function unannounced(
  recorded: Recorded,
  { entries, sleutels }: SeenRegister,
  registerKey: Uint8Array,
): string[] {
  if (recorded.subgraaf === 'municipality') return [];
  const trace = String(recorded.headers['traceparent']).split('-')[1];
  const intents = entries.filter(
    ({ soort, naar, traceId }) => soort === 'VOORNEMEN' && naar === hostOf(recorded.subgraaf) && traceId === trace,
  );
  return representationsIn(recorded).flatMap(({ __typename: type, id, ...required }) => {
    const told = PERSONS.includes(type)
      ? ofPerson(pseudonym(registerKey, 'persoon', id))
      : intents.flatMap(({ zaak }) => (zaak ?? []).flatMap(({ velden }) => Object.keys(velden)));
    const sent = ['id', ...Object.keys(required)];
    return sent.map((field) => `${type}.${field}`).filter((coordinaat) => !told.includes(coordinaat));
  });

  function ofPerson(zoek: string): string[] {
    const row = sleutels.find((one) => one.zoek === zoek);
    if (row === undefined) return [];
    const key = openPersoonsleutel(registerKey, row);
    return intents.flatMap((entry) =>
      (entry.personen ?? [])
        .filter(({ sleutel }) => sleutel === row.id)
        .flatMap((one) => openPersoon(entry, one, key).flatMap(({ velden }) => Object.keys(velden))),
    );
  }
}
