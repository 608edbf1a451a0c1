import fc from 'fast-check';
import type { Besluit } from '../../../schema/domain/besluit';
import type { Convenant } from '../../../schema/domain/convenant';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { ROLLEN } from '../../../schema/domain/rol';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';
import { createDecider } from '../../../gateway/decide/createDecider';
import { isCovered } from '../../../gateway/decide/isCovered';
import { type Celgrond, Convenantcellen } from '../../../gateway/inzage/cellen/convenantcellen';
import { GEEN, type Situatiepunt, only } from '../../../gateway/inzage/cellen/situaties';
import { readTabel } from '../../../gateway/inzage/verschil/readTabel';
import { anyConvenant } from '../decide/situaties';
import { catalogus, labels, partners } from '../decide/ground';
import { deciderOf, situatieOf, tabeltekst } from './ground';

/** Every situation of the committed table when KETENHUB_DEEP is set (for hours), else this many of them. */
const SAMPLES = 100;
const committed = readTabel(tabeltekst);
const ground = { catalogus, partners, labels };

const punt: fc.Arbitrary<Situatiepunt> = fc.record({
  rol: fc.constantFrom('DEELNEMER', 'CASUSREGISSEUR', ...ROLLEN),
  doel: fc.constantFrom(...DOELEN),
  fase: fc.constantFrom('CASUSOVERLEG', 'VERZAMELEN', ...FASEN),
  kader: fc.constantFrom(...KADERS),
  bevestigd: fc.constantFrom(true, true, false),
});

/** A decision, as far as cells can tell of it. */
function bare(besluit: Besluit): unknown {
  if (besluit.uitkomst !== 'ALLOW') return besluit.uitkomst === 'DENY' ? [besluit.reden, besluit.artikel] : 'UNDECIDED';
  return besluit.toekenningen
    .map(({ bronhouder, eigen, beperkingen, voorwaarden, artikel }) =>
      JSON.stringify([bronhouder, eigen, beperkingen, voorwaarden, artikel]),
    )
    .sort();
}

async function expectSame(
  cellen: Convenantcellen,
  stand: Celgrond,
  decider: ReturnType<typeof createDecider>,
  convenant: Convenant,
  id: string,
  at: Situatiepunt,
): Promise<void> {
  const ontvanger = stand.partners.get(id)!;
  const here = (waar: bigint): boolean => (waar & only(at)) !== GEEN;
  const situatie = situatieOf({ ...committed, ...stand }, convenant, ontvanger, at);
  const table = await decider.decide(situatie);
  // Only what differs is held against nothing: tens of thousands of expectations would take longer than the deciding.
  const wrong: unknown[] = [];
  const compare = (what: string, cell: unknown, rule: unknown): void => {
    if (JSON.stringify(cell) !== JSON.stringify(rule)) wrong.push({ what, cell, rule });
  };
  for (const naam of stand.catalogus.keys()) {
    const { wegen, verleend, weigeringen } = cellen.categorie(ontvanger, naam);
    const open = wegen.filter(({ waar }) => here(waar));
    const refused = weigeringen.filter(({ waar }) => here(waar));
    compare(naam, [here(verleend), refused.length], [open.length > 0, open.length > 0 ? 0 : 1]);
    const lines = open.map((weg) =>
      JSON.stringify([weg.van.oin, weg.eigen, weg.beperkingen, weg.voorwaarden, weg.artikel]),
    );
    const why = refused.flatMap(({ reden, artikel }) => [reden, artikel]);
    compare(naam, open.length > 0 ? lines.sort() : why, bare(table.categorie(naam)));
  }
  for (const subgraaf of SUBGRAVEN) {
    const host = await decider.decideHost(situatie, subgraaf);
    for (const naam of stand.catalogus.keys()) {
      const may = host?.categorie(naam).uitkomst === 'ALLOW';
      compare(`${subgraaf} is told ${naam}`, here(cellen.verteld(subgraaf, naam)), may);
    }
  }
  for (const label of stand.labels.values()) {
    const may = table.coordinaat(label.coordinaat).uitkomst === 'ALLOW';
    compare(label.coordinaat, here(cellen.coordinaat(ontvanger, label)), may);
  }
  const inside = ontvanger.account && (await isCovered(situatie, stand.catalogus));
  compare('let in', here(cellen.toegang(ontvanger)), inside);
  expect(wrong).toEqual([]);
}

describe('the cells are what the rules decide', () => {
  test(
    'of the committed table, for every receiver, rol, doel, fase and kader, confirmed or not',
    async () => {
      const decider = deciderOf(committed);
      const cells = new Map(committed.convenanten.map((one) => [one, new Convenantcellen(committed, one)]));
      const check = (convenant: Convenant, id: string, at: Situatiepunt): Promise<void> =>
        expectSame(cells.get(convenant)!, committed, decider, convenant, id, at);
      if (process.env['KETENHUB_DEEP'] !== undefined) {
        for (const convenant of committed.convenanten)
          for (const id of committed.partners.keys())
            for (const rol of ROLLEN)
              for (const doel of DOELEN)
                for (const fase of FASEN)
                  for (const kader of KADERS)
                    for (const bevestigd of [true, false])
                      await check(convenant, id, { rol, doel, fase, kader, bevestigd });
        return;
      }
      const any = fc.constantFrom(...committed.convenanten);
      await fc.assert(fc.asyncProperty(any, fc.constantFrom(...committed.partners.keys()), punt, check), {
        numRuns: SAMPLES,
      });
    },
    process.env['KETENHUB_DEEP'] === undefined ? 60_000 : 86_400_000,
  );

  test('of any convenant at all, also one that the floor would refuse', async () => {
    await fc.assert(
      fc.asyncProperty(anyConvenant, fc.constantFrom(...partners.keys()), punt, async (convenant, id, at) => {
        const decider = createDecider({ ...ground, digest: 'any' });
        await expectSame(new Convenantcellen(ground, convenant), ground, decider, convenant, id, at);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
