import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cursor, readCursor, writeCursor } from '../../../gateway/register/export/cursor';
import { toLogboekregels } from '../../../gateway/register/export/logboekregels';
import { Logboekfout, postOtlp } from '../../../gateway/register/export/postOtlp';
import { sendLogboek } from '../../../gateway/register/export/sendLogboek';
import { toBesluitlog } from '../../../gateway/register/export/toBesluitlog';
import type { Entry } from '../../../gateway/register/reader/entry';
import { type OtlpReceiver, otlpReceiver } from '../../harness/otlpReceiver';
import { entry, paperReader } from './reader/paperReader';

const namen = { verwerkingen: 'urn:test:', oinVan: (partner: string) => (partner === 'politie' ? '00000099000000000001' : undefined) }; // oxfmt-ignore
const persoon = (sleutel: string) => ({ sleutel, inhoud: `verzegeld-${sleutel}` });
const answer = (nr: number, ...sleutels: string[]): Entry =>
  entry(nr, {
    partner: 'politie',
    medewerker: 'pseudoniem-van-medewerker',
    casus: 'casus-1',
    convenant: 'huis',
    doel: 'CASUSREGIE',
    traceId: 'a'.repeat(32),
    personen: sleutels.map(persoon),
  });
const HOST = '00000099000000000002';
const intent = (nr: number, ...sleutels: string[]): Entry => ({
  ...answer(nr, ...sleutels),
  soort: 'VOORNEMEN',
  naar: HOST,
});
const never = new AbortController().signal;

describe('lines of the Logboek Dataverwerkingen', () => {
  test('are one for each person, with the fields and attributes of the standard and no others', () => {
    const regels = toLogboekregels(answer(1, 'k1', 'k2'), namen);
    expect(regels).toHaveLength(2);
    for (const [at, regel] of regels.entries()) {
      expect(Object.keys(regel).sort()).toEqual(['attributes', 'end_time', 'name', 'parent_span_id', 'span_id', 'start_time', 'status', 'trace_id']); // oxfmt-ignore
      expect(regel.trace_id).toBe('a'.repeat(32));
      expect(regel.span_id).toMatch(/^[0-9a-f]{16}$/);
      expect(regel.attributes).toEqual({
        'dpl.core.processing_activity_id': 'urn:test:huis/CASUSREGIE',
        'dpl.core.data_subject_id': ['k1', 'k2'][at],
        'dpl.core.data_subject_id_type': 'urn:ketenhub:persoonsleutel',
        'dpl.core.foreign_operation.processor': 'https://oinregister.logius.nl/oin/00000099000000000001',
      });
    }
    expect(new Set(regels.map(({ span_id }) => span_id)).size).toBe(2);
    expect(JSON.stringify(regels)).not.toMatch(/medewerker|casus-1|verzegeld/);
  });

  test('of one person have no parent, of none are not there, and of another kind of entry neither', () => {
    const [alone] = toLogboekregels(answer(1, 'k1'), namen);
    expect(Object.keys(alone!)).not.toContain('parent_span_id');
    expect(toLogboekregels(answer(1), namen)).toEqual([]);
    for (const soort of ['INZAGE', 'GEWEIGERD', 'DOSSIER', 'NIET_VRIJGEGEVEN'] as const) {
      expect(toLogboekregels({ ...answer(1, 'k1'), soort, naar: HOST }, namen)).toEqual([]);
    }
  });

  test('are there for each person of whom a question told the host of a source, as an activity of its own', () => {
    const [answered] = toLogboekregels(answer(1, 'k1'), namen);
    const regels = toLogboekregels(intent(1, 'k1', 'k2'), namen);
    expect(regels.map(({ attributes }) => attributes['dpl.core.data_subject_id'])).toEqual(['k1', 'k2']);
    for (const regel of regels) {
      expect(Object.keys(regel).sort()).toEqual(Object.keys({ ...answered, parent_span_id: '' }).sort());
      expect(Object.keys(regel.attributes)).toEqual(Object.keys(answered!.attributes));
      expect(regel.name).not.toBe(answered!.name);
      expect(regel.attributes).toMatchObject({
        'dpl.core.processing_activity_id': `urn:test:huis/CASUSREGIE/BRON/${HOST}`,
        'dpl.core.foreign_operation.processor': answered!.attributes['dpl.core.foreign_operation.processor'],
      });
    }
    expect(JSON.stringify(regels)).not.toMatch(/medewerker|casus-1|verzegeld/);
  });

  test('and for none where something is to be changed, or what goes along is about no person', () => {
    expect(toLogboekregels({ ...intent(1, 'k1'), naar: null }, namen)).toEqual([]);
    expect(toLogboekregels(intent(1), namen)).toEqual([]);
  });

  test('are the same each time, and others for another answer', () => {
    const ids = (one: Entry) => toLogboekregels(one, namen).map(({ span_id }) => span_id);
    expect(ids(answer(1, 'k1', 'k2'))).toEqual(ids(answer(1, 'k1', 'k2')));
    expect(ids(answer(2, 'k1'))).not.toEqual(ids(answer(1, 'k1')));
    const { traceId: _, ...untraced } = answer(1, 'k1');
    expect(toLogboekregels(untraced, namen)[0]?.trace_id).toMatch(/^(?!a{32})[0-9a-f]{32}$/);
  });
});

describe('over OTLP/HTTP', () => {
  let receiver: OtlpReceiver;
  beforeEach(async () => {
    receiver = await otlpReceiver();
  });
  afterEach(() => receiver.close());
  const failing = (fout: Promise<void>): Promise<Logboekfout> =>
    fout.then(
      () => Promise.reject(new Error('expected a failure')),
      (one: unknown) => one as Logboekfout,
    );

  test('they come as the proto has them', async () => {
    await postOtlp(receiver.url, toLogboekregels(answer(1, 'k1', 'k2'), namen), never);
    expect(receiver.faults).toEqual([]);
    expect(receiver.spans).toHaveLength(2);
    const [one] = receiver.spans;
    expect(one).toMatchObject({ traceId: 'a'.repeat(32), name: 'ketenhub.verstrekking', status: { code: 1 } });
    expect(BigInt(one!.startTimeUnixNano)).toBe(BigInt(Date.parse(answer(1).tijdstip)) * 1_000_000n);
    expect(one?.attributes.map(({ key }) => key).sort()).toEqual([
      'dpl.core.data_subject_id',
      'dpl.core.data_subject_id_type',
      'dpl.core.foreign_operation.processor',
      'dpl.core.processing_activity_id',
    ]);
  });

  test('the receiver of these tests takes nothing else (control)', async () => {
    const [regel] = toLogboekregels(answer(1, 'k1'), namen);
    for (const bad of [{ trace_id: 'A'.repeat(32) }, { span_id: '0'.repeat(16) }, { span_id: 'abc' }]) {
      const fout = await failing(postOtlp(receiver.url, [{ ...regel!, ...bad }], never));
      expect(fout.opnieuw).toBe(false);
    }
    const post = (body: string) => fetch(receiver.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }); // oxfmt-ignore
    for (const body of [
      '{"resource_spans":[]}',
      '{"resourceSpans":[{"vreemd":1}]}',
      '{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":3}]}]}]}',
      'x',
    ]) {
      // oxfmt-ignore
      expect((await post(body)).status).toBe(400);
    }
    expect(receiver.spans).toEqual([]);
  });

  test.each([429, 502, 503, 504])('after %p the same may be sent again', async (status) => {
    receiver.refuseNext({ status, headers: { 'retry-after': '7' } });
    expect(await failing(postOtlp(receiver.url, [], never))).toMatchObject({ opnieuw: true, wacht: 7_000 });
  });

  test.each([
    [{ status: 400 }],
    [{ status: 500 }],
    [{ status: 307, headers: { location: 'http://127.0.0.1:1/' } }],
    [{ status: 200, body: '<html>' }],
    [{ status: 200, body: '{"partialSuccess":{"rejectedSpans":"2","errorMessage":"nee"}}' }],
  ])('after %p somebody has to look', async (refusal) => {
    receiver.refuseNext(refusal);
    const fout = await failing(postOtlp(receiver.url, [], never));
    expect(fout).toMatchObject({ opnieuw: false });
    expect(fout.message).not.toMatch(/nee|html/);
  });

  test('where nobody answers it may be sent again; a warning beside success is success', async () => {
    expect(await failing(postOtlp('http://127.0.0.1:1/v1/traces', [], never))).toMatchObject({ opnieuw: true });
    receiver.refuseNext(
      { status: 200, body: '{"partialSuccess":{"errorMessage":"let op"}}' },
      { status: 200, body: '' },
    );
    await postOtlp(receiver.url, [], never);
    await postOtlp(receiver.url, [], never);
  });
});

describe('from the register', () => {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-export-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const register = paperReader(
    Array.from({ length: 3_000 }, (_, nr) => {
      if (nr % 2 === 1) return entry(nr);
      return nr % 4 === 0 ? answer(nr, `k${String(nr)}`, 'k') : intent(nr, `k${String(nr)}`, 'k');
    }),
  );

  test('nothing is left out and the cursor never runs ahead, wherever it is cut off', async () => {
    const file = join(dir, 'cursor.json');
    const taken = new Map<string, number>();
    let failures = 0;
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { volgende } = await readCursor(file, register);
      let posts = 0;
      const moved = (cursor: Cursor): void => {
        const before = Array.from({ length: cursor.volgende }, (_, nr) => nr).filter((nr) => nr % 2 === 0);
        for (const nr of before) expect(taken.has(`k${String(nr)}`)).toBe(true);
        writeCursor(file, cursor);
      };
      try {
        await sendLogboek(volgende, {
          reader: register,
          namen,
          post: async (regels) => {
            posts += 1;
            if (posts === 3) throw new Logboekfout('weg', true);
            for (const { attributes } of regels) {
              const id = attributes['dpl.core.data_subject_id'];
              taken.set(id, (taken.get(id) ?? 0) + 1);
            }
          },
          moved,
        });
        break;
      } catch {
        failures += 1;
      }
    }
    expect(failures).toBeGreaterThan(3);
    expect(await readCursor(file, register)).toEqual({ volgende: 3_000, vorige: 'regel-2999' });
    expect(taken.size).toBe(1_501);
    expect([...taken].filter(([id, times]) => id !== 'k' && times !== 1)).toEqual([]);
    expect(taken.get('k')).toBe(1_500);
    expect(await sendLogboek(3_000, { reader: register, namen, post: () => Promise.reject(new Error()), moved: () => undefined })).toBe(0); // oxfmt-ignore
  });

  test('a cursor of another register, or one that can not be read, is for somebody to look at', async () => {
    const file = join(dir, 'ander.json');
    writeCursor(file, { volgende: 8, vorige: 'van elders' });
    await expect(readCursor(file, register)).rejects.toMatchObject({ opnieuw: false });
    writeFileSync(file, '{"volgende":-1}');
    await expect(readCursor(file, register)).rejects.toMatchObject({ opnieuw: false });
    writeCursor(file, { volgende: 3, vorige: 'regel-2' });
    expect(await readCursor(file, register)).toEqual({ volgende: 3, vorige: 'regel-2' });
    expect(readFileSync(file, 'utf8')).toBe('{"volgende":3,"vorige":"regel-2"}');
  });
});

describe('the log of decisions', () => {
  const log = (one: Entry) => toBesluitlog(one, namen, (casus) => `pseudoniem-${String(casus.length)}`);

  test('says who, what, on what, and on which grounds, by pseudonyms', () => {
    const refusal = {
      coordinaat: 'Casus.tafel',
      categorieen: ['casus.tafel'],
      reden: 'FASE_NIET_GEDEKT',
      artikel: null,
    };
    const regel = log({ ...answer(4, 'k1'), rol: 'DEELNEMER', weigeringen: [refusal], gevraagd: ['Casus.tafel'] });
    expect(regel).toMatchObject({
      subject: {
        type: 'medewerker',
        id: 'pseudoniem-van-medewerker',
        properties: { partner: 'politie', rol: 'DEELNEMER' },
      },
      action: { name: 'opvragen', properties: { processing_activity_id: 'urn:test:huis/CASUSREGIE' } },
      resource: { type: 'casus', id: 'pseudoniem-7', properties: { gevraagd: ['Casus.tafel'] } },
      decision: true,
      context: { bewijs: 'regel-4', weigeringen: [refusal] },
    });
    expect(Object.keys(regel!).sort()).toEqual(['action', 'context', 'decision', 'resource', 'subject']);
    expect(JSON.stringify(regel)).not.toMatch(/casus-1|verzegeld|"k1"/);
  });

  test('of what was refused whole says so, and of what is no decision is silent', () => {
    expect(log({ ...answer(4), soort: 'GEWEIGERD', code: 'HUB_DOEL_NIET_GEDEKT' })).toMatchObject({ decision: false, context: { code: 'HUB_DOEL_NIET_GEDEKT' } }); // oxfmt-ignore
    const { casus: _, ...outside } = answer(4);
    expect(log({ ...outside, soort: 'INZAGE' })).toMatchObject({ decision: true, resource: { type: 'hub' } });
    for (const soort of ['START', 'VOORNEMEN', 'NIET_VRIJGEGEVEN'] as const)
      expect(log({ ...answer(4), soort })).toBeNull();
  });
});
