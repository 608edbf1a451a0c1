import fc from 'fast-check';
import type { Beperking } from '../../../schema/domain/beperking';
import type { Delegatie, Verlening } from '../../../schema/domain/delegatie';
import { care } from '../../../subgraphs/care/care';
import { vandaag } from '../../../schema/domain/vandaag';
import type { CareWorld, Grond, Persoonsgegeven, Vrijgave } from '../../../subgraphs/kit/synthetic/world';
import { startPartner, type PartnerUnderTest } from '../../harness/startPartner';
import { asGemeente, GEHEIMHOUDING, POLITIERISICO } from './asGemeente';
import { refill } from './refill';
import { CASUS, careWorld, DIMENCE, grondVoor, persoonVan, smallWorld, TACTUS, VEILIG_THUIS } from './smallWorld';
import { ALLES, casus, hoofdbetrokkene, kringlid, vraagPersoon, zorgadvies } from './vragen';
import { counted } from '../../harness/runs';

/**
 * Non-interference of this source: a row that the requester may not see can be removed, or say anything else, and his
 * answer is the same to the byte. What he may see is worked out here again, apart from the kit.
 */

type Tabel = Exclude<keyof CareWorld, 'koppelingen' | 'gronden' | 'vrijgaven' | 'bezwaren'>;

/** Per table the category of its rows, and of the one column that has a category of its own. */
const TABELLEN: Readonly<
  Record<Tabel, { rij: readonly string[]; kolom?: readonly [name: string, categorie: string] }>
> = {
  bekendheden: { rij: ['zorg.bekend', 'zorg.kringbekend'] },
  trajecten: { rij: ['zorg.trajecten'], kolom: ['behandelstatus', 'zorg.behandelstatus'] },
  diagnosen: { rij: ['zorg.diagnosen'] },
  crisiscontacten: { rij: ['zorg.crisis'], kolom: ['aanleiding', 'zorg.crisisinhoud'] },
  veiligThuisMeldingen: { rij: ['veiligthuis.meldingen'], kolom: ['oordeel', 'veiligthuis.oordeel'] },
  risicotaxaties: { rij: ['zorg.risico'] },
  adviezen: { rij: ['zorg.advies'] },
  huisbezoekafspraken: { rij: ['zorg.huisbezoek'] },
};
const CATEGORIEEN = Object.values(TABELLEN).flatMap(({ rij, kolom }) => [...rij, ...(kolom ? [kolom[1]] : [])]);

const personen = [persoonVan(0), persoonVan(1)];
const bronhouder = fc.constantFrom(DIMENCE, TACTUS, VEILIG_THUIS);
const ontvangers = fc.constantFrom(['gemeente-zwolle'], ['dimence', 'gemeente-zwolle'], ['politie-oost-nederland']);
const categorieen = fc.subarray(CATEGORIEEN, { minLength: 5 });

const verlening: fc.Arbitrary<Verlening[]> = fc
  .record({ categorieen, bronhouder, vrijgegeven: fc.constantFrom(false, false, true) })
  .map(({ categorieen: gekozen, bronhouder: oin, vrijgegeven }) =>
    gekozen.map((categorie) => {
      const beperkingen: Beperking[] = oin === VEILIG_THUIS ? [] : ['MET_GROND'];
      return {
        categorie,
        bronhouder: oin,
        eigen: false,
        beperkingen: vrijgegeven ? [...beperkingen, 'VRIJGEGEVEN'] : beperkingen,
      };
    }),
  );

const grond: fc.Arbitrary<Grond> = fc
  .record({
    persoon: fc.constantFrom(...personen),
    bronhouder,
    ontvangers,
    categorieen,
    tot: fc.constantFrom('2026-02-01', '9999-01-01', '9999-01-01', '9999-01-01'),
    ingetrokkenOp: fc.constantFrom(null, null, null, '2026-02-01'),
    doelen: fc.constantFrom(
      ['ZORG_EN_HULPVERLENING' as const],
      ['BEGELEIDING' as const, 'ZORG_EN_HULPVERLENING' as const],
      [],
    ),
  })
  .map(({ persoon, bronhouder: oin, ...rest }) => grondVoor(persoon, oin, rest));

const rows = smallWorld(2).care;
const records = Object.keys(TABELLEN).flatMap((tabel) => rows[tabel as Tabel].map(({ id }) => id));
const vrijgave: fc.Arbitrary<Vrijgave> = fc.record({
  record: fc.constantFrom(...records),
  casus: fc.constantFrom(CASUS, CASUS, 'casus-2'),
  ontvangers,
  ingetrokkenOp: fc.constantFrom(null, null, '2026-02-01'),
});

const uniek = <T extends { id: string }>(rijen: readonly T[]) => [
  ...new Map(rijen.map((rij) => [rij.id, rij])).values(),
];

interface Geval {
  readonly delegatie: Delegatie;
  readonly gronden: readonly Grond[];
  readonly vrijgaven: readonly Vrijgave[];
}

function magZien({ delegatie, gronden, vrijgaven }: Geval, rij: Persoonsgegeven, categorie: string): boolean {
  const voorMij = (lijst: readonly string[]) => lijst.includes(delegatie.partner);
  const heeftGrond = gronden.some(
    (g) =>
      g.persoon === rij.persoon &&
      g.bronhouder === rij.bronhouder &&
      voorMij(g.ontvangers) &&
      g.categorieen.includes(categorie) &&
      g.doelen.includes('ZORG_EN_HULPVERLENING') &&
      g.tot > vandaag() &&
      g.ingetrokkenOp === null,
  );
  const isVrij = vrijgaven.some(
    (v) => v.record === rij.id && v.casus === CASUS && voorMij(v.ontvangers) && v.ingetrokkenOp === null,
  );
  return delegatie.verleningen.some(
    (v) =>
      v.categorie === categorie &&
      v.bronhouder === rij.bronhouder &&
      (heeftGrond || !v.beperkingen.includes('MET_GROND')) &&
      (isVrij || !v.beperkingen.includes('VRIJGEGEVEN')),
  );
}

/** The rows of the small world as `change` leaves them; those of other casussen stay out of it. */
function changed(
  geval: Geval,
  change: (rij: Persoonsgegeven, zichtbaar: boolean, verborgenKolom: string | null) => object[],
) {
  const tabellen = Object.entries(TABELLEN).map(([tabel, { rij: van, kolom }]) => [
    tabel,
    rows[tabel as Tabel].flatMap((rij) => {
      const zichtbaar = van.some((categorie) => magZien(geval, rij, categorie));
      const verborgen = kolom !== undefined && !magZien(geval, rij, kolom[1]) ? kolom[0] : null;
      return change(rij, zichtbaar, verborgen);
    }),
  ]);
  return Object.fromEntries(tabellen) as Partial<CareWorld>;
}

let bron: PartnerUnderTest;
beforeAll(async () => {
  bron = await startPartner(care, { createWorld: () => smallWorld(2) });
});
afterAll(() => bron.close());

/** A kringlid and a hoofdbetrokkene are two persons here: a category of the one says nothing of the other. */
const R = [
  hoofdbetrokkene(persoonVan(0), 'LAAG'),
  hoofdbetrokkene(persoonVan(1)),
  casus(CASUS),
  kringlid(persoonVan(0)),
  kringlid(persoonVan(1)),
  ...rows.adviezen.map(({ id }) => zorgadvies(id)),
];

test('rows withheld can be removed or changed, and grounds of others too: not a byte differs', async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(verlening, { minLength: 1, maxLength: 5 }).map((lists) => lists.flat()),
      fc.array(grond, { minLength: 2, maxLength: 8 }).map(uniek),
      fc.array(vrijgave, { minLength: 5, maxLength: 20 }),
      async (verleningen, gronden, vrijgaven) => {
        const delegatie = asGemeente([...verleningen, POLITIERISICO, GEHEIMHOUDING]);
        const geval = { delegatie, gronden, vrijgaven };
        const ask = async (world: Partial<CareWorld>) => {
          await refill(bron, careWorld(world));
          const all = await bron.ask(delegatie, ALLES, { r: R });
          const beeld = await bron.ask(delegatie, vraagPersoon('veiligheidsbeeld huisbezoek'), { r: R.slice(0, 2) });
          return `${all.text}\n${beeld.text}`;
        };
        const full = await ask({ ...changed(geval, (rij) => [rij]), gronden, vrijgaven });
        shown += full.split('"bronhouder"').length - 1;

        const removed = changed(geval, (rij, zichtbaar) => (zichtbaar ? [rij] : []));
        expect(await ask({ ...removed, gronden, vrijgaven })).toBe(full);

        const other = changed(geval, (rij, zichtbaar, verborgen) => {
          if (!zichtbaar) return [anders(rij), { ...anders(rij), id: `nog-${rij.id}` }];
          return verborgen === null ? [rij] : [{ ...rij, [verborgen]: 'iets anders' }];
        });
        const voorMij = (lijst: readonly string[]) => lijst.includes(delegatie.partner);
        expect(
          await ask({
            ...other,
            gronden: gronden.filter(({ ontvangers }) => voorMij(ontvangers)),
            vrijgaven: vrijgaven.filter(({ ontvangers }) => voorMij(ontvangers)),
          }),
        ).toBe(full);
      },
    ),
    counted(30),
  );
  // Otherwise it would hold of a source that gives nothing.
  expect(shown).toBeGreaterThan(20);
}, 60_000);

/** The same record, saying something else, and the worst. */
function anders(rij: Persoonsgegeven): object {
  const tekst = Object.entries(rij).map(([name, value]: [string, unknown]): [string, unknown] => {
    if (['id', 'bronhouder', 'persoon', 'casus'].includes(name)) return [name, value];
    if (name === 'niveau') return [name, 'HOOG'];
    if (name === 'wijze') return [name, 'NIET_THUIS'];
    return [name, typeof value === 'string' && /^\d{4}-/.test(value) ? '2026-09-09' : 'iets anders'];
  });
  return Object.fromEntries(tekst);
}
