import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { PERSOONSOORTEN } from '../../../schema/domain/sleutel';
import type { Gegevenregel } from '../gegevenregel';
import { keyVerwijzing } from '../keyRecord';
import type { RegisterReader } from '../reader/openReader';
import { inOrder } from './blad';
import { dagVan } from './dag';
import { type Gegeven, readPersoon, readZaak } from './readPersoon';
import type { Verstrekkingsweg } from './weg';

/** A record of a source, that was found wrong; or what stands on a person himself. */
export interface Recordvraag {
  /**
   * Type of the graph; of a row that is no record there, the coordinate of a value that is worked out of it; of what stands
   * on a person himself, its coordinate.
   */
  readonly soort: string;
  /** By what its source finds it again; null: it stands on the person himself, and needs no other name. */
  readonly verwijzing: string | null;
  /** About whom it is, by his own id; or the casus on which it stands, about no person. */
  readonly op: { readonly persoon: string } | { readonly casus: string };
}

/** That a partner was given something of it on a day. No value, no person, no medewerker and no casus is in it. */
interface Ontvangerregel {
  readonly dag: string;
  /** Partner id, or OIN of a host. */
  readonly aan: string;
  readonly categorie: string;
  readonly weg: Verstrekkingsweg;
  /** Coordinate of the value that was worked out of it; null: the record itself was given. */
  readonly berekend: string | null;
  /**
   * Equal where the same of it was given, 8 hexadecimal digits. null for what was worked out: rows of others can be in that
   * value too, so whether it changed would tell of them; and for what stands on a person, of which no version is kept.
   */
  readonly versie: string | null;
  readonly aangekomen: boolean;
}

/** What was given, and what of it is asked for. */
interface Plek {
  found(regel: Gegevenregel): readonly Gevonden[];
  given(wanted: (regel: Gegevenregel) => boolean): AsyncGenerator<Gegeven>;
}

/** How the datum stands in a line. */
type Gevonden = Pick<Ontvangerregel, 'berekend' | 'versie'>;

/**
 * Who got something of one record that its own bronhouder gave, or something that was worked out of it (AVG 19). What is
 * not there, what is another's and what was given to nobody all look alike: none. Not what his own medewerkers saw of it
 * (EIGEN), not what was made ready and never left, and nothing of which the text or the key was destroyed.
 *
 * @param bronhouder who asks.
 */
export async function readOntvangers(
  reader: RegisterReader,
  bronhouder: Pick<Ketenpartner, 'oin'>,
  vraag: Recordvraag,
): Promise<Ontvangerregel[]> {
  const { op } = vraag;
  const plek = 'casus' in op ? onCasus(reader, op.casus, vraag) : await onPersoon(reader, op.persoon, vraag);
  if (plek === null) return [];
  const found = (regel: Gegevenregel): readonly Gevonden[] => (regel.gever === bronhouder.oin ? plek.found(regel) : []);
  const regels = new Map<string, Ontvangerregel>();
  for await (const { entry, weg, aan, lot, regel } of plek.given((one) => found(one).length > 0)) {
    for (const how of found(regel)) {
      const what = { dag: dagVan(entry), aan, categorie: regel.categorie, weg, ...how };
      const key = JSON.stringify(what);
      regels.set(key, { ...what, aangekomen: lot === 'AANGEKOMEN' || (regels.get(key)?.aangekomen ?? false) });
    }
  }
  return inOrder(regels.values());
}

async function onPersoon(reader: RegisterReader, persoon: string, vraag: Recordvraag): Promise<Plek | null> {
  const known = await reader.personKey(persoon);
  if (known === null) return null;
  const { id, key } = known;
  const { soort, verwijzing } = vraag;
  return {
    found: verwijzing === null ? standsOn(soort) : namedBy(soort, (type) => keyVerwijzing(key, type, verwijzing)),
    given: (wanted) => readPersoon(reader, id, wanted),
  };
}

function onCasus(reader: RegisterReader, casus: string, { soort, verwijzing }: Recordvraag): Plek {
  return {
    found: verwijzing === null ? () => [] : namedBy(soort, (type) => reader.zaakverwijzing(type, verwijzing)),
    given: (wanted) => readZaak(reader, casus, wanted),
  };
}

/** The record itself, under its type, and whatever was worked out of it. */
function namedBy(soort: string, verwijzingOf: (type: string) => string): Plek['found'] {
  return ({ records = [] }) =>
    records
      .filter(([type, named]) => (type === soort || isCoordinate(type)) && named === verwijzingOf(type))
      .map(([type, , versie]) =>
        isCoordinate(type) ? { berekend: type, versie: null } : { berekend: null, versie: short(versie) },
      );
}

/** The same person is of one kind in one casus and of another in the next, and what stands on him is the same. */
function standsOn(coordinaat: string): Plek['found'] {
  const veld = coordinaat.slice(coordinaat.indexOf('.') + 1);
  const wanted = new Set([...PERSOONSOORTEN].map((kind) => `${kind}.${veld}`));
  return ({ velden }) => (Object.keys(velden).some((one) => wanted.has(one)) ? [{ berekend: null, versie: null }] : []);
}

/** Under a coordinate stands what a value was worked out of, under a type what was given itself. */
function isCoordinate(type: string): boolean {
  return type.includes('.');
}

function short(versie: string): string {
  return Buffer.from(versie, 'base64url').toString('hex').slice(0, 8);
}
