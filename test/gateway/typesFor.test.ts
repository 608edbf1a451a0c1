import { printSchema } from 'graphql';
import type { Convenant } from '../../schema/domain/convenant';
import { vandaag } from '../../schema/domain/vandaag';
import type { Rol } from '../../schema/domain/rol';
import { createDecider } from '../../gateway/decide/createDecider';
import type { Regels } from '../../gateway/regels/readRegels';
import { createTypesFor } from '../../gateway/typesFor';
import { catalogus, convenant, labels, partners } from './decide/ground';
import { schema } from './prune/schema';

/** The types of one requester are kept: for nobody else, and no longer than the rules and the day that they rest on. */
describe('the types of the graph for one requester', () => {
  const typesFor = createTypesFor({ schema, labels, catalogus, partners });
  const regels = (attest: string, ...convenanten: Convenant[]) =>
    ({
      attest,
      convenanten,
      decider: createDecider({ catalogus, partners, labels, digest: attest }),
    }) as unknown as Regels;
  const wie = (id: string, ...rollen: Rol[]) => ({
    verzoeker: { medewerker: 'm', partner: partners.get(id)!, jti: 'j', exp: 0 },
    aanwijzingen: rollen.map((rol) => ({ partner: id, rol })),
  });
  const text = (...args: Parameters<typeof typesFor>) => {
    const types = typesFor(...args);
    return types === null ? '' : printSchema(types);
  };

  test('are worked out once for each partner and set of rollen', () => {
    const rules = regels('een', convenant);
    const first = typesFor(rules, wie('dimence', 'DEELNEMER', 'MELDER'));
    expect(typesFor(rules, { ...wie('dimence', 'MELDER', 'DEELNEMER', 'MELDER') })).toBe(first);
    expect(typesFor(rules, wie('tactus', 'DEELNEMER', 'MELDER'))).not.toBe(first);
    expect(text(rules, wie('dimence', 'DEELNEMER', 'AUDITOR'))).toContain('attest');
    expect(text(rules, wie('dimence', 'DEELNEMER', 'MELDER'))).not.toContain('attest');
  });

  test('are nothing for who is designated in no rol, asked before or after somebody who is', () => {
    const rules = regels('twee', convenant);
    expect(typesFor(rules, wie('dimence'))).toBeNull();
    expect(typesFor(rules, wie('dimence', 'DEELNEMER'))).not.toBeNull();
    expect(typesFor(rules, wie('dimence'))).toBeNull();
  });

  test('follow the rules: what closes is gone at once, and what is not in force never was there', () => {
    const open = regels('open', convenant);
    expect(text(open, wie('dimence', 'DEELNEMER'))).toContain('type Casus ');
    const closed = { ...convenant, getekend: convenant.getekend.filter((id) => id !== 'dimence') };
    expect(text(regels('dicht', closed), wie('dimence', 'DEELNEMER'))).not.toContain('type Casus ');
    const today = vandaag();
    const [over, komend] = [
      { ...convenant, tot: today },
      { ...convenant, van: '2999-01-01', tot: '2999-12-31' },
    ];
    expect(text(regels('niet', over, komend), wie('dimence', 'DEELNEMER'))).not.toContain('type Casus ');
    expect(text(regels('wel', over, { ...convenant, van: today }), wie('dimence', 'DEELNEMER'))).toContain(
      'type Casus ',
    );
  });
});
