import { randomBytes } from 'node:crypto';
import { type FactsDoor, openFactsDoor } from '../../../gateway/context/factsDoor';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import { readKetenpartners } from '../../../schema/partners';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import { type Aanwijzingsbesluit } from '../../../schema/verloop/aanwijzingsbesluit';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import { municipality } from '../../../subgraphs/municipality/municipality';
import { makeDatabase, onEveryStore } from '../../harness/postgres';
import { type SignOptions, signDelegatie } from '../../harness/signDelegatie';
import { type PartnerUnderTest, startPartner } from '../../harness/startPartner';
import { gemeenteDelegatie } from './ask';
import { smallWorld } from './smallWorld';

const partner = readKetenpartners().get('dimence')!;
const since = { van: '2026-01-01', tot: null };

onEveryStore('a besluit on for what somebody is designated', (kind) => {
  let database: { readonly url: string; drop(): Promise<void> } | null;
  /** On PostgreSQL two of them, over one database. */
  let bronnen: PartnerUnderTest[];
  let doors: FactsDoor[];
  beforeEach(async () => {
    database = kind === 'SQLite' ? null : await makeDatabase(`ketenhub_aanwijs_${randomBytes(6).toString('hex')}`);
    const env = database === null ? {} : { MUNICIPALITY_DATABASE_URL: database.url };
    const options = { createWorld: smallWorld, env };
    bronnen = [await startPartner(municipality, options)];
    if (database !== null) bronnen.push(await startPartner(municipality, options));
    doors = bronnen.map(({ url, key }) =>
      openFactsDoor(url, {}, (delegatie, body, typ) => signDelegatie(key, delegatie, body, { typ })),
    );
  });
  afterEach(async () => {
    await Promise.all(doors.map((door) => door.close()));
    await Promise.all(bronnen.map((bron) => bron.close()));
    await database?.drop();
  });

  const wie = (medewerker: string) => ({ medewerker, partner, jti: '1', exp: 0 });
  let made = 0;
  const besluit = (medewerker: string, nr: number, rollen: Aanwijzingsbesluit['rollen']): Aanwijzingsbesluit => {
    made += 1;
    return { partner: 'dimence', medewerker, nr, sleutel: `sleutel-${String(made).padStart(12, '0')}`, rollen };
  };
  const take = (one: Aanwijzingsbesluit, at = 0, handtekening = 'h..s') =>
    doors[at % doors.length]!.designate(wie('m-po'), { tekst: textOfBesluit(one), handtekening }, quietSpan(undefined));
  const facts = (medewerker: string, casus: string | null = null) =>
    doors[0]!.read(wie(medewerker), casus, quietSpan(undefined));
  const rollen = async (medewerker: string) => (await facts(medewerker)).aanwijzingen.map(({ rol }) => rol);

  test('takes the place of all before it, of that medewerker at that partner alone, and is told as it was signed', async () => {
    expect(await rollen('m-1')).toEqual(['DEELNEMER']);
    const { casus: before, revisie } = await facts('m-1', 'casus-1');
    expect(before!.tafel.map(({ medewerker }) => medewerker)).toContain('m-1');
    const other = await doors[0]!.read({ ...wie('m-2'), partner: readKetenpartners().get('gemeente-zwolle')! }, 'casus-1', quietSpan(undefined)); // oxfmt-ignore
    const one = besluit('m-1', 2, [
      { rol: 'MELDER', ...since },
      { rol: 'PRIVACY_OFFICER', van: '2099-01-01', tot: null },
    ]);
    expect(await take(one)).toEqual({ uitkomst: 'GEZET', handtekening: 'h..s' });
    expect(await rollen('m-1')).toEqual(['MELDER']);
    const after = await facts('m-1', 'casus-1');
    expect(after.casus!.tafel.map(({ medewerker }) => medewerker)).not.toContain('m-1');
    expect(after.revisie).not.toBe(revisie);
    expect(after.besluiten).toContainEqual({ tekst: textOfBesluit(one), handtekening: 'h..s' });
    const still = await doors[0]!.read({ ...wie('m-2'), partner: readKetenpartners().get('gemeente-zwolle')! }, 'casus-1', quietSpan(undefined)); // oxfmt-ignore
    expect(still.aanwijzingen).toEqual(other.aanwijzingen);
    await take(besluit('m-1', 3, []));
    expect(await facts('m-1')).toMatchObject({ aanwijzingen: [], besluiten: [{ handtekening: 'h..s' }] });
  });

  test('of somebody of whom there was none is the first, and no other', async () => {
    expect(await take(besluit('m-nieuw', 2, []))).toEqual({ uitkomst: 'ACHTERHAALD' });
    const one = besluit('m-nieuw', 1, [{ rol: 'DEELNEMER', ...since }]);
    expect(await take(one)).toMatchObject({ uitkomst: 'GEZET' });
    // Sent once more, and signed once more: what it keeps is what came first.
    expect(await take(one, 1, 'h..t')).toEqual({ uitkomst: 'GEZET', handtekening: 'h..s' });
    for (const nr of [1, 3]) expect(await take(besluit('m-nieuw', nr, []))).toEqual({ uitkomst: 'ACHTERHAALD' });
    expect(await rollen('m-nieuw')).toEqual(['DEELNEMER']);
  });

  test('of many at once one counts, and it is whole', async () => {
    for (let nr = 1; nr <= 4; nr += 1) {
      const all = Array.from({ length: 10 }, (_, i) => besluit('m-druk', nr, [{ rol: i % 2 === 0 ? 'MELDER' : 'DEELNEMER', ...since }])); // oxfmt-ignore
      const taken = await Promise.all(all.map((one, i) => take(one, i)));
      const won = all.filter((_, i) => taken[i]?.uitkomst === 'GEZET');
      expect(won).toHaveLength(1);
      const told = await facts('m-druk');
      expect(told.besluiten.map(({ tekst }) => tekst)).toEqual([textOfBesluit(won[0]!)]);
      expect(told.aanwijzingen.map(({ rol }) => rol)).toEqual(won[0]!.rollen.map(({ rol }) => rol));
    }
  });

  test('the same, sent many times at once, counts once and is answered alike each time', async () => {
    for (let nr = 1; nr <= 12; nr += 1) {
      const one = besluit('m-druk', nr, [{ rol: 'DEELNEMER', ...since }]);
      const taken = await Promise.all(Array.from({ length: 6 }, (_, i) => take(one, i)));
      expect(taken.map(({ uitkomst }) => uitkomst)).toEqual(Array<string>(6).fill('GEZET'));
    }
  });

  test('its door opens for a statement about that partner only', async () => {
    const one = besluit('m-7', 1, []);
    const body = { tekst: textOfBesluit(one), handtekening: 'h..s' };
    const send = async (over: object = {}, sign: SignOptions = {}, other: object = body) => {
      const text = JSON.stringify(other);
      const delegatie = gemeenteDelegatie({ casus: null, partner: 'dimence', medewerker: 'm-po', verleningen: [], ...over }); // oxfmt-ignore
      const token = await signDelegatie(bronnen[0]!.key, delegatie, text, { typ: 'aanwijzing+jwt', ...sign });
      const headers = { 'content-type': 'application/json', [DELEGATIE_HEADER]: token };
      const answer = await fetch(new URL('aanwijzingen', bronnen[0]!.url), { method: 'POST', body: text, headers });
      return { status: answer.status, text: await answer.text() };
    };
    const refused = await send({}, { typ: 'stap+jwt' });
    expect(refused.status).toBe(401);
    for (const answer of [
      await send({}, { typ: 'delegatie+jwt' }),
      await send({}, { aud: 'police' }),
      await send({}, { lichaam: 'x' }),
      await send({ partner: 'tactus' }),
      await send({}, {}, { tekst: body.tekst }),
      await send({}, {}, { ...body, extra: true }),
      await send({}, {}, { ...body, tekst: '{}' }),
      await send({}, {}, { ...body, tekst: JSON.stringify({ ...one, extra: 1 }) }),
      await send({}, {}, { ...body, tekst: ` ${body.tekst}` }),
    ])
      expect(answer).toEqual(refused);
    expect((await facts('m-7')).besluiten).toEqual([]);
    expect((await send()).status).toBe(200);
    expect((await facts('m-7')).besluiten).toEqual([body]);
  });
});
