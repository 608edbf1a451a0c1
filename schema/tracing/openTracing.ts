import { quietSpan } from './quietSpan';
import type { Tracing } from './span';
import type { startTracing as Start } from './startTracing';

export interface Tracinggrond {
  /** OTLP/HTTP address of a collector; null: nothing is traced. */
  readonly url: string | null;
  /** Name of this process among those that send to the same collector. */
  readonly service: string;
  /** Spans can't be sent. Told once, until they can be again. */
  readonly fault: (what: string) => void;
}

/** Traces to the collector that is configured. Without one nothing of it is loaded, kept or sent. */
export function openTracing(grond: Tracinggrond): Tracing {
  const { url } = grond;
  if (url === null) return { request: quietSpan, close: () => Promise.resolve() };
  // oxlint-disable-next-line typescript/no-require-imports -- loaded when it is wanted, not at every start
  const { startTracing } = require('./startTracing') as { startTracing: typeof Start };
  return startTracing({ ...grond, url });
}
