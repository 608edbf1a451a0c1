import { reaches } from '../oracle/besluit';
import { type Contract, findPartner, readContract } from '../oracle/contract';
import { authz } from './authz';
import { DIMENCE, POLITIE, REGISSEUR, VEILIG_THUIS, type Vrager, listIn, openHouse } from './openHouse';

interface Described {
  readonly name: string;
  readonly fields?: readonly { readonly name: string }[] | null;
}

/** Categories that some verstrekking of some convenant gives this partner, in whatever rol, or that are of no convenant. */
function everPossible(contract: Contract, { partner }: Vrager): Set<string> {
  const who = findPartner(contract, partner);
  const rollen = ['DEELNEMER', 'PROCESREGISSEUR', 'INFORMATIEMAKELAAR'] as const;
  const given = contract.convenanten.flatMap(({ verstrekkingen }) =>
    verstrekkingen.filter((one) => rollen.some((rol) => reaches(one, who, rol))).flatMap(({ gegevens }) => gegevens),
  );
  const personal = contract.categorieen.filter(({ betreft }) => /^(ZELF|REGELS|REGISTER)$/.test(betreft));
  const own = contract.categorieen.filter(
    ({ bronnen }) => (bronnen as readonly string[] | undefined)?.includes(who.soort) === true,
  );
  return new Set([...given, ...[...personal, ...own].map(({ naam }) => naam)]);
}

describe('the graph itself, and what is fetched along', () => {
  const here = openHouse();
  const contract = readContract();
  const INTROSPECTION = '__schema { types { name fields { name } enumValues { name } } }';

  authz('AUTHZ-030', async () => {
    const denied = 'hoofdbetrokkenen { verdenkingen { feit } bsn }';
    for (const query of [
      `{ ${INTROSPECTION} }`,
      '{ a: __type(name: "Verdenking") { name fields { name } } b: __type(name: "Hoofdbetrokkene") { fields { name } } }',
      `query Q($casus: ID!) { casus(id: $casus) { ${denied} } ${INTROSPECTION} }`,
      `query Q($casus: ID!) { ...M } fragment M on Query { casus(id: $casus) { ${denied} } x: ${INTROSPECTION} }`,
      `query Q($casus: ID!) { casus(id: $casus) { ${denied} } __type(name: "Verdenking") { name fields { name } } }`,
      `query Q($casus: ID!) { casus(id: $casus) { ${denied} } a: __type(name: "Hoofdbetrokkene") { fields { name type { name ofType { name } } } } }`,
    ]) {
      for (const wie of [DIMENCE, POLITIE]) {
        const { status, text, body, sent } = await here.probe(wie, query);
        expect(sent).not.toMatch(/bsn/);
        if (wie === DIMENCE) expect(sent).not.toMatch(/verdenkingen/);
        if (status !== 200) {
          expect(status).toBe(400);
          expect(sent).toBe('');
          expect(text).not.toMatch(/Incident|Crisiscontact|omschrijving|terugkoppeling|wpgArtikel/);
          continue;
        }
        const possible = everPossible(contract, wie);
        const told = Object.values(body.data ?? {}) as (Partial<Described & { types: Described[] }> | null)[];
        const types = told.flatMap((one) => one?.types ?? (one?.name === undefined ? [] : [one as Described]));
        for (const { name, fields } of types) {
          const known = contract.sdl.fields.filter((one) => one.type === name);
          for (const field of fields ?? []) {
            const { categorieen = [] } = known.find((one) => one.name === field.name) ?? {};
            const never = categorieen.filter((one) => !possible.has(one));
            expect({ coordinaat: `${name}.${field.name}`, never }).toEqual({
              coordinaat: `${name}.${field.name}`,
              never: [],
            });
          }
        }
      }
    }
  });

  authz('AUTHZ-031', async () => {
    for (const query of [
      `{ ${INTROSPECTION} }`,
      '{ __type(name: "Casus") { fields { name } } }',
      '{ casus { kenmrk } }',
      '{ mijnCasussen { kenmrk } }',
      'query Q($c: Casuss) { x }',
      '{',
    ]) {
      const { status, text, fetches } = await here.send(null, JSON.stringify({ query }));
      expect({ query, status, fetches }).toEqual({ query, status: 401, fetches: [] });
      const same = await here.send(null, JSON.stringify({ query: '{ mijnCasussen { rol } }' }));
      expect(text).toBe(same.text);
    }
  });

  authz('AUTHZ-032', async () => {
    for (const query of [
      '{ _service { sdl } }',
      'query Q($casus: ID!) { casus(id: $casus) { kenmerk } _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
      'query Q($casus: ID!) { _entities(representations: [{ __typename: "Hoofdbetrokkene", id: $casus }]) { ... on Hoofdbetrokkene { bsn } } }',
      'query Q($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      'query Q($casus: ID!) { casus(id: $casus) { _entities { __typename } _service { sdl } } }',
    ]) {
      const { status, fetches, text } = await here.probe(REGISSEUR, query);
      expect({ query, status, fetches }).toEqual({ query, status: 400, fetches: [] });
      expect(text).not.toMatch(/type Hoofdbetrokkene|@key/);
    }
  });

  authz('AUTHZ-033', async () => {
    for (const query of [
      'query Q($casus: ID!) { casus(id: $casus) { kenmrk } }',
      'query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { bsnn incidente { datum } } } }',
      'query Q($casus: ID!) { casuss(id: $casus) { id } }',
      'query Q($casus: ID!) { casus(idd: $casus) { id } }',
      'query Q($casus: ID!) { casus(id: $casus) { ... on Casuss { id } } }',
      'query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { incidenten(vanaff: "2020-01-01") { datum } } } }',
      'query Q($casus: ID!, $x: Datumm) { casus(id: $casus) { id } }',
      'query Q($casus: ID!) { casus(id: $casus) { ...Onbekend } }',
      'query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { incidenten(vanaf: 12) { datum } } } }',
      'query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen } }',
      'query Q($casus: ID!) { casus(id: $casus) { id @includ(if: true) } }',
      'query Q($casus: ID!) { casus(id: $casus) { kenmerk { x } } }',
      'query Q($casus ID!) { casus',
    ]) {
      const { status, text, fetches } = await here.probe(DIMENCE, query);
      expect({ query, status, fetches }).toEqual({ query, status: 400, fetches: [] });
      const names = text.match(/"[^"\\]*\\?"|\b[a-z]\w+\b/g) ?? [];
      for (const told of [
        'kenmerk',
        'incidenten',
        'bsn',
        'Datum',
        'Casus',
        'casus',
        'vanaf',
        'include',
        'hoofdbetrokkenen',
      ]) {
        if (!new RegExp(`\\b${told}\\b`).test(query)) expect(names).not.toContain(told);
      }
    }
  });

  authz('AUTHZ-034', async () => {
    for (const query of [
      'mutation M { sluitCasus(id: "1") { id } }',
      'mutation { __typename }',
      'mutation { a: openDossier(soort: INZAGE, persoon: "x") { dossier } b: openDossier(soort: INZAGE, persoon: "x") { dossier } }',
      'mutation { openDossier(soort: INZAGE, persoon: "x") { dossier } __typename }',
      'subscription S { casus(id: "1") { kenmerk } }',
      'subscription { __typename }',
      'query Q($casus: ID!) { casus(id: $casus) { id } } mutation Q { __typename }',
    ]) {
      const { status, fetches } = await here.probe(REGISSEUR, query);
      expect({ query, status, fetches }).toEqual({ query, status: 400, fetches: [] });
    }
    const named = await here.send(
      REGISSEUR,
      JSON.stringify({ query: 'query Q { mijnCasussen { rol } } mutation M { __typename }', operationName: 'M' }),
    );
    expect({ status: named.status, fetches: named.fetches }).toEqual({ status: 400, fetches: [] });
  });

  authz('AUTHZ-035', async () => {
    for (const selection of [
      '... @defer { kenmerk }',
      '... on Casus @defer(label: "x") { hoofdbetrokkenen { bsn } }',
      'hoofdbetrokkenen @stream(initialCount: 0) { bsn }',
      '...F @defer } } fragment F on Casus { kenmerk',
    ]) {
      const query = `query Q($casus: ID!) { casus(id: $casus) { ${selection} }${selection.includes('fragment') ? '' : ' }'}`;
      const { status, fetches } = await here.probe(REGISSEUR, query, {
        headers: { accept: 'multipart/mixed; deferSpec=20220824' },
      });
      expect({ query, status: status === 200, fetches }).toEqual({ query, status: false, fetches: [] });
    }
  });

  authz('AUTHZ-036', async () => {
    for (const field of [
      'veiligheidsbeeld',
      'x: veiligheidsbeeld',
      '...F',
      '... @include(if: true) { veiligheidsbeeld }',
    ]) {
      const query = `query Q($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { wijk ${field} } } } ${field === '...F' ? 'fragment F on Hoofdbetrokkene { veiligheidsbeeld }' : ''}`;
      const { casus, sent, denied } = await here.probe(POLITIE, query);
      expect(denied).toHaveLength(1);
      for (const { wijk: _, ...one } of listIn(casus, 'hoofdbetrokkenen')) expect(Object.values(one)).toEqual([null]);
      expect(sent).not.toMatch(/veiligheid/);
    }
    const allowed = await here.probe(VEILIG_THUIS, 'hoofdbetrokkenen { veiligheidsbeeld }');
    expect(allowed.fetches.map(({ subgraaf }) => subgraaf).sort()).toEqual(['care', 'municipality', 'police']);
    expect(listIn(allowed.casus, 'hoofdbetrokkenen').some((one) => one['veiligheidsbeeld'] === 'HOOG')).toBe(true);
  });

  const SAME =
    'query Same($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { geboortejaar incidenten { datum } crisiscontacten { datum } schulden { bedrag } veiligheidsbeeld } } }';
  const WIE = [POLITIE, DIMENCE, VEILIG_THUIS, REGISSEUR];
  const POLICE_ONLY = /incidenten/;
  const CARE_ONLY = /crisiscontacten/;

  authz('AUTHZ-040', async () => {
    for (const order of [WIE, [...WIE].reverse(), WIE]) {
      for (const wie of order) {
        const { casus, sent } = await here.probe(wie, SAME, { query: SAME });
        const [one] = listIn(casus, 'hoofdbetrokkenen');
        expect(Array.isArray(one?.['incidenten'])).toBe(wie === POLITIE);
        expect(Array.isArray(one?.['crisiscontacten'])).toBe(wie === DIMENCE);
        if (wie !== POLITIE) expect(sent).not.toMatch(POLICE_ONLY);
        if (wie !== DIMENCE) expect(sent).not.toMatch(CARE_ONLY);
        if (wie !== REGISSEUR) expect(sent).not.toMatch(/schulden/);
      }
    }
  });

  authz('AUTHZ-041', async () => {
    const alone = new Map<Vrager, unknown>();
    for (const wie of WIE) alone.set(wie, (await here.probe(wie, SAME)).body.data);
    const { house, casusId: casus } = here;
    house.traffic();
    const turns = Array.from({ length: 32 }, (_, i) => WIE[(i * 7) % WIE.length] ?? POLITIE);
    const together = await Promise.all(
      turns.map((wie) => house.ask({ ...wie, casus, query: SAME, variables: { casus } })),
    );
    together.forEach(({ status, body }, i) => {
      expect(status).toBe(200);
      expect(body.data).toEqual(alone.get(turns[i] ?? POLITIE));
    });
    for (const { body, delegatie } of house.traffic()) {
      if (delegatie.partner !== POLITIE.partner) expect(body).not.toMatch(POLICE_ONLY);
      if (delegatie.partner !== DIMENCE.partner) expect(body).not.toMatch(CARE_ONLY);
      expect(WIE.map(({ partner }) => partner)).toContain(delegatie.partner);
    }
  });

  authz('AUTHZ-042', async () => {
    const query = 'query P($casus: ID!) { casus(id: $casus) { kenmerk } }';
    const { createHash } = await import('node:crypto');
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const variables = { casus: here.casusId };
    const full = await here.send(REGISSEUR, JSON.stringify({ query, variables, extensions }));
    const alone = await here.send(REGISSEUR, JSON.stringify({ variables, extensions }));
    expect(alone.text).not.toMatch(/ZVH-|"data"/);
    expect(alone.fetches).toEqual([]);
    const wrong = await here.send(
      REGISSEUR,
      JSON.stringify({ query: query.replace('kenmerk', 'fase'), variables, extensions }),
    );
    expect(wrong.text).not.toMatch(/ZVH-/);
    for (const { text, fetches } of [full, wrong]) expect(fetches).toHaveLength(text.includes('"data"') ? 1 : 0);
  });

  authz('AUTHZ-043', async () => {
    const query =
      'query D($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { schulden { bedrag } schoolgang { school } } doeltoets { datum } } }';
    const doelen = ['CASUSREGIE', 'ZORG_EN_HULPVERLENING', 'CASUSREGIE', 'ZORG_EN_HULPVERLENING'];
    const seen: string[][] = [];
    for (const doel of doelen) {
      const { denied, sent } = await here.probe({ ...REGISSEUR, doel }, query);
      seen.push(denied);
      const gone = denied.some((one) => one.endsWith('Casus.doeltoets'));
      expect(gone).toBe(doel !== 'CASUSREGIE');
      expect(/doeltoets/.test(sent)).toBe(!gone);
    }
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[3]).toEqual(seen[1]);
    const unknown = await here.probe({ ...REGISSEUR, doel: 'casusregie' }, query);
    expect([unknown.status, unknown.fetches]).toEqual([403, []]);
  });
});
