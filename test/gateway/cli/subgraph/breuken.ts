import { createHash } from 'node:crypto';
import type { Beperking } from '../../../../schema/domain/beperking';
import type { Delegatie, Verlening } from '../../../../schema/domain/delegatie';
import { readKetenpartners } from '../../../../schema/partners';
import { delegatieSchema } from '../../../../subgraphs/kit/delegation/delegatieSchema';
import type { Binnen, Breuk, Uit } from './brokenSource';

const POLITIE = '00000099000000000101';

type Data = Record<string, unknown> & { _entities?: (Record<string, unknown> | null)[] };

/** Changes what is in an answer that has data. */
const inData =
  (change: (entities: (Record<string, unknown> | null)[], binnen: Binnen) => (Record<string, unknown> | null)[]) =>
  (uit: Uit, binnen: Binnen): Uit => {
    const answer = JSON.parse(uit.text) as { data?: Data | null };
    const entities = answer.data?._entities;
    if (!Array.isArray(entities)) return uit;
    return {
      ...uit,
      text: JSON.stringify({ ...answer, data: { ...answer.data, _entities: change(entities, binnen) } }),
    };
  };

const inVerleningen =
  (change: (verlening: Verlening) => Verlening) =>
  (delegatie: Delegatie): Delegatie => ({ ...delegatie, verleningen: delegatie.verleningen.map(change) });

/** A beperking that this source never heard of. */
const zonder = (beperking: Beperking, van = /./): Breuk => ({
  leest: inVerleningen((one) => ({
    ...one,
    beperkingen: van.test(one.categorie) ? one.beperkingen.filter((other) => other !== beperking) : one.beperkingen,
  })),
});

/** Says something more, where a question is wrong. */
const lekt = (woorden: (binnen: Binnen) => object): Breuk => ({
  antwoord: (uit, binnen) =>
    uit.status === 400 ? { ...uit, text: JSON.stringify({ errors: [woorden(binnen)] }) } : uit,
});

const digest = (body: string): string => createHash('sha256').update(body).digest('base64url');
const seconds = (): number => Date.now() / 1000;
const isInt = (value: unknown): value is number => Number.isInteger(value);
/** A whole statement, whatever is wrong with it. */
const heel = ({ claims, parts }: Binnen): boolean => 'iss' in claims && 'jti' in claims && parts.length === 3;

function isObject(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The value that a bad question carried. */
const merkIn = ({ body }: Binnen): string => /geheim[0-9a-f]{32}/.exec(body)?.[0] ?? '';

/** Takes a whole statement for good that is not. */
const vergeeft = (test: (claims: Binnen['claims'], kop: Binnen['kop'], binnen: Binnen) => boolean) => (): Breuk => ({
  vergeeft: (binnen) => heel(binnen) && test(binnen.claims, binnen.kop, binnen),
});

const fout = (message: string, extensions: object = { code: 'BAD_REQUEST' }): object => ({ message, extensions });

/** Each rule, and sources that break it and nothing else. */
export const BREUKEN: readonly (readonly [regel: string, hoe: string, maak: () => Breuk])[] = [
  ['geldig', 'weigert wie buiten een casus vraagt', () => ({ weigert: ({ delegatie }) => delegatie.casus === null })],
  ['geldig', 'kent geen speling', () => ({ weigert: ({ claims: { exp } }) => isInt(exp) && exp < seconds() })],
  ['lange-kop', 'neemt niet meer dan 32 kB', () => ({ weigert: ({ token }) => (token?.length ?? 0) > 32 * 1024 })],
  ['geen-verklaring', 'wie niets stuurt mag ook', () => ({ vergeeft: ({ token, body }) => !token && body.includes('"van"') })], // oxfmt-ignore
  ['misvormd', 'leest wat het lijkt', () => ({ vergeeft: ({ token, parts }) => Boolean(token) && parts.length !== 3 })],
  ['algoritme', 'alg none', vergeeft((_, { alg }) => /^none$/i.test(String(alg)))],
  ['algoritme', 'HS256 met de openbare sleutel', vergeeft((_, { alg }) => alg === 'HS256')],
  ['soort', 'kijkt niet naar typ', vergeeft((_, { typ }) => typ !== 'delegatie+jwt')],
  ['soort', 'neemt het token voor de feiten', vergeeft((_, { typ }) => typ === 'feiten+jwt')],
  ['sleutelnaam', 'neemt de sleutel die meekomt', vergeeft((_, kop) => 'jwk' in kop)],
  ['sleutelnaam', 'neemt elke kid', vergeeft((_, { kid }) => kid !== 'test-1')],
  ['crit', 'leest over crit heen', vergeeft((_, kop) => 'crit' in kop)],
  ['handtekening', 'rekent haar niet na', vergeeft((_, { kid, alg }, { ondertekend }) => !ondertekend && kid === 'test-1' && alg === 'ES256')], // oxfmt-ignore
  ['handtekening', 'vindt geen handtekening ook goed', vergeeft((_, { alg }, { parts }) => parts[2] === '' && alg === 'ES256')], // oxfmt-ignore
  ['uitgever', 'kijkt niet naar iss', () => ({ vergeeft: ({ claims }) => 'jti' in claims && claims['iss'] !== 'ketenhub' })], // oxfmt-ignore
  ['geadresseerde', 'kijkt niet naar aud', vergeeft(({ aud }) => aud !== 'police')],
  ['geadresseerde', 'vindt zichzelf in een lijst', vergeeft(({ aud }) => Array.isArray(aud))],
  ['verlopen', 'kijkt niet naar exp', vergeeft(({ exp }) => !isInt(exp) || exp <= seconds() - 5)],
  ['verlopen', 'vindt tien seconden over niet erg', vergeeft(({ exp }) => isInt(exp) && exp <= seconds() - 5 && exp > seconds() - 15)], // oxfmt-ignore
  ['nog-niet-geldig', 'kijkt niet naar iat', vergeeft(({ iat }) => !isInt(iat) || iat > seconds() + 5)],
  ['nog-niet-geldig', 'kijkt niet naar nbf', vergeeft(({ nbf }) => nbf !== undefined)],
  [
    'te-lang-geldig',
    'laat de hub bepalen hoe lang',
    vergeeft(({ iat, exp }) => isInt(iat) && isInt(exp) && exp - iat > 30),
  ],
  ['kenmerk', 'kijkt niet naar jti', () => ({ vergeeft: ({ claims: { iss, jti } }) => iss === 'ketenhub' && !(typeof jti === 'string' && jti.length >= 16 && jti.length <= 200) })], // oxfmt-ignore
  ['lichaam', 'rekent de digest niet na', vergeeft(({ lichaam }, _, { body, ondertekend }) => ondertekend && isObject(body) && lichaam !== digest(body))], // oxfmt-ignore
  ['lichaam', 'kijkt niet naar wat erachter staat', vergeeft(({ lichaam }, _, { body }) => isObject(body) && lichaam !== digest(body) && lichaam === digest(body.trim()))], // oxfmt-ignore
  ['inhoud', 'leest wat zij herkent', vergeeft((claims, _, { ondertekend, delegatie }) => ondertekend && (!delegatieSchema.safeParse(claims['delegatie']).success || delegatie.subgraaf !== 'police'))], // oxfmt-ignore
  ['inhoud', 'leest over een veld te veel heen', vergeeft((_, __, { delegatie }) => 'beheerder' in delegatie)],
  ['herhaald', 'onthoudt niets', onthoudtNiets],
  ['herhaald', 'onthoudt het lichaam, niet de jti', onthoudtLichaam],
  ['vervalsing-verbruikt-niets', 'onthoudt voor zij kijkt', onthoudtTeVroeg],
  ['eerst-de-verklaring', 'zegt iedereen hoe zij heet', () => ({ vergeeft: ({ token, body }) => token === null && body.includes('{ __typename }"') && isObject(body) })], // oxfmt-ignore
  ['weigert-gelijk', 'zegt waarom', () => ({ antwoord: (uit, { claims: { exp } }) => (uit.status === 401 && isInt(exp) && exp < seconds() ? { ...uit, text: '{"errors":[{"message":"Verlopen."}]}' } : uit) })], // oxfmt-ignore
  ['weigert-gelijk', 'een andere status', () => ({ antwoord: (uit, { claims: { aud } }) => (Array.isArray(aud) ? { ...uit, status: 403 } : uit) })], // oxfmt-ignore
  ['weigert-gelijk', 'zegt het in een kop', () => ({ antwoord: (uit, { claims: { aud } }) => (Array.isArray(aud) ? { ...uit, kop: { 'www-authenticate': 'Bearer error="audience"' } } : uit) })], // oxfmt-ignore
  ['weigert-gelijk', 'altijd een andere status', () => ({ antwoord: (uit) => (uit.status === 401 ? { ...uit, status: 403 } : uit) })], // oxfmt-ignore
  ['schema', 'een andere vorm', () => ({ antwoord: inData((all) => all.map((one) => (isFilled(one?.['verdenkingen']) ? { ...one, verdenkingen: 'x' } : one))) })], // oxfmt-ignore
  ['niet-verleend', 'geeft incidenten aan iedereen', () => ({ leest: (delegatie) => (delegatie.verleningen.length === 0 || delegatie.verleningen.some(({ categorie }) => categorie === 'politie.incidenten') ? delegatie : { ...delegatie, verleningen: [...delegatie.verleningen, INCIDENTEN] }) })], // oxfmt-ignore
  ['onbekend-id', 'een standaardwaarde', () => ({ antwoord: inData((all, { delegatie }) => all.map((one) => (one?.['bekendBijPolitie'] === false && one['veiligheidsrisico'] === null && isWijd(delegatie) ? { ...one, veiligheidsrisico: 'LAAG' } : one))) })], // oxfmt-ignore
  ['schema', 'kent een veld niet', () => ({ antwoord: (uit, { body }) => (body.includes('verdenkingen') ? { status: 400, text: '{"errors":[{"message":"x"}]}' } : uit) })], // oxfmt-ignore
  ['schema', 'een ander type', () => ({ antwoord: inData((all) => all.map((one) => (one === null ? null : { ...one, __typename: 'Persoon' }))) })], // oxfmt-ignore
  ['niet-verleend', 'geeft alles waar niets is verleend', () => ({ leest: (delegatie) => (delegatie.verleningen.length > 0 ? delegatie : { ...delegatie, verleningen: [INCIDENTEN] }) })], // oxfmt-ignore
  ['onbekend-id', 'een fout voor wat er niet is', () => ({ antwoord: (uit, { delegatie, body }) => (isWijd(delegatie) && count(body) === 8 ? withError(uit) : uit) })], // oxfmt-ignore
  ['bekend-en-onbekend', 'op een andere plaats', () => ({ antwoord: inData((all, { body }) => (count(body) > 20 ? all.toReversed() : all)) })], // oxfmt-ignore
  ['onbekend-id', 'telkens iets anders', () => ({ antwoord: inData((all, { body }) => (count(body) === 8 ? all.map((one, place) => (place > 3 && one?.['bekendBijPolitie'] === false ? { ...one, bekendBijPolitie: null } : one)) : all)) })], // oxfmt-ignore
  ['bekend-en-onbekend', 'laat weg wat er niet is', () => ({ antwoord: inData((all, { body }) => (count(body) > 20 ? all.filter((one) => one !== null) : all)) })], // oxfmt-ignore
  ['andere-bronhouder', 'kijkt niet naar de bronhouder', () => ({ leest: inVerleningen((one) => (OINS.has(one.bronhouder) ? one : { ...one, bronhouder: POLITIE })) })], // oxfmt-ignore
  ['andere-bronhouder', 'alleen niet bij wat er in een rij staat', () => ({ leest: inVerleningen((one) => (OINS.has(one.bronhouder) || one.categorie !== 'politie.incidentinhoud' ? one : { ...one, bronhouder: POLITIE })) })], // oxfmt-ignore
  ['eigen-en-relevant', 'kent haar niet', () => zonder('EIGEN_EN_RELEVANT')],
  ['vrijgegeven', 'kent haar niet', () => zonder('VRIJGEGEVEN')],
  [
    'vrijgegeven',
    'kent haar niet bij wat er in een rij staat',
    () => zonder('VRIJGEGEVEN', /^politie\.incidentinhoud$/),
  ],
  ['vrijgegeven', 'kijkt niet naar de casus', () => ({ leest: (delegatie) => (delegatie.casus === null ? delegatie : { ...delegatie, casus: CASUS }) })], // oxfmt-ignore
  ['vrijgegeven', 'kijkt niet naar de ontvanger', () => ({ leest: (delegatie) => ({ ...delegatie, partner: 'om-oost-nederland' }) })], // oxfmt-ignore
  ['vrijgegeven', 'een fout waar iets is onthouden', () => ({ antwoord: (uit, { delegatie, body }) => (body.includes(`"id":"${CASUS}"`) && delegatie.verleningen.some(({ beperkingen }) => beperkingen.includes('VRIJGEGEVEN')) ? withError(uit) : uit) })], // oxfmt-ignore
  ['eigen-en-relevant', 'nee in plaats van niets', () => ({ antwoord: inData((all, { delegatie, body }) => (body.includes(`"id":"${CASUS}"`) && delegatie.verleningen.every(({ beperkingen }) => beperkingen.includes('EIGEN_EN_RELEVANT')) ? all.map((one) => (one === null ? null : { ...one, bekendBijPolitie: false })) : all)) })], // oxfmt-ignore
  ['eigen-en-relevant', 'valt erover', () => ({ antwoord: (uit, { delegatie }) => (onder('EIGEN_EN_RELEVANT', delegatie) === 'ALLES' ? STORING : uit) })], // oxfmt-ignore
  ['eigen-en-relevant', 'valt over een ervan', () => ({ antwoord: (uit, { delegatie }) => (onder('EIGEN_EN_RELEVANT', delegatie) === 'IETS' ? STORING : uit) })], // oxfmt-ignore
  ['met-grond', 'kent haar niet', () => zonder('MET_GROND')],
  ['met-grond', 'kent haar niet bij een soort', () => zonder('MET_GROND', /^politie\.verdenkingen$/)],
  ['werkgebied', 'kent haar niet', () => zonder('WERKGEBIED')],
  ['werkgebied', 'leest geen gebied als elk gebied', () => ({ leest: (delegatie) => (delegatie.werkgebied.length > 0 ? delegatie : { ...delegatie, werkgebied: ['Zwolle'] }) })], // oxfmt-ignore
  ['nooit-ruimer', 'een rij die er niet is', () => ({ antwoord: inData((all, { delegatie }) => all.map((one) => (isFilled(one?.['incidenten']) && !isWijd(delegatie) && delegatie.partner.startsWith('om-') ? { ...one, incidenten: [{ code: 'VB-0' }] } : one))) })], // oxfmt-ignore
  ['bronbesluiten', 'heeft de deur niet', () => aanDeDeur(() => ({ status: 404, text: '{}' }))],
  ['bronbesluiten', 'weet iets van wat er niet is', () => aanDeDeur((uit) => ({ ...uit, text: uit.text.replace('"nr":0', '"nr":1') }))], // oxfmt-ignore
  ['bronbesluiten', 'zegt er meer bij', () => aanDeDeur((uit) => ({ ...uit, text: uit.text.replace('"nr":0', '"nr":0,"van":"x"') }))], // oxfmt-ignore
  ['bronbesluiten', 'zwijgt over een persoon', () => aanDeDeur((uit, { body }) => (body.includes('"record":null') ? { ...uit, status: 204 as const, text: '' } : uit))], // oxfmt-ignore
  ['bronbesluiten', 'bewaart ook wat er niet is', () => aanDeDeur((uit) => ({ ...uit, text: uit.text.replace('GEEN_RECORD', 'GEZET') }))], // oxfmt-ignore
  ['bronbesluiten', 'telt de besluiten niet', () => aanDeDeur((uit) => ({ ...uit, text: uit.text.replace('ACHTERHAALD', 'GEZET') }))], // oxfmt-ignore
  ['bronbesluiten-dicht', 'vraagt geen verklaring', () => ({ deur: 'bronbesluiten', vergeeft: ({ token }) => token === null })], // oxfmt-ignore
  ['bronbesluiten-dicht', 'neemt die voor de graaf', () => ({ deur: 'bronbesluiten', vergeeft: (_) => _.kop['typ'] === 'delegatie+jwt' })], // oxfmt-ignore
  ['bronbesluiten-dicht', 'kijkt niet van wie het besluit is', () => neemtAan(/onbekend-[0-9a-f]{32}-2/)],
  ['bronbesluiten-dicht', 'kijkt niet naar de medewerker', () => neemtAan(/m-proef-2/)],
  ['bronbesluiten-dicht', 'kijkt niet naar de bron', () => neemtAan(/"bron":"care"/)],
  ['bronbesluiten-dicht', 'leest geen besluit', () => neemtAan(/^\{"tekst":"\{\}"/)],
  ['alleen-post', 'ook GET', () => ({ vraag: ({ method, search, body }) => (method === 'GET' ? JSON.stringify({ query: search.get('query') }) : body) })], // oxfmt-ignore
  ['geen-bundel', 'ook een lijst', () => ({ vraag: ({ token, body }) => (isList(body) && token !== null && token.length > 100 ? JSON.stringify((JSON.parse(body) as object[])[0]) : body), antwoord: (uit, { body }) => (isList(body) && uit.status === 200 ? { ...uit, text: `[${uit.text}]` } : uit) })], // oxfmt-ignore
  ['fouten-lekken-niet', 'een voorstel', () => lekt(() => fout('Cannot query field "x". Did you mean "y"?'))],
  [
    'fouten-lekken-niet',
    'een naam uit het schema',
    () => lekt(() => fout('Het type Zorgtraject kent geen bekendBijPolitie.')),
  ],
  ['fouten-lekken-niet', 'een stack trace', () => lekt(() => fout('Fout', { code: 'X', exception: { frames: [] } }))],
  ['fouten-lekken-niet', 'een stack trace in woorden', () => lekt(() => fout('x\n    at Bron.lees (bron.js:10:3)'))],
  ['fouten-lekken-niet', 'een stack trace van Java', () => lekt(() => fout('x\n\tat nl.bron.Lees.doe(Lees.java:12)'))],
  ['fouten-lekken-niet', 'een uitzondering', () => lekt(() => fout('System.NullReferenceException'))],
  ['fouten-lekken-niet', 'een vraag aan de database', () => lekt(() => fout('SELECT naam FROM personen'))],
  ['fouten-lekken-niet', 'een bestand', () => lekt(() => fout('kan /srv/bron/data.xml niet lezen'))],
  ['fouten-lekken-niet', 'wat er is gestuurd', () => lekt((binnen) => fout(`"${merkIn(binnen)}" is geen lijst`))],
  ['op-tijd', 'slaapt bij een vraag', () => ({ wacht: ({ body }) => (body.includes('mutation') ? 3_200 : 0) })],
];

/** Ids of the demo, by which a break knows what to break. */
export const CASUS = '06926814ff977953a1231cd9fca38efb';
const INCIDENTEN: Verlening = { categorie: 'politie.incidenten', bronhouder: POLITIE, eigen: false, beperkingen: [] };
const OINS = new Set([...readKetenpartners().values()].map(({ oin }) => oin));

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
const isList = (body: string): boolean => body.startsWith('[');
const count = (body: string): number => body.match(/"__typename":/g)?.length ?? 0;
/** All is granted, of the police itself, without a condition. */
const isWijd = ({ verleningen }: Delegatie): boolean =>
  verleningen.some(({ categorie, bronhouder }) => categorie === 'politie.risico' && bronhouder === POLITIE) &&
  verleningen.every(({ beperkingen }) => beperkingen.length === 0);

const STORING: Uit = { status: 500, text: '{"errors":[{"message":"x"}]}' };

/** How much of what is granted stands under a beperking. */
function onder(beperking: Beperking, { verleningen }: Delegatie): 'ALLES' | 'IETS' | 'NIETS' {
  const under = verleningen.filter(({ beperkingen }) => beperkingen.includes(beperking)).length;
  if (under === 0) return 'NIETS';
  return under === verleningen.length ? 'ALLES' : 'IETS';
}

function withError(uit: Uit): Uit {
  const answer = JSON.parse(uit.text) as object;
  return {
    ...uit,
    text: JSON.stringify({ ...answer, errors: [{ message: 'Niet gevonden.', path: ['_entities', 0] }] }),
  };
}

function aanDeDeur(antwoord: NonNullable<Breuk['antwoord']>): Breuk {
  return { deur: 'bronbesluiten', antwoord };
}

/** Takes at the door what it is sent, whatever it says. */
function neemtAan(wat: RegExp): Breuk {
  const taken: Uit = { status: 200, text: '{"uitkomst":"GEZET","handtekening":"proef"}' };
  return aanDeDeur((uit, { body }) => (uit.status === 401 && wat.test(body.replaceAll('\\"', '"')) ? taken : uit));
}

function onthoudtNiets(): Breuk {
  const seen = new Set<unknown>();
  return {
    vergeeft: ({ claims: { jti }, ondertekend }) => {
      const again = ondertekend && seen.has(jti);
      if (ondertekend) seen.add(jti);
      return again;
    },
  };
}

/** The same statement is refused; another with the same jti is not. */
function onthoudtLichaam(): Breuk {
  const seen = new Map<unknown, string>();
  return {
    vergeeft: ({ claims: { jti }, body, ondertekend }) => {
      const before = seen.get(jti);
      if (ondertekend) seen.set(jti, body);
      return ondertekend && before !== undefined && before !== body;
    },
  };
}

function onthoudtTeVroeg(): Breuk {
  const seen = new Set<unknown>();
  return {
    weigert: ({ claims: { jti, aud } }) => {
      const again = seen.has(jti);
      if (aud !== 'police') seen.add(jti);
      return again && typeof jti === 'string';
    },
  };
}
