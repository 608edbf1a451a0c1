import { SignJWT } from 'jose';
import { authz } from './authz';
import { DIMENCE, POLITIE, PROCESREGISSEUR, REGISSEUR, listIn, openHouse } from './openHouse';

describe('which casus, and who asks', () => {
  const here = openHouse();
  const QUERY = 'query Q($casus: ID!) { casus(id: $casus) { kenmerk } }';
  const elsewhere = (medewerker = POLITIE.medewerker): string => {
    const { casussen, zetels } = here.house.world.municipality;
    return (
      casussen.find(({ id }) => !zetels.some((one) => one.casus === id && one.medewerker === medewerker))?.id ?? ''
    );
  };
  authz('AUTHZ-067', async () => {
    const other = elsewhere();
    for (const [query, variables] of [
      [QUERY, { casus: other }],
      [`{ casus(id: "${other}") { kenmerk } }`, {}],
      [`query Q($casus: ID! = "${other}") { casus(id: $casus) { kenmerk } }`, {}],
      [`query Q($casus: ID! = "${here.casusId}") { casus(id: $casus) { kenmerk } }`, { casus: other }],
      [
        'query Q($casus: ID!) { ...F } fragment F on Query { ... on Query { casus(id: $casus) { kenmerk } } }',
        { casus: other },
      ],
      [
        'query Q($casus: ID!, $ja: Boolean!) { ... @include(if: $ja) { casus(id: $casus) { kenmerk } } }',
        { casus: other, ja: true },
      ],
      ['query Q($casus: ID!) { kenmerk: casus(id: $casus) { __typename } }', { casus: other }],
      ['query Q($casus: ID!) { casus(id: $casus) @skip(if: false) { kenmerk } }', { casus: other }],
      [QUERY, { casus: ` ${here.casusId}` }],
      [QUERY, { casus: '' }],
    ] as const) {
      const { status, codes, fetches } = await here.probe(POLITIE, query, { variables });
      expect({ query, status, codes, fetches }).toEqual({
        query,
        status: 403,
        codes: ['HUB_CASUS_ONTOEGANKELIJK'],
        fetches: [],
      });
    }
    const header = await here.probe(POLITIE, QUERY, { casus: other, variables: { casus: here.casusId } });
    expect([header.status, header.codes, header.fetches]).toEqual([403, ['HUB_CASUS_ONTOEGANKELIJK'], []]);
    const unread = await here.probe(
      POLITIE,
      `query Q($casus: ID!) { casus(id: $casus) { kenmerk } x: casus(id: "${other}") @skip(if: true) { kenmerk } }`,
    );
    expect(unread.status).toBe(200);
    expect(unread.sent).not.toContain(other);
  });

  authz('AUTHZ-068', async () => {
    const other = elsewhere();
    for (const query of [
      `query Q($casus: ID!) { casus(id: $casus) { kenmerk } ander: casus(id: "${other}") { kenmerk } }`,
      `query Q($casus: ID!) { ander: casus(id: "${other}") { __typename } casus(id: $casus) { kenmerk } }`,
      `query Q($casus: ID!) { casus(id: $casus) { kenmerk } ...F } fragment F on Query { ...G } fragment G on Query { x: casus(id: "${other}") { kenmerk } }`,
      `query Q($casus: ID!, $ja: Boolean = true) { casus(id: $casus) { kenmerk } ... @include(if: $ja) { x: casus(id: "${other}") { kenmerk } } }`,
      `query Q($casus: ID!) { mijnCasussen { kenmerk } casus(id: $casus) { kenmerk } x: casus(id: "") { kenmerk } }`,
      `query Q($casus: ID!, $ander: ID = "${other}") { a: casus(id: $casus) { kenmerk } b: casus(id: $casus) { fase } c: casus(id: $ander) { kenmerk } }`,
    ]) {
      const { status, fetches } = await here.probe(POLITIE, query, { variables: { casus: here.casusId } });
      expect({ query, ok: status === 200, fetches }).toEqual({ query, ok: false, fetches: [] });
    }
    const both = await here.probe(
      POLITIE,
      'query Q($casus: ID!) { a: casus(id: $casus) { kenmerk } b: casus(id: $casus) { kenmerk } }',
    );
    expect(both.body.data).toEqual({ a: { kenmerk: 'ZVH-2026-0001' }, b: { kenmerk: 'ZVH-2026-0001' } });
  });

  const refusal = async (casus: string, argument: unknown = casus, doel = POLITIE.doel, query = QUERY) => {
    const body = JSON.stringify({ query, variables: { casus: argument } });
    const { status, text, headers, steps } = await here.send(POLITIE, body, {
      headers: { 'keten-casus': casus, 'keten-doel': doel },
    });
    return { status, text, headers: [...headers].filter(([name]) => name !== 'date'), steps };
  };

  authz('AUTHZ-069', async () => {
    const asUnknown = await refusal('f'.repeat(32));
    expect(asUnknown.status).toBe(403);
    expect(asUnknown.steps).toHaveLength(1);
    expect(asUnknown.steps[0]).toMatch(/^municipality (?!.graphql)/);
    for (const id of [
      '../etc/passwd',
      'x',
      '0',
      '-1',
      'null',
      'undefined',
      '[object Object]',
      "' OR 1=1 --",
      '{"$ne":1}',
      '%00',
      '__proto__',
      'constructor',
      `${here.casusId}x`,
      `${here.casusId},${here.casusId}`,
      here.casusId.slice(0, -1),
      here.casusId.toUpperCase(),
      'a'.repeat(64),
      'a'.repeat(65),
      'a'.repeat(6_000),
      '\u00e9\u00e9n',
      `${here.casusId}\u00a0`,
    ]) {
      expect({ id, ...(await refusal(id)) }).toEqual({ id, ...asUnknown });
    }
  });

  authz('AUTHZ-070', async () => {
    const id = here.casusId;
    for (const casus of [123, 0, 1.5, -1, true, false, null, [id], [[id]], { id }, {}, [], { toString: id }, 1e21]) {
      const { status, fetches, text } = await here.probe(POLITIE, QUERY, { variables: { casus } });
      expect({ casus, ok: status === 400 || status === 403, fetches }).toEqual({ casus, ok: true, fetches: [] });
      expect(text).not.toContain(id);
    }
    const { status } = await here.probe(POLITIE, QUERY, { variables: {} });
    expect(status).toBe(400);
    for (const literal of [
      '123',
      '1.5',
      'true',
      'null',
      'ENUM',
      `["${id}"]`,
      `{id: "${id}"}`,
      '$onbekend',
      '"""x"""',
    ]) {
      const { status: given, fetches } = await here.probe(POLITIE, `{ casus(id: ${literal}) { kenmerk } }`);
      expect({ literal, ok: given === 400 || given === 403, fetches }).toEqual({ literal, ok: true, fetches: [] });
    }
    for (const argument of [
      '""',
      '"2026-13-45"',
      '"gisteren"',
      '12',
      '["2026-01-01"]',
      '{ a: 1 }',
      'true',
      '"2026-01-01T00:00:00"',
      '"2026-01-01\' OR 1=1"',
    ]) {
      const { fetches, status: given } = await here.probe(
        POLITIE,
        `hoofdbetrokkenen { incidenten(vanaf: ${argument}) { datum } }`,
      );
      expect({ argument, given, fetches }).toEqual({ argument, given: 400, fetches: [] });
    }
  });

  authz('AUTHZ-071', async () => {
    const id = here.casusId;
    const [digit = '0'] = /\d/.exec(id) ?? [];
    const [letter = 'a'] = /[a-f]/.exec(id) ?? [];
    const looksLike = [
      id.replace(digit, String.fromCodePoint(0xff10 + Number(digit))),
      id.replace(digit, String.fromCodePoint(0x0660 + Number(digit))),
      id.replace(letter, String.fromCodePoint(0xff41 + letter.charCodeAt(0) - 97)),
      id.replace(letter, letter.toUpperCase()),
      `${id}\u0000`,
      `${id}\u200b`,
      `\ufeff${id}`,
      `${id}\u0301`,
      `${id} `,
      ` ${id}`,
      `${id}\n`,
      `${id}%20`,
      encodeURIComponent(`${id}/`),
      `${id}/../${id}`,
    ];
    for (const one of looksLike) {
      const { status, fetches } = await here.probe(POLITIE, QUERY, { variables: { casus: one } });
      expect({ one: JSON.stringify(one), status, fetches }).toEqual({
        one: JSON.stringify(one),
        status: 403,
        fetches: [],
      });
    }
    // What HTTP itself trims is not part of the value.
    for (const one of looksLike.filter((text) => /^[\x21-\x7e]+$/.test(text))) {
      expect({ one, status: (await refusal(one, id)).status }).toEqual({ one, status: 403 });
    }
  });

  authz('AUTHZ-072', async () => {
    const other = elsewhere();
    const unknown = 'f'.repeat(32);
    const full = 'hoofdbetrokkenen { bsn incidenten(vanaf: "2020-01-01") { omschrijving } }';
    for (const doel of [POLITIE.doel, 'CASUSREGIE', 'ONZIN', '', 'STRAFRECHTELIJKE_HANDHAVING,CASUSREGIE']) {
      for (const selection of ['kenmerk', full, '__typename', 'id']) {
        const query = `query Q($casus: ID!) { casus(id: $casus) { ${selection} } }`;
        const foreign = await refusal(other, other, doel, query);
        const none = await refusal(unknown, unknown, doel, query);
        expect({ doel, selection, ...foreign }).toEqual({ doel, selection, ...none });
        expect(foreign.text).toContain('HUB_CASUS_ONTOEGANKELIJK');
      }
    }
  });

  authz('AUTHZ-073', async () => {
    const selection =
      'casusregisseur { naam } doeltoets { datum } hoofdbetrokkenen { incidenten { datum } verdenkingen { feit } bsn }';
    const plain = await here.probe(DIMENCE, selection);
    expect(plain.denied.length).toBeGreaterThan(3);
    const { house } = here;
    const partner = house.partners.get(DIMENCE.partner);
    const claims = {
      rol: 'PROCESREGISSEUR',
      rollen: ['CASUSREGISSEUR', 'DEELNEMER'],
      roles: ['admin'],
      scope: 'politie.incidenten',
      partner: POLITIE.partner,
      medewerker: POLITIE.medewerker,
      doel: POLITIE.doel,
      casus: elsewhere(),
    };
    const signed = (extra: object, subject = DIMENCE.medewerker) =>
      new SignJWT({ azp: 'test', jti: `j-${String(Math.random())}`, oin: partner?.oin, ...extra })
        .setProtectedHeader({ alg: 'ES256', kid: house.keys.uitgever.kid })
        .setIssuer('https://uitgever.demo.ketenhub.invalid')
        .setAudience('ketenhub')
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(house.keys.uitgever.privateKey);
    const claimed = await here.probe(DIMENCE, selection, { token: await signed(claims) });
    expect(claimed.body.data).toEqual(plain.body.data);
    expect(claimed.denied).toEqual(plain.denied);
    for (const rol of ['PROCESREGISSEUR', 'CASUSREGISSEUR', 'AUDITOR', 'ONZIN']) {
      const headed = await here.probe(DIMENCE, selection, {
        headers: {
          'keten-rol': rol,
          'keten-partner': POLITIE.partner,
          'keten-medewerker': POLITIE.medewerker,
          'x-role': 'admin',
        },
      });
      expect(headed.body.data).toEqual(plain.body.data);
      expect(headed.denied).toEqual(plain.denied);
    }
    // Somebody of the same partner who has no seat here, and a seat of another partner.
    for (const subject of ['m-dimence-9', POLITIE.medewerker, PROCESREGISSEUR.medewerker, '', '*', '__proto__']) {
      const { status, fetches } = await here.probe(DIMENCE, selection, { token: await signed(claims, subject) });
      expect({ subject, ok: status === 401 || status === 403, fetches }).toEqual({ subject, ok: true, fetches: [] });
    }
  });

  authz('AUTHZ-074', async () => {
    const GEHEIM = 'Jan-Jansen-1980';
    const given: [string, Record<string, unknown>][] = [
      [QUERY, { casus: GEHEIM }],
      [QUERY, { casus: [GEHEIM] }],
      [QUERY, { casus: { naam: GEHEIM } }],
      [
        'query Q($casus: ID!, $v: Datum) { casus(id: $casus) { overleggen(vanaf: $v) { datum } } }',
        { casus: here.casusId, v: GEHEIM },
      ],
      [
        'query Q($casus: ID!, $v: Boolean!) { casus(id: $casus) { id @include(if: $v) } }',
        { casus: here.casusId, v: GEHEIM },
      ],
      ['query Q($casus: ID!, $v: Int!) { casus(id: $casus) { id } }', { casus: here.casusId, v: GEHEIM }],
    ];
    for (const [query, variables] of given) {
      const { text, status } = await here.probe(POLITIE, query, { variables });
      expect({ query, ok: status === 400 || status === 403 }).toEqual({ query, ok: true });
      expect(text).not.toContain('Jansen');
    }
    for (const name of [
      'keten-casus',
      'keten-doel',
      'authorization',
      'traceparent',
      'content-type',
      'accept',
      'origin',
    ]) {
      const { text, headers } = await here.send(
        POLITIE,
        JSON.stringify({ query: QUERY, variables: { casus: here.casusId } }),
        {
          headers: { [name]: GEHEIM },
        },
      );
      expect({ name, told: text.includes('Jansen') }).toEqual({ name, told: false });
      expect(JSON.stringify([...headers])).not.toContain('Jansen');
    }
    const keyed = await here.send(POLITIE, JSON.stringify({ [GEHEIM]: GEHEIM, query: 1 }));
    expect(keyed.text).not.toContain('Jansen');
  });

  authz('AUTHZ-075', async () => {
    const selections = [
      '{ mijnCasussen { kenmerk } casus(id: "x") { id } }',
      QUERY,
      '{ x: casus(id: "x") { __typename } }',
    ];
    for (const query of selections) {
      for (const [code, headers] of [
        ['HUB_VERZOEK_ONVOLLEDIG', { 'keten-casus': undefined, 'keten-doel': undefined }],
        ['HUB_VERZOEK_ONVOLLEDIG', { 'keten-casus': undefined }],
        ['HUB_VERZOEK_ONVOLLEDIG', { 'keten-doel': undefined }],
        ['HUB_CASUS_ONTOEGANKELIJK', { 'keten-casus': '' }],
      ] as const) {
        const body = JSON.stringify({ query, variables: { casus: here.casusId } });
        const { text, fetches } = await here.send(REGISSEUR, body, { headers });
        const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] };
        const codes = errors.map(({ extensions }) => extensions.code);
        expect({ query, headers, codes, fetches }).toEqual({ query, headers, codes: [code], fetches: [] });
      }
    }
    const own = await here.probe(REGISSEUR, '{ mijnCasussen { casusId kenmerk rol } }', {
      casus: undefined,
      doel: undefined,
    });
    expect(own.status).toBe(200);
    const mine = here.house.world.municipality.zetels
      .filter((one) => one.medewerker === REGISSEUR.medewerker)
      .map((one) => one.casus);
    for (const one of listIn(own.body.data as Record<string, unknown>, 'mijnCasussen'))
      expect(mine).toContain(one['casusId']);
    for (const { delegatie } of own.fetches) expect(delegatie).toMatchObject({ casus: null, doel: null, rol: null });
  });
});
