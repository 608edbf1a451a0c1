import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { document } from './drawDocument';

/** What goes over the line. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** What a request may be made of that is right. */
export interface Ground {
  readonly tokens: readonly string[];
  readonly casus: string;
}

/** What a header may hold: anything else Node itself would not send. */
const headerText = fc.string({ maxLength: 60, unit: fc.integer({ min: 32, max: 255 }).filter((code) => code !== 127).map((code) => String.fromCharCode(code)) }); // oxfmt-ignore
const long = fc.integer({ min: 1, max: 20_000 }).map((length) => 'a'.repeat(length));

const json = fc.json({ maxDepth: 6 });
const deep = fc.tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 1, max: 20_000 })).map(([one, times]) => one.repeat(times)); // oxfmt-ignore
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom({ __proto__: null, constructor: { prototype: {} } }, '\u0000', 1e308, -0, [], [[[[[[]]]]]]),
);

const question = ({ casus }: Ground) =>
  fc.record(
    {
      query: fc.oneof({ weight: 20, arbitrary: document }, { weight: 1, arbitrary: value }),
      variables: fc.oneof(
        { weight: 10, arbitrary: fc.constant({ casus }) },
        { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 10 }), value, { maxKeys: 4 }) },
        { weight: 1, arbitrary: value },
      ),
      operationName: fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        fc.constantFrom('Casusoverleg', '__proto__'),
        value,
      ),
      extensions: fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, value),
      ['__proto__x']: value,
    },
    { requiredKeys: ['query'] },
  );

const body = (ground: Ground): fc.Arbitrary<Buffer> => {
  const right = question(ground).map((one) => JSON.stringify(one));
  const text = fc.oneof(
    { weight: 60, arbitrary: right },
    { weight: 1, arbitrary: right.map((one) => one.replace('"query"', '"__proto__":{"polluted":true},"query"')) },
    { weight: 1, arbitrary: fc.tuple(right, fc.nat(400)).map(([one, at]) => one.slice(0, at)) },
    { weight: 1, arbitrary: right.map((one) => `[${one},${one}]`) },
    { weight: 1, arbitrary: json },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: fc.integer({ min: 250_000, max: 300_000 }).map((size) => JSON.stringify({ query: '#'.repeat(size) })) }, // oxfmt-ignore
    { weight: 1, arbitrary: fc.string({ maxLength: 400, unit: 'binary' }) },
  );
  return fc.oneof(
    { weight: 60, arbitrary: text.map((one) => Buffer.from(one)) },
    { weight: 1, arbitrary: text.map((one) => Buffer.from(one, 'utf16le')) },
    { weight: 1, arbitrary: text.map((one) => gzipSync(one)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  );
};

const usually = (right: string, ...wrong: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 25, arbitrary: fc.constant(right) }, ...wrong.map((arbitrary) => ({ weight: 1, arbitrary })));

/** A request, mostly right in all but one or two things. */
export function request(ground: Ground): fc.Arbitrary<Request> {
  const { tokens, casus } = ground;
  const token = fc.constantFrom(...tokens);
  const headers = fc.record(
    {
      'content-type': usually(
        'application/json',
        fc.constantFrom(
          ...[
            'application/json; charset=utf-8',
            'application/json; charset=utf-16',
            'application/json;charset="x',
            'text/plain',
          ],
          ...[
            'application/graphql',
            'multipart/form-data; boundary=x',
            'application/x-www-form-urlencoded',
            '',
            'a/b; c',
          ],
        ),
        headerText,
      ),
      authorization: fc.oneof(
        { weight: 25, arbitrary: token.map((one) => `Bearer ${one}`) },
        { weight: 1, arbitrary: fc.tuple(token, fc.nat(600), headerText).map(([one, at, put]) => `Bearer ${one.slice(0, at)}${put}${one.slice(at + 1)}`) }, // oxfmt-ignore
        { weight: 1, arbitrary: headerText },
      ),
      'keten-casus': fc.oneof(
        {
          weight: 25,
          arbitrary: usually(casus, headerText, fc.constantFrom('f'.repeat(32), casus.toUpperCase(), '__proto__')),
        },
        fc.constant<string[]>([casus, casus]),
      ),
      'keten-doel': usually('ZORG_EN_HULPVERLENING', headerText, fc.constantFrom('constructor', 'STRAFRECHTELIJKE_HANDHAVING')), // oxfmt-ignore
      'keten-rol': usually('DEELNEMER', headerText),
      traceparent: usually(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, headerText, long),
      accept: usually('application/json', fc.constantFrom('application/graphql-response+json', 'text/html', '*/*;q=0'), headerText), // oxfmt-ignore
      'content-encoding': fc.constantFrom('gzip', 'br', 'identity', 'x'),
      expect: fc.constantFrom('100-continue', 'wonder'),
      'x-http-method-override': fc.constantFrom('GET', 'DELETE'),
      origin: fc.constantFrom('http://localhost:3000', 'https://kwaad.example', 'null'),
      'x-long': long,
    },
    { requiredKeys: ['content-type', 'authorization', 'keten-casus', 'keten-doel'] },
  );
  const rare = ['content-encoding', 'expect', 'x-http-method-override', 'origin', 'x-long'];
  return fc.record({
    method: usually('POST', fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND')),
    path: usually('/graphql', fc.constantFrom('/', '/graphql/', '/graphql?query={__typename}', '/health/live', '/graphql/../x', '/%00', '/%', `/${'a'.repeat(3_000)}`)), // oxfmt-ignore
    headers: fc
      .tuple(headers, fc.nat(20))
      .map(([all, seldom]) =>
        Object.fromEntries(Object.entries(all).filter(([name], index) => !rare.includes(name) || seldom === index)),
      ),
    body: body(ground),
  });
}
