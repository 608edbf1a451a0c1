import '../../../gateway/libraries';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { createApollo } from '../../../gateway/http/createApollo';
import { USUAL_LIMITS } from '../../../schema/domain/questionLimits';

/** A gateway that answers everything with the same. */
const gateway: GatewayInterface = {
  load: async () => ({ executor: async () => ({ data: { a: 1 } }) }),
  onSchemaLoadOrUpdate: (listen) => {
    listen({ apiSchema: buildSchema('type Query { a: Int }'), coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: async () => undefined,
};

test.each([
  ['what is no larger than it may be', '{ a }', [], []],
  ['a document of too many words, which is never read to its end', `{ ${'a '.repeat(40)}`, ['tokens'], ['HUB_LIMIET']],
  ['too many aliases', `{ ${Array.from({ length: 5 }, (_, nr) => `k${String(nr)}: a`).join(' ')} }`, ['aliases'], ['HUB_LIMIET']], // oxfmt-ignore
  ['what can not be read', '{ a ', [], ['GRAPHQL_PARSE_FAILED']],
] as const)('the limits: %s', async (_what, query, limits, codes) => {
  const exceeded: string[] = [];
  const unread: string[] = [];
  const apollo = createApollo<object>(gateway, {
    log: pino({ level: 'silent' }),
    limits: { ...USUAL_LIMITS, tokens: 30, aliases: 4 },
    exceeded: (limit) => exceeded.push(limit),
    unread: async (_context, code) => void unread.push(code),
  });
  try {
    const { body } = await apollo.executeOperation({ query });
    const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(codes);
    expect({ exceeded, unread }).toEqual({ exceeded: limits, unread: codes });
  } finally {
    await apollo.stop();
  }
});
