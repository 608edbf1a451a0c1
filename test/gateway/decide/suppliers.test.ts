import type { Verstrekking } from '../../../schema/domain/convenant';
import { createDecider } from '../../../gateway/decide/createDecider';
import { decideCategorie } from '../../../gateway/decide/decideCategorie';
import { catalogus, convenant, labels, partners, situatie } from './ground';

/** Whose records a verstrekking gives, and under which article: by name, or by kind, and never of a kind that has none. */
const CATEGORIE = catalogus.get('zorg.crisis')!;
const om = partners.get('om-oost-nederland')!;
const parties = convenant.partijen.map((id) => partners.get(id)!);
const holders = parties.filter(({ soort }) => CATEGORIE.bronnen.includes(soort));

const of = (...verstrekkingen: Partial<Verstrekking>[]): typeof convenant => ({
  ...convenant,
  verstrekkingen: verstrekkingen.map((over) => ({
    ...convenant.verstrekkingen[0]!,
    aan: ['OM'],
    rollen: null,
    gegevens: [CATEGORIE.naam],
    doelen: ['STRAFRECHTELIJKE_HANDHAVING'],
    fasen: ['CASUSOVERLEG'],
    kaders: ['DWANG'],
    beperkingen: [],
    voorwaarden: [],
    ...over,
  })),
});
const decide = async (under: typeof convenant, ontvanger = om) =>
  decideCategorie(situatie({ ontvanger, convenant: under }), CATEGORIE, partners);
const givers = async (...given: Parameters<typeof decide>): Promise<string[]> => {
  const besluit = await decide(...given);
  return besluit.uitkomst === 'ALLOW' ? besluit.toekenningen.map(({ bronhouder }) => bronhouder).toSorted() : [];
};

test('there are several that hold it, of more kinds than one (control)', () => {
  expect(holders.length).toBeGreaterThan(1);
  expect(new Set(holders.map(({ soort }) => soort)).size).toBeGreaterThan(1);
});

test('a verstrekking gives what those hold whom it names, or whose kind it names, and nobody else', async () => {
  const names = [...holders.slice(0, 2).flatMap(({ id, soort }) => [id, soort]), 'POLITIE', om.id];
  for (let set = 0; set < 2 ** names.length; set += 1) {
    const van = names.filter((_, at) => (set >> at) % 2 === 1);
    const expected = holders.filter(({ id, soort }) => van.includes(id) || van.includes(soort)).map(({ oin }) => oin);
    expect({ van, givers: await givers(of({ van: van })) }).toEqual({
      van,
      givers: expected.toSorted(),
    });
  }
});

test('a bronhouder has his own, and beside it what another gives him', async () => {
  const [own, other] = [holders[0]!, holders.find(({ soort }) => soort !== holders[0]!.soort)!];
  const besluit = await decide(of({ van: [other.id], aan: [own.soort] }), own);
  expect(besluit).toMatchObject({
    uitkomst: 'ALLOW',
    toekenningen: expect.arrayContaining([
      expect.objectContaining({ bronhouder: own.oin, eigen: true }),
      expect.objectContaining({ bronhouder: other.oin, eigen: false }),
    ]) as unknown,
  });
});

test('what is given names each article by which it is, once', async () => {
  const [one, other] = [holders[0]!, holders.find(({ soort }) => soort !== holders[0]!.soort)!];
  const under = of(
    { van: [one.id], artikel: 'A 1' },
    { van: [other.id], artikel: 'B 2' },
    { van: [other.id], artikel: 'A 1' },
  );
  const besluit = await decide(under);
  expect(besluit).toMatchObject({ uitkomst: 'ALLOW', artikel: 'A 1; B 2' });
});

test('what is refused names the article of the verstrekking that came nearest, and of equals the first', async () => {
  const van = [holders[0]!.id];
  const under = of(
    { van, artikel: 'ver', doelen: ['BEGELEIDING'] },
    { van, artikel: 'eerste', fasen: ['UITVOERING'] },
    { van, artikel: 'tweede', fasen: ['UITVOERING'] },
  );
  expect(await decide(under)).toMatchObject({ uitkomst: 'DENY', reden: 'FASE_NIET_GEDEKT', artikel: 'eerste' });
});

test('decisions outside a casus go by another name for each who differs in anything that decides them', () => {
  const decider = createDecider({ catalogus, partners, labels, digest: 'd' });
  const names = [
    decider.outsideCasus(true),
    decider.outsideCasus(false),
    decider.outsideCasus(true, 'AUDITOR'),
    decider.outsideCasus(true, 'PRIVACY_OFFICER'),
    decider.outsideCasus(true, 'AUDITOR', om),
    decider.outsideCasus(true, 'AUDITOR', holders[0]),
  ].map(({ sleutel }) => sleutel);
  expect(new Set(names).size).toBe(names.length);
});
