import { createHash, createPrivateKey } from 'node:crypto';
import type { Entry } from '../../../gateway/register/reader/entry';
import { openPersoon, openPersoonsleutel } from '../../../gateway/register/reader/openPersoon';
import type { CheckpointKey } from '../../../gateway/register/writer/openWriter';
import { parseNote, readVerifier, verifyNote, writeVerifier } from '../../../schema/signedNote';
import { CHECKPOINT, KEY, type Rows } from './backend';
import { naiveLeaf, naiveRoot } from './naiveRoot';

interface Held {
  readonly entries: readonly Entry[];
  /** Sizes of the checkpoints. */
  readonly signed: readonly number[];
}

/**
 * Reads a register by the letter of its format, and by no code that wrote it: no gap, every leaf and kept node right, every
 * checkpoint signed over the root at its size, every key of a person told of once, every pointer following from a text,
 * and everything about persons to be opened.
 */
export function expectRight(rows: Rows, checkpoint: CheckpointKey = CHECKPOINT): Held {
  const entries = rows.inhoud.map(({ tekst }, nr): Entry => ({ ...(JSON.parse(String(tekst)) as Entry), nr }));
  const leaves = rows.inhoud.map(({ tekst }) => naiveLeaf(String(tekst)));
  const { length } = entries;
  expect(rows.regel).toEqual(leaves.map((blad, nr) => ({ nr, id: entries[nr]?.id, blad: blad.toString('hex') })));
  expect(rows.inhoud.map(({ nr }) => nr)).toEqual(entries.map(({ nr }) => nr));

  const knopen = [8, 16].flatMap((laag) =>
    Array.from({ length: Math.floor(length / 2 ** laag) }, (_, nr) => {
      const hash = Buffer.from(naiveRoot(leaves.slice(nr * 2 ** laag, (nr + 1) * 2 ** laag))).toString('hex');
      return { laag, nr, hash };
    }),
  );
  expect(rows.knoop).toEqual(knopen);

  const verifier = readVerifier(writeVerifier(checkpoint.naam, createPrivateKey(checkpoint.pem)))!;
  const signed = rows.checkpoint.map(({ grootte, tekst }) => {
    const note = parseNote(String(tekst))!;
    const root = Buffer.from(naiveRoot(leaves.slice(0, Number(grootte)))).toString('base64');
    expect(note.text).toBe(`${checkpoint.naam}\n${String(grootte)}\n${root}\n`);
    expect(note.signatures.some((one) => verifyNote(note.text, one, verifier))).toBe(true);
    return Number(grootte);
  });

  const told = entries.flatMap(({ sleutels }) => sleutels ?? []).sort((one, other) => (one.id < other.id ? -1 : 1));
  const digest = (id: unknown, zoek: unknown, sleutel: unknown): string =>
    createHash('sha256').update([id, zoek, sleutel].map(String).join('\n')).digest('hex');
  expect(told).toEqual(rows.persoonsleutel.map(({ id, zoek, sleutel }) => ({ id, digest: digest(id, zoek, sleutel) })));
  expect(new Set(rows.persoonsleutel.map(({ zoek }) => zoek)).size).toBe(told.length);

  const pointers = entries.flatMap(pointersOf).map((one) => one.join('\n'));
  expect(rows.wijzer.map(({ soort, sleutel, nr }) => [soort, sleutel, nr].join('\n')).sort()).toEqual(pointers.sort());

  const keys = new Map(
    rows.persoonsleutel.map(({ id, zoek, sleutel }) => {
      const row = { id: String(id), zoek: String(zoek), sleutel: String(sleutel) };
      return [row.id, openPersoonsleutel(KEY, row)];
    }),
  );
  for (const entry of entries) for (const one of entry.personen ?? []) openPersoon(entry, one, keys.get(one.sleutel)!);
  return { entries, signed };
}

/** The pointers of one entry, as the README names them. */
function pointersOf({
  nr,
  personen,
  casus,
  medewerker,
  partner,
  naar,
  gevers,
  dossier,
  soort: of,
  verloop,
}: Entry): [string, string, number][] {
  const found: [string, string | null | undefined][] = [
    ...(personen ?? []).map(({ sleutel }): [string, string] => ['persoon', sleutel]),
    ['casus', casus],
    ['medewerker', medewerker],
    ...[...new Set([partner, naar])].map((one): [string, string | null | undefined] => ['ontvanger', one]),
    ...(gevers ?? []).map((oin): [string, string] => ['gever', oin]),
    ['dossier', dossier?.nummer],
    ['stap', of === 'STAP' && !/^(AANWIJZEN|BRONBESLUIT)$/.test(verloop?.stap ?? '') ? casus : null],
  ];
  return found.flatMap(([soort, sleutel]): [string, string, number][] =>
    sleutel === null || sleutel === undefined ? [] : [[soort, sleutel, nr]],
  );
}
