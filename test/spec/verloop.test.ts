import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import Database from 'libsql';
import { demoKeys } from '../../gateway/demo/demoKeys';
import { type Akte, BEGIN, type Stapkop, digestOf } from '../../schema/verloop/akte';
import { isSigned, signAkte } from '../../schema/verloop/handtekening';
import type { Stap } from '../../schema/verloop/stap';
import { createWorld } from '../../subgraphs/kit/synthetic/createWorld';
import { hub } from '../gateway/cli/onTerminal';
import { akteOf } from '../harness/akteOf';
import { type OpenedEntry, readRegister } from '../harness/readRegister';
import { type House, type Question, startHouse } from '../harness/startHouse';
import { stapVraag, unsignedVraag } from '../harness/stapVraag';
import { MELDER, REGISSEUR, withFreshCasussen } from './freshCasussen';

jest.setTimeout(120_000);

const AGENT = { partner: 'politie-oost-nederland', medewerker: 'm-politie-6' };
const GGZ = { partner: 'dimence', medewerker: 'm-dimence-3' };
const ZETEL = { zetelPartner: AGENT.partner, zetelMedewerker: AGENT.medewerker };
const QUERY =
  'query ($casus: ID!) { casus(id: $casus) { kenmerk hoofdbetrokkenen { id incidenten { soort } bekendBijPolitie bekendBijZorg { bronhouder } } } }';

describe('a casus is brought on by who sits at its table', () => {
  let house: House;
  let lopend: string;
  let used = 0;
  beforeAll(async () => {
    house = await startHouse({ world: withFreshCasussen(createWorld({ seed: 1, size: 'demo' }), 60) });
    lopend = house.world.municipality.casussen[0]!.id;
  });
  afterAll(() => house.stop());
  /** A casus of one test. */
  const fresh = (): string => `vers-${String(used++).padStart(4, '0')}`;

  const verloopOf = async (casus: string, who: typeof AGENT = REGISSEUR) => {
    const query = '{ verloop { nr vorige fase kader status bevestigd stappen } }';
    const { status, body } = await house.ask({ ...who, casus, doel: 'CASUSREGIE', query });
    return { status, verloop: body.data?.['verloop'] as { nr: number; vorige: string; fase: string; stappen: string[]; bevestigd: boolean; status: string } | undefined }; // oxfmt-ignore
  };
  const akteNow = async (casus: string, stap: Stap, who: typeof AGENT = REGISSEUR, kop: Partial<Stapkop> = {}) => {
    const { verloop } = await verloopOf(casus);
    return akteOf(stap, { casus, ...who, nr: verloop!.nr + 1, vorige: verloop!.vorige, ...kop });
  };
  const ask = async (question: Question) => {
    const before = readRegister(house).length;
    const { status, body } = await house.ask(question);
    const [error] = body.errors ?? [];
    const gezet = body.data?.['gezet'] as { nr: number; akte: string; bevestigd: string; bewijs: string; tijdstip: string } | null; // oxfmt-ignore
    return { status, code: error?.extensions.code, error, body, gezet, lines: readRegister(house, before) };
  };
  const take = async (akte: Akte) => ask(await stapVraag(akte, house.keys.partner));
  const zet = async (casus: string, stap: Stap, who: typeof AGENT = REGISSEUR) => take(await akteNow(casus, stap, who));
  const reads = async (who: typeof AGENT, casus: string) =>
    (await house.ask({ ...who, casus, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: QUERY, variables: { casus } }))
      .status;

  /** What was given that is of another partner: the dossier itself, which is the house's, apart. */
  const foreign = (lines: readonly OpenedEntry[]): string[] =>
    lines.flatMap(({ gegevens }) => gegevens.filter(({ eigen, categorie }) => eigen !== true && !categorie.startsWith('casus.')).map(({ categorie }) => categorie)); // oxfmt-ignore

  test('who is given a seat has access in the next request, and who leaves has none in the next one', async () => {
    expect(await reads(AGENT, lopend)).toBe(403);
    expect(await zet(lopend, { stap: 'PLAATS_GEVEN', ...ZETEL, rol: 'DEELNEMER' })).toMatchObject({ status: 200 });
    expect(await reads(AGENT, lopend)).toBe(200);
    // He gives it up himself, and gets the receipt of that.
    expect(await zet(lopend, { stap: 'VERLATEN', ...ZETEL }, AGENT)).toMatchObject({ status: 200, gezet: { nr: 2 } });
    expect(await reads(AGENT, lopend)).toBe(403);
  });

  test('writes what it is about to do, that it was done, and that it was asked; with the signature, and whom it names nowhere', async () => {
    const akte = await akteNow(lopend, { stap: 'PLAATS_GEVEN', ...ZETEL, rol: 'DEELNEMER' });
    const { gezet, lines } = await take(akte);
    const digest = digestOf(akte);
    expect(gezet).toMatchObject({ nr: akte.nr, akte: digest });
    const about = { partner: REGISSEUR.partner, rol: 'PROCESREGISSEUR', casus: lopend };
    expect(lines).toMatchObject([
      { ...about, soort: 'VOORNEMEN', gevraagd: expect.arrayContaining(['Mutation.geefPlaats']) as unknown },
      { ...about, soort: 'VOORNEMEN', verloop: { stap: 'PLAATS_GEVEN', nr: akte.nr, akte: digest } },
      { ...about, soort: 'STAP', verloop: { stap: 'PLAATS_GEVEN', nr: akte.nr, akte: digest }, id: gezet?.bewijs },
      { ...about, soort: 'INZAGE' },
    ]);
    expect(lines[1]?.verloop?.handtekening).toMatch(/^[\w-]+\.\.[\w-]{86}$/);
    expect(lines[2]?.verloop).toEqual(lines[1]?.verloop);
    expect(lines[2]?.tijdstip).toBe(gezet?.tijdstip);
    expect(JSON.stringify(lines)).not.toContain(AGENT.medewerker);
    await zet(lopend, { stap: 'VERLATEN', ...ZETEL });
  });

  test('from the first report to the end: two public partners confirm, and only then is there anything to get', async () => {
    const casus = fresh();
    const politie = { ...MELDER };
    const expectStap = async (stap: Stap, who: typeof AGENT, verloop: object) => {
      expect({ stap, ...(await zet(casus, stap, who)) }).toMatchObject({ stap, status: 200 });
      expect((await verloopOf(casus)).verloop).toMatchObject(verloop);
    };
    expect((await verloopOf(casus)).verloop).toEqual({
      ...{
        nr: 0,
        vorige: BEGIN,
        fase: 'AANMELDING',
        kader: 'DRANG',
        status: 'LOPEND',
        bevestigd: false,
      },
      stappen: ['BEVESTIGEN', 'NAAR_FASE', 'PLAATS_GEVEN', 'VERLATEN', 'VERVANGEN'],
    });
    await expectStap({ stap: 'BEVESTIGEN' }, REGISSEUR, { bevestigd: false });
    await expectStap({ stap: 'NAAR_FASE', fase: 'DOELTOETS' }, REGISSEUR, { fase: 'DOELTOETS' });
    const toets = {
      stap: 'DOELTOETSEN',
      positief: true,
      criteria: ['Meer leefgebieden'],
      toelichting: 'Past.',
    } as const;
    const early = await zet(casus, toets);
    expect(early).toMatchObject({ status: 422, code: 'HUB_STAP_GEWEIGERD' });
    expect(early.error?.message).toContain('nog niet bevestigd (WGS 2.31)');
    const before = await ask({
      ...politie,
      casus,
      doel: 'STRAFRECHTELIJKE_HANDHAVING',
      query: QUERY,
      variables: { casus },
    });
    expect(foreign(before.lines)).toEqual([]);
    await expectStap({ stap: 'BEVESTIGEN' }, politie, { bevestigd: true });
    await expectStap(toets, REGISSEUR, { fase: 'VERZAMELEN' });
    await expectStap({ stap: 'NAAR_FASE', fase: 'DEELNEMERSBEPALING' }, REGISSEUR, { fase: 'DEELNEMERSBEPALING' });
    await expectStap({ stap: 'PLAATS_GEVEN', zetelPartner: GGZ.partner, zetelMedewerker: GGZ.medewerker, rol: 'DEELNEMER' }, REGISSEUR, {}); // oxfmt-ignore
    await expectStap({ stap: 'NAAR_FASE', fase: 'CASUSOVERLEG' }, REGISSEUR, { fase: 'CASUSOVERLEG' });
    const after = await ask({ ...GGZ, casus, doel: 'ZORG_EN_HULPVERLENING', query: QUERY, variables: { casus } });
    expect(foreign(after.lines)).not.toEqual([]);
    await expectStap({ stap: 'NAAR_FASE', fase: 'AFSLUITING' }, REGISSEUR, { fase: 'AFSLUITING' });
    expect((await zet(casus, { stap: 'AFSCHERMEN' })).status).toBe(200);
    const closed = await verloopOf(casus);
    expect(closed.verloop).toBeNull();
    const still = await ask({ ...GGZ, casus, doel: 'ZORG_EN_HULPVERLENING', query: QUERY, variables: { casus } });
    expect(still.body.data).toEqual({ casus: null });
    // The doeltoets stands in the dossier as it was said.
    const store = new Database(join(house.dir, 'municipality.sqlite'), { readonly: true });
    const [row] = store.prepare('select positief, criteria, toelichting from doeltoetsen where casus = ?').all(casus);
    store.close();
    expect(row).toEqual({ positief: 1, criteria: '["Meer leefgebieden"]', toelichting: 'Past.' });
  });

  describe('is refused, changes nothing and asks the municipality nothing', () => {
    const untouched = async (casus: string, question: Question, status: number, code: string) => {
      const before = await verloopOf(casus);
      house.proxies.municipality.taken();
      const { lines, ...answer } = await ask(question);
      const asked = house.proxies.municipality.taken().filter(({ path }) => path === '/stappen');
      expect(answer).toMatchObject({ status, code });
      expect(asked).toEqual([]);
      expect(lines.some(({ soort }) => soort === 'STAP')).toBe(false);
      expect(lines.at(-1)).toMatchObject({ soort: 'GEWEIGERD', code });
      expect(await verloopOf(casus)).toEqual(before);
      return answer.error!.message;
    };

    test.each<[string, (akte: Akte) => Promise<Question>]>([
      ['without a signature', (akte) => Promise.resolve(unsignedVraag(akte, ''))],
      ['under a key of nobody', async (akte) => stapVraag(akte, (await demoKeys(join(house.dir, 'vreemd'))).partner)],
      ['under the key of the hub', (akte) => stapVraag(akte, house.keys.hub)],
      ['under the signature of another stap', async (akte) => unsignedVraag(akte, (await stapVraag({ ...akte, nr: akte.nr + 1 }, house.keys.partner)).variables!['handtekening'] as string)], // oxfmt-ignore
      ['of another casus', async (akte) => ({ ...(await stapVraag({ ...akte, casus: lopend }, house.keys.partner)), casus: akte.casus })], // oxfmt-ignore
      ['of a colleague', async (akte) => ({ ...(await stapVraag({ ...akte, medewerker: 'm-zwolle-8' }, house.keys.partner)), medewerker: akte.medewerker })], // oxfmt-ignore
      [
        'with another value than was signed',
        async (akte) => {
          const question = await stapVraag(akte, house.keys.partner);
          return { ...question, variables: { ...question.variables, fase: 'AFSLUITING' } };
        },
      ],
    ])('%s', async (_name, question) => {
      const casus = fresh();
      const akte = await akteNow(casus, { stap: 'NAAR_FASE', fase: 'DOELTOETS' });
      expect(await untouched(casus, await question(akte), 422, 'HUB_STAP_GEWEIGERD')).toContain('handtekening');
      expect((await take(akte)).status).toBe(200);
    });

    test('what can not be read, by the names of its fields and not by what stood in them', async () => {
      const casus = fresh();
      const akte = await akteNow(casus, { stap: 'VERVANGEN', zetelPartner: 'dimence', zetelMedewerker: 'Jan Jansen', door: 'een twee' }); // oxfmt-ignore
      const message = await untouched(casus, await stapVraag(akte, house.keys.partner), 400, 'BAD_USER_INPUT');
      expect(message).toBe('Deze stap is niet te lezen: zetelMedewerker, door.');
    });

    test('a seat for who is no party to the convenant of the casus', async () => {
      const seat = { stap: 'PLAATS_GEVEN', zetelPartner: 'uwv', zetelMedewerker: 'm-uwv-1', rol: 'DEELNEMER' } as const;
      const question = await stapVraag(await akteNow(lopend, seat), house.keys.partner);
      expect(await untouched(lopend, question, 422, 'HUB_STAP_GEWEIGERD')).toContain('neemt geen deel (WGS 2.27)');
    });

    test('outside a casus, and by who has no seat', async () => {
      const casus = fresh();
      const question = await stapVraag(await akteNow(casus, { stap: 'BEVESTIGEN' }), house.keys.partner);
      await untouched(casus, { ...question, casus: undefined }, 400, 'HUB_VERZOEK_ONVOLLEDIG');
      await untouched(casus, { ...question, ...AGENT }, 403, 'HUB_CASUS_ONTOEGANKELIJK');
    });
  });

  test('by the rules of the machine: the message names the rule and its article', async () => {
    const { status, code, error, lines } = await zet(lopend, { stap: 'AFSCHERMEN' });
    expect([status, code, error?.message]).toEqual([422, 'HUB_STAP_GEWEIGERD', 'Deze stap kan niet: in deze fase kan deze stap niet (WGS 2.31).']); // oxfmt-ignore
    // What may have moved was written down before; that it did not, behind it.
    expect(lines.map(({ soort }) => soort)).toEqual(['VOORNEMEN', 'VOORNEMEN', 'GEWEIGERD']);
  });

  test('of two at once one is taken; the other gets a conflict and loses nothing', async () => {
    const casus = fresh();
    const [one, two] = await Promise.all([
      akteNow(casus, { stap: 'BEVESTIGEN' }),
      akteNow(casus, { stap: 'BEVESTIGEN' }, MELDER),
    ]);
    const questions = await Promise.all([one, two].map((akte) => stapVraag(akte, house.keys.partner)));
    const answers = await Promise.all(questions.map((question) => house.ask(question)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    expect(answers[lost]?.body.errors?.[0]?.extensions.code).toBe('HUB_CONFLICT');
    expect((await zet(casus, { stap: 'BEVESTIGEN' }, [REGISSEUR, MELDER][lost])).status).toBe(200);
    expect((await verloopOf(casus)).verloop).toMatchObject({ nr: 2, bevestigd: true });
  });

  test('sent again counts once, also when its answer was lost on the way; its sleutel is good for nothing else', async () => {
    const casus = fresh();
    const akte = await akteNow(casus, { stap: 'BEVESTIGEN' });
    house.proxies.municipality.behave({ loses: ({ path }) => path === '/stappen' });
    const lost = await take(akte);
    house.proxies.municipality.behave('normal');
    expect(lost).toMatchObject({ status: 503, code: 'HUB_CASUSFEITEN_ONBEREIKBAAR' });
    expect(lost.error?.message).toContain('staat niet vast');
    expect(lost.lines.map(({ soort }) => soort)).toEqual(['VOORNEMEN', 'VOORNEMEN', 'GEWEIGERD']);
    expect((await verloopOf(casus)).verloop).toMatchObject({ nr: 1 });
    const first = await take(akte);
    const again = await take(akte);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect([again.gezet?.nr, again.gezet?.akte]).toEqual([first.gezet?.nr, first.gezet?.akte]);
    // Each was signed anew, and the register keeps the one under which it was taken: the municipality has no other.
    const under = ({ lines }: typeof first, soort: string) => lines.find((line) => line.soort === soort && line.verloop !== undefined)?.verloop?.handtekening; // oxfmt-ignore
    expect(under(first, 'VOORNEMEN')).not.toBe(under(again, 'VOORNEMEN'));
    expect([under(first, 'STAP'), under(again, 'STAP')]).toEqual(Array(2).fill(under(lost, 'VOORNEMEN')));
    expect((await verloopOf(casus)).verloop).toMatchObject({ nr: 1 });
    const other = await akteNow(casus, { stap: 'NAAR_FASE', fase: 'DOELTOETS' }, REGISSEUR, { sleutel: akte.sleutel });
    const refused = await take(other);
    expect([refused.status, refused.code]).toEqual([409, 'HUB_CONFLICT']);
    expect(refused.error?.message).toContain('sleutel');
  });

  test('that took his own access away, and whose answer got lost, stands in the register by what he signed', async () => {
    await zet(lopend, { stap: 'PLAATS_GEVEN', ...ZETEL, rol: 'DEELNEMER' });
    const akte = await akteNow(lopend, { stap: 'VERLATEN', ...ZETEL }, AGENT);
    house.proxies.municipality.behave({ loses: ({ path }) => path === '/stappen' });
    const lost = await take(akte);
    house.proxies.municipality.behave('normal');
    expect(lost.status).toBe(503);
    // Nobody answers him any more; that it was about to be done, under his partner's signature, is there all the same.
    expect((await take(akte)).code).toBe('HUB_CASUS_ONTOEGANKELIJK');
    const { handtekening } = (await stapVraag(akte, house.keys.partner)).variables as { handtekening: string };
    const { verloop } = lost.lines.find((line) => line.verloop !== undefined)!;
    expect(verloop).toMatchObject({ stap: 'VERLATEN', nr: akte.nr, akte: digestOf(akte) });
    expect(verloop!.handtekening.split('..')[0]).toBe(handtekening.split('..')[0]);
  });

  describe('while others take theirs', () => {
    /** Does something between the moment that a stap was taken and the last look. */
    const thenAtOnce = (work: () => Promise<unknown>): void => {
      let at = 0;
      house.proxies.municipality.behave({
        before: async ({ path }) => {
          if (at === 0 && path === '/stappen') at = 1;
          else if (at === 1 && path === '/toegangsfeiten') {
            at = 2;
            await work();
          }
        },
      });
    };
    afterEach(() => house.proxies.municipality.behave('normal'));

    test('is told as what it is: taken', async () => {
      const casus = fresh();
      thenAtOnce(() => zet(casus, { stap: 'BEVESTIGEN' }, MELDER));
      const taken = await zet(casus, { stap: 'BEVESTIGEN' });
      expect([taken.status, taken.gezet?.nr]).toEqual([200, 1]);
      expect((await verloopOf(casus)).verloop).toMatchObject({ nr: 2, bevestigd: true });
    });

    test('and lost his seat by it, he is told nothing any more; the register tells what was taken', async () => {
      const casus = fresh();
      const melder = { zetelPartner: MELDER.partner, zetelMedewerker: MELDER.medewerker };
      const akte = await akteNow(casus, { stap: 'BEVESTIGEN' }, MELDER);
      thenAtOnce(() => zet(casus, { stap: 'VERLATEN', ...melder }));
      const taken = await take(akte);
      expect([taken.status, taken.code]).toEqual([403, 'HUB_CASUS_ONTOEGANKELIJK']);
      const own = taken.lines.filter(({ partner }) => partner === MELDER.partner);
      expect(own.map(({ soort }) => soort)).toEqual(['VOORNEMEN', 'VOORNEMEN', 'STAP', 'INZAGE', 'NIET_VRIJGEGEVEN', 'GEWEIGERD']); // oxfmt-ignore
      expect((await verloopOf(casus)).verloop).toMatchObject({ nr: 2 });
    });
  });

  test('of which the municipality says that it took another one, is a fault, and no receipt', async () => {
    const casus = fresh();
    for (const [who, answer] of [
      [REGISSEUR, (real: string) => real.replace(/"digest":"[0-9a-f]{64}"/, `"digest":"${'0'.repeat(64)}"`)],
      [MELDER, (real: string) => real.replace(/"nr":\d+/, '"nr":7')],
    ] as const) {
      const akte = await akteNow(casus, { stap: 'BEVESTIGEN' }, who);
      house.proxies.municipality.behave({ answer, at: '/stappen' });
      const { status, code, lines } = await take(akte);
      house.proxies.municipality.behave('normal');
      expect([status, code]).toEqual([503, 'HUB_ONBESLIST']);
      expect(lines.some(({ soort }) => soort === 'STAP')).toBe(false);
    }
  });

  test('that the municipality says to keep under a signature of nobody is not believed', async () => {
    const akte = await akteNow(fresh(), { stap: 'BEVESTIGEN' }, REGISSEUR);
    const other = await signAkte('iets anders', house.keys.partner.kid, house.keys.partner.privateKey);
    const answer = (real: string) => real.replace(/"handtekening":"[^"]*"/, `"handtekening":"${other}"`);
    house.proxies.municipality.behave({ answer, at: '/stappen' });
    const { status, code, lines } = await take(akte);
    house.proxies.municipality.behave('normal');
    expect([status, code]).toEqual([503, 'HUB_ONBESLIST']);
    expect(lines.some(({ soort }) => soort === 'STAP')).toBe(false);
  });

  test.each(['a\0b', '\ud800', 'a\u200bb', 'a\u0007'])(
    'says nothing that a store could keep as something else: %j',
    async (toelichting) => {
      const casus = fresh();
      const toets = { stap: 'DOELTOETSEN', positief: false, criteria: [], toelichting } as const;
      const odd = { stap: 'VERLATEN', zetelPartner: 'dimence', zetelMedewerker: toelichting } as const;
      for (const stap of [toets, odd]) {
        const { status, code, lines } = await zet(casus, stap);
        expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
        expect(lines.some(({ verloop }) => verloop !== undefined)).toBe(false);
      }
    },
  );

  test('an answer that was under way to who is unseated meanwhile is not released', async () => {
    await zet(lopend, { stap: 'PLAATS_GEVEN', ...ZETEL, rol: 'DEELNEMER' });
    let left: number | null = null;
    // While the police look it up he is unseated, and that is acknowledged.
    const before = async (): Promise<void> => {
      left ??= (await zet(lopend, { stap: 'VERLATEN', ...ZETEL })).status;
    };
    house.proxies.police.behave({ before });
    const inside = { casus: lopend, doel: 'STRAFRECHTELIJKE_HANDHAVING', query: QUERY, variables: { casus: lopend } };
    const { status, body } = await house.ask({ ...AGENT, ...inside });
    expect(left).toBe(200);
    house.proxies.police.behave('normal');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, 'HUB_CASUS_ONTOEGANKELIJK']);
    expect(body.data ?? null).toBeNull();
  });

  test('by the command line: where it stands, and a stap, for people and as JSON', async () => {
    const casus = fresh();
    const cli = (...args: string[]) =>
      hub(['casus', ...args, '--partner', REGISSEUR.partner, '--medewerker', REGISSEUR.medewerker], {
        env: { PUBLIC_URL: house.address, KETENHUB_DIR: house.dir },
      });
    const shown = await cli('verloop', casus);
    expect([shown.code, shown.out]).toEqual([
      0,
      'LOPEND, fase AANMELDING, kader DRANG; nog niet door twee publieke partners bevestigd.\nEr zijn 0 stappen gezet.\n' +
        'Nu te zetten: BEVESTIGEN, NAAR_FASE, PLAATS_GEVEN, VERLATEN, VERVANGEN.\n',
    ]);
    expect(await cli('stap', casus, 'NAAR_FASE')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--fase') as unknown,
    });
    expect(await cli('stap', casus, 'NAAR_VASE')).toMatchObject({
      code: 2,
      err: expect.stringContaining('NAAR_FASE') as unknown,
    });
    const taken = await cli('stap', casus, 'NAAR_FASE', '--fase', 'DOELTOETS', '--json');
    expect(taken.code).toBe(0);
    expect(JSON.parse(taken.out)).toMatchObject({ nr: 1, akte: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    expect(JSON.parse((await cli('verloop', casus, '--json')).out)).toMatchObject({ nr: 1, fase: 'DOELTOETS' });
    const refused = await cli('stap', casus, 'AFSCHERMEN');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('HUB_STAP_GEWEIGERD') as unknown]);
    const zetel = ['--zetel', 'om-oost-nederland/m-om-3', '--als-rol', 'DEELNEMER'];
    expect((await cli('stap', casus, 'PLAATS_GEVEN', ...zetel)).out).toMatch(/^Stap 2 \(PLAATS_GEVEN\) is gezet op 20/);
  });

  test('the signature in the register holds for the akte that the municipality keeps', async () => {
    const casus = fresh();
    const { lines } = await zet(casus, { stap: 'BEVESTIGEN' });
    const store = new Database(join(house.dir, 'municipality.sqlite'), { readonly: true });
    const [row] = store.prepare('select tekst, handtekening, digest from akten where casus = ?').all(casus) as { tekst: string; handtekening: string; digest: string }[]; // oxfmt-ignore
    store.close();
    const { verloop } = lines.find(({ soort }) => soort === 'STAP')!;
    expect(verloop).toMatchObject({ akte: row!.digest, handtekening: row!.handtekening });
    const sleutels = createLocalJWKSet({ keys: [house.keys.partner.publicJwk] });
    expect(await isSigned(row!.tekst, verloop!.handtekening, sleutels)).toBe(true);
    expect(createHash('sha256').update(row!.tekst).digest('hex')).toBe(verloop!.akte);
  });
});
