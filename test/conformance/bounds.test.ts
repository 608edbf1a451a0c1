import '../../gateway/libraries';
import { createFederation } from '../../gateway/federation/createFederation';
import { plannerBomb } from '../harness/plannerBomb';
import { apolloRequest } from '../harness/stubRooms';
import { authz } from './authz';
import { DIMENCE, POLITIE, openHouse } from './openHouse';

describe('bounds', () => {
  const here = openHouse();

  authz('AUTHZ-076', async () => {
    const { supergraphSdl, query } = plannerBomb();
    const asked: unknown[] = [];
    const federation = createFederation({ supergraphSdl, hooks: { checkPlan: (fetches) => asked.push(fetches) } });
    try {
      const { executor } = await federation.load({ apollo: {} });
      const run = (depth: number): unknown => executor?.(apolloRequest(query(depth)));
      await run(2);
      expect(asked).toHaveLength(1);
      await expect(run(4)).rejects.toThrow('reached the limit of 100');
      expect(asked).toHaveLength(1);
    } finally {
      await federation.stop();
    }
    // The real graph leaves nothing to choose: each field has one source, so a long question is planned as it stands.
    const long = Array.from(
      { length: 99 },
      (_, i) => `a${String(i)}: hoofdbetrokkenen { bekendBijPolitie geboortejaar }`,
    );
    const { status, fetches } = await here.probe(POLITIE, long.join(' '));
    expect(status).toBe(200);
    expect(fetches.length).toBeLessThanOrEqual(100);
  });

  authz('AUTHZ-077', async () => {
    const wide = (depth: number): string =>
      depth === 0
        ? 'id weergavenaam'
        : Array.from(
            { length: 8 },
            (_, i) => `a${String(depth)}${String(i)}: gezinsrelaties { betreft { ...F${String(depth - 1)} } }`,
          ).join(' ');
    const fragments = [1, 2, 3, 4, 5].map(
      (depth) => `fragment F${String(depth)} on Hoofdbetrokkene { ${wide(depth)} }`,
    );
    const query = `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { ...F5 } } } ${fragments.join(' ')} fragment F0 on Hoofdbetrokkene { id wijk }`;
    const { status, codes, fetches } = await here.probe(DIMENCE, query);
    expect([status, codes, fetches]).toEqual([400, ['HUB_LIMIET'], []]);
    const next = await here.probe(DIMENCE, 'kenmerk');
    expect(next.status).toBe(200);
  });

  authz('AUTHZ-093', async () => {
    const related = (depth: number): string =>
      depth === 0 ? 'id' : `... on Hoofdbetrokkene { gezinsrelaties { betreft { ${related(depth - 1)} } } }`;
    const ask = (depth: number) => here.probe(DIMENCE, `personen { ${related(depth)} }`);
    const few = await ask(3);
    expect(few.status).toBe(200);
    expect(few.fetches.length).toBeGreaterThan(0);
    const many = await ask(6);
    expect([many.status, many.codes, many.fetches]).toEqual([400, ['HUB_LIMIET'], []]);
  });

  authz('AUTHZ-094', async () => {
    const many = (times: number, name: string, below: string): string =>
      Array.from({ length: times }, (_, i) => `${name}${String(i)}: ${below}`).join(' ');
    const ask = (outer: number, inner: number) =>
      here.probe(
        DIMENCE,
        `query Q($casus: ID!) { ${many(outer, 'a', 'casus(id: $casus) { ...P }')} }
         fragment P on Casus { ${many(inner, 'b', 'hoofdbetrokkenen { ...F }')} }
         fragment F on Hoofdbetrokkene { huisbezoek bekendBijPolitie }`,
      );
    const few = await ask(4, 4);
    expect(few.status).toBe(200);
    expect(few.fetches.length).toBeGreaterThan(2);
    // A member of a union is asked of its own source, whatever of it is selected.
    const lists = many(20, 'b', 'tijdlijn { ... on Zorgadvies { __typename } ... on Politieadvies { __typename } }');
    const members = await here.probe(
      DIMENCE,
      `query Q($casus: ID!) { ${many(20, 'a', 'casus(id: $casus) { ...P }')} } fragment P on Casus { ${lists} }`,
    );
    expect([members.status, members.codes, members.fetches]).toEqual([400, ['HUB_LIMIET'], []]);
    // What a source would not parse is refused here, and not blamed on the source.
    const fields = many(60, 'b', 'kenmerk');
    const long = await here.probe(
      DIMENCE,
      `query Q($casus: ID!) { ${many(80, 'a', 'casus(id: $casus) { ...P }')} } fragment P on Casus { ${fields} }`,
    );
    expect([long.status, long.codes, long.fetches]).toEqual([400, ['HUB_LIMIET'], []]);
    for (const [outer, inner] of [
      [20, 20],
      [48, 48],
    ] as const) {
      const { status, codes, fetches } = await ask(outer, inner);
      expect([status, codes, fetches]).toEqual([400, ['HUB_LIMIET'], []]);
    }
  });

  authz('AUTHZ-078', async () => {
    const variables: Record<string, unknown> = { casus: here.casusId };
    for (let i = 0; i < 5_000; i += 1) variables[`overbodig${String(i)}`] = ['GEHEIM', { a: 'GEHEIM' }];
    const { status, fetches, sent } = await here.probe(DIMENCE, 'kenmerk hoofdbetrokkenen { bekendBijPolitie }', {
      variables,
    });
    expect(status).toBe(200);
    expect(fetches.length).toBe(2);
    expect(sent).not.toMatch(/overbodig|GEHEIM/);
    expect(sent.length).toBeLessThan(3_000);
    const more = await here.probe(DIMENCE, 'kenmerk', {
      variables: { casus: here.casusId, x: 'GEHEIM'.repeat(60_000) },
    });
    expect([more.status, more.fetches]).toEqual([413, []]);
  });
});
