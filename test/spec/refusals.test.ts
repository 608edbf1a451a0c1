import { SignJWT, generateKeyPair } from 'jose';
import { type House, type Question, startHouse } from '../harness/startHouse';

/** Every refusal of a whole request: its status, its code, and that it tells nothing. */
describe('a whole request is refused', () => {
  let house: House;
  let good: Question & { casus: string; doel: string };
  const query = 'query Q($casus: ID!) { casus(id: $casus) { id kenmerk hoofdbetrokkenen { id } } }';
  beforeAll(async () => {
    house = await startHouse();
    const casus = house.world.municipality.casussen[0]!.id;
    good = {
      partner: 'politie-oost-nederland',
      medewerker: 'm-politie-1',
      casus,
      doel: 'STRAFRECHTELIJKE_HANDHAVING',
      query,
      variables: { casus },
    };
  });
  afterAll(() => house.stop());

  const refused = async (question: Question, status: number, code: string) => {
    house.traffic();
    const answer = await house.ask(question);
    expect({ status: answer.status, codes: answer.body.errors?.map(({ extensions }) => extensions.code) }).toEqual({
      status,
      codes: [code],
    });
    expect(answer.body.data ?? null).toBeNull();
    expect(answer.body.extensions).toBeUndefined();
    expect(answer.text).not.toMatch(/ at |node_modules|Did you mean/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(house.traffic()).toEqual([]);
    return answer;
  };

  test('the good request is answered, with a receipt', async () => {
    const { status, body } = await house.ask(good);
    expect(status).toBe(200);
    expect(body.errors).toBeUndefined();
    expect(body.extensions?.verstrekking?.id).toMatch(/^[A-Za-z0-9_-]{16,}$/);
    expect(Date.parse(body.extensions?.verstrekking?.tijdstip ?? '')).not.toBeNaN();
  });

  describe('HUB_NIET_AANGEMELD 401', () => {
    test.each([
      ['no token at all', ''],
      ['a token that is no token', 'abc'],
      [
        'an unsigned token',
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"m-politie-1"}').toString('base64url')}.`,
      ],
    ])('%s', (_name, token) => refused({ ...good, token }, 401, 'HUB_NIET_AANGEMELD'));

    test('an expired token', async () => {
      const token = await house.token(good.partner, good.medewerker, -10);
      await refused({ ...good, token }, 401, 'HUB_NIET_AANGEMELD');
    });

    test.each<[string, Record<string, unknown>]>([
      ['a key of somebody else', {}],
      ['another audience', { aud: 'elders', own: true }],
      ['another issuer', { iss: 'https://elders.invalid', own: true }],
      ['no jti', { jti: null, own: true }],
      ['no azp', { azp: null, own: true }],
      ['an OIN that takes no part', { oin: '00000099999999999999', own: true }],
      ['a partner without account', { oin: 'buiten', own: true }],
      ['a plain good one is let in (control)', { own: true, good: true }],
    ])('a token with %s', async (_name, twist) => {
      const { privateKey } = await generateKeyPair('ES256');
      const outside = [...house.partners.values()].find(({ account }) => !account)!;
      const partner = house.partners.get(good.partner)!;
      const pick = (name: string, value: string) => (name in twist ? twist[name] : value);
      const oin = twist['oin'] === 'buiten' ? outside.oin : pick('oin', partner.oin);
      const claims = { azp: pick('azp', 'test'), jti: pick('jti', 'jti-1'), oin };
      const kept = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
      const token = await new SignJWT(kept)
        .setProtectedHeader({ alg: 'ES256', kid: house.keys.uitgever.kid })
        .setIssuer(String(pick('iss', 'https://uitgever.demo.ketenhub.invalid')))
        .setAudience(String(pick('aud', 'ketenhub')))
        .setSubject(good.medewerker)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(twist['own'] === true ? house.keys.uitgever.privateKey : privateKey);
      if (twist['good'] === true) expect((await house.ask({ ...good, token })).status).toBe(200);
      else await refused({ ...good, token }, 401, 'HUB_NIET_AANGEMELD');
    });
  });

  describe('HUB_VERZOEK_ONVOLLEDIG 400', () => {
    test('no Keten-Casus', () => refused({ ...good, casus: undefined }, 400, 'HUB_VERZOEK_ONVOLLEDIG'));
    test('no Keten-Doel', () => refused({ ...good, doel: undefined }, 400, 'HUB_VERZOEK_ONVOLLEDIG'));
  });

  describe('HUB_CASUS_ONTOEGANKELIJK 403: unknown, foreign, malformed and mistaken look exactly alike', () => {
    const elsewhere = () =>
      house.world.municipality.casussen.find(
        ({ id }) => !house.world.municipality.zetels.some((z) => z.casus === id && z.medewerker === good.medewerker),
      )!.id;
    const left = () => ({ ...good, medewerker: 'm-politie-3' });
    const variants: [string, () => Question][] = [
      ['an unknown casus', () => ({ ...good, casus: 'f'.repeat(32), variables: { casus: 'f'.repeat(32) } })],
      ['a casus of others', () => ({ ...good, casus: elsewhere(), variables: { casus: elsewhere() } })],
      ['a malformed id', () => ({ ...good, casus: '../etc/passwd', variables: { casus: '../etc/passwd' } })],
      ['an argument that names another casus', () => ({ ...good, variables: { casus: elsewhere() } })],
      [
        'a literal argument that names another casus',
        () => ({ ...good, query: `{ casus(id: "${elsewhere()}") { id } }`, variables: {} }),
      ],
      [
        'an alias that names another casus beside the right one',
        () => ({
          ...good,
          query: `query Q($casus: ID!) { casus(id: $casus) { id } ander: casus(id: "${elsewhere()}") { id } }`,
        }),
      ],
      ['a medewerker who left the table', left],
      ['the same medewerker id at another partner', () => ({ ...good, partner: 'om-oost-nederland' })],
      [
        'a doel that is not covered, in a casus of others',
        () => ({ ...good, casus: elsewhere(), variables: { casus: elsewhere() }, doel: 'ONZIN' }),
      ],
    ];
    test.each(variants)('%s', async (_name, question) => {
      const answer = await refused(question(), 403, 'HUB_CASUS_ONTOEGANKELIJK');
      const unknown = await house.ask(variants[0]![1]());
      expect(answer.text).toBe(unknown.text);
      const visible = (headers: Headers) => [...headers].filter(([name]) => name !== 'date');
      expect(visible(answer.headers)).toEqual(visible(unknown.headers));
    });

    test('unknown and foreign ask the facts door once each, and nothing else', async () => {
      const steps = async (question: Question) => {
        Object.values(house.proxies).forEach((proxy) => proxy.taken());
        await house.ask(question);
        return Object.entries(house.proxies).flatMap(([name, proxy]) =>
          proxy.taken().map(({ path }) => `${name} ${path}`),
        );
      };
      for (const [, question] of variants) expect(await steps(question())).toEqual(['municipality /toegangsfeiten']);
    });
  });

  describe('HUB_DOEL_NIET_GEDEKT 403', () => {
    test('an unknown doel', () => refused({ ...good, doel: 'NIEUWSGIERIGHEID' }, 403, 'HUB_DOEL_NIET_GEDEKT'));
    test('a doel under which this seat has no grant', () =>
      refused(
        { ...good, partner: 'reclassering-nederland', medewerker: 'm-reclassering-1', doel: 'BESTUURLIJKE_HANDHAVING' },
        403,
        'HUB_DOEL_NIET_GEDEKT',
      ));
    test('a private partner in a doel of others', () =>
      refused(
        { ...good, partner: 'veilig-thuis-ijsselland', medewerker: 'm-veiligthuis-1' },
        403,
        'HUB_DOEL_NIET_GEDEKT',
      ));
  });

  describe('HUB_LIMIET 400', () => {
    const deep = `{ mijnCasussen { ${'a { '.repeat(20)} x ${'} '.repeat(20)} } }`;
    const relations = (depth: number): string =>
      depth === 0 ? 'id' : `... on Hoofdbetrokkene { gezinsrelaties { betreft { ${relations(depth - 1)} } } }`;
    test.each([
      ['more words than a document may hold', `{ ${'mijnCasussen { rol } '.repeat(3_000)} }`],
      ['a document that would overflow a parser', '{ a '.repeat(10_000)],
      ['too many aliases', `{ ${Array.from({ length: 300 }, (_, i) => `a${i}: mijnCasussen { rol }`).join(' ')} }`],
      ['too deep', `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ${relations(10)} } } }`],
    ])('%s', async (name, document) => {
      const { status, body } = await house.ask({ ...good, query: document });
      expect({ name, status, code: body.errors?.[0]?.extensions.code }).toEqual({
        name,
        status: 400,
        code: 'HUB_LIMIET',
      });
    });
    test('deep but unknown fields', async () => expect((await house.ask({ ...good, query: deep })).status).toBe(400));
  });

  describe('what is not a question', () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${house.address}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
    test('malformed JSON is told as JSON', async () => {
      const answer = await post('{"query": ');
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({
        errors: [{ message: expect.stringContaining('JSON') as string, extensions: { code: 'BAD_REQUEST' } }],
      });
    });
    test('a stranger learns nothing of the schema: he is refused before his question is read', async () => {
      const answer = await post(JSON.stringify({ query: '{ casus(id: 1) { kenmrk } }' }));
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain('kenmrk');
    });
    test('a wrong field gets no suggestion', async () => {
      const { status, text } = await house.ask({
        ...good,
        query: 'query Q($casus: ID!) { casus(id: $casus) { kenmrk } }',
      });
      expect(status).toBe(400);
      expect(text).not.toMatch(/Did you mean|kenmerk/);
    });
    test.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
      '%s is refused',
      async (document) => {
        const { status, body } = await house.ask({ ...good, query: document });
        expect(status).toBe(400);
        expect(body.data).toBeUndefined();
      },
    );
    test('a batch and a GET are refused', async () => {
      const token = await house.token(good.partner, good.medewerker);
      const batch = await post(JSON.stringify([{ query: '{ mijnCasussen { rol } }' }]), {
        authorization: `Bearer ${token}`,
      });
      expect(batch.status).toBe(400);
      const get = await fetch(`${house.address}/graphql?query={mijnCasussen{rol}}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(get.status).toBe(404);
    });
    test('a document with several operations and no name', async () => {
      const { status } = await house.ask({
        ...good,
        query: 'query A { mijnCasussen { rol } } query B { mijnCasussen { rol } }',
      });
      expect(status).toBe(400);
    });
    test('a variable of the wrong type is told without its value', async () => {
      const { status, text } = await house.ask({ ...good, variables: { casus: { naam: 'Jan Jansen' } } });
      expect(status).toBe(400);
      expect(text).not.toContain('Jansen');
    });
  });

  describe('when the facts or the register are not there', () => {
    test('without the municipality nobody has access: HUB_CASUSFEITEN_ONBEREIKBAAR 503', async () => {
      house.proxies.municipality.behave({ before: () => Promise.reject(new Error('gone')) });
      try {
        await refused(good, 503, 'HUB_CASUSFEITEN_ONBEREIKBAAR');
      } finally {
        house.proxies.municipality.behave('normal');
      }
    });
  });

  describe('CORS in the demo', () => {
    const preflight = (origin: string) =>
      fetch(`${house.address}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,keten-casus',
        },
      });
    test.each(['http://localhost:5173', 'http://127.0.0.1:3000'])('%s may ask', async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBe(origin);
    });
    test.each(['https://localhost.evil.example', 'http://localhost:5173.evil.example', 'null', 'http://evil.example'])(
      '%s may not',
      async (origin) => {
        expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      },
    );
  });
});
