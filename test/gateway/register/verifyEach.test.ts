import { verifyRegister } from '../../../gateway/register/verify';
import { parseCheckpoint } from '../../../gateway/register/verifier/checkpoint';
import { readVerifier } from '../../../schema/signedNote';
import { DESTROYS, FIRST_KEY, NEW_KEY, ORIGIN, SECOND_KEY, SIZE, buildGolden } from './golden/buildGolden';
import { checkpointText, signerOf } from './golden/goldenKeys';
import { type Loose, looseSqlite } from './golden/looseTables';
import { treeHash } from './golden/naiveTree';
import type { Row, Rows, Table } from './golden/rows';

/** One tampering of each kind, each to be found by one check of the verifier, and to be told in its words. */
const golden = buildGolden();
const { rows } = golden;
const set = (table: Table, where: (row: Row) => boolean, over: (row: Row) => Row): Partial<Rows> => ({
  [table]: rows[table].map((row) => (where(row) ? { ...row, ...over(row) } : row)),
});
const drop = (table: Table, where: (row: Row) => boolean): Partial<Rows> => ({
  [table]: rows[table].filter((row) => !where(row)),
});
const add = (table: Table, ...some: readonly Row[]): Partial<Rows> => ({ [table]: [...rows[table], ...some] });
const at = (nr: number) => (row: Row) => row['nr'] === nr;
const over = (grootte: number) => (row: Row) => row['grootte'] === grootte;
const root = (size: number): Buffer => treeHash(golden.leaves.slice(0, size));
const signed = (size: number, by = SECOND_KEY, origin = ORIGIN) => checkpointText(origin, size, root(size), [by]);
const stranger = signerOf(ORIGIN, 'vreemd');
const [key] = rows.persoonsleutel;
const maker = golden.maker.get(String(key!['id']))!;
const isKey = (row: Row): boolean => row['id'] === key!['id'];
const lastText = String(rows.checkpoint.at(-1)!['tekst']);
/** Other bits behind the last byte of base64: the same bytes in another text. */
const unusual = lastText.replace(/(.)=\n$/, (_, char: string) => `${String.fromCharCode(char.charCodeAt(0) + 1)}=\n`);
const copied = rows.regel[SIZE - 1]!;

const CASES: [string, Partial<Rows>, number, string][] = [
  [
    'a text changed',
    set('inhoud', at(77), ({ tekst }) => ({ tekst: `${String(tekst)} ` })),
    77,
    'haar hash klopt niet',
  ],
  ['a hash changed', set('regel', at(77), () => ({ blad: 'a'.repeat(64) })), 77, 'haar hash klopt niet'],
  [
    'a hash in capitals',
    set('regel', at(25), ({ blad }) => ({ blad: String(blad).toUpperCase() })),
    25,
    'heeft geen hash',
  ],
  ['a hash of a destroyed text changed', set('regel', at(25), () => ({ blad: 'a'.repeat(64) })), 63, 'andere wortel'],
  ['an id changed', set('regel', at(77), () => ({ id: 'x' })), 77, 'een ander id'],
  ['an entry taken away', drop('regel', at(77)), 77, 'regel 77 ontbreekt'],
  ['an entry twice', add('regel', rows.regel[77]!), 77, 'staat er twee keer'],
  ['a text taken away', drop('inhoud', at(77)), 77, 'geen VERNIETIGING noemt haar'],
  ['a text taken away after the last that destroyed', drop('inhoud', at(500)), 500, 'geen VERNIETIGING noemt haar'],
  ['a destroyed text put back', add('inhoud', golden.destroyed.inhoud[3]!), 23, 'haar tekst staat er nog'],
  ['a text for no entry', add('inhoud', { nr: SIZE, tekst: '{}' }), SIZE, 'heeft inhoud, maar bestaat niet'],
  ['an entry before the first', add('regel', { nr: -1, id: 'x', blad: '' }), -1, 'buiten het register'],
  ['a node changed', set('knoop', at(1), () => ({ hash: 'a'.repeat(64) })), 511, 'klopt niet'],
  ['a node taken away', drop('knoop', at(0)), 255, 'ontbreekt'],
  ['a node twice', add('knoop', rows.knoop[0]!), 255, 'staat er twee keer'],
  ['a node of nothing', add('knoop', { laag: 8, nr: 2, hash: '' }), SIZE, 'hoort bij geen regels'],
  [
    'a checkpoint of another root',
    set('checkpoint', over(340), () => ({ tekst: checkpointText(ORIGIN, 340, root(341), [SECOND_KEY]) })),
    339,
    'andere wortel',
  ],
  [
    'a checkpoint of another size',
    set('checkpoint', over(340), () => ({ tekst: signed(341) })),
    339,
    'gaat over 341 regels',
  ],
  ['a checkpoint twice', add('checkpoint', rows.checkpoint[8]!), 339, 'staat er twee keer'],
  ['a checkpoint beyond the end', add('checkpoint', { grootte: SIZE + 1, tekst: '' }), SIZE, 'afgekapt'],
  [
    'a checkpoint with a wrong signature',
    set('checkpoint', over(340), () => ({ tekst: signed(340).replace(/\u2014 [^]*$/, signed(341).split('\n\n')[1]!) })),
    339,
    'niet klopt',
  ],
  [
    'a checkpoint in other base64',
    set('checkpoint', over(SIZE), () => ({ tekst: unusual })),
    SIZE - 1,
    'niet te lezen',
  ],
  [
    'a checkpoint of another name',
    set('checkpoint', over(340), () => ({ tekst: signed(340, signerOf('ander', 'tweede'), 'ander') })),
    339,
    'noemt als herkomst',
  ],
  [
    'a checkpoint of a stranger',
    set('checkpoint', over(340), () => ({ tekst: signed(340, stranger) })),
    339,
    'geen START noemt',
  ],
  [
    'a stranger beside the key',
    set('checkpoint', over(340), () => ({ tekst: checkpointText(ORIGIN, 340, root(340), [SECOND_KEY, stranger]) })),
    339,
    'geen START noemt',
  ],
  [
    'a checkpoint of the old key',
    set('checkpoint', over(340), () => ({ tekst: signed(340, FIRST_KEY) })),
    339,
    'niet ondertekend met de sleutel die toen gold',
  ],
  [
    'a new key for which the old does not vouch',
    set('checkpoint', over(NEW_KEY + 1), () => ({ tekst: signed(NEW_KEY + 1) })),
    NEW_KEY,
    'staat er niet voor in',
  ],
  ['the key of a person changed', set('persoonsleutel', isKey, () => ({ sleutel: 'x' })), maker, 'is gewijzigd'],
  ['the key of a person taken away', drop('persoonsleutel', isKey), maker, 'geen VERNIETIGING noemt haar'],
  ['the key of a person twice', add('persoonsleutel', key!), maker, 'staat er twee keer'],
  ['a key of nobody', add('persoonsleutel', { id: 'x', zoek: 'y', sleutel: 'z' }), SIZE, 'door geen regel genoemd'],
  [
    'a destroyed key put back',
    add('persoonsleutel', golden.destroyed.persoonsleutel[0]!),
    DESTROYS,
    'maar staat er nog',
  ],
  [
    'a pointer taken away',
    drop('wijzer', (row) => row['nr'] === 77 && row['soort'] === 'casus'),
    77,
    'ontbreekt een wijzer (casus)',
  ],
  ['a pointer too many', add('wijzer', { soort: 'casus', sleutel: 'x', nr: 77 }), 77, 'een wijzer te veel (casus)'],
  ['a pointer twice', add('wijzer', rows.wijzer.find(at(77))!), 77, 'een wijzer te veel'],
  ['a pointer to a destroyed text', add('wijzer', { soort: 'casus', sleutel: 'x', nr: 25 }), 25, 'een wijzer te veel'],
  ['a pointer to no entry', add('wijzer', { soort: 'casus', sleutel: 'x', nr: SIZE }), SIZE, 'die niet bestaat'],
  [
    'an entry copied to behind the last checkpoint',
    {
      ...add('regel', { ...copied, nr: SIZE }),
      ...add('inhoud', { ...rows.inhoud.at(-1)!, nr: SIZE }),
      ...add('wijzer', ...rows.wijzer.filter(at(SIZE - 1)).map((row) => ({ ...row, nr: SIZE }))),
    },
    SIZE,
    'het id van een eerdere regel',
  ],
];

describe('the verifier names the entry, and says what is wrong with it', () => {
  let loose: Loose;
  beforeAll(async () => {
    loose = await looseSqlite();
  });
  afterAll(() => loose.drop());

  test.each(CASES)('%s', async (_what, tampered, nr, melding) => {
    await loose.write({ ...rows, ...tampered });
    const { fout } = await verifyRegister(loose.source);
    expect(fout).toEqual({ nr, melding: expect.stringContaining(melding) as unknown });
  });

  test('and of a checkpoint kept outside: another root, another signer, a wrong signature, an end cut off', async () => {
    await loose.write(rows);
    const kept = (tekst: string) => ({ checkpoint: parseCheckpoint(tekst)! });
    const outside = async (tekst: string) => (await verifyRegister(loose.source, undefined, kept(tekst))).fout;
    expect(await outside(signed(530))).toBeNull();
    expect(await outside(checkpointText(ORIGIN, 530, root(531), [SECOND_KEY]))).toMatchObject({ nr: 529 });
    expect((await outside(signed(530, stranger)))?.melding).toContain('niet noemt');
    const wrong = signed(530).replace(/\u2014 [^]*$/, signed(531).split('\n\n')[1]!);
    expect((await outside(wrong))?.melding).toContain('niet klopt');
    expect(await outside(checkpointText(ORIGIN, SIZE + 5, root(SIZE), [SECOND_KEY]))).toMatchObject({ nr: SIZE });
    const other = await verifyRegister(loose.source, undefined, { sleutel: readVerifier(stranger.vkey)! });
    expect(other.fout).toMatchObject({ nr: 0, melding: expect.stringContaining('ander register') as unknown });
  });

  test('a destroyed range explains nothing that came after it', async () => {
    await loose.write({ ...rows, inhoud: rows.inhoud.filter(({ nr }) => nr !== 450 && nr !== 60) });
    expect((await verifyRegister(loose.source)).fout?.nr).toBe(60);
  });
});
