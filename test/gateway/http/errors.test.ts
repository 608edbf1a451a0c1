import { GraphQLError } from 'graphql';
import { formatError, toGraphQLError } from '../../../gateway/http/formatError';
import { traceparent } from '../../../schema/tracing/traceparent';
import { Hubfout } from '../../../schema/domain/hubfout';

const STORING = { message: 'Er ging iets mis; er is niets verstrekt.', extensions: { code: 'HUB_STORING' } };

describe('no error leaves that the hub did not write itself', () => {
  test.each<[string, Parameters<typeof formatError>[0]]>([
    ['without a code', { message: 'Jan Jansen, 1980' }],
    [
      'with the code of a library',
      { message: 'Jan Jansen', extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at x'] } },
    ],
    ['with the code of a source', { message: 'Jan Jansen', extensions: { code: 'KETEN_GEEN_DELEGATIE' } }],
    ['with a code that is no text', { message: 'Jan Jansen', extensions: { code: 5 } }],
  ])('%s it becomes one sentence', (_name, formatted) =>
    expect(formatError(formatted, new Error('x'))).toEqual(STORING),
  );

  test('what is wrong with a document is told, without extensions of anybody else', () => {
    const formatted = {
      message: 'Syntax Error',
      locations: [{ line: 1, column: 2 }],
      path: ['a'],
      extensions: { code: 'GRAPHQL_PARSE_FAILED', stacktrace: ['at x'] },
    };
    expect(formatError(formatted, null)).toEqual({
      message: 'Syntax Error',
      locations: [{ line: 1, column: 2 }],
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  });

  test('our own code beneath that of a failed validation is the code', () => {
    const ours = new GraphQLError('te groot', { extensions: { code: 'HUB_LIMIET' } });
    const wrapped = new GraphQLError('te groot', { originalError: ours });
    expect(
      formatError({ message: 'te groot', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }, wrapped).extensions,
    ).toEqual({ code: 'HUB_LIMIET' });
  });

  test('a document of too many words is a limit', () => {
    const formatted = {
      message: 'Syntax Error: Document contains more that 2000 tokens. Parsing aborted.',
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    };
    expect(formatError(formatted, null).extensions).toEqual({ code: 'HUB_LIMIET' });
  });

  test('a refusal takes its HTTP status along', () => {
    const told = toGraphQLError(new Hubfout('HUB_CONFLICT', 'opnieuw')) as GraphQLError;
    expect(told.extensions).toMatchObject({ code: 'HUB_CONFLICT', http: { status: 409 } });
    const input = toGraphQLError(
      new GraphQLError('$c past niet', { extensions: { code: 'BAD_USER_INPUT' } }),
    ) as GraphQLError;
    expect(input.extensions).toMatchObject({ code: 'BAD_USER_INPUT', http: { status: 400 } });
    const fault = new TypeError('kapot');
    expect(toGraphQLError(fault)).toBe(fault);
  });
});

describe('a trace goes on when it is one, and is made new when it is not', () => {
  const good = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  test('the same trace, another span', () => {
    expect(traceparent(good)).toMatch(new RegExp(`^00-${'a'.repeat(32)}-[0-9a-f]{16}-01$`));
    expect(traceparent(good)).not.toBe(good);
  });
  test.each([
    undefined,
    '',
    'x',
    good.toUpperCase(),
    `${good}-extra`,
    good.replace(/a/g, '0'),
    good.replace(/b/g, '0'),
    good.replace('00-', 'ff-'),
    `${good}\r\nx: y`,
  ])('%p is replaced', (given) => {
    const made = traceparent(given);
    expect(made).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(made).not.toMatch(/^00-(a{32}|0{32})|-0{16}-/);
  });
});
