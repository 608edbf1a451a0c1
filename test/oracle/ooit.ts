import { Kind, parse } from 'graphql';
import type { Rol } from '../../schema/domain/rol';
import { coversDoel, coversRol, decideField, reaches } from './besluit';
import type { Situatie } from './besluit';
import type { Contract, RawConvenant, RawPartner } from './contract';
import { findField, isUnion, possibleTypes } from './sdl';
import { TODAY, aanwijzing, casus, smallWorld, zetel } from './smallWorld';

/** A medewerker of a partner, the rollen he is designated in, and the convenanten in force with who signed each. */
export interface Kijker {
  readonly contract: Contract;
  readonly convenanten: readonly { readonly convenant: RawConvenant; readonly getekend: readonly string[] }[];
  readonly partner: RawPartner;
  readonly rollen: readonly Rol[];
}

const FASEN = [
  'AANMELDING',
  'DOELTOETS',
  'VERZAMELEN',
  'DEELNEMERSBEPALING',
  'CASUSOVERLEG',
  'UITVOERING',
  'AFSLUITING',
];
const KADERS = ['VRIJWILLIG', 'DRANG', 'DWANG'];
const AS_PARTNER: readonly Rol[] = ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR'];
const CHAIN: readonly Rol[] = ['PROCESREGISSEUR', 'INFORMATIEMAKELAAR'];

/** Arguments without which a field can't be asked. There is one such field. */
const required = (type: string, name: string): string[] => (`${type}.${name}` === 'Query.casus' ? ['id'] : []);

/**
 * Every coordinate that this medewerker could see in some casus, found by going through all of them: each convenant, rol,
 * doel, fase and kader in turn, and in each walking from the root over what is allowed there.
 */
export function everSeen({ contract, convenanten, partner, rollen }: Kijker): Set<string> {
  const seen = new Set<string>();
  if (rollen.length === 0) return seen;
  const hosts = contract.partners.filter(({ subgraaf }) => subgraaf !== undefined).map(({ id }) => zetel(id));
  const aanwijzingen = rollen.map((rol) => ({
    medewerker: 'm',
    partner: partner.id,
    rol,
    van: '2026-01-01',
    tot: null,
  }));
  for (const { convenant, getekend } of convenanten) {
    for (const rol of [...AS_PARTNER, ...CHAIN.filter((one) => rollen.includes(one))]) {
      const zetels = [...hosts, zetel(partner.id, rol)];
      const world = smallWorld({ municipality: { aanwijzingen: [...aanwijzingen, ...zetels.map(aanwijzing)], zetels } }); // oxfmt-ignore
      for (const doel of convenant.doelen) {
        const door = convenant.verstrekkingen.some(
          (v) => reaches(v, partner, rol) && coversRol(v, rol) && coversDoel(v, convenant, doel),
        );
        if (!door) continue;
        for (const fase of FASEN) {
          for (const kader of KADERS) {
            const here = { ...casus, fase, kader } as typeof casus;
            const who = { contract, convenant, getekend, world, partner, medewerker: 'm', rol, doel, today: TODAY };
            walk({ ...who, casus: here }, seen);
          }
        }
      }
    }
  }
  // Outside any casus, and then of no convenant: his own seats.
  for (const { type, name } of contract.sdl.fields) {
    if (type === 'Casusverwijzing' || name === 'mijnCasussen') seen.add(`${type}.${name}`);
  }
  return seen;
}

function walk(s: Situatie, seen: Set<string>): void {
  const { sdl } = s.contract;
  const todo = ['Query'];
  const been = new Set<string>();
  for (let type = todo.pop(); type !== undefined; type = todo.pop()) {
    if (been.has(type)) continue;
    been.add(type);
    for (const name of new Set(sdl.fields.filter((field) => field.type === type).map((field) => field.name))) {
      const needed = required(type, name);
      if (decideField(s, type, name, needed).reden !== null) continue;
      seen.add(`${type}.${name}`);
      const { leest, returns } = findField(sdl, type, name);
      for (const argument of Object.keys(leest)) {
        const { reden } = decideField(s, type, name, [...needed, argument]);
        if (reden === null) seen.add(`${type}.${name}(${argument}:)`);
      }
      const enters = (one: string): boolean => decideField(s, one, 'bronhouder', []).reden === null;
      todo.push(...possibleTypes(sdl, returns).filter((one) => !isUnion(sdl, returns) || enters(one)));
    }
  }
}

/** Whether he gets to a table, for some doel, in one of these rollen, under a convenant that his partner signed. */
function couldSit({ convenanten, partner, rollen }: Kijker, as: readonly Rol[]): boolean {
  const his = as.filter((rol) => rollen.length > 0 && (AS_PARTNER.includes(rol) || rollen.includes(rol)));
  return convenanten.some(({ convenant, getekend }) => {
    const { verstrekkingen, doelen, partijen } = convenant;
    const lets = (rol: Rol, doel: string): boolean =>
      verstrekkingen.some((v) => reaches(v, partner, rol) && coversRol(v, rol) && coversDoel(v, convenant, doel));
    const party = partijen.includes(partner.id) && getekend.includes(partner.id);
    return party && his.some((rol) => doelen.some((doel) => lets(rol, doel)));
  });
}

/**
 * What the hub tells of itself: the explanation to anybody designated, the rules to who looks into them, of the
 * register to a privacy officer (BGS 1.2, WGS 1.8(4), AVG 19) and to a regisseur of a casus, and where a casus stands to
 * who sits at its table. Requests for inzage are handled by the partner that keeps the casussen.
 */
export function hubSeen(sdl: string, kijker: Kijker): Set<string> {
  const { rollen, partner } = kijker;
  const seen = new Set<string>();
  const looks = rollen.includes('PRIVACY_OFFICER') || rollen.includes('AUDITOR');
  const officer = rollen.includes('PRIVACY_OFFICER');
  const open: readonly (readonly [string, boolean])[] = [
    ['hub.uitleg', rollen.length > 0],
    ['hub.registerstand', rollen.length > 0],
    ['hub.regels', looks],
    ['hub.besluiten', looks],
    ['hub.dossier', officer],
    ['hub.aanwijzing', officer],
    ['hub.aanmelding', rollen.includes('MELDER')],
    ['hub.datalek', officer],
    ['hub.partnerverkeer', officer],
    ['hub.ontvangers', officer],
    ['hub.inzageverzoek', officer && partner.subgraaf === 'municipality'],
    ['hub.verslag', couldSit(kijker, ['CASUSREGISSEUR', 'PROCESREGISSEUR'])],
    ['hub.verloop', couldSit(kijker, [...AS_PARTNER, ...CHAIN])],
  ];
  const given = (node: { readonly directives?: unknown }): boolean =>
    open.some(([naam, may]) => may && JSON.stringify(node.directives).includes(`"${naam}"`));
  for (const type of parse(sdl, { noLocation: true }).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const coordinaat = `${type.name.value}.${field.name.value}`;
      if (!given(field)) continue;
      seen.add(coordinaat);
      for (const one of (field.arguments ?? []).filter(given)) seen.add(`${coordinaat}(${one.name.value}:)`);
    }
  }
  return seen;
}
