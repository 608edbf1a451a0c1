import { randomBytes } from 'node:crypto';
import { digestOfBesluit, textOfBesluit } from '../../schema/verloop/besluit';
import type { Bron, Bronbesluit } from '../../schema/verloop/bronbesluit';
import { signAkte } from '../../schema/verloop/handtekening';
import type { Stap } from '../../schema/verloop/stap';
import { hub } from '../gateway/cli/onTerminal';
import { akteOf } from '../harness/akteOf';
import { readRegister } from '../harness/readRegister';
import { type House, startHouse } from '../harness/startHouse';
import { stapVraag } from '../harness/stapVraag';

jest.setTimeout(120_000);

const AGENT = { partner: 'politie-oost-nederland', medewerker: 'm-politie-1' };
const GEMEENTE = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-1' };
const ZORG = { partner: 'dimence', medewerker: 'm-dimence-1' };
const NEEM = 'mutation ($besluit: String!, $handtekening: String!) { neemBronbesluit(besluit: $besluit, handtekening: $handtekening) { nr akte bewijs tijdstip } }'; // oxfmt-ignore
const STAND = 'query ($bron: ID!, $record: ID, $persoon: ID) { bronbesluit(bron: $bron, record: $record, persoon: $persoon) { nr vrijgegevenAan bezwaarTegen } }'; // oxfmt-ignore
const NIETS = { nr: 0, vrijgegevenAan: [], bezwaarTegen: [] };

describe('a bronhouder decides in a casus about what he holds', () => {
  let house: House;
  let casus: string;
  /** Of whom the police know a risk. */
  let persoon: string;
  let record: string;
  let made = 0;
  beforeAll(async () => {
    house = await startHouse();
    casus = house.world.municipality.casussen[0]!.id;
    const { risicos, incidenten } = house.world.police;
    const inCasus = house.world.municipality.betrokkenheden.filter((one) => one.casus === casus);
    persoon = risicos.find((one) => inCasus.some((other) => other.persoon === one.persoon))!.persoon;
    record = incidenten.find((one) => one.persoon === persoon)!.id;
  });
  afterAll(() => house.stop());

  const over = (): Bron => ({ bron: 'police', record, persoon: null });
  const overAlles = (): Bron => ({ bron: 'police', record: null, persoon });
  const besluit = (bron: Bron, nr: number, more: Partial<Bronbesluit> = {}): Bronbesluit => ({
    ...{ ...AGENT, casus, nr, ...bron, sleutel: `sleutel-${String((made += 1)).padStart(12, '0')}` },
    ...{ vrijgegevenAan: [], bezwaarTegen: [], ...more },
  });
  const sign = (tekst: string, typ: 'bronbesluit+jws' | 'akte+jws' = 'bronbesluit+jws') =>
    signAkte(tekst, house.keys.partner.kid, house.keys.partner.privateKey, typ);
  const hand = async (tekst: string, handtekening: string, wie = AGENT) => {
    const before = readRegister(house).length;
    const variables = { besluit: tekst, handtekening };
    const { status, body } = await house.ask({ ...wie, casus, doel: 'CASUSREGIE', query: NEEM, variables });
    const [error] = body.errors ?? [];
    const gezet = body.data?.['neemBronbesluit'] as { nr: number; akte: string; bewijs: string } | null | undefined;
    return { status, code: error?.extensions.code, message: error?.message, gezet, lines: readRegister(house, before) };
  };
  const take = async (one: Bronbesluit, wie = AGENT) => hand(textOfBesluit(one), await sign(textOfBesluit(one)), wie);
  const stand = async (bron: object, wie = AGENT) => {
    const { body } = await house.ask({ ...wie, casus, doel: 'CASUSREGIE', query: STAND, variables: { ...bron } });
    return body.data?.['bronbesluit'] ?? body.errors?.[0]?.extensions.code;
  };
  const asks = async (wie: typeof AGENT, doel: string, fields: string) => {
    const query = `query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { id ${fields} } } }`;
    const { body } = await house.ask({ ...wie, casus, doel, query, variables: { casus } });
    const seen = (body.data as { casus: { hoofdbetrokkenen: Record<string, unknown>[] } }).casus.hoofdbetrokkenen;
    const index = seen.findIndex(({ id }) => id === persoon);
    return { errors: body.errors, person: seen[index]!, index };
  };

  test('what he releases is read in the next request, and what he takes back no more', async () => {
    const inhoud = async () => {
      const { person } = await asks({ partner: 'om-oost-nederland', medewerker: 'm-om-1' }, 'STRAFRECHTELIJKE_HANDHAVING', 'incidenten { record omschrijving }'); // oxfmt-ignore
      return (person['incidenten'] as { record: string; omschrijving: string | null }[]).find((one) => one.record === record)?.omschrijving; // oxfmt-ignore
    };
    expect(await take(besluit(over(), 1))).toMatchObject({ status: 200, gezet: { nr: 1 } });
    expect(await inhoud()).toBeNull();
    const one = besluit(over(), 2, { vrijgegevenAan: ['om-oost-nederland'] });
    expect(await take(one)).toMatchObject({ status: 200, gezet: { nr: 2, akte: digestOfBesluit(textOfBesluit(one)) } });
    expect(await inhoud()).toEqual(expect.any(String));
    expect(await stand(over())).toEqual({ nr: 2, vrijgegevenAan: ['om-oost-nederland'], bezwaarTegen: [] });
    await take(besluit(over(), 3));
    expect(await inhoud()).toBeNull();
  });

  test('whom he will have nothing given of, is not known there; of anybody else nothing changes', async () => {
    const FIELDS = 'bekendBijPolitie veiligheidsrisico veiligheidsbeeld';
    const before = await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS);
    expect(before.person).toMatchObject({
      bekendBijPolitie: true,
      veiligheidsrisico: 'HOOG',
      veiligheidsbeeld: 'HOOG',
    });
    const other = await asks(ZORG, 'ZORG_EN_HULPVERLENING', FIELDS);
    await take(besluit(overAlles(), 1, { bezwaarTegen: ['gemeente-zwolle'] }));
    const after = await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS);
    expect(after.person).toMatchObject({ bekendBijPolitie: false, veiligheidsrisico: null });
    expect(after.errors).toEqual(before.errors);
    expect(await asks(ZORG, 'ZORG_EN_HULPVERLENING', FIELDS)).toEqual(other);
    await take(besluit(overAlles(), 2));
    expect(await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS)).toEqual(before);
  });

  test('a record of a source in which nothing is released is withheld as any, and given again', async () => {
    const { oin } = house.partners.get(GEMEENTE.partner)!;
    const own = house.world.municipality.schulden.filter((one) => one.persoon === persoon && one.bronhouder === oin);
    const bron: Bron = { bron: 'municipality', record: own[0]!.id, persoon: null };
    const schulden = async (wie: typeof AGENT) =>
      (await asks(wie, 'CASUSREGIE', 'schulden { record }')).person['schulden'] as { record: string }[];
    const before = await schulden(GEMEENTE);
    const neem = (nr: number, bezwaarTegen: string[]) =>
      take(besluit(bron, nr, { ...GEMEENTE, bezwaarTegen }), GEMEENTE);
    expect(await neem(1, ['IEDEREEN'])).toMatchObject({ status: 200, gezet: { nr: 1 } });
    expect(await stand(bron, GEMEENTE)).toEqual({ nr: 1, vrijgegevenAan: [], bezwaarTegen: ['IEDEREEN'] });
    // It stays his own.
    expect(await schulden(GEMEENTE)).toEqual(before);
    expect(await neem(2, [])).toMatchObject({ status: 200 });
    expect(await stand(bron, GEMEENTE)).toEqual({ ...NIETS, nr: 2 });
  });

  test('nor is it sent on to whom he objects to, and what would be worked out of it is said to be unknown', async () => {
    const DOEL = 'ZORG_EN_HULPVERLENING';
    const FIELDS = 'veiligheidsrisico veiligheidsbeeld risicotaxaties { record } bezoekadvies huisbezoek';
    const sentToCare = () => house.traffic().filter(({ subgraaf, body }) => subgraaf === 'care' && body.includes('veiligheidsrisico')); // oxfmt-ignore
    const before = await asks(GEMEENTE, DOEL, FIELDS);
    expect(before.person).toMatchObject({ veiligheidsrisico: 'HOOG', veiligheidsbeeld: 'HOOG' });
    expect(before.person['huisbezoek']).toEqual(expect.any(String));
    await take(besluit(overAlles(), 3, { bezwaarTegen: ['dimence'] }));
    house.traffic();
    const since = readRegister(house).length;
    const after = await asks(GEMEENTE, DOEL, FIELDS);
    const sent = sentToCare();
    expect(sent.length).toBeGreaterThan(0);
    for (const { body } of sent) expect(body).not.toMatch(/HOOG|MET_POLITIE/);
    // Whoever may have it still has it; what it was needed for is not lower than it is, but not there.
    expect(after.person).toEqual({ ...before.person, veiligheidsbeeld: null, huisbezoek: null });
    const { index } = after;
    const missed = (after.errors ?? []).filter(({ extensions }) => extensions.code === 'HUB_NIET_DOORGEGEVEN');
    expect(missed.map(({ path }) => path)).toEqual(
      ['veiligheidsbeeld', 'huisbezoek'].map((field) => ['casus', 'hoofdbetrokkenen', index, field]),
    );
    // What is written down as sent is what was sent: that there is nothing, and of no record.
    const moved = readRegister(house, since).flatMap(({ naar, gegevens }) => (naar === undefined ? [] : gegevens));
    const risks = moved.filter(({ velden }) => 'Hoofdbetrokkene.veiligheidsrisico' in velden);
    expect(risks.length).toBeGreaterThan(0);
    for (const { velden, records } of risks)
      expect({ aantal: velden['Hoofdbetrokkene.veiligheidsrisico'], records }).toEqual({ aantal: 0 });
    // So are they to the police themselves, of what is theirs.
    const own = await asks(AGENT, 'BEGELEIDING', 'veiligheidsrisico veiligheidsbeeld');
    expect(own.person['veiligheidsrisico']).toBe('HOOG');
    await take(besluit(overAlles(), 4));
    expect(await asks(GEMEENTE, DOEL, FIELDS)).toEqual(before);
    expect(sentToCare()[0]!.body).toContain('HOOG');
  });

  test('what the gemeente has of a person himself is withheld as well, and not that he asked for geheimhouding', async () => {
    const FIELDS = 'weergavenaam geboortedatum bsn adres { straat } wijk geheimhouding bezoekadvies';
    const bron: Bron = { bron: 'municipality', record: null, persoon };
    const before = await asks(ZORG, 'ZORG_EN_HULPVERLENING', FIELDS);
    const own = await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS);
    expect(before.person['weergavenaam']).toEqual(expect.any(String));
    await take(besluit(bron, 1, { ...GEMEENTE, bezwaarTegen: [ZORG.partner] }), GEMEENTE);
    const { id, geheimhouding, bezoekadvies } = before.person;
    const nothing = { weergavenaam: null, geboortedatum: null, bsn: null, adres: null, wijk: null };
    expect((await asks(ZORG, 'ZORG_EN_HULPVERLENING', FIELDS)).person).toEqual({ id, geheimhouding, bezoekadvies, ...nothing }); // oxfmt-ignore
    expect(await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS)).toEqual(own);
    await take(besluit(bron, 2, { ...GEMEENTE }), GEMEENTE);
    expect(await asks(ZORG, 'ZORG_EN_HULPVERLENING', FIELDS)).toEqual(before);
  });

  test('nobody is told of him as the relation of another; what other rows say of him stays', async () => {
    const FIELDS =
      'weergavenaam heeftSchulden gezinsrelaties { soort betreft { id } } relaties { soort betreft { id } }';
    const query = `query ($casus: ID!) { casus(id: $casus) { hoofdbetrokkenen { id ${FIELDS.replace(/relaties \{ soort betreft \{ id \} \}$/, '')} }
      directeKring { id relaties { soort betreft { id } } } } }`;
    type Relatie = { betreft: { id: string } | null };
    type Wie = { id: string; weergavenaam: string | null; heeftSchulden: boolean | null; gezinsrelaties?: Relatie[]; relaties?: Relatie[] }; // oxfmt-ignore
    const all = async () => {
      const { body } = await house.ask({ ...ZORG, casus, doel: 'ZORG_EN_HULPVERLENING', query, variables: { casus } });
      const { hoofdbetrokkenen, directeKring } = (body.data as { casus: Record<string, Wie[]> }).casus;
      return [...hoofdbetrokkenen!, ...directeKring!];
    };
    const relations = (seen: Wie[]) => seen.flatMap((one) => [...(one.gezinsrelaties ?? []), ...(one.relaties ?? [])]);
    const before = await all();
    const related = before.find(({ id, relaties }) => relaties === undefined && relations(before).some(({ betreft }) => betreft?.id === id))!; // oxfmt-ignore
    const bron: Bron = { bron: 'municipality', record: null, persoon: related.id };
    const { nr } = (await stand(bron, GEMEENTE)) as { nr: number };
    await take(besluit(bron, nr + 1, { ...GEMEENTE, bezwaarTegen: [ZORG.partner] }), GEMEENTE);
    const after = await all();
    expect(relations(after).filter(({ betreft }) => betreft === null || betreft.id === related.id)).toEqual([]);
    expect(relations(after)).not.toEqual([]);
    const { weergavenaam, heeftSchulden, gezinsrelaties } = after.find(({ id }) => id === related.id)!;
    expect({ weergavenaam, heeftSchulden, gezinsrelaties }).toEqual({ weergavenaam: null, heeftSchulden: related.heeftSchulden, gezinsrelaties: [] }); // oxfmt-ignore
    await take(besluit(bron, nr + 2, GEMEENTE), GEMEENTE);
    expect(await all()).toEqual(before);
  });

  test('what does not count in a value keeps nothing of it from anybody', async () => {
    const FIELDS = 'veiligheidsrisico veiligheidsbeeld huisbezoek';
    const of = house.world.police.risicos.filter((one) => one.persoon === persoon);
    const [latest, ...earlier] = of.toSorted((a, b) => (a.peildatum < b.peildatum ? 1 : -1));
    const before = await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS);
    const about = async (one: typeof latest, nr: number, bezwaarTegen: string[]) =>
      take(besluit({ bron: 'police', record: one!.id, persoon: null }, nr, { bezwaarTegen }));
    for (const one of earlier) await about(one, 1, [ZORG.partner]);
    expect(earlier).not.toEqual([]);
    expect(await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS)).toEqual(before);
    await about(latest, 1, [ZORG.partner]);
    const { person } = await asks(GEMEENTE, 'ZORG_EN_HULPVERLENING', FIELDS);
    expect(person).toMatchObject({ veiligheidsrisico: before.person['veiligheidsrisico'], veiligheidsbeeld: null });
    await about(latest, 2, []);
    for (const one of earlier) await about(one, 2, []);
  });

  describe('while it is on its way', () => {
    const REGISSEUR = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' };
    /** Takes a besluit of the police, and has this stap taken when it reaches the door of that path. */
    const meanwhile = async (at: 'police' | 'municipality', path: string, stap: Stap, one: Bronbesluit) => {
      let once = true;
      house.proxies[at].behave({
        before: async (arrived) => {
          if (!arrived.path.endsWith(path) || !once) return;
          once = false;
          const { body } = await house.ask({ ...REGISSEUR, casus, doel: 'CASUSREGIE', query: '{ verloop { nr vorige } }' }); // oxfmt-ignore
          const { nr, vorige } = body.data?.['verloop'] as { nr: number; vorige: string };
          const akte = akteOf(stap, {
            casus,
            ...REGISSEUR,
            nr: nr + 1,
            vorige,
            sleutel: randomBytes(12).toString('hex'),
          });
          expect((await house.ask(await stapVraag(akte, house.keys.partner))).status).toBe(200);
        },
      });
      try {
        return await take(one);
      } finally {
        house.proxies[at].behave('normal');
      }
    };
    const replaces = (medewerker: string, door: string): Stap => ({ stap: 'VERVANGEN', zetelPartner: AGENT.partner, zetelMedewerker: medewerker, door }); // oxfmt-ignore

    test('others may leave: what was done is said to be done', async () => {
      const { nr } = (await stand(over())) as { nr: number };
      const leaves: Stap = { stap: 'VERLATEN', zetelPartner: 'reclassering-nederland', zetelMedewerker: 'm-reclassering-1' }; // oxfmt-ignore
      const { status, gezet, lines } = await meanwhile('police', '/bronbesluiten', leaves, besluit(over(), nr + 1));
      expect({ status, nr: gezet?.nr }).toEqual({ status: 200, nr: nr + 1 });
      expect(lines.map(({ soort }) => soort)).not.toContain('NIET_VRIJGEGEVEN');
      expect(await stand(over())).toMatchObject({ nr: nr + 1 });
    });

    test('who is replaced before it is brought, decides nothing any more', async () => {
      const before = (await stand(overAlles())) as { nr: number };
      const one = besluit(overAlles(), before.nr + 1, { bezwaarTegen: ['tactus'] });
      const asked = await meanwhile('municipality', '/betrokkenen', replaces(AGENT.medewerker, 'm-politie-6'), one);
      expect([asked.status, asked.gezet]).toEqual([403, undefined]);
      const done = asked.lines.filter(({ soort, verloop }) => soort === 'STAP' && verloop?.stap === 'BRONBESLUIT');
      expect(done).toEqual([]);
      const colleague = { ...AGENT, medewerker: 'm-politie-6' };
      expect(await stand(overAlles(), colleague)).toEqual(before);
      // For what follows he sits there again.
      const back = await house.ask({ ...REGISSEUR, casus, doel: 'CASUSREGIE', query: '{ verloop { nr vorige } }' });
      const { nr, vorige } = back.body.data?.['verloop'] as { nr: number; vorige: string };
      const akte = akteOf(replaces('m-politie-6', AGENT.medewerker), { casus, ...REGISSEUR, nr: nr + 1, vorige, sleutel: randomBytes(12).toString('hex') }); // oxfmt-ignore
      expect((await house.ask(await stapVraag(akte, house.keys.partner))).status).toBe(200);
    });
  });

  test('is written down before and after, with the signature, and names no person, record or receiver', async () => {
    const one = besluit({ bron: 'police', record: 'r'.repeat(32), persoon: null }, 1);
    const gone = await take(one);
    expect(gone).toMatchObject({ status: 422, code: 'HUB_STAP_GEWEIGERD' });
    expect(gone.lines.map(({ soort }) => soort)).toEqual(['VOORNEMEN', 'VOORNEMEN', 'GEWEIGERD']);
    const { nr } = (await stand(over())) as { nr: number };
    const real = besluit(over(), nr + 1, { bezwaarTegen: ['rvdk'] });
    const { lines, gezet } = await take(real);
    const verloop = { stap: 'BRONBESLUIT', nr: nr + 1, akte: digestOfBesluit(textOfBesluit(real)) };
    expect(lines.filter(({ verloop: said }) => said !== undefined)).toMatchObject([
      { soort: 'VOORNEMEN', partner: AGENT.partner, rol: 'DEELNEMER', casus, verloop },
      { soort: 'STAP', id: gezet?.bewijs, verloop },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`rvdk|${record}|${persoon}`));
    const { code } = await hub(['register', 'verify'], { env: { KETENHUB_DIR: house.dir } });
    expect(code).toBe(0);
  });

  test('the same once more counts once; another under its number, and one that skips a number, are conflicts', async () => {
    const bron: Bron = { bron: 'care', record: null, persoon };
    const ours = (nr: number, more: Partial<Bronbesluit> = {}) => besluit(bron, nr, { ...ZORG, ...more });
    const one = ours(1, { bezwaarTegen: ['IEDEREEN'] });
    const first = await take(one, ZORG);
    expect(await take(one, ZORG)).toMatchObject({ status: 200, gezet: { nr: 1, akte: first.gezet?.akte } });
    for (const other of [ours(1), ours(3)])
      expect(await take(other, ZORG)).toMatchObject({ status: 409, code: 'HUB_CONFLICT' });
    expect(await stand(bron, ZORG)).toEqual({ nr: 1, vrijgegevenAan: [], bezwaarTegen: ['IEDEREEN'] });
    // What another decided about the same person is not told.
    expect(await stand(bron)).toEqual(NIETS);
    const many = await Promise.all(Array.from({ length: 8 }, () => take(ours(2), ZORG)));
    expect(many.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  test.each<[string, () => Promise<Awaited<ReturnType<typeof hand>>>, number, string]>([
    ['of another partner', () => take(besluit(overAlles(), 9, ZORG)), 422, 'HUB_STAP_GEWEIGERD'],
    ['of a colleague', () => take(besluit(overAlles(), 9, { medewerker: 'm-politie-2' })), 422, 'HUB_STAP_GEWEIGERD'],
    ['in another casus', () => take(besluit(overAlles(), 9, { casus: 'a'.repeat(32) })), 422, 'HUB_STAP_GEWEIGERD'],
    ['against himself', () => take(besluit(overAlles(), 9, { bezwaarTegen: [AGENT.partner] })), 422, 'HUB_STAP_GEWEIGERD'],
    ['that nobody signed', async () => hand(textOfBesluit(besluit(overAlles(), 9)), 'a..b'), 422, 'HUB_STAP_GEWEIGERD'],
    ['signed as an akte', async () => {
      const tekst = textOfBesluit(besluit(overAlles(), 9));
      return hand(tekst, await sign(tekst, 'akte+jws'));
    }, 422, 'HUB_STAP_GEWEIGERD'],
    ['that releases what needs no release', () => take(besluit({ bron: 'municipality', record: house.world.municipality.schulden.find((one) => one.bronhouder === house.partners.get('gemeente-zwolle')!.oin)!.id, persoon: null }, 1, { ...GEMEENTE, vrijgegevenAan: ['tactus'] }), GEMEENTE), 422, 'HUB_STAP_GEWEIGERD'],
    ['to nobody that is known', () => take(besluit(over(), 9, { vrijgegevenAan: ['dimense'] })), 400, 'BAD_USER_INPUT'],
    ['that releases to everybody', () => take(besluit(over(), 9, { vrijgegevenAan: ['IEDEREEN'] })), 400, 'BAD_USER_INPUT'],
    ['that is no besluit', async () => hand('{}', await sign('{}')), 400, 'BAD_USER_INPUT'],
    ['written with spaces', async () => {
      const tekst = JSON.stringify(besluit(overAlles(), 9), null, 1);
      return hand(tekst, await sign(tekst));
    }, 400, 'BAD_USER_INPUT'],
  ])('one %s is refused, and nothing is changed', async (_name, ask, status, code) => {
    const before = await Promise.all([stand(over()), stand(overAlles())]);
    const { lines, ...answer } = await ask();
    expect(answer).toMatchObject({ status, code });
    expect(lines.some(({ soort }) => soort === 'STAP')).toBe(false);
    expect(await Promise.all([stand(over()), stand(overAlles())])).toEqual(before);
  }); // oxfmt-ignore

  describe('a source of another host is told of a casus and a person as by any question', () => {
    const atCare = () => house.proxies.care.taken().filter(({ path }) => path !== '/graphql');
    const seat = (partner: string) => {
      const sits = house.world.municipality.zetels.filter((one) => one.partner === partner && one.tot === null);
      return sits.map(({ casus: where, medewerker }) => ({ where, medewerker, partner }));
    };
    /** A medewerker of Tactus, whose records Dimence keeps, in a casus where Dimence sits or does not. */
    const tactus = (beside: boolean) =>
      seat('tactus').find(({ where }) => {
        const one = house.world.municipality.casussen.find(({ id }) => id === where);
        return one?.status === 'LOPEND' && seat('dimence').some((other) => other.where === where) === beside;
      });
    const in_ = async (one: { where: string; medewerker: string; partner: string }, bezwaarTegen: string[]) => {
      const wie = { partner: one.partner, medewerker: one.medewerker };
      const tekst = textOfBesluit(besluit({ bron: 'care', record: null, persoon }, 1, { ...wie, casus: one.where, bezwaarTegen })); // oxfmt-ignore
      const before = readRegister(house).length;
      const doel = house.world.municipality.casussen.find(({ id }) => id === one.where)!.doel;
      atCare();
      const variables = { besluit: tekst, handtekening: await sign(tekst) };
      const { status, body } = await house.ask({ ...wie, casus: one.where, doel, query: NEEM, variables });
      return { status, code: body.errors?.[0]?.extensions.code, atDoor: atCare().length, lines: readRegister(house, before) }; // oxfmt-ignore
    };

    test('never of who is not in this casus, or is none at all', async () => {
      const inCasus = house.world.municipality.betrokkenheden.filter((one) => one.casus === casus);
      const elsewhere = house.world.municipality.betrokkenheden.find(({ persoon: one }) => inCasus.every((other) => other.persoon !== one))!; // oxfmt-ignore
      for (const one of [elsewhere.persoon, 'f'.repeat(32), 'lalalala', '__proto__']) {
        const bron: Bron = { bron: 'police', record: null, persoon: one };
        const since = readRegister(house).length;
        house.proxies.police.taken();
        expect(await stand(bron)).toEqual(NIETS);
        const { status, code } = await take(besluit(bron, 1, { bezwaarTegen: ['IEDEREEN'] }));
        expect({ one, status, code }).toEqual({ one, status: 422, code: 'HUB_STAP_GEWEIGERD' });
        expect(house.proxies.police.taken()).toEqual([]);
        expect(readRegister(house, since).flatMap(({ over: about }) => about)).toEqual([]);
      }
    });

    test('nor of somebody of the direct circle, by who does not know the circle', async () => {
      const kring = house.world.municipality.betrokkenheden.find((one) => one.casus === casus && one.soort === 'KRINGLID')!; // oxfmt-ignore
      const bron: Bron = { bron: 'care', record: null, persoon: kring.persoon };
      const wie = { partner: 'tactus', medewerker: seat('tactus').find(({ where }) => where === casus)!.medewerker };
      const since = readRegister(house).length;
      expect(await stand(bron, wie)).toEqual(NIETS);
      expect(readRegister(house, since).flatMap(({ over: about }) => about)).toEqual([]);
    });

    test('never by who has nothing there', async () => {
      for (const wie of [AGENT, GEMEENTE]) {
        const { status, code, atDoor } = await in_({ ...wie, where: casus }, ['IEDEREEN']);
        expect({ status, code, atDoor }).toEqual({ status: 422, code: 'HUB_STAP_GEWEIGERD', atDoor: 0 });
        expect(await stand({ bron: 'care', persoon }, wie)).toEqual(NIETS);
        expect(atCare()).toEqual([]);
      }
    });

    test('by who has something there, once that is written down', async () => {
      const oin = house.partners.get('dimence')!.oin;
      const { status, code, atDoor, lines } = await in_(tactus(true)!, ['IEDEREEN']);
      expect({ status, code, atDoor }).toEqual({ status: 200, code: undefined, atDoor: 1 });
      const moved = lines.filter(({ naar }) => naar === oin);
      expect(moved).toHaveLength(1);
      expect(moved[0]).toMatchObject({ soort: 'VOORNEMEN', partner: 'tactus' });
      expect(moved[0]!.gegevens.map(({ categorie }) => categorie).sort()).toEqual(['casus.betrokkenheid', 'casus.kern']); // oxfmt-ignore
      expect(moved[0]!.over).toHaveLength(1);
    });
  });

  test('a slip in a receiver is answered with who was meant', async () => {
    const { message } = await take(besluit(over(), 9, { bezwaarTegen: ['dimense'] }));
    expect(message).toBe('Een ontvanger is een ketenpartner of ketenrol; bedoelde u "dimence"?');
  });

  test('who sits there for the chain decides for no organisation; who sits there not at all is let into no casus', async () => {
    const regisseur = { partner: 'gemeente-zwolle', medewerker: 'm-zwolle-2' };
    const one = besluit({ bron: 'municipality', record: null, persoon }, 1, regisseur);
    expect(await take(one, regisseur)).toMatchObject({ status: 422, code: 'HUB_STAP_GEWEIGERD' });
    expect(await stand({ bron: 'municipality', persoon }, regisseur)).toBe('HUB_STAP_GEWEIGERD');
    expect(await take(besluit(overAlles(), 9), { ...AGENT, medewerker: 'm-politie-4' })).toMatchObject({ status: 403 });
    for (const wrong of [{ bron: 'police' }, { bron: 'police', record, persoon }, { bron: 'justitie', record }])
      expect(await stand(wrong)).toBe('BAD_USER_INPUT');
  });

  test('a source that can not be reached is said to be so, and that it is not known whether it counts', async () => {
    await house.proxies.police.close();
    const { status, code, lines } = await take(besluit(overAlles(), 5));
    expect([status, code]).toEqual([503, 'HUB_PARTNER_ONBEREIKBAAR']);
    expect(lines.map(({ soort }) => soort)).toEqual(['VOORNEMEN', 'VOORNEMEN', 'GEWEIGERD']);
    expect(await stand(overAlles())).toBe('HUB_PARTNER_ONBEREIKBAAR');
  });
});

test('by the command line: shown, decided, and taken back', async () => {
  const house = await startHouse();
  try {
    const { id: casus } = house.world.municipality.casussen[0]!;
    const inCasus = house.world.municipality.betrokkenheden.filter((one) => one.casus === casus);
    const { id: record } = house.world.police.incidenten.find(
      (one) =>
        inCasus.some((other) => other.persoon === one.persoon) &&
        !house.world.police.vrijgaven.some((other) => other.casus === casus && other.record === one.id),
    )!;
    const env = { KETENHUB_DIR: house.dir, PUBLIC_URL: house.address };
    const who = ['--bron', 'police', '--partner', AGENT.partner, '--medewerker', AGENT.medewerker];
    const run = (opdracht: string, ...argv: string[]) => hub(['casus', opdracht, casus, ...who, ...argv], { env });
    expect(await run('bronstand', '--record', record)).toMatchObject({
      code: 0,
      out: 'Er is geen besluit.\nVrijgegeven aan: niemand.\nBezwaar tegen: niemand.\n',
    });
    expect(await run('bronbesluit', '--record', record, '--vrij', 'tactus', '--vrij', 'PROCESREGISSEUR', '--bezwaar', 'dimence')).toMatchObject({ code: 0, out: expect.stringMatching(/^Besluit 1 geldt sinds /) as unknown }); // oxfmt-ignore
    expect((await run('bronstand', '--record', record)).out).toBe(
      'Besluit 1.\nVrijgegeven aan: PROCESREGISSEUR, tactus.\nBezwaar tegen: dimence.\n',
    );
    expect(JSON.parse((await run('bronbesluit', '--record', record, '--niets', '--json')).out)).toMatchObject({
      nr: 2,
    });
    expect(JSON.parse((await run('bronstand', '--record', record, '--json')).out)).toEqual({ ...NIETS, nr: 2 });
    for (const wrong of [
      ['--record', record],
      ['--niets'],
      ['--record', record, '--persoon', 'x', '--niets'],
      ['--record', record, '--niets', '--vrij', 'tactus'],
      ['--record', record, '--vrij', 'tactus', '--bezwaar', 'tactus'],
      ['--persoon', 'x', '--vrij', 'tactus'],
    ])
      expect(await run('bronbesluit', ...wrong)).toMatchObject({ code: 2, out: '' });
    expect(await run('bronbesluit', '--record', record, '--bezwaar', AGENT.partner)).toMatchObject({ code: 1, err: expect.stringContaining('heeft zij zelf altijd') as unknown }); // oxfmt-ignore
  } finally {
    await house.stop();
  }
});
