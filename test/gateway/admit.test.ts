import { createAdmission } from '../../gateway/admit';
import type { Rooms } from '../../gateway/request';
import { Hubfout } from '../../schema/domain/hubfout';
import { VERZOEK } from '../harness/stubRooms';

const KEY = new Uint8Array(32).fill(1);
const RATES = { medewerker: 2, partner: 0, atOnce: 1 };

function admitting(append: Rooms['register']) {
  const exceeded: string[] = [];
  const regels = (): ReturnType<Rooms['regels']> => ({ digest: '', attest: '' }) as ReturnType<Rooms['regels']>;
  const rooms = { register: append, regels };
  const telling = { exceeded: (limit: string) => exceeded.push(limit), changed: () => undefined };
  return { admission: createAdmission({ rates: RATES, redisUrl: null }, KEY, rooms, telling), exceeded };
}

const codeOf = async (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    (value) => value ?? 'in',
    (fout: unknown) => (fout instanceof Hubfout ? `${fout.code} ${String(fout.wait)}` : fout),
  );

test('of a flood each is counted, and the first is written down', async () => {
  const lines: unknown[] = [];
  const { admission, exceeded } = admitting(async ({ soort, code, verzoek }) => {
    lines.push([soort, code, verzoek]);
    return { id: '', tijdstip: '' };
  });
  expect(admission.counting()).toBe('PER_PROCES');
  const flood = [];
  for (let nr = 0; nr < 6; nr += 1) flood.push(await codeOf(admission.enter(VERZOEK)));
  expect(flood).toEqual(['in', 'in', ...Array.from({ length: 4 }, () => 'HUB_TE_VEEL_VERZOEKEN 60')]);
  expect(exceeded.splice(0)).toEqual(Array.from({ length: 4 }, () => 'medewerker'));
  expect(lines.splice(0)).toEqual([['GEWEIGERD', 'HUB_TE_VEEL_VERZOEKEN', VERZOEK.id]]);

  const inside = admission.during(VERZOEK, () => codeOf(admission.during(VERZOEK, async () => 'twice')));
  expect(await inside).toBe('HUB_TE_VEEL_VERZOEKEN 1');
  expect([exceeded, lines]).toEqual([['atOnce'], [['GEWEIGERD', 'HUB_TE_VEEL_VERZOEKEN', VERZOEK.id]]]);
  expect(await codeOf(admission.during(VERZOEK, async () => 'once'))).toBe('once');
  const wrong = new Error('it failed');
  expect(await codeOf(admission.during(VERZOEK, () => Promise.reject(wrong)))).toBe(wrong);
  admission.close();
});

test('what can not be written down is refused all the same', async () => {
  const closed = new Hubfout('HUB_REGISTER_ONBESCHIKBAAR', '');
  const { admission } = admitting(() => Promise.reject(closed));
  const flood: unknown[] = [];
  for (let nr = 0; nr < 4; nr += 1) flood.push(await codeOf(admission.enter(VERZOEK)));
  expect(flood).toEqual(['in', 'in', 'HUB_REGISTER_ONBESCHIKBAAR null', 'HUB_TE_VEEL_VERZOEKEN 60']);
  admission.close();
});
