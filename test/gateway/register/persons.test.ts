import { openPersoonsleutel } from '../../../gateway/register/reader/openPersoon';
import { openWriter } from '../../../gateway/register/writer/openWriter';
import { KEY } from './backend';
import { exampleRegel, exampleVerstrekking } from './exampleRegel';
import { expectRight } from './expectRight';
import { onEachBackend } from './onEachBackend';

const about = (...persons: readonly string[]) =>
  exampleRegel({ verstrekkingen: persons.map((persoon) => exampleVerstrekking({ persoon })) });

onEachBackend('the key of a person', (create) => {
  it('is one, whichever writers tell of him, at once or in turn', async () => {
    const { options, rows } = await create();
    const writers = await Promise.all([openWriter(options), openWriter(options), openWriter(options)]);
    for (const persons of [['a'], ['a', 'b'], ['b', 'c', 'a']]) {
      await Promise.all(writers.flatMap((one) => [one.append(about(...persons)), one.append(about(...persons))]));
    }
    await Promise.all(writers.map((one) => one.close()));
    const all = await rows();
    const { entries } = expectRight(all);
    expect(all.persoonsleutel).toHaveLength(3);
    // Every first entry about a person announces the key, and no other does.
    expect(entries.filter(({ sleutels }) => sleutels !== undefined)).toHaveLength(3);
    expect(new Set(entries.map(({ personen }) => personen![0]!.sleutel)).size).toBeLessThanOrEqual(3);
  });

  it('is not made for a line that could not be written, and stays for the one beside it', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    const [refused, kept] = await Promise.allSettled([
      writer.append({ ...about('a', 'b'), partner: null }),
      writer.append(about('a')),
    ]);
    await writer.append(about('b'));
    await writer.close();
    expect([refused.status, kept.status]).toEqual(['rejected', 'fulfilled']);
    const all = await rows();
    expectRight(all);
    expect(all.persoonsleutel).toHaveLength(2);
  });

  it('is another after it was destroyed: what was sealed stays shut', async () => {
    const { options, rows, run } = await create();
    const writer = await openWriter(options);
    await writer.append(about('a'));
    const [before] = (await rows()).persoonsleutel;
    // Retention, by somebody who may.
    if (options.databaseUrl === null) await run('drop trigger persoonsleutel_delete');
    await run('delete from persoonsleutel');
    await writer.append(about('a'));
    await writer.close();
    const { persoonsleutel, inhoud } = await rows();
    expect(persoonsleutel).toHaveLength(1);
    expect(persoonsleutel[0]).toMatchObject({ zoek: before!['zoek'] });
    expect(persoonsleutel[0]!['id']).not.toBe(before!['id']);
    const open = ({ id, zoek, sleutel }: Record<string, unknown>) =>
      openPersoonsleutel(KEY, { id: String(id), zoek: String(zoek), sleutel: String(sleutel) });
    expect(open(persoonsleutel[0]!)).not.toEqual(open(before!));
    expect(String(inhoud[1]!['tekst'])).toContain(`"sleutels":[{"digest"`);
  });

  it('does not open under another key of the register', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    await writer.append(about('a'));
    await writer.close();
    const [row] = (await rows()).persoonsleutel;
    const [id, zoek, sleutel] = [String(row!['id']), String(row!['zoek']), String(row!['sleutel'])];
    expect(openPersoonsleutel(KEY, { id, zoek, sleutel })).toHaveLength(32);
    expect(() => openPersoonsleutel(new Uint8Array(32).fill(8), { id, zoek, sleutel })).toThrow();
    expect(() => openPersoonsleutel(KEY, { id: 'x', zoek, sleutel })).toThrow();
    expect(() => openPersoonsleutel(KEY, { id, zoek: 'x', sleutel })).toThrow();

    // Neither does the writer take a row that is not of this register for one of it.
    const other = await openWriter({ ...options, key: new Uint8Array(32).fill(8) });
    await other.append(about('a'));
    await other.close();
    expect((await rows()).persoonsleutel).toHaveLength(2);
  });

  it('and the pseudonym of a medewerker with the same id can not be linked', async () => {
    const { options, rows } = await create();
    const writer = await openWriter(options);
    await writer.append({ ...about('x'), medewerker: 'x' });
    await writer.append({ ...about('x'), medewerker: 'x' });
    await writer.close();
    const all = await rows();
    const { entries } = expectRight(all);
    expect(entries[0]!.medewerker).toBe(entries[1]!.medewerker);
    expect(entries[0]!.medewerker).not.toBe(all.persoonsleutel[0]!['zoek']);
  });
});
