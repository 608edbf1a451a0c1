import { type Verzoek } from '../bron/Bron';
import { findLekken } from '../bron/findLekken';
import { signVerklaring } from '../bron/signVerklaring';
import { NIEMAND, delegatieVoor, willekeurigId } from '../proef/kijker';
import { type Proef, representatie } from '../proef/Proef';
import type { Bronveld } from '../sdl/readBronschema';
import { type Proefregel, tekort, voldoet } from './Proefregel';
import { goedeVraag, isBeantwoord } from './verklaring';

const WAAR = 'subgraphs/kit/README.md#a-conformance-check';

const alleenPost: Proefregel = {
  naam: 'alleen-post',
  omschrijving: 'Beantwoordt geen vraag in het adres (GET)',
  staatIn: 'subgraphs/kit/delegation/README.md#how-it-comes',
  doe: async (proef) => {
    const { sleutel, delegatie } = goedeVraag(proef);
    const answer = await proef.bron.haal('{ __typename }', signVerklaring(sleutel, delegatie, ''));
    return isBeantwoord(answer) ? tekort('beantwoord', ['GET']) : voldoet(`status ${String(answer.status)}`);
  },
};

const geenBundel: Proefregel = {
  naam: 'geen-bundel',
  omschrijving: 'Beantwoordt geen lijst van vragen in een verzoek',
  staatIn: 'subgraphs/kit/delegation/README.md#how-it-comes',
  doe: async (proef) => {
    const { delegatie, lichaam: een } = goedeVraag(proef);
    const answer = await proef.bron.stuur(signed(proef, delegatie, `[${een},${een}]`));
    return isBeantwoord(answer) ? tekort('beantwoord', ['lijst']) : voldoet(`status ${String(answer.status)}`);
  },
};

function signed(
  { bron }: Proef,
  delegatie: Parameters<typeof signVerklaring>[1],
  lichaam: string,
  koppen = {},
): Verzoek {
  return { lichaam, koppen, verklaring: signVerklaring(bron.sleutel, delegatie, lichaam) };
}

const fouten: Proefregel = {
  naam: 'fouten-lekken-niet',
  omschrijving: 'Zegt in een fout niets van gegevens, schema, code of database',
  staatIn: WAAR,
  doe: async (proef) => {
    const { bron, verkenning, weigeringen } = proef;
    const delegatie = delegatieVoor(proef, NIEMAND, verkenning.open.verleningen);
    const merk = `geheim${willekeurigId()}`;
    const bad = badVragen(proef, merk);
    const leaks: string[] = [];
    for (const { naam, lichaam, koppen } of bad) {
      const answer = await bron.stuur(signed(proef, delegatie, lichaam, koppen));
      const geheim = secretNames(proef, lichaam);
      leaks.push(...findLekken(answer, merk, geheim).map((lek) => `${lek} (${naam})`));
    }
    for (const { naam, antwoord } of weigeringen)
      leaks.push(...findLekken(antwoord, bron.sleutel.kid, []).map((lek) => `${lek} (geweigerd: ${naam})`));
    return leaks.length === 0
      ? voldoet(`${String(bad.length)} slechte vragen, ${String(weigeringen.length)} weigeringen`)
      : tekort('in een fout', leaks);
  },
};

/** Names of the schema that could not be known from the question. Short ones are words of the language as well. */
function secretNames({ schema }: Proef, asked: string): string[] {
  const all = [...schema.objecten.values()].flatMap(({ naam, velden }) => [naam, ...velden.map((veld) => veld.naam)]);
  return [...new Set(all)].filter((naam) => /.[A-Z]/.test(naam) && !asked.includes(naam));
}

interface SlechteVraag {
  readonly naam: string;
  readonly lichaam: string;
  readonly koppen?: Readonly<Record<string, string>>;
}

/** @param merk stands in every value that is sent */
function badVragen(proef: Proef, merk: string): readonly SlechteVraag[] {
  const type = [...proef.schema.objecten.values()].find(({ vindbaar, velden }) => vindbaar && velden.length > 0);
  const veld = longest(type?.velden ?? []);
  const id = { type: type?.naam ?? '', id: merk };
  const van = [representatie(proef, id)];
  const query = (fields: string): string => `query ($van: [_Any!]!) { _entities(representations: $van) { ${fields} } }`;
  const on = (fields: string): string => query(`... on ${id.type} { ${fields} }`);
  const vraag = (naam: string, text: unknown, variables: unknown = { van }, more: object = {}): SlechteVraag => ({
    naam,
    lichaam: JSON.stringify({ query: text, variables, ...more }),
  });
  const goed = query('__typename');
  return [
    vraag('geen GraphQL', `{ { "${merk}"`),
    vraag('bijna een veld', on(veld.slice(0, -1))),
    vraag('geen veld', on('zoiets')),
    vraag('geen type', query('... on Hoofdbetrokken { __typename }')),
    vraag('geen argument', on(`${veld}(zoiets: "${merk}") { __typename }`)),
    vraag('introspectie', '{ __schema { types { name } } }'),
    vraag('verkeerde variabele', goed, { van: merk }),
    vraag('variabele zonder type', goed, { van: [{ id: merk }] }),
    vraag('onbekend type', goed, { van: [{ __typename: merk, id: merk }] }),
    vraag('sleutel die geen id is', goed, { van: [{ ...van[0], id: { $ne: merk } }, { __typename: id.type }] }),
    vraag('aanhalingstekens in een id', goed, { van: [{ ...van[0], id: `${merk}' OR '1'='1` }] }),
    vraag('variabelen die geen object zijn', goed, merk),
    vraag('een operatie die er niet is', goed, { van }, { operationName: merk }),
    vraag('geen tekst', 7),
    vraag('een verandering', `mutation { wijzig(id: "${merk}") }`),
    vraag('heel diep', `${'{a'.repeat(3000)}${'}'.repeat(3000)}`),
    vraag('heel lang', `{ ${'zoiets '.repeat(20_000)}}`),
    vraag('twee megabyte', goed, { van, vulling: 'x'.repeat(2_000_000) }),
    { naam: 'geen JSON', lichaam: `{"query": "${merk}` },
    { naam: 'leeg', lichaam: '' },
    { naam: 'null', lichaam: 'null' },
    { naam: 'een prototype', lichaam: '{"__proto__":{"query":"{ __typename }"}}' },
    { ...vraag('als tekst', goed), koppen: { 'content-type': 'text/plain' } },
    { ...vraag('als formulier', goed), koppen: { 'content-type': 'application/x-www-form-urlencoded' } },
    { ...vraag('in een andere tekenset', goed), koppen: { 'content-type': 'application/json; charset=utf-16' } },
  ];
}

/** The name that is least likely a word by itself. */
function longest(velden: readonly Bronveld[]): string {
  return velden.reduce((best, { naam }) => (naam.length > best.length ? naam : best), '');
}

const opTijd: Proefregel = {
  naam: 'op-tijd',
  omschrijving: 'Antwoordt binnen de wachttijd, wat er ook wordt gevraagd',
  staatIn: WAAR,
  doe: ({ bron, wachttijd }) => {
    const slowest = `traagste antwoord ${String(bron.traagste)} ms`;
    return Promise.resolve(bron.traagste <= wachttijd ? voldoet(slowest) : tekort(`meer dan ${String(wachttijd)} ms`, [slowest])); // oxfmt-ignore
  },
};

/** Of requests that are wrong whatever is stated, and of the time all took. */
export const VERZOEKREGELS: readonly Proefregel[] = [alleenPost, geenBundel, fouten, opTijd];
