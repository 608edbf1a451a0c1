import fc from 'fast-check';
import { buildSchema, graphql } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { shield } from 'graphql-shield';
import { decideCategorie } from '../../../gateway/decide/decideCategorie';
import { ruleTree } from '../../../gateway/decide/ruleTree';
import type { Situatie } from '../../../gateway/decide/situatie';
import { vragen } from '../../../gateway/decide/vragen';
import { catalogus, convenant, partners } from './ground';
import { anyConvenant, situatieUnder } from './situaties';

/** The same rules as stock shield runs them: as middleware on a field that is there to be refused. */
const guarded = applyMiddleware(
  buildSchema('type Query { geheim: Boolean }'),
  shield({ Query: { geheim: ruleTree } }, { fallbackError: 'geweigerd' }),
);

async function stockAllows(s: Situatie, naam: string): Promise<boolean> {
  const categorie = catalogus.get(naam)!;
  for (const vraag of vragen(s, categorie, partners)) {
    const { data } = await graphql({
      schema: guarded,
      source: '{ geheim }',
      rootValue: { geheim: true },
      contextValue: { ...vraag },
    });
    if (data?.['geheim'] === true) return true;
  }
  return false;
}

test('mounted with stock shield() the rules allow and deny as the table says', async () => {
  const naam = fc.constantFrom(...[...catalogus.values()].filter((c) => c.betreft !== 'ZELF').map((c) => c.naam));
  let allowed = 0;
  let denied = 0;
  await fc.assert(
    fc.asyncProperty(
      situatieUnder(fc.oneof({ weight: 3, arbitrary: fc.constant(convenant) }, { weight: 1, arbitrary: anyConvenant })),
      naam,
      async (s, categorie) => {
        const { uitkomst } = await decideCategorie(s, catalogus.get(categorie)!, partners);
        const allows = await stockAllows(s, categorie);
        expect({ categorie, uitkomst }).toEqual({ categorie, uitkomst: allows ? 'ALLOW' : 'DENY' });
        if (allows) allowed += 1;
        else denied += 1;
      },
    ),
    { numRuns: 300, seed: 20261122 },
  );
  expect(allowed).toBeGreaterThan(10);
  expect(denied).toBeGreaterThan(10);
});
