import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import type { Span as OtelSpan, Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { type Spanname, type Told, codeOf, isFault } from './known';
import { onlyKnown } from './onlyKnown';
import type { Tracinggrond } from './openTracing';
import type { Span, Tracing } from './span';
import { newSpanId, newTraceId, readTraceparent } from './traceparent';

/** Spans that wait at most, and go at once; what comes when so many wait is lost. */
const MOST = 2_048;
const AT_ONCE = 512;
/** How long spans wait for others, how long a collector may take, and how long what is left may take at the end, in ms. */
const PERIOD = 1_000;
const PATIENCE = 5_000;
const LAST = 2_000;

/**
 * Spans go to the collector by themselves, and no request waits for that. What makes them is not made known to the process
 * (OpenTelemetry's global): libraries that would tell of themselves by it, as Apollo's gateway would, have nothing to tell it to.
 */
export function startTracing({ url, service, fault }: Tracinggrond & { readonly url: string }): Tracing {
  let went = true;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: PATIENCE, concurrencyLimit: MOST / AT_ONCE + 1 });
  const processor = new BatchSpanProcessor({
    exporter: onlyKnown(exporter, (now) => {
      if (went && !now) fault('traces can not be sent');
      went = now;
    }),
    maxQueueSize: MOST,
    maxExportBatchSize: AT_ONCE,
    scheduledDelayMillis: PERIOD,
    exportTimeoutMillis: PATIENCE,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new AlwaysOnSampler(),
    idGenerator: { generateTraceId: newTraceId, generateSpanId: newSpanId },
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('ketenhub');
  return {
    request: (given, since) => {
      const from = readTraceparent(given);
      const theirs =
        from === null ? null : { traceId: from.trace, spanId: from.parent, traceFlags: TraceFlags.SAMPLED };
      const context =
        theirs === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...theirs, isRemote: true });
      // One clock for a whole trace in this process: the wall's may be set while it goes on.
      const base = Date.now() - performance.now();
      const clock = (): number => base + performance.now();
      const options = { kind: SpanKind.SERVER, startTime: clock() - since };
      const name: Spanname = 'request';
      return new RecordedSpan(tracer, tracer.startSpan(name, options, context), clock);
    },
    close: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LAST);
      });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}

class RecordedSpan implements Span {
  readonly traceId: string;
  readonly traceparent: string;

  constructor(
    private readonly tracer: Tracer,
    private readonly span: OtelSpan,
    private readonly clock: () => number,
  ) {
    const { traceId, spanId } = span.spanContext();
    this.traceId = traceId;
    this.traceparent = `00-${traceId}-${spanId}-01`;
  }

  step<T>(name: Spanname, work: (span: Span) => T): T {
    const span = this.begin(name);
    const fails = (fout: unknown): never => {
      span.failed(codeOf(fout));
      span.end();
      throw fout;
    };
    try {
      const result = work(span);
      if (result instanceof Promise) {
        const ends = (value: unknown): unknown => {
          span.end();
          return value;
        };
        return result.then(ends, fails) as T;
      }
      span.end();
      return result;
    } catch (fout) {
      return fails(fout);
    }
  }

  begin(name: Spanname, told: Told = {}): Span {
    const kind = name.startsWith('ask ') ? SpanKind.CLIENT : SpanKind.INTERNAL;
    const options = { kind, startTime: this.clock(), attributes: told };
    const span = this.tracer.startSpan(name, options, trace.setSpan(ROOT_CONTEXT, this.span));
    return new RecordedSpan(this.tracer, span, this.clock);
  }

  tell(told: () => Told): void {
    this.span.setAttributes(told());
  }

  failed(code: string): void {
    this.span.setAttribute('ketenhub.code', code);
    if (isFault(code)) this.span.setStatus({ code: SpanStatusCode.ERROR });
  }

  end(): void {
    this.span.end(this.clock());
  }
}
