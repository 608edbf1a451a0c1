import { openReader } from '../../../../gateway/register/reader/openReader';
import { drawSample } from '../../../../gateway/register/reader/drawSample';
import { findPeriod } from '../../../../gateway/register/reader/findPeriod';
import { openWriter } from '../../../../gateway/register/writer/openWriter';
import type { Registerregel } from '../../../../schema/domain/registerregel';
import { exampleRegel } from '../exampleRegel';
import { onEachBackend } from '../onEachBackend';

onEachBackend('how far a casus had come', (create) => {
  it('is its last stap as it was written down, of that casus and no besluit about something else', async () => {
    const { options } = await create();
    const writer = await openWriter(options);
    const put = (soort: 'STAP' | 'VOORNEMEN', stap: NonNullable<Registerregel['verloop']>['stap'], nr: number, casus: string | null) => {
      const verloop = { stap, nr, akte: `akte-${String(nr)}`, handtekening: 'h' };
      return writer.append(exampleRegel({ soort, casus, verloop, verstrekkingen: [] }));
    }; // oxfmt-ignore
    await put('STAP', 'AANMELDEN', 0, 'een');
    await put('STAP', 'BEVESTIGEN', 1, 'een');
    await put('STAP', 'NAAR_FASE', 2, 'een');
    await put('STAP', 'BEVESTIGEN', 7, 'twee');
    await put('VOORNEMEN', 'NAAR_FASE', 3, 'een');
    await put('STAP', 'BRONBESLUIT', 4, 'een');
    await put('STAP', 'AANWIJZEN', 5, 'een');
    await put('STAP', 'AANWIJZEN', 6, null);
    await writer.append(exampleRegel({ casus: 'een' }));
    await writer.close();
    const reader = openReader(options, new Uint8Array());
    try {
      expect(await reader.lastStap('een')).toEqual({ nr: 2, vorige: 'akte-2' });
      expect(await reader.lastStap('twee')).toEqual({ nr: 7, vorige: 'akte-7' });
      expect(await reader.lastStap('drie')).toBeNull();
    } finally {
      await reader.close();
    }
  });
});

onEachBackend('who reads the register by number', (create) => {
  it('finds the next, those asked for, and those in which a hub began, however it is stored', async () => {
    const { options } = await create();
    const writer = await openWriter(options);
    const stand = { tabel: '', labels: '', code: '', sleutels: [], convenanten: { 'huis@1': ['dimence'] } };
    await writer.append(exampleRegel({ soort: 'START', stand, verstrekkingen: [] }));
    for (let nr = 1; nr < 9; nr += 1) await writer.append(exampleRegel({ operatienaam: '"soort":"START"' }));
    await writer.append(exampleRegel({ soort: 'REGELS', stand, verstrekkingen: [] }));
    await writer.close();
    const reader = openReader(options, new Uint8Array());
    try {
      expect(await reader.size()).toBe(10);
      expect((await reader.next(4))?.nr).toBe(4);
      expect(await reader.next(10)).toBeNull();
      expect((await reader.numbered([7, 2, 99])).map(({ nr }) => nr).sort()).toEqual([2, 7]);
      expect(await reader.numbered([])).toEqual([]);
      expect((await reader.standen()).map(({ nr, soort }) => [nr, soort])).toEqual([[0, 'START'], [9, 'REGELS']]); // oxfmt-ignore
      expect(await findPeriod(reader, { van: '2020-01-01', tot: null })).toEqual({ from: 0, to: 10 });
      expect((await findPeriod(reader, { van: null, tot: '2020-01-01' })).to).toBe(0);
      const drawn = await drawSample(reader, { from: 0, to: 10 }, 100, ({ soort }) => soort === 'ANTWOORD');
      expect(drawn.map(({ nr }) => nr)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    } finally {
      await reader.close();
    }
  });
});
