import type { Aanwijzing, Casusfeiten, Zetel } from '../../schema/domain/casusfeiten';
import type { Convenant } from '../../schema/domain/convenant';
import { DOELEN, type Doel } from '../../schema/domain/doel';
import { Hubfout } from '../../schema/domain/hubfout';
import type { Rol } from '../../schema/domain/rol';
import type { Verzoeker } from '../../schema/domain/verzoeker';
import type { Verloop } from '../../schema/verloop/casusstand';
import type { FactsDoor } from './factsDoor';
import type { Aanwijzer } from './followAanwijzingen';
import type { Follower } from './followVerloop';

/** A request inside a casus: who sits there in which rol, why he asks, and under which convenant. */
interface Casuscontext {
  readonly soort: 'CASUS';
  readonly verzoeker: Verzoeker;
  readonly zetel: Zetel;
  readonly doel: Doel;
  readonly feiten: Casusfeiten;
  readonly verloop: Verloop;
  readonly convenant: Convenant;
  readonly aanwijzingen: readonly Aanwijzing[];
  readonly revisie: string;
}

/** A request outside any casus: about the requester himself, or about the rules. */
interface Zelfcontext {
  readonly soort: 'ZELF';
  readonly verzoeker: Verzoeker;
  /** In which of his designations he acts: the only one, or that of Keten-Rol; null: none, or not said which. */
  readonly rol: Rol | null;
  readonly aanwijzingen: readonly Aanwijzing[];
  readonly revisie: string;
}

export type Verzoekcontext = Casuscontext | Zelfcontext;

/** What the headers of a request say. */
export interface Kop {
  readonly casus: string | undefined;
  readonly doel: string | undefined;
  /** Only outside a casus; inside one the seat says it. */
  readonly rol?: string | undefined;
}

export interface ContextGround {
  readonly facts: {
    read(verzoeker: Verzoeker, casus: string | null): ReturnType<FactsDoor['read']>;
    verloop(verzoeker: Verzoeker, casus: string, vanaf: number | null): ReturnType<FactsDoor['verloop']>;
  };
  readonly follower: Pick<Follower, 'knows' | 'recall' | 'height' | 'check'>;
  readonly aanwijzer: Pick<Aanwijzer, 'check'>;
  /** The version in force today. */
  findConvenant(id: string): Convenant | null;
  /** Whether any verstrekking of the convenant reaches this seat for this doel. */
  isCovered(verzoeker: Verzoeker, zetel: Zetel, doel: Doel, convenant: Convenant): Promise<boolean>;
}

/** Stands in for an id that can't be one, so that a malformed id takes the same steps as an unknown one. */
const NO_CASUS = '0'.repeat(32);
/** What an id of a casus can look like. */
export const CASUS_ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Opens the context of a request from token, headers and the facts of this moment. An unknown casus and a casus that
 * is not yours take the same steps and get the same answer; the casus is checked before the doel. A seat counts only
 * while its holder is designated in that rol by the partner he sits for (WGS 1.8(2), BGS 1.11). What the municipality
 * tells of the casus, and of who is designated, counts only as far as partners signed it.
 *
 * @throws Hubfout
 */
export async function openContext(ground: ContextGround, verzoeker: Verzoeker, kop: Kop): Promise<Verzoekcontext> {
  const own = (aanwijzingen: readonly Aanwijzing[]) =>
    aanwijzingen.filter(({ partner }) => partner === verzoeker.partner.id);
  const ofHim = (held: readonly Aanwijzing[]): Zetel[] =>
    held.map((one) => ({ ...one, medewerker: verzoeker.medewerker }));
  const asked = performance.now();
  if (kop.casus === undefined) {
    const { revisie, aanwijzingen, besluiten } = await ground.facts.read(verzoeker, null);
    const held = own(aanwijzingen);
    await ground.aanwijzer.check(ofHim(held), besluiten, asked);
    return { soort: 'ZELF', verzoeker, rol: actingRol(held, kop.rol), aanwijzingen: held, revisie };
  }
  if (kop.doel === undefined) throw incomplete('Keten-Doel');
  const wellFormed = CASUS_ID.test(kop.casus);
  const height = ground.follower.height(kop.casus);
  const {
    casus: feiten,
    verloop,
    revisie,
    aanwijzingen,
    besluiten,
  } = await ground.facts.read(verzoeker, wellFormed ? kop.casus : NO_CASUS);
  const zetel = feiten?.tafel.find(
    ({ partner, medewerker }) => partner === verzoeker.partner.id && medewerker === verzoeker.medewerker,
  );
  const held = own(aanwijzingen);
  const designated = held.some(({ rol }) => rol === zetel?.rol);
  const known = wellFormed && feiten?.casus === kop.casus && verloop !== null;
  if (!known || zetel === undefined || !designated) throw inaccessible();
  // Only now, so that what takes longer tells nobody of a casus that is not his.
  if (!ground.follower.knows(feiten.casus)) {
    await ground.follower.recall(feiten.casus);
    // Told before that was known: once more, for a stap may have come between.
    if (verloop.nr < ground.follower.height(feiten.casus)) return openContext(ground, verzoeker, kop);
  }
  await ground.aanwijzer.check([...feiten.tafel, ...ofHim(held)], besluiten, asked);
  await ground.follower.check(feiten, verloop, height, (vanaf) => ground.facts.verloop(verzoeker, feiten.casus, vanaf));
  const doel = DOELEN.find((known) => known === kop.doel);
  const convenant = ground.findConvenant(feiten.convenant);
  const covered =
    doel !== undefined && convenant !== null && (await ground.isCovered(verzoeker, zetel, doel, convenant));
  if (!covered) {
    throw new Hubfout(
      'HUB_DOEL_NIET_GEDEKT',
      'Dit doel is niet een van de doelen waarvoor het convenant van deze casus aan uw zetel iets verstrekt.',
    );
  }
  return { soort: 'CASUS', verzoeker, zetel, doel, feiten, verloop, convenant, aanwijzingen: held, revisie };
}

/** A header never creates a rol: it can only say which of several designations is meant. */
function actingRol(aanwijzingen: readonly Aanwijzing[], named: string | undefined): Rol | null {
  const held = new Set(aanwijzingen.map(({ rol }) => rol));
  if (named === undefined) return held.size === 1 ? ([...held][0] ?? null) : null;
  const meant = [...held].find((rol) => rol === named);
  if (meant === undefined) throw unclearRol('noemt geen rol waarin u bent aangewezen');
  return meant;
}

/** A question outside a casus for which it matters in which of his rollen somebody asks it. */
export function unclearRol(what: string): Hubfout {
  return new Hubfout('HUB_VERZOEK_ONVOLLEDIG', `De kop "Keten-Rol" ${what}.`);
}

/** The one answer for every casus that can't be opened, whatever the cause. */
export function inaccessible(): Hubfout {
  return new Hubfout('HUB_CASUS_ONTOEGANKELIJK', 'Deze casus is voor u niet toegankelijk.');
}

export function incomplete(header: string): Hubfout {
  return new Hubfout(
    'HUB_VERZOEK_ONVOLLEDIG',
    `De kop "${header}" ontbreekt: elke vraag binnen een casus noemt Keten-Casus en Keten-Doel.`,
  );
}
