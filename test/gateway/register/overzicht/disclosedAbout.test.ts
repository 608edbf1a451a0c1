import fc from 'fast-check';
import { groupInzage } from '../../../../gateway/cli/register/inzage/groupInzage';
import { inzageHtml } from '../../../../gateway/cli/register/inzage/inzageHtml';
import { printInzage } from '../../../../gateway/cli/register/inzage/printInzage';
import { cutBlad } from '../../../../gateway/register/overzicht/blad';
import { readVerstrekt, shownOf } from '../../../../gateway/register/overzicht/disclosedAbout';
import type { Registerregel, Verstrekkingsregel } from '../../../../schema/domain/registerregel';
import { counted, runs } from '../../../harness/runs';
import { exampleRegel, exampleVerstrekking } from '../exampleRegel';
import { type Written, sealedRegister, sleutelVan } from './sealedRegister';

const RUNS = runs(80);

const OINS = ['gemeente', 'politie', 'ggz', 'om'] as const;
const PERSONEN = ['ik', 'ander'] as const;
const CASUSSEN = ['c-1', 'c-2'] as const;
const CATEGORIEEN = ['casus.betrokkenheid', 'zorg.advies', 'politie.incidenten', 'kring.naam'] as const;
const isAboutPersons = (categorie: string): boolean => categorie !== 'kring.naam';

const verstrekking: fc.Arbitrary<Verstrekkingsregel> = fc
  .record({
    bronhouder: fc.constantFrom(...OINS),
    categorie: fc.constantFrom(...CATEGORIEEN),
    persoon: fc.constantFrom(...PERSONEN, null),
    artikel: fc.constantFrom('WGS 2.30', ''),
    eigen: fc.boolean(),
    aantal: fc.nat({ max: 2 }),
  })
  .map((one) => exampleVerstrekking(one));

const line: fc.Arbitrary<Registerregel> = fc
  .record({
    soort: fc.constantFrom('ANTWOORD', 'ANTWOORD', 'VOORNEMEN', 'INZAGE'),
    verzoek: fc.constantFrom('v-1', 'v-2', 'v-3'),
    partner: fc.constantFrom('politie-oost', 'dimence'),
    medewerker: fc.constantFrom('m-1', 'm-2'),
    naar: fc.constantFrom('politie', null),
    casus: fc.constantFrom(...CASUSSEN, null),
    doel: fc.constantFrom('BEGELEIDING', 'CASUSREGIE'),
    kader: fc.constantFrom('DWANG', null),
    verstrekkingen: fc.array(verstrekking, { maxLength: 4 }),
  })
  .map((one) => exampleRegel({ ...one, weigeringen: [] }));

/** A day later each, so that of one line no other says what became of it. */
const at = (index: number): string =>
  new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 3), 12, index % 3)).toISOString();
const register = (lines: readonly Registerregel[]): Written[] =>
  lines.map((regel, index) => ({ regel, tijdstip: at(index), id: `bewijs-${String(index)}` }));

/** The answer in every form in which it leaves, as bytes. */
async function answerOf(lines: readonly Written[], mayTell: (oin: string) => boolean): Promise<string> {
  const reader = sealedRegister(lines);
  const regels = shownOf(await readVerstrekt(reader, sleutelVan('ik').id, isAboutPersons), mayTell, isAboutPersons);
  const told = regels.map((regel) => ({ ...regel, label: regel.categorie }));
  const pages = [0, 1, 3].map((vanaf) => cutBlad(told, vanaf));
  const head = { dossier: 'D-0000-0000-0000', gemaakt: '2026-11-28' };
  const verstrekkingen = groupInzage(told);
  return [JSON.stringify(pages), printInzage(head, verstrekkingen), inzageHtml(head, verstrekkingen)].join('\n');
}

/** The same world, had these bronhouders never given anything. */
function withoutGiftsOf(lines: readonly Written[], silent: ReadonlySet<string>): Written[] {
  return lines.flatMap(({ regel, ...rest }) => {
    const verstrekkingen = regel.verstrekkingen.filter(({ bronhouder, eigen }) => eigen || !silent.has(bronhouder));
    const gone = verstrekkingen.length === 0 && regel.verstrekkingen.length > 0;
    return gone ? [] : [{ ...rest, regel: { ...regel, verstrekkingen } }];
  });
}

describe('an answer to an inzageverzoek', () => {
  test('of a bronhouder that does not let know, there is no gap and no count: it is that of a world without it', async () => {
    let differed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), fc.subarray([...OINS]), async (lines, willing) => {
        const mayTell = (oin: string): boolean => willing.some((one) => one === oin);
        const silent = new Set(OINS.filter((oin) => !mayTell(oin)));
        const world = register(lines);
        const shown = await answerOf(world, mayTell);
        expect(shown).toBe(await answerOf(withoutGiftsOf(world, silent), mayTell));
        if (shown !== (await answerOf(world, () => true))) differed += 1;
      }),
      counted(80),
    );
    expect(differed).toBeGreaterThan(RUNS / 20);
  });

  test('other persons, medewerkers and casussen are not in it, whatever happens to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
        const others = lines.map((regel) => {
          const mine = regel.verstrekkingen.filter(({ persoon }) => persoon !== 'ander');
          return { ...regel, medewerker: `x-${regel.medewerker ?? ''}`, verstrekkingen: mine };
        });
        const shown = await answerOf(register(lines), () => true);
        expect(shown).toBe(await answerOf(register(others), () => true));
        for (const secret of ['ander', 'sleutel-', 'm-1', 'm-2', 'c-1', 'c-2', 'bewijs-', 'v-1']) {
          expect(shown).not.toContain(secret);
        }
      }),
      { numRuns: RUNS },
    );
  });

  const mine = (over: Partial<Registerregel> = {}, given: Partial<Verstrekkingsregel> = {}): Registerregel =>
    exampleRegel({
      casus: 'c-1',
      verstrekkingen: [
        exampleVerstrekking({ persoon: 'ik', bronhouder: 'gemeente', categorie: 'casus.betrokkenheid', ...given }),
      ],
      ...over,
    });
  const shown = async (lines: readonly Written[]) =>
    shownOf(
      await readVerstrekt(sealedRegister(lines), sleutelVan('ik').id, isAboutPersons),
      () => true,
      isAboutPersons,
    );

  test('what was withdrawn is no disclosure; what may not have arrived is told as such', async () => {
    const later = (regel: Partial<Registerregel>): Written => ({
      regel: exampleRegel({ verstrekkingen: [], weigeringen: [], ...regel }),
      tijdstip: '2026-01-01T12:00:02.000Z',
    });
    const answer = { regel: mine(), tijdstip: '2026-01-01T12:00:00.000Z', id: 'b' };
    expect(await shown([answer])).toMatchObject([{ aangekomen: true, niets: false, weg: 'ANTWOORD' }]);
    expect(await shown([answer, later({ soort: 'NIET_VRIJGEGEVEN', betreft: 'b' })])).toEqual([]);
    const lost = later({ soort: 'NIET_AFGELEVERD', casus: null });
    expect(await shown([answer, lost])).toMatchObject([{ aangekomen: false }]);
    const another = later({ soort: 'NIET_AFGELEVERD', verzoek: 'vrz-2' });
    expect(await shown([answer, another])).toMatchObject([{ aangekomen: true }]);
  });

  test('that there is none is told as such, to the host of a source as to who asked, unless the same day told more', async () => {
    const told = (soort: 'ANTWOORD' | 'VOORNEMEN', aantal: number): Written => ({
      regel: mine({ soort, naar: 'politie' }, { aantal }),
      tijdstip: '2026-01-01T12:00:00.000Z',
    });
    expect(await shown([told('VOORNEMEN', 0), told('ANTWOORD', 0)])).toMatchObject([
      { weg: 'BRON', niets: true },
      { weg: 'ANTWOORD', niets: true },
    ]);
    expect(await shown([told('VOORNEMEN', 0), told('VOORNEMEN', 1)])).toMatchObject([{ weg: 'BRON', niets: false }]);
  });

  test('own data is none; what moved to the host of a source is, and stays so if the answer never left', async () => {
    const tijdstip = '2026-01-01T22:59:00.000Z';
    expect(await shown([{ regel: mine({}, { eigen: true }), tijdstip }])).toEqual([]);
    const intent = { regel: mine({ soort: 'VOORNEMEN', naar: 'politie' }), tijdstip, id: 'b' };
    const withdrawn = {
      regel: exampleRegel({ soort: 'NIET_VRIJGEGEVEN', betreft: 'b', verstrekkingen: [] }),
      tijdstip,
    };
    expect(await shown([intent, withdrawn])).toMatchObject([{ weg: 'BRON', aan: 'politie', dag: '2026-01-01' }]);
    expect(await shown([{ regel: mine({ soort: 'VOORNEMEN', naar: null }), tijdstip }])).toEqual([]);
    // A day is one of Amsterdam.
    const late = { regel: mine(), tijdstip: '2026-01-01T23:30:00.000Z' };
    expect(await shown([late])).toMatchObject([{ dag: '2026-01-02' }]);
  });

  test('an advies that stands on the casus counts for who was told of as its hoofdbetrokkene', async () => {
    const tijdstip = at(0);
    const advies = { regel: mine({}, { persoon: null, categorie: 'zorg.advies', bronhouder: 'ggz' }), tijdstip };
    expect(await shown([advies])).toEqual([]);
    const told = await shown([{ regel: mine(), tijdstip }, advies]);
    expect(told.map(({ categorie, betreft }) => [categorie, betreft])).toEqual([
      ['casus.betrokkenheid', 'PERSOON'],
      ['zorg.advies', 'CASUS'],
    ]);
    expect(await shown([{ regel: mine({}, { categorie: 'kring.naam' }), tijdstip }, advies])).toHaveLength(1);
  });
});
