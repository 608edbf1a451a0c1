import type { Span } from './span';
import { traceparent } from './traceparent';

/** A span that nobody is told of: all that it does is to pass the trace on. */
export function quietSpan(given: string | undefined): Span {
  const own = traceparent(given);
  const span: Span = {
    traceparent: own,
    traceId: own.slice(3, 35),
    step: (_name, work) => work(span),
    begin: () => span,
    tell: () => undefined,
    failed: () => undefined,
    end: () => undefined,
  };
  return span;
}
