import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { KNOWN, SPANS } from './known';

const NAMES: ReadonlySet<string> = new Set(SPANS);
const FORMS = new Map<string, (value: unknown) => boolean>(Object.entries(KNOWN));
const SCOPE = { name: 'ketenhub' };

/**
 * Sends what is known of a span and nothing else, whoever made it: each is built anew from the list of what may be told.
 *
 * @param sent is told of each time that spans were sent, or could not be.
 */
export function onlyKnown(exporter: SpanExporter, sent: (went: boolean) => void): SpanExporter {
  return {
    export: (spans, done) => {
      exporter.export(spans.flatMap(known), (result) => {
        sent(result.error === undefined);
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
}

function known(span: ReadableSpan): ReadableSpan[] {
  if (!NAMES.has(span.name)) return [];
  const { traceId, spanId, traceFlags } = span.spanContext();
  const context = { traceId, spanId, traceFlags };
  const attributes: Attributes = {};
  for (const [key, value] of Object.entries(span.attributes)) {
    if (FORMS.get(key)?.(value) === true) attributes[key] = value;
  }
  const kept = {
    name: span.name,
    kind: span.kind,
    spanContext: () => context,
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: { code: span.status.code },
    attributes,
    resource: span.resource,
    instrumentationScope: SCOPE,
    links: [],
    events: [],
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
  const parent = span.parentSpanContext;
  return [parent === undefined ? kept : { ...kept, parentSpanContext: parent }];
}
