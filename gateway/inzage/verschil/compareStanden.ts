import { type GraphQLSchema, printSchema } from 'graphql';
import type { Convenant } from '../../../schema/domain/convenant';
import { KETENROLLEN } from '../../../schema/domain/ketenrol';
import { Convenantcellen } from '../cellen/convenantcellen';
import { readGraaf } from '../cellen/graaf';
import { categorieenOf, cellenOf } from './cel';
import { compareBuitenCasus } from './compareBuitenCasus';
import { type Vloerverschil, compareVloer } from './compareVloer';
import { findOpenings } from './findOpenings';
import type { Groep } from './groep';
import { groupOpenings } from './groupOpenings';
import type { Opening } from './opening';
import { Ontvangerzicht } from './ontvangerzicht';
import type { Regelstand } from './regelstand';
import { stretches } from './stretches';
import { testify } from './testify';
import { toGroep } from './toGroep';

/** One side of a comparison: the rules, and the graph that they are about (null: it is not known). */
export interface Kant {
  readonly stand: Regelstand;
  readonly schema: GraphQLSchema | null;
}

/** What may be seen, or told, after and not before, and the other way round. */
export interface Verschil {
  readonly opent: readonly Groep[];
  readonly sluit: readonly Groep[];
  readonly vloer: Vloerverschil;
}

/** Compares two compiled tables by enumeration of every cell: nothing is sampled, and the clock is not looked at. */
export function compareStanden(oud: Kant, nieuw: Kant): Verschil {
  const known = new Map([oud, nieuw].map((kant) => [kant, new Map<Convenant, Convenantcellen>()]));
  const cellsOf: CellsOf = (kant, convenant) => {
    const cells = known.get(kant)?.get(convenant) ?? new Convenantcellen(kant.stand, convenant);
    known.get(kant)?.set(convenant, cells);
    return cells;
  };
  return {
    opent: findGroepen(oud, nieuw, cellsOf, true),
    sluit: findGroepen(nieuw, oud, cellsOf, false),
    vloer: compareVloer(oud.stand, nieuw.stand),
  };
}

/** The cells of a convenant of one side, worked out once for both directions. */
type CellsOf = (kant: Kant, convenant: Convenant) => Convenantcellen;

/** What opens from one state to the next. Of what closes, no witness is looked for. */
function findGroepen(before: Kant, after: Kant, cellsOf: CellsOf, witnesses: boolean): Groep[] {
  const schema = after.schema ?? before.schema;
  const kaart = schema === null ? null : { schema, graaf: readGraaf(schema) };
  const sameGraph = before.schema === null || (schema !== null && printSchema(before.schema) === printSchema(schema));
  const kaartBefore = sameGraph ? (kaart?.graaf ?? null) : readGraaf(before.schema);
  const witness = witnesses ? kaart : null;
  const own = compareBuitenCasus(
    { stand: before.stand, graaf: kaartBefore },
    { stand: after.stand, graaf: kaart?.graaf ?? null },
    witness,
  );
  const cellen = [...cellenOf(after.stand).values()].filter(({ coordinaat }) => !own.coordinaten.has(coordinaat));
  const hosts = hostsOf([before.stand, after.stand]);
  const sameGround = groundOf(before) === groundOf(after);
  const groepen = stretches(before.stand.convenanten, after.stand.convenanten).flatMap((tijdvak) => {
    const { oud, nieuw } = tijdvak;
    if (nieuw === null || (sameGround && JSON.stringify(oud) === JSON.stringify(nieuw))) return [];
    const cellsAfter = cellsOf(after, nieuw);
    const cellsBefore = oud === null ? null : cellsOf(before, oud);
    const views = new Map<string, Ontvangerzicht>();
    const openings: Opening[] = [];
    for (const ontvanger of after.stand.partners.values()) {
      const zicht = new Ontvangerzicht(after.stand, cellsAfter, ontvanger, kaart?.graaf ?? null);
      views.set(ontvanger.id, zicht);
      // Another OIN is another organisation, whatever it is called.
      const earlier = before.stand.partners.get(ontvanger.id);
      const known = cellsBefore !== null && earlier?.oin === ontvanger.oin;
      const was = known ? new Ontvangerzicht(before.stand, cellsBefore, earlier, kaartBefore) : null;
      openings.push(...findOpenings(was, zicht, cellen, hosts));
    }
    return groupOpenings(openings, ({ cel }) => categorieenOf(after.stand, cel)).map((groep): Groep => {
      const getuige = witness === null || !groep.zichtbaar ? null : testify(witness, views, groep, tijdvak);
      return { ...toGroep(groep, cellsAfter.partijen, tijdvak), getuige };
    });
  });
  return [...own.groepen, ...groepen.sort(inOrder)];
}

/** Whoever hosts a source in any of these. */
function hostsOf(standen: readonly Regelstand[]): string[] {
  const all = standen.flatMap(({ partners }) => [...partners.values()]);
  return [...new Set(all.filter(({ subgraaf }) => subgraaf !== null).map(({ id }) => id))].sort();
}

/** All that decides beside the convenanten, as text: where it is the same, only other versions can differ. */
function groundOf({ stand: { labels, catalogus, partners }, schema }: Kant): string {
  return JSON.stringify([[...labels], [...catalogus], [...partners], schema === null ? null : printSchema(schema)]);
}

/** Most telling first: what can be seen, what comes from others, and then what is widest. */
function inOrder(a: Groep, b: Groep): number {
  const own = ({ gegevens }: Groep): number => Number(gegevens.every(({ wegen }) => wegen.every(({ eigen }) => eigen)));
  return (
    compare(a.convenant ?? '', b.convenant ?? '') ||
    compare(a.van ?? '', b.van ?? '') ||
    Number(b.zichtbaar) - Number(a.zichtbaar) ||
    own(a) - own(b) ||
    Number(KETENROLLEN.some((rol) => a.ontvangers.includes(rol))) -
      Number(KETENROLLEN.some((rol) => b.ontvangers.includes(rol))) ||
    b.cellen - a.cellen ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
