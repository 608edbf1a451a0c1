import type { Convenant } from '../../../schema/domain/convenant';
import type { Doel } from '../../../schema/domain/doel';
import type { Fase } from '../../../schema/domain/fase';
import type { Gegevenscategorie } from '../../../schema/domain/gegevenscategorie';
import type { Kader } from '../../../schema/domain/kader';
import { OP_AANWIJZING, type Onderwerp } from '../../../schema/domain/onderwerp';
import type { Rol } from '../../../schema/domain/rol';
import { evaluateCategorie } from '../cellen/evaluateCategorie';
import { type Blok, GEEN, type Situaties, blokkenOf, where } from '../cellen/situaties';
import type { Weg } from '../cellen/weg';
import { splitWegen, tellWegen } from '../cellen/wegtekst';
import type { Regelgrond } from './regelgrond';
import type { Cel } from './cel';
import { type Ontvanger, listOntvangers } from './listOntvangers';

/** What of the matrix is asked. null: all of it. */
export interface Matrixvraag {
  /** Kinds of partner, partner ids or ketenrollen. */
  readonly ontvangers: readonly string[] | null;
  readonly rollen: readonly Rol[] | null;
  readonly doelen: readonly Doel[] | null;
  readonly fasen: readonly Fase[] | null;
  readonly kaders: readonly Kader[] | null;
  /** Names of categories, or the first of their two words with a star: `politie.*`. */
  readonly categorieen: readonly string[] | null;
  readonly betreft: readonly Onderwerp[] | null;
}

/**
 * Every cell of one convenant: who may have what of whom, under which article, in a running and confirmed casus. What
 * rests on a designation is left out: it needs no casus and no convenant. Cells that are alike in several situations
 * are one.
 */
export function makeMatrix(...of: Parameters<typeof eachCel>): Cel[] {
  return [...eachCel(...of)];
}

/** The same one by one, for who may have enough before the last. */
export function* eachCel(
  vraag: Matrixvraag,
  convenant: Convenant,
  { catalogus, partners }: Regelgrond,
): Generator<Cel, void> {
  const partijen = convenant.partijen.map((id) => partners.get(id)).filter((one) => one !== undefined);
  const ontvangers = listOntvangers(convenant, partners, vraag.ontvangers);
  const asked = where({
    doelen: vraag.doelen?.filter((doel) => convenant.doelen.includes(doel)) ?? convenant.doelen,
    ...(vraag.rollen === null ? {} : { rollen: vraag.rollen }),
    ...(vraag.fasen === null ? {} : { fasen: vraag.fasen }),
    ...(vraag.kaders === null ? {} : { kaders: vraag.kaders }),
    bevestigd: [true],
  });
  for (const categorie of [...catalogus.values()].filter(chosenBy(vraag))) {
    for (const ontvanger of ontvangers) {
      const { wegen, weigeringen } = evaluateCategorie(convenant, ontvanger.partner, categorie, partners);
      const here = asked & where({ rollen: ontvanger.rollen });
      const shared = sharedOf(convenant, categorie, ontvanger);
      for (const { waar, open } of splitWegen(wegen)) {
        const told = tellWegen(categorie.naam, open, ontvanger.partner, partijen);
        yield* cells(waar & here, { ...shared, ...granted(open), wegen: told });
      }
      for (const { reden, artikel, waar } of weigeringen) {
        yield* cells(waar & here, { ...shared, ...NOTHING, besluit: 'DENY', reden, artikel });
      }
    }
  }
}

const NOTHING = { beperkingen: [], voorwaarden: [], toekenningen: [], wegen: [] };

/** Whether a category is asked for: of those that a convenant can give. */
export function chosenBy({ categorieen, betreft }: Matrixvraag): (categorie: Gegevenscategorie) => boolean {
  return ({ naam, betreft: about }) =>
    !OP_AANWIJZING.includes(about) &&
    (betreft === null || betreft.includes(about)) &&
    (categorieen === null || categorieen.some((one) => matches(naam, one)));
}

/** `politie.*` is every category whose first word is politie. */
export function matches(naam: string, pattern: string): boolean {
  return pattern.endsWith('*') ? naam.startsWith(pattern.slice(0, -1)) : naam === pattern;
}

type Shared = Pick<Cel, 'convenant' | 'versie' | 'categorie' | 'label' | 'betreft' | 'ontvanger'>;

function sharedOf({ id, versie }: Convenant, { naam, label, betreft }: Gegevenscategorie, to: Ontvanger): Shared {
  return { convenant: id, versie, categorie: naam, label, betreft, ontvanger: to.naam };
}

function granted(open: readonly Weg[]): Omit<Cel, keyof Shared | keyof Blok | 'wegen'> {
  return {
    besluit: 'ALLOW',
    reden: null,
    artikel: [...new Set(open.map(({ artikel }) => artikel))].join('; '),
    beperkingen: [...new Set(open.flatMap(({ beperkingen }) => beperkingen))].sort(),
    voorwaarden: [...new Set(open.flatMap(({ voorwaarden }) => voorwaarden))].sort(),
    toekenningen: open.map(({ van, eigen, artikel, beperkingen, voorwaarden }) => {
      return { van: van.id, eigen, artikel, beperkingen, voorwaarden };
    }),
  };
}

function cells(waar: Situaties, rest: Omit<Cel, keyof Blok>): Cel[] {
  if (waar === GEEN) return [];
  return blokkenOf(waar).map(({ rollen, doelen, fasen, kaders }) => {
    const { convenant, versie, categorie, label, betreft, ontvanger, ...outcome } = rest;
    const cell = { convenant, versie, categorie, label, betreft, ontvanger };
    return { ...cell, rollen, doelen, fasen, kaders, ...outcome };
  });
}
