import type { Spanname, Told } from './known';

/** Something that takes time, as it is told to whoever watches: its name, when it began and ended, and what `Told` has. */
export interface Span {
  /** What goes along to another process, so that what it does hangs below this (W3C Trace Context). */
  readonly traceparent: string;
  readonly traceId: string;
  /** Does this work as a part of it. What the work throws goes on; of it only a code is told. */
  step<T>(name: Spanname, work: (span: Span) => T): T;
  /** Begins a part of it that is ended by who began it. */
  begin(name: Spanname, told?: Told): Span;
  /** @param told is not asked where nobody is told. */
  tell(told: () => Told): void;
  /** It came to this code: an error, if that is one of a fault. */
  failed(code: string): void;
  end(): void;
}

/** Where spans begin, and go. */
export interface Tracing {
  /**
   * A request that is let in: a part of the trace that its sender is in, if he says so. Whether he keeps that trace is
   * his affair, and changes nothing here.
   *
   * @param given its `traceparent`.
   * @param since how long ago it came, in ms.
   */
  request(given: string | undefined, since: number): Span;
  /** Sends what is left, if that can be done soon. */
  close(): Promise<void>;
}
