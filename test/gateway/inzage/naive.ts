import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import type { Toekenning } from '../../../schema/domain/besluit';
import type { Convenant } from '../../../schema/domain/convenant';
import type { Decider } from '../../../gateway/decide/createDecider';
import { isCovered } from '../../../gateway/decide/isCovered';
import type { Situatiepunt } from '../../../gateway/inzage/cellen/situaties';
import type { Regelstand } from '../../../gateway/inzage/verschil/regelstand';
import { situatieOf } from './ground';

/** What the rules let somebody see in one situation, worked out by asking them: shares nothing with the cells. */
export interface Gezien {
  /** Fields that he may ask and can get to; with an argument as `Type.veld(argument:)`. */
  readonly velden: ReadonlySet<string>;
  /** By which each category comes. */
  readonly wegen: ReadonlyMap<string, readonly Toekenning[]>;
  readonly werkgebied: readonly string[];
}

export async function look(
  stand: Regelstand,
  schema: GraphQLSchema,
  decider: Decider,
  convenant: Convenant,
  id: string,
  at: Situatiepunt,
  tafel?: readonly string[],
): Promise<Gezien> {
  const ontvanger = stand.partners.get(id);
  const nothing = { velden: new Set<string>(), wegen: new Map<string, readonly Toekenning[]>(), werkgebied: [] };
  if (ontvanger === undefined || !ontvanger.account) return nothing;
  const situatie = situatieOf(stand, convenant, ontvanger, at, tafel);
  if (!(await isCovered(situatie, stand.catalogus))) return nothing;
  const table = await decider.decide(situatie);
  const read = (coordinaat: string, argument: string): boolean => {
    const gelezen = stand.labels.get(coordinaat)?.argumenten[argument] ?? [];
    return gelezen.length > 0 && gelezen.every((naam) => table.categorie(naam).uitkomst === 'ALLOW');
  };
  const velden = new Set<string>();
  const seen = new Set<string>();
  const visit = (type: string): void => {
    const object = schema.getType(type);
    if (seen.has(type) || !isObjectType(object)) return;
    seen.add(type);
    for (const field of Object.values(object.getFields())) {
      const coordinaat = `${type}.${field.name}`;
      if (!stand.labels.has(coordinaat) || table.coordinaat(coordinaat).uitkomst !== 'ALLOW') continue;
      if (!field.args.filter(isRequiredArgument).every(({ name }) => read(coordinaat, name))) continue;
      velden.add(coordinaat);
      for (const { name } of field.args) if (read(coordinaat, name)) velden.add(`${coordinaat}(${name}:)`);
      const target = getNamedType(field.type);
      const kinds = isAbstractType(target) ? schema.getPossibleTypes(target) : [target];
      const enters = (name: string) => table.coordinaat(`${name}.bronhouder`).uitkomst === 'ALLOW';
      for (const { name } of kinds) if (!isUnionType(target) || enters(name)) visit(name);
    }
  };
  for (const root of ['Query', 'Mutation']) visit(root);
  const wegen = [...stand.catalogus.keys()].map((naam): [string, readonly Toekenning[]] => {
    const besluit = table.categorie(naam);
    return [naam, besluit.uitkomst === 'ALLOW' ? besluit.toekenningen : []];
  });
  return { velden, wegen: new Map(wegen), werkgebied: ontvanger.werkgebied };
}

const categoriesOf = ({ labels }: Regelstand, veld: string): string[] => {
  const [coordinaat = '', argument] = veld.replace(':)', '').split('(');
  const label = labels.get(coordinaat);
  if (label === undefined) return [];
  return [...label.categorieen, ...(argument === undefined ? [] : (label.argumenten[argument] ?? []))];
};

/** Whether a field, seen before and after, can now show a record that it could not. */
export function isWider(
  veld: string,
  [oud, before]: readonly [Regelstand, Gezien],
  [nieuw, after]: readonly [Regelstand, Gezien],
): boolean {
  const fits = (was: string, one: Toekenning, now: string, next: Toekenning): boolean => {
    if (one.bronhouder !== next.bronhouder) return false;
    if (one.eigen || next.eigen) return one.eigen;
    const wider = !after.werkgebied.every((gemeente) => before.werkgebied.includes(gemeente));
    return (
      one.voorwaarden.every((voorwaarde) => next.voorwaarden.includes(voorwaarde)) &&
      one.beperkingen.every(
        (naam) =>
          next.beperkingen.includes(naam) &&
          !(naam === 'MET_GROND' && was !== now) &&
          !(naam === 'WERKGEBIED' && wider),
      )
    );
  };
  // Each category that bound it before must be kept by one that binds it now.
  return !categoriesOf(oud, veld).every((was) =>
    categoriesOf(nieuw, veld).some((now) =>
      (after.wegen.get(now) ?? []).every((next) =>
        (before.wegen.get(was) ?? []).some((one) => fits(was, one, now, next)),
      ),
    ),
  );
}
