import fc from 'fast-check';
import type { Deelgraaf } from '../../schema/domain/deelgraaf';
import { readVereisten } from '../../schema/compose/readVereisten';
import { Doorgifte } from '../../gateway/doorgifte';
import { hostIdsOf } from '../../schema/partners';
import { SDL } from '../conformance/keten/sdl';
import { ketenCatalogus } from '../conformance/keten/ketenCatalogus';
import { compose } from '../../schema/compose/compose';
import { counted } from '../harness/runs';
import { labels, partners } from './decide/ground';
import { vereisten } from './prune/schema';

const P = 'a'.repeat(32);
const Q = 'b'.repeat(32);
const hostIds = hostIdsOf(partners);
const ZORG = hostIds.get('care')!;
const POLITIE = hostIds.get('police')!;
const of = (coordinaat: string, id = P, ...aan: string[]) => ({ coordinaat: `Hoofdbetrokkene.${coordinaat}`, id, aan });
const doorgifte = (...told: ReturnType<typeof of>[]) => {
  const one = new Doorgifte({ vereisten, labels, hostIds });
  one.add(
    'police',
    told.filter(({ coordinaat }) => !coordinaat.endsWith('geheimhouding')),
  );
  one.add(
    'municipality',
    told.filter(({ coordinaat }) => coordinaat.endsWith('geheimhouding')),
  );
  return one;
};
const person = (more: object, id = P) => ({ __typename: 'Hoofdbetrokkene', id, ...more });

test('what may not go to a host is not sent there; to another it is, and of another person', () => {
  const one = doorgifte(of('veiligheidsrisico', P, ZORG));
  const both = { veiligheidsrisico: 'HOOG', bezoekadvies: 'ALLEEN' };
  expect(one.sent(person(both), 'care')).toEqual(person({ ...both, veiligheidsrisico: null }));
  expect(one.sent(person(both), 'municipality')).toEqual(person(both));
  expect(one.sent(person(both, Q), 'care')).toEqual(person(both, Q));
  const known = (coordinaat: string, id = P) => one.ontbreekt(`Hoofdbetrokkene.${coordinaat}`, id);
  expect([known('veiligheidsbeeld'), known('huisbezoek'), known('veiligheidsrisico'), known('veiligheidsbeeld', Q)]).toEqual([true, false, false, false]); // oxfmt-ignore
});

test('a source may know the entity under the name of its interface', () => {
  const sent = doorgifte({ coordinaat: 'Persoon.bezoekadvies', id: P, aan: [ZORG] }).sent(person({ bezoekadvies: 'ALLEEN' }), 'care'); // oxfmt-ignore
  expect(sent['bezoekadvies']).toBeNull();
});

test('what was made of it is sent on no further than it', () => {
  // The municipality says geheimhouding to the police, who make their advies of it, which care uses.
  const toCare = doorgifte(of('geheimhouding', P, ZORG));
  expect(toCare.sent(person({ geheimhouding: false }), 'police')['geheimhouding']).toBe(false);
  expect(toCare.sent(person({ bezoekadvies: 'ALLEEN' }), 'care')['bezoekadvies']).toBeNull();
  expect(toCare.ontbreekt('Hoofdbetrokkene.bezoekadvies', P)).toBe(false);
  expect(toCare.ontbreekt('Hoofdbetrokkene.huisbezoek', P)).toBe(true);
  const toPolice = doorgifte(of('geheimhouding', P, POLITIE));
  expect(toPolice.sent(person({ geheimhouding: false }), 'police')['geheimhouding']).toBeNull();
  for (const made of ['bezoekadvies', 'huisbezoek'])
    expect(toPolice.ontbreekt(`Hoofdbetrokkene.${made}`, P)).toBe(true);
});

test('what a source says of what another gives, or of a key, is said by nobody', () => {
  const one = new Doorgifte({ vereisten, labels, hostIds });
  one.add('care', [of('veiligheidsrisico', P, ZORG)]);
  one.add('police', [of('geheimhouding', P, POLITIE), of('id', P, ZORG), of('__typename', P, ZORG)]);
  const whole = person({ veiligheidsrisico: 'HOOG', geheimhouding: false });
  expect([one.sent(whole, 'care'), one.sent(whole, 'police')]).toEqual([whole, whole]);
});

test('told twice, both count; nothing told, nothing is touched', () => {
  const one = doorgifte(of('bezoekadvies', P, POLITIE), of('bezoekadvies', P, ZORG), of('bezoekadvies', P));
  expect(one.sent(person({ bezoekadvies: 'ALLEEN' }), 'care')['bezoekadvies']).toBeNull();
  const none = doorgifte();
  expect(none.sent(person({ bezoekadvies: 'ALLEEN' }), 'care')).toEqual(person({ bezoekadvies: 'ALLEEN' }));
  expect(none.ontbreekt('Hoofdbetrokkene.huisbezoek', P)).toBe(false);
});

/**
 * In the chain in miniature, where values are made of values of values: nothing made of what may not go to a host is sent
 * there, and nothing that needs what was kept back is taken for known. Walked the other way round: from what is kept back.
 */
test('whatever is kept back, what depends on it and nothing else is kept back or unknown', () => {
  const { supergraph } = compose(SDL, ketenCatalogus());
  const needs = readVereisten(supergraph);
  const SOURCES = ['police', 'care', 'municipality'] as const;
  const type = 'Hoofdbetrokkene';
  const names = [...new Set([...needs].filter(([of_]) => of_.startsWith(`${type}.`)).flatMap(([of_, made]) => [of_.slice(type.length + 1), ...made]))]; // oxfmt-ignore
  expect(names).toEqual(expect.arrayContaining(['keten', 'dekmantel', 'naam', 'risico', 'beeld']));
  const drawn = fc.property(
    fc.array(fc.record({ name: fc.constantFrom(...names), to: fc.constantFrom(...SOURCES) }), { maxLength: 3 }),
    fc.array(fc.constantFrom(...SOURCES), { minLength: names.length, maxLength: names.length }),
    (kept, by) => {
      const grond = { vereisten: needs, labels: new Map<string, { subgraaf: Deelgraaf }>(), hostIds: new Map(SOURCES.map((one) => [one, one])) }; // oxfmt-ignore
      names.forEach((name, index) => grond.labels.set(`${type}.${name}`, { subgraaf: by[index]! }));
      const one = new Doorgifte(grond);
      for (const { name, to } of kept)
        one.add(by[names.indexOf(name)]!, [{ coordinaat: `${type}.${name}`, id: P, aan: [to] }]);
      const madeWith = (name: string): string[] =>
        names.filter((other) => needs.get(`${type}.${other}`)?.includes(name) === true);
      for (const to of SOURCES) {
        const stays = new Set(kept.filter((each) => each.to === to).map(({ name }) => name));
        for (const name of stays) for (const other of madeWith(name)) stays.add(other);
        for (const name of names)
          expect(one.sent({ __typename: type, id: P, [name]: 1 }, to)[name]).toBe(stays.has(name) ? null : 1);
      }
      const unknown = new Set<string>();
      for (const name of names) {
        const at = grond.labels.get(`${type}.${name}`)?.subgraaf as (typeof SOURCES)[number];
        const stays = new Set(kept.filter((each) => each.to === at).map((each) => each.name));
        for (const each of stays) for (const other of madeWith(each)) stays.add(other);
        if ([...stays].some((each) => madeWith(each).includes(name))) unknown.add(name);
      }
      for (const name of unknown) for (const other of madeWith(name)) unknown.add(other);
      for (const name of names) expect([name, one.ontbreekt(`${type}.${name}`, P)]).toEqual([name, unknown.has(name)]);
    },
  );
  fc.assert(drawn, counted(500));
});
