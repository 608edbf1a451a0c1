import { openWriter } from '../../../gateway/register/writer/openWriter';
import { exampleRegel, regelWith } from './exampleRegel';
import { expectRight } from './expectRight';
import { onBackend } from './onEachBackend';
import { sqliteBackend } from './sqliteBackend';
import { startChild } from './startChild';

onBackend(sqliteBackend, 'the register file', (create) => {
  it.each([
    `insert or replace into regel select 0, 'x', blad from regel where nr = 0`,
    `insert or replace into regel select 2, id, blad from regel where nr = 0`,
    `insert into regel select 9, 'x', blad from regel where nr = 0`,
    `insert or replace into inhoud select 0, 'x' from regel where nr = 0`,
    `insert or replace into checkpoint select grootte, 'x' from checkpoint`,
    `insert or replace into persoonsleutel select id, zoek, 'x' from persoonsleutel`,
    `insert or replace into wijzer select * from wijzer`,
    `delete from inhoud`,
    `delete from persoonsleutel`,
    `delete from wijzer`,
  ])('refuses: %s', async (statement) => {
    const { options, run, rows } = await create();
    const writer = await openWriter(options);
    await writer.append(exampleRegel());
    await writer.append(exampleRegel());
    await writer.close();
    const before = await rows();
    await expect(run(statement)).rejects.toThrow('alleen toevoegen');
    expect(await rows()).toEqual(before);
  });

  it('stops when the disk is full, keeps every entry it gave a receipt for, and no half one, and goes on with room', async () => {
    const scratch = await create();
    const child = startChild(scratch, 100_000, 1024, 3);
    expect(await child.ended).toBe(3);
    expect(child.receipts.length).toBeGreaterThan(10);
    const { entries } = expectRight(await scratch.rows());
    const kept = new Set(entries.map(({ id }) => id));
    expect(child.receipts.filter((id) => !kept.has(id))).toEqual([]);

    const writer = await openWriter(scratch.options);
    await writer.append(regelWith(2));
    await writer.close();
    expect(expectRight(await scratch.rows())).toMatchObject({ entries: { length: entries.length + 1 } });
  }, 30_000);
});
