import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { vandaag } from '../../schema/domain/vandaag';
import { type Aangemelde, type Aanmelding, casusVan, persoonVan, wieVan } from '../../schema/verloop/aanmelding';
import { BEGIN, digestOf } from '../../schema/verloop/akte';
import { digestOfBesluit, textOfBesluit } from '../../schema/verloop/besluit';
import { signAkte } from '../../schema/verloop/handtekening';
import type { Stap } from '../../schema/verloop/stap';
import { hub } from '../gateway/cli/onTerminal';
import { akteOf } from '../harness/akteOf';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
import { stapVraag } from '../harness/stapVraag';

jest.setTimeout(120_000);

const MELDER = { partner: 'politie-oost-nederland', medewerker: 'm-politie-3' };
const REGISSEUR = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' };
const WIE: Aangemelde = {
  ...{ voornamen: 'Proef', voorvoegsel: 'van der', geslachtsnaam: 'Verzonnen' },
  ...{ geboortedatum: '1990-02-03', bsn: '999990001' },
};
const MELD = `mutation ($aanmelding: String!, $handtekening: String!, $voornamen: String!, $voorvoegsel: String, $geslachtsnaam: String!, $geboortedatum: Datum!, $bsn: String) {
  meldAan(aanmelding: $aanmelding, handtekening: $handtekening, voornamen: $voornamen, voorvoegsel: $voorvoegsel, geslachtsnaam: $geslachtsnaam, geboortedatum: $geboortedatum, bsn: $bsn) { casus aanmelding bewijs tijdstip } }`;
const OVER = 'query ($casus: ID!) { casus(id: $casus) { fase kader hoofdbetrokkenen { id naam { geslachtsnaam } adres { straat } wijk bsn } } }'; // oxfmt-ignore

describe('a partner brings a casus in', () => {
  let house: House;
  let made = 0;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  const aanmelding = (more: Partial<Aanmelding> = {}, wie = WIE): Aanmelding => {
    const sleutel = `sleutel-${String((made += 1)).padStart(12, '0')}`;
    return {
      ...{ ...MELDER, regie: REGISSEUR.partner },
      ...{ procesregisseur: REGISSEUR.medewerker, convenant: 'veiligheidshuis-ijsselland', doel: 'CASUSREGIE' },
      ...{ kader: 'DRANG', thema: 'VEELPLEGER', gemeente: 'Zwolle', dag: vandaag() },
      ...{ sleutel, wie: wieVan(wie, sleutel), ...more },
    };
  };
  const casusOf = (one: Aanmelding) => casusVan(textOfBesluit(one));
  const sign = (tekst: string, typ: 'aanmelding+jws' | 'beginstand+jws' = 'aanmelding+jws') =>
    signAkte(tekst, house.keys.partner.kid, house.keys.partner.privateKey, typ);
  const hand = async (tekst: string, handtekening: string, given: object = WIE, wie = MELDER, rol = 'MELDER') => {
    const before = readRegister(house).length;
    const variables = { aanmelding: tekst, handtekening, ...given };
    const { status, body } = await house.ask({ ...wie, query: MELD, variables, headers: { 'keten-rol': rol } });
    const [error] = body.errors ?? [];
    const gezet = body.data?.['meldAan'] as { casus: string; aanmelding: string; bewijs: string } | null | undefined;
    return { status, code: error?.extensions.code, message: error?.message, gezet, lines: readRegister(house, before) };
  };
  const take = async (one: Aanmelding, given: object = WIE, wie = MELDER, rol = 'MELDER') =>
    hand(textOfBesluit(one), await sign(textOfBesluit(one)), given, wie, rol);
  const looks = (wie: typeof MELDER, casus: string, query = OVER, doel = 'CASUSREGIE') =>
    house.ask({ ...wie, casus, doel, query, variables: { casus } });
  const rows = <Row>(sql: string, ...values: string[]): Row[] => {
    const store = new Database(join(house.dir, 'municipality.sqlite'), { readonly: true });
    try {
      return store.prepare(sql).all(...values) as Row[];
    } finally {
      store.close();
    }
  };
  const countAll = () => rows<{ n: number }>('select (select count(*) from casussen) + (select count(*) from personen) + (select count(*) from zetels) + (select count(*) from betrokkenheden) + (select count(*) from beginstanden) as n')[0]!.n; // oxfmt-ignore

  test('it is there at once for who brought it in and for who is to look at it, and for nobody else', async () => {
    const one = aanmelding();
    const { status, gezet } = await take(one);
    expect({ status, gezet }).toMatchObject({ status: 200, gezet: { casus: casusOf(one), aanmelding: digestOfBesluit(textOfBesluit(one)) } }); // oxfmt-ignore
    for (const wie of [MELDER, REGISSEUR]) {
      const { body } = await looks(wie, casusOf(one));
      expect(body.data?.['casus']).toMatchObject({ fase: 'AANMELDING', kader: 'DRANG' });
      const own = await house.ask({ ...wie, query: '{ mijnCasussen { casusId } }' });
      expect(JSON.stringify(own.body.data)).toContain(casusOf(one));
    }
    for (const wie of [
      { ...MELDER, medewerker: 'm-politie-1' },
      { partner: 'dimence', medewerker: 'm-dimence-1' },
    ])
      expect((await looks(wie, casusOf(one))).status).toBe(403);
  });

  test('nobody is told more of somebody for having typed his name and number', async () => {
    const known = house.world.municipality.personen.find(({ id }) =>
      house.world.police.koppelingen.some(({ persoon }) => persoon === id),
    )!;
    const { voornamen, voorvoegsel, geslachtsnaam, geboortedatum, bsn } = known;
    const wie = { voornamen, voorvoegsel, geslachtsnaam, geboortedatum, bsn };
    const stranger = { ...wie, bsn: '000000000', geslachtsnaam: 'Nietbekend' };
    const [one, other] = [aanmelding({}, wie), aanmelding({}, stranger)];
    const answers = await Promise.all([take(one, wie), take(other, stranger)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const QUERY = `query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { bekendBijPolitie incidenten { soort } veiligheidsrisico schulden { soort } bekendBijZorg { sinds } gezinsrelaties { soort } adres { straat } wijk } } }`;
    // Brought on until all is open, the two still look the same.
    for (const each of [one, other]) await bringOn(casusOf(each));
    for (const [wieVraagt, doel] of [
      [MELDER, 'STRAFRECHTELIJKE_HANDHAVING'],
      [REGISSEUR, 'CASUSREGIE'],
    ] as const) {
      const [first, second] = await Promise.all(
        [one, other].map((each) => looks(wieVraagt, casusOf(each), QUERY, doel)),
      );
      expect(first!.status).toBe(200);
      expect(JSON.stringify(first!.body.data)).toBe(JSON.stringify(second!.body.data));
    }
    const { persoon } = rows<{ persoon: string }>(
      'select persoon from betrokkenheden where casus = ?',
      casusOf(one),
    )[0]!;
    expect(persoon).not.toBe(known.id);
    expect(rows<{ bsn: string; geslachtsnaam: string }>('select bsn, geslachtsnaam from personen where id = ?', persoon)).toEqual([{ bsn, geslachtsnaam }]); // oxfmt-ignore
  });

  /** From the first day to the overleg: a second public partner confirms, as with any casus. */
  async function bringOn(casus: string): Promise<void> {
    const way: readonly (readonly [Stap, typeof MELDER])[] = [
      [{ stap: 'BEVESTIGEN' }, REGISSEUR],
      [{ stap: 'NAAR_FASE', fase: 'DOELTOETS' }, REGISSEUR],
      [{ stap: 'DOELTOETSEN', positief: true, criteria: ['een'], toelichting: '' }, REGISSEUR],
      [{ stap: 'NAAR_FASE', fase: 'DEELNEMERSBEPALING' }, REGISSEUR],
      [{ stap: 'NAAR_FASE', fase: 'CASUSOVERLEG' }, REGISSEUR],
    ];
    let vorige = BEGIN;
    for (const [index, [stap, wie]] of way.entries()) {
      const akte = akteOf(stap, { casus, ...wie, nr: index + 1, vorige });
      const { status, body } = await house.ask(await stapVraag(akte, house.keys.partner));
      expect({ stap, status, errors: body.errors }).toMatchObject({ stap, status: 200, errors: undefined });
      vorige = digestOf(akte);
    }
  }

  test('until a second public partner has confirmed it goes nowhere', async () => {
    const one = aanmelding();
    await take(one);
    const first = akteOf(
      { stap: 'NAAR_FASE', fase: 'DOELTOETS' },
      { casus: casusOf(one), ...REGISSEUR, nr: 1, vorige: BEGIN },
    );
    await house.ask(await stapVraag(first, house.keys.partner));
    const test: Stap = { stap: 'DOELTOETSEN', positief: true, criteria: ['een'], toelichting: '' };
    const second = akteOf(test, { casus: casusOf(one), ...REGISSEUR, nr: 2, vorige: digestOf(first) });
    const { body } = await house.ask(await stapVraag(second, house.keys.partner));
    expect(body.errors?.[0]?.extensions.code).toBe('HUB_STAP_GEWEIGERD');
  });

  test('is written down before and after, under the casus and with the signature, and names no person', async () => {
    const one = aanmelding();
    const { lines, gezet } = await take(one);
    const verloop = { stap: 'AANMELDEN', nr: 0, akte: digestOfBesluit(textOfBesluit(one)) };
    expect(lines.filter(({ verloop: said }) => said !== undefined)).toMatchObject([
      { soort: 'VOORNEMEN', partner: MELDER.partner, rol: 'MELDER', casus: casusOf(one), verloop },
      { soort: 'STAP', id: gezet?.bewijs, casus: casusOf(one), verloop },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Verzonnen|999990001|1990-02-03|m-zwolle-2/);
    const { code } = await hub(['register', 'verify'], { env: { KETENHUB_DIR: house.dir } });
    expect(code).toBe(0);
  });

  test('what was given of somebody by it is his to know: to whom, by whom, and under which article', async () => {
    const one = aanmelding({ wie: 'x' }, WIE);
    const without = { ...WIE, bsn: null };
    for (const [wie, categorieen] of [
      [WIE, ['casus.betrokkenheid', 'persoon.bsn', 'persoon.geboortedatum', 'persoon.naam']],
      [without, ['casus.betrokkenheid', 'persoon.geboortedatum', 'persoon.naam']],
    ] as const) {
      const each = { ...one, sleutel: `sleutel-inzage-${String(categorieen.length)}` };
      const signed = { ...each, wie: wieVan(wie, each.sleutel) };
      const { status, lines } = await take(signed, wie);
      expect(status).toBe(200);
      const [id] = rows<{ persoon: string }>('select persoon from betrokkenheden where casus = ?', casusOf(signed));
      expect(id?.persoon).toBe(persoonVan(textOfBesluit(signed)));
      const given = lines.filter(({ naar }) => naar === house.partners.get(REGISSEUR.partner)!.oin);
      expect(given).toMatchObject([{ soort: 'VOORNEMEN', casus: casusOf(signed), partner: MELDER.partner }]);
      const { gegevens } = given[0]!;
      expect(gegevens.map(({ categorie }) => categorie).sort()).toEqual(categorieen);
      expect(new Set(gegevens.map(({ gever, artikel }) => `${gever} ${artikel}`))).toEqual(
        new Set([`${house.partners.get(MELDER.partner)!.oin} WGS 2.31`]),
      );
      expect(given[0]!.over).toHaveLength(1);
    }
    const { code } = await hub(['register', 'verify'], { env: { KETENHUB_DIR: house.dir } });
    expect(code).toBe(0);
  });

  test('who keeps the casussen himself gives nobody anything by it', async () => {
    const { partner } = REGISSEUR;
    const own = { partner, medewerker: 'm-zwolle-88' };
    const officer = house.world.municipality.aanwijzingen.find((one) => one.partner === partner && one.rol === 'PRIVACY_OFFICER')!; // oxfmt-ignore
    const besluit = textOfBesluit({ ...own, nr: 1, sleutel: 'sleutel-melder-88', rollen: [{ rol: 'MELDER', van: '2026-01-01', tot: null }] }); // oxfmt-ignore
    const handtekening = await signAkte(
      besluit,
      house.keys.partner.kid,
      house.keys.partner.privateKey,
      'aanwijzing+jws',
    );
    const query = 'mutation ($besluit: String!, $handtekening: String!) { wijsAan(besluit: $besluit, handtekening: $handtekening) { nr } }'; // oxfmt-ignore
    const { partner: at, medewerker } = officer;
    const made_ = await house.ask({ partner: at, medewerker, query, variables: { besluit, handtekening } });
    expect(made_.status).toBe(200);
    const { status, lines } = await take(aanmelding(own), WIE, own);
    expect({ status, given: lines.filter(({ naar }) => naar !== undefined) }).toEqual({ status: 200, given: [] });
  });

  test.each<[string, Partial<Aangemelde>]>([
    ['a day of birth that is still to come', { geboortedatum: '2999-01-01' }],
    ['one of before anybody that lives', { geboortedatum: '1899-12-31' }],
    ['a name of spaces', { geslachtsnaam: '  ' }],
    ['a name without a letter', { voornamen: '---' }],
  ])('%s is none', async (_what, wrong) => {
    const wie = { ...WIE, ...wrong };
    const before = countAll();
    const { status, code, message } = await take(aanmelding({}, wie), wie);
    expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(message).toBe(`Over wie het gaat is niet te lezen: ${Object.keys(wrong)[0]!}.`);
    expect(countAll()).toBe(before);
  });

  test('the same once more counts once; of many at once one counts', async () => {
    const one = aanmelding();
    const first = await take(one);
    const before = countAll();
    expect(await take(one)).toMatchObject({ status: 200, gezet: { aanmelding: first.gezet?.aanmelding } });
    expect(countAll()).toBe(before);
    const same = aanmelding();
    const many = await Promise.all(Array.from({ length: 6 }, () => take(same)));
    expect(many.map(({ status }) => status)).toEqual(Array<number>(6).fill(200));
    expect(new Set(many.map(({ gezet }) => gezet?.aanmelding)).size).toBe(1);
    expect(rows('select id from casussen where id = ?', casusOf(same))).toHaveLength(1);
    expect(rows('select persoon from betrokkenheden where casus = ?', casusOf(same))).toHaveLength(1);
  });

  const REFUSED: readonly (readonly [string, () => Promise<Awaited<ReturnType<typeof hand>>>, number, string])[] = [
    ['of a colleague', () => take(aanmelding({ medewerker: 'm-politie-1' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['of another partner', () => take(aanmelding({ partner: 'gemeente-deventer' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['about somebody else than was signed', () => take(aanmelding(), { ...WIE, bsn: null }), 422, 'HUB_STAP_GEWEIGERD'],
    ['that nobody signed', () => hand(textOfBesluit(aanmelding()), 'a..b'), 422, 'HUB_STAP_GEWEIGERD'],
    ['signed as a beginstand', async () => {
      const tekst = textOfBesluit(aanmelding());
      return hand(tekst, await sign(tekst, 'beginstand+jws'));
    }, 422, 'HUB_STAP_GEWEIGERD'],
    ['under a convenant that is not in force', () => take(aanmelding({ convenant: 'verzonnen' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['for a doel of another convenant', () => take(aanmelding({ doel: 'FRAUDEBESTRIJDING' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['under the regie of no party', () => take(aanmelding({ regie: 'uwv', procesregisseur: 'm-uwv-1' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['under the regie of a public partner that is no party', () => take(aanmelding({ regie: 'gemeente-deventer', procesregisseur: 'm-deventer-2', convenant: 'aanpak-loverboys-ijsselland', gemeente: 'Deventer' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['under a private regie', () => take(aanmelding({ regie: 'dimence', procesregisseur: 'm-dimence-1' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['in a gemeente where the regie does not work', () => take(aanmelding({ gemeente: 'Amsterdam' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['to who is no procesregisseur there', () => take(aanmelding({ procesregisseur: 'm-zwolle-1' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['to himself', () => take(aanmelding({ procesregisseur: MELDER.medewerker })), 422, 'HUB_STAP_GEWEIGERD'],
    ['of another day', () => take(aanmelding({ dag: '2026-01-01' })), 409, 'HUB_CONFLICT'],
    ['that is none', async () => hand('{}', await sign('{}')), 400, 'BAD_USER_INPUT'],
    ['written with spaces', async () => {
      const tekst = JSON.stringify(aanmelding(), null, 1);
      return hand(tekst, await sign(tekst));
    }, 400, 'BAD_USER_INPUT'],
    ['about a number that is none', () => take(aanmelding(), { ...WIE, bsn: '12345' }), 400, 'BAD_USER_INPUT'],
    ['about nobody', () => take(aanmelding(), { ...WIE, voornamen: '' }), 400, 'BAD_USER_INPUT'],
  ]; // oxfmt-ignore
  test.each(REFUSED)('one %s is refused, and nothing is made', async (_name, ask, status, code) => {
    const before = countAll();
    const { lines, message, ...answer } = await ask();
    expect(answer).toMatchObject({ status, code });
    expect(message).not.toMatch(/Verzonnen|999990001|12345/);
    expect(lines.some(({ soort }) => soort === 'STAP')).toBe(false);
    expect(countAll()).toBe(before);
  });

  test('is for who is designated as melder, acting as that', async () => {
    for (const [wie, rol] of [
      [MELDER, 'DEELNEMER'],
      [REGISSEUR, 'PROCESREGISSEUR'],
    ] as const) {
      const before = countAll();
      const { gezet, code } = await take(aanmelding(wie), WIE, wie, rol);
      expect({ gezet, code }).toEqual({ gezet: null, code: 'HUB_GEGEVEN_GEWEIGERD' });
      expect(countAll()).toBe(before);
    }
    expect(await take(aanmelding(), WIE, { ...MELDER, medewerker: 'm-politie-1' })).toMatchObject({ status: 400 });
  });

  test('by the command line, with whom it is about in a file', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'ketenhub-meld-'));
    try {
      const env = { KETENHUB_DIR: house.dir, PUBLIC_URL: house.address };
      const file = join(dir, 'betrokkene.json');
      const put = (value: unknown) => {
        writeFileSync(file, JSON.stringify(value));
      };
      const argv = (more: Record<string, string> = {}) =>
        Object.entries({
          ...{ partner: MELDER.partner, medewerker: MELDER.medewerker, regie: REGISSEUR.partner },
          ...{ procesregisseur: REGISSEUR.medewerker, convenant: 'veiligheidshuis-ijsselland', gemeente: 'Zwolle' },
          ...{ doel: 'CASUSREGIE', kader: 'DRANG', thema: 'VEELPLEGER', betrokkene: file, ...more },
        }).flatMap(([name, value]) => [`--${name}`, value]);
      const run = (more: Record<string, string> = {}, ...rest: string[]) => hub(['casus', 'meld', ...argv(more), ...rest], { env }); // oxfmt-ignore
      put({ ...WIE, bsn: null });
      const told = await run({}, '--json');
      const { casus } = JSON.parse(told.out) as { casus: string };
      expect((await looks(REGISSEUR, casus)).status).toBe(200);
      expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/^Casus [0-9a-f]{32} is aangemeld op /) as unknown }); // oxfmt-ignore
      expect(await run({ gemeente: 'Amsterdam' })).toMatchObject({ code: 1 });
      put({ ...WIE, bsn: '12345', nationaliteit: 'x' });
      const wrong = await run();
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('bsn')]);
      expect(wrong.err).not.toContain('12345');
      writeFileSync(file, 'geen json');
      expect(await run()).toMatchObject({ code: 2, out: '' });
      expect(await run({ doel: 'NIEUWSGIERIGHEID' })).toMatchObject({ code: 2, out: '' });
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
