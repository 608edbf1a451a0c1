import type { Logboekregel } from './logboekregels';

/** Of the proto: SPAN_KIND_INTERNAL, STATUS_CODE_OK. In OTLP/JSON enums are numbers. */
const INTERNAL = 1;
const OK = 1;

interface KeyValue {
  readonly key: string;
  readonly value: { readonly stringValue: string };
}

/** Lines as an ExportTraceServiceRequest in OTLP/JSON (opentelemetry-proto 1.x): ids in hexadecimal, 64-bit numbers as text. */
export function toOtlp(regels: readonly Logboekregel[]): object {
  const spans = regels.map(({ trace_id, span_id, parent_span_id, name, start_time, end_time, attributes }) => ({
    traceId: trace_id,
    spanId: span_id,
    ...(parent_span_id === undefined ? {} : { parentSpanId: parent_span_id }),
    name,
    kind: INTERNAL,
    startTimeUnixNano: nanosOf(start_time),
    endTimeUnixNano: nanosOf(end_time),
    attributes: keyValues(attributes),
    status: { code: OK },
  }));
  const resource = { attributes: keyValues({ 'service.name': 'ketenhub' }) };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'ketenhub.logboek' }, spans }] }] };
}

function nanosOf(moment: string): string {
  return (BigInt(Date.parse(moment)) * 1_000_000n).toString();
}

function keyValues(attributes: Readonly<Record<string, string>>): KeyValue[] {
  return Object.entries(attributes).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}
