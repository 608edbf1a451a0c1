/** What came back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Every status that stands in the README of gateway/http, and those of HTTP itself for what is no request to it. */
const DECLARED = [200, 204, 400, 401, 403, 404, 405, 406, 409, 413, 414, 415, 417, 429, 431];
/** What only the inside of the hub looks like. */
const INSIDE =
  /\bat [\w.<> ]+\(|node_modules|\.ts:\d|\/gateway\/|Error: |TypeError|SyntaxError|undefined|\[object |polluted/;

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: { readonly code?: unknown } }[];
}

/** What is wrong with an answer, whatever was asked; null: nothing. */
export function judge(path: string, method: string, { status, type, text }: Answer): string | null {
  if (!DECLARED.includes(status)) return `status ${String(status)}: ${text.slice(0, 300)}`;
  const inside = INSIDE.exec(text);
  // What a caller wrote himself may come back in what is said of it.
  if (inside !== null && !/^(undefined|Error: |TypeError|SyntaxError|\[object )$/.test(inside[0])) {
    return `the inside shows: ${inside[0]}`;
  }
  if (method === 'HEAD' || status === 204 || text === '') return null;
  if (!/json/.test(type)) return status === 400 || status === 431 ? null : `no JSON but ${type}: ${text.slice(0, 100)}`;
  const body = JSON.parse(text) as Body;
  if (status === 200 && !path.startsWith('/graphql')) return null;
  if (!Array.isArray(body.errors))
    return body.data === undefined ? `neither data nor errors: ${text.slice(0, 200)}` : null;
  for (const { message, extensions } of body.errors as NonNullable<Body['errors']>) {
    if (typeof message !== 'string' || message === '') return 'an error without a message';
    if (typeof extensions?.code !== 'string') return `an error without a code: ${message}`;
    if (extensions.code === 'INTERNAL_SERVER_ERROR' || extensions.code === 'HUB_STORING')
      return `a fault of ours: ${message}`;
    // The parser says so of a quote, which is no name of the graph.
    if (/did you mean (?!to use a double quote)/i.test(message)) return `a hint: ${message}`;
  }
  return null;
}
