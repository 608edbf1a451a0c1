import { BEPERKINGEN, type Beperking } from '../../../../schema/domain/beperking';
import type { Verlening } from '../../../../schema/domain/delegatie';
import type { Ketenpartner } from '../../../../schema/domain/ketenpartner';
import { isObject } from '../bron/Bron';
import { NIEMAND, metGrond, verleenAlles, willekeurigId, willekeurigOin } from '../proef/kijker';
import { isNiets, pastIn, teOnderscheiden } from '../proef/niets';
import type { Proef } from '../proef/Proef';
import { walkGezien, wieZien } from '../proef/verken';
import { codesIn } from '../proef/codesIn';
import { type Gezien, isAnswered, vraagAlles } from '../proef/vraagAlles';
import { type Bronveld, veldenVan } from '../sdl/readBronschema';
import { PROTOCOL, type Proefregel, type Uitkomst, nietTeProeven, onthouden, tekort, voldoet } from './Proefregel';

const WAAR = `${PROTOCOL}#what-to-do-with-it`;

const WOORDEN: Readonly<Record<Beperking, string>> = {
  EIGEN_EN_RELEVANT: 'wat niet van hem is en hem niet raakt',
  VRIJGEGEVEN: 'wat niet is vrijgegeven, voor deze casus en aan hem',
  MET_GROND: 'waarvoor geen grond vastligt',
  WERKGEBIED: 'wat niet in zijn werkgebied speelt',
};

/** What nobody gets, whom no source knows, once it stands under a condition that can't hold for him. */
async function onthoudt(proef: Proef, verleningen: readonly Verlening[]): Promise<string[]> {
  const { bekend, onbekend } = proef.verkenning;
  const known = await vraagAlles(proef, NIEMAND, verleningen, bekend);
  const unknown = await vraagAlles(proef, NIEMAND, verleningen, onbekend);
  return verschillen(proef, known, unknown);
}

/** Coordinates at which what is known can be told from what is not; what gives no answer at all shows nothing either way. */
function verschillen({ schema }: Proef, known: Gezien, unknown: Gezien): string[] {
  if (!isAnswered(known) || !isAnswered(unknown)) return codesIn([known, unknown]);
  return known.gevraagd.flatMap(({ type }, place) => {
    const [een, ander] = [known.objecten[place] ?? null, unknown.objecten[place] ?? null];
    const told = teOnderscheiden(schema, type, een, ander);
    return isSame(foutenBij(known, place), ander === null ? [] : foutenBij(unknown, place)) ? told : [...told, `${type} (fouten)`]; // oxfmt-ignore
  });
}

/** Where in one entity an error stands. Its words are looked at elsewhere. */
function foutenBij({ antwoord }: Gezien, place: number): string[] {
  const paths = antwoord.fouten.map((fout) => (isObject(fout) && Array.isArray(fout['path']) ? (fout['path'] as unknown[]) : [])); // oxfmt-ignore
  return paths.filter((path) => path[1] === place).map((path) => JSON.stringify(path.slice(2))).sort(); // oxfmt-ignore
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The same of one category at a time, with all else his own: what stands inside a row can be withheld with the row around
 * it there.
 *
 * @param verander makes the verleningen of that category such that nothing of it is for him
 */
async function onthoudtElk(proef: Proef, verander: (verlening: Verlening) => Verlening): Promise<Onthouden> {
  const { schema, verkenning } = proef;
  const told: string[] = [];
  const gezien = new Set<string>();
  for (const categorie of schema.categorieen) {
    const velden = veldenVan(schema, categorie);
    const sees = wieZien(verkenning.vreemd, 'gevuld', velden);
    if (sees.length > 0) gezien.add(categorie);
    for (const { kijker, verleningen } of sees) {
      const other = verleningen.map((one) =>
        one.categorie === categorie ? metGrond(proef, verander({ ...one, eigen: false })) : one,
      );
      const left = await vraagAlles(proef, kijker, other, verkenning.bekend);
      told.push(...(isAnswered(left) ? gevenNiets(proef, left, velden) : codesIn([left])));
    }
  }
  return { told, gezien };
}

interface Onthouden {
  readonly told: readonly string[];
  /** Categories of which there was something to withhold. */
  readonly gezien: ReadonlySet<string>;
}

/** Of a value that is worked out with what the hub sent along, this can't be said. */
function gevenNiets(proef: Proef, gezien: Gezien, velden: ReadonlySet<string>): string[] {
  const entities = proef.schema.objecten;
  return [...walkGezien(proef, gezien)].flatMap(({ veld: { coordinaat, vereist }, waarde }) => {
    const ofEntity = entities.get(coordinaat.split('.')[0] ?? '')?.vindbaar === true;
    const nothing = isNiets(waarde) && (ofEntity || waarde !== false);
    return !velden.has(coordinaat) || vereist.length > 0 || nothing ? [] : [coordinaat];
  });
}

const bronhouder: Proefregel = {
  naam: 'andere-bronhouder',
  omschrijving: 'Geeft niets van een bronhouder die de delegatie niet noemt; het lijkt op wat er niet is',
  staatIn: WAAR,
  doe: async (proef) => {
    const vanEenAnder = (one: Verlening): Verlening => ({ ...one, bronhouder: willekeurigOin() });
    const all = verleenAlles(proef, NIEMAND).map((one) => metGrond(proef, vanEenAnder(one)));
    const elk = await onthoudtElk(proef, vanEenAnder);
    return uitkomst(proef, [...(await onthoudt(proef, all)), ...elk.told], elk.gezien);
  },
};

function uitkomst({ schema, catalogus }: Proef, wrong: readonly string[], gezien: ReadonlySet<string>): Uitkomst {
  // What is about who asks himself, is of nobody where nobody asks.
  const alle = schema.categorieen.filter((categorie) => catalogus.get(categorie)?.betreft !== 'ZELF');
  return wrong.length > 0 ? tekort('toch te zien', wrong) : onthouden(alle, gezien);
}

function onderBeperking(beperking: Beperking): Proefregel {
  return {
    naam: beperking.toLowerCase().replaceAll('_', '-'),
    omschrijving: `Onthoudt onder ${beperking} ${WOORDEN[beperking]}; het lijkt op wat er niet is`,
    staatIn: `${WAAR}, subgraphs/kit/beperkingen`,
    doe: async (proef) => {
      const all = await onthoudt(proef, verleenAlles(proef, NIEMAND, [beperking]));
      const elk = await onthoudtElk(proef, (one) => ({ ...one, beperkingen: [beperking] }));
      const elders = beperking === 'VRIJGEGEVEN' ? await inEenAndereCasus(proef) : [];
      return uitkomst(proef, [...all, ...elk.told, ...elders], elk.gezien);
    },
  };
}

/** What is released to a partner in this casus, he does not have in another. */
async function inEenAndereCasus(proef: Proef): Promise<string[]> {
  const { bekend, onbekend } = proef.verkenning;
  const elders = { ...proef, casus: willekeurigId() };
  const verleningen = verleenAlles(proef, NIEMAND, ['VRIJGEGEVEN']);
  const nowhere = await vraagAlles(elders, NIEMAND, verleningen, onbekend);
  const told: string[] = [];
  for (const partner of metAccount(proef))
    told.push(...verschillen(proef, await vraagAlles(elders, partner, verleningen, bekend), nowhere));
  return told;
}

const nooitRuimer: Proefregel = {
  naam: 'nooit-ruimer',
  omschrijving: 'Geeft met een beperking nooit een rij die er zonder niet is',
  staatIn: WAAR,
  doe: async (proef) => {
    const { bekend } = proef.verkenning;
    // Each by itself would do: what one of them lets through is given.
    const verleningen = BEPERKINGEN.flatMap((beperking) => verleenAlles(proef, NIEMAND, [beperking]));
    const wider: string[] = [];
    let rows = 0;
    for (const partner of metAccount(proef)) {
      const { objecten } = await vraagAlles(proef, partner, verleningen, bekend);
      for (const [place, object] of objecten.entries()) {
        const lists = rijenVan(proef, object, place);
        rows += lists.reduce((sum, { rijen }) => sum + rijen.length, 0);
        wider.push(...lists.filter((one) => !isErZonder(proef, one, place)).map(({ veld }) => veld.coordinaat));
      }
    }
    if (wider.length > 0) return tekort('rijen die er anders niet zijn', wider);
    return rows === 0 ? nietTeProeven(NIETS_TE_ZIEN) : voldoet(`${String(rows)} rijen`);
  },
};

/** A test has to hold something for which a condition is met. */
const NIETS_TE_ZIEN = 'geen partner ziet onder een beperking iets; leg in de proefgegevens een vrijgave of grond vast';

function metAccount({ partners }: Proef): Ketenpartner[] {
  return [...partners.values()].filter(({ account }) => account);
}

interface Rijen {
  readonly veld: Bronveld;
  readonly rijen: readonly unknown[];
}

function rijenVan({ schema, verkenning }: Proef, object: Gezien['objecten'][number], place: number): Rijen[] {
  const velden = schema.objecten.get(verkenning.bekend[place]?.type ?? '')?.velden ?? [];
  return velden.flatMap((veld) => {
    const rijen = object?.[veld.antwoordnaam];
    return veld.lijst && Array.isArray(rijen) ? [{ veld, rijen: rijen as unknown[] }] : [];
  });
}

/** Each row is one that somebody saw without a beperking, less what is withheld in it. */
function isErZonder({ verkenning: { open, eigen } }: Proef, { veld, rijen }: Rijen, place: number): boolean {
  const wide = [open, ...eigen].map(({ objecten }) => objecten[place]?.[veld.antwoordnaam]);
  return rijen.every((rij) => wide.some((one) => pastIn([rij], one)));
}

/** Of each condition under which something is given, and of whose it is. */
export const ONTHOUDREGELS: readonly Proefregel[] = [bronhouder, ...BEPERKINGEN.map(onderBeperking), nooitRuimer];
