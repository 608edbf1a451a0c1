import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  buildASTSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  parse,
} from 'graphql';
import { asSigned } from '../../gateway/convenant/asSigned';
import { readConvenanten } from '../../gateway/convenant/readConvenanten';
import { makeMatrix } from '../../gateway/inzage/matrix/makeMatrix';
import { readGegevenscatalogus } from '../../schema/catalogus';
import { CASUSSTATUSSEN } from '../../schema/domain/casusstatus';
import { DOELEN } from '../../schema/domain/doel';
import { FASEN } from '../../schema/domain/fase';
import { KADERS } from '../../schema/domain/kader';
import { ONDERWERPEN } from '../../schema/domain/onderwerp';
import { ROLLEN } from '../../schema/domain/rol';
import { BEGIN, digestOf } from '../../schema/verloop/akte';
import { STAPPEN, type Stap } from '../../schema/verloop/stap';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { vandaag } from '../../schema/domain/vandaag';
import { wieVan } from '../../schema/verloop/aanmelding';
import { textOfBesluit } from '../../schema/verloop/besluit';
import { signAkte } from '../../schema/verloop/handtekening';
import { akteOf } from '../harness/akteOf';
import { readRegister } from '../harness/readRegister';
import { type House, type Question, startHouse } from '../harness/startHouse';
import { stapVraag } from '../harness/stapVraag';
import { MELDER, REGISSEUR, withFreshCasussen } from './freshCasussen';

const SCHEMA = join(__dirname, '../../schema');
const sdl = buildASTSchema(parse(readFileSync(join(SCHEMA, 'subgraphs/hub.graphql'), 'utf8')), {
  assumeValidSDL: true,
});

/** Somebody who looks into the rules and also sits at a table: which of the two he is, he has to say. */
function withTwoRollen(world: World): World {
  const { municipality } = world;
  const [seat] = municipality.zetels.filter(
    ({ partner, casus }) => partner === 'gemeente-zwolle' && casus === world.municipality.casussen[0]!.id,
  );
  const both = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-4', van: '2025-01-01', tot: null };
  return {
    ...world,
    municipality: {
      ...municipality,
      aanwijzingen: [...municipality.aanwijzingen, { ...both, rol: 'DEELNEMER' }],
      zetels: [...municipality.zetels.filter((one) => one !== seat), { ...seat!, ...both, rol: 'DEELNEMER' }],
    },
  };
}

/** A folder with a convenant of which a next version is there already: it opens one thing and closes another. */
function withNextVersion(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ketenhub-versies-'));
  const text = readFileSync(join(SCHEMA, 'convenanten/crisisketen-ijsselland.yaml'), 'utf8');
  const change = (from: string, by: string, within = text): string => {
    if (!within.includes(from)) throw new Error(`expected "${from}" in the example`);
    return within.replace(from, by);
  };
  writeFileSync(join(dir, 'nu.yaml'), change('tot: 2028-01-01', 'tot: 2027-01-01'));
  const next = change("versie: '2026.1'", "versie: '2027.1'", change('van: 2026-01-01', 'van: 2027-01-01'));
  const opens = change('aan: [GGZ, GGD, VERSLAVINGSZORG]\n    rollen', 'aan: [GGZ, GGD, VERSLAVINGSZORG, GEMEENTE]\n    rollen', next); // oxfmt-ignore
  writeFileSync(join(dir, 'straks.yaml'), change('gegevens: [zorg.bekend, zorg.crisis]', 'gegevens: [zorg.bekend]', opens)); // oxfmt-ignore
  return dir;
}

jest.setTimeout(60_000);

describe('what the hub tells of itself is fields of the graph', () => {
  let house: House;
  /** A hub that knows what its rules will be next year. */
  let next: House;
  let casus: string;
  const versies = withNextVersion();
  beforeAll(async () => {
    house = await startHouse({ world: withFreshCasussen(withTwoRollen(createWorld({ seed: 1, size: 'demo' })), 1) });
    next = await startHouse({ env: { CONVENANTEN_DIR: versies } });
    casus = house.world.municipality.casussen[0]!.id;
  });
  afterAll(async () => {
    await Promise.all([house.stop(), next.stop()]);
    rmSync(versies, { recursive: true, force: true });
  });

  const auditor = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-5' };
  const officer = { partner: 'politie-oost-nederland', medewerker: 'm-politie-4' };
  const both = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-4' };
  const police = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
  const ATTEST = '{ attest { attest tabel } }';
  const UITLEG = `query ($vraag: String!, $variabelen: String) { uitleg(vraag: $vraag, variabelen: $variabelen) {
    digest velden { coordinaat besluit reden } } }`;

  const refused = async (question: Question, status: number, code: string) => {
    house.traffic();
    const { status: got, body } = await house.ask(question);
    const [error] = body.errors ?? [];
    expect({ status: got, code: error?.extensions.code, data: body.data ?? null }).toEqual({
      status,
      code,
      data: null,
    });
    expect(house.traffic()).toEqual([]);
    return error;
  };
  const fieldRefused = async (question: Question) => {
    house.traffic();
    const { status, body } = await house.ask(question);
    expect({ status, data: body.data }).toEqual({ status: 200, data: { attest: null } });
    expect(body.errors).toMatchObject([
      {
        path: ['attest'],
        extensions: {
          code: 'HUB_GEGEVEN_GEWEIGERD',
          coordinaat: 'Query.attest',
          reden: 'ROL_NIET_GEDEKT',
          categorieen: ['hub.regels'],
        },
      },
    ]);
    expect(house.traffic()).toEqual([]);
  };

  describe('the rules, to who looks into them', () => {
    test.each([auditor, officer])('$partner $medewerker is told what decides', async (who) => {
      house.traffic();
      const query = `{ attest { attest tabel labels code sleutels
        convenanten { convenant versie voorbeeld van tot digest getekend ontbreekt } } }`;
      const { body } = await house.ask({ ...who, query });
      expect(body.errors).toBeUndefined();
      const { attest } = body.data as { attest: Record<string, unknown> & { convenanten: Record<string, unknown>[] } };
      for (const naam of ['attest', 'tabel', 'labels', 'code']) expect(attest[naam]).toMatch(/^[0-9a-f]{64}$/);
      const committed = JSON.parse(readFileSync(join(SCHEMA, 'coordinates.json'), 'utf8')) as { digest: string };
      expect(attest['tabel']).toBe(committed.digest);
      expect(attest['sleutels']).toContain(house.keys.hub.kid);
      const huis = attest.convenanten.find(({ convenant }) => convenant === 'veiligheidshuis-ijsselland');
      expect(huis).toMatchObject({ versie: '2026.1', voorbeeld: true, van: '2026-01-01', getekend: [] });
      expect(huis?.['ontbreekt']).toContain('dimence');
      expect(house.traffic()).toEqual([]);
    });

    test('and the matrix, cell by cell that of the command line', async () => {
      const catalogus = readGegevenscatalogus();
      const convenant = readConvenanten(join(SCHEMA, 'convenanten'), catalogus, house.partners)
        .map(asSigned)
        .find(({ id }) => id === 'veiligheidshuis-ijsselland')!;
      const asked = {
        doelen: ['CASUSREGIE'],
        fasen: ['CASUSOVERLEG'],
        kaders: ['DWANG'],
        rollen: ['DEELNEMER'],
      } as const;
      const narrowed = {
        ...asked,
        categorieen: ['zorg.*', 'casus.kern'],
        ontvangers: ['GEMEENTE', 'dimence'],
        betreft: null,
      };
      const expected = makeMatrix(narrowed, convenant, { catalogus, partners: house.partners });
      const query = `query ($ontvangers: [String!], $categorieen: [String!]) { inzagematrix(
        convenant: "veiligheidshuis-ijsselland", ontvangers: $ontvangers, categorieen: $categorieen,
        doelen: [CASUSREGIE], fasen: [CASUSOVERLEG], kaders: [DWANG], rollen: [DEELNEMER]) {
        convenant versie categorie label betreft ontvanger rollen doelen fasen kaders besluit artikel beperkingen voorwaarden
        reden toekenningen { van eigen artikel beperkingen voorwaarden } } }`;
      const variables = { ontvangers: narrowed.ontvangers, categorieen: narrowed.categorieen };
      const { body } = await house.ask({ ...officer, query, variables });
      const bare = expected.map(({ wegen: _, ...cel }) => cel);
      expect(bare.length).toBeGreaterThan(10);
      expect(body.data?.['inzagematrix']).toEqual(bare);
    });

    test('of a convenant that is not there, nothing; of too much, a refusal', async () => {
      const none = await house.ask({ ...officer, query: '{ inzagematrix(convenant: "verzonnen") { categorie } }' });
      expect(none.body.data).toEqual({ inzagematrix: [] });
      const whole = await refused({ ...officer, query: '{ inzagematrix { categorie } }' }, 400, 'HUB_LIMIET');
      expect(whole?.message).toContain('cellen');
      const many = Array.from({ length: 6 }, (_, index) => `a${String(index)}: attest { attest }`).join(' ');
      await refused({ ...officer, query: `{ ${many} }` }, 400, 'HUB_LIMIET');
    });

    const VERSCHIL = `query ($convenant: ID!, $oud: String!, $nieuw: String!) {
      verschil(convenant: $convenant, oud: $oud, nieuw: $nieuw) ${selectAll(sdl, 'Verschil')} }`;
    const ofVersies = async (oud: string, nieuw: string, convenant = 'crisisketen-ijsselland') => {
      const { body } = await next.ask({ ...officer, query: VERSCHIL, variables: { convenant, oud, nieuw } });
      expect(body.errors).toBeUndefined();
      return body.data?.['verschil'] as null | Record<'opent' | 'sluit', Groep[]>;
    };
    interface Groep {
      readonly ontvangers: string[];
      readonly soort: string;
      readonly gegevens: { categorieen: string[]; coordinaten: string[] }[];
      readonly getuige: { query: string; coordinaat: string; casus: { dag: string } } | null;
    }
    const categories = (groepen: Groep[]) => [
      ...new Set(groepen.flatMap(({ gegevens }) => gegevens.flatMap((one) => one.categorieen))),
    ];

    test('and what a next version opens, with a question that shows it, and what it closes', async () => {
      const verschil = await ofVersies('2026.1', '2027.1');
      expect(verschil?.opent.length).toBeGreaterThan(0);
      expect(verschil?.sluit.length).toBeGreaterThan(0);
      for (const { ontvangers, gegevens, getuige } of verschil!.opent) {
        expect(ontvangers).toEqual(['GEMEENTE']);
        const coordinaten = gegevens.flatMap((one) => one.coordinaten);
        expect(coordinaten).toContain(getuige?.coordinaat);
        expect(getuige?.query).toContain(getuige!.coordinaat.split('.')[1]);
        expect(getuige?.casus.dag).toMatch(/^202[78]-/);
      }
      expect(categories(verschil!.opent)).toEqual(
        expect.arrayContaining(['politie.risico', 'politie.aandachtsvestigingen']),
      );
      expect(categories(verschil!.sluit)).toContain('zorg.crisis');
      for (const { ontvangers, getuige } of verschil!.sluit) {
        expect([ontvangers, getuige]).toEqual([['POLITIE'], null]);
      }
      // The other way round the one is the other.
      const back = await ofVersies('2027.1', '2026.1');
      expect(categories(back!.opent).sort()).toEqual(categories(verschil!.sluit).sort());
      expect(categories(back!.sluit).sort()).toEqual(categories(verschil!.opent).sort());
    });

    test('between a version and itself nothing; of one that is not there, nothing at all', async () => {
      expect(await ofVersies('2027.1', '2027.1')).toEqual({ opent: [], sluit: [], vloerOpent: [], vloerSluit: [] });
      expect(await ofVersies('2026.1', '2099.9')).toBeNull();
      expect(await ofVersies('2026.1', '2027.1', 'verzonnen')).toBeNull();
      expect(await ofVersies('2026.1', '2027.1', 'constructor')).toBeNull();
    });

    test('but to nobody who only sits at a table', async () => {
      const variables = { convenant: 'crisisketen-ijsselland', oud: '2026.1', nieuw: '2027.1' };
      const { body } = await next.ask({ ...police, query: VERSCHIL, variables });
      expect(body.data).toEqual({ verschil: null });
      expect(body.errors).toMatchObject([{ extensions: { reden: 'ROL_NIET_GEDEKT', categorieen: ['hub.regels'] } }]);
    });

    test('to nobody else: not to who sits at a table, not inside a casus', async () => {
      await fieldRefused({ ...police, query: ATTEST });
      await fieldRefused({ ...police, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: ATTEST });
      await fieldRefused({ ...police, medewerker: 'm-politie-onbekend', query: ATTEST });
    });
  });

  describe('Keten-Rol', () => {
    const keten = (rol: string) => ({ 'keten-rol': rol });
    test('must say which, of several rollen, when that matters', async () => {
      const error = await refused({ ...both, query: ATTEST }, 400, 'HUB_VERZOEK_ONVOLLEDIG');
      expect(error?.message).toContain('Keten-Rol');
      const { body } = await house.ask({ ...both, query: ATTEST, headers: keten('PRIVACY_OFFICER') });
      expect(body.errors).toBeUndefined();
      await fieldRefused({ ...both, query: ATTEST, headers: keten('DEELNEMER') });
    });

    test('does not matter where no rol does', async () => {
      const { status, body } = await house.ask({ ...both, query: '{ mijnCasussen { rol } }' });
      expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
      const explained = await house.ask({ ...both, query: UITLEG, variables: { vraag: '{ mijnCasussen { rol } }' } });
      expect({ status: explained.status, errors: explained.body.errors }).toEqual({ status: 200, errors: undefined });
    });

    test.each(['AUDITOR', 'ONZIN', ''])('never creates a rol: %p', async (rol) => {
      await refused({ ...both, query: ATTEST, headers: keten(rol) }, 400, 'HUB_VERZOEK_ONVOLLEDIG');
      await refused({ ...police, query: ATTEST, headers: keten(rol) }, 400, 'HUB_VERZOEK_ONVOLLEDIG');
    });

    test('changes nothing inside a casus: there the seat says the rol', async () => {
      const inside = { ...both, casus, doel: 'CASUSREGIE' };
      await fieldRefused({ ...inside, query: ATTEST, headers: keten('PRIVACY_OFFICER') });
      expect((await house.ask({ ...inside, query: UITLEG, variables: { vraag: ATTEST } })).body.data).toMatchObject({
        uitleg: { velden: [{ coordinaat: 'Query.attest', besluit: 'DENY', reden: 'ROL_NIET_GEDEKT' }] },
      });
    });
  });

  describe("the explanation of one's own question", () => {
    const vraag = 'query ($casus: ID!) { casus(id: $casus) { kenmerk } }';
    const explain = (more: Partial<Question>, asked: string, variabelen: object | null = null) => ({
      ...police,
      ...more,
      query: UITLEG,
      variables: { vraag: asked, ...(variabelen === null ? {} : { variabelen: JSON.stringify(variabelen) }) },
    });

    test('is held to what the question itself is held to', async () => {
      const other = house.world.municipality.casussen[1]!.id;
      const inside = { casus, doel: 'STRAFRECHTELIJKE_HANDHAVING' };
      await refused(explain({}, vraag, { casus }), 400, 'HUB_VERZOEK_ONVOLLEDIG');
      await refused(explain(inside, vraag, { casus: other }), 403, 'HUB_CASUS_ONTOEGANKELIJK');
      await refused(explain({ ...inside, casus: other }, vraag, { casus: other }), 403, 'HUB_CASUS_ONTOEGANKELIJK');
      await refused(explain({ ...both }, ATTEST), 400, 'HUB_VERZOEK_ONVOLLEDIG');
      await refused(explain({}, '{ __schema { queryType { name } } }'), 400, 'BAD_USER_INPUT');
      const { body } = await house.ask(explain(inside, vraag, { casus }));
      expect(body.data).toMatchObject({ uitleg: { velden: [{ coordinaat: 'Query.casus', besluit: 'ALLOW' }, {}] } });
      expect(body.extensions?.verstrekking?.id).toBeDefined();
    });

    test('is for who is designated', async () => {
      const { body } = await house.ask(explain({ medewerker: 'm-politie-onbekend' }, '{ mijnCasussen { rol } }'));
      expect(body.data).toEqual({ uitleg: null });
      expect(body.errors).toMatchObject([{ extensions: { reden: 'ROL_NIET_GEDEKT', categorieen: ['hub.uitleg'] } }]);
    });

    test('explains an explanation without going round', async () => {
      const { body } = await house.ask(explain({}, UITLEG, { vraag: UITLEG }));
      const { uitleg } = body.data as { uitleg: { velden: { coordinaat: string }[] } };
      expect(uitleg.velden.map(({ coordinaat }) => coordinaat)).toContain('Query.uitleg');
    });
  });

  describe('in the register', () => {
    const since = async (question: Question) => {
      const before = readRegister(house).length;
      await house.ask(question);
      return readRegister(house, before);
    };

    test('each is a look, in the rol of who looked, and no verstrekking', async () => {
      const [line, ...rest] = await since({ ...officer, query: ATTEST });
      expect(line).not.toHaveProperty('casus');
      expect([line, ...rest]).toMatchObject([
        {
          soort: 'INZAGE',
          rol: 'PRIVACY_OFFICER',
          gevraagd: ['Attest.attest', 'Attest.tabel', 'Query.attest'],
          gegevens: [],
        },
      ]);
      const vraag = 'query ($casus: ID!) { casus(id: $casus) { kenmerk } }';
      const variables = { vraag, variabelen: JSON.stringify({ casus }) };
      const inside = { ...police, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: UITLEG, variables };
      expect(await since(inside)).toMatchObject([{ soort: 'INZAGE', rol: 'DEELNEMER', casus, gegevens: [] }]);
      expect(await since({ ...police, query: ATTEST })).toMatchObject([
        { soort: 'INZAGE', gevraagd: ['Query.attest'], weigeringen: [{ coordinaat: 'Query.attest' }] },
      ]);
    });

    test('beside data it is a line of its own', async () => {
      const query = '{ attest { tabel } mijnCasussen { casusId } }';
      const lines = await since({ ...both, query, headers: { 'keten-rol': 'PRIVACY_OFFICER' } });
      expect(lines).toMatchObject([
        { soort: 'INZAGE', gevraagd: ['Attest.tabel', 'Query.attest'], gegevens: [] },
        { soort: 'ANTWOORD', rol: 'PRIVACY_OFFICER' },
      ]);
      expect(lines[1]?.gegevens.length).toBeGreaterThan(0);
    });
  });

  describe('its SDL, written by hand, is what it answers', () => {
    test('every field of every type is answered by something', async () => {
      const vraag =
        'query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { veiligheidsbeeld verdenkingen { datum } diagnosen { bronhouder } } } }';
      const variables = { vraag, variabelen: JSON.stringify({ casus }) };
      const uitleg = `query ($vraag: String!, $variabelen: String) { uitleg(vraag: $vraag, variabelen: $variabelen) ${selectAll(sdl, 'Uitleg')} }`;
      const rules = `{ inzagematrix(convenant: "veiligheidshuis-ijsselland", doelen: [CASUSREGIE], categorieen: ["zorg.bekend"]) ${selectAll(sdl, 'Matrixcel')}
        attest ${selectAll(sdl, 'Attest')} registerbesluiten ${selectAll(sdl, 'Registerbesluiten')} }`;
      /** At a table where the host of care has no seat. */
      const withoutCare = (): Question => {
        const { casussen, zetels } = house.world.municipality;
        const seatAt = (id: string, name: string) =>
          zetels.find((one) => one.casus === id && one.partner === name && one.rol === 'DEELNEMER' && one.tot === null);
        const { id } = casussen.find(
          (one) =>
            one.fase === 'CASUSOVERLEG' && seatAt(one.id, 'politie-oost-nederland') && !seatAt(one.id, 'dimence'),
        )!;
        const { partner, medewerker } = seatAt(id, 'politie-oost-nederland')!;
        const asked = 'query ($casus: ID!) { casus(id: $casus) { zorgadviezen { datum } } }';
        const given = { vraag: asked, variabelen: JSON.stringify({ casus: id }) };
        return { partner, medewerker, casus: id, doel: 'ZORG_EN_HULPVERLENING', query: uitleg, variables: given };
      };
      /** Both kinds of dossier, and all that is told in them. */
      const tellRegister = async () => {
        const huis = { ...both, headers: { 'keten-rol': 'PRIVACY_OFFICER' } };
        const inside = { casus, doel: 'STRAFRECHTELIJKE_HANDHAVING' };
        const query =
          'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { id naam { geslachtsnaam } } } }';
        const { body } = await house.ask({ ...police, ...inside, query, variables: { casus } });
        const seen = body.data as { casus: { hoofdbetrokkenen: { id: string }[] } };
        const p = seen.casus.hoofdbetrokkenen[0]!.id;
        const om = { partner: 'om-oost-nederland', medewerker: 'm-om-1', ...inside };
        const given =
          'query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { veiligheidsrisico incidenten { record soort } } } }';
        await house.ask({ ...om, query: given, variables: { casus } });
        const { incidenten, risicos } = house.world.police;
        const { persoon } = risicos.find((risico) => incidenten.some((one) => one.persoon === risico.persoon))!;
        // His latest: the one that counts.
        const risico = risicos.toSorted((a, b) => (a.peildatum < b.peildatum ? 1 : -1)).find((one) => one.persoon === persoon)!; // oxfmt-ignore
        const incident = incidenten.find(({ persoon }) => persoon === risico.persoon)!;
        const ontvangers = (soort: string, verwijzing: string) => `{ ontvangers(soort: "${soort}", verwijzing: "${verwijzing}", persoon: "${risico.persoon}") ${selectAll(sdl, 'Ontvangers')} }`; // oxfmt-ignore
        const open = (what: string) => `mutation ($p: ID!) { openDossier(${what}) ${selectAll(sdl, 'Dossierbewijs')} }`;
        const inzage = await house.ask({ ...huis, query: open('soort: INZAGE, persoon: $p'), variables: { p } });
        const lek = await house.ask({ ...officer, query: open('soort: DATALEK, medewerker: $p'), variables: { p: police.medewerker } }); // oxfmt-ignore
        const nummerOf = (answer: typeof inzage) => (answer.body.data as { openDossier: { dossier: string } }).openDossier.dossier; // oxfmt-ignore
        const [i, d] = [nummerOf(inzage), nummerOf(lek)];
        const says = (what: string) => `mutation { bepaalStandpunt(dossier: "${i}", besluit: ${what}) { dossier } }`;
        const standpunt = await house.ask({ ...huis, query: says('VERSTREKKEN') });
        await house.ask({ ...officer, query: says('WEIGEREN, grond: "AVG 23"') });
        return [
          ...[inzage, lek, standpunt],
          await house.ask({ ...huis, query: `{ dossier(nummer: "${i}") ${selectAll(sdl, 'Dossier')} inzage(dossier: "${i}") ${selectAll(sdl, 'Inzage')} }` }), // oxfmt-ignore
          await house.ask({ ...officer, query: `{ datalek(dossier: "${d}") ${selectAll(sdl, 'Datalek')} partnerverkeer(van: "2026-01-01", tot: "2099-01-01") ${selectAll(sdl, 'Partnerverkeer')} }` }), // oxfmt-ignore
          await house.ask({ ...officer, query: ontvangers('Incident', incident.id) }),
          await house.ask({ ...officer, query: ontvangers('Hoofdbetrokkene.veiligheidsrisico', risico.id) }),
          await house.ask({ partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2', casus, doel: 'CASUSREGIE', query: `{ verslag ${selectAll(sdl, 'Casusverslag')} }` }), // oxfmt-ignore
        ];
      };
      /** A casus from the first report to its end, and where it stands on the way. */
      const bringOn = async () => {
        const vers = 'vers-0000';
        const met = (door: string) => ({ zetelPartner: 'politie-oost-nederland', zetelMedewerker: door });
        const way: readonly (readonly [Stap, typeof REGISSEUR | typeof MELDER])[] = [
          [{ stap: 'BEVESTIGEN' }, REGISSEUR],
          [{ stap: 'BEVESTIGEN' }, MELDER],
          [{ stap: 'NAAR_FASE', fase: 'DOELTOETS' }, REGISSEUR],
          [{ stap: 'DOELTOETSEN', positief: true, criteria: ['een'], toelichting: '' }, REGISSEUR],
          [{ stap: 'WIJZIG_KADER', kader: 'DWANG' }, REGISSEUR],
          [{ stap: 'PLAATS_GEVEN', ...met('m-politie-1'), rol: 'DEELNEMER' }, REGISSEUR],
          [{ stap: 'VERVANGEN', ...met('m-politie-1'), door: 'm-politie-2' }, REGISSEUR],
          [{ stap: 'VERLATEN', ...met('m-politie-2') }, REGISSEUR],
          [{ stap: 'NAAR_FASE', fase: 'DEELNEMERSBEPALING' }, REGISSEUR],
          [{ stap: 'NAAR_FASE', fase: 'CASUSOVERLEG' }, REGISSEUR],
          [{ stap: 'NAAR_FASE', fase: 'AFSLUITING' }, REGISSEUR],
          [{ stap: 'AFSCHERMEN' }, REGISSEUR],
        ];
        const query = `{ verloop ${selectAll(sdl, 'Casusverloop')} }`;
        const told = [await house.ask({ ...REGISSEUR, casus: vers, doel: 'CASUSREGIE', query })];
        let vorige = BEGIN;
        for (const [index, [stap, wie]] of way.entries()) {
          const akte = akteOf(stap, { casus: vers, ...wie, nr: index + 1, vorige });
          vorige = digestOf(akte);
          const question = await stapVraag(akte, house.keys.partner);
          told.push(await house.ask({ ...question, query: question.query.replace('gezet: ', '') }));
        }
        return told;
      };
      /** Somebody new is designated, and for what is told. */
      const designate = async () => {
        const nieuw = { partner: officer.partner, medewerker: 'm-nieuw', nr: 1, sleutel: 's'.repeat(16) };
        const besluit = textOfBesluit({
          ...nieuw,
          rollen: [{ rol: 'DEELNEMER', van: '2026-01-01', tot: '2099-01-01' }],
        });
        const { kid, privateKey } = house.keys.partner;
        const handtekening = await signAkte(besluit, kid, privateKey, 'aanwijzing+jws');
        const query = `mutation ($b: String!, $h: String!) { wijsAan(besluit: $b, handtekening: $h) ${selectAll(sdl, 'Aanwijzingsbewijs')} }`;
        return [
          await house.ask({ ...officer, query, variables: { b: besluit, h: handtekening } }),
          await house.ask({
            ...officer,
            query: `{ aanwijzing(medewerker: "m-nieuw") ${selectAll(sdl, 'Aanwijzing')} }`,
          }),
        ];
      };
      /** What the own organisation holds is released, and how that stands is told. */
      const release = async () => {
        const bron = { bron: 'police', record: house.world.police.incidenten[0]!.id, persoon: null } as const;
        const kop = { partner: police.partner, medewerker: police.medewerker, casus, nr: 1, sleutel: 's'.repeat(16) };
        const besluit = textOfBesluit({ ...kop, ...bron, vrijgegevenAan: ['tactus'], bezwaarTegen: ['dimence'] });
        const { kid, privateKey } = house.keys.partner;
        const handtekening = await signAkte(besluit, kid, privateKey, 'bronbesluit+jws');
        const inside = { ...police, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING' };
        const neem = `mutation ($b: String!, $h: String!) { neemBronbesluit(besluit: $b, handtekening: $h) ${selectAll(sdl, 'Stapbewijs')} }`;
        const stand = `{ bronbesluit(bron: "police", record: "${bron.record}") ${selectAll(sdl, 'Bronstand')} }`;
        return [
          await house.ask({ ...inside, query: neem, variables: { b: besluit, h: handtekening } }),
          await house.ask({ ...inside, query: stand }),
        ];
      };
      /** A casus is brought in. */
      const report = async () => {
        const wie = { voornamen: 'Proef', voorvoegsel: 'van', geslachtsnaam: 'Verzonnen', geboortedatum: '1990-01-01', bsn: '999990001' }; // oxfmt-ignore
        const sleutel = 's'.repeat(16);
        const aanmelding = textOfBesluit({
          ...{
            ...MELDER,
            regie: REGISSEUR.partner,
            procesregisseur: REGISSEUR.medewerker,
          },
          ...{ convenant: 'veiligheidshuis-ijsselland', doel: 'CASUSREGIE', kader: 'DRANG', thema: 'VEELPLEGER' },
          ...{ gemeente: 'Zwolle', dag: vandaag(), sleutel, wie: wieVan(wie, sleutel) },
        });
        const { kid, privateKey } = house.keys.partner;
        const handtekening = await signAkte(aanmelding, kid, privateKey, 'aanmelding+jws');
        const told = Object.entries(wie).map(([naam, waarde]) => `${naam}: ${JSON.stringify(waarde)}`).join(', '); // oxfmt-ignore
        const query = `mutation ($a: String!, $h: String!) { meldAan(aanmelding: $a, handtekening: $h, ${told}) ${selectAll(sdl, 'Aanmeldbewijs')} }`;
        const headers = { 'keten-rol': 'MELDER' };
        return [await house.ask({ ...MELDER, query, variables: { a: aanmelding, h: handtekening }, headers })];
      };
      // More than one page of besluiten.
      await Promise.all(Array.from({ length: 50 }, () => house.ask({ ...officer, query: ATTEST })));
      const answers = [
        await house.ask({ ...police, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: uitleg, variables }),
        await house.ask({
          partner: 'dimence',
          medewerker: 'm-dimence-1',
          casus,
          doel: 'ZORG_EN_HULPVERLENING',
          query: uitleg,
          variables,
        }),
        await house.ask(withoutCare()),
        await house.ask({ ...officer, query: rules }),
        await house.ask({ ...police, query: '{ registerstand { checkpoint } registerconsistentie(van: 1, tot: 1) }' }),
        await next.ask({
          ...officer,
          query: `{ verschil(convenant: "crisisketen-ijsselland", oud: "2026.1", nieuw: "2027.1") ${selectAll(sdl, 'Verschil')} }`,
        }),
      ];
      answers.push(
        ...(await tellRegister()),
        ...(await bringOn()),
        ...(await designate()),
        ...(await release()),
        ...(await report()),
      );
      expect(JSON.stringify(answers[2]?.body.data)).toContain('NIET_AAN_TAFEL');
      const told = new Set<string>();
      for (const { body } of answers) {
        expect(body.errors).toBeUndefined();
        const changed = Object.keys(body.data ?? {}).some((naam) => naam in sdl.getMutationType()!.getFields());
        collect(sdl, changed ? 'Mutation' : 'Query', body.data, told);
      }
      // Where a next page begins: of these there is only one.
      for (const type of ['Inzage', 'Datalek', 'Partnerverkeer', 'Ontvangers', 'Casusverslag'])
        told.add(`${type}.volgende`);
      const declared = Object.values(sdl.getTypeMap())
        .filter(isObjectType)
        .filter(({ name }) => !name.startsWith('__'))
        .flatMap((type) => Object.keys(type.getFields()).map((naam) => `${type.name}.${naam}`));
      expect([...told].sort()).toEqual(declared.sort());
    });

    test.each([
      ['Doel', DOELEN],
      ['Fase', FASEN],
      ['Kader', KADERS],
      ['Rol', ROLLEN],
      ['Onderwerp', ONDERWERPEN],
      ['Casusstatus', CASUSSTATUSSEN],
      ['Stap', STAPPEN],
      ['Uitkomst', ['ALLOW', 'DENY', 'UNDECIDED']],
      ['Openingssoort', ['NIEUW', 'RUIMER', 'VERTELT', 'ZONDER_BRON']],
    ])('%s has the words of the domain', (naam, woorden) => {
      const type = sdl.getType(naam);
      expect(isEnumType(type) ? type.getValues().map(({ name }) => name) : []).toEqual([...woorden]);
    });
  });
});

function selectAll(schema: GraphQLSchema, naam: string): string {
  const fields = (schema.getType(naam) as GraphQLObjectType).getFields();
  return `{ ${Object.values(fields)
    .map(({ name, type }) => {
      const target = getNamedType(type);
      return isObjectType(target) ? `${name} ${selectAll(schema, target.name)}` : name;
    })
    .join(' ')} }`;
}

/** The fields that hold something in an answer, with those of the objects in it. */
function collect(schema: GraphQLSchema, naam: string, value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((one) => collect(schema, naam, one, into));
  if (typeof value !== 'object' || value === null) return;
  const fields = (schema.getType(naam) as GraphQLObjectType).getFields();
  for (const [key, below] of Object.entries(value)) {
    if (below === null) continue;
    into.add(`${naam}.${key}`);
    const target = getNamedType(fields[key]!.type);
    if (isObjectType(target)) collect(schema, target.name, below, into);
  }
}
