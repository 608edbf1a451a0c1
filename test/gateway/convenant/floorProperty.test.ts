import fc from 'fast-check';
import { checkVloer } from '../../../gateway/convenant/floor/checkVloer';
import { VLOEREN } from '../../../gateway/convenant/floor/vloeren';
import { decideCategorie } from '../../../gateway/decide/decideCategorie';
import type { Situatie } from '../../../gateway/decide/situatie';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Ketenpartner } from '../../../schema/domain/ketenpartner';
import { REGIMES } from '../../../schema/domain/regime';
import { anyConvenantUnder } from './anyVerstrekking';
import { verbroken } from './law';
import { catalogus, partners } from './voorbeeld';
import { counted, runs } from '../../harness/runs';

const stands = (convenant: Convenant, vloer = VLOEREN[convenant.regime]): boolean =>
  checkVloer(convenant, catalogus, partners, vloer).length === 0;

describe.each(REGIMES)('the floor of %s', (regime) => {
  it('lets stand what the law lets stand, and nothing else', () => {
    let stood = 0;
    fc.assert(
      fc.property(anyConvenantUnder(regime), (convenant) => {
        const broken = verbroken(convenant);
        const stand = stands(convenant);
        if (stand) stood += 1;
        expect({ stand, broken }).toEqual({ stand: broken.length === 0, broken });
      }),
      counted(1_500),
    );
    expect(stood).toBeGreaterThan(runs(50));
  });

  const refused = fc
    .sample(anyConvenantUnder(regime), { numRuns: runs(8_000), seed: 20 })
    .filter((one) => !stands(one));

  it.each(Object.keys(VLOEREN[regime]))(
    'needs %s: without it something gets through that no other rule stops',
    (rule) => {
      const { [rule]: _, ...rest } = VLOEREN[regime];
      const through = refused.filter((one) => stands(one, rest));
      expect(through.length).toBeGreaterThan(0);
      for (const one of through) expect(verbroken(one)).not.toEqual([]);
    },
  );
});

describe.each(REGIMES)('what the floor of %s lets stand of a treatment provider', (regime) => {
  it('still asks a recorded ground for each record (MET_GROND)', async () => {
    const givers = ['dimence', 'tactus', 'ggd-ijsselland'].flatMap((id) => partners.get(id) ?? []);
    let secrets = 0;
    for (const convenant of fc.sample(anyConvenantUnder(regime), { numRuns: 24_000, seed: 7 })) {
      for (const naam of convenant.verstrekkingen[0]?.gegevens ?? []) {
        const categorie = catalogus.get(naam);
        const ontvanger = [...partners.values()].find(({ id, soort }) =>
          convenant.verstrekkingen[0]?.aan.some((one) => one === id || one === soort),
        );
        if (categorie === undefined || categorie.grond.length === 0 || ontvanger === undefined) continue;
        if (!stands(convenant)) continue;
        const besluit = await decideCategorie(atTable(convenant, ontvanger, givers), categorie, partners);
        for (const { eigen, bronhouder, beperkingen } of besluit.uitkomst === 'ALLOW' ? besluit.toekenningen : []) {
          if (eigen || !givers.some(({ oin }) => oin === bronhouder)) continue;
          expect(beperkingen).toContain('MET_GROND');
          secrets += 1;
        }
      }
    }
    expect(secrets).toBeGreaterThan(5);
  });
});

/** A seat for this receiver at a running casus under the convenant, to which the givers are party as well. */
function atTable(convenant: Convenant, ontvanger: Ketenpartner, givers: readonly Ketenpartner[]): Situatie {
  const partijen = [...new Set([...givers, ontvanger].map(({ id }) => id))];
  const [een] = convenant.verstrekkingen;
  return {
    ...{ ontvanger, rol: 'DEELNEMER', doel: een?.doelen[0] ?? 'CASUSREGIE', aangewezen: true },
    convenant: { ...convenant, partijen, getekend: partijen },
    casus: {
      ...{ fase: een?.fasen[0] ?? 'CASUSOVERLEG', kader: een?.kaders[0] ?? 'DWANG' },
      ...{ status: 'LOPEND', bevestigd: true },
      tafel: [{ partner: ontvanger.id, medewerker: 'm', rol: 'DEELNEMER' }],
    },
  };
}
