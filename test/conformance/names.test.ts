import { authz } from './authz';
import { DIMENCE, POLITIE, VEILIG_THUIS, listIn, openHouse } from './openHouse';

describe('names that a client may choose', () => {
  const here = openHouse();

  authz('AUTHZ-010', async () => {
    const { casus, sent, denied } = await here.probe(
      DIMENCE,
      'hoofdbetrokkenen { geboortejaar: bsn wijk: incidenten { datum } bekendBijPolitie: verdenkingen { bronhouder: feit } id: bsn }',
    );
    for (const one of listIn(casus, 'hoofdbetrokkenen')) {
      expect(one).toEqual({ geboortejaar: null, wijk: null, bekendBijPolitie: null, id: null });
    }
    expect(denied.sort()).toEqual([
      'casus.hoofdbetrokkenen.@.bekendBijPolitie Hoofdbetrokkene.verdenkingen',
      'casus.hoofdbetrokkenen.@.geboortejaar Hoofdbetrokkene.bsn',
      'casus.hoofdbetrokkenen.@.id Hoofdbetrokkene.bsn',
      'casus.hoofdbetrokkenen.@.wijk Hoofdbetrokkene.incidenten',
    ]);
    expect(sent).not.toMatch(/bsn|incidenten|verdenkingen/);
  });

  authz('AUTHZ-011', async () => {
    const fields = `personen { __typename ...Kring ...Prof }`;
    const query = `query Q($casus: ID!) { casus(id: $casus) { ${fields} } }
      fragment Kring on Kringlid { zelfde: telefoon } fragment Prof on Professional { zelfde: telefoon }`;
    const { casus, sent, denied } = await here.probe(DIMENCE, query);
    expect(denied).toEqual(['casus.personen.@.zelfde Kringlid.telefoon']);
    const shown = listIn(casus, 'personen').filter((one) => typeof one['zelfde'] === 'string');
    expect(new Set(shown.map((one) => one['__typename']))).toEqual(new Set(['Professional']));
    expect(sent).not.toMatch(/on (Kringlid|Persoon)\s*\{[^}]*telefoon/);
    const one = await here.probe(
      DIMENCE,
      'personen { ... on Kringlid { zelfde: bekendBijPolitie } ... on Hoofdbetrokkene { zelfde: bekendBijPolitie } __typename }',
    );
    for (const person of listIn(one.casus, 'personen')) {
      if (person['__typename'] === 'Kringlid') expect(person['zelfde']).toBeNull();
    }
    expect(listIn(one.casus, 'personen').some((person) => typeof person['zelfde'] === 'boolean')).toBe(true);
  });

  authz('AUTHZ-012', async () => {
    for (const selection of [
      'hoofdbetrokkenen { wijk ...A } } } fragment A on Hoofdbetrokkene { wijk: bsn',
      'hoofdbetrokkenen { zelfde: incidenten { datum } zelfde: meldingen { datum }',
      'hoofdbetrokkenen { zelfde: incidenten(vanaf: "2020-01-01") { datum } zelfde: incidenten { datum }',
      'personen { ... on Hoofdbetrokkene { zelfde: wijk } ... on Persoon { zelfde: weergavenaam }',
      'zelfde: kenmerk } zelfde: casus(id: $casus) { id zelfde: fase } casus(id: $casus) { zelfde: thema',
    ]) {
      const query = `query Q($casus: ID!) { casus(id: $casus) { ${selection} } ${selection.includes('} }') ? '' : '} }'}`;
      const { status, fetches } = await here.probe(DIMENCE, query);
      expect({ selection, status }).toEqual({ selection, status: 400 });
      expect(fetches).toEqual([]);
    }
  });

  const persons = async (fields: string): Promise<Record<string, unknown>[]> => {
    const { casus, fetches } = await here.probe(VEILIG_THUIS, `hoofdbetrokkenen { ${fields} }`);
    for (const { body } of fetches) {
      const { variables } = JSON.parse(body) as { variables: { representations?: Record<string, unknown>[] } };
      for (const { __typename: type, id, ...required } of variables.representations ?? []) {
        expect(['Hoofdbetrokkene', 'Casus']).toContain(type);
        expect(id).toMatch(/^[0-9a-f]{32}$/);
        for (const [name, value] of Object.entries(required)) {
          expect(name).toBe('veiligheidsrisico');
          expect([null, 'LAAG', 'MIDDEN', 'HOOG']).toContain(value);
        }
      }
    }
    return listIn(casus, 'hoofdbetrokkenen');
  };

  authz('AUTHZ-013', async () => {
    const plain = await persons('wijk meldingen { datum } bekendBijPolitie veiligheidsbeeld');
    expect(plain.some((one) => one['veiligheidsbeeld'] !== null && one['wijk'] !== null)).toBe(true);
    for (const [alias, field] of [
      ['id', 'wijk'],
      ['id', 'meldingen { datum }'],
      ['__typename', 'wijk'],
      ['_entities', 'wijk'],
      ['id', '__typename'],
    ] as const) {
      const named = await persons(`${alias}: ${field} bekendBijPolitie veiligheidsbeeld`);
      const name = field.split(' ')[0] ?? '';
      expect(named).toEqual(
        plain.map(({ bekendBijPolitie, veiligheidsbeeld, ...one }) => ({
          [alias]: name === '__typename' ? 'Hoofdbetrokkene' : one[name],
          bekendBijPolitie,
          veiligheidsbeeld,
        })),
      );
    }
  });

  authz('AUTHZ-014', async () => {
    const plain = await persons('wijk meldingen { datum } veiligheidsrisico veiligheidsbeeld');
    expect(plain.some((one) => one['veiligheidsbeeld'] === 'HOOG')).toBe(true);
    for (const field of ['wijk', 'meldingen { datum }', 'id', '__typename']) {
      const named = await persons(`veiligheidsrisico: ${field} echt: veiligheidsrisico veiligheidsbeeld`);
      expect(named.map((one) => [one['echt'], one['veiligheidsbeeld']])).toEqual(
        plain.map((one) => [one['veiligheidsrisico'], one['veiligheidsbeeld']]),
      );
    }
    const denied = await persons('veiligheidsrisico: incidenten { omschrijving } veiligheidsbeeld');
    expect(denied).toEqual(plain.map(({ veiligheidsbeeld }) => ({ veiligheidsrisico: null, veiligheidsbeeld })));
  });

  authz('AUTHZ-015', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__']) {
      const query = `query Q($casus: ID!, $${name}: Datum) { casus(id: $casus) { ${name}: kenmerk fase hoofdbetrokkenen { ${name}: incidenten(vanaf: $${name}) { ${name}: datum } bsn } } }`;
      // No request with such a key in its JSON is read at all: the variable then stays without a value.
      const given = name === '__proto__' ? '' : `, "${name}": "2026-01-01"`;
      const variables = JSON.parse(`{"casus": "${here.casusId}"${given}}`) as Record<string, unknown>;
      const { casus, status } = await here.probe(POLITIE, query, { variables });
      expect({ name, status }).toEqual({ name, status: 200 });
      expect(Object.keys(casus)).toEqual([name, 'fase', 'hoofdbetrokkenen']);
      expect(Object.getOwnPropertyDescriptor(casus, name)?.value).toMatch(/^ZVH-/);
      for (const one of listIn(casus, 'hoofdbetrokkenen')) {
        expect(one['bsn']).toBeNull();
        for (const incident of Object.getOwnPropertyDescriptor(one, name)?.value as object[]) {
          expect(Object.getOwnPropertyDescriptor(incident, name)?.value).toMatch(given === '' ? /^20\d\d-/ : /^2026-/);
        }
      }
    }
    expect(({} as Record<string, unknown>)['fase']).toBeUndefined();
  });

  authz('AUTHZ-016', async () => {
    const query = `query GeheimeVraag($geheimCasus: ID!, $geheimVanaf: Datum = "2020-01-01") {
      geheimWortel: casus(id: $geheimCasus) { geheimVeld: kenmerk ...GeheimFragment } }
      fragment GeheimFragment on Casus { geheimLijst: hoofdbetrokkenen { geheimIncident: incidenten(vanaf: $geheimVanaf) { geheimDag: datum } } }`;
    const { status, body, sent, fetches } = await here.probe(POLITIE, query, {
      variables: { geheimCasus: here.casusId, geheimOver: 'geheim' },
    });
    expect(status).toBe(200);
    expect(JSON.stringify(body.data)).toMatch(/geheimDag":"20\d\d-/);
    expect(fetches.length).toBeGreaterThan(1);
    expect(sent).not.toMatch(/geheim/i);
    for (const { headers } of fetches) expect(JSON.stringify(headers)).not.toMatch(/geheim/i);
  });
});
