import { createHash, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { DOELEN } from '../../../../schema/domain/doel';

/** One statement with what it comes with, and whether a source may take it for one of the hub. */
export interface Vector {
  readonly name: string;
  /** Rule of the README that it breaks; null: none, it holds. */
  readonly rule: number | null;
  /** Moment at which it comes in, in seconds since 1970. */
  readonly now: number;
  /** What the header `keten-delegatie` holds. */
  readonly token: string;
  /** The body of the request, as text. */
  readonly body: string;
  /** Name of the vector that came in right before it, at the same source. */
  readonly after?: string;
}

export interface Vectors {
  readonly about: string;
  /** Name of the source that they come to. */
  readonly subgraaf: string;
  readonly typ: string;
  /** What that source has of the hub. */
  readonly jwks: { readonly keys: readonly Readonly<Record<string, string>>[] };
  readonly vectors: readonly Vector[];
}

/** Made for these vectors; nobody's. The second is that of an attacker. */
const HUB = jwk('OpbURcJpjWuf-iBQn3ACDFbm5RrQV_0cSlwYHh_NZrM', '_Vc8KKn5WonO6LQAOAUQf0MXUfxyQmxrE8Twbijj8Bc', 'eSaYHnwN22jI5Y7tJmNr4uxmGswj_cj2KxV7AcoEBh0'); // oxfmt-ignore
const OTHER = jwk('OBqyW70TpjCEq1xCx1oaDaJ-OafN_p_dTkQ9iJGqDb4', '_jgP4b02qKKQz3l0CKnjdYNGYyWt0gJaw_jXXOLuEcY', '5Qak-QPts1fVOQcfyrSb16Ofhncf28Ln-8gtiok36TA'); // oxfmt-ignore
const KID = 'voorbeeld-1';
const NOW = 1_800_000_000;
const BODY = '{"query":"{ _entities(representations: [{__typename: \\"Hoofdbetrokkene\\", id: \\"0123456789abcdef0123456789abcdef\\"}]) { ... on Hoofdbetrokkene { bekendBijPolitie } } }"}'; // oxfmt-ignore

function jwk(x: string, y: string, d: string): Readonly<Record<string, string>> {
  return { kty: 'EC', crv: 'P-256', x, y, d };
}
const publicOf = ({ d: _, ...rest }: Readonly<Record<string, string>>): Readonly<Record<string, string>> => rest;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

const DELEGATIE = {
  subgraaf: 'police',
  partner: 'dimence',
  oin: '00000099000000000102',
  medewerker: 'm-dimence-1',
  werkgebied: ['Zwolle'],
  rol: 'DEELNEMER',
  doel: DOELEN[3],
  casus: '06926814ff977953a1231cd9fca38efb',
  doorgegevenAan: ['gemeente-zwolle'],
  verleningen: [
    { categorie: 'politie.bekend', bronhouder: '00000099000000000101', eigen: false, beperkingen: [] },
    { categorie: 'politie.incidenten', bronhouder: '00000099000000000101', eigen: false, beperkingen: ['VRIJGEGEVEN', 'WERKGEBIED'] }, // oxfmt-ignore
  ],
};

type Claims = Readonly<Record<string, unknown>>;
interface Twist {
  readonly header?: Claims;
  readonly claims?: Claims;
  readonly key?: Readonly<Record<string, string>>;
  readonly der?: true;
}

function token({ header = {}, claims = {}, key = HUB, der }: Twist = {}): string {
  const head = without({ alg: 'ES256', typ: 'delegatie+jwt', kid: KID, ...header });
  const payload = without({
    iss: 'ketenhub',
    aud: 'police',
    iat: NOW - 1,
    exp: NOW + 14,
    jti: 'a1b2c3d4-e5f6-4711-8899-aabbccddeeff',
    lichaam: digest(BODY),
    delegatie: DELEGATIE,
    ...claims,
  });
  const text = `${encode(head)}.${encode(payload)}`;
  const dsaEncoding = der === true ? ('der' as const) : ('ieee-p1363' as const);
  const signature = sign('sha256', Buffer.from(text), { key: createPrivateKey({ key, format: 'jwk' }), dsaEncoding });
  return `${text}.${signature.toString('base64url')}`;
}

/** A claim of undefined is not there. */
const without = (claims: Claims): Claims => JSON.parse(JSON.stringify(claims)) as Claims;
const delegatie = (over: Claims): Twist => ({ claims: { delegatie: { ...DELEGATIE, ...over } } });

function hmacToken(): string {
  const pem = createPublicKey({ key: publicOf(HUB), format: 'jwk' }).export({ format: 'pem', type: 'spki' });
  const [, payload = ''] = token().split('.');
  const text = `${encode({ alg: 'HS256', typ: 'delegatie+jwt', kid: KID })}.${payload}`;
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}

/** Makes them anew: ECDSA signs with chance, so they differ each time, and only what is committed is the set. */
export function buildVectors(): Vectors {
  const good = token();
  const [header = '', payload = '', signature = ''] = good.split('.');
  const other = encode({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims), aud: 'care' });
  const at = (name: string, rule: number | null, twist: Twist | string, over: Partial<Vector> = {}): Vector => ({
    ...{ name, rule, now: NOW, token: typeof twist === 'string' ? twist : token(twist), body: BODY, ...over },
  });
  const seconds = (iat: number, exp: number): Twist => ({ claims: { iat: NOW + iat, exp: NOW + exp } });
  return {
    about: 'Statements of a hub as they come to the source "police", good and bad. The keys are of nobody.',
    subgraaf: 'police',
    typ: 'delegatie+jwt',
    jwks: { keys: [{ ...publicOf(HUB), kid: KID, alg: 'ES256' }] },
    vectors: [
      at('good', null, good),
      at('good, without casus, doel and rol', null, delegatie({ casus: null, doel: null, rol: null, verleningen: [] })),
      at('good, of a clock that is 5 s ahead', null, seconds(5, 20)),
      at('good, of 30 s', null, seconds(-1, 29)),
      at('good, 4 s after it expired', null, seconds(-34, -4)),
      at('good, with a claim that is not known', null, { claims: { versie: 7 } }),

      at('nothing', 1, ''),
      at('no compact JWS', 1, encode({ payload, protected: header, signature: 'AA' })),
      at('two parts', 1, `${header}.${payload}`),
      at('two of them', 1, `${good}, ${good}`),

      at('not signed', 2, `${encode({ alg: 'none', typ: 'delegatie+jwt', kid: KID })}.${payload}.`),
      at('signed with the public key as a secret', 2, hmacToken()),
      at('of another algorithm', 2, { header: { alg: 'ES384' } }),
      at('a token of another kind', 2, { header: { typ: 'JWT' } }),
      at('a statement for the facts', 2, { header: { typ: 'feiten+jwt' } }),
      at('without a kind', 2, { header: { typ: undefined } }),
      at('without the name of a key', 2, { header: { kid: undefined } }),
      at('of a key that is not the hub’s', 2, { header: { kid: 'voorbeeld-2' }, key: OTHER }),
      at('that brings its own key', 2, { header: { kid: 'voorbeeld-2', jwk: publicOf(OTHER) }, key: OTHER }),
      at('with a header that must be understood and is not', 2, { header: { crit: ['haast'], haast: true } }),

      at('signed by another, under the name of the hub’s key', 3, { key: OTHER }),
      at('with a signature in DER', 3, { der: true }),
      at('without a signature', 3, `${header}.${payload}.`),
      at('with other words under the signature', 3, `${header}.${other}.${signature}`),
      at('with another header under the signature', 3, `${encode({ alg: 'ES256', typ: 'delegatie+jwt', kid: KID, x: 1 })}.${payload}.${signature}`), // oxfmt-ignore

      at('of another issuer', 4, { claims: { iss: 'https://ketenhub.example' } }),
      at('without an issuer', 4, { claims: { iss: undefined } }),

      at('for another source', 5, { claims: { aud: 'care' } }),
      at('for several sources', 5, { claims: { aud: ['care', 'police'] } }),
      at('for nobody', 5, { claims: { aud: undefined } }),

      at('expired 5 s ago', 6, seconds(-35, -5)),
      at('of a clock that is 6 s ahead', 6, seconds(6, 20)),
      at('of 31 s', 6, seconds(-1, 30)),
      at('that ends before it begins, and long after', 6, { claims: { iat: NOW + 3_600, exp: NOW + 3_610 } }),
      at('that is not valid yet', 6, { claims: { nbf: NOW + 6 } }),
      at('without an end', 6, { claims: { exp: undefined } }),
      at('without a beginning', 6, { claims: { iat: undefined } }),
      at('with an end in words', 6, { claims: { exp: '2036-01-01' } }),
      at('with an end in parts of seconds', 6, { claims: { exp: NOW + 13.5 } }),

      at('without an id', 7, { claims: { jti: undefined } }),
      at('with an id that can be guessed', 7, { claims: { jti: '1' } }),

      at('over another body', 8, {}, { body: BODY.replace('0123', '3210') }),
      at('over the same with a space', 8, {}, { body: `${BODY} ` }),
      at('over nothing', 8, {}, { body: '' }),
      at('without a digest', 8, { claims: { lichaam: undefined } }),
      at('with a digest in hexadecimal', 8, { claims: { lichaam: createHash('sha256').update(BODY).digest('hex') } }),
      at('with a digest that is padded', 8, { claims: { lichaam: `${digest(BODY)}=` } }),

      at('that says what is for another source', 9, delegatie({ subgraaf: 'care' })),
      at('that says nothing', 9, { claims: { delegatie: undefined } }),
      at('that says more than there is', 9, delegatie({ beheerder: true })),
      at('that does not say which casus', 9, delegatie({ casus: undefined })),
      at('that does not say to whom it is sent on', 9, delegatie({ doorgegevenAan: undefined })),
      at('of a doel that is none', 9, delegatie({ doel: 'NIEUWSGIERIGHEID' })),
      at('of a rol that is none', 9, delegatie({ rol: 'BEHEERDER' })),
      at('of an OIN of 19 digits', 9, delegatie({ oin: '0000009900000000010' })),
      at('with a beperking that is none', 9, delegatie({ verleningen: [{ ...DELEGATIE.verleningen[0], beperkingen: ['GEEN'] }] })), // oxfmt-ignore

      at('once more', 10, good, { after: 'good' }),
      at('another with the same id', 10, seconds(0, 10), { after: 'good' }),
    ],
  };
}
