import { Besluiten } from '../../gateway/decide/besluiten';
import { Fetching } from '../../gateway/fetching';
import { catalogus, labels, partners } from './decide/ground';
import { schema } from './prune/schema';

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
  const context = { soort: 'ZELF', verzoeker, aanwijzingen: [], revisie: 'r' } as const;
  const fetching = () => new Fetching({ schema, labels, catalogus }, context, besluiten, new Map(), '00-a-b-01');
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

  test('a fetch that the plan check has not seen gets no statement', () => {
    expect(() => fetching().delegatie({ subgraph: 'police', operation, body: '', representations: [] })).toThrow(
      'not checked',
    );
  });
});
