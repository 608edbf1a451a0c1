import { authz } from './authz';
import { DIMENCE, POLITIE, REGISSEUR, VEILIG_THUIS, listIn, openHouse } from './openHouse';

describe('selections, in every shape', () => {
  const here = openHouse();

  authz('AUTHZ-017', async () => {
    const never = [
      '@include(if: false)',
      '@skip(if: true)',
      '@include(if: $nee)',
      '@skip(if: $ja)',
      '@include(if: true) @skip(if: true)',
    ];
    const alone = await here.probe(DIMENCE, 'hoofdbetrokkenen { geboortejaar }');
    for (const condition of never) {
      const selection = `geboortejaar verdenkingen ${condition} { feit } ... ${condition} { incidenten { omschrijving } } ...Denied ${condition}`;
      const query = `query Q($casus: ID!, $ja: Boolean = true, $nee: Boolean! = false) { casus(id: $casus) { hoofdbetrokkenen { ${selection} a: id @include(if: $nee) b: id @skip(if: $ja) } } }
        fragment Denied on Hoofdbetrokkene { bsn }`;
      const { status, casus, sent, denied } = await here.probe(DIMENCE, query);
      expect({ condition, status, denied }).toEqual({ condition, status: 200, denied: [] });
      expect(casus).toEqual(alone.casus);
      expect(sent).not.toMatch(/verdenkingen|incidenten|bsn/);
    }
  });

  authz('AUTHZ-018', async () => {
    const query = `query Q($casus: ID!, $ja: Boolean = true, $nee: Boolean! = false) { casus(id: $casus) { hoofdbetrokkenen {
      verdenkingen @include(if: $ja) { feit } ... @skip(if: $nee) { bsn } ...Denied @include(if: $ja) } } }
      fragment Denied on Hoofdbetrokkene { incidenten @skip(if: $nee) { datum } }`;
    for (const given of [{}, { ja: true }, { nee: false }, { ja: true, nee: false }]) {
      const { casus, sent, denied } = await here.probe(DIMENCE, query, {
        variables: { casus: here.casusId, ...given },
      });
      for (const one of listIn(casus, 'hoofdbetrokkenen'))
        expect(one).toEqual({ verdenkingen: null, bsn: null, incidenten: null });
      expect(denied).toHaveLength(3);
      expect(sent).not.toMatch(/verdenkingen|incidenten|bsn/);
    }
    const off = await here.probe(DIMENCE, query, { variables: { casus: here.casusId, ja: false, nee: true } });
    expect(off.denied).toEqual([]);
    for (const given of [{ ja: 'true' }, { ja: 1 }, { nee: null }, { nee: [false] }]) {
      const { status, fetches } = await here.probe(DIMENCE, query, { variables: { casus: here.casusId, ...given } });
      expect({ given, status, fetches }).toEqual({ given, status: 400, fetches: [] });
    }
  });

  authz('AUTHZ-019', async () => {
    const depth = 12;
    const chain = Array.from(
      { length: depth },
      (_, i) =>
        `fragment F${String(i)} on Hoofdbetrokkene { ${i === depth - 1 ? 'bsn wijk' : `...F${String(i + 1)} wijk`} }`,
    );
    const query = `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ...F0 } ...Kring } }
      fragment Kring on Casus { directeKring { ...Persoon } } fragment Persoon on Persoon { ...Telefoon weergavenaam }
      fragment Telefoon on Kringlid { telefoon ...Politie } fragment Politie on Kringlid { bekendBijPolitie }
      ${chain.join('\n')}`;
    const { casus, sent, denied } = await here.probe(DIMENCE, query);
    expect(denied.sort()).toEqual([
      'casus.directeKring.@.bekendBijPolitie Kringlid.bekendBijPolitie',
      'casus.directeKring.@.telefoon Kringlid.telefoon',
      'casus.hoofdbetrokkenen.@.bsn Hoofdbetrokkene.bsn',
    ]);
    expect(listIn(casus, 'hoofdbetrokkenen').some((one) => one['wijk'] !== null)).toBe(true);
    for (const one of listIn(casus, 'directeKring'))
      expect(one).toMatchObject({ telefoon: null, bekendBijPolitie: null });
    expect(sent).not.toMatch(/bsn|telefoon|bekendBijPolitie/);
  });

  authz('AUTHZ-020', async () => {
    const inline = (depth: number, inside: string): string =>
      depth === 0
        ? inside
        : `... ${['', 'on Hoofdbetrokkene', 'on Persoon'][depth % 3] ?? ''} { ${inline(depth - 1, inside)} }`;
    for (const depth of [1, 2, 3, 60]) {
      const inside = '... on Hoofdbetrokkene { bsn verdenkingen { feit } wijk }';
      const { casus, sent, denied } = await here.probe(DIMENCE, `personen { ${inline(depth, inside)} }`);
      expect(denied).toHaveLength(2);
      expect(listIn(casus, 'personen').some((one) => typeof one['wijk'] === 'string')).toBe(true);
      expect(sent).not.toMatch(/bsn|verdenkingen/);
    }
  });

  authz('AUTHZ-021', async () => {
    for (const fragments of [
      'fragment A on Hoofdbetrokkene { wijk ...A }',
      'fragment A on Hoofdbetrokkene { ...B } fragment B on Hoofdbetrokkene { gezinsrelaties { betreft { ...C } } } fragment C on Persoon { ...A }',
    ]) {
      const { status, fetches } = await here.probe(
        POLITIE,
        `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ...A } } } ${fragments}`,
      );
      expect(status).toBe(400);
      expect(fetches).toEqual([]);
    }
  });

  authz('AUTHZ-022', async () => {
    const reused = Array.from(
      { length: 40 },
      (_, i) => `fragment F${String(i)} on Hoofdbetrokkene { ${`...F${String(i + 1)} `.repeat(8)} }`,
    );
    const once = await here.probe(
      DIMENCE,
      `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ...F0 } } } ${reused.join('\n')} fragment F40 on Hoofdbetrokkene { wijk bsn }`,
    );
    expect(once.status).toBe(200);
    expect(once.denied).toEqual(['casus.hoofdbetrokkenen.@.bsn Hoofdbetrokkene.bsn']);
    expect(once.sent.match(/wijk/g)).toHaveLength(1);
    for (const [depth, width] of [
      [4, 12],
      [5, 8],
      [6, 5],
    ] as const) {
      const fragments = Array.from({ length: depth }, (_, i) => {
        const below = i === depth - 1 ? 'weergavenaam' : `...G${String(i + 1)}`;
        const branches = Array.from(
          { length: width },
          (_one, b) => `x${String(b)}: gezinsrelaties { betreft { ${below} } }`,
        );
        return `fragment G${String(i)} on Hoofdbetrokkene { ${branches.join(' ')} }`;
      });
      const query = `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ...G0 } } } ${fragments.join('\n')}`;
      const { status, codes, fetches } = await here.probe(DIMENCE, query);
      expect({ depth, status, codes, fetches }).toEqual({ depth, status: 400, codes: ['HUB_LIMIET'], fetches: [] });
    }
  });

  authz('AUTHZ-023', async () => {
    const few = await here.probe(POLITIE, `hoofdbetrokkenen { ${'wijk bsn '.repeat(200)} }`);
    expect(few.status).toBe(200);
    expect(few.denied).toHaveLength(1);
    expect(few.fetches).toHaveLength(1);
    expect(few.sent.match(/wijk/g)).toHaveLength(1);
    const many = await here.probe(POLITIE, `hoofdbetrokkenen { ${'wijk '.repeat(2_000)} }`);
    expect([many.status, many.codes, many.fetches]).toEqual([400, ['HUB_LIMIET'], []]);
  });

  authz('AUTHZ-024', async () => {
    const nest = (depth: number, name: (i: number) => string): string =>
      depth === 0 ? 'id' : `... on Hoofdbetrokkene { gezinsrelaties { betreft { ${name(depth)} } } }`;
    const literal = (depth: number): string => nest(depth, (i) => literal(i - 1));
    const fragments = Array.from(
      { length: 10 },
      (_, i) => `fragment F${String(i)} on Persoon { ${i === 9 ? 'id' : nest(1, () => `...F${String(i + 1)}`)} }`,
    );
    for (const query of [
      `query Q($casus: ID!) { casus(id: $casus) { personen { ${literal(10)} } } }`,
      `query Q($casus: ID!) { casus(id: $casus) { personen { ...F0 } } } ${fragments.join(' ')}`,
      `{ ${'a { '.repeat(5_000)} a ${'} '.repeat(5_000)} }`,
      '{ casus(id: '.repeat(3_000),
      `query Q($casus: ID!) { casus(id: ${'['.repeat(1_900)}`,
    ]) {
      const { status, fetches } = await here.probe(DIMENCE, query);
      expect({ query: query.slice(0, 60), status, fetches }).toEqual({
        query: query.slice(0, 60),
        status: 400,
        fetches: [],
      });
    }
  });

  authz('AUTHZ-025', async () => {
    const alias = Array.from({ length: 100 }, (_, i) => `a${String(i)}: wijk`).join(' ');
    const spread = Array.from({ length: 100 }, (_, i) => `a${String(i)}: __typename`).join(' ');
    for (const query of [
      `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ${alias} } } }`,
      `query Q($casus: ID!) { casus(id: $casus) { ...F } } fragment F on Casus { ${spread} }`,
      `query Q($casus: ID!) { casus(id: $casus) { id ${'@include(if: true) '.repeat(500)} } }`,
      `query Q($casus: ID!) { casus(id: $casus) { id } } # ${'x'.repeat(1_000)}\n ${'query R { mijnCasussen { rol } } '.repeat(300)}`,
    ]) {
      const { status, fetches } = await here.probe(POLITIE, query);
      expect({ query: query.slice(0, 70), status, fetches }).toEqual({
        query: query.slice(0, 70),
        status: 400,
        fetches: [],
      });
    }
    const most = Array.from({ length: 99 }, (_, i) => `a${String(i)}: wijk`).join(' ');
    const allowed = await here.probe(POLITIE, `hoofdbetrokkenen { ${most} }`);
    expect(allowed.status).toBe(200);
  });

  authz('AUTHZ-026', async () => {
    const query = `query Q($casus: ID!, $vanaf: Datum, $ongebruikt: Datum) { casus(id: $casus) { hoofdbetrokkenen {
      bekendBijPolitie meldingen(vanaf: $vanaf) { datum } x: id @include(if: true) incidenten(vanaf: $ongebruikt) { datum } } } }`;
    const variables = { casus: here.casusId, vanaf: '1999-12-31', ongebruikt: '1999-12-30' };
    const { sent, denied, fetches } = await here.probe(DIMENCE, query, { variables });
    expect(denied).toHaveLength(2);
    expect(fetches.length).toBeGreaterThan(1);
    expect(sent).not.toMatch(/1999|Datum|vanaf/);
    const allowed = await here.probe(VEILIG_THUIS, query, { variables });
    expect(allowed.denied).toEqual(['casus.hoofdbetrokkenen.@.incidenten Hoofdbetrokkene.incidenten']);
    expect(allowed.sent).toContain('1999-12-31');
    expect(allowed.sent).not.toContain('1999-12-30');
  });

  authz('AUTHZ-028', async () => {
    for (const selection of [
      'kenmerk @geheim',
      'hoofdbetrokkenen @policy(policies: [["persoon.bsn"]]) { bsn }',
      'hoofdbetrokkenen { bsn @inaccessible }',
      'kenmerk @deprecated',
      'kenmerk @include',
      'kenmerk @skip(if: false, unless: true)',
      'kenmerk @include(if: true) @include(if: true)',
      'kenmerk @leest(gegevens: ["persoon.bsn"])',
    ]) {
      const { status, fetches } = await here.probe(REGISSEUR, selection);
      expect({ selection, status, fetches }).toEqual({ selection, status: 400, fetches: [] });
    }
  });

  authz('AUTHZ-029', async () => {
    const query = `query Mag($casus: ID!) { casus(id: $casus) { kenmerk } }
      query MagNiet($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { incidenten { omschrijving } } } }
      query Ander { casus(id: "${'f'.repeat(32)}") { kenmerk } }`;
    const ask = async (operationName: unknown) => {
      const { status, text, fetches } = await here.send(
        DIMENCE,
        JSON.stringify({ query, operationName, variables: { casus: here.casusId } }),
      );
      return { status, text, sent: fetches.map(({ body }) => body).join() };
    };
    const allowed = await ask('Mag');
    expect(allowed.status).toBe(200);
    expect(allowed.sent).not.toMatch(/hoofdbetrokkenen|incidenten/);
    expect(allowed.text).not.toMatch(/GEWEIGERD/);
    const denied = await ask('MagNiet');
    expect(denied.text).toMatch(/HUB_GEGEVEN_GEWEIGERD/);
    expect(denied.sent).not.toMatch(/incidenten/);
    expect((await ask('Ander')).text).toMatch(/HUB_CASUS_ONTOEGANKELIJK/);
    for (const name of [undefined, null, '', 'Onbekend', 'mag', ' Mag']) {
      const { status, sent } = await ask(name);
      expect({ name, status, sent }).toEqual({ name, status: 400, sent: '' });
    }
  });
});
