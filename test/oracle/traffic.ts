import { type FieldNode, Kind, type SelectionSetNode, parse } from 'graphql';
import type { Subgraaf } from '../../schema/domain/subgraaf';
import { type Situatie, decideField, hostMayHave, isHeld } from './besluit';
import { idOf } from './ding';
import { personenVan } from './personen';
import { isKeptFrom } from './risico';
import { findField, isKey, isObject, isUnion, possibleTypes } from './sdl';
import { isVan } from './zichtbaar';

/** One question to a source, as text. */
export interface Asked {
  readonly subgraaf: Subgraaf;
  readonly body: string;
}

const SLEUTELS: Readonly<Record<string, string>> = {
  HOOFDBETROKKENE: 'casus.betrokkenheid',
  KRINGLID: 'casus.kring',
  PROFESSIONAL: 'casus.professionals',
};

/**
 * What is wrong with one question that went to a source for this requester: each denied field it asks, and each datum or
 * person it carries to a host that may not have it. The whole body is searched for the id of every person in the world.
 */
export function violations(s: Situatie, { subgraaf, body }: Asked): string[] {
  const { query, variables } = JSON.parse(body) as { query: string; variables: { representations?: Json[] } };
  const found: string[] = [];
  for (const definition of parse(query).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) throw new Error('a source is asked one operation');
    askedIn(s, 'Query', definition.selectionSet, found);
  }
  if (subgraaf === 'municipality') return found;
  for (const { id } of s.world.municipality.personen) {
    if (!body.includes(id)) continue;
    const { soort } =
      s.world.municipality.betrokkenheden.find((one) => one.casus === s.casus.id && one.persoon === id) ?? {};
    const sleutel = SLEUTELS[soort ?? ''];
    if (sleutel === undefined) found.push(`${subgraaf} is told of ${id}, who is not in this casus`);
    else if (!mayReceive(s, subgraaf, sleutel)) found.push(`${subgraaf} is told of ${id} without ${sleutel}`);
  }
  found.push(
    ...adviezenIn(s, body)
      .filter((one) => one.subgraaf !== subgraaf)
      .map((one) => `${subgraaf} is told of ${one.id}`),
  );
  found.push(
    ...ungranted(s, referredTo(s, adviezenIn(s, body))).map(
      (one) => `${subgraaf} is asked ${one.type} ${one.id}, ungranted`,
    ),
  );
  const persons = personenVan(s, 'HOOFDBETROKKENE');
  for (const { __typename: type, ...rest } of variables.representations ?? []) {
    const person = persons.find((one) => one.type === type && idOf(one) === rest['id']);
    for (const name of Object.keys(rest)) {
      if (person !== undefined && rest[name] !== null && isKeptFrom(s, person, name, subgraaf))
        found.push(`${subgraaf} is sent ${type}.${name}, against a bezwaar`);
      if (isKey(s.contract.sdl, type, name)) continue;
      const field = findField(s.contract.sdl, type, name);
      for (const categorie of field.categorieen) {
        if (field.subgraaf !== subgraaf && !mayReceive(s, subgraaf, categorie))
          found.push(`${subgraaf} is sent ${type}.${name}`);
      }
    }
  }
  return found;
}

type Json = Record<string, unknown> & { __typename: string };

interface Advies {
  readonly type: 'Politieadvies' | 'Zorgadvies';
  readonly subgraaf: Subgraaf;
  readonly id: string;
  readonly bronhouder: string;
}

/** Every advies of the world that a text names: those that a source has, and those that a dossier refers to. */
function adviezenIn({ world }: Situatie, text: string): Advies[] {
  const police = { type: 'Politieadvies', subgraaf: 'police' } as const;
  const care = { type: 'Zorgadvies', subgraaf: 'care' } as const;
  const all: Advies[] = [
    ...world.police.adviezen.map((one) => ({ ...one, ...police })),
    ...world.care.adviezen.map((one) => ({ ...one, ...care })),
    ...world.municipality.ingebrachteAdviezen.map((one) => ({
      ...one,
      ...(one.soort === 'POLITIEADVIES' ? police : care),
    })),
  ];
  return all.filter((one) => text.includes(one.id));
}

/** As the dossier has them, where it refers to them: what became of one in its source since, only that source knows. */
function referredTo({ world }: Situatie, adviezen: readonly Advies[]): Advies[] {
  const { ingebrachteAdviezen } = world.municipality;
  return adviezen.map((one) => ({
    ...one,
    bronhouder: ingebrachteAdviezen.find(({ id }) => id === one.id)?.bronhouder ?? one.bronhouder,
  }));
}

/** Of these, what this requester may not know of: denied as a kind, or not granted of this bronhouder. */
function ungranted(s: Situatie, adviezen: readonly Advies[]): Advies[] {
  return adviezen.filter(({ type, bronhouder }) => {
    const { reden, categorieen } = decideField(s, type, 'bronhouder', []);
    return reden !== null || !categorieen.every((categorie) => isVan(s, categorie, bronhouder));
  });
}

/** What the municipality answered and should not have: references to what this requester may not know of. */
export function ungrantedAnswers(s: Situatie, answer: string): string[] {
  return ungranted(s, adviezenIn(s, answer)).map((one) => `municipality gives a reference to ${one.type} ${one.id}`);
}

function mayReceive(s: Situatie, subgraaf: Subgraaf, categorie: string): boolean {
  const partner = s.contract.partners.find((one) => one.subgraaf === subgraaf);
  if (partner === undefined) return false;
  const seated = s.world.municipality.zetels.some(
    (one) =>
      one.casus === s.casus.id &&
      one.partner === partner.id &&
      ['MELDER', 'DEELNEMER', 'CASUSREGISSEUR'].includes(one.rol) &&
      isHeld(s.world, one, s.today),
  );
  return seated && hostMayHave({ ...s, partner, rol: 'DEELNEMER', host: true }, categorie);
}

function askedIn(s: Situatie, type: string, selectionSet: SelectionSetNode, found: string[]): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('no named fragments are expected in a fetch');
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition?.name.value;
      if (narrowed !== undefined && isUnion(s.contract.sdl, type)) askedMember(s, narrowed, found);
      askedIn(s, selection.typeCondition?.name.value ?? type, selection.selectionSet, found);
    } else if (selection.name.value === '_entities') {
      askedIn(s, '_Entity', selection.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] }, found);
    } else if (selection.name.value !== '__typename') {
      askedField(s, type, selection, found);
    }
  }
}

function askedMember(s: Situatie, narrowed: string, found: string[]): void {
  for (const member of possibleTypes(s.contract.sdl, narrowed)) {
    const { reden } = decideField(s, member, 'bronhouder', []);
    if (reden !== null) found.push(`${member} is asked for in a union, but ${reden}`);
  }
}

function askedField(s: Situatie, type: string, node: FieldNode, found: string[]): void {
  const { sdl } = s.contract;
  const name = node.name.value;
  for (const concrete of sdl.interfaces.includes(type) ? possibleTypes(sdl, type) : [type]) {
    if (isKey(sdl, concrete, name)) continue;
    const args = (node.arguments ?? []).map((one) => one.name.value);
    const { reden } = decideField(s, concrete, name, args);
    if (reden !== null) found.push(`${concrete}.${name} is asked, but ${reden}`);
    const { returns } = findField(sdl, concrete, name);
    const below = node.selectionSet;
    if (below !== undefined && (isObject(sdl, returns) || sdl.interfaces.includes(returns)))
      askedIn(s, returns, below, found);
  }
}
