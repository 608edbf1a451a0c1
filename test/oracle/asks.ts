import type { CasusRij, World } from '../../subgraphs/kit/synthetic/world';
import { coversDoel, coversRol, isHeld, reaches } from './besluit';
import { findConvenant, findPartner, readContract } from './contract';
import type { Contract } from './contract';
import { isObject, isUnion, possibleTypes } from './sdl';
import type { Sdl } from './sdl';

/** Where the graph goes round: one step, and no further. */
const ROND = ['Gezinsrelatie.betreft', 'Kringrelatie.betreft'];

function fieldsOf(sdl: Sdl, type: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const one of sdl.fields) if (one.type === type && !fields.has(one.name)) fields.set(one.name, one.returns);
  return fields;
}

/** Selects everything under this type; of an interface what all have, and of it and a union what each kind has. */
function selectAll(sdl: Sdl, type: string, without: readonly string[] = []): string {
  if (isUnion(sdl, type)) {
    const kinds = possibleTypes(sdl, type).map((kind) => `... on ${kind} ${selectAll(sdl, kind, without)}`);
    return `{ __typename ${kinds.join(' ')} }`;
  }
  if (sdl.interfaces.includes(type)) {
    const kinds = possibleTypes(sdl, type).map((kind) => `... on ${kind} ${selectAll(sdl, kind, without)}`);
    return `{ __typename id bronhouder weergavenaam ${kinds.join(' ')} }`;
  }
  const fields = [...fieldsOf(sdl, type)].filter(([name]) => !without.includes(`${type}.${name}`));
  const parts = fields.map(([name, returns]) => {
    if (!isObject(sdl, returns)) return name;
    if (ROND.includes(`${type}.${name}`)) return `${name} { __typename id weergavenaam }`;
    return `${name} ${selectAll(sdl, returns, without)}`;
  });
  return `{ ${parts.join(' ')} }`;
}

/**
 * A casusoverleg query over every field that can be reached from a casus. Its only variable is `$casus: ID!`.
 * @param without coordinates that are left out
 */
export function fullQuery(contract: Contract = readContract(), without: readonly string[] = []): string {
  return `query Casusoverleg($casus: ID!) { casus(id: $casus) ${selectAll(contract.sdl, 'Casus', without)} }`;
}

/** What is worked out of what another source gave. */
export const workedOut = ({ sdl }: Contract): string[] =>
  sdl.fields.filter(({ requires }) => requires.length > 0).map(({ type, name }) => `${type}.${name}`);

/** The other root field: one's own casussen. */
export function ownSeatsQuery(contract: Contract = readContract()): string {
  return `query MijnCasussen { mijnCasussen ${selectAll(contract.sdl, 'Casusverwijzing')} }`;
}

export type Seat = World['municipality']['zetels'][number];

/** Every seat that is taken today, at the table of any casus, also one that is closed. */
export const seats = (world: World, today: string): Seat[] =>
  world.municipality.zetels.filter((one) => isHeld(world, one, today));

/** The doelen with which this seat is let in: some verstrekking of the casus's convenant reaches it for that doel. */
export function permittedDoelen(
  seat: Pick<Seat, 'partner' | 'rol'>,
  casus: Pick<CasusRij, 'convenant'>,
  today: string,
  contract: Contract = readContract(),
): string[] {
  const convenant = findConvenant(contract, casus.convenant, today);
  const partner = findPartner(contract, seat.partner);
  if (convenant === null) return [];
  return convenant.doelen.filter((doel) =>
    convenant.verstrekkingen.some(
      (v) => reaches(v, partner, seat.rol) && coversRol(v, seat.rol) && coversDoel(v, convenant, doel),
    ),
  );
}
