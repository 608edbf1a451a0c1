import { randomBytes, randomUUID } from 'node:crypto';

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace that a caller is in, and below what of his this is (W3C Trace Context); null: what is given can't be one. */
export function readTraceparent(
  given: string | undefined,
): { readonly trace: string; readonly parent: string; readonly flags: string } | null {
  if (given === undefined || !TRACEPARENT.test(given)) return null;
  return { trace: given.slice(3, 35), parent: given.slice(36, 52), flags: given.slice(53) };
}

/** The caller's trace goes on; what can't be one is replaced by a new trace. */
export function traceparent(given: string | undefined): string {
  const { trace, flags } = readTraceparent(given) ?? { trace: newTraceId(), flags: '01' };
  return `00-${trace}-${newSpanId()}-${flags}`;
}

export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}

export function newSpanId(): string {
  // A tenth of the time of eight random bytes, which is many times a request. Its version is between these.
  const uuid = randomUUID();
  return uuid.slice(0, 8) + uuid.slice(28);
}
