import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import { DELEGATIE_HEADER, type Delegatie } from '../../schema/domain/delegatie';
import type { Subgraaf } from '../../schema/domain/subgraaf';

/** One question as it went over the wire to a subgraph. */
export interface Recorded {
  readonly subgraaf: Subgraaf;
  readonly path: string;
  readonly body: string;
  readonly delegatie: Delegatie;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** How a source behaves for now: as itself, gone, silent for a while, or answering something of the test's own. */
type Behaviour =
  | 'normal'
  | 'down'
  | 'error'
  | { readonly answer: (real: string) => string; readonly at?: string }
  | { readonly before: (arrived: Recorded) => Promise<void> }
  /** Of which questions the answer gets lost on the way back. */
  | { readonly loses: (arrived: Recorded) => boolean };

export interface RecordingProxy {
  readonly url: string;
  /** What came by since the last call. */
  taken(): Recorded[];
  behave(behaviour: Behaviour): void;
  /** Stands before another subgraph from now on. */
  aim(target: string): void;
  close(): Promise<void>;
}

/** Stands before a subgraph, keeps what it is asked, and can play a source that fails or lies. */
export async function recordingProxy(subgraaf: Subgraaf, target: string): Promise<RecordingProxy> {
  const recorded: Recorded[] = [];
  let behaviour: Behaviour = 'normal';
  let to = new URL(target);
  const forward = (
    path: string,
    headers: NodeJS.Dict<string | string[]>,
    body: string,
    method = 'POST',
  ): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        { host: to.hostname, port: to.port, path, method, headers: { ...headers, host: to.host } },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  const toRecorded = (path: string, body: string, token: string, headers: Recorded['headers']): Recorded => {
    const { delegatie } = decodeJwt<{ delegatie: Delegatie }>(token);
    return { subgraaf, path, body, delegatie, headers };
  };
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const path = incoming.url ?? '/';
      const token = String(incoming.headers[DELEGATIE_HEADER] ?? '');
      const health = path.startsWith('/health/');
      const arrived = health ? null : toRecorded(path, body, token, incoming.headers);
      if (arrived !== null) recorded.push(arrived);
      const now = !health && (path === '/graphql' || typeof behaviour === 'object') ? behaviour : 'normal';
      // The socket itself: a request that was read to its end no longer ends it.
      const gone = (): void => void incoming.socket.destroy();
      void (async () => {
        if (now === 'down') {
          gone();
          return;
        }
        if (now === 'error') return outgoing.writeHead(500).end('{"errors":[{"message":"Jan Jansen, 1980"}]}');
        if (arrived !== null && typeof now === 'object' && 'before' in now) await now.before(arrived);
        const { status, text } = await forward(path, incoming.headers, body, incoming.method);
        if (arrived !== null && typeof now === 'object' && 'loses' in now && now.loses(arrived)) {
          gone();
          return;
        }
        const answer =
          typeof now === 'object' && 'answer' in now && path === (now.at ?? '/graphql') ? now.answer(text) : text;
        return outgoing.writeHead(status, { 'content-type': 'application/json' }).end(answer);
      })().catch(gone);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    taken: () => recorded.splice(0),
    behave: (next) => {
      behaviour = next;
    },
    aim: (next) => {
      to = new URL(next);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
