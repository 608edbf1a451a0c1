import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import type { Verzoekcontext } from '../../../gateway/context/openContext';
import { createDecider } from '../../../gateway/decide/createDecider';
import type { Situatie } from '../../../gateway/decide/situatie';
import { explainAnswer } from '../../../gateway/inzage/uitleg/explainAnswer';
import type { Uitlegveld } from '../../../gateway/inzage/uitleg/uitlegveld';
import { prune } from '../../../gateway/prune/prune';
import { readOperation } from '../../../gateway/prune/readOperation';
import { SUBGRAVEN } from '../../../schema/domain/subgraaf';
import { catalogus, labels, partners, situatie } from '../decide/ground';
import { schema } from './ground';

async function explain(query: string, changes: Parameters<typeof situatie>[0]): Promise<Uitlegveld[]> {
  const asked: Situatie = situatie(changes);
  const decider = createDecider({ catalogus, partners, labels, digest: 'd' });
  const table = await decider.decide(asked);
  const told = new Map(
    await Promise.all(SUBGRAVEN.map(async (naam) => [naam, await decider.decideHost(asked, naam)] as const)),
  );
  const document = parse(query);
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.QUERY) throw new Error('expected one query');
  const gesnoeid = prune(schema, readOperation(schema, document, operation, {}), {
    labels,
    coordinaat: (naam) => table.coordinaat(naam),
    categorie: (naam) => table.categorie(naam),
  });
  const context = { soort: 'CASUS', convenant: asked.convenant } as Verzoekcontext;
  const { velden, digest } = explainAnswer({ context, gesnoeid, told }, { labels, partners }, 'd');
  expect(digest).toBe('d');
  return velden;
}
const of = (velden: readonly Uitlegveld[], coordinaat: string): Uitlegveld =>
  velden.find((veld) => veld.coordinaat === coordinaat)!;
const QUERY =
  '{ casus(id: "c") { hoofdbetrokkenen { id naam { voornamen } veiligheidsbeeld mijn: incidenten { soort } } } }';
const ggz = { ontvanger: partners.get('dimence')!, doel: 'ZORG_EN_HULPVERLENING' as const };

describe('what is explained of a query', () => {
  test('each field, by its path, with the article or the reason; a key goes with the object that it names', async () => {
    const velden = await explain(QUERY, ggz);
    expect(velden.map(({ pad, besluit }) => [pad.join('.'), besluit])).toEqual([
      ['casus', 'ALLOW'],
      ['casus.hoofdbetrokkenen', 'ALLOW'],
      ['casus.hoofdbetrokkenen.@.naam', 'ALLOW'],
      ['casus.hoofdbetrokkenen.@.naam.voornamen', 'ALLOW'],
      ['casus.hoofdbetrokkenen.@.veiligheidsbeeld', 'ALLOW'],
      ['casus.hoofdbetrokkenen.@.mijn', 'DENY'],
    ]);
    expect(of(velden, 'Hoofdbetrokkene.incidenten')).toMatchObject({
      categorieen: ['politie.incidenten'],
      reden: 'PARTNER_NIET_GEDEKT',
      beperkingen: [],
      convenant: 'veiligheidshuis-ijsselland',
      versie: '2026.1',
    });
  });

  test('the chain: what the key tells the host of a source, and what a field is worked out from', async () => {
    const { keten, beperkingen, artikel } = of(await explain(QUERY, ggz), 'Hoofdbetrokkene.veiligheidsbeeld');
    expect(beperkingen).toContain('MET_GROND');
    expect(artikel).toContain('WGS 2.30 lid 1 onder 7');
    expect(keten.map(({ partner, categorie, wat, besluit }) => [partner, categorie, wat, besluit])).toEqual([
      ['dimence', 'casus.betrokkenheid', 'SLEUTEL', 'ALLOW'],
      ['dimence', 'politie.risico', 'GEGEVEN', 'ALLOW'],
      ['politie-oost-nederland', 'casus.betrokkenheid', 'SLEUTEL', 'ALLOW'],
    ]);
    expect(of(await explain(QUERY, ggz), 'Hoofdbetrokkene.naam').keten).toEqual([]);
  });

  test('why not: a host that has no seat, and of what is refused for another reason nothing of who sits there', async () => {
    const straf = await explain(QUERY, { ontvanger: partners.get('om-oost-nederland')! });
    const refused = straf.filter(({ besluit, reden }) => besluit === 'DENY' && reden !== 'BRON_NIET_AAN_TAFEL');
    expect(refused.map(({ coordinaat }) => coordinaat)).toContain('Hoofdbetrokkene.veiligheidsbeeld');
    expect(refused.flatMap(({ keten }) => keten)).toEqual([]);
    const tafel = [{ partner: 'dimence', medewerker: 'm', rol: 'DEELNEMER' as const }];
    const away = of(await explain(QUERY, { ...ggz, casus: { tafel } }), 'Hoofdbetrokkene.veiligheidsbeeld');
    expect([away.besluit, away.reden]).toEqual(['DENY', 'BRON_NIET_AAN_TAFEL']);
    expect(away.keten).toMatchObject([
      { aan: 'police', partner: 'politie-oost-nederland', besluit: 'DENY', reden: 'NIET_AAN_TAFEL' },
    ]);
  });

  test('the conditions of a supplier are told with what he gives', async () => {
    const convenant = situatie().convenant;
    const bound = {
      ...convenant,
      verstrekkingen: convenant.verstrekkingen.map((one) =>
        one.gegevens.includes('persoon.naam') ? { ...one, voorwaarden: ['NIET_VASTLEGGEN' as const] } : one,
      ),
    };
    const velden = await explain(QUERY, { ...ggz, convenant: bound });
    expect(of(velden, 'Naam.voornamen').voorwaarden).toEqual(['NIET_VASTLEGGEN']);
    expect(of(velden, 'Query.casus').voorwaarden).toEqual([]);
  });
});
