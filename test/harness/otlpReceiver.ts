import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
// The official proto (opentelemetry-proto), compiled by OpenTelemetry itself.
import root from '@opentelemetry/otlp-transformer/build/src/generated/root';

/** A message of the proto, as protobufjs has it. */
interface Message {
  verify(value: object): string | null;
  fromObject(value: object): object;
  toObject(message: object, how: object): object;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number | string };
}

export interface Span {
  /** Of the resource that it is a span of. */
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status: { readonly code: number };
  readonly attributes: readonly Attribute[];
}

interface Resource {
  readonly resource: { readonly attributes: readonly Attribute[] };
  readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, 'service'>[] }[];
}

/** What it answers in place of taking what came. */
interface Refusal {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OtlpReceiver {
  readonly url: string;
  /** Spans that were taken, each time that they came. */
  readonly spans: Span[];
  /** All that came, to the byte. */
  readonly bodies: string[];
  /** How many requests came, taken or not. */
  asked(): number;
  /** Why what came was not taken. */
  readonly faults: string[];
  /** The next requests are answered so; then they are taken again. */
  refuseNext(...refusals: readonly Refusal[]): void;
  /** From now on what comes is read and not answered; or it is again. */
  hang(hangs: boolean): void;
  close(): Promise<void>;
}

const opentelemetry = (root as unknown as { opentelemetry: { proto: { collector: { trace: { v1: Record<string, Message> } } } } }).opentelemetry; // oxfmt-ignore
const REQUEST = opentelemetry.proto.collector.trace.v1['ExportTraceServiceRequest']!;
const IDS: Readonly<Record<string, number>> = { traceId: 16, spanId: 8, parentSpanId: 8 };

/**
 * A strict receiver of OTLP/HTTP with JSON: what does not come by POST on /v1/traces as application/json, or is no
 * ExportTraceServiceRequest to the letter of the proto, is answered 400. Ids are hexadecimal there and not base64.
 */
export async function otlpReceiver(): Promise<OtlpReceiver> {
  const [spans, bodies, faults, refusals]: [Span[], string[], string[], Refusal[]] = [[], [], [], []];
  let [asked, hanging] = [0, false];
  const server = createServer((request, response) => {
    asked += 1;
    void text(request).then((body) => {
      const refusal = refusals.shift();
      if (refusal !== undefined) {
        response.writeHead(refusal.status, refusal.headers).end(refusal.body ?? '');
        return;
      }
      bodies.push(body);
      if (hanging) return;
      const kind = request.headers['content-type'];
      const fault =
        request.method === 'POST' && request.url === '/v1/traces' && kind === 'application/json'
          ? faultIn(body)
          : `${String(request.method)} ${String(request.url)} ${String(kind)}`;
      if (fault !== null) {
        faults.push(fault);
        response.writeHead(400).end();
        return;
      }
      const { resourceSpans } = JSON.parse(body) as { resourceSpans: Resource[] };
      for (const { resource, scopeSpans } of resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
        for (const one of scopeSpans) spans.push(...one.spans.map((span) => ({ ...span, service })));
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1/traces`,
    spans,
    bodies,
    faults,
    asked: () => asked,
    refuseNext: (...all) => refusals.push(...all),
    hang: (hangs) => {
      hanging = hangs;
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
    },
  };
}

/** Through the proto and back it must be the same: what the proto does not know, or has otherwise, is lost on the way. */
function faultIn(body: string): string | null {
  try {
    const given = JSON.parse(body) as object;
    const asProto = mapIds(given, (hex, bytes) => {
      if (!new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`).test(hex) || /^0+$/.test(hex)) throw new Error(`id ${hex}`);
      return Buffer.from(hex, 'hex').toString('base64');
    });
    const message = REQUEST.decode(REQUEST.encode(REQUEST.fromObject(asProto)).finish());
    const wrong = REQUEST.verify(message);
    if (wrong !== null) return wrong;
    const back = REQUEST.toObject(message, { longs: String, enums: Number, bytes: String });
    const again = mapIds(back, (base64) => Buffer.from(base64, 'base64').toString('hex'));
    return sorted(again) === sorted(given) ? null : `other than the proto: ${sorted(given)}`;
  } catch (fout) {
    return fout instanceof Error ? fout.message : 'unreadable';
  }
}

function mapIds(value: unknown, map: (id: string, bytes: number) => string): object {
  const walk = (one: unknown, key: string): unknown => {
    const bytes = IDS[key];
    if (bytes !== undefined && typeof one === 'string') return map(one, bytes);
    if (Array.isArray(one)) return one.map((item) => walk(item, ''));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([naam, item]) => [naam, walk(item, naam)]));
  };
  return walk(value, '') as object;
}

const MAY_BE_EMPTY: readonly string[] = ['attributes', 'events', 'links'];

/**
 * In one order; a list of nothing is not there, and a long number may be written as a text (JSON mapping of proto3). The
 * proto that is compiled here is from before spans had flags.
 */
function sorted(value: unknown): string {
  return JSON.stringify(value, (key, one: unknown) => {
    if (Array.isArray(one)) return one.length === 0 && MAY_BE_EMPTY.includes(key) ? undefined : one;
    if (key === 'intValue') return String(one);
    if (key === 'flags') return undefined;
    return typeof one === 'object' && one !== null
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one;
  });
}
