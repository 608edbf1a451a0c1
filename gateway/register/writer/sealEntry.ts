import {
  type Ontvangstbewijs,
  type Registerregel,
  type Verstrekkingsregel,
  isCasusstap,
} from '../../../schema/domain/registerregel';
import { canonical } from '../canonical';
import { type Gegevenregel, MOST_BYTES } from '../gegevenregel';
import { keyVersie, keyVerwijzing } from '../keyRecord';
import { deriveKey, seal } from '../sealing';
import { pack } from './pack';
import { pseudonym } from '../pseudonym';
import type { PersonKey } from './persons';
import type { Wijzersoort } from './tables';

/** An entry as it is written: its text, and what points to it. */
export interface SealedEntry extends Ontvangstbewijs {
  readonly tekst: string;
  readonly wijzers: readonly (readonly [Wijzersoort, string])[];
}

interface Ground {
  readonly registerKey: Uint8Array;
  /** Of every person that the line tells of. */
  readonly keys: ReadonlyMap<string, PersonKey>;
  /** Keys that were made for this entry. */
  readonly made: readonly { readonly id: string; readonly digest: string }[];
}

/** Ids of the persons of whom a line tells. */
export function personsIn({ verstrekkingen, persoon }: Registerregel): string[] {
  const told = new Set<string>();
  for (const regel of verstrekkingen) if (regel.persoon !== null) told.add(regel.persoon);
  if (persoon !== null) told.add(persoon);
  return [...told];
}

/**
 * Writes a line down with pseudonyms for ids, and with what is about a person under the key of that person. Null and
 * empty fields are left out.
 *
 * @throws Error for a verstrekking that nobody received, RangeError for more about one person than can be read back.
 */
export function sealEntry(regel: Registerregel, bewijs: Ontvangstbewijs, ground: Ground): SealedEntry {
  const { verstrekkingen, medewerker, persoon, dossier, geprobeerd, ...line } = regel;
  if (verstrekkingen.length > 0 && line.partner === null) throw new Error('a verstrekking to nobody');
  const { registerKey, keys, made } = ground;
  const pseudoniem = medewerker === null ? null : pseudonym(registerKey, 'medewerker', medewerker);
  const about = perPersoon(verstrekkingen);
  const zaak = gegevenregels(about.get(null) ?? [], registerKey);
  const personen = personsIn(regel).map((id) => {
    const { id: sleutel, key } = keyOf(keys, id);
    const told = JSON.stringify(gegevenregels(about.get(id) ?? [], key));
    if (Buffer.byteLength(told) > MOST_BYTES) throw new RangeError('more about one person than an entry can hold');
    return { sleutel, inhoud: seal(deriveKey(key, 'inhoud'), pack(told), `${bewijs.id}\n${sleutel}`) };
  });
  const gevers = [...new Set(verstrekkingen.filter(({ eigen }) => !eigen).map(({ bronhouder }) => bronhouder))].sort();
  const account = dossier?.account;
  const held = account === undefined ? dossier : { ...dossier, account: { ...account, medewerker: pseudonym(registerKey, 'medewerker', account.medewerker) } }; // oxfmt-ignore
  const tekst = canonical({
    v: 2,
    ...bewijs,
    ...withoutEmpty({
      ...line,
      medewerker: pseudoniem,
      dossier: held,
      geprobeerd: geprobeerd === null ? null : pseudonym(registerKey, 'casus', geprobeerd),
      zaak,
      personen,
      gevers,
      sleutels: made,
    }),
  });
  const ontvangers = new Set([line.partner, line.naar]);
  const wijzers = [
    ...personen.map(({ sleutel }) => ['persoon', sleutel] as const),
    ...one('casus', line.casus),
    ...one('stap', line.soort === 'STAP' && isCasusstap(line.verloop) ? line.casus : null),
    ...one('medewerker', pseudoniem),
    ...[...ontvangers].flatMap((ontvanger) => one('ontvanger', ontvanger)),
    ...gevers.map((oin) => ['gever', oin] as const),
    ...one('dossier', dossier?.nummer ?? null),
  ];
  return { ...bewijs, tekst, wijzers };
}

function perPersoon(verstrekkingen: readonly Verstrekkingsregel[]): Map<string | null, Verstrekkingsregel[]> {
  const groups = new Map<string | null, Verstrekkingsregel[]>();
  for (const regel of verstrekkingen) {
    const known = groups.get(regel.persoon);
    if (known === undefined) groups.set(regel.persoon, [regel]);
    else known.push(regel);
  }
  return groups;
}

function gegevenregels(verstrekkingen: readonly Verstrekkingsregel[], key: Uint8Array): Gegevenregel[] {
  const groups = new Map<string, Verstrekkingsregel[]>();
  for (const regel of verstrekkingen) {
    const { bronhouder, categorie, artikel, eigen } = regel;
    const group = `${bronhouder}\n${categorie}\n${String(eigen)}\n${artikel}`;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [regel]);
    else known.push(regel);
  }
  return [...groups.values()].flatMap((group): Gegevenregel[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { bronhouder: gever, categorie, artikel, eigen } = first;
    const velden: Record<string, number> = {};
    for (const { coordinaat, aantal } of group) velden[coordinaat] = (velden[coordinaat] ?? 0) + aantal;
    const records = new Map(
      group.flatMap((regel) => regel.records).map((one) => [`${one.type}\n${one.verwijzing}\n${one.inhoud}`, one]),
    );
    const keyed = [...records.values()].map(
      ({ type, verwijzing, inhoud }) => [type, keyVerwijzing(key, type, verwijzing), keyVersie(key, inhoud)] as const,
    );
    return [{ gever, categorie, artikel, ...(eigen ? { eigen } : {}), velden, ...(keyed.length > 0 ? { records: keyed } : {}) }]; // oxfmt-ignore
  });
}

function keyOf(keys: ReadonlyMap<string, PersonKey>, id: string): PersonKey {
  const found = keys.get(id);
  if (found === undefined) throw new Error('a person without a key');
  return found;
}

function one(soort: Wijzersoort, sleutel: string | null): readonly (readonly [Wijzersoort, string])[] {
  return sleutel === null ? [] : [[soort, sleutel]];
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}
