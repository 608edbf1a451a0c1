import type { Betreft, Herkomst, Herkomstgever, NietDoorgeven, Verteld } from '../../schema/domain/herkomst';

const TYPE = /^[A-Za-z]\w{0,99}$/;
const COORDINAAT = /^[A-Za-z]\w{0,99}\.([A-Za-z]\w{0,99})$/;
const NAAM = /^[\w.-]{1,200}$/;
const OIN = /^\d{20}$/;
/** More than any answer needs: what is past it is not read, and the values are written down as if nothing was told. */
const MOST = { herkomst: 5_000, betreft: 5_000, van: 100, records: 1_000, together: 50_000, niet: 5_000, aan: 100 };

/**
 * What a source tells of whose rows it used, as hostile as anything it says: of another shape, of a field that was not
 * asked or of an entity that was not sent, an entry is as if it were not there.
 *
 * @param velden names of the fields that the operation asks
 * @param ids of the entities that were sent; null: none was, for the source finds them itself
 * @throws Error where what may not be sent on has another shape: it would be sent on after all
 */
export function readVerteld(
  extensions: unknown,
  velden: ReadonlySet<string>,
  ids: ReadonlySet<string> | null,
): Verteld {
  return {
    herkomst: readHerkomst(extensions, velden, ids),
    betreft: readBetreft(extensions),
    nietDoorgeven: readNietDoorgeven(extensions, velden),
  };
}

/** An entity may stand anywhere below what was sent; of one that is not in the answer nobody ever looks it up. */
function readBetreft(extensions: unknown): readonly Betreft[] {
  const told = ownOf(extensions, 'betreft');
  if (!Array.isArray(told) || told.length > MOST.betreft) return [];
  return told.flatMap((one: unknown): Betreft[] => {
    const type = text(ownOf(one, 'type'), TYPE);
    const id = text(ownOf(one, 'id'), NAAM);
    const persoon = text(ownOf(one, 'persoon'), NAAM);
    return type === null || id === null || persoon === null ? [] : [{ type, id, persoon }];
  });
}

/** The entity may stand anywhere below what was sent. Unlike the rest it is never read for less than it says. */
function readNietDoorgeven(extensions: unknown, velden: ReadonlySet<string>): readonly NietDoorgeven[] {
  const told = ownOf(extensions, 'nietDoorgeven');
  if (told === undefined) return [];
  const read = Array.isArray(told) && told.length <= MOST.niet ? told.map(readNietDoor) : [null];
  const known = read.filter((one) => one !== null);
  if (known.length < read.length) throw new Error('told in another shape what may not be sent on');
  return known.filter(({ coordinaat }) => velden.has(fieldIn(coordinaat)));
}

function readNietDoor(one: unknown): NietDoorgeven | null {
  const coordinaat = text(ownOf(one, 'coordinaat'), COORDINAAT);
  const id = text(ownOf(one, 'id'), NAAM);
  const given = ownOf(one, 'aan');
  if (coordinaat === null || id === null || !Array.isArray(given) || given.length > MOST.aan) return null;
  const aan = given.map((partner: unknown) => text(partner, NAAM)).filter((partner) => partner !== null);
  return aan.length < given.length ? null : { coordinaat, id, aan };
}

function fieldIn(coordinaat: string): string {
  return coordinaat.slice(coordinaat.indexOf('.') + 1);
}

function readHerkomst(
  extensions: unknown,
  velden: ReadonlySet<string>,
  ids: ReadonlySet<string> | null,
): readonly Herkomst[] {
  const told = ownOf(extensions, 'herkomst');
  if (!Array.isArray(told) || told.length > MOST.herkomst) return [];
  const read = told.flatMap((one: unknown): Herkomst[] => {
    const coordinaat = text(ownOf(one, 'coordinaat'), COORDINAAT);
    const id = text(ownOf(one, 'id'), NAAM);
    const categorie = text(ownOf(one, 'categorie'), NAAM);
    const van = readVan(ownOf(one, 'van'));
    if (coordinaat === null || id === null || categorie === null || van === null) return [];
    const asked = velden.has(fieldIn(coordinaat)) && (ids === null || ids.has(id));
    return asked ? [{ coordinaat, id, categorie, van }] : [];
  });
  // Each within its bounds, they could still be more together than the register can hold of one answer.
  const together = read.reduce((sum, { van }) => van.reduce((all, { records }) => all + 1 + records.length, sum), 0);
  return together > MOST.together ? [] : read;
}

function readVan(van: unknown): Herkomstgever[] | null {
  if (!Array.isArray(van) || van.length > MOST.van) return null;
  const read = van.map((one: unknown): Herkomstgever | null => {
    const bronhouder = text(ownOf(one, 'bronhouder'), OIN);
    const records = ownOf(one, 'records');
    if (bronhouder === null || !Array.isArray(records) || records.length > MOST.records) return null;
    const named = records.map((record: unknown) => text(record, NAAM));
    return named.includes(null) ? null : { bronhouder, records: named.filter((name) => name !== null) };
  });
  return read.includes(null) ? null : read.filter((one) => one !== null);
}

function text(value: unknown, form: RegExp): string | null {
  return typeof value === 'string' && form.test(value) ? value : null;
}

function ownOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
