import { randomBytes } from 'node:crypto';

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's trace goes on (W3C Trace Context); what can't be one is replaced by a new trace. */
export function traceparent(given: string | undefined): string {
  if (given === undefined || !TRACEPARENT.test(given)) {
    return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
  }
  const [version, trace, , flags] = given.split('-');
  return [version, trace, randomBytes(8).toString('hex'), flags].join('-');
}
