import { randomBytes } from 'node:crypto';
import { type FactsDoor, openFactsDoor } from '../../../gateway/context/factsDoor';
import { DELEGATIE_HEADER } from '../../../schema/domain/delegatie';
import type { Rol } from '../../../schema/domain/rol';
import { vandaag } from '../../../schema/domain/vandaag';
import { readKetenpartners } from '../../../schema/partners';
import { quietSpan } from '../../../schema/tracing/quietSpan';
import { type Aangemelde, type Aanmelding, casusVan, wieVan } from '../../../schema/verloop/aanmelding';
import { textOfBesluit } from '../../../schema/verloop/besluit';
import { municipality } from '../../../subgraphs/municipality/municipality';
import { makeDatabase, onEveryStore } from '../../harness/postgres';
import { verleend } from '../../harness/delegatieVan';
import { type SignOptions, signDelegatie } from '../../harness/signDelegatie';
import { type PartnerUnderTest, startPartner } from '../../harness/startPartner';
import { gemeenteDelegatie } from './ask';
import { smallWorld } from './smallWorld';

const dimence = readKetenpartners().get('dimence')!;
const zwolle = readKetenpartners().get('gemeente-zwolle')!;
const WIE: Aangemelde = { voornamen: 'Proef', voorvoegsel: null, geslachtsnaam: 'Verzonnen', geboortedatum: '1990-02-03', bsn: null }; // oxfmt-ignore

onEveryStore('a casus that is brought in', (kind) => {
  let database: { readonly url: string; drop(): Promise<void> } | null;
  /** On PostgreSQL two of them, over one database. */
  let bronnen: PartnerUnderTest[];
  let doors: FactsDoor[];
  beforeEach(async () => {
    database = kind === 'SQLite' ? null : await makeDatabase(`ketenhub_meld_${randomBytes(6).toString('hex')}`);
    const env = database === null ? {} : { MUNICIPALITY_DATABASE_URL: database.url };
    const options = { createWorld: smallWorld, env };
    bronnen = [await startPartner(municipality, options)];
    if (database !== null) bronnen.push(await startPartner(municipality, options));
    doors = bronnen.map(({ url, key }) =>
      openFactsDoor(url, {}, (delegatie, body, typ) => signDelegatie(key, delegatie, body, { typ })),
    );
    await designate(dimence, 'm-melder', 'MELDER');
    await designate(zwolle, 'm-regie', 'PROCESREGISSEUR');
  });
  afterEach(async () => {
    await Promise.all(doors.map((door) => door.close()));
    await Promise.all(bronnen.map((bron) => bron.close()));
    await database?.drop();
  });

  const wie = (partner: typeof dimence, medewerker: string) => ({ medewerker, partner, jti: '1', exp: 0 });
  const designate = async (partner: typeof dimence, medewerker: string, rol: Rol) => {
    const rollen = [{ rol, van: '2026-01-01', tot: null }];
    const tekst = textOfBesluit({ partner: partner.id, medewerker, nr: 1, sleutel: 's'.repeat(16), rollen });
    await doors[0]!.designate(wie(partner, 'm-po'), { tekst, handtekening: 'h..s' }, quietSpan(undefined));
  };
  let made = 0;
  const aanmelding = (more: Partial<Aanmelding> = {}): Aanmelding => {
    const sleutel = `sleutel-${String((made += 1)).padStart(12, '0')}`;
    return {
      ...{ partner: 'dimence', medewerker: 'm-melder' },
      ...{ regie: 'gemeente-zwolle', procesregisseur: 'm-regie', convenant: 'voorbeeld', doel: 'CASUSREGIE' },
      ...{ kader: 'DRANG', thema: 'VEELPLEGER', gemeente: 'Zwolle', dag: vandaag() },
      ...{ sleutel, wie: wieVan(WIE, sleutel), ...more },
    };
  };
  const casusOf = (one: Aanmelding) => casusVan(textOfBesluit(one));
  const take = (one: Aanmelding, at = 0, handtekening = 'h..s') =>
    doors[at % doors.length]!.report(
      wie(dimence, one.medewerker),
      casusOf(one),
      { tekst: textOfBesluit(one), handtekening, wie: WIE },
      quietSpan(undefined),
    );
  const facts = (casus: string | null, who = wie(dimence, 'm-melder')) =>
    doors[0]!.read(who, casus, quietSpan(undefined));

  test('stands in its first fase with two seats, told as it was signed; a private melder has confirmed nothing', async () => {
    const one = aanmelding();
    const { revisie: before } = await facts(null);
    const taken = await take(one);
    const { revisie } = await facts(null);
    expect(taken).toEqual({ uitkomst: 'GEZET', handtekening: 'h..s', revisie });
    expect(revisie).not.toBe(before);
    const { casus, verloop } = await facts(casusOf(one));
    expect(casus).toMatchObject({ fase: 'AANMELDING', kader: 'DRANG', status: 'LOPEND', regie: 'gemeente-zwolle', convenant: 'voorbeeld', bevestigd: false }); // oxfmt-ignore
    expect(casus!.tafel).toEqual([
      { partner: 'dimence', medewerker: 'm-melder', rol: 'MELDER' },
      { partner: 'gemeente-zwolle', medewerker: 'm-regie', rol: 'PROCESREGISSEUR' },
    ]);
    expect(verloop).toMatchObject({ nr: 0, bevestigdDoor: [] });
    const deel = await doors[0]!.verloop(wie(dimence, 'm-melder'), casusOf(one), null, quietSpan(undefined));
    expect(deel.begin).toEqual({ tekst: textOfBesluit(one), handtekeningen: { dimence: 'h..s' } });
  });

  test('is there once, whoever sends it how often; of another day it is too late', async () => {
    const one = aanmelding();
    const taken = await Promise.all(Array.from({ length: 10 }, (_, i) => take(one, i, `h..${String(i)}`)));
    expect(new Set(taken.map(({ uitkomst }) => uitkomst))).toEqual(new Set(['GEZET']));
    expect(new Set(taken.map((each) => (each.uitkomst === 'GEZET' ? each.handtekening : '')))).toHaveProperty(
      'size',
      1,
    );
    expect(await take(aanmelding({ dag: '2026-01-01' }))).toEqual({ uitkomst: 'ACHTERHAALD' });
    expect(await take(one, 1, 'h..x')).toMatchObject({ uitkomst: 'GEZET' });
  });

  test('is about somebody of whom nobody looked yet whether he asked for geheimhouding: until then as if he did', async () => {
    const one = aanmelding();
    await take(one);
    const verleningen = verleend(zwolle.oin, 'casus.betrokkenheid', 'persoon.geheimhouding', 'persoon.naam');
    const delegatie = gemeenteDelegatie({ casus: casusOf(one), verleningen });
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Casus { hoofdbetrokkenen { geheimhouding naam { geslachtsnaam } } } } }'; // oxfmt-ignore
    const { body } = await bronnen[0]!.ask(delegatie, query, { r: [{ __typename: 'Casus', id: casusOf(one) }] });
    expect(body.data?.['_entities']).toEqual([
      { hoofdbetrokkenen: [{ geheimhouding: true, naam: { geslachtsnaam: WIE.geslachtsnaam } }] },
    ]);
  });

  test('is not made by who is not designated, nor to such a one, nor under a private regie', async () => {
    const before = (await facts(null)).revisie;
    expect(await take(aanmelding({ medewerker: 'm-1' }))).toEqual({ uitkomst: 'NIET_AANGEWEZEN' });
    expect(await take(aanmelding({ procesregisseur: 'm-2' }))).toEqual({ uitkomst: 'NIET_AANGEWEZEN' });
    expect(await take(aanmelding({ procesregisseur: 'm-melder' }))).toEqual({ uitkomst: 'GEEN_DEELNEMER' });
    expect(await take(aanmelding({ regie: 'tactus' }))).toEqual({ uitkomst: 'GEEN_DEELNEMER' });
    expect((await facts(null)).revisie).toBe(before);
  });

  test('its door opens for a statement about that casus, partner and medewerker, and for whom it is about', async () => {
    const one = aanmelding();
    const body = { tekst: textOfBesluit(one), handtekening: 'h..s', wie: WIE };
    const send = async (over: object = {}, sign: SignOptions = {}, other: object = body) => {
      const text = JSON.stringify(other);
      const delegatie = gemeenteDelegatie({ casus: casusOf(one), partner: 'dimence', medewerker: 'm-melder', verleningen: [], ...over }); // oxfmt-ignore
      const token = await signDelegatie(bronnen[0]!.key, delegatie, text, { typ: 'aanmelding+jwt', ...sign });
      const headers = { 'content-type': 'application/json', [DELEGATIE_HEADER]: token };
      const answer = await fetch(new URL('aanmeldingen', bronnen[0]!.url), { method: 'POST', body: text, headers });
      return { status: answer.status, text: await answer.text() };
    };
    const refused = await send({}, { typ: 'stap+jwt' });
    expect(refused.status).toBe(401);
    for (const answer of [
      await send({}, { typ: 'aanwijzing+jwt' }),
      await send({}, { aud: 'police' }),
      await send({}, { lichaam: 'x' }),
      await send({ partner: 'tactus' }),
      await send({ medewerker: 'm-1' }),
      await send({ casus: 'casus-1' }),
      await send({ casus: null }),
      await send({}, {}, { ...body, wie: { ...WIE, geslachtsnaam: 'Ander' } }),
      await send({}, {}, { ...body, wie: { ...WIE, functie: 'x' } }),
      await send({}, {}, { tekst: body.tekst, handtekening: 'h..s' }),
      await send({}, {}, { ...body, extra: true }),
      await send({}, {}, { ...body, tekst: ` ${body.tekst}` }),
      await send({}, {}, { ...body, tekst: textOfBesluit({ ...one, extra: 1 }) }),
    ])
      expect(answer).toEqual(refused);
    expect((await facts(casusOf(one))).casus).toBeNull();
    expect((await send()).status).toBe(200);
    expect((await facts(casusOf(one))).casus).not.toBeNull();
  });
});
