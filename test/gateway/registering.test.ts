import { Registering, toWeigeringsregels } from '../../gateway/registering';
import { quietSpan } from '../../schema/tracing/quietSpan';
import { exampleVerstrekking } from './register/exampleRegel';
import type { Verzoek } from '../../gateway/request';
import type { Weigeringspad } from '../../schema/domain/selectie';

const geweigerd = (pad: string, coordinaat: string, reden: 'ROL_NIET_GEDEKT' | 'FASE_NIET_GEDEKT'): Weigeringspad => ({
  pad: [pad],
  coordinaat,
  besluit: { uitkomst: 'DENY', reden, artikel: 'WGS 2.32', categorieen: ['casus.tafel'] },
});

test('a refusal is written down once, however often it was asked for, and without the words of the client', () => {
  const often = Array.from({ length: 500 }, (_, i) => geweigerd(`jan_${String(i)}`, 'Casus.tafel', 'ROL_NIET_GEDEKT'));
  const others = [
    geweigerd('a', 'Casus.tafel', 'FASE_NIET_GEDEKT'),
    geweigerd('a', 'Tafelgenoot.naam', 'ROL_NIET_GEDEKT'),
  ];
  const regels = toWeigeringsregels([...often, ...others]);
  expect(regels.map(({ coordinaat, reden }) => `${coordinaat} ${reden}`)).toEqual([
    'Casus.tafel ROL_NIET_GEDEKT',
    'Casus.tafel FASE_NIET_GEDEKT',
    'Tafelgenoot.naam ROL_NIET_GEDEKT',
  ]);
  expect(JSON.stringify(regels)).not.toMatch(/jan_|pad/);
});

test('a line names no more records than an entry can hold, whoever makes them up; nothing of it is written', async () => {
  const written: number[] = [];
  const append = async ({ verstrekkingen }: { readonly verstrekkingen: readonly unknown[] }) => {
    written.push(verstrekkingen.length);
    return { id: 'b', tijdstip: '2026-01-01T00:00:00.000Z' };
  };
  const verzoeker = { partner: { id: 'dimence' }, medewerker: 'm', jti: '1', exp: 0 };
  const verzoek = { id: 'v', verzoeker, kop: {}, span: quietSpan(undefined) } as unknown as Verzoek;
  const registering = new Registering(append, verzoek, { digest: 'd', attest: 'a' });
  const records = (count: number) => Array.from({ length: count }, (_, n) => ({ type: 'T', verwijzing: String(n), inhoud: '' })); // oxfmt-ignore
  const [first, second] = [records(25_000), records(24_998)].map((some) => exampleVerstrekking({ records: some }));
  const most = [first!, second!];
  const more = [...most, exampleVerstrekking({ records: [] })];
  await registering.answered({ verstrekkingen: most });
  await expect(registering.answered({ verstrekkingen: more })).rejects.toMatchObject({ code: 'HUB_LIMIET' });
  await expect(registering.intended('naar', more)).rejects.toMatchObject({ code: 'HUB_LIMIET' });
  expect(written).toEqual([2]);
});
