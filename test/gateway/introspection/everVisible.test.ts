import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isInterfaceType, printSchema, validateSchema } from 'graphql';
import { createDecider } from '../../../gateway/decide/createDecider';
import { everVisible } from '../../../gateway/everVisible';
import { filterSchema } from '../../../gateway/introspection/filterSchema';
import type { Convenant } from '../../../schema/domain/convenant';
import { ROLLEN, type Rol } from '../../../schema/domain/rol';
import { readContract } from '../../oracle/contract';
import { everSeen, hubSeen } from '../../oracle/ooit';
import { catalogus, convenant, labels, partners } from '../decide/ground';
import { anyConvenant } from '../decide/situaties';
import { schema } from '../prune/schema';
import { coordinatesOf, promises, standing } from './coordinates';
import { counted } from '../../harness/runs';

const contract = readContract();
const HUB = readFileSync(join(__dirname, '../../../schema/subgraphs/hub.graphql'), 'utf8');
const RUNS = 24;
const decider = createDecider({ catalogus, partners, labels, digest: 'test' });

const visible = (convenanten: readonly Convenant[], id: string, rollen: readonly Rol[]) =>
  everVisible({ schema, labels, catalogus, partners }, decider, convenanten, partners.get(id)!, rollen);

/** The same by trying every casus there could be. */
function naively(convenanten: readonly Convenant[], id: string, rollen: readonly Rol[]): Set<string> {
  const partner = contract.partners.find((one) => one.id === id)!;
  const raw = convenanten.map((one) => ({
    getekend: one.getekend,
    convenant: {
      convenant: one.id,
      regime: one.regime,
      geldig: { van: one.van, tot: one.tot },
      doelen: one.doelen,
      partijen: one.partijen,
      verstrekkingen: one.verstrekkingen.map(({ rollen: narrowed, ...rest }) =>
        narrowed === null ? rest : { ...rest, rollen: narrowed },
      ),
    },
  }));
  const kijker = { contract, convenanten: raw, partner, rollen };
  return new Set([...everSeen(kijker), ...hubSeen(HUB, kijker)]);
}

/** Who has no account gets no token. */
const withAccount = [...partners.values()].filter(({ account }) => account).map(({ id }) => id);
const kijker = fc.record({
  convenanten: fc.array(fc.oneof(anyConvenant, { weight: 2, arbitrary: fc.constant(convenant) }), { maxLength: 2 }),
  partner: fc.constantFrom('politie-oost-nederland', 'gemeente-zwolle', 'dimence', ...withAccount),
  rollen: fc.oneof(fc.constant<Rol[]>(['DEELNEMER']), fc.subarray([...ROLLEN])),
});

describe('what somebody could ever see', () => {
  test('is what going through every casus finds, and of it stands a valid schema', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(kijker, ({ convenanten, partner, rollen }) => {
        const found = visible(convenanten, partner, rollen);
        expect([...found].sort()).toEqual([...naively(convenanten, partner, rollen)].sort());
        for (const one of found) seen.set(one, (seen.get(one) ?? 0) + 1);
        if (found.size === 0) return;
        const filtered = filterSchema(schema, found);
        expect(validateSchema(filtered)).toEqual([]);
        expect(printSchema(filtered)).toContain('type Query');
        const left = coordinatesOf(filtered);
        expect(left).toEqual(standing(schema, found));
        const interfaces = Object.values(filtered.getTypeMap()).filter(isInterfaceType);
        expect(new Map(interfaces.map((one) => [one.name, Object.keys(one.getFields()).sort()]))).toEqual(
          promises(schema, left),
        );
      }),
      counted(RUNS),
    );
    // The property says something only if much of the graph came by, and none of it always.
    expect(seen.size).toBeGreaterThan(labels.size / 2);
    expect(seen.get('Query.casus')).toBeGreaterThan(0);
    expect(seen.get('Query.casus')).toBeLessThan(RUNS);
  }, 120_000);

  test('is nothing for who is designated in no rol, nor under a convenant that his partner did not sign', () => {
    expect(visible([convenant], 'dimence', []).size).toBe(0);
    const outside = visible([], 'dimence', ['DEELNEMER']);
    expect([...outside]).toContain('Query.mijnCasussen');
    expect([...outside]).not.toContain('Query.casus');
    const unsigned = { ...convenant, getekend: convenant.getekend.filter((id) => id !== 'dimence') };
    expect([...visible([unsigned], 'dimence', ['DEELNEMER'])].sort()).toEqual([...outside].sort());
    expect(visible([convenant], 'dimence', ['DEELNEMER']).size).toBeGreaterThan(outside.size);
  });

  test('has an argument only with what it reads, and no field without an argument that it must have', () => {
    const given = convenant.verstrekkingen.map((one) => ({
      ...one,
      gegevens: one.gegevens.filter((naam) => naam !== 'casus.doeltoets'),
    }));
    const under = { ...convenant, verstrekkingen: given };
    const reading = (coordinaat: string, argument: string, ...gelezen: string[]) => {
      const label = labels.get(coordinaat)!;
      const changed = { ...label, argumenten: { ...label.argumenten, [argument]: gelezen } };
      const grond = { schema, labels: new Map([...labels, [coordinaat, changed]]), catalogus, partners };
      return everVisible(grond, decider, [under], partners.get('gemeente-zwolle')!, ['DEELNEMER']);
    };
    const plain = reading('Casus.overleggen', 'vanaf', 'casus.overleggen');
    expect(plain.has('Casus.overleggen(vanaf:)')).toBe(true);
    for (const gelezen of [['casus.doeltoets'], ['casus.overleggen', 'casus.doeltoets'], []]) {
      const narrowed = reading('Casus.overleggen', 'vanaf', ...gelezen);
      expect([...plain].filter((one) => !narrowed.has(one))).toEqual(['Casus.overleggen(vanaf:)']);
    }
    const shut = reading('Query.casus', 'id', 'casus.doeltoets');
    expect([...shut].filter((one) => /^(Query\.casus|Casus\.|Hoofdbetrokkene\.)/.test(one))).toEqual([]);
  });

  test('takes in what a rol of the chain is given, for who is designated in it alone', () => {
    const plain = visible([convenant], 'gemeente-hardenberg', ['DEELNEMER']);
    const chair = visible([convenant], 'gemeente-hardenberg', ['DEELNEMER', 'PROCESREGISSEUR']);
    expect([...plain].every((one) => chair.has(one))).toBe(true);
    const only = { ...convenant.verstrekkingen[0]!, aan: ['PROCESREGISSEUR'], rollen: null, doelen: convenant.doelen };
    const named = { ...convenant, verstrekkingen: [only] };
    expect(visible([named], 'gemeente-hardenberg', ['DEELNEMER']).has('Query.casus')).toBe(false);
    expect(visible([named], 'gemeente-hardenberg', ['PROCESREGISSEUR']).has('Query.casus')).toBe(true);
  });
});
