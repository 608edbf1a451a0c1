import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';

/** What Node says of bytes that are no request, and what the caller is told. */
const REFUSALS: Readonly<Record<string, readonly [status: string, code: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'HUB_LIMIET',
    'De koppen van het verzoek zijn te groot.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'HUB_LIMIET', 'Het verzoek kwam niet binnen de tijd.'],
};
const UNREADABLE = ['400 Bad Request', 'BAD_REQUEST', 'Dit is geen leesbaar HTTP-verzoek.'] as const;

/** Answers bytes that never became a request, in the shape of every other error, and closes the connection. */
export function refuseBytes({ code, rawPacket }: ConnectionError, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, name, message] = REFUSALS[code] ?? UNREADABLE;
  const body = JSON.stringify({ errors: [{ message, extensions: { code: name } }] });
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${String(Buffer.byteLength(body))}`,
    'cache-control: no-store',
    'connection: close',
  ];
  // To HEAD only the headers may be told.
  const whole = !Buffer.isBuffer(rawPacket) || rawPacket.toString('latin1', 0, 5) !== 'HEAD ';
  socket.end(`${head.join('\r\n')}\r\n\r\n${whole ? body : ''}`);
}
