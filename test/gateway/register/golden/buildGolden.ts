import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { type Signer, checkpointText, signerOf } from './goldenKeys';
import { hashLeaf, treeHash } from './naiveTree';
import type { Row, Rows } from './rows';

/*
 * A register, built from gateway/register/README.md alone: nothing of the writer, and nothing of the verifier, is used.
 * It is the same to the byte each time.
 */

export const SIZE = 560;
/** Entries that something hangs on. */
export const NEW_KEY = 300;
export const DESTROYS = 350;
const DESTROYS_AGAIN = 401;
export const ORIGIN = 'register.voorbeeld';
export const FIRST_KEY = signerOf(ORIGIN, 'eerste');
export const SECOND_KEY = signerOf(ORIGIN, 'tweede');
/** The size at NEW_KEY + 1 is the first that covers the new key. */
const SIZES = [1, 7, 64, 255, 256, 257, NEW_KEY, NEW_KEY + 1, 340, DESTROYS + 1, 402, 512, 530, SIZE];
const RANGES: readonly (readonly [number, number])[] = [
  [20, 30],
  [41, 42],
];
const RANGES_AGAIN: readonly (readonly [number, number])[] = [[100, 117]];

export interface Golden {
  readonly rows: Rows;
  /** Texts and keys that were destroyed, as they were. */
  readonly destroyed: { readonly inhoud: readonly Row[]; readonly persoonsleutel: readonly Row[] };
  /** Entry that a key of a person is found under: the one that made it, or that took it over. */
  readonly maker: ReadonlyMap<string, number>;
  readonly leaves: readonly Buffer[];
}

interface Key {
  readonly row: { readonly id: string; readonly zoek: string; readonly sleutel: string };
  readonly key: Buffer;
  maker: number;
}

/** @param forkedFrom from this entry on everything is another, signed with the same keys. */
export function buildGolden(forkedFrom = SIZE, size = SIZE): Golden {
  const random = (what: string, bytes: number): Buffer => createHash('sha256').update(what).digest().subarray(0, bytes);
  const registerKey = random('registersleutel', 32);
  const keys = new Map<number, Key>();
  const texts: string[] = [];
  const pointers: Row[][] = [];
  const destroyedKeys: Key[] = [];

  const keyOf = (person: number, nr: number, made: Key[]): Key => {
    const known = keys.get(person);
    if (known !== undefined) return known;
    const id = random(`sleutel-id ${String(person)} ${String(nr)}`, 16).toString('base64url');
    const zoek = createHmac('sha256', registerKey)
      .update(`persoon\n${String(person)}`)
      .digest('base64url');
    const key = random(`sleutel ${String(person)}`, 32);
    const sealing = createHmac('sha256', registerKey).update('ketenhub.register.sleutel.v2').digest();
    const row = { id, zoek, sleutel: seal(sealing, key, `${id}\n${zoek}`, random(`nonce ${id}`, 12)) };
    const one = { row, key, maker: nr };
    keys.set(person, one);
    made.push(one);
    return one;
  };

  for (let nr = 0; nr < size; nr += 1) {
    const id = random(`${nr < forkedFrom ? 'regel' : 'anders'} ${String(nr)}`, 16).toString('hex');
    const tijdstip = new Date(Date.UTC(2026, 0, 1) + nr * 61_000).toISOString();
    const base = { v: 2, id, tijdstip };
    const made: Key[] = [];
    const staying: Key[] = [];
    let entry: Record<string, unknown>;
    if (nr === 0 || nr === NEW_KEY) {
      entry = { ...base, soort: 'START', stand: { checkpointsleutel: (nr === 0 ? FIRST_KEY : SECOND_KEY).vkey } };
    } else if (nr === DESTROYS || nr === DESTROYS_AGAIN) {
      const regels = nr === DESTROYS ? RANGES : RANGES_AGAIN;
      const gone = nr === DESTROYS ? [3, 5, 8] : [];
      for (const person of gone) destroyedKeys.push(keys.get(person)!);
      for (const person of gone) keys.delete(person);
      // Keys of persons who stay, and whose making is in a text that goes, are announced again.
      staying.push(
        ...[...keys.values()].filter(({ maker }) => regels.some(([from, to]) => from <= maker && maker < to)),
      );
      for (const one of staying) one.maker = nr;
      const sleutels = gone.map(
        (person) => destroyedKeys.find(({ row }) => row.zoek === zoekOf(registerKey, person))!.row.id,
      );
      entry = { ...base, soort: 'VERNIETIGING', vernietigd: { regels, sleutels, blijven: staying.map(announced) } };
    } else if (nr % 11 === 4) {
      entry = {
        ...base,
        soort: 'INZAGE',
        partner: 'gemeente-zwolle',
        medewerker: `m-${String(nr % 5)}`,
        gevraagd: ['Query.attest'],
      };
    } else if (nr % 13 === 6) {
      entry = {
        ...base,
        soort: 'DOSSIER',
        partner: 'gemeente-zwolle',
        dossier: { nummer: `D-${String(nr % 3)}`, stap: 'GEVRAAGD' },
      };
    } else {
      const persons = [...new Set([nr % 37, (nr * 7) % 37, (nr * 3) % 37].slice(0, nr % 4))];
      const personen = persons.map((person) => {
        const { row, key } = keyOf(person, nr, made);
        const about = [
          {
            gever: `0000${String(nr % 3)}`,
            categorie: 'politie.incidenten',
            artikel: 'WGS 2.30',
            velden: { 'Hoofdbetrokkene.incidenten': nr },
          },
        ];
        const under = createHmac('sha256', key).update('ketenhub.register.inhoud.v2').digest();
        const plain = deflateRawSync(Buffer.from(JSON.stringify(about)));
        return { sleutel: row.id, inhoud: seal(under, plain, `${id}\n${row.id}`, random(`${id}${row.id}`, 12)) };
      });
      entry = {
        ...base,
        soort: nr % 17 === 9 ? 'VOORNEMEN' : nr % 19 === 4 ? 'STAP' : 'ANTWOORD',
        partner: 'politie-oost-nederland',
        medewerker: `m-${String(nr % 9)}`,
        casus: `cas-${String(nr % 6)}`,
        ...(nr % 19 === 4 ? { verloop: { stap: nr % 38 === 4 ? 'BEVESTIGEN' : 'BRONBESLUIT', nr } } : {}),
        ...(nr % 17 === 9 ? { naar: nr % 2 === 0 ? 'dimence' : 'politie-oost-nederland' } : {}),
        ...(personen.length > 0 ? { personen, gevers: [`0000${String(nr % 3)}`] } : {}),
      };
    }
    const sleutels = made.map(announced);
    const whole = { ...entry, ...(sleutels.length > 0 ? { sleutels } : {}) };
    texts.push(JSON.stringify(whole));
    pointers.push(pointersTo(nr, whole));
  }

  const gone = (nr: number): boolean =>
    [...(size > DESTROYS ? RANGES : []), ...(size > DESTROYS_AGAIN ? RANGES_AGAIN : [])].some(
      ([from, to]) => from <= nr && nr < to,
    );
  const leaves = texts.map(hashLeaf);
  const inhoud = texts.map((tekst, nr) => ({ nr, tekst }));
  const alive = [...keys.values()];
  return {
    rows: {
      regel: texts.map((tekst, nr) => ({
        nr,
        id: (JSON.parse(tekst) as { id: string }).id,
        blad: leaves[nr]!.toString('hex'),
      })),
      inhoud: inhoud.filter(({ nr }) => !gone(nr)),
      knoop: Array.from({ length: Math.floor(size / 256) }, (_, nr) => ({
        laag: 8,
        nr,
        hash: treeHash(leaves.slice(nr * 256, (nr + 1) * 256)).toString('hex'),
      })),
      checkpoint: [...new Set([...SIZES.filter((one) => one < size), size])].map((grootte) => ({
        grootte,
        tekst: checkpointText(ORIGIN, grootte, treeHash(leaves.slice(0, grootte)), signersAt(grootte)),
      })),
      persoonsleutel: alive.map(({ row }) => row),
      wijzer: pointers.filter((_, nr) => !gone(nr)).flat(),
    },
    destroyed: { inhoud: inhoud.filter(({ nr }) => gone(nr)), persoonsleutel: destroyedKeys.map(({ row }) => row) },
    maker: new Map(alive.map(({ row, maker }) => [row.id, maker])),
    leaves,
  };
}

function signersAt(size: number): Signer[] {
  if (size <= NEW_KEY) return [FIRST_KEY];
  return size === NEW_KEY + 1 ? [FIRST_KEY, SECOND_KEY] : [SECOND_KEY];
}

function pointersTo(nr: number, entry: Record<string, unknown>): Row[] {
  const found: Row[] = [];
  const add = (soort: string, sleutel: unknown): void => {
    if (typeof sleutel !== 'string' || found.some((row) => row['soort'] === soort && row['sleutel'] === sleutel))
      return;
    found.push({ soort, sleutel, nr });
  };
  for (const { sleutel } of (entry['personen'] ?? []) as { sleutel: string }[]) add('persoon', sleutel);
  add('casus', entry['casus']);
  add('medewerker', entry['medewerker']);
  add('ontvanger', entry['partner']);
  add('ontvanger', entry['naar']);
  for (const gever of (entry['gevers'] ?? []) as string[]) add('gever', gever);
  const { stap } = (entry['verloop'] ?? {}) as { stap?: string };
  if (entry['soort'] === 'STAP' && stap !== 'AANWIJZEN' && stap !== 'BRONBESLUIT') add('stap', entry['casus']);
  add('dossier', (entry['dossier'] as { nummer?: string } | undefined)?.nummer);
  return found;
}

function seal(key: Buffer, plain: Buffer, associated: string, nonce: Buffer): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function zoekOf(registerKey: Buffer, person: number): string {
  return createHmac('sha256', registerKey)
    .update(`persoon\n${String(person)}`)
    .digest('base64url');
}

function announced({ row }: Key): { id: string; digest: string } {
  return { id: row.id, digest: digestOf(row) };
}

function digestOf({ id, zoek, sleutel }: Key['row']): string {
  return createHash('sha256').update([id, zoek, sleutel].join('\n')).digest('hex');
}
