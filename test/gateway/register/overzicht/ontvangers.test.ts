import { readOntvangers } from '../../../../gateway/register/overzicht/readOntvangers';
import { openReader } from '../../../../gateway/register/reader/openReader';
import { openWriter } from '../../../../gateway/register/writer/openWriter';
import type { Recordinhoud, Registerregel, Verstrekkingsregel } from '../../../../schema/domain/registerregel';
import { exampleRegel, exampleVerstrekking } from '../exampleRegel';
import { onEachBackend } from '../onEachBackend';
import { type Written, sealedRegister } from './sealedRegister';

const POLITIE = { oin: 'oin-politie' };
const row = (inhoud = 'v1', over: Partial<Recordinhoud> = {}): Recordinhoud => {
  return { type: 'Incident', verwijzing: 'r-1', inhoud, ...over };
};
const given = (records: readonly Recordinhoud[], over: Partial<Verstrekkingsregel> = {}) =>
  exampleVerstrekking({ bronhouder: POLITIE.oin, persoon: 'p-1', records, ...over });
const line = (verstrekkingen: readonly Verstrekkingsregel[], over: Partial<Registerregel> = {}) =>
  exampleRegel({ partner: 'dimence', medewerker: 'm-1', casus: 'c-1', weigeringen: [], verstrekkingen, ...over });
const on = (dag: string, regel: Registerregel, id?: string): Written => {
  return { regel, tijdstip: `${dag}T12:00:00.000Z`, ...(id === undefined ? {} : { id }) };
};

const vraag = { soort: 'Incident', verwijzing: 'r-1', op: { persoon: 'p-1' } } as const;
type Vraag = Parameters<typeof readOntvangers>[2];
const told = (lines: readonly Written[], over: Partial<Vraag> = {}) =>
  readOntvangers(sealedRegister(lines), POLITIE, { ...vraag, ...over });
const toWhom = async (lines: readonly Written[], over: Partial<Vraag> = {}) =>
  (await told(lines, over)).map(({ aan }) => aan);

describe('who got a record that was found wrong', () => {
  test('by day, partner, kind of datum and way, with a code that is equal where the same was given', async () => {
    const regels = await told([
      on('2026-03-01', line([given([row()])])),
      // Twice on a day is told once; another version of it is another row.
      on('2026-03-01', line([given([row()], { coordinaat: 'Incident.soort' })])),
      on('2026-03-01', line([given([row('v2')])])),
      on('2026-03-02', line([given([row()])], { partner: 'tactus' })),
    ]);
    const [first, changed] = [...new Set(regels.map(({ versie }) => versie))];
    const what = { aan: 'dimence', categorie: 'politie.incidenten', weg: 'ANTWOORD', berekend: null, aangekomen: true };
    expect(regels.map(({ dag, aan, versie }) => [dag, aan, versie]).sort()).toEqual(
      [
        ['2026-03-01', 'dimence', first],
        ['2026-03-01', 'dimence', changed],
        ['2026-03-02', 'tactus', regels.at(-1)?.versie],
      ].sort(),
    );
    expect(regels).toContainEqual({ dag: '2026-03-01', ...what, versie: regels.at(-1)?.versie });
    for (const { versie } of regels) expect(versie).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(regels)).not.toMatch(/p-1|r-1|m-1|c-1|v1|v2/);
  });

  test('what was worked out of it counts, whatever it is called, without a version: rows of others are in it too', async () => {
    const beeld = (inhoud: string) => given([row(inhoud, { type: 'Hoofdbetrokkene.veiligheidsbeeld' })], { categorie: 'politie.risico' }); // oxfmt-ignore
    const lines = [
      on('2026-03-01', line([beeld('w1')])),
      on('2026-03-01', line([beeld('w2')])),
      on('2026-03-02', line([given([row('w3', { type: 'Hoofdbetrokkene.veiligheidsrisico' })])], { soort: 'VOORNEMEN', partner: 'gemeente', naar: 'oin-ggz' })), // oxfmt-ignore
    ];
    const expected = [
      ['dimence', 'ANTWOORD', 'Hoofdbetrokkene.veiligheidsbeeld', null],
      ['oin-ggz', 'BRON', 'Hoofdbetrokkene.veiligheidsrisico', null],
    ];
    for (const soort of ['Incident', 'Hoofdbetrokkene.veiligheidsrisico']) {
      const regels = await told(lines, { soort });
      expect(regels.map(({ aan, weg, berekend, versie }) => [aan, weg, berekend, versie])).toEqual(expected);
    }
  });

  test('of a casus, what stands on it and on no person', async () => {
    const actie = row('v1', { type: 'Actie' });
    const lines = [
      on('2026-03-01', line([given([actie], { persoon: null, categorie: 'casus.acties' })])),
      on('2026-03-02', line([given([actie], { persoon: null })], { casus: 'c-2', partner: 'tactus' })),
      on('2026-03-03', line([given([actie])], { partner: 'rvdk' })),
    ];
    expect(await toWhom(lines, { soort: 'Actie', op: { casus: 'c-1' } })).toEqual(['dimence']);
    expect(await toWhom(lines, { soort: 'Actie', op: { casus: 'c-2' } })).toEqual(['tactus']);
    expect(await toWhom(lines, { soort: 'Actie' })).toEqual(['rvdk']);
  });

  test('what stands on a person himself, by its field, of whichever kind he was there', async () => {
    const naam = (coordinaat: string, over: Partial<Verstrekkingsregel> = {}) => given([], { coordinaat, categorie: 'persoon.naam', ...over }); // oxfmt-ignore
    const lines = [
      on('2026-03-01', line([naam('Hoofdbetrokkene.weergavenaam'), naam('Hoofdbetrokkene.bsn')])),
      on('2026-03-02', line([naam('Kringlid.weergavenaam')], { partner: 'tactus' })),
      on(
        '2026-03-03',
        line([naam('Hoofdbetrokkene.weergavenaam', { bronhouder: 'oin-gemeente' })], { partner: 'rvdk' }),
      ),
      on('2026-03-03', line([naam('Hoofdbetrokkene.weergavenaam', { eigen: true })], { partner: 'politie-oost' })),
      on('2026-03-04', line([naam('Hoofdbetrokkene.weergavenaam', { persoon: 'p-2' })], { partner: 'reclassering' })),
      on('2026-03-05', line([naam('Incident.weergavenaam')], { partner: 'om' })),
    ];
    const self = { verwijzing: null, soort: 'Hoofdbetrokkene.weergavenaam' };
    expect(await toWhom(lines, self)).toEqual(['dimence', 'tactus']);
    expect(await toWhom(lines, { ...self, soort: 'Kringlid.bsn' })).toEqual(['dimence']);
    expect(await told(lines, { ...self, op: { casus: 'c-1' } })).toEqual([]);
  });

  test('not what another gave, though it has the same name and went in the same answer', async () => {
    const others = { bronhouder: 'oin-om', categorie: 'justitie.zaken' };
    const mixed = line([given([row()]), given([row()], others)]);
    expect((await told([on('2026-03-01', mixed)])).map(({ categorie }) => categorie)).toEqual(['politie.incidenten']);
    expect(await told([on('2026-03-01', line([given([row()], others)]))])).toEqual([]);
  });

  test('not what his own medewerkers saw of it', async () => {
    const eigen = given([row()], { eigen: true });
    expect(await told([on('2026-03-01', line([eigen], { partner: 'politie-oost' }))])).toEqual([]);
    const zaak = line([{ ...eigen, persoon: null }], { partner: 'politie-oost' });
    expect(await told([on('2026-03-01', zaak)], { op: { casus: 'c-1' } })).toEqual([]);
  });

  test('not what was made ready and never left; what may not have arrived is told as that', async () => {
    const ready = on('2026-03-01', line([given([row()])], { verzoek: 'q' }), 'b');
    const after = (soort: 'NIET_VRIJGEGEVEN' | 'NIET_AFGELEVERD') =>
      on('2026-03-01', line([], { soort, betreft: soort === 'NIET_VRIJGEGEVEN' ? 'b' : null, verzoek: 'q' }));
    expect(await told([ready, after('NIET_VRIJGEGEVEN')])).toEqual([]);
    const zaak = on('2026-03-01', line([given([row()], { persoon: null })]), 'b');
    expect(await toWhom([zaak], { op: { casus: 'c-1' } })).toEqual(['dimence']);
    expect(await told([zaak, after('NIET_VRIJGEGEVEN')], { op: { casus: 'c-1' } })).toEqual([]);
    expect(await told([ready, after('NIET_AFGELEVERD')])).toMatchObject([{ aan: 'dimence', aangekomen: false }]);
    // It was given again, and then it did arrive.
    const again = on('2026-03-01', line([given([row()])], { verzoek: 'q2' }));
    expect(await told([ready, after('NIET_AFGELEVERD'), again])).toMatchObject([{ aangekomen: true }]);
    // A request that was refused, or a look, moved nothing.
    for (const soort of ['GEWEIGERD', 'INZAGE'] as const) {
      expect(await told([on('2026-03-01', line([given([row()])], { soort }))])).toEqual([]);
    }
  });

  test('a person or record that is not there, another kind and what nobody got all look alike', async () => {
    const lines = [on('2026-03-01', line([given([row()]), given([], { persoon: 'p-2' })]))];
    expect(await toWhom(lines)).toEqual(['dimence']);
    for (const over of [
      { verwijzing: 'r-2' },
      { soort: 'Verdenking' },
      { op: { persoon: 'p-2' } },
      { op: { persoon: 'p-3' } },
      { op: { casus: 'c-1' } },
      { op: { casus: 'c-9' } },
    ] as const) {
      expect(await told(lines, over)).toEqual([]);
    }
  });
});

onEachBackend('who got a record that was found wrong', (create) => {
  it('is found by the real reader in what the real writer sealed, on a person and on a casus', async () => {
    const { options, rows, run } = await create();
    const writer = await openWriter(options);
    const beeld = row('w', { type: 'Hoofdbetrokkene.veiligheidsbeeld' });
    await writer.append(line([given([row(), beeld]), given([row('v1', { type: 'Actie' })], { persoon: null })]));
    const lost = await writer.append(line([given([row('v2')])], { partner: 'tactus' }));
    await writer.append(line([], { soort: 'NIET_VRIJGEGEVEN', partner: 'tactus', betreft: lost.id }));
    await writer.append(line([given([row()], { eigen: true })], { partner: 'politie-oost' }));
    await writer.close();
    const reader = openReader(options, options.key);
    try {
      const found = await readOntvangers(reader, POLITIE, vraag);
      expect(found.map(({ aan, berekend }) => [aan, berekend])).toEqual([
        ['dimence', 'Hoofdbetrokkene.veiligheidsbeeld'],
        ['dimence', null],
      ]);
      const zaak = { ...vraag, soort: 'Actie', op: { casus: 'c-1' } } as const;
      expect((await readOntvangers(reader, POLITIE, zaak)).map(({ aan }) => aan)).toEqual(['dimence']);
      expect(await readOntvangers(reader, { oin: 'oin-ggz' }, vraag)).toEqual([]);
      // Of whom the key was destroyed nothing can be told any more.
      if (options.databaseUrl === null) await run('drop trigger persoonsleutel_delete');
      await run('delete from persoonsleutel');
      expect(await readOntvangers(reader, POLITIE, vraag)).toEqual([]);
      // Between quotes: what is sealed is random, and could hold as few letters anywhere.
      expect(JSON.stringify((await rows()).inhoud)).not.toMatch(/"(p-1|r-1)\\*"/);
    } finally {
      await reader.close();
    }
  });
});
