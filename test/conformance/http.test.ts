import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { authz } from './authz';
import { DIMENCE, POLITIE, openHouse } from './openHouse';

describe('the HTTP door', () => {
  const here = openHouse();
  const QUERY = 'query Q($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { bsn verdenkingen { feit } } } }';
  const good = (): string => JSON.stringify({ query: QUERY, variables: { casus: here.casusId } });
  const nothing = async (
    name: string,
    statuses: readonly number[],
    ...[body, changes]: [Parameters<typeof here.send>[1], Parameters<typeof here.send>[2]?]
  ): Promise<string> => {
    const { status, text, fetches } = await here.send(DIMENCE, body, changes);
    expect({ name, status: statuses.includes(status) ? statuses : status, fetches }).toEqual({
      name,
      status: statuses,
      fetches: [],
    });
    expect(text).not.toMatch(/ZVH-|"data"/);
    return text;
  };

  /** The same answer as ever, the receipt apart, with what is denied denied. */
  const same = async (
    name: string,
    body: string | Uint8Array,
    headers: Record<string, string> = {},
    as = good(),
  ): Promise<void> => {
    const honest = await here.send(DIMENCE, as);
    const { status, text, fetches } = await here.send(DIMENCE, body, { headers });
    const strip = (answer: string): unknown => ({ ...(JSON.parse(answer) as object), extensions: null });
    expect({ name, status, answer: strip(text) }).toEqual({ name, status: 200, answer: strip(honest.text) });
    expect(fetches.map((one) => one.body)).toEqual(honest.fetches.map((one) => one.body));
    expect(text).toMatch(/ZVH-.*"bsn":null/);
    expect(fetches.map((one) => one.body).join()).not.toMatch(/bsn|verdenkingen/);
  };

  authz('AUTHZ-054', async () => {
    const inUrl = `/graphql?query=${encodeURIComponent('{ mijnCasussen { rol } }')}`;
    for (const type of [
      undefined,
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/graphql',
      'x',
    ]) {
      for (const path of [inUrl, '/graphql', `${inUrl}&variables=%7B%7D&extensions=%7B%7D`]) {
        await nothing(`GET ${String(type)} ${path}`, [404], undefined, {
          method: 'GET',
          path,
          headers: { 'content-type': type },
        });
      }
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
      const body = method === 'HEAD' ? undefined : good();
      await nothing(method, [400, 404], body, { method, path: inUrl });
      await nothing(`${method} by header`, [404], undefined, {
        method: 'GET',
        headers: { 'x-http-method-override': 'POST', 'content-type': undefined },
      });
    }
    for (const path of ['/', '/graphql/', '/GRAPHQL', '//graphql', '/graphql/..', '/graphql%2f', '/api'])
      await nothing(path, [404], good(), { path });
  });

  authz('AUTHZ-055', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
      'application/jsonp',
      'text/json',
      'application/json, text/plain',
      '',
    ]) {
      await nothing(type, [400, 415], good(), { headers: { 'content-type': type } });
    }
    const form = `query=${encodeURIComponent('{ mijnCasussen { rol } }')}`;
    await nothing('a form', [415], form, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    await nothing('a form that says it is JSON', [400], form);
  });

  authz('AUTHZ-056', async () => {
    const one = JSON.parse(good()) as object;
    for (const batch of [[one], [one, one], [], [[one]], [null], { 0: one, length: 1 }]) {
      await nothing(JSON.stringify(batch).slice(0, 30), [400], JSON.stringify(batch));
    }
  });

  authz('AUTHZ-057', async () => {
    for (const body of [
      '',
      ' ',
      '{',
      '{"query":',
      `${good()}x`,
      `${good()}${good()}`,
      "{'query': '{ mijnCasussen { rol } }'}",
      '\0',
      'NaN',
      '{"query":"\\ud800',
      `[${good()}`,
    ]) {
      const text = await nothing(JSON.stringify(body.slice(0, 30)), [400], body);
      const { errors } = JSON.parse(text) as { errors: { message: string; extensions: object }[] };
      expect(errors).toHaveLength(1);
      expect(Object.keys(errors[0]?.extensions ?? {})).toEqual(['code']);
      if (body.length > 3) expect(text).not.toContain(here.casusId);
    }
  });

  authz('AUTHZ-058', async () => {
    for (const charset of [
      'utf-8',
      'UTF-8',
      '"utf-8"',
      'utf-7',
      'utf-16',
      'utf-32',
      'latin1',
      'shift_jis',
      'ebcdic-cp-nl',
      'x',
      '',
    ]) {
      await same(charset, good(), { 'content-type': `application/json; charset=${charset}` });
    }
    for (const encoding of ['utf16le', 'ucs2'] as const) {
      const type = { 'content-type': 'application/json; charset=utf-16le' };
      await nothing(encoding, [400], Buffer.from(good(), encoding), { headers: type });
      await nothing(`${encoding} with BOM`, [400], Buffer.from(`\ufeff${good()}`, encoding), { headers: type });
    }
    const utf7 = good().replace('verdenkingen', '+AHYAZQByAGQAZQBuAGsAaQBuAGcAZQBu-');
    await nothing('utf-7', [400], utf7, { headers: { 'content-type': 'application/json; charset=utf-7' } });
    // Overlong and broken UTF-8 of a letter of a field's name is no letter of it.
    for (const letter of [[0xc1, 0xa2], [0xe0, 0x81, 0xa2], [0xff], [0xed, 0xa0, 0x80]]) {
      const [before = '', after = ''] = good().split('bsn');
      await nothing(
        String(letter),
        [400],
        Buffer.concat([Buffer.from(before), Buffer.from(letter), Buffer.from(`sn${after}`)]),
      );
    }
    for (const name of ['bѕn', 'ｂｓｎ', 'bs\u0307n', 'b\u200bsn', 'bsn\u0000']) {
      await nothing(JSON.stringify(name), [400], good().replace('bsn', name.replace('\u0000', '\\u0000')));
    }
  });

  authz('AUTHZ-059', async () => {
    await nothing('too large', [413], `${good().slice(0, -1)}, "x": "${'x'.repeat(300_000)}"}`);
    for (const encoding of ['gzip', 'x-gzip', 'deflate', 'br']) {
      await nothing(encoding, [400, 415], gzipSync(good()), { headers: { 'content-encoding': encoding } });
    }
    const parts = `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${good()}\r\n--x\r\nContent-Disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n`;
    await nothing('parts', [415], parts, {
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': 'true' },
    });
    // Chunked, and more of it than the limit.
    const status = await new Promise<number>((resolve, reject) => {
      const url = new URL(`${here.house.address}/graphql`);
      const outgoing = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, (incoming) => {
        incoming.resume();
        resolve(incoming.statusCode ?? 0);
      });
      outgoing.on('error', reject);
      for (let count = 0; count < 40; count += 1) outgoing.write(' '.repeat(10_000));
      outgoing.end('{}');
    });
    expect(status).toBe(413);
  });

  authz('AUTHZ-060', async () => {
    const variables = { casus: here.casusId };
    for (const body of [
      'x',
      1,
      null,
      true,
      {},
      { variables },
      { query: null },
      { query: 1, variables },
      { query: [QUERY], variables },
      { query: { kind: 'Document' }, variables },
      { query: '', variables },
      { query: QUERY, variables: [variables] },
      { query: QUERY, variables: JSON.stringify(variables) },
      { query: QUERY, variables: here.casusId },
      { query: QUERY, variables: { casus: variables } },
      { query: QUERY, variables, operationName: 1 },
      { query: QUERY, variables, operationName: { toString: 'Q' } },
      { query: QUERY, variables, operationName: ['Q'] },
      { query: QUERY, variables, extensions: 'x' },
      { query: QUERY, variables, extensions: [1] },
      { query: [QUERY, QUERY], variables: [variables, variables] },
    ]) {
      await nothing(JSON.stringify(body).slice(0, 60), [400], JSON.stringify(body));
    }
    await same(
      'other keys mean nothing',
      JSON.stringify({
        ...(JSON.parse(good()) as object),
        id: 1,
        partner: 'politie-oost-nederland',
        verzoeker: POLITIE,
        context: {},
        http: { status: 500 },
      }),
    );
    await same(
      'extensions mean nothing',
      JSON.stringify({ ...(JSON.parse(good()) as object), extensions: { tracing: true, 'apollo-query-plan': true } }),
      { 'apollo-query-plan-experimental': '1', 'apollo-federation-include-trace': 'ftv1' },
    );
  });

  authz('AUTHZ-061', async () => {
    const deep = (open: string, close: string, count: number): string => open.repeat(count) + close.repeat(count);
    await nothing('a list', [400], '['.repeat(100_000));
    await nothing('objects', [400], '{"a":'.repeat(40_000));
    for (const value of [deep('[', ']', 50_000), `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`]) {
      await nothing('as a value', [400], `{"query": ${JSON.stringify(QUERY)}, "variables": {"casus": ${value}}}`);
      const unused = `{"query": ${JSON.stringify(QUERY)}, "variables": {"casus": "${here.casusId}", "x": ${value}}}`;
      const { status } = await here.send(DIMENCE, unused);
      expect([200, 400]).toContain(status);
    }
    await same('it stands', good());
  });

  authz('AUTHZ-062', async () => {
    const rest = good().slice(1);
    for (const body of [
      `{"__proto__": {"variables": {"casus": "x"}, "query": "{ mijnCasussen { rol } }"}, ${rest}`,
      `{"constructor": {"prototype": {"partner": "politie-oost-nederland"}}, ${rest}`,
      good().replace('"variables":{', '"variables":{"__proto__":{"casus":"x"},'),
      good().replace('"variables":{', '"variables":{"constructor":{"prototype":{"x":1}},'),
      good().replace('"variables":{', '"variables":{"\\u005f_proto__":{"x":1},'),
    ]) {
      const { status, text } = await here.send(DIMENCE, body);
      if (status === 200) expect(text).toMatch(/"bsn":null/);
      else expect(status).toBe(400);
      expect(({} as Record<string, unknown>)['partner'] ?? ({} as Record<string, unknown>)['x']).toBeUndefined();
    }
    await same('it stands', good());
  });

  authz('AUTHZ-063', async () => {
    const token = `Bearer ${await here.house.token(DIMENCE.partner, DIMENCE.medewerker)}`;
    const police = `Bearer ${await here.house.token(POLITIE.partner, POLITIE.medewerker)}`;
    const other = here.house.world.municipality.casussen[1]?.id ?? '';
    const raw = (headers: Record<string, string | string[]>): Promise<{ status: number; text: string }> =>
      new Promise((resolve, reject) => {
        const url = new URL(`${here.house.address}/graphql`);
        const outgoing = request(
          url,
          { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('end', () =>
              resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
            );
          },
        );
        outgoing.on('error', reject);
        outgoing.end(good());
      });
    const once = { authorization: token, 'keten-casus': here.casusId, 'keten-doel': DIMENCE.doel };
    here.house.traffic();
    expect((await raw(once)).status).toBe(200);
    expect(here.house.traffic()).toHaveLength(1);
    for (const [name, twice] of [
      ['casus', { ...once, 'keten-casus': [here.casusId, other] }],
      ['casus the other way', { ...once, 'keten-casus': [other, here.casusId] }],
      ['casus the same', { ...once, 'keten-casus': [here.casusId, here.casusId] }],
      ['casus in one', { ...once, 'keten-casus': `${here.casusId}, ${here.casusId}` }],
      ['doel', { ...once, 'keten-doel': [DIMENCE.doel, 'CASUSREGIE'] }],
      ['doel the same', { ...once, 'keten-doel': [DIMENCE.doel, DIMENCE.doel] }],
    ] as const) {
      const { status, text } = await raw(twice as Record<string, string | string[]>);
      expect({ name, status }).toEqual({ name, status: 403 });
      expect(text).not.toMatch(/ZVH-/);
    }
    expect(here.house.traffic().every(({ delegatie }) => delegatie.casus === here.casusId)).toBe(true);
    const joined = await raw({ ...once, authorization: `${token}, ${police}` });
    expect(joined.status).toBe(401);
  });

  authz('AUTHZ-064', async () => {
    const forged = {
      'keten-delegatie': 'vervalst',
      cookie: 'sessie=geheim',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'evil.example',
      'apollo-federation-include-trace': 'ftv1',
      'x-geheim': 'geheim',
      forwarded: 'for=10.0.0.1;host=evil.example',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      tracestate: 'geheim=1',
      baggage: 'geheim=1',
    };
    const { status, fetches } = await here.send(DIMENCE, good(), { headers: forged });
    expect(status).toBe(200);
    expect(fetches.length).toBeGreaterThan(0);
    for (const { headers, delegatie } of fetches) {
      expect(JSON.stringify(headers)).not.toMatch(/geheim|vervalst|evil|10\.0\.0\.1|ftv1|Bearer/);
      expect(Object.keys(headers).sort()).toEqual(
        ['accept', 'connection', 'content-length', 'content-type', 'host', 'keten-delegatie', 'traceparent'].filter(
          (name) => name in headers,
        ),
      );
      expect(String(headers['traceparent'])).toContain('0af7651916cd43dd8448eb211c80319c');
      expect(delegatie).toMatchObject({ partner: DIMENCE.partner, medewerker: DIMENCE.medewerker });
    }
    for (const traceparent of [
      'geheim',
      '00-geheim-x-01',
      `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`,
      'a'.repeat(5_000),
    ]) {
      const odd = await here.send(DIMENCE, good(), { headers: { traceparent } });
      for (const { headers } of odd.fetches)
        expect(String(headers['traceparent'])).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/);
    }
  });

  authz('AUTHZ-065', async () => {
    const written = (query: string): string => JSON.stringify({ query, variables: { casus: here.casusId } });
    await same('BOM before the JSON', `\ufeff${good()}`);
    await same('BOM in the document', written(`\ufeff${QUERY}`));
    await same('escapes in JSON', good().replace('bsn', '\\u0062s\\u006e').replace('casus', '\\u0063asus'));
    await same(
      'commas and newlines',
      written(QUERY.replace(/ /g, ',\r\n ,').replace('query,', 'query ').replace(/on,/g, 'on ')),
    );
    await same('comments', written(QUERY.replace('{ bsn', '{ #verdenkingen { }\n bsn #wijk\r')));
    const literal = QUERY.replace('($casus: ID!)', '').replace('$casus', `"${here.casusId}"`);
    const inText = (text: string): string => JSON.stringify({ query: literal.replace(/"[^"]*"/, text) });
    const [first = '', ...rest] = here.casusId;
    const code = (first.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    await same('an escape in a literal', inText(`"\\u${code}${rest.join('')}"`), {}, inText(`"${here.casusId}"`));
    await same('a block string', inText(`"""\n    ${here.casusId}\n  """`), {}, inText(`"""${here.casusId}"""`));
    await nothing('an escape in a name', [400], written(QUERY.replace('bsn', '\\u0062sn')));
    await nothing(
      'a lone surrogate',
      [400, 403],
      JSON.stringify({ query: literal.replace(here.casusId, `${here.casusId}\\ud800`) }),
    );
  });

  authz('AUTHZ-066', async () => {
    for (const [wie, body, method] of [
      [DIMENCE, good(), 'POST'],
      [DIMENCE, '{', 'POST'],
      [null, good(), 'POST'],
      [DIMENCE, '{"query":"{ onzin }"}', 'POST'],
      [DIMENCE, undefined, 'GET'],
      [DIMENCE, JSON.stringify({ query: '{ casus(id: "x") { id } }' }), 'POST'],
    ] as const) {
      const { headers } = await here.send(wie, body, { method });
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('etag') ?? headers.get('last-modified') ?? headers.get('set-cookie')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
    }
  });
});
