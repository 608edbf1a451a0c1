import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { Hubfout } from '../../../schema/domain/hubfout';
import { onlyKnown } from '../../../schema/tracing/onlyKnown';
import { openTracing } from '../../../schema/tracing/openTracing';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import type { Span, Tracing } from '../../../schema/tracing/span';
import { tracesUrl } from '../../../schema/tracing/tracesUrl';
import { COMPILING } from '../../harness/compiling';
import { type OtlpReceiver, otlpReceiver } from '../../harness/otlpReceiver';

const DATUM = 'Jan Jansen';

describe('what leaves of a span', () => {
  const sent: ReadableSpan[] = [];
  const memory = new InMemorySpanExporter();
  const keeps: SpanExporter = {
    export: (spans, done) => {
      sent.push(...spans);
      memory.export(spans, done);
    },
    shutdown: () => memory.shutdown(),
  };
  const processor = new SimpleSpanProcessor({ exporter: onlyKnown(keeps, () => undefined) });
  const tracer = new TracerProvider({ spanProcessors: [processor] }).getTracer(DATUM, DATUM);
  beforeEach(() => sent.splice(0));

  test('is what is known of it, and in the form that is known: whoever made it, and whatever he put in', () => {
    const made = tracer.startSpan('guard', { attributes: { [DATUM]: DATUM, 'ketenhub.fields': 3 } });
    made.setAttribute('ketenhub.code', DATUM);
    made.setAttribute('ketenhub.subgraph', 'police');
    made.setAttribute('ketenhub.operation', DATUM);
    made.setAttribute('ketenhub.entities', 123_456_782);
    made.setAttribute('http.route', `/${DATUM}`);
    made.addEvent(DATUM, { [DATUM]: DATUM });
    made.addLink({ context: made.spanContext(), attributes: { [DATUM]: DATUM } });
    made.recordException(new Error(DATUM));
    made.setStatus({ code: SpanStatusCode.ERROR, message: DATUM });
    made.end();
    const [one] = sent;
    expect(one?.attributes).toEqual({ 'ketenhub.fields': 3, 'ketenhub.subgraph': 'police' });
    expect(one?.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(JSON.stringify(one)).not.toContain(DATUM);
  });

  test('is nothing when its name is not one of ours', () => {
    tracer.startSpan('gateway.request').end();
    tracer.startSpan(DATUM).end();
    expect(sent).toEqual([]);
  });
});

describe('spans', () => {
  let collector: OtlpReceiver;
  let tracing: Tracing;
  const faults: string[] = [];
  beforeEach(async () => {
    faults.splice(0);
    collector = await otlpReceiver();
    tracing = openTracing({ url: collector.url, service: 'toets', fault: (what) => faults.push(what) });
  });
  afterEach(async () => {
    await tracing.close();
    await collector.close();
  });

  test('what libraries tell of themselves goes nowhere', () => {
    expect(trace.getTracer('apollo/gateway-js').startSpan('gateway.request').isRecording()).toBe(false);
  });

  test('a step gives what its work gives, now or later, and ends as that ends', async () => {
    const span = tracing.request(undefined, 5);
    expect(span.step('prune', () => 3)).toBe(3);
    expect(await span.step('guard', async () => 4)).toBe(4);
    const refused = new Hubfout('HUB_LIMIET', DATUM);
    const broken = new Error(DATUM);
    const throws = (fout: Error) => (): never => {
      throw fout;
    };
    expect(() => span.step('decide', throws(refused))).toThrow(refused);
    await expect(span.step('release', () => Promise.reject(broken))).rejects.toBe(broken);
    span.end();
    await tracing.close();
    expect(collector.faults).toEqual([]);
    const came = collector.spans.map(({ name, status, attributes }) => [name, status.code, ...attributes.map(({ value }) => value.stringValue)]); // oxfmt-ignore
    expect(came).toEqual([
      ['prune', 0],
      ['guard', 0],
      ['decide', 0, 'HUB_LIMIET'],
      ['release', 2, 'HUB_ONBESLIST'],
      ['request', 0],
    ]);
    expect(collector.bodies.join()).not.toContain(DATUM);
  });

  test('of a flood, while the collector hangs, so many are kept and no more; then they go on', async () => {
    collector.hang(true);
    const flood = async (): Promise<void> => {
      for (let made = 0; made < 20_000; made += 1) tracing.request(undefined, 0).end();
      await sleep(100);
    };
    await flood();
    expect(collector.asked()).toBe(1);
    collector.hang(false);
    await sleep(6_500);
    expect(faults).toEqual(['traces can not be sent']);
    await sleep(3_000);
    expect(collector.spans.length).toBeGreaterThan(0);
    expect(collector.spans.length).toBeLessThanOrEqual(2_048);
    expect(faults).toHaveLength(1);
  }, 20_000);

  test('a collector that does not take them is told of once, until it does', async () => {
    const some = async (): Promise<void> => {
      for (let made = 0; made < 512; made += 1) tracing.request(undefined, 0).end();
      await sleep(200);
    };
    const refusal = { status: 400 };
    collector.refuseNext(refusal, refusal, refusal);
    for (const told of [1, 1, 1]) {
      await some();
      expect(faults).toHaveLength(told);
    }
    await some();
    expect(collector.spans).toHaveLength(512);
    collector.refuseNext(refusal);
    await some();
    expect(faults).toHaveLength(2);
  });

  test('closing waits no longer than 2 s for a collector that hangs', async () => {
    collector.hang(true);
    tracing.request(undefined, 0).end();
    const started = performance.now();
    await tracing.close();
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('without a collector', () => {
  test('a trace is passed on, and its steps are done', async () => {
    const tracing = openTracing({ url: null, service: 'toets', fault: () => undefined });
    const span: Span = tracing.request(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-00`, 0);
    expect(span.traceparent).toMatch(/^00-a{32}-(?!b)[0-9a-f]{16}-00$/);
    expect(span.step('guard', (own) => own.traceparent)).toBe(span.traceparent);
    expect(span.begin('ask source').traceparent).toBe(span.traceparent);
    const asked = jest.fn(() => ({}));
    span.tell(asked);
    expect(asked).not.toHaveBeenCalled();
    await tracing.close();
    expect(quietSpan(undefined).traceId).not.toBe(quietSpan(undefined).traceId);
  });

  test('nothing of it is loaded', () => {
    const program = `
      const { openTracing } = require('./schema/tracing/openTracing');
      require('./gateway/hub');
      openTracing({ url: null, service: 'x', fault: () => undefined });
      console.log(Object.keys(require.cache).filter((one) => /@opentelemetry.(sdk-trace|exporter-trace-otlp-http)./.test(one)).length);`;
    const options = { cwd: join(__dirname, '../../..'), encoding: 'utf8' } as const;
    expect(execFileSync(process.execPath, [...COMPILING, '-e', program], options).trim()).toBe('0');
  });
});

test.each([
  ['http://collector:4318/v1/traces', true],
  ['https://traces.example/v1/traces?x=1@2', true],
  ['https://wie:geheim@traces.example/v1/traces', false],
  ['https://wie@traces.example', false],
  ['ftp://traces.example', false],
  ['ergens', false],
])('TRACES_URL %s', (given, fits) => {
  expect(tracesUrl.safeParse(given).success).toBe(fits);
});
