import { authz } from './authz';
import { DIMENCE, POLITIE, PROCESREGISSEUR, REGISSEUR, listIn, openHouse } from './openHouse';

describe('types, by what can stand for what', () => {
  const here = openHouse();
  const BY_KIND = `__typename ... on Hoofdbetrokkene { weergavenaam } ... on Kringlid { weergavenaam } ... on Professional { weergavenaam }`;

  authz('AUTHZ-001', async () => {
    const { casus, sent, denied } = await here.probe(PROCESREGISSEUR, 'personen { __typename weergavenaam }');
    const persons = listIn(casus, 'personen');
    const named = persons.filter((one) => one['weergavenaam'] !== null).map((one) => one['__typename']);
    expect(new Set(named)).toEqual(new Set(['Hoofdbetrokkene']));
    expect(new Set(persons.map((one) => one['__typename'])).size).toBe(3);
    expect(denied.sort()).toEqual([
      'casus.personen.@.weergavenaam Kringlid.weergavenaam',
      'casus.personen.@.weergavenaam Professional.weergavenaam',
    ]);
    expect(sent).not.toMatch(/on (Kringlid|Professional|Persoon)\s*\{[^}]*weergavenaam/);
  });

  authz('AUTHZ-002', async () => {
    const through = await here.probe(PROCESREGISSEUR, 'personen { __typename weergavenaam }');
    const kinds = [
      BY_KIND,
      `... on Persoon { ${BY_KIND} }`,
      '... on Kringlid { ... on Persoon { weergavenaam } } __typename',
    ];
    for (const selection of kinds) {
      const { casus, sent } = await here.probe(PROCESREGISSEUR, `personen { ${selection} }`);
      for (const one of listIn(casus, 'personen')) {
        if (one['__typename'] !== 'Hoofdbetrokkene') expect(one['weergavenaam'] ?? null).toBeNull();
      }
      expect(sent).not.toMatch(/on (Kringlid|Professional|Persoon)\s*\{[^}]*weergavenaam/);
    }
    const direct = await here.probe(PROCESREGISSEUR, `personen { ${BY_KIND} }`);
    expect(direct.casus).toEqual(through.casus);
    const lists = await here.probe(PROCESREGISSEUR, 'directeKring { weergavenaam } professionals { weergavenaam }');
    for (const list of ['directeKring', 'professionals']) {
      expect(listIn(lists.casus, list).length).toBeGreaterThan(0);
      for (const one of listIn(lists.casus, list)) expect(one).toEqual({ weergavenaam: null });
    }
    expect(lists.sent).not.toContain('weergavenaam');
  });

  authz('AUTHZ-003', async () => {
    const selection = `personen { __typename weergavenaam ... on Kringlid { telefoon bekendBijPolitie } ... on Professional { telefoon } ... on Hoofdbetrokkene { bekendBijPolitie } }`;
    const { casus, denied } = await here.probe(DIMENCE, selection);
    expect(denied.sort()).toEqual([
      'casus.personen.@.bekendBijPolitie Kringlid.bekendBijPolitie',
      'casus.personen.@.telefoon Kringlid.telefoon',
    ]);
    const told = (kind: string, field: string) =>
      listIn(casus, 'personen').filter((one) => one['__typename'] === kind && one[field] !== null);
    expect(told('Kringlid', 'telefoon')).toEqual([]);
    expect(told('Kringlid', 'bekendBijPolitie')).toEqual([]);
    expect(told('Kringlid', 'weergavenaam').length).toBeGreaterThan(0);
    expect(told('Professional', 'telefoon').length).toBeGreaterThan(0);
    expect(told('Hoofdbetrokkene', 'bekendBijPolitie').length).toBeGreaterThan(0);
  });

  authz('AUTHZ-004', async () => {
    const members = '... on Politieadvies { strekking } ... on Zorgadvies { strekking } ... on Overleg { besluit }';
    const onMembers = `tijdlijn { __typename ${members} }`;
    const inFragments = `query Q($casus: ID!) { casus(id: $casus) { ...T } } fragment T on Casus { x: tijdlijn { ...G } }
      fragment G on Gebeurtenis { ... on Gebeurtenis { __typename ...P } ...Z } fragment Z on Zorgadvies { a: strekking }
      fragment P on Politieadvies { a: strekking ... on Politieadvies { advies } }`;
    for (const [wie, denied, source] of [
      [PROCESREGISSEUR, 'Politieadvies', 'police'],
      [REGISSEUR, 'Zorgadvies', 'care'],
    ] as const) {
      for (const [query, key] of [
        [onMembers, 'tijdlijn'],
        [inFragments, 'x'],
      ] as const) {
        const { casus, sent, fetches, denied: told } = await here.probe(wie, query);
        const kinds = new Set(listIn(casus, key).map((one) => one['__typename']));
        expect(kinds).not.toContain(denied);
        expect(kinds.size).toBeGreaterThan(1);
        expect(told).toEqual([`casus.${key}.@ ${denied}`]);
        expect(sent).not.toContain(`on ${denied}`);
        expect(fetches.map(({ subgraaf }) => subgraaf)).not.toContain(source);
      }
    }
    // Whoever asks nothing of a member learns nothing of it either: not that it is there, nor how many.
    const others = await here.probe(PROCESREGISSEUR, 'tijdlijn { ... on Overleg { besluit } __typename }');
    for (const one of listIn(others.casus, 'tijdlijn')) expect(one['__typename']).not.toBe('Politieadvies');
    expect(others.fetches.map(({ subgraaf }) => subgraaf)).not.toContain('police');
  });

  authz('AUTHZ-008', async () => {
    const only = '__typename soort: __typename';
    const { casus, sent, denied } = await here.probe(
      POLITIE,
      `personen { ${only} } professionals { ${only} } hoofdbetrokkenen { crisiscontacten { ${only} } schulden { ${only} } woonsituatie { ${only} } }`,
    );
    expect(casus).toMatchObject({ personen: null, professionals: null });
    for (const one of listIn(casus, 'hoofdbetrokkenen')) {
      expect(one).toEqual({ crisiscontacten: null, schulden: null, woonsituatie: null });
    }
    expect(denied).toHaveLength(5);
    expect(sent).not.toMatch(/personen|professionals|crisiscontacten|schulden|woonsituatie/);
  });

  authz('AUTHZ-009', async () => {
    const { casus, sent, fetches } = await here.probe(
      POLITIE,
      '__typename hoofdbetrokkenen { __typename incidenten { __typename } }',
    );
    expect(casus['__typename']).toBe('Casus');
    const incidents = listIn(casus, 'hoofdbetrokkenen').flatMap((one) => {
      expect(one['__typename']).toBe('Hoofdbetrokkene');
      return listIn(one, 'incidenten');
    });
    expect(incidents.length).toBeGreaterThan(0);
    for (const one of incidents) expect(one).toEqual({ __typename: 'Incident' });
    expect(sent).not.toMatch(/datum|omschrijving|weergavenaam/);
    expect(fetches.map(({ subgraaf }) => subgraaf).sort()).toEqual(['municipality', 'police']);
    const root = await here.probe(POLITIE, '{ __typename naam: __typename }');
    expect(root.body.data).toEqual({ __typename: 'Query', naam: 'Query' });
    expect(root.fetches).toEqual([]);
  });
});
