import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

type Subgraph = Parameters<typeof buildSubgraphSchema>[0] & { resolvers: object };
/** What a source answers in the place of its own answer; null: nothing, ever. */
type Twist = (real: string) => string | null;

/** A small subgraph over real HTTP, that can be made to lie, and keeps what it was asked. */
export interface Source {
  readonly url: string;
  readonly typeDefs: string;
  asked(): { query: string; variables: Record<string, unknown>; headers: NodeJS.Dict<string | string[]> }[];
  twist(twist: Twist, status?: number): void;
  close(): Promise<void>;
}

export async function startSource(typeDefs: string, resolvers: object): Promise<Source> {
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers } as Subgraph);
  const asked: ReturnType<Source['asked']> = [];
  let now: Twist = (real) => real;
  let status = 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: Record<string, unknown>;
      };
      asked.push({ query, variables, headers: request.headers });
      void graphql({ schema, source: query, variableValues: variables }).then((result) => {
        const text = now(JSON.stringify(result));
        if (text !== null) response.writeHead(status, { 'content-type': 'application/json' }).end(text);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    typeDefs,
    asked: () => asked.splice(0),
    twist: (twist, code = 200) => {
      now = twist;
      status = code;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
