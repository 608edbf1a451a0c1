import { openPersoon, openPersoonsleutel } from '../../../gateway/register/reader/openPersoon';
import { deriveKey, seal, unseal } from '../../../gateway/register/sealing';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { KEY } from './backend';
import { exampleRegel, exampleVerstrekking } from './exampleRegel';
import { expectRight } from './expectRight';
import { onBackend } from './onEachBackend';
import { sqliteBackend } from './sqliteBackend';

const key = Buffer.alloc(32, 1);
const plain = Buffer.from('Jan van den Berg, ggz');

describe('what is sealed', () => {
  it('opens under its own key, at its own place, and nowhere else', () => {
    const sealed = seal(key, plain, 'entry\nperson');
    expect(unseal(key, sealed, 'entry\nperson')).toEqual(plain);
    expect(() => unseal(Buffer.alloc(32, 2), sealed, 'entry\nperson')).toThrow();
    expect(() => unseal(key, sealed, 'other\nperson')).toThrow();
    expect(() => unseal(key, sealed, '')).toThrow();
  });

  it('opens no more when any one bit is another', () => {
    const sealed = Buffer.from(seal(key, plain, 'x'), 'base64url');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => unseal(key, changed.toString('base64url'), 'x')).toThrow();
    }
  });

  it('opens no more when it is cut off anywhere', () => {
    const sealed = Buffer.from(seal(key, plain, 'x'), 'base64url');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(key, sealed.subarray(0, length).toString('base64url'), 'x')).toThrow();
    }
  });

  it('is another every time, and holds nothing of what it was', () => {
    const all = Array.from({ length: 2_000 }, () => seal(key, plain, 'x'));
    const nonces = all.map((one) => Buffer.from(one, 'base64url').toString('hex', 0, 12));
    expect([new Set(all).size, new Set(nonces).size]).toEqual([2_000, 2_000]);
    expect(all.some((one) => Buffer.from(one, 'base64url').includes('Berg'))).toBe(false);
  });

  it('has another key for each use, and none is the key itself', () => {
    const keys = (['inhoud', 'record', 'sleutel'] as const).map((use) => deriveKey(key, use).toString('hex'));
    expect(new Set([...keys, key.toString('hex')]).size).toBe(4);
  });
});

onBackend(sqliteBackend, 'what an entry tells of a person', (create) => {
  const records = [
    { type: 'Incident', verwijzing: 'inc-1', inhoud: 'v1' },
    { type: 'Incident', verwijzing: 'inc-2', inhoud: 'v1' },
  ];
  const write = async (count: number) => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const about = (persoon: string | null) => exampleVerstrekking({ persoon, records });
    const verstrekkingen = [about('p-1'), about('p-1'), about('p-2'), about(null)];
    for (let nr = 0; nr < count; nr += 1) await writer.append(exampleRegel({ verstrekkingen }));
    await writer.close();
    const all = await rows();
    const { entries } = expectRight(all);
    const keys = new Map(
      all.persoonsleutel.map(({ id, zoek, sleutel }) => [
        String(id),
        openPersoonsleutel(KEY, { id: String(id), zoek: String(zoek), sleutel: String(sleutel) }),
      ]),
    );
    return { entries, keys };
  };

  it('is sealed for that person in that entry: in another place, or under the key of another, it does not open', async () => {
    const { entries, keys } = await write(2);
    const [first, second] = entries;
    const [one, two] = first!.personen!;
    const own = keys.get(one!.sleutel)!;
    expect(openPersoon(first!, one!, own)).toHaveLength(1);
    expect(() => openPersoon(second!, one!, own)).toThrow();
    expect(() => openPersoon(first!, one!, keys.get(two!.sleutel)!)).toThrow();
    expect(() => openPersoon(first!, { ...one!, sleutel: two!.sleutel }, own)).toThrow();
    expect(() => openPersoon(first!, { ...one!, inhoud: two!.inhoud }, own)).toThrow();
  });

  it('tells of a record by references that are equal for equal records of that person, and for nobody else', async () => {
    const { entries, keys } = await write(2);
    const recordsOf = (nr: number, at: number) => {
      const one = entries[nr]!.personen![at]!;
      const [gegeven, ...rest] = openPersoon(entries[nr]!, one, keys.get(one.sleutel)!);
      expect(rest).toEqual([]);
      expect(gegeven).toMatchObject({ gever: '00000099000000000001', categorie: 'politie.incidenten' });
      return gegeven!.records!.map(([, verwijzing, versie]) => ({ verwijzing, versie }));
    };
    const [first, second] = recordsOf(0, 0);
    expect(recordsOf(0, 0)).toHaveLength(2);
    expect(recordsOf(1, 0)).toEqual([first, second]);
    expect(first!.versie).toBe(second!.versie);
    expect(first!.verwijzing).not.toBe(second!.verwijzing);
    const others = [
      ...recordsOf(0, 1),
      ...entries[0]!.zaak![0]!.records!.map(([, a, b]) => ({ verwijzing: a, versie: b })),
    ];
    const seen = [first, second].flatMap((one) => [one!.verwijzing, one!.versie]);
    expect(others.filter(({ verwijzing, versie }) => seen.includes(verwijzing) || seen.includes(versie))).toEqual([]);
    expect(Buffer.from(first!.verwijzing, 'base64url')).toHaveLength(16);
  });

  it('counts the values per coordinate', async () => {
    const { entries, keys } = await write(1);
    const [one] = entries[0]!.personen!;
    const [gegeven] = openPersoon(entries[0]!, one!, keys.get(one!.sleutel)!);
    expect(gegeven!.velden).toEqual({ 'Hoofdbetrokkene.incidenten': 6 });
  });
});
