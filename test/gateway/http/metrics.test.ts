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
