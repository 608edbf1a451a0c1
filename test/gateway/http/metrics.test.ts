import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetrics } from '../../../gateway/http/metrics';

test('a source that is left alone shows, until it no longer is', async () => {
  const metrics = createMetrics();
  const shown = async (): Promise<string[]> => {
    const { payload } = await metrics.server.inject('/metrics');
    return payload.split('\n').filter((line) => line.startsWith('ketenhub_source_left_alone{'));
  };
  expect(await shown()).toEqual([]);
  metrics.left('police', true);
  expect(await shown()).toEqual(['ketenhub_source_left_alone{subgraph="police"} 1']);
  metrics.left('police', false);
  expect(await shown()).toEqual(['ketenhub_source_left_alone{subgraph="police"} 0']);
  await metrics.server.close();
});

test('the process is measured once, and told by each hub in it', async () => {
  const hubs = [createMetrics(), createMetrics()];
  for (const { server } of hubs) {
    const { payload } = await server.inject('/metrics');
    expect(payload.match(/^process_cpu_user_seconds_total /gm)).toHaveLength(1);
    expect(payload).toContain('# HELP ketenhub_request_seconds');
    await server.close();
  }
});

test('of a question that is too large it is counted by which limit, and nothing else', async () => {
  const metrics = createMetrics();
  for (const limit of ['aliases', 'depth', 'aliases']) metrics.exceeded(limit);
  const { payload } = await metrics.server.inject('/metrics');
  expect(payload.split('\n').filter((line) => line.startsWith('ketenhub_limits_exceeded_total'))).toEqual([
    'ketenhub_limits_exceeded_total{limit="aliases"} 2',
    'ketenhub_limits_exceeded_total{limit="depth"} 1',
  ]);
  await metrics.server.close();
});

test('of each partner: what came of its requests, what was refused and could not be decided, and how long it took', async () => {
  const metrics = createMetrics();
  const line = { partner: 'dimence', code: null, weigeringen: [], onbeslist: [] };
  const weigering = (reden: string) => ({ coordinaat: 'A.b', categorieen: [], reden, artikel: null });
  metrics.registered({ ...line, soort: 'ANTWOORD', weigeringen: [weigering('GEEN_PARTIJ'), weigering('GEEN_PARTIJ')] });
  metrics.registered({ ...line, soort: 'INZAGE', onbeslist: ['A.b', 'A.c'] });
  metrics.registered({ ...line, soort: 'GEWEIGERD', code: 'HUB_LIMIET' });
  // No outcome of its own, or of nobody.
  metrics.registered({ ...line, soort: 'VOORNEMEN', weigeringen: [weigering('GEEN_PARTIJ')] });
  metrics.registered({ ...line, soort: 'GEWEIGERD', code: 'HUB_LIMIET', partner: null });
  expect(await metrics.during('tactus', async () => 'done')).toBe('done');
  await expect(metrics.during('tactus', () => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
  const { payload } = await metrics.server.inject('/metrics');
  const shown = payload
    .split('\n')
    .filter((one) => /^ketenhub_(outcomes|refusals|undecided|work_seconds_count)/.test(one));
  expect(shown.toSorted()).toEqual([
    'ketenhub_outcomes_total{partner="dimence",outcome="ANTWOORD"} 1',
    'ketenhub_outcomes_total{partner="dimence",outcome="HUB_LIMIET"} 1',
    'ketenhub_outcomes_total{partner="dimence",outcome="INZAGE"} 1',
    'ketenhub_refusals_total{partner="dimence",reden="GEEN_PARTIJ"} 2',
    'ketenhub_undecided_total{partner="dimence"} 2',
    'ketenhub_work_seconds_count{partner="tactus"} 2',
  ]);
  await metrics.server.close();
});

test('each metric of ours stands in the README, and no other', async () => {
  const metrics = createMetrics();
  const { payload } = await metrics.server.inject('/metrics');
  const counted = [...payload.matchAll(/^# TYPE (ketenhub_\S+)/gm)].map(([, name]) => name);
  const readme = readFileSync(join(__dirname, '../../../gateway/http/README.md'), 'utf8');
  const told = [...readme.matchAll(/^\| `(ketenhub_\w+)`/gm)].map(([, name]) => name);
  expect(told.toSorted()).toEqual(counted.toSorted());
  await metrics.server.close();
});
