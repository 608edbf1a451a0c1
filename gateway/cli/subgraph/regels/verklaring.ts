import { randomUUID } from 'node:crypto';
import { type Antwoord, type Verzoek, isObject } from '../bron/Bron';
import { type Afwijking, encode, seconds, signVerklaring } from '../bron/signVerklaring';
import { NIEMAND, delegatieVoor, willekeurigId } from '../proef/kijker';
import { type Proef, type Proefgrond, representatie } from '../proef/Proef';
import { PROTOCOL, type Proefregel, type Uitkomst, nietTeProeven, tekort, voldoet } from './Proefregel';
import { type Goed, WEIGERINGEN, type Weigering } from './weigeringen';

/** A question that any source must answer, about somebody who is not there. */
export function goedeVraag(grond: Pick<Proefgrond, 'bron' | 'schema' | 'casus'>): Goed {
  const type = [...grond.schema.objecten.values()].find(({ vindbaar }) => vindbaar)?.naam ?? '';
  const van = [representatie(grond, { type, id: willekeurigId() })];
  const query = 'query ($van: [_Any!]!) { _entities(representations: $van) { __typename } }';
  return {
    sleutel: grond.bron.sleutel,
    delegatie: delegatieVoor(grond, NIEMAND, []),
    lichaam: JSON.stringify({ query, variables: { van } }),
  };
}

const WAAR = `${PROTOCOL}#when-it-holds`;

const geldig: Proefregel = {
  naam: 'geldig',
  omschrijving: 'Antwoordt op een geldige verklaring van de hub',
  staatIn: WAAR,
  doe: async (proef) => {
    const goed = goedeVraag(proef);
    const { sleutel, delegatie, lichaam } = goed;
    const niets = { casus: null, doel: null, rol: null, werkgebied: [], verleningen: [] };
    const goede: readonly (readonly [string, string])[] = [
      ['gewoon', signVerklaring(sleutel, delegatie, lichaam)],
      ['zonder casus, doel en rol', signVerklaring(sleutel, delegatie, lichaam, { delegatie: niets })],
      ['met een onbekende claim', signVerklaring(sleutel, delegatie, lichaam, { claims: { versie: 7 } })],
      ['van 30 seconden', signVerklaring(sleutel, delegatie, lichaam, tijd(-1, 29))],
      ['van een klok die 3 seconden voorloopt', signVerklaring(sleutel, delegatie, lichaam, tijd(3, 18))],
      ['2 seconden na afloop', signVerklaring(sleutel, delegatie, lichaam, tijd(-17, -2))],
    ];
    const refused: string[] = [];
    for (const [naam, verklaring] of goede)
      if ((await proef.bron.stuur({ lichaam, verklaring })).data === null) refused.push(naam);
    return refused.length === 0 ? voldoet(`${String(goede.length)} verklaringen`) : tekort('geweigerd', refused);
  },
};

/** Some seconds within what clocks may differ, so that it holds as well where they do. */
function tijd(iat: number, exp: number): Afwijking {
  return { claims: { iat: seconds() + iat, exp: seconds() + exp } };
}

const langeKop: Proefregel = {
  naam: 'lange-kop',
  omschrijving: 'Neemt een verklaring van 64 kB aan: een keten van dertig partijen verleent veel',
  staatIn: `${PROTOCOL}#how-it-comes`,
  doe: async (proef) => {
    const { sleutel, delegatie, lichaam } = goedeVraag(proef);
    const een = { bronhouder: delegatie.oin, eigen: false, beperkingen: ['VRIJGEGEVEN', 'WERKGEBIED'] } as const;
    const verleningen = Array.from({ length: 380 }, (_, nr) => ({ categorie: `proef.${String(nr)}`, ...een }));
    const verklaring = signVerklaring(sleutel, { ...delegatie, verleningen }, lichaam);
    const kilobytes = `${String(Math.round(verklaring.length / 1024))} kB`;
    const { data, status } = await proef.bron.stuur({ lichaam, verklaring });
    return data === null ? tekort('geweigerd', [`${kilobytes}, met status ${String(status)}`]) : voldoet(kilobytes);
  },
};

function weigert({ naam, regel, omschrijving, maak }: Weigering): Proefregel {
  return {
    naam,
    omschrijving,
    staatIn: `${WAAR}, regel ${String(regel)}`,
    doe: async (proef) => {
      const goed = goedeVraag(proef);
      const onecht = maak(goed).map(({ naam: wat, verklaring, lichaam = goed.lichaam }) => ({
        naam: wat,
        verzoek: { verklaring, lichaam },
      }));
      return weigertAlle(proef, onecht);
    },
  };
}

/** Sends them all, and remembers how they were refused. */
async function weigertAlle(
  proef: Proef,
  all: readonly { readonly naam: string; readonly verzoek: Verzoek }[],
): Promise<Uitkomst> {
  const answered: string[] = [];
  for (const { naam, verzoek } of all) {
    const antwoord = await proef.bron.stuur(verzoek);
    if (isBeantwoord(antwoord)) answered.push(naam);
    else proef.weigeringen.push({ naam, antwoord });
  }
  return answered.length === 0 ? voldoet(`${String(all.length)} geweigerd`) : tekort('beantwoord', answered);
}

/** Of several questions at once, one that is answered is enough. */
export function isBeantwoord({ data, json }: Antwoord): boolean {
  const some = Array.isArray(json) ? json : [];
  return data !== null || some.some((one) => isObject(one) && isObject(one['data']));
}

const herhaald: Proefregel = {
  naam: 'herhaald',
  omschrijving: 'Weigert een verklaring die al is gebruikt, en een andere met dezelfde jti',
  staatIn: `${WAAR}, regel 10`,
  doe: async (proef) => {
    const { sleutel, delegatie, lichaam } = goedeVraag(proef);
    const claims = { jti: randomUUID() };
    const verklaring = signVerklaring(sleutel, delegatie, lichaam, { claims });
    if ((await proef.bron.stuur({ lichaam, verklaring })).data === null)
      return nietTeProeven('de eerste werd al geweigerd');
    const ander = lichaam.replace('__typename', '__typename ');
    return weigertAlle(proef, [
      { naam: 'dezelfde nog eens', verzoek: { lichaam, verklaring } },
      {
        naam: 'een andere met dezelfde jti',
        verzoek: { lichaam: ander, verklaring: signVerklaring(sleutel, delegatie, ander, { claims }) },
      },
    ]);
  },
};

const verbruikt: Proefregel = {
  naam: 'vervalsing-verbruikt-niets',
  omschrijving: 'Een vervalste verklaring verbruikt de jti van de echte niet',
  staatIn: `${WAAR}, regel 10`,
  doe: async (proef) => {
    const { bron } = proef;
    const { sleutel, delegatie, lichaam } = goedeVraag(proef);
    const claims = { jti: randomUUID() };
    const echt = signVerklaring(sleutel, delegatie, lichaam, { claims });
    const vals = signVerklaring(sleutel, delegatie, lichaam, { claims: { ...claims, aud: 'een-andere-bron' } });
    const zonder = `${echt.split('.').slice(0, 2).join('.')}.${Buffer.alloc(64).toString('base64url')}`;
    for (const verklaring of [vals, zonder]) await bron.stuur({ lichaam, verklaring });
    return (await bron.stuur({ lichaam, verklaring: echt })).data === null
      ? tekort('de echte werd daarna geweigerd', ['jti'])
      : voldoet('2 vervalst, daarna de echte beantwoord');
  },
};

const dicht: Proefregel = {
  naam: 'eerst-de-verklaring',
  omschrijving: 'Leest zonder verklaring geen lichaam: ook geen __typename, _service of introspectie',
  staatIn: `${PROTOCOL}#how-it-comes`,
  doe: async (proef) => {
    const queries = {
      __typename: '{ __typename }',
      _service: '{ _service { sdl } }',
      introspectie: '{ __schema { types { name } } }',
    };
    const asked = Object.entries(queries).map(([naam, query]) => [naam, JSON.stringify({ query })] as const);
    const odd = [
      ['geen JSON', '{"query":'],
      ['geen GraphQL', JSON.stringify({ query: '{ {' })],
      ['een lijst', '[{"query":"{ __typename }"}]'],
    ] as const;
    const onecht = encode({ alg: 'ES256' });
    return weigertAlle(
      proef,
      [...asked, ...odd].flatMap(([naam, lichaam]) => [
        { naam, verzoek: { lichaam, verklaring: null } },
        { naam: `${naam}, met een onechte`, verzoek: { lichaam, verklaring: `${onecht}.${onecht}.AAAA` } },
      ]),
    );
  },
};

const gelijk: Proefregel = {
  naam: 'weigert-gelijk',
  omschrijving: 'Weigert altijd met 401 en dezelfde woorden, wat de oorzaak ook is',
  staatIn: WAAR,
  doe: ({ weigeringen }) => {
    const forms = new Map<string, number>();
    for (const { antwoord } of weigeringen) forms.set(antwoord.vorm, (forms.get(antwoord.vorm) ?? 0) + 1);
    const [usual] = [...forms].sort(([, a], [, b]) => b - a).map(([vorm]) => vorm);
    const other = weigeringen.filter(({ antwoord: { status, vorm } }) => status !== 401 || vorm !== usual);
    if (weigeringen.length === 0) return Promise.resolve(nietTeProeven('er is niets geweigerd'));
    return Promise.resolve(
      other.length === 0
        ? voldoet(`${String(weigeringen.length)} weigeringen, alle gelijk`)
        : tekort(
            'anders geweigerd',
            other.map(({ naam, antwoord }) => `${naam} (${String(antwoord.status)})`),
          ),
    );
  },
};

/** Of the statement: what is answered, and what not. In this order: the last looks back on the others. */
export const VERKLARINGREGELS: readonly Proefregel[] = [
  geldig,
  langeKop,
  ...WEIGERINGEN.map(weigert),
  herhaald,
  verbruikt,
  dicht,
  gelijk,
];
