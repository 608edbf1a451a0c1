import { compileTabel, type Coordinatentabel } from '../../../gateway/convenant/compileTabel';
import { convenantDigest } from '../../../gateway/convenant/signatures/convenantDigest';
import { convenantNote, signedDigest } from '../../../gateway/convenant/signatures/convenantNote';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import { readKetenpartners } from '../../../schema/partners';

const SCHEMA = join(__dirname, '../../../schema');
const catalogus = readGegevenscatalogus();
const partners = readKetenpartners();
const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
const convenanten = readConvenanten(join(SCHEMA, 'convenanten'), catalogus, partners);
const { tabel } = compileTabel(labels, catalogus, partners, convenanten);

/** The loverboys chain gives few categories, and has no host of every source among its partijen. */
const own = convenanten.find(({ id }) => id === 'aanpak-loverboys-ijsselland')!;
const given = new Set(own.verstrekkingen.flatMap(({ gegevens }) => gegevens));
const digest = (change: (draft: Draft) => void): string => {
  const draft = structuredClone(tabel) as unknown as Draft;
  change(draft);
  return convenantDigest(draft as unknown as Coordinatentabel, own);
};
const before = digest(() => undefined);
interface Draft {
  coordinaten: Record<string, { categorieen: string[]; vraagt: unknown[] }>;
  gegevens: Record<string, { wgs: number | null }>;
  partners: Record<string, { oin: string; subgraaf: string | null }>;
  vloer: Record<string, Record<string, string>>;
  convenanten: { id: string; versie: string; gegevens: Record<string, { aan: string[] }[]> }[];
}
const mine = (draft: Draft) => draft.convenanten.find(({ id, versie }) => id === own.id && versie === own.versie)!;

describe('what the partijen of a convenant sign', () => {
  test('is all that decides under it: its own lines, the floor of its regime, what its categories demand', () => {
    expect(digest((draft) => mine(draft).gegevens['casus.kern']![0]!.aan.push('DJI'))).not.toBe(before);
    expect(digest((draft) => void (draft.vloer['WGS']!['kring'] = 'BGS 9'))).not.toBe(before);
    for (const naam of given) expect([naam, digest((draft) => void (draft.gegevens[naam]!.wgs = 11))]).not.toEqual([naam, before]); // oxfmt-ignore
  });

  test('is each coordinate that carries one of its categories, though it carries others too', () => {
    let mixed = 0;
    for (const [naam, { categorieen }] of Object.entries(tabel.coordinaten)) {
      const some = categorieen.some((one) => given.has(one));
      mixed += Number(some && !categorieen.every((one) => given.has(one)));
      const changed = digest((draft) => void draft.coordinaten[naam]!.vraagt.push('iets')) !== before;
      expect([naam, changed]).toEqual([naam, some]);
    }
    const [two] = Object.entries(tabel.coordinaten).filter(([, one]) => one.categorieen.length > 1);
    expect(mixed + Number(two !== undefined)).toBeGreaterThan(0);
    const apart = (draft: Draft): void =>
      void draft.coordinaten['Zorgtraject.soort']!.categorieen.push('gemeente.wonen');
    expect(given.has('gemeente.wonen')).toBe(false);
    expect(digest((draft) => (apart(draft), draft.coordinaten['Zorgtraject.soort']!.vraagt.push('iets')))).not.toBe(digest(apart)); // oxfmt-ignore
  });

  test('is each partij, and who hosts a source, partij or not; and nobody else', () => {
    const seen = new Set<string>();
    for (const [naam, { subgraaf }] of Object.entries(tabel.partners)) {
      const counts = own.partijen.includes(naam) || subgraaf !== null;
      seen.add(`${String(own.partijen.includes(naam))} ${String(subgraaf !== null)}`);
      expect([naam, digest((draft) => void (draft.partners[naam]!.oin = '1')) !== before]).toEqual([naam, counts]);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['false false', 'true false', 'true true']));
    const host = (draft: Draft): void => void (draft.partners['tactus']!.subgraaf = 'care');
    expect(digest((draft) => (host(draft), void (draft.partners['tactus']!.oin = '1')))).not.toBe(digest(host));
  });

  test('is nothing of another convenant, another version or the other regime, and no category that it does not give', () => {
    for (const change of [
      (draft: Draft): void =>
        draft.convenanten.filter((one) => one !== mine(draft)).forEach((one) => void (one.gegevens = {})),
      (draft: Draft): void => void draft.convenanten.unshift({ ...mine(draft), versie: 'ander', gegevens: {} }),
      (draft: Draft): void => void draft.convenanten.unshift({ ...mine(draft), id: 'ander', gegevens: {} }),
      (draft: Draft): void => void (draft.vloer['EIGEN_WET'] = {}),
      (draft: Draft): void => void (draft.gegevens['gemeente.wonen']!.wgs = 11),
    ])
      expect(digest(change)).toBe(before);
    expect(() => convenantDigest(tabel, { id: own.id, versie: 'ander' })).toThrow('does not hold this convenant');
  });

  test('is told in the note as one line, and read back from that line alone', () => {
    const text = convenantNote(own, before);
    expect(signedDigest(text)).toBe(before);
    const other = '0'.repeat(64);
    for (const wrong of [`x sha256 ${other}`, `sha256 ${other}x`, `sha256 ${other} `, `sha256 ${other.slice(1)}`, ''])
      expect([wrong, signedDigest(wrong)]).toEqual([wrong, null]);
    expect(signedDigest(`x sha256 ${other}\nsha256 ${before}\n`)).toBe(before);
  });
});
