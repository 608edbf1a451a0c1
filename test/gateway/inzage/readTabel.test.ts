import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGegevenscatalogus } from '../../../schema/catalogus';
import { readLabels } from '../../../schema/compose/readLabels';
import { readKetenpartners } from '../../../schema/partners';
import { asSigned } from '../../../gateway/convenant/asSigned';
import { compileTabel } from '../../../gateway/convenant/compileTabel';
import { readConvenanten } from '../../../gateway/convenant/readConvenanten';
import { Tabelfout, readTabel } from '../../../gateway/inzage/verschil/readTabel';
import { type Tabel, readJson, tabeltekst } from './ground';

const SCHEMA = join(__dirname, '../../../schema');
const catalogus = readGegevenscatalogus();
const partners = readKetenpartners();
const labels = readLabels(readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8'));
const convenanten = readConvenanten(join(SCHEMA, 'convenanten'), catalogus, partners);

const after = (change: (tabel: Tabel & Record<string, unknown>) => void): string => {
  const tabel = readJson() as Tabel & Record<string, unknown>;
  change(tabel);
  return JSON.stringify(tabel);
};
const complaint = (text: string): string => {
  try {
    readTabel(text);
  } catch (fout) {
    if (fout instanceof Tabelfout) return fout.message;
    throw fout;
  }
  return 'read';
};

describe('a compiled table holds everything that decides', () => {
  const stand = readTabel(tabeltekst);

  test('labels, catalogue, partners and convenanten come back from it, all but the names that people read', () => {
    expect(stand.labels).toEqual(labels);
    expect(stand.catalogus).toEqual(new Map([...catalogus].map(([naam, one]) => [naam, { ...one, label: naam }])));
    expect(stand.partners).toEqual(
      new Map([...partners].map(([id, one]) => [id, { ...one, naam: id, sleutel: null, uitgever: null }])),
    );
    const bare = stand.convenanten.map(({ verstrekkingen: _, ...one }) => one);
    expect(bare).toEqual(convenanten.map(asSigned).map(({ verstrekkingen: _, ...one }) => ({ ...one, titel: one.id })));
    stand.convenanten.forEach((one, index) => {
      for (const naam of catalogus.keys()) {
        const of = (verstrekkingen: typeof one.verstrekkingen): unknown[] =>
          verstrekkingen
            .filter(({ gegevens }) => gegevens.includes(naam))
            .map(({ gegevens: _, ...verstrekking }) => verstrekking);
        expect(of(one.verstrekkingen)).toEqual(of(convenanten[index]!.verstrekkingen));
      }
    });
  });

  test('compiled again it is the same table, with the same digest', () => {
    const { tabel, digest } = compileTabel(stand.labels, stand.catalogus, stand.partners, stand.convenanten);
    const order = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(order(tabel)).toEqual(order({ ...readJson(), digest: undefined }));
    expect(digest).toBe(stand.digest);
    expect(tabeltekst).toContain(`"digest": "${stand.digest}"`);
  });

  test('the digest is worked out from what is in it, whatever the file says', () => {
    const wrong = readTabel(after((tabel) => (tabel['digest'] = '0'.repeat(64))));
    expect(wrong.digest).toBe(stand.digest);
    const lifted = readTabel(after((tabel) => delete tabel.vloer!['WGS']!['bsn']));
    expect(lifted.digest).not.toBe(stand.digest);
  });

  test('a table of before the conditions, the regimes and the floor is read as what it meant', () => {
    const old = readTabel(
      after((tabel) => {
        delete tabel.vloer;
        for (const one of tabel.convenanten) {
          delete (one as Partial<typeof one>).regime;
          for (const each of Object.values(one.gegevens).flat()) delete (each as Partial<typeof each>).voorwaarden;
        }
      }),
    );
    expect(old.vloer).toBeNull();
    expect(new Set(old.convenanten.map(({ regime }) => regime))).toEqual(new Set(['WGS']));
    expect(
      old.convenanten.every((one) => one.verstrekkingen.every(({ voorwaarden }) => voorwaarden.length === 0)),
    ).toBe(true);
  });

  test.each<[string, string, string]>([
    ['no JSON', '{', 'dit is geen JSON'],
    ['something else', '[]', 'verwacht sleutels met waarden, kreeg een lijst'],
    ['a poisoned key', '{"__proto__": {}}', 'dit is geen JSON'],
    ['an unknown key', after((t) => (t['extra'] = 1)), 'extra: "extra" is geen sleutel die hier mag staan'],
    ['a missing part', after((t) => delete (t as Partial<Tabel>).partners), '"partners" ontbreekt'],
    [
      'an unknown word',
      after((t) => (t.gegevens['casus.kern']!.betreft = 'IEMAND')),
      'gegevens > casus.kern > betreft: verwacht een van: CASUS',
    ],
    [
      'a category that it does not hold',
      after((t) => (t.coordinaten['Casus.fase']!.categorieen = ['casus.geheim'])),
      'coordinaten > Casus.fase: "casus.geheim" is geen gegevenscategorie in deze tabel',
    ],
    [
      'a partij that it does not hold',
      after((t) => t.convenanten[0]!.partijen.push('niemand')),
      '"niemand" is geen partner in deze tabel',
    ],
    [
      'a doel outside its convenant',
      after((t) => (t.convenanten.at(-1)!.gegevens['casus.kern']![0]!.doelen = ['FRAUDEBESTRIJDING'])),
      'noemt FRAUDEBESTRIJDING, geen doel van het convenant',
    ],
    [
      'two hosts of one source',
      after((t) => (t.partners['rvdk']!.subgraaf = 'police')),
      'politie-oost-nederland en rvdk beheren allebei "police"',
    ],
  ])('refuses %s, and says where', (_what, text, melding) => {
    expect(complaint(text)).toContain(melding);
  });

  test('tells a few complaints of many', () => {
    const text = after((tabel) => {
      for (const one of Object.values(tabel.gegevens)) one.betreft = 'IEMAND';
    });
    expect(complaint(text).split('\n')).toHaveLength(6);
    expect(complaint(text)).toMatch(/\.\.\. en nog \d+$/);
  });
});
