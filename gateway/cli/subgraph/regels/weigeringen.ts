import { createHmac, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { type Afwijking, digest, encode, seconds, signVerklaring } from '../bron/signVerklaring';
import type { Proefsleutel } from '../bron/proefsleutel';
import type { Delegatie } from '../../../../schema/domain/delegatie';

/** What a source is sent that must be refused. Where no body is named, it is the one that was signed. */
interface Onecht {
  readonly naam: string;
  readonly verklaring: string | null;
  readonly lichaam?: string;
}

/** A rule of the protocol, and everything with which it is broken. */
export interface Weigering {
  readonly naam: string;
  /** Number of the rule in the README. */
  readonly regel: number;
  readonly omschrijving: string;
  readonly maak: (goed: Goed) => readonly Onecht[];
}

/** What a good statement is made of, to make bad ones of. */
export interface Goed {
  readonly sleutel: Proefsleutel;
  readonly delegatie: Delegatie;
  readonly lichaam: string;
}

/** A second more than a source may bear, and some that clocks may differ. */
const VERLOPEN = 5 + 4;
const VOORUIT = 5 + 5;

/** Key of nobody that a source knows. */
const VREEMD = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

const claims = (over: NonNullable<Afwijking['claims']>): Afwijking => ({ claims: over });
const kop = (over: NonNullable<Afwijking['kop']>): Afwijking => ({ kop: over });

/** Statements that are each otherwise in one thing. */
function anders(afwijkingen: Readonly<Record<string, Afwijking>>): Weigering['maak'] {
  return ({ sleutel, delegatie, lichaam }) =>
    Object.entries(afwijkingen).map(([naam, afwijking]) => ({
      naam,
      verklaring: signVerklaring(sleutel, delegatie, lichaam, afwijking),
    }));
}

/** Made when they are sent: they hold the time. */
const later = (make: () => Readonly<Record<string, Afwijking>>): Weigering['maak'] => {
  return (goed) => anders(make())(goed);
};

function delen({ sleutel, delegatie, lichaam }: Goed): { heel: string; header: string; payload: string; sig: string } {
  const heel = signVerklaring(sleutel, delegatie, lichaam);
  const [header = '', payload = '', sig = ''] = heel.split('.');
  return { heel, header, payload, sig };
}

function metClaim(payload: string, over: object): string {
  return encode({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), ...over });
}

function metGeheim({ kid, key }: Proefsleutel, payload: string): string {
  const pem = createPublicKey(key).export({ format: 'pem', type: 'spki' });
  const text = `${encode({ alg: 'HS256', typ: 'delegatie+jwt', kid })}.${payload}`;
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}

/** All that the README says of a statement, but that it is used once: each with what breaks it, and nothing else. */
export const WEIGERINGEN: readonly Weigering[] = [
  {
    naam: 'geen-verklaring',
    regel: 1,
    omschrijving: 'Weigert wie geen verklaring meestuurt',
    maak: () => [
      { naam: 'zonder kop', verklaring: null },
      { naam: 'lege kop', verklaring: '' },
    ],
  },
  {
    naam: 'misvormd',
    regel: 1,
    omschrijving: 'Weigert wat geen verklaring van drie delen is',
    maak: (goed) => {
      const { heel, header, payload, sig } = delen(goed);
      return [
        { naam: 'twee delen', verklaring: `${header}.${payload}` },
        { naam: 'vier delen', verklaring: `${heel}.${sig}` },
        { naam: 'als JSON', verklaring: encode({ protected: header, payload, signature: sig }) },
        { naam: 'twee in een kop', verklaring: `${heel}, ${heel}` },
        { naam: 'delen die geen JSON zijn', verklaring: `AAAA.AAAA.${sig}` },
      ];
    },
  },
  {
    naam: 'algoritme',
    regel: 2,
    omschrijving: 'Weigert elk ander algoritme dan ES256, ook geen',
    maak: (goed) => {
      const { payload, sig } = delen(goed);
      const headed = (alg: string): string => encode({ alg, typ: 'delegatie+jwt', kid: goed.sleutel.kid });
      return [
        { naam: 'alg none', verklaring: `${headed('none')}.${payload}.` },
        { naam: 'alg nOnE', verklaring: `${headed('nOnE')}.${payload}.` },
        { naam: 'alg none met handtekening', verklaring: `${headed('none')}.${payload}.${sig}` },
        { naam: 'HS256 met de openbare sleutel', verklaring: metGeheim(goed.sleutel, payload) },
        ...anders({ ES384: kop({ alg: 'ES384' }), 'zonder alg': kop({ alg: undefined }) })(goed),
      ];
    },
  },
  {
    naam: 'soort',
    regel: 2,
    omschrijving: 'Weigert een token van een andere soort (typ)',
    maak: anders({
      JWT: kop({ typ: 'JWT' }),
      'verklaring voor de feiten': kop({ typ: 'feiten+jwt' }),
      'verklaring voor een stap': kop({ typ: 'stap+jwt' }),
      'verklaring voor het verloop': kop({ typ: 'verloop+jwt' }),
      'verklaring voor een aanwijzing': kop({ typ: 'aanwijzing+jwt' }),
      'verklaring voor een bronbesluit': kop({ typ: 'bronbesluit+jwt' }),
      'verklaring voor een aanmelding': kop({ typ: 'aanmelding+jwt' }),
      'zonder typ': kop({ typ: undefined }),
    }),
  },
  {
    naam: 'sleutelnaam',
    regel: 2,
    omschrijving: 'Weigert een sleutel die niet van de hub is, en een die met de verklaring meekomt',
    maak: anders({
      'zonder kid': kop({ kid: undefined }),
      'onbekende kid': { ...kop({ kid: 'onbekend' }), sleutel: VREEMD },
      'sleutel in de kop': {
        ...kop({ kid: 'onbekend', jwk: createPublicKey(VREEMD).export({ format: 'jwk' }) }),
        sleutel: VREEMD,
      },
    }),
  },
  {
    naam: 'crit',
    regel: 2,
    omschrijving: 'Weigert een kop die begrepen moet worden (crit)',
    maak: anders({ crit: kop({ crit: ['haast'], haast: true }) }),
  },
  {
    naam: 'handtekening',
    regel: 3,
    omschrijving: 'Weigert een verkeerde handtekening',
    maak: (goed) => {
      const { header, payload, sig } = delen(goed);
      const kopAnders = encode({ alg: 'ES256', typ: 'delegatie+jwt', kid: goed.sleutel.kid, x: 1 });
      return [
        ...anders({ 'van een andere sleutel': { sleutel: VREEMD }, 'in DER': { der: true } })(goed),
        { naam: 'geen', verklaring: `${header}.${payload}.` },
        { naam: 'andere woorden erboven', verklaring: `${header}.${metClaim(payload, { versie: 7 })}.${sig}` },
        { naam: 'andere kop erboven', verklaring: `${kopAnders}.${payload}.${sig}` },
        { naam: 'alleen nullen', verklaring: `${header}.${payload}.${Buffer.alloc(64).toString('base64url')}` },
      ];
    },
  },
  {
    naam: 'uitgever',
    regel: 4,
    omschrijving: 'Weigert een andere uitgever (iss)',
    maak: anders({
      'andere iss': claims({ iss: 'https://ketenhub.example' }),
      'zonder iss': claims({ iss: undefined }),
    }),
  },
  {
    naam: 'geadresseerde',
    regel: 5,
    omschrijving: 'Weigert een verklaring voor een andere bron (aud)',
    maak: (goed) =>
      anders({
        'andere bron': claims({ aud: 'een-andere-bron' }),
        'meer bronnen': claims({ aud: ['een-andere-bron', goed.delegatie.subgraaf] }),
        'zonder aud': claims({ aud: undefined }),
      })(goed),
  },
  {
    naam: 'verlopen',
    regel: 6,
    omschrijving: 'Weigert een verklaring die verlopen is, of nooit verloopt (exp)',
    maak: later(() => ({
      verlopen: claims({ iat: seconds() - VERLOPEN - 20, exp: seconds() - VERLOPEN }),
      'zonder exp': claims({ exp: undefined }),
      'exp in woorden': claims({ exp: '2036-01-01' }),
      'exp in delen van seconden': claims({ exp: seconds() + 13.5 }),
    })),
  },
  {
    naam: 'nog-niet-geldig',
    regel: 6,
    omschrijving: 'Weigert een verklaring die nog niet geldt (iat, nbf)',
    maak: later(() => ({
      'iat te ver vooruit': claims({ iat: seconds() + VOORUIT, exp: seconds() + VOORUIT + 10 }),
      'iat een uur vooruit': claims({ iat: seconds() + 3600, exp: seconds() + 3610 }),
      'nbf te ver vooruit': claims({ nbf: seconds() + VOORUIT }),
      'zonder iat': claims({ iat: undefined }),
    })),
  },
  {
    naam: 'te-lang-geldig',
    regel: 6,
    omschrijving: 'Weigert een verklaring die langer geldt dan 30 seconden',
    maak: later(() => ({
      '31 seconden': claims({ iat: seconds() - 1, exp: seconds() + 30 }),
      'een uur': claims({ exp: seconds() + 3600 }),
    })),
  },
  {
    naam: 'kenmerk',
    regel: 7,
    omschrijving: 'Weigert een verklaring zonder bruikbare jti',
    maak: anders({
      'zonder jti': claims({ jti: undefined }),
      'jti van een teken': claims({ jti: '1' }),
      'jti van 201 tekens': claims({ jti: `${randomUUID()}${'x'.repeat(165)}` }),
    }),
  },
  {
    naam: 'lichaam',
    regel: 8,
    omschrijving: 'Weigert een ander lichaam dan waarover is getekend',
    maak: (goed) => {
      const verklaring = (): string => signVerklaring(goed.sleutel, goed.delegatie, goed.lichaam);
      return [
        { naam: 'een ander', verklaring: verklaring(), lichaam: goed.lichaam.replace('__typename', '__typename ') },
        { naam: 'een spatie erachter', verklaring: verklaring(), lichaam: `${goed.lichaam} ` },
        { naam: 'een leeg', verklaring: verklaring(), lichaam: '' },
        { naam: 'een dat geen JSON is', verklaring: verklaring(), lichaam: '{"query":' },
        ...anders({
          'zonder digest': claims({ lichaam: undefined }),
          'digest in hex': claims({ lichaam: digest(goed.lichaam, 'hex') }),
          'digest met opvulling': claims({ lichaam: `${digest(goed.lichaam)}=` }),
        })(goed),
      ];
    },
  },
  {
    naam: 'inhoud',
    regel: 9,
    omschrijving: 'Weigert een delegatie die niet precies de velden heeft, of voor een andere bron is',
    maak: (goed) =>
      anders({
        'voor een andere bron': { delegatie: { subgraaf: goed.delegatie.subgraaf === 'care' ? 'police' : 'care' } },
        'geen delegatie': claims({ delegatie: undefined }),
        'een veld te veel': { delegatie: { beheerder: true } },
        'een veld te weinig': { delegatie: { casus: undefined } },
        'onbekend doel': { delegatie: { doel: 'NIEUWSGIERIGHEID' } },
        'onbekende rol': { delegatie: { rol: 'BEHEERDER' } },
        'OIN van 19 cijfers': { delegatie: { oin: goed.delegatie.oin.slice(1) } },
        'onbekende beperking': {
          delegatie: {
            verleningen: [{ categorie: 'x', bronhouder: goed.delegatie.oin, eigen: false, beperkingen: ['GEEN'] }],
          },
        },
      })(goed),
  },
];
