import fc from 'fast-check';
import { DOELEN } from '../../../schema/domain/doel';
import { FASEN } from '../../../schema/domain/fase';
import { KADERS } from '../../../schema/domain/kader';
import { type Rol, ROLLEN } from '../../../schema/domain/rol';
import type { World } from '../../../subgraphs/kit/synthetic/world';
import { Choices } from '../../gateway/prune/generate';
import { readSituatie } from '../../oracle/answer';
import { permittedDoelen } from '../../oracle/asks';
import { decideCategorie, decideField } from '../../oracle/besluit';
import type { Contract } from '../../oracle/contract';
import { isObject } from '../../oracle/sdl';
import { choice } from '../operation/sketch';
import { enrich } from './enrich';
import { type Asker, askOf } from './projection';

/** Who sits where and why he asks, and how the casus stands. */
export interface SituationSketch {
  readonly seed: number;
  /** How many are drawn, to keep the one in which there is most to see and to withhold. */
  readonly tries: number;
}

export const situationSketch: fc.Arbitrary<SituationSketch> = fc.record({ seed: choice, tries: choice });

export interface Situation {
  readonly world: World;
  readonly asker: Asker;
  readonly rol: Rol;
  /** The seat has some verstrekking for the doel: otherwise the hub refuses the request. */
  readonly covered: boolean;
}

const MOST_TRIES = 4;

/** Puts somebody at the table of a casus of this world, for some doel, with data around the persons of the casus. */
export function drawSituation(base: World, sketch: SituationSketch, contract: Contract, today: string): Situation {
  const tries = 1 + (sketch.tries % MOST_TRIES);
  const drawn = Array.from({ length: tries }, (_, nr) => seat(base, new Choices(sketch.seed + nr), contract, today));
  const [best] = drawn.toSorted((one, other) => worth(other, contract) - worth(one, contract));
  if (best === undefined) throw new Error('no situation was drawn');
  return { ...best, world: enrich(best.world, best.asker, best.rol, contract, sketch.seed) };
}

/** What may be seen, and what of it only in part. */
function worth({ world, asker, covered }: Situation, contract: Contract): number {
  if (!covered) return 0;
  const s = readSituatie(askOf(world, asker, ''), contract);
  const leading = contract.sdl.fields.filter(
    ({ type, returns }) => type !== 'Query' && isObject(contract.sdl, returns),
  );
  const open = leading.filter(({ type, name }) => decideField(s, type, name, []).reden === null);
  const names = new Set(contract.sdl.fields.flatMap(({ categorieen }) => categorieen));
  const rules = [...names].flatMap((naam) => {
    const uitkomst = decideCategorie(s, naam);
    return uitkomst.allow ? uitkomst.grants.flatMap(({ beperkingen }) => beperkingen) : [];
  });
  // Of an abstract type most can go wrong, and few may have one.
  const abstract = open.filter(({ returns }) => contract.sdl.interfaces.includes(returns));
  // What is worked out of what another source sends along, few may have either.
  const workedOut = contract.sdl.fields.filter(
    ({ type, name, requires }) => requires.length > 0 && decideField(s, type, name, []).reden === null,
  );
  return open.length + 4 * new Set(rules).size + 4 * abstract.length + 10 * workedOut.length;
}

const KETENROLLEN: readonly string[] = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'];
const PARTNERROLLEN: readonly Rol[] = ['DEELNEMER', 'CASUSREGISSEUR', 'MELDER'];

/** Starts from one verstrekking, half of the time one with row rules, and mostly asks what it gives. */
function seat(base: World, choices: Choices, contract: Contract, today: string): Situation {
  const { municipality } = base;
  const convenant = choices.of(contract.convenanten.filter(({ geldig: { van, tot } }) => van <= today && today < tot));
  const ruled = new Set(contract.categorieen.filter(({ vrijgave, grond }) => vrijgave === true || (grond ?? []).length > 0).map(({ naam }) => naam)); // oxfmt-ignore
  const partly = convenant.verstrekkingen.filter(({ beperkingen = [], gegevens }) => beperkingen.length > 0 || gegevens.some((naam) => ruled.has(naam))); // oxfmt-ignore
  const given = choices.of(partly.length > 0 && choices.chance(0.5) ? partly : convenant.verstrekkingen);
  const free = (): boolean => choices.chance(0.08);
  const one = <T>(all: readonly T[], some: readonly string[] | 'alle'): T =>
    choices.of(some === 'alle' || free() ? all : (some as readonly T[]));
  const casus = {
    ...choices.of(municipality.casussen),
    convenant: convenant.convenant,
    fase: one(
      FASEN.filter((fase) => fase !== 'AFSLUITING' || free()),
      given.fasen,
    ),
    kader: one(KADERS, given.kaders),
    // Afgeschermd, everything is denied: that needs few runs.
    status: free() && free() ? ('AFGESCHERMD' as const) : ('LOPEND' as const),
    bevestigdDoor: free() ? ['gemeente-zwolle'] : ['politie-oost-nederland', 'gemeente-zwolle'],
  };
  const to = choices.of(given.aan);
  const designated = new Set(municipality.aanwijzingen.map(({ partner }) => partner));
  const meant = contract.partners.filter(({ id, soort }) => (convenant.partijen.includes(id) || free()) && (KETENROLLEN.includes(to) || [id, soort].includes(to))); // oxfmt-ignore
  const partner = choices.of([...meant.map(({ id }) => id), ...(meant.length === 0 ? convenant.partijen : [])].filter((id) => designated.has(id))); // oxfmt-ignore
  const { medewerker } = choices.of(municipality.aanwijzingen.filter((held) => held.partner === partner));
  const rol = KETENROLLEN.includes(to)
    ? (to as Rol)
    : free()
      ? choices.of(ROLLEN)
      : one(PARTNERROLLEN, given.rollen ?? 'alle');
  const permitted = permittedDoelen({ partner, rol }, casus, today, contract);
  const doel = one(free() ? DOELEN : convenant.doelen, given.doelen);
  const mine = { casus: casus.id, partner, medewerker, rol, van: '2025-01-01', tot: null, vervangt: null };
  const hosts = contract.partners.filter(({ subgraaf }) => typeof subgraaf === 'string').map(({ id }) => id);
  const seated = hosts
    .filter(() => choices.chance(0.85))
    .map((id) => ({ ...mine, partner: id, medewerker: `m-gastheer-${id}`, rol: 'DEELNEMER' as const }));
  const others = municipality.zetels.filter((held) => held.casus !== casus.id || (held.medewerker !== medewerker && !hosts.includes(held.partner))); // oxfmt-ignore
  const world: World = {
    ...base,
    municipality: {
      ...municipality,
      casussen: municipality.casussen.map((held) => (held.id === casus.id ? casus : held)),
      zetels: [...others, ...seated, mine],
      aanwijzingen: [
        ...municipality.aanwijzingen,
        ...[mine, ...seated].map(({ casus: _, vervangt: __, ...held }) => held),
      ],
    },
  };
  return {
    world,
    asker: { casus: casus.id, partner, medewerker, doel, today },
    rol,
    covered: permitted.includes(doel),
  };
}
