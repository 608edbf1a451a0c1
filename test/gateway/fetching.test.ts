import { buildSchema } from 'graphql';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import { quietSpan } from '../../schema/tracing/quietSpan';
import { Besluiten } from '../../gateway/decide/besluiten';
import type { Verzoekcontext } from '../../gateway/context/openContext';
import type { HostBesluiten } from '../../gateway/decide/createDecider';
import { Fetching } from '../../gateway/fetching';
import type { Regels } from '../../gateway/regels/readRegels';
import { hostIdsOf } from '../../schema/partners';
import { catalogus, labels, partners } from './decide/ground';
import { schema, vereisten } from './prune/schema';

/** The last wall before a fetch leaves: what the executor really sends along, whatever the plan said. */
describe('what is sent along with a fetch', () => {
  const operation =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Hoofdbetrokkene { bekendBijPolitie } } }';
  const toekenning = {
    categorie: 'politie.bekend',
    bronhouder: '0'.repeat(20),
    eigen: false,
    beperkingen: [],
    artikel: 'WGS',
    voorwaarden: [],
  };
  const allow = {
    uitkomst: 'ALLOW',
    artikel: 'WGS',
    toekenningen: [toekenning],
    categorieen: ['politie.bekend'],
  } as const;
  const besluiten = new Besluiten(
    'k',
    new Map([['Hoofdbetrokkene.bekendBijPolitie', allow]]),
    new Map([['politie.bekend', allow]]),
  );
  const verzoeker = { medewerker: 'm-1', partner: partners.get('dimence')!, jti: 'j', exp: 0 };
  const context = { soort: 'ZELF', verzoeker, rol: null, aanwijzingen: [], revisie: 'r' } as const;
  const regels = {} as Regels;
  const hosts = new Map<Deelgraaf, string>(
    [...partners.values()].flatMap(({ subgraaf, oin }) => (subgraaf === null ? [] : [[subgraaf, oin]])),
  );
  const never = (): Promise<never> => Promise.reject(new Error('nothing was to be written down'));
  const nothing = { intended: never, inDossier: never, inVerloop: never, about: () => undefined };
  const fetching = (over = schema) =>
    new Fetching(
      { schema: over, vereisten, labels, catalogus, hosts, hostIds: hostIdsOf(partners) },
      context,
      besluiten,
      new Map(),
      quietSpan(undefined),
      regels,
      nothing,
    );
  const sent = (...representations: unknown[]) => {
    const one = fetching();
    one.checkPlan([{ subgraph: 'police', operation, requires: [] }]);
    return one.delegatie({ subgraph: 'police', operation, body: '', representations });
  };
  const person = { __typename: 'Hoofdbetrokkene', id: 'a'.repeat(32) };

  test('a key and plain values, with a statement of the categories that the fetch asks', () => {
    expect(
      sent(person, { ...person, veiligheidsrisico: 'HOOG' }, { ...person, veiligheidsrisico: null }).verleningen,
    ).toEqual([{ categorie: 'politie.bekend', bronhouder: '0'.repeat(20), eigen: false, beperkingen: [] }]);
  });

  test('an entity is known under the name of an interface of which every kind is one (@interfaceObject)', () => {
    expect(sent({ ...person, __typename: 'Persoon' }).verleningen).toHaveLength(1);
  });

  test('but not under that of an interface of which some kind is none', () => {
    const small = buildSchema(`type Query { bekend: Boolean } interface Gemengd { id: ID! bekendBijPolitie: Boolean }
      interface Leeg { id: ID! } union Beide = Hoofdbetrokkene | Incident
      type Hoofdbetrokkene implements Gemengd { id: ID! bekendBijPolitie: Boolean } type Incident implements Gemengd { id: ID! bekendBijPolitie: Boolean }`);
    for (const naam of ['Gemengd', 'Leeg', 'Beide', 'Incident', 'Query', '__proto__']) {
      const one = fetching(small);
      one.checkPlan([{ subgraph: 'police', operation, requires: [] }]);
      const representations = [{ ...person, __typename: naam }];
      expect(() => one.delegatie({ subgraph: 'police', operation, body: '', representations })).toThrow('plain values');
    }
  });

  test.each<[string, unknown]>([
    ['a list in the place of a value', { ...person, veiligheidsrisico: [{ datum: '2026-01-01' }] }],
    ['a record in the place of a value', { ...person, veiligheidsrisico: { school: 'De Brug' } }],
    ['a list in the place of the key', { ...person, id: [{ datum: '2026-01-01' }] }],
    ['a text in the place of the key', { ...person, id: 'Jan van den Berg' }],
    ['a text in the place of the type', { ...person, __typename: 'Assendorp' }],
    ['a type that every object has', { ...person, __typename: 'constructor' }],
    ['no key', { __typename: 'Hoofdbetrokkene' }],
    ['nothing', null],
  ])('%s is not sent', (_name, representation) => {
    expect(() => sent(person, representation)).toThrow('plain values');
  });

  test('a field is asked, and a datum sent on, only where that is allowed', () => {
    const one = fetching();
    expect(['Hoofdbetrokkene.bekendBijPolitie', 'Hoofdbetrokkene.incidenten'].map((naam) => one.mayRead(naam))).toEqual(
      [true, false],
    );
    const asked = operation.replace('bekendBijPolitie', 'incidenten { soort }');
    expect(() => {
      one.checkPlan([{ subgraph: 'police', operation: asked, requires: [] }]);
    }).toThrow('Hoofdbetrokkene.incidenten would be asked, ungranted');
    expect([one.sourceOf('politie.bekend'), one.sourceOf('zorg.bekend'), one.sourceOf('verzonnen')]).toEqual([
      'police',
      'care',
      undefined,
    ]);
    const told = new Map([['care' as const, besluiten]]);
    const telling = new Fetching(
      { schema, vereisten, labels, catalogus, hosts, hostIds: hostIdsOf(partners) },
      context,
      besluiten,
      told,
      quietSpan(undefined),
      regels,
      nothing,
    );
    expect(telling.mayReceive('care', 'politie.bekend')).toBe(true);
    expect(telling.mayReceive('care', 'politie.risico')).toBe(false);
    expect(telling.mayReceive('police', 'politie.bekend')).toBe(false);
    expect(fetching().mayReceive('care', 'politie.bekend')).toBe(false);
  });

  test('in a casus the statement says which, for what, and as what', () => {
    const zetel = { partner: 'dimence', medewerker: 'm-1', rol: 'DEELNEMER' };
    const inCasus = { ...context, soort: 'CASUS', zetel, doel: 'CASUSREGIE', feiten: { casus: 'c'.repeat(32) } };
    const here = inCasus as unknown as Verzoekcontext;
    const one = new Fetching(
      { schema, vereisten, labels, catalogus, hosts, hostIds: hostIdsOf(partners) },
      here,
      besluiten,
      new Map(),
      quietSpan(undefined),
      regels,
      nothing,
    );
    one.checkPlan([{ subgraph: 'police', operation, requires: [] }]);
    const fetch = { subgraph: 'police', operation, body: '', representations: [person] };
    expect(one.delegatie(fetch)).toMatchObject({ rol: 'DEELNEMER', doel: 'CASUSREGIE', casus: 'c'.repeat(32) });
    expect(sentOutside()).toMatchObject({ rol: null, doel: null, casus: null });
  });
  const sentOutside = () => {
    const one = fetching();
    one.checkPlan([{ subgraph: 'police', operation, requires: [] }]);
    return one.delegatie({ subgraph: 'police', operation, body: '', representations: [person] });
  };

  test('the statement says to which hosts something of the answer is sent on, of whatever source it is', () => {
    const sends = { subgraph: 'care', requires: ['bezoekadvies'] } as const;
    const needs = ({ subgraph, requires }: { subgraph: string; requires: readonly string[] }) => ({
      subgraph,
      operation: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hoofdbetrokkene { bekendBijPolitie } } }`,
      requires: [
        {
          kind: 'InlineFragment' as const,
          typeCondition: 'Hoofdbetrokkene',
          selections: ['__typename', 'id', ...requires].map((name) => ({ kind: 'Field' as const, name })),
        },
      ],
    });
    const all = new Map(
      ['politie.risico', 'persoon.geheimhouding', 'casus.betrokkenheid'].map((naam) => [naam, allow]),
    );
    const given = { categorie: (naam: string) => all.get(naam) ?? allow } as unknown as HostBesluiten;
    const told = new Map([['care' as const, given], ['police' as const, given]]); // oxfmt-ignore
    const ground = { schema, vereisten, labels, catalogus, hosts, hostIds: hostIdsOf(partners) };
    const one = new Fetching(ground, context, besluiten, told, quietSpan(undefined), regels, nothing);
    const first = { subgraph: 'police', operation, requires: [] };
    const said = (subgraph: string) =>
      one.delegatie({ subgraph, operation, body: '', representations: [] }).doorgegevenAan;
    // A key alone tells who is in the casus, and no more than that: for that is a grant of its own.
    one.checkPlan([first, needs({ subgraph: 'care', requires: [] })]);
    expect([said('police'), said('municipality')]).toEqual([[], []]);
    // bezoekadvies is made of what the police know and of what the municipality said to them.
    one.checkPlan([needs(sends)]);
    expect([said('police'), said('municipality'), said('care')]).toEqual([['dimence'], ['dimence'], []]);
    one.checkPlan([needs({ subgraph: 'police', requires: ['geheimhouding', 'veiligheidsrisico'] })]);
    expect([said('police'), said('municipality'), said('care')]).toEqual([
      ['dimence'],
      ['dimence', 'politie-oost-nederland'],
      [],
    ]);
  });

  test('a fetch that the plan check has not seen gets no statement', () => {
    expect(() => fetching().delegatie({ subgraph: 'police', operation, body: '', representations: [] })).toThrow(
      'not checked',
    );
  });
});
