import type { FieldNode, SelectionSetNode } from 'graphql';
import type { Rol } from '../../schema/domain/rol';
import type { World } from '../../subgraphs/kit/synthetic/world';
import { decideField, holdsNow } from './besluit';
import type { Situatie } from './besluit';
import { findConvenant, findPartner, readContract } from './contract';
import type { Contract } from './contract';
import type { Ding } from './ding';
import { dossierObjects } from './dossier';
import { persoonLeaves, persoonObjects } from './personen';
import { isNotSentOn, risicoLeaves } from './risico';
import { findField, isKey, isObject, isUnion, possibleTypes } from './sdl';
import type { SdlField } from './sdl';
import { collect, readArgs, readVraag, subsets } from './selectie';
import type { Vraag } from './selectie';
import { isEigen, isVisible } from './zichtbaar';

export interface Ask {
  readonly world: World;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly casusId: string;
  readonly partner: string;
  readonly medewerker: string;
  readonly doel: string;
  /** ISO day. */
  readonly today: string;
}

export interface Geweigerd {
  /** Response keys, "@" for each item of a list. */
  readonly pad: string[];
  readonly coordinaat: string;
  readonly reden: string;
  readonly categorieen: string[];
}

const objects = { ...dossierObjects, ...persoonObjects };
const leaves = { ...persoonLeaves, ...risicoLeaves };

/** The requester's situation. Throws where the hub refuses the whole request: that is not the oracle's to judge. */
export function readSituatie(ask: Ask, contract: Contract): Situatie {
  const { municipality } = ask.world;
  const casus = municipality.casussen.find((one) => one.id === ask.casusId);
  const zetel = municipality.zetels.find(
    (one) =>
      one.casus === ask.casusId &&
      one.partner === ask.partner &&
      one.medewerker === ask.medewerker &&
      holdsNow(one, ask.today),
  );
  if (casus === undefined || zetel === undefined) throw new Error('expected a present seat at the table of this casus');
  const convenant = findConvenant(contract, casus.convenant, ask.today);
  if (convenant === null) throw new Error('expected a convenant in force for this casus');
  const rol: Rol = zetel.rol;
  const { world, medewerker, doel, today } = ask;
  return {
    contract,
    convenant,
    world,
    casus,
    partner: findPartner(contract, ask.partner),
    medewerker,
    rol,
    doel,
    today,
  };
}

/** The value of a leaf: null where its record does not hold for the categories of the field. */
function leafOf(s: Situatie, of: Ding, name: string): unknown {
  const coordinaat = `${of.type}.${name}`;
  const own = leaves[coordinaat];
  const read = (): unknown => {
    if (own !== undefined) return own(s, of);
    // Each record is named by the id of its row.
    if (name === 'record') return (of.row as { id: string }).id;
    if (!(name in of.row)) throw new Error(`no value for ${coordinaat}`);
    return (of.row as Record<string, unknown>)[name];
  };
  if (isKey(s.contract.sdl, of.type, name) || coordinaat in risicoLeaves) return read();
  const { categorieen } = findField(s.contract.sdl, of.type, name);
  if (!categorieen.every((one) => isVisible(s, one, of.rij))) return null;
  return isGeheim(s, of, coordinaat) ? null : read();
}

/** Address and wijk of who asked for geheimhouding are for the bronhouder alone. */
function isGeheim(s: Situatie, of: Ding, coordinaat: string): boolean {
  if (coordinaat !== 'Hoofdbetrokkene.adres' && coordinaat !== 'Hoofdbetrokkene.wijk' && of.type !== 'Adres')
    return false;
  const { geheimhouding } = of.row as { geheimhouding: boolean };
  const categorie = coordinaat === 'Hoofdbetrokkene.wijk' ? 'persoon.wijk' : 'persoon.adres';
  return geheimhouding && !(of.rij !== null && isEigen(s, categorie, of.rij));
}

const isRij = (s: Situatie, field: SdlField, one: Ding): boolean =>
  field.categorieen.every((categorie) => isVisible(s, categorie, one.rij));

/** In a union: the list is of whom it stands on; each record in it has categories of its own, those of its bronhouder. */
function isLid(s: Situatie, field: SdlField, of: Ding, one: Ding): boolean {
  if (decideField(s, one.type, 'bronhouder', []).reden !== null) return false;
  return isRij(s, field, of) && isRij(s, findField(s.contract.sdl, one.type, 'bronhouder'), one);
}

/** Where the walk is, and what it found there that could not be worked out. */
interface Plek {
  readonly pad: string[];
  readonly gemist: Geweigerd[];
}

function valueOf(s: Situatie, vraag: Vraag, of: Ding, nodes: readonly FieldNode[], { pad, gemist }: Plek): unknown {
  const node = nodes[0] as FieldNode;
  const name = node.name.value;
  if (name === '__typename') return of.type;
  const args = readArgs(vraag, node);
  if (decideField(s, of.type, name, Object.keys(args)).reden !== null) return null;
  const field = findField(s.contract.sdl, of.type, name);
  const coordinaat = `${of.type}.${name}`;
  if (isNotSentOn(s, of, coordinaat)) {
    const code = 'HUB_NIET_DOORGEGEVEN';
    gemist.push({ pad, coordinaat: code, reden: code, categorieen: [] });
    return null;
  }
  if (!isObject(s.contract.sdl, field.returns)) return leafOf(s, of, name);
  const find = objects[coordinaat];
  if (find === undefined) throw new Error(`no objects for ${coordinaat}`);
  const seen = find(s, of, args)
    .filter((one) => (isUnion(s.contract.sdl, field.returns) ? isLid(s, field, of, one) : isRij(s, field, one)))
    .filter((one) => !isGeheim(s, { ...of, row: one.row }, coordinaat));
  const shown = seen.map((one, index) => {
    const below = field.list ? [...pad, String(index)] : pad;
    return dataOf(s, vraag, one, subsets(nodes), { pad: below, gemist });
  });
  return field.list ? shown : (shown[0] ?? null);
}

function dataOf(
  s: Situatie,
  vraag: Vraag,
  of: Ding,
  sets: readonly SelectionSetNode[],
  { pad, gemist }: Plek,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [key, nodes] of collect(s.contract.sdl, vraag, sets, of.type))
    data[key] = valueOf(s, vraag, of, nodes, { pad: [...pad, key], gemist });
  return data;
}

/** What is denied on this type, whether or not there is data. */
function deniedOn(
  s: Situatie,
  vraag: Vraag,
  type: string,
  sets: readonly SelectionSetNode[],
  pad: string[],
): Geweigerd[] {
  const denied: Geweigerd[] = [];
  for (const [key, nodes] of collect(s.contract.sdl, vraag, sets, type)) {
    const node = nodes[0] as FieldNode;
    const name = node.name.value;
    if (name === '__typename') continue;
    const { reden, categorieen } = decideField(s, type, name, Object.keys(readArgs(vraag, node)));
    if (reden !== null) {
      denied.push({ pad: [...pad, key], coordinaat: `${type}.${name}`, reden, categorieen: [...categorieen] });
      continue;
    }
    const field = findField(s.contract.sdl, type, name);
    if (!isObject(s.contract.sdl, field.returns)) continue;
    const below = field.list ? [...pad, key, '@'] : [...pad, key];
    for (const one of possibleTypes(s.contract.sdl, field.returns)) {
      if (isUnion(s.contract.sdl, field.returns)) {
        const lid = decideField(s, one, 'bronhouder', []);
        if (lid.reden !== null) {
          if (collect(s.contract.sdl, vraag, subsets(nodes), one).size > 0)
            denied.push({ pad: below, coordinaat: one, reden: lid.reden, categorieen: [...lid.categorieen] });
          continue;
        }
      }
      denied.push(...deniedOn(s, vraag, one, subsets(nodes), below));
    }
  }
  return denied;
}

const text = (one: Geweigerd): string => JSON.stringify([one.pad, one.coordinaat]);

/** What the hub must answer: computed afresh from the world and the YAML, field by field and row by row. */
export function answer(ask: Ask, contract: Contract = readContract()): { data: unknown; errors: Geweigerd[] } {
  const s = readSituatie(ask, contract);
  const vraag = readVraag(ask.query, ask.variables);
  const sets = [vraag.operation.selectionSet];
  const root: Ding = { type: 'Query', row: {}, rij: null };
  for (const node of [...collect(contract.sdl, vraag, sets, 'Query').values()].flat()) {
    const { id } = readArgs(vraag, node);
    if (node.name.value === 'casus' && id !== ask.casusId) throw new Error('expected casus(id:) to name this casus');
  }
  const gemist: Geweigerd[] = [];
  const data = dataOf(s, vraag, root, sets, { pad: [], gemist });
  const errors = [...deniedOn(s, vraag, 'Query', sets, []), ...gemist];
  return {
    data,
    errors: errors.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0)),
  };
}
