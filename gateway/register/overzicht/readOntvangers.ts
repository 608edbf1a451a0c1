import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import type { Gegevenregel } from '../gegevenregel';
import { keyVerwijzing } from '../keyRecord';
import type { RegisterReader } from '../reader/openReader';
import { inOrder } from './blad';
import { dagVan } from './dag';
import { type Gegeven, readPersoon, readZaak } from './readPersoon';
import type { Verstrekkingsweg } from './weg';

/** A record of a source, that was found wrong. */
export interface Recordvraag {
  /** Type of the graph; of a row that is no record there, the coordinate of a value that is worked out of it. */
  readonly soort: string;
  /** By what its source finds it again. */
  readonly verwijzing: string;
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
   * value too, so whether it changed would tell of them.
   */
  readonly versie: string | null;
  readonly aangekomen: boolean;
}

/** What was given, and under which reference the record stands there. */
interface Plek {
  verwijzingOf(type: string): string;
  given(wanted: (regel: Gegevenregel) => boolean): AsyncGenerator<Gegeven>;
}

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
  { soort, verwijzing, op }: Recordvraag,
): Promise<Ontvangerregel[]> {
  const plek = 'casus' in op ? onCasus(reader, op.casus, verwijzing) : await onPersoon(reader, op.persoon, verwijzing);
  if (plek === null) return [];
  const found = ({ gever, records = [] }: Gegevenregel): NonNullable<Gegevenregel['records']> =>
    gever !== bronhouder.oin
      ? []
      : records.filter(([type, named]) => (type === soort || isCoordinate(type)) && named === plek.verwijzingOf(type));
  const regels = new Map<string, Ontvangerregel>();
  for await (const { entry, weg, aan, lot, regel } of plek.given((one) => found(one).length > 0)) {
    for (const [type, , version] of found(regel)) {
      const [berekend, versie] = isCoordinate(type) ? [type, null] : [null, short(version)];
      const what = { dag: dagVan(entry), aan, categorie: regel.categorie, weg, berekend, versie };
      const key = JSON.stringify(what);
      regels.set(key, { ...what, aangekomen: lot === 'AANGEKOMEN' || (regels.get(key)?.aangekomen ?? false) });
    }
  }
  return inOrder(regels.values());
}

async function onPersoon(reader: RegisterReader, persoon: string, verwijzing: string): Promise<Plek | null> {
  const found = await reader.personKey(persoon);
  if (found === null) return null;
  const { id, key } = found;
  return {
    verwijzingOf: (type) => keyVerwijzing(key, type, verwijzing),
    given: (wanted) => readPersoon(reader, id, wanted),
  };
}

function onCasus(reader: RegisterReader, casus: string, verwijzing: string): Plek {
  return {
    verwijzingOf: (type) => reader.zaakverwijzing(type, verwijzing),
    given: (wanted) => readZaak(reader, casus, wanted),
  };
}

/** Under a coordinate stands what a value was worked out of, under a type what was given itself. */
function isCoordinate(type: string): boolean {
  return type.includes('.');
}

function short(versie: string): string {
  return Buffer.from(versie, 'base64url').toString('hex').slice(0, 8);
}
