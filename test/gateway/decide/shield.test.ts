import fc from 'fast-check';
import { type GraphQLResolveInfo, buildSchema, graphql } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { and, or, rule, shield } from 'graphql-shield';
import { createDecider } from '../../../gateway/decide/createDecider';
import { decideCategorie } from '../../../gateway/decide/decideCategorie';
import { ruleTree } from '../../../gateway/decide/ruleTree';
import type { Situatie, Vraag } from '../../../gateway/decide/situatie';
import { bronIsPartij } from '../../../gateway/decide/rules/bronIsPartij';
import { vragen } from '../../../gateway/decide/vragen';
import { ofMutant, runs } from '../../harness/runs';
import { catalogus, convenant, labels, partners, situatie } from './ground';
import { anyConvenant, situatieUnder } from './situaties';

const ABOUT_A_CASUS: readonly string[] = ['CASUS', 'HOOFDBETROKKENE', 'KRINGLID', 'PROFESSIONAL'];

type Rule = ReturnType<ReturnType<typeof rule>>;
const someSituatie = situatieUnder(
  fc.oneof({ weight: 3, arbitrary: fc.constant(convenant) }, { weight: 1, arbitrary: anyConvenant }),
);

/** The whole tree as stock shield runs it: as middleware on a field that is there to be refused. */
const guarded = applyMiddleware(
  buildSchema('type Query { geheim: Boolean }'),
  shield({ Query: { geheim: ruleTree } }, { fallbackError: 'geweigerd' }),
);

async function stockAllows(s: Situatie, naam: string): Promise<boolean> {
  for (const vraag of vragen(s, catalogus.get(naam)!, partners)) {
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

test('mounted with stock shield() the rules allow and deny each category as the decision says', async () => {
  const naam = fc.constantFrom(
    ...[...catalogus.values()].filter((c) => ABOUT_A_CASUS.includes(c.betreft)).map((c) => c.naam),
  );
  const seen = { ALLOW: 0, DENY: 0 };
  await fc.assert(
    fc.asyncProperty(someSituatie, naam, async (s, categorie) => {
      const { uitkomst } = await decideCategorie(s, catalogus.get(categorie)!, partners);
      const allows = await stockAllows(s, categorie);
      expect({ categorie, uitkomst }).toEqual({ categorie, uitkomst: allows ? 'ALLOW' : 'DENY' });
      seen[allows ? 'ALLOW' : 'DENY'] += 1;
    }),
    { numRuns: runs(300), seed: 20261122 },
  );
  if (!ofMutant) expect(Math.min(seen.ALLOW, seen.DENY)).toBeGreaterThan(10);
});

/** The same rule objects, put one question. Shield's own `and` and `or` put them together below. */
function asked(vraag: Vraag): Rule {
  return rule({ cache: 'no_cache' })((parent: unknown, args: unknown, context: object, info: GraphQLResolveInfo) =>
    ruleTree.resolve(parent as object, args as object, { ...context, ...vraag, _shield: { cache: {} } }, info, {
      debug: false,
    } as Parameters<typeof ruleTree.resolve>[4]),
  );
}

/** An executable mock with a field for each coordinate, each guarded by the rules of its categories. */
async function stockTable(s: Situatie, offset: number): Promise<Map<string, boolean>> {
  const perCategory = new Map<string, ReturnType<typeof or>>();
  for (const categorie of catalogus.values()) {
    // What is about the requester himself, or about the rules, rests on a designation and on no convenant.
    if (!ABOUT_A_CASUS.includes(categorie.betreft)) continue;
    perCategory.set(categorie.naam, or(...[...vragen(s, categorie, partners)].map(asked)));
  }
  const casusOnly = (naam: string): boolean => perCategory.has(naam);
  // A fifth of the coordinates at a time: each run takes others.
  const mocked = [...labels.values()].filter(
    ({ categorieen }, i) => i % 5 === offset % 5 && categorieen.every(casusOnly),
  );
  const names = mocked.map(({ coordinaat }) => coordinaat.replace('.', '_'));
  const rules = mocked.map(({ categorieen }, i) => [
    names[i]!,
    and(...categorieen.map((naam) => perCategory.get(naam)!)),
  ]);
  const schema = applyMiddleware(
    buildSchema(`type Query { ${names.map((name) => `${name}: Boolean`).join(' ')} }`),
    shield(
      { Query: Object.fromEntries(rules) as Record<string, ReturnType<typeof and>> },
      { allowExternalErrors: false },
    ),
  );
  const rootValue = Object.fromEntries(names.map((name) => [name, true]));
  const { data } = await graphql({ schema, source: `{ ${names.join(' ')} }`, rootValue, contextValue: {} });
  return new Map(mocked.map(({ coordinaat }, i) => [coordinaat, data?.[names[i]!] === true]));
}

test('composed per coordinate over an executable mock they find what the table finds', async () => {
  const seen = { ALLOW: 0, DENY: 0, told: 0 };
  await fc.assert(
    fc.asyncProperty(someSituatie, fc.nat(), async (s, offset) => {
      const table = await createDecider({ catalogus, partners, labels, digest: 'test' }).decide(s);
      for (const [coordinaat, allows] of await stockTable(s, offset)) {
        const besluit = table.coordinaat(coordinaat);
        // Whether a host may be told of the question is no rule about its answer: stock shield knows nothing of it.
        if (besluit.uitkomst === 'DENY' && besluit.reden === 'BRON_NIET_AAN_TAFEL') {
          expect({ coordinaat, allows }).toEqual({ coordinaat, allows: true });
          seen.told += 1;
          continue;
        }
        expect({ coordinaat, uitkomst: besluit.uitkomst }).toEqual({ coordinaat, uitkomst: allows ? 'ALLOW' : 'DENY' });
        seen[allows ? 'ALLOW' : 'DENY'] += 1;
      }
    }),
    { numRuns: runs(30), seed: 20261123 },
  );
  if (!ofMutant) expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
}, 60_000);

test('whoever is put before the rules as a supplier must be one: a partij, of a kind that holds it, whom it names', async () => {
  const verstrekking = convenant.verstrekkingen.find(({ gegevens }) => gegevens.includes('politie.incidenten'))!;
  const categorie = catalogus.get('politie.incidenten')!;
  const ask = (more: Partial<Vraag>, under = convenant): Promise<unknown> => {
    const s = { ...situatie(), convenant: under };
    const vraag = { situatie: s, categorie, bron: partners.get('politie-oost-nederland')!, verstrekking, ...more };
    return bronIsPartij.resolve(
      {},
      {},
      { ...vraag, _shield: { cache: {} } },
      {} as GraphQLResolveInfo,
      {
        debug: true,
      } as Parameters<typeof bronIsPartij.resolve>[4],
    );
  };
  expect(await ask({})).toBe(true);
  const others = convenant.partijen.filter((id) => id !== 'politie-oost-nederland');
  for (const refused of [
    ask({}, { ...convenant, partijen: others }),
    ask({ bron: partners.get('dimence')! }),
    ask({ bron: null }),
    ask({ verstrekking: null }),
    ask({ verstrekking: { ...verstrekking, van: ['GGZ'] } }),
    ask({ categorie: { ...categorie, bronnen: ['GGZ'] } }),
  ])
    expect(await refused).toMatchObject({ reden: 'BRON_GEEN_PARTIJ' });
});
