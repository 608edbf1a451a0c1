import { isObject } from '../bron/Bron';
import type { Proef } from '../proef/Proef';
import { isNiets, teOnderscheiden } from '../proef/niets';
import { codesIn } from '../proef/codesIn';
import { type Gezien, isAnswered, vraagAlles } from '../proef/vraagAlles';
import { type Uitzicht, walkGezien, wieZien } from '../proef/verken';
import { veldenVan } from '../sdl/readBronschema';
import { type Verwijzing, walkObject } from '../sdl/walkAntwoord';
import { willekeurigId } from '../proef/kijker';
import { NIETS_BEKEND, PROTOCOL, type Proefregel, nietTeProeven, onthouden, tekort, voldoet } from './Proefregel';

const WAAR = `${PROTOCOL}#what-to-do-with-it`;

const opSchema: Proefregel = {
  naam: 'schema',
  omschrijving: 'Kent elk veld van zijn SDL, en antwoordt in de vorm die zij noemt',
  staatIn: 'schema/subgraphs',
  doe: async (proef) => {
    const { verkenning, schema } = proef;
    const unknown = await vraagAlles(proef, ...asHost(proef), oneOfEach(proef));
    const all = [...verkenning.eigen, verkenning.open, unknown];
    const without = all.filter((one) => !isAnswered(one)).length;
    if (without > 0) return tekort(`de hele vraag kreeg ${String(without)} keer geen antwoord`, codesIn(all));
    const wrong = all.flatMap((one) => [
      ...[...walkGezien(proef, one)].flatMap(({ veld, past }) => (past ? [] : [veld.coordinaat])),
      ...one.objecten.flatMap((object, place) => {
        const type = one.gevraagd[place]?.type ?? '';
        return object === null || object['__typename'] === type ? [] : [type];
      }),
    ]);
    const fields = [...schema.objecten.values()].flatMap(({ velden }) => velden).length;
    return wrong.length === 0 ? voldoet(`${String(fields)} velden`) : tekort('andere vorm', wrong);
  },
};

const nietVerleend: Proefregel = {
  naam: 'niet-verleend',
  omschrijving: 'Geeft niets van een categorie die de delegatie niet verleent',
  staatIn: WAAR,
  doe: async (proef) => {
    const { schema, verkenning } = proef;
    const given: string[] = [];
    const gezien = new Set<string>();
    for (const categorie of schema.categorieen) {
      const is = veldenVan(schema, categorie);
      const sees = wieZien(verkenning.eigen, 'bereikt', is);
      if (sees.length > 0) gezien.add(categorie);
      for (const { kijker, verleningen } of sees) {
        const rest = verleningen.filter((verlening) => verlening.categorie !== categorie);
        given.push(...givenOf(proef, await vraagAlles(proef, kijker, rest, verkenning.bekend), is));
      }
    }
    const [kijker] = asHost(proef);
    const every = new Set(schema.categorieen.flatMap((categorie) => [...veldenVan(schema, categorie)]));
    given.push(...givenOf(proef, await vraagAlles(proef, kijker, [], verkenning.bekend), every));
    return given.length > 0 ? tekort('toch gegeven', given) : onthouden(schema.categorieen, gezien);
  },
};

function givenOf(proef: Proef, gezien: Gezien, coordinaten: ReadonlySet<string>): string[] {
  return [...walkGezien(proef, gezien)].flatMap(({ veld: { coordinaat }, waarde }) =>
    coordinaten.has(coordinaat) && waarde !== null && waarde !== undefined ? [coordinaat] : [],
  );
}

const onbekend: Proefregel = {
  naam: 'onbekend-id',
  omschrijving: 'Geeft van een onbekend id niets: null, of leeg; geen fout en geen standaardwaarde',
  staatIn: 'subgraphs/kit/README.md#a-conformance-check',
  doe: async (proef) => {
    const first = oneOfEach(proef);
    const twice = [...first, ...oneOfEach(proef)];
    const gezien = await vraagAlles(proef, ...asHost(proef), twice);
    if (!isAnswered(gezien)) return tekort('geen antwoord per id', codesIn([gezien]));
    const told = gezien.objecten.flatMap((object, place) => defaultsOf(proef, twice[place], object));
    const differing = first.flatMap(({ type }, place) =>
      teOnderscheiden(
        proef.schema,
        type,
        gezien.objecten[place] ?? null,
        gezien.objecten[place + first.length] ?? null,
      ),
    );
    const codes = gezien.antwoord.fouten.length > 0 ? codesIn([gezien]) : [];
    const wrong = [...told, ...differing, ...codes];
    return wrong.length === 0 ? voldoet(`${String(twice.length)} onbekende ids`) : tekort('toch iets gegeven', wrong);
  },
};

/** Of a value that is worked out from what the hub sent along, nothing is said. */
function defaultsOf({ schema }: Proef, asked: Verwijzing | undefined, object: unknown): string[] {
  return [...walkObject(schema, asked?.type ?? '', object)].flatMap(({ veld, waarde }) =>
    veld.vereist.length > 0 || isNiets(waarde) ? [] : [veld.coordinaat],
  );
}

const gemengd: Proefregel = {
  naam: 'bekend-en-onbekend',
  omschrijving: 'Geeft bekende en onbekende ids door elkaar elk hun eigen antwoord, op hun plaats',
  staatIn: 'subgraphs/kit/README.md#a-conformance-check',
  doe: async (proef) => {
    const { schema, verkenning } = proef;
    const seen = verkenning.eigen.find(({ objecten }) => objecten.some(hasSomething));
    if (seen === undefined) return nietTeProeven(NIETS_BEKEND);
    const { bekend, onbekend: none } = verkenning;
    const alone = await vraagAlles(proef, seen.kijker, seen.verleningen, none);
    const mixed = bekend.flatMap((one, place) => [...(none[place] === undefined ? [] : [none[place]]), one]);
    const both = await vraagAlles(proef, seen.kijker, seen.verleningen, mixed);
    if (!isAnswered(both)) return tekort('niet een antwoord per id', codesIn([both]));
    const wrong = bekend.flatMap(({ type }, place) => [
      ...teOnderscheiden(schema, type, both.objecten[2 * place] ?? null, alone.objecten[place] ?? null),
      ...(isSame(both.objecten[2 * place + 1], seen.objecten[place]) ? [] : [type]),
    ]);
    return wrong.length === 0 ? voldoet(`${String(mixed.length)} ids`) : tekort('anders dan alleen', wrong);
  },
};

function hasSomething(object: Gezien['objecten'][number]): boolean {
  return isObject(object) && Object.entries(object).some(([name, value]) => name !== '__typename' && !isNiets(value));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Who hosts the source, to whom all is granted. */
function asHost({ verkenning: { eigen, open } }: Proef): [Uitzicht['kijker'], Uitzicht['verleningen']] {
  const { kijker, verleningen } = eigen[0] ?? open;
  return [kijker, verleningen];
}

/** An id that is not there, for each type that can be asked for. */
function oneOfEach({ schema }: Proef): Verwijzing[] {
  const types = [...schema.objecten.values()].filter(({ vindbaar }) => vindbaar);
  return types.map(({ naam }) => ({ type: naam, id: willekeurigId() }));
}

/** Of what is given to whom, and of what is not there. */
export const GEGEVENSREGELS: readonly Proefregel[] = [opSchema, nietVerleend, onbekend, gemengd];
